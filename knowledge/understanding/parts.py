"""Takes a text apart that asks several questions."""

from __future__ import annotations

import re

from knowledge.understanding.reading import Reading
from knowledge.understanding.text import clean

MOST_PARTS = 3
"""A text of more questions than these is answered as a whole or not at all."""
JOINT = "and"
"""The concept of words that join two questions."""
_SENTENCE = re.compile(r"(?<=[.?!;:\n])\s+")


def questions_in(text: str) -> list[str]:
    """Return the sentences of `text` that ask; the last one where none has a question mark.

    Nothing where there's a single sentence.
    """
    sentences = [sentence for sentence in _SENTENCE.split(clean(text)) if sentence.strip()]
    if len(sentences) < 2:
        return []
    return [s for s in sentences if s.rstrip().endswith("?")] or sentences[-1:]


def joined_questions(reading: Reading) -> list[str]:
    """Return the questions that an "and" joins: "… halted, and what did Ukraine do"."""
    items = reading.items
    clauses: list[list[str]] = [[]]
    for item, following in zip(items, [*items[1:], None], strict=False):
        if JOINT in item.concepts and following is not None and following.kind == "ask":
            clauses.append([])
        else:
            clauses[-1].append(item.typed)
    return [" ".join(words) for words in clauses] if len(clauses) > 1 else []
