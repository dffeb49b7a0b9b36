"""Every sentence is said in every language, and the compiled catalogues are the current ones."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import handlers
from handlers.catalogues import DOMAIN, FOLDER, LANGUAGES, SOURCE_LANGUAGE, catalogue, spoken

TRANSLATED = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
ROOM = Path(handlers.__file__).parent
PLACEHOLDER = re.compile(r"\{(\w+)\}")
COMMAND = re.compile(r"(?<!\w)/[a-z]+")


def folder(language: str) -> Path:
    """Where the language's catalogue stands."""
    return FOLDER / language / "LC_MESSAGES"


def source(path: Path) -> Catalog:
    """A catalogue as people edit it."""
    with path.open("rb") as file:
        return read_po(file)


def sentences(entries: Catalog) -> list[Message]:
    """The entries without the head."""
    return [entry for entry in entries if entry.id]


def forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """All forms of a sentence that counts something, or the one form of any other."""
    return (text,) if isinstance(text, str) else tuple(text)


def said_in_code() -> Iterator[tuple[str, ...]]:
    """Every sentence that the handlers say, read from their code."""
    for path in ROOM.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", None))
            count = {"say": 1, "sentence": 1, "say_number": 2}.get(str(name))
            texts = [arg.value for arg in node.args[:count] if isinstance(arg, ast.Constant)]
            if count and len(texts) == count and all(isinstance(text, str) for text in texts):
                yield tuple(texts)


def test_the_template_holds_what_the_code_says() -> None:
    """A sentence missing here was added without `pybabel extract`."""
    template = {forms(entry.id) for entry in sentences(source(FOLDER / "messages.pot"))}
    assert template == set(said_in_code())


def test_all_languages_are_there() -> None:
    assert set(LANGUAGES) == {"en", "uk", "ru", "sv", "de"}


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_is_translated_and_none_is_fuzzy(language: str) -> None:
    template = {forms(entry.id) for entry in sentences(source(FOLDER / "messages.pot"))}
    entries = sentences(source(folder(language) / f"{DOMAIN}.po"))
    assert {forms(entry.id) for entry in entries} == template
    for entry in entries:
        assert not entry.fuzzy, entry.id
        assert all(form.strip() for form in forms(entry.string)), entry.id


@pytest.mark.parametrize("language", TRANSLATED)
def test_placeholders_and_commands_survive_translation(language: str) -> None:
    for entry in sentences(source(folder(language) / f"{DOMAIN}.po")):
        english = forms(entry.id)[-1]
        for form in forms(entry.string):
            assert set(PLACEHOLDER.findall(form)) == set(PLACEHOLDER.findall(english)), form
            assert COMMAND.findall(form) == COMMAND.findall(english), form


@pytest.mark.parametrize("language", TRANSLATED)
def test_what_runs_is_what_was_translated(language: str) -> None:
    """Where this fails, run `pybabel compile`."""
    with (folder(language) / f"{DOMAIN}.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for entry in sentences(source(folder(language) / f"{DOMAIN}.po")):
        if isinstance(entry.id, str):
            assert compiled.gettext(entry.id) == entry.string
        else:
            numbers = {compiled.ngettext(*entry.id, number) for number in range(1, 30)}
            assert numbers == set(forms(entry.string))


def test_a_number_takes_its_form() -> None:
    one, many = (
        "{number} more fact doesn't fit here: ask for it in plain words.",
        "{number} more facts don't fit here: ask for them in plain words.",
    )
    assert catalogue("en").say_number(one, many, 1).startswith("1 more fact doesn't")
    assert catalogue("uk").say_number(one, many, 22).startswith("Ще 22 факти ")
    assert catalogue("ru").say_number(one, many, 11).startswith("Ещё 11 фактов ")


@pytest.mark.parametrize(
    ("code", "language"),
    [("uk", "uk"), ("de-AT", "de"), ("SV", "sv"), ("fr", "en"), ("", "en"), (None, "en")],
)
def test_an_unknown_language_is_spoken_to_in_english(code: str | None, language: str) -> None:
    assert spoken(code) == language
    assert catalogue("tlh").say("No.") == "No."
