"""Tells what a learnt class stands for: what is asked for, and how."""

from __future__ import annotations

from functools import cache


@cache
def forms_of(labels: tuple[str, ...]) -> dict[tuple[str, str], frozenset[int]]:
    """Return where the forms of each thing that may be asked for stand in `labels`."""
    found: dict[tuple[str, str], set[int]] = {}
    for index, label in enumerate(labels):
        group, name, _ = parts_of(label)
        found.setdefault((group, name), set()).add(index)
    return {key: frozenset(indices) for key, indices in found.items()}


@cache
def parts_of(label: str) -> tuple[str, str, str]:
    """Return the group, the id and the form that `label` stands for."""
    group, name, form = label.split("|")
    return group, name, form
