"""Puts what understanding needs into knowledge.db's `model` table, and takes it out again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from knowledge.understanding.lessons import Lessons, as_json
from knowledge.understanding.names import NameEntry


def pack(
    languages: Mapping[str, Mapping[str, object]],
    names: Iterable[NameEntry],
    lessons: Lessons,
) -> Mapping[str, bytes]:
    """Return the table's rows: part name to content."""
    listed = [[n.id, n.kind, n.named, n.aliases, n.parties, n.capitals] for n in names]
    return {
        "languages": as_json(languages),
        "names": as_json(listed),
        **lessons.to_bytes(),
    }


def unpack(
    parts: Mapping[str, bytes],
) -> tuple[dict[str, dict[str, dict[str, object]]], list[NameEntry], Lessons]:
    """Read what `pack` wrote: the languages' words, the names and the lessons."""
    names = [
        NameEntry(i, kind, named, tuple(aliases), tuple(parties), tuple(capitals))
        for i, kind, named, aliases, parties, capitals in json.loads(parts["names"])
    ]
    return json.loads(parts["languages"]), names, Lessons.from_bytes(parts)
