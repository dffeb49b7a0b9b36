"""Reads how people ask and what they claim: questions.toml, claims.toml, and their sisters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from knowledge.source.records import Follow, Unsaid, Wording
from knowledge.source.tables import Table

FORMS = ("ask", "yes", "no")
OF_CLAIMS = ("yes", "no", "open")
CLAIMS = "claims"
SECTIONS = ("facts", "unsaid", "smalltalk", "elsewhere")
OF_UNSAID = ("near", "answer")
ANSWERS = ("sources", "capital", "which", "all")
FOLLOW = "follow"
UNSAID = "unsaid"


def read_wordings(
    files: Mapping[str, Table], first: str
) -> tuple[tuple[Unsaid, ...], tuple[Wording, ...]]:
    """Return what isn't said, and every wording, from the files by language.

    `first` is the language whose file comes first; what isn't said is keyed by id over all
    languages, and `near` may be given in any of them. EntryError names a wrong entry.
    """
    near: dict[str, dict[str, None]] = {}
    answers: dict[str, str] = {}
    wordings: list[Wording] = []
    for language in sorted(files, key=lambda spoken: (spoken != first, spoken)):
        top = files[language]
        top.only((*SECTIONS, FOLLOW))
        for section in SECTIONS:
            for key, table in top.table(section).tables():
                table.only({*FORMS, *OF_UNSAID} if section == "unsaid" else FORMS)
                if section == "unsaid":
                    near.setdefault(key, {}).update(dict.fromkeys(table.texts("near")))
                    if "answer" in table:
                        answers[key] = table.one_of("answer", ANSWERS)
                wordings += _wordings(language, section, key, table)
    unsaid = tuple(Unsaid(key, tuple(facts), answers.get(key, "")) for key, facts in near.items())
    return unsaid, tuple(wordings)


def read_claims(files: Mapping[str, Table]) -> Iterator[Wording]:
    """Yield what people claim, from claims.toml and its sisters, by language.

    EntryError names a wrong entry.
    """
    for language in sorted(files):
        for fact, table in files[language].tables():
            table.only(OF_CLAIMS)
            yield from _wordings(language, CLAIMS, fact, table, OF_CLAIMS)


def _wordings(
    language: str, section: str, key: str, table: Table, forms: Sequence[str] = FORMS
) -> Iterator[Wording]:
    for form in forms:
        for text in table.texts_once(form):
            yield Wording(language, section, key, form, text)


def read_follows(files: Mapping[str, Table]) -> tuple[Follow, ...]:
    """Return every follow-up, from the files by language.

    A file has them as `[follow.<fact>] <fact or unsaid> = […]`.
    """
    follows: list[Follow] = []
    for language in sorted(files):
        for after, table in files[language].table(FOLLOW).tables():
            for to in table.content:
                target = None if to == UNSAID else to
                follows += [Follow(language, after, target, text) for text in table.texts_once(to)]
    return tuple(follows)
