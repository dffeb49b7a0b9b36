"""What a reply is made anew of once Telegram takes it: ids and names of our own, no words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from handlers.request import Request
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Answer, Fact, Kind, Knowledge, Verdict


@dataclass(frozen=True, slots=True)
class Again:
    """A page, or an answer of a kind, in one language; `str()` of it is what may be kept."""

    language: str
    audience: Audience
    page: str = ""
    """A command's name, or another page's that the desk knows; empty for an answer."""
    about: str = ""
    """What the page is about, by id."""
    kind: str = ""
    facts: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    verdict: str = ""
    denied: bool = False
    of_saying: bool = False
    own_word: bool = False
    asks_several: bool = False
    of_article: bool = False
    small_talk: str = ""
    more: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Ids of the names that aren't in the article."""
    rest: str = ""
    unchecked: bool = False
    """The checked message claims more."""
    claims: tuple[str, ...] = ()
    """The answers to a message's claims, each as `str()` writes it."""

    def __str__(self) -> str:
        """JSON of what is set."""
        row: dict[str, str | bool | tuple[str, ...]] = {}
        for field in fields(self):
            if value := getattr(self, field.name):
                row[field.name] = value.value if isinstance(value, Audience) else value
        return json.dumps(row, separators=(",", ":"))


def remade(page: str, said: Said, request: Request, about: str = "") -> Said:
    """`said`, which is made anew of that page, about what has that id."""
    return replace(said, again=str(Again(said.language, request.audience, page, about)))


def read_again(kept: str) -> Again:
    """What `str()` made of it. Raises `ValueError`, `TypeError` or `KeyError` where it's none."""
    row: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value
        for key, value in dict(json.loads(kept)).items()
    }
    row["audience"] = Audience(row["audience"])
    return Again(**row)


def again_of(answer: Answer, audience: Audience, knowledge: Knowledge) -> Again:
    """What `answer` is made anew of, for the same audience."""
    return Again(
        answer.language,
        audience,
        kind=answer.kind.value,
        facts=_ids(answer.facts),
        near=_ids(answer.near),
        options=_ids(answer.options),
        verdict="" if answer.verdict is None else answer.verdict.value,
        denied=answer.denied,
        of_saying=answer.of_saying,
        own_word=answer.own_word,
        asks_several=answer.asks_several,
        of_article=answer.of_article,
        small_talk=answer.small_talk or "",
        more=answer.more,
        names=_ids_of_names(answer.names, answer.language, knowledge),
        rest="" if answer.rest is None else answer.rest.value,
        unchecked=answer.unchecked,
    )


def answer_of(again: Again, knowledge: Knowledge) -> Answer:
    """The answer, as far as `knowledge` still has what it consisted of.

    Raises `LookupError` where nothing is left of its facts, and `ValueError` where its kind is no
    more.
    """
    named = [name for each in again.names if (name := knowledge.name(each)) is not None]
    answer = Answer(
        kind=Kind(again.kind),
        language=again.language,
        facts=_facts(again.facts, knowledge),
        verdict=Verdict(again.verdict) if again.verdict else None,
        denied=again.denied,
        of_saying=again.of_saying,
        near=_facts(again.near, knowledge),
        names=tuple(worded(name.usual, again.language) for name in named),
        rest=Kind(again.rest) if again.rest else None,
        small_talk=again.small_talk or None,
        own_word=again.own_word,
        asks_several=again.asks_several,
        of_article=again.of_article,
        options=_facts(again.options, knowledge),
        more=again.more,
        unchecked=again.unchecked,
    )
    if (again.facts and not answer.facts) or (again.options and not answer.options):
        raise LookupError("the facts of an answer that was held back are no more")
    return answer


def _ids(facts: Iterable[Fact]) -> tuple[str, ...]:
    return tuple(fact.id for fact in facts)


def _facts(ids: Iterable[str], knowledge: Knowledge) -> tuple[Fact, ...]:
    found = (knowledge.fact(each) for each in ids)
    return tuple(fact for fact in found if fact is not None)


def _ids_of_names(usual: Sequence[str], language: str, knowledge: Knowledge) -> tuple[str, ...]:
    """The ids of what is written so in `language`, of those that are known."""
    if not usual:
        return ()
    # Answers carry names as they're written, and what people write isn't kept.
    names = (*knowledge.gazetteer(), *knowledge.names())
    ids = {worded(name.usual, language): name.id for name in reversed(names)}
    return tuple(ids[each] for each in usual if each in ids)
