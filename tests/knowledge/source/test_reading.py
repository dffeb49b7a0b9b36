"""Reading an article's folder: what stands there comes out typed; what's wrong names its cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.answer import Certainty
from knowledge.errors import SourceError
from knowledge.model import Line
from knowledge.source import Unsaid, Wording, read_sources
from tests.knowledge.sources import GAZETTEER, copy_of_invented, invented, spoil


def test_an_article_comes_out_as_its_files_have_it() -> None:
    (article,) = invented().articles
    assert (article.id, article.language, article.languages) == (
        "islands-2031",
        "en",
        ("en", "de"),
    )
    assert [line.paragraph for line in article.lines] == [1, None, 2]
    assert article.lines[1] == Line("Quiet nights", None)
    assert [topic.command for topic in article.topics] == ["islands", "ships"]
    lost = next(fact for fact in article.facts if fact.id == "ships-lost")
    assert lost.certainty is Certainty.CLAIMED
    assert lost.companions == ("ships-caution",)
    assert article.statement(lost, "de") == article.translations["de"].statements["ships-lost"]


def test_the_names_that_no_article_has_come_from_the_gazetteer() -> None:
    assert [name.id for name in invented().gazetteer] == ["farholm"]


def test_wordings_keep_language_form_and_what_they_ask() -> None:
    (article,) = invented().articles
    assert Wording("en", "facts", "ekvik-held", "no", "did ekvik fall?") in article.wordings
    assert Wording("de", "unsaid", "admiral", "ask", "wer befehligt die flotte?") in (
        article.wordings
    )
    assert article.unsaid == (Unsaid("admiral", ("ships-lost",)),)


def test_every_file_read_is_known_by_its_digest() -> None:
    (article,) = invented().articles
    files = {path.name for path in article.folder.iterdir()}
    assert set(article.digests) == files


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("facts.toml", "[no-harbours]", "[islands-taken]", "an id may stand only once"),
        ("facts.toml", "certainty =", "says =", "an id may stand only once"),
        ("names.toml", 'de = "Norland"', 'en = "Norland"', "an id may stand only once"),
        (
            "facts.toml",
            'says = "sudmark"',
            'says = "sudmark',
            "or the one before: a quotation mark",
        ),
        (
            "names.toml",
            '"Norland", "Norl',
            '"Norland" "Norl',
            "or the one before: a quotation mark",
        ),
        ("questions.toml", '"ekvik status"', '" "', "text 2 of ask is empty, behind “who holds"),
        ("questions.toml", '"who holds ekvik?"', '""', "text 1 of ask is empty. Write it, or"),
        ("questions.toml", '"ekvik status"', "7", "ask isn't a list of texts"),
        ("questions.toml", '"ekvik status"', '"who holds ekvik?"', "“who holds ekvik?” 2 times"),
        ("topics.toml", 'title = "Ships"', 'title = ""', "the text title is empty"),
        ("facts.toml", 'quote = "no harbours were taken by them"\n', "", "quote is missing"),
        ("facts.toml", 'certainty = "claimed"', 'certainty = "sure"', "“sure” is unknown"),
        ("facts.toml", 'says = "sudmark"', 'say = "sudmark"', "the key say is unknown"),
        ("facts.toml", 'with = ["ships-caution"]', 'with = "ships-caution"', "with isn't a list"),
        ("facts.toml", 'says = "sudmark"', "says = 7", "says isn't a text"),
        ("names.toml", 'kind = "place"', 'kind = "port"', "kind “port” is unknown"),
        ("topics.toml", 'command = "ships"\n', "", "command is missing"),
        ("article.toml", 'id = "islands-2031"', 'id = "islands"', "the folder is islands-2031"),
        ("article.toml", "Quiet nights", "Loud nights", "no line of article.md"),
        ("translation.de.toml", "dating_short", "dating_long", "the key dating_long is unknown"),
        ("questions.toml", "[unsaid.admiral]", "[unsaid.admiral", "isn't valid TOML"),
        ("questions.toml", "yes = ", "maybe = ", "the key maybe is unknown"),
    ],
)
def test_a_wrong_entry_is_named_by_file_and_cure(
    tmp_path: Path, file: str, old: str, new: str, told: str
) -> None:
    folder = copy_of_invented(tmp_path)
    spoil(folder / "islands-2031" / file, old, new)
    with pytest.raises(SourceError) as caught:
        read_sources(folder, GAZETTEER)
    assert file in str(caught.value)
    assert told in str(caught.value)


@pytest.mark.parametrize("file", ["article.md", "facts.toml", "names.toml", "topics.toml"])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    folder = copy_of_invented(tmp_path)
    (folder / "islands-2031" / file).unlink()
    with pytest.raises(SourceError, match="the file is missing"):
        read_sources(folder, GAZETTEER)


def test_a_file_of_another_encoding_is_named(tmp_path: Path) -> None:
    folder = copy_of_invented(tmp_path)
    (folder / "islands-2031" / "facts.toml").write_bytes("# é".encode("latin-1"))
    with pytest.raises(SourceError, match="isn't UTF-8"):
        read_sources(folder, GAZETTEER)


@pytest.mark.parametrize(
    "file", ["article.toml", "facts.toml", "questions.de.toml", "translation.de.toml"]
)
def test_what_windows_editors_write_before_and_behind_lines_of_toml_changes_nothing(
    tmp_path: Path, file: str
) -> None:
    path = copy_of_invented(tmp_path) / "islands-2031" / file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    (article,) = read_sources(tmp_path / "articles", GAZETTEER).articles
    (original,) = invented().articles
    assert article.facts == original.facts
    assert article.wordings == original.wordings
    assert article.translations == original.translations


@pytest.mark.parametrize(
    ("windows", "told"),
    [
        (
            ("", "\ufeff"),
            "it begins with a byte order mark, which isn't the article's. Save",
        ),
        (("\n", "\r\n"), "line 1 ends as Windows ends lines"),
        (("\n", "\r"), "line 1 ends as Windows ends lines"),
    ],
)
def test_what_nobody_sees_in_the_articles_text_is_named(
    tmp_path: Path, windows: tuple[str, str], told: str
) -> None:
    """Each of its characters is the article's: none is read away."""
    path = copy_of_invented(tmp_path) / "islands-2031" / "article.md"
    path.write_bytes(path.read_text(encoding="utf-8").replace(*windows, 1).encode())
    with pytest.raises(SourceError, match=r"article\.md: ") as caught:
        read_sources(tmp_path / "articles", GAZETTEER)
    assert told in str(caught.value)


def test_a_folder_without_article_toml_is_named(tmp_path: Path) -> None:
    folder = copy_of_invented(tmp_path)
    (folder / "islands-2032").mkdir()
    with pytest.raises(SourceError, match=r"islands-2032: the folder has no article\.toml\. Add"):
        read_sources(folder, GAZETTEER)


def test_the_order_that_an_editor_saw_in_a_translation_comes_with_it(tmp_path: Path) -> None:
    path = copy_of_invented(tmp_path) / "islands-2031" / "translation.de.toml"
    with path.open("a", encoding="utf-8") as file:
        file.write('\n[order]\nships-lost = ["norland", "sudmark"]\n')
    (article,) = read_sources(tmp_path / "articles", GAZETTEER).articles
    assert article.translations["de"].order == {"ships-lost": ("norland", "sudmark")}


def test_a_hidden_folder_is_no_article(tmp_path: Path) -> None:
    folder = copy_of_invented(tmp_path)
    (folder / ".idea").mkdir()
    assert len(read_sources(folder, GAZETTEER).articles) == 1


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no article lies there"):
        read_sources(tmp_path, GAZETTEER)
