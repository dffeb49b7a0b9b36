"""Takes a text apart that asks several questions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.text import clean

MOST_PARTS = 10
"""A text of more questions than these is answered as a whole or not at all."""
BEGINNING = frozenset(("be", "do"))
WHETHER = "yes_no"
"""The concept of words that ask if something is so."""
ALWAYS_ASKING = frozenset(("how_many", "how_long", "how_often", "why"))
BEGINNING_ANEW = ALWAYS_ASKING | {"how_big"}
"""What begins another question without a mark before it."""
JOINT = "and"
"""The concept of words that join two questions."""
TURNING = "what_about"
"""The concept of words that turn to another subject."""
DETERMINING = "the"
"""The concept of articles and prepositions: "at which", "the city"."""
EMPTY = ("neutral", "common")
"""Kinds of words that say nothing by themselves."""
SUBJECTS = ("name", "thing")
"""Kinds of words that say of what is asked, and nothing else."""
_SEGMENT = re.compile(r",\s+")
_NUMBER = re.compile(r"\W*\d{1,2}\W*")
"""What stands before a question of a numbered list."""
_SENTENCE = re.compile(r"(?<=[.?!;:\n])\s+")


def sentences_of(text: str) -> list[str]:
    """Return the sentences of `text`."""
    parts = _SENTENCE.split(clean(text))
    return [part for part in parts if part.strip() and _NUMBER.fullmatch(part) is None]


def questions_in(sentences: Sequence[Reading]) -> list[str]:
    """Return those of `sentences` that ask: with a question mark, else by how they begin.

    The last one where none does, and nothing where there's a single sentence.
    """
    if len(sentences) < 2:
        return []
    marked = [each.text for each in sentences if each.text.rstrip().endswith("?")]
    begun = [each.text for each in sentences if each.items and each.items[0].kind == "ask"]
    return marked or begun or [sentences[-1].text]


def joined_questions(reading: Reading) -> list[str]:
    """Return the questions that an "and" joins, or that turn to something else.

    "… halted, and what did they do", "… halted, what about the others".
    """
    items = reading.items
    clauses: list[list[Item]] = [[]]
    asks = "?" in reading.text
    for at, item in enumerate(items):
        said = any(one.kind not in EMPTY for one in clauses[-1])
        if JOINT in item.concepts and _begins_question(items[at + 1 :], asks):
            clauses.append([])
        elif said and TURNING in item.concepts:
            clauses.append([item])
        else:
            clauses[-1].append(item)
    return [typed(words) for words in clauses] if len(clauses) > 1 else []


def run_on_questions(reading: Reading) -> list[str]:
    """Return the questions of a text that puts no mark between them: "who has it how many fell".

    Nothing where there's a single one.
    """
    clauses: list[list[Item]] = [[]]
    for item in reading.items:
        kinds = {one.kind for one in clauses[-1]}
        is_whole = "act" in kinds and not kinds.isdisjoint(SUBJECTS)
        begins = item.kind == "ask" and not BEGINNING_ANEW.isdisjoint(item.symbols)
        if is_whole and begins:
            clauses.append([])
        clauses[-1].append(item)
    begun = all(clause and clause[0].kind == "ask" for clause in clauses)
    return [typed(clause) for clause in clauses] if begun and len(clauses) > 1 else []


def with_fragment(reading: Reading) -> list[str]:
    """Return a question, and what an "and" adds that it asks of as well: "…, and the harbour?".

    Nothing where what follows the "and" says more than that.
    """
    items = reading.items
    joints = [at for at, item in enumerate(items) if JOINT in item.concepts]
    if not joints:
        return []
    question, fragment = items[: joints[-1]], items[joints[-1] + 1 :]
    adds = any(item.kind in SUBJECTS for item in fragment)
    if not adds or any(item.kind not in (*EMPTY, *SUBJECTS) for item in fragment):
        return []
    if all(item.kind not in ("ask", "act") for item in question):
        return []
    return [typed(question), typed(fragment)]


def topics_of(segments: Sequence[Reading]) -> list[str]:
    """Return what a text lists that is one word each, such as "harbour, fish and weather"."""
    topics: list[list[Item]] = []
    for segment in segments:
        topics.append([])
        for item in segment.items:
            if JOINT in item.concepts:
                topics.append([])
            elif item.kind not in EMPTY:
                topics[-1].append(item)
    listed = [topic for topic in topics if topic]
    is_list = len(listed) > 1 and all(len(topic) == 1 for topic in listed)
    return [typed(topic) for topic in listed] if is_list else []


def segments_of(text: str) -> list[str]:
    """Return what stands between the commas of `text`."""
    return [segment for segment in _SEGMENT.split(clean(text)) if segment.strip()]


def listed_questions(segments: Sequence[Reading], *, surely: bool = False) -> list[str]:
    """Return the questions that commas part: "who allows it, why, and since when?".

    `surely`: only what begins with words that always ask, as "who" and "which" don't.
    """
    questions: list[str] = []
    if not any(item.kind == "ask" for segment in segments[:1] for item in segment.items):
        # "Apart from this, what …?" asks once.
        return []
    for segment in segments:
        items = segment.items
        while items and JOINT in items[0].concepts:
            items = items[1:]
        # A third of a list may begin with "did"; a second may go with a "when" before it.
        also = len(questions) > 1 and _asks_whether(items)
        if questions and not also and not _asks_anew(items, surely=surely):
            questions[-1] += f", {segment.text}"
        else:
            questions.append(typed(items))
    return questions if len(questions) > 1 else []


def acting_side(reading: Reading) -> str | None:
    """Return the last country that `reading` names, as typed, of which the next part may ask."""
    names = (item.typed for item in reading.items if item.kind == "name")
    sides = [
        name for name, one in zip(names, reading.mentions, strict=True) if one.kind == "country"
    ]
    return sides[-1] if sides else None


def typed(items: Iterable[Item]) -> str:
    """Return `items` as they were typed, without the marks between them."""
    return " ".join(item.typed for item in items)


def _asks_anew(items: Sequence[Item], *, surely: bool) -> bool:
    """Whether `items` ask, or turn to something else; "…, isn't it?" asks of what was said."""
    if items and TURNING in items[0].concepts:
        return True
    asking = set(items[0].symbols) if items and items[0].kind == "ask" else set[str]()
    return bool(asking & ALWAYS_ASKING if surely else asking - {WHETHER})


def _asks_whether(items: Sequence[Item]) -> bool:
    """Whether `items` ask if something is so, and say what; "isn't it" says nothing."""
    said = any(item.kind not in (*EMPTY, "ask") for item in items)
    return said and bool(items) and not BEGINNING.isdisjoint(items[0].concepts)


def _begins_question(items: Sequence[Item], asks: bool) -> bool:
    """Whether a question may begin `items`; with "did" or "is" only in a text that `asks`."""
    said = [item for item in items if DETERMINING not in item.concepts]
    if items and asks and not BEGINNING.isdisjoint(items[0].concepts):
        return True
    return bool(said) and (TURNING in said[0].concepts or said[0].kind == "ask")
