"""Takes a question apart, and reads what its parts say by themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from knowledge.understanding.coordination import is_unfinished, with_ending
from knowledge.understanding.gate import SPECIFIC
from knowledge.understanding.parts import (
    joined_questions,
    listed_questions,
    questions_in,
    segments_of,
    sentences_of,
    with_fragment,
)
from knowledge.understanding.reading import Reading

Read = Callable[[str], Reading]
"""Reads a part of a question in the question's language."""
MOST_SENTENCES = 8
"""A longer message asks at its end, if at all; and each that is read costs time."""


def apart_from_names(sentences: Sequence[str], read: Read) -> Sequence[str]:
    """Return the sentence that asks, if it's on a name by itself; others may tell who asks it."""
    for sentence in sentences:
        mentions = read(sentence).mentions
        if any(m.kind in SPECIFIC for m in mentions) and all(m.named for m in mentions):
            return sentences
    return []


def as_questions(read: Read) -> Read:
    """Return how each part of a text that asks is read: as asking, too."""
    return lambda part: read(part if part.endswith("?") else f"{part}?")


def asked_in_turn(text: str, read: Read) -> list[str]:
    """Return the sentences of `text` that ask, of its last; nothing where it's a single one."""
    sentences = sentences_of(text)[-MOST_SENTENCES:]
    return questions_in([read(each) for each in sentences]) if len(sentences) > 1 else []


def segments_read(reading: Reading, read: Read) -> list[Reading]:
    """Return what stands between the commas of `reading`."""
    segments = segments_of(reading.text)
    few = 1 < len(segments) <= MOST_SENTENCES
    return [read(each) for each in segments] if few else [reading]


def asked_apart(
    reading: Reading, segments: Sequence[Reading], read: Read, *, surely: bool
) -> list[str]:
    """Return the questions that commas and an "and" part; nothing where there's a single one."""
    listed = listed_questions(segments, surely=surely)
    readings = [read(question) for question in listed] or [reading]
    parts = [part for one in readings for part in joined_questions(one) or [one.text]]
    return parts if len(parts) > 1 else []


def with_last_taken_apart(parts: Sequence[str], read: Read) -> list[str]:
    """Return `parts`, the last one taken apart; nothing where it can't be."""
    apart = with_fragment(read(parts[-1])) if parts else []
    return [*parts[:-1], *apart] if apart else []


def completed(parts: Sequence[Reading], read: Read) -> list[Reading]:
    """Return `parts`, those that begin the question with what a later one says for all of them."""
    told = list(parts)
    for at, part in reversed(list(enumerate(takewhile(is_unfinished, parts[:-1])))):
        said = with_ending(part, told[at + 1])
        told[at] = read(said) if said is not None else part
    return told
