"""An entry that is wrong is named by file, place and cure, and never passed over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.source.tables import EntryError, Table, read_text, read_toml

CONTENT: dict[str, object] = {
    "text": "words",
    "blank": " ",
    "number": 7,
    "flag": True,
    "texts": ["a", "b"],
    "twice": ["a", "b", "a"],
    "gap": ["a", ""],
    "mixed": ["a", 1],
    "pair": [1, 2.5],
    "inner": {"deep": {"text": ""}},
    "rows": [{"text": "x"}, {"text": 1}],
}
TABLE = Table("facts.toml", "ekvik", CONTENT)


def test_what_is_right_comes_out_as_it_is() -> None:
    assert (TABLE.text("text"), TABLE.maybe_text("none")) == ("words", None)
    assert (TABLE.texts("texts"), TABLE.texts("none")) == (("a", "b"), ())
    assert (TABLE.numbers("pair", 2), TABLE.numbers("number", 1)) == ((1.0, 2.5), (7.0,))
    assert TABLE.one_of("text", ("words", "signs")) == "words"
    assert (TABLE.list_of_tables("none"), TABLE.text_map("none")) == ((), {})
    TABLE.only(CONTENT)


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (lambda t: t.text("none"), 'none is missing. Add none = "…".'),
        (lambda t: t.text("number"), "number isn't a text"),
        (lambda t: t.maybe_text("blank"), "the text blank is empty"),
        (lambda t: t.texts("text"), "text isn't a list of texts"),
        (lambda t: t.texts("mixed"), "mixed isn't a list of texts"),
        (lambda t: t.texts("gap"), "text 2 of gap is empty, behind “a”"),
        (lambda t: t.texts_once("twice"), "twice has “a” 2 times"),
        (lambda t: t.one_of("text", ("signs", "marks")), "Write one of: signs, marks."),
        (lambda t: t.numbers("pair", 1), "pair isn't 1 number(s)"),
        (lambda t: t.numbers("flag", 1), "flag isn't 1 number(s)"),
        (lambda t: t.table("text"), "text isn't a table. Write it as [ekvik.text]."),
        (lambda t: t.list_of_tables("inner"), "inner isn't a list of tables"),
        (lambda t: t.only(("text",)), "the key blank is unknown. Known are: text."),
    ],
)
def test_what_is_wrong_is_told_with_its_cure(read: Callable[[Table], object], told: str) -> None:
    with pytest.raises(EntryError) as caught:
        read(TABLE)
    assert str(caught.value).startswith("facts.toml [ekvik]: ")
    assert told in str(caught.value)


def test_a_table_within_tables_knows_where_it_stands() -> None:
    with pytest.raises(EntryError, match=r"facts\.toml \[ekvik\.inner\.deep\]: the text text"):
        TABLE.table("inner").table("deep").text("text")
    with pytest.raises(EntryError, match=r"\[ekvik\.rows\.2\]: text isn't a text"):
        TABLE.list_of_tables("rows")[1].text("text")
    top = Table("facts.toml", "", CONTENT)
    assert top.table("inner").place == "inner"
    with pytest.raises(EntryError, match=r"^facts\.toml: none is missing"):
        top.text("none")


def test_a_text_is_read_to_the_character_with_the_digest_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "article.md"
    path.write_bytes(b"\xef\xbb\xbfA\r\n")
    text, digest = read_text(path)
    assert text == "\ufeffA\r\n"
    path.write_bytes(b"A\n")
    assert read_text(path)[1] != digest


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"a = 1\na = 2", "may stand only once"),
        (b"[a]\n[a]", "may stand only once"),
        (b"a = [1", "a bracket or an = may be missing"),
        (b"\xff", "it isn't UTF-8 at byte 0"),
        (None, "the file is missing"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, content: bytes | None, told: str
) -> None:
    path = tmp_path / "facts.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(EntryError) as caught:
        read_toml(path)
    assert str(path) in str(caught.value)
    assert told in str(caught.value)
