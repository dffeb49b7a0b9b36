"""A problem says where it is, what it is, and how to mend it."""

from __future__ import annotations

from knowledge.check import Problem


def test_a_problem_reads_as_a_sentence_with_file_place_and_cure() -> None:
    problem = Problem("facts.toml", "ekvik-held", "it's wrong", "Mend it.")
    assert str(problem) == "facts.toml [ekvik-held]: it's wrong. Mend it."
