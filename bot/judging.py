"""Whether a reply is right: what it cites, what it must hold, and what it must not."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

MOST_QUOTES = 4
MOST_CHARACTERS = 1500
"""Beyond these an answer proves nothing: something in it is bound to be right."""
SHARED_PER_CENT = 60
"""Part of the shorter text's words that must stand in the longer one, in a row."""
_THOUSANDS = re.compile(r"(?<=\d)[\s.,\u00a0\u202f](?=\d{3}\b)")
_BARE_VERDICT = re.compile(r"(yes|no|true|false)\W*", re.IGNORECASE)


class Mark(StrEnum):
    """How a reply did; a wrong one is far worse than a missed one."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    """Silent where the article has the answer."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A mark and, unless it's right, why."""

    mark: Mark
    why: str = ""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a right reply to a question does."""

    gold: Sequence[str] = ()
    """Spans of the article, any one of which it cites; none: it doesn't answer."""
    must: Sequence[str] = ()
    """Strings that it holds; `a|b` stands for either."""
    must_not: Sequence[str] = ()
    """Strings that it doesn't hold; a bare "Yes" or "No": that it doesn't begin with."""
    page: bool = False
    """A command's page may cite and say more than an answer."""
    language: str | None = None
    """What an answer speaks; None: whatever it likes."""


def judge(expected: Expected, reply: Mapping[str, Any], lines: Collection[str]) -> Judgement:
    """Marks a reply (as in `ask --jsonl`) to a question about an article of these `lines`."""
    text = str(reply.get("text", ""))
    quotes = [str(citation.get("quote", "")) for citation in reply.get("citations", [])]
    for needle in expected.must_not:
        if _says(text, needle):
            return Judgement(Mark.WRONG, f"holds {needle!r}")
    answered = reply.get("status") == "answered"
    if not expected.gold:
        if answered:
            return Judgement(Mark.WRONG, "answered what the article doesn't say")
        return Judgement(Mark.RIGHT)
    if not answered:
        return Judgement(Mark.MISSED, f"status {reply.get('status')}")
    if expected.language not in (None, reply.get("language")):
        return Judgement(Mark.WRONG, f"answered in {reply.get('language')}")
    if any(not quote or all(quote not in line for line in lines) for quote in quotes):
        return Judgement(Mark.WRONG, "a quote that isn't in the article")
    shown = _shown(quotes)
    if not expected.page and (len(shown) > MOST_QUOTES or len(text) > MOST_CHARACTERS):
        return Judgement(Mark.WRONG, f"{len(shown)} quotes, {len(text)} characters")
    if not any(overlaps(quote, gold) for quote in quotes for gold in expected.gold):
        return Judgement(Mark.WRONG, "cites " + "; ".join(quote[:60] for quote in quotes))
    for needle in expected.must:
        if not holds(text, needle):
            return Judgement(Mark.WRONG, f"lacks {needle!r}")
    return Judgement(Mark.RIGHT)


def overlaps(quote: str, gold: str) -> bool:
    """Whether both share a run of 60 % of the shorter's words, and of four if it has them."""
    shorter, longer = sorted((_words(quote), _words(gold)), key=len)
    if len(shorter) < min(3, len(longer)):
        return False
    # In integers, 60 % of five is three and not a hair more.
    run = max(min(4, len(shorter)), -(-len(shorter) * SHARED_PER_CENT // 100))
    return bool(_runs(shorter, run) & _runs(longer, run))


def holds(text: str, needle: str) -> bool:
    """Whether `text` holds an alternative of `needle`; figures match whole, however grouped."""
    flat = _ungrouped(text)
    for alternative in filter(None, needle.split("|")):
        wanted = _ungrouped(alternative)
        before = r"(?<!\d)" if wanted[:1].isdigit() else ""
        after = r"(?!\d)" if re.search(r"\d{4}$", wanted) else ""
        if re.search(before + re.escape(wanted) + after, flat):
            return True
    return False


def _says(text: str, needle: str) -> bool:
    if _BARE_VERDICT.fullmatch(needle):
        verdict = re.escape(needle.rstrip(",. "))
        return re.match(rf"\W*{verdict}\b", text, re.IGNORECASE) is not None
    return holds(text, needle)


def _shown(quotes: Collection[str]) -> set[str]:
    # Several facts may rest on the same words, or on part of them: a reader sees those once.
    different = set(quotes)
    return {
        quote
        for quote in different
        if not any(quote != other and quote in other for other in different)
    }


def _ungrouped(text: str) -> str:
    return _THOUSANDS.sub("", text.casefold())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(words: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(words[i : i + length]) for i in range(len(words) - length + 1)}
