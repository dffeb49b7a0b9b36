"""How sure a fact is, and who says it, is told for every kind of certainty in every language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from handlers.catalogues import LANGUAGES, Catalogue, catalogue
from handlers.certainty_words import (
    borne_out_words,
    certainty_words,
    denial_words,
    verdict_words,
)
from knowledge import Certainty, Verdict
from tests.invented_knowledge import FACTS

Worded = Callable[[Catalogue, Verdict, Certainty], str]
WORDED = (verdict_words, denial_words, borne_out_words)


def told(certainty: Certainty, speaker: str | None, language: str = "en") -> str | None:
    fact = replace(FACTS[0], certainty=certainty)
    return certainty_words(catalogue(language), fact, speaker)


def test_what_the_article_itself_states_needs_no_word() -> None:
    assert told(Certainty.STATED, None) is None
    assert told(Certainty.STATED, "the guild") == "according to the guild"


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_says_it_is_named_and_else_it_is_said_that_nobody_is(language: str) -> None:
    unsure = [certainty for certainty in Certainty if certainty is not Certainty.STATED]
    named = {told(certainty, "ISW", language) for certainty in unsure}
    nobody = {told(certainty, None, language) for certainty in unsure}
    assert all(words is not None and "ISW" in words for words in named)
    assert all(words is not None and "ISW" not in words for words in nobody)
    assert len(named) == len(nobody) == len(unsure)


@pytest.mark.parametrize("worded", WORDED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_kinds_of_yes_and_no_are_worded_alike(language: str, worded: Worded) -> None:
    """Nor does a claim's yes say no more than a plain one."""
    words = catalogue(language)
    said = {(v, c): worded(words, v, c) for v in Verdict for c in Certainty}
    assert len(set(said.values())) == len(said)
    for (verdict, certainty), sentence in said.items():
        plain = said[verdict, Certainty.STATED]
        assert sentence.endswith(".")
        assert certainty is Certainty.STATED or len(sentence) > len(plain)


@pytest.mark.parametrize(
    ("worded", "yes", "no"),
    [
        (verdict_words, "Yes, so it is claimed.", "No, going by what is claimed."),
        (
            denial_words,
            "That's right, so it is claimed.",
            "That's not so, going by what is claimed.",
        ),
        (
            borne_out_words,
            "The article says so, as a claim.",
            "The article says otherwise, as a claim.",
        ),
    ],
)
def test_a_yes_that_rests_on_a_claim_says_so(worded: Worded, yes: str, no: str) -> None:
    english = catalogue("en")
    assert worded(english, Verdict.YES, Certainty.CLAIMED) == yes
    assert worded(english, Verdict.NO, Certainty.CLAIMED) == no
