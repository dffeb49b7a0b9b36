"""Questions for editors are kept by their words, within bounds, and forgotten when told."""

from __future__ import annotations

from pathlib import Path

import pytest

from state import questions
from state.database import StateDatabase
from state.questions import LONGEST, Questions


@pytest.fixture
def kept(tmp_path: Path) -> Questions:
    """Where questions are kept; none yet."""
    return Questions(StateDatabase(tmp_path / "state.db"))


def texts(kept: Questions) -> list[tuple[str, str, int]]:
    """What is kept, the most asked first."""
    return [(one.text, one.language, one.count) for one in kept.most_asked()]


def test_what_differs_in_case_spaces_or_its_end_is_one_question(kept: Questions) -> None:
    for text in ("How many tanks?", "how  many tanks", "HOW MANY\ntanks ?!", "how many planes?"):
        assert kept.keep(text, "en")
    assert texts(kept) == [("How many tanks?", "en", 3), ("how many planes?", "en", 1)]


def test_the_same_words_in_another_language_are_another_question(kept: Questions) -> None:
    assert kept.keep("Mariupol?", "en")
    assert kept.keep("Mariupol?", "sv")
    assert texts(kept) == [("Mariupol?", "en", 1), ("Mariupol?", "sv", 1)]


@pytest.mark.parametrize("nothing", ["", " \n ", "?!", "\x00\u202e", "…"])
def test_what_says_nothing_is_not_kept(kept: Questions, nothing: str) -> None:
    assert not kept.keep(nothing, "en")
    assert texts(kept) == []


def test_a_question_is_bounded_and_cannot_disturb_who_lists_it(kept: Questions) -> None:
    assert kept.keep("a\x1b[31m\ud800 b\u202e" + "c" * 1000, "en")
    [(text, _, _)] = texts(kept)
    assert text.startswith("a [31m b c")
    assert len(text) == LONGEST
    assert text.isprintable()


def test_of_too_many_the_least_and_longest_ago_asked_goes(
    kept: Questions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(questions, "MOST_KEPT", 3)
    for text in ("a", "a", "b", "c", "d", "e"):
        assert kept.keep(text, "en")
    assert texts(kept) == [("a", "en", 2), ("d", "en", 1), ("e", "en", 1)]


def test_what_was_listed_is_forgotten_and_what_came_since_is_not(kept: Questions) -> None:
    assert kept.keep("a", "en")
    listed = kept.most_asked()
    assert kept.keep("b", "en")
    assert kept.forget(listed)
    assert texts(kept) == [("b", "en", 1)]


def test_nothing_of_a_forgotten_question_is_left_in_the_file(tmp_path: Path) -> None:
    """Even while the bot has it open."""
    bots = Questions(StateDatabase(tmp_path / "state.db"))
    assert bots.keep("Quendolyn?", "en")
    editors = Questions(StateDatabase(tmp_path / "state.db"))
    assert editors.forget(editors.most_asked())
    for file in tmp_path.iterdir():
        assert b"uendolyn" not in file.read_bytes(), file.name
    assert bots.keep("How many tanks?", "en")


def test_without_a_file_nothing_is_kept() -> None:
    assert not Questions().keep("How many tanks?", "en")
    assert Questions().most_asked() == []
