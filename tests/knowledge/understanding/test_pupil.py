"""What the stored wordings teach: what each asks for and how, and with what words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.source import Follow, Sources, Wording
from knowledge.understanding.following import FRESH, UNSAID
from knowledge.understanding.lexicon import compile_lexicon
from knowledge.understanding.pupil import ELSEWHERE, Pupil, wordings_of
from knowledge.understanding.typed_in_latin import LatinReader
from tests.knowledge.sources import invented
from tests.knowledge.understanding.small_world import ENGLISH, NAMES, READER

HELD, LOST = "ekvik-held", "ships-lost"
"""Sudmark holds Ekvik; Norland has lost ships."""
LATIN = LatinReader({"en": ENGLISH}, {"en": compile_lexicon("en", ENGLISH)}, NAMES, (), {})


def wording(text: str, of: str = HELD, form: str = "ask", kind: str = "facts") -> Wording:
    return Wording("en", kind, of, form, text)


def sources(
    *wordings: Wording, holders: tuple[str, ...] = (), follows: tuple[Follow, ...] = ()
) -> Sources:
    """The invented article, of which people ask so; `holders` are those of more places."""
    article = invented().articles[0]
    held = next(fact for fact in article.facts if fact.id == HELD)
    more = [replace(held, id=f"held-{number}", holder=h) for number, h in enumerate(holders)]
    changed = replace(article, facts=(*article.facts, *more), wordings=wordings, follows=follows)
    return replace(invented(), articles=(changed,))


def pupil(
    *wordings: Wording, holders: tuple[str, ...] = (), follows: tuple[Follow, ...] = ()
) -> Pupil:
    return Pupil(READER, LATIN, sources(*wordings, holders=holders, follows=follows))


@pytest.mark.parametrize(
    ("form", "holders", "label"),
    [
        ("ask", (), "relation|holder|ask"),
        ("yes", (), "relation|holder|sudmark"),
        ("no", (), "relation|holder|not sudmark"),
        ("no", ("norland",), "relation|holder|norland"),
    ],
)
def test_a_claim_on_a_place_is_one_that_a_side_holds_it(
    form: str, holders: tuple[str, ...], label: str
) -> None:
    """Where there are two sides, who denies one claims the other."""
    [example] = pupil(wording("Ekvik", form=form), holders=holders).asked()
    assert example.label == label


@pytest.mark.parametrize(
    ("kind", "of", "label"),
    [
        ("facts", LOST, "relation|lost|no"),
        ("unsaid", "admiral", "unsaid|admiral|ask"),
        ("smalltalk", "greeting", "smalltalk|greeting|ask"),
        ("elsewhere", "sport", ELSEWHERE),
    ],
)
def test_any_other_wording_is_one_of_what_it_stands_under(kind: str, of: str, label: str) -> None:
    form = "no" if kind == "facts" else "ask"
    [example] = pupil(wording("ships", of, form, kind)).asked()
    assert example.label == label


def test_a_claim_that_is_called_untrue_is_learnt_turned_round() -> None:
    plain = pupil(wording("Norland lost ships", LOST, "no")).asked()
    called = pupil(wording("it's a myth that Norland lost ships", LOST, "yes")).asked()
    assert called == plain


def test_claims_are_no_way_of_asking() -> None:
    taught = pupil(wording("Norland lost ships", LOST, "yes", "claims"))
    assert taught.asked() == []
    assert taught.claim_lessons().written()[LOST]


def test_a_relation_is_asked_with_the_words_of_all_its_wordings() -> None:
    relation = pupil(
        wording("who holds Ekvik"), wording("who took Ekvik"), wording("Sudmark holds", form="yes")
    ).relations()["holder"]
    counts = [relation.symbols[symbol] for symbol in ("hold", "who", "take", "@sudmark")]
    assert counts == [2, 2, 1, 1]
    assert relation.asks == {"who": 2}
    assert relation.facts == (HELD,)


def test_what_two_wordings_disagree_on_is_not_taught() -> None:
    taught = pupil(
        wording("who holds Ekvik"),
        wording("ships of Ekvik"),
        wording("ships of Ekvik", LOST),
        wording("hello", "greeting", kind="smalltalk"),
    ).taught()
    assert list(taught.values()) == ["relation|holder|ask"]


def test_small_talk_is_known_word_for_word() -> None:
    taught = pupil(wording("Who, of the ships?!", "mood", kind="smalltalk"))
    assert taught.small_talk() == {"who of the ships": "mood"}


def test_of_another_subject_is_what_is_left_without_the_words_that_say_of_what() -> None:
    asked = [wording("how many ships did Norland lose", LOST) for _ in range(20)]
    taught = pupil(*asked)
    learnt = taught.examples(taught.asked())
    blank = [example for example in learnt if example.label == ELSEWHERE]
    assert learnt[: len(asked)] == taught.asked()
    assert blank
    for example in blank:
        assert "how_many" in example.features
        assert not {"ships", "@norland", "w ships"} & set(example.features)


def test_a_follow_up_is_learnt_of_what_it_asks_after_a_fact_and_whole_questions_are_none() -> None:
    follows = (Follow("en", HELD, LOST, "and ships"), Follow("en", HELD, None, "since when"))
    whole = wording("how many ships did Norland lose in 2031", LOST)
    weights = pupil(whole, follows=follows).follow_weights()
    assert weights.labels == (FRESH, "lost", UNSAID)


def test_what_a_button_offers_is_a_wording_too_and_stands_there_once() -> None:
    article = sources(wording("Who holds Ekvik?")).articles[0]
    facts = tuple(
        replace(fact, question={HELD: "Who holds Ekvik?", LOST: "How many ships?"}.get(fact.id))
        for fact in article.facts
    )
    offered = replace(invented(), articles=(replace(article, facts=facts),))
    found = [(each.of, each.text) for each in wordings_of(offered)]
    assert found == [(HELD, "Who holds Ekvik?"), (LOST, "How many ships?")]
