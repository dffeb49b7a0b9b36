"""Texts that broke other programs, and what people ask: see README.md for where they're from."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from bot.question_sets import read_cases

HERE = Path(__file__).parent
QUESTIONS = HERE.parent / "questions"


@cache
def naughty_strings() -> tuple[str, ...]:
    """The Big List of Naughty Strings."""
    return tuple(json.loads((HERE / "naughty_strings.json").read_bytes()))


@cache
def questions() -> tuple[str, ...]:
    """All that is asked in the question sets, each once."""
    files = sorted(QUESTIONS.glob("*.jsonl"))
    return tuple(dict.fromkeys(case.text for file in files for case in read_cases(file)))


@cache
def json_bodies() -> dict[str, str]:
    """Bodies of JSONTestSuite by name: `y_…` are JSON, `n_…` aren't, `i_…` are as one likes."""
    bodies: dict[str, str] = json.loads((HERE / "json_bodies.json").read_bytes())
    return bodies
