"""What is said to a claim is turned round with it."""

from __future__ import annotations

from knowledge.answer import Verdict


def test_no_to_the_contrary_is_yes() -> None:
    assert Verdict.YES.turned is Verdict.NO
    assert all(verdict.turned.turned is verdict for verdict in Verdict)
