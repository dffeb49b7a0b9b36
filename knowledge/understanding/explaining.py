"""Tells why a question was answered as it was."""

from __future__ import annotations

from knowledge.understanding.asking import Asked


def explain(asked: Asked) -> str:
    """Return, line by line, the reading, the candidates and what was decided."""
    reading, decision = asked.reading, asked.decision
    pieces = " · ".join(
        f"{item.typed} [{', '.join(item.symbols) or item.kind}]" for item in reading.items
    )
    lines = [f"language: {reading.language}", f"read: {pieces or 'nothing'}"]
    lines += decision.notes
    lines.append(f"decided: {decision.kind.value}")
    if decision.verdict is not None:
        lines.append(f"verdict: {decision.verdict.value}")
    for word, ids in (("fact", decision.facts), ("near", decision.near)):
        lines += [f"{word}: {name}" for name in ids]
    return "\n".join(lines)
