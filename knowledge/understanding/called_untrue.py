"""Finds the claim that a text calls untrue, or asks of whether it is: "is it a myth that …?"."""

from __future__ import annotations

import re
import tomllib
from functools import cache

from knowledge.understanding.lexicon import LANGUAGES_FOLDER
from knowledge.understanding.text import clean


def claim_called_untrue(text: str, language: str) -> str | None:
    """Return what `text` calls untrue, without the words that do so; None where it doesn't.

    Yes to the whole is no to the claim. What is called "not true" is none of these: one may ask
    so whether it is true; nor what is called wrong by itself: one may ask so if it should be.
    """
    cleaned = clean(text)
    begins = _beginnings(language).match(cleaned)
    claim = cleaned[begins.end() :].strip() if begins is not None else ""
    return claim if any(letter.isalnum() for letter in claim) else None


def calls_something_untrue(text: str, language: str) -> bool:
    """Whether `text` calls something untrue or wrong, so that it's open what it claims."""
    cleaned = clean(text)
    tags, words = _words(language)
    if words.search(tags.sub(" ", cleaned)) is not None:
        return True
    return _judgements(language).match(cleaned) is not None


@cache
def _tables(language: str) -> list[dict[str, list[str]]]:
    """Return what is written down of `language` and of English."""
    content = tomllib.loads((LANGUAGES_FOLDER / "untrue.toml").read_text(encoding="utf-8"))
    return [content[name] for name in dict.fromkeys((language, "en")) if name in content]


@cache
def _words(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Match the words that only ask, and those that call something untrue."""
    tables = _tables(language)
    tags = _any_of([tag for table in tables for tag in table["tags"]])
    words = _any_of([word for table in tables for word in table["words"]])
    return (
        re.compile(rf"\b{tags}\b", re.IGNORECASE),
        re.compile(rf"\b{words}\b", re.IGNORECASE),
    )


@cache
def _beginnings(language: str) -> re.Pattern[str]:
    """Match the words with which `language`, or English, begins to call something untrue."""
    return _begun(language, ("untrue", "that"), ("untrue", "saying"), ("judging", "saying"))


@cache
def _judgements(language: str) -> re.Pattern[str]:
    """Match the words with which a text begins that may call a fact wrong, or a claim."""
    return _begun(language, ("judging", "that"))


def _begun(language: str, *pairs: tuple[str, str]) -> re.Pattern[str]:
    """Match what begins with a phrase of each list of one of `pairs`."""
    beginnings = (
        rf"(?:{_any_of(table['asking'])}\W+)?{_any_of(table[first])}\W+{_any_of(table[then])}"
        for table in _tables(language)
        for first, then in pairs
    )
    return re.compile(rf"\W*(?:{'|'.join(beginnings)})\b", re.IGNORECASE)


def _any_of(phrases: list[str]) -> str:
    """Match one of `phrases`, the longest that fits: "that" mustn't be left to the claim."""
    spelled = (
        r"\W+".join(map(re.escape, phrase.split())).replace(r"\*", r"\w*") for phrase in phrases
    )
    return f"(?:{'|'.join(sorted(spelled, key=len, reverse=True))})"
