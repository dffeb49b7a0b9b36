"""Splits a paragraph into its sentences."""

from __future__ import annotations

import re

_BETWEEN = re.compile(
    r"(?<=[.!?…])(?P<closing>[\"”’»)]*)\s+(?=[\"“‘«(]*[^\W\d_a-zа-яёіїєґåäöüß]|\d)"
)
"""White space after a full stop and before a capital letter or a figure."""


def sentences_of(paragraph: str) -> tuple[str, ...]:
    """Return the sentences of `paragraph`, each to the character, without the space between."""
    sentences: list[str] = []
    start = 0
    for gap in _BETWEEN.finditer(paragraph):
        sentences.append(paragraph[start : gap.end("closing")])
        start = gap.end()
    sentences.append(paragraph[start:])
    return tuple(sentence for sentence in sentences if sentence.strip())
