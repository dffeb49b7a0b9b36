"""A checked message is told claim by claim, with the verdict, our words and the quote."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from handlers.answer_words import MOST_OF_SEVERAL, MOST_QUOTES
from handlers.claim_words import ClaimWords
from handlers.desk import Desk
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Answer, Exchange, Kind, Knowledge, Verdict
from tests.invented_knowledge import CATCH, CAUTION, FACTS, HARBOUR, InventedKnowledge
from tests.typed_messages import BOT

SET = Path(__file__).resolve().parents[1] / "questions" / "claims.jsonl"
BOTH = pytest.mark.parametrize("audience", list(Audience))
EVERYTHING = (
    "The Greys hold Linden. The pier is theirs. They caught 9,000. There is a storm. "
    "The mast takes two years."
)


def check(desk: Desk, claim: str, audience: Audience = Audience.GROUP) -> Said:
    """What the desk says to somebody's message."""
    return desk.check(Request("", None, audience, claim=claim))


def test_a_claim_gets_verdict_statement_and_quote(desk: Desk) -> None:
    said = check(desk, "The Greys hold Linden")
    assert said.reply.text() == (
        "The article says so.\n"
        "The Greys hold the harbour of Linden.\n"
        f"> {HARBOUR}\n"
        "— paragraph 1, invented"
    )
    assert "<b>The article says so.</b>" in said.reply.html()
    assert "<blockquote>" in said.reply.html()
    assert said.kind is Kind.ANSWERED


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("The pier is theirs", "The article says otherwise."),
        ("They caught 9,000", "The article says so, as a claim."),
        ("They caught 8,000", "The article says otherwise, as a claim."),
        ("There is a storm", "The article says of this:"),
        ("The mast takes two years", "The article says so, as an estimate."),
    ],
)
def test_the_verdict_is_the_articles_and_as_sure_as_it_is(
    desk: Desk, claim: str, verdict: str
) -> None:
    assert check(desk, claim).reply.text().splitlines()[0] == verdict


def test_names_that_the_article_never_names_are_told_below_the_quotes(
    knowledge: Knowledge,
) -> None:
    fact = FACTS[0]
    found = Answer(
        Kind.ANSWERED, "en", (fact,), Verdict.YES, names=("Elm", "Ash"), rest=Kind.NOT_NAMED
    )
    lines = ClaimWords(knowledge).say([found], Audience.GROUP).reply.text().splitlines()
    assert lines[-2:] == ["— paragraph 1, invented", "The article never names Elm or Ash."]


@BOTH
def test_a_claim_never_goes_without_its_caution(desk: Desk, audience: Audience) -> None:
    said = check(desk, "There is a storm. They caught 9,000", audience)
    assert [fact.id for fact in said.cited] == ["storm", "catch", "caution"]
    assert f"> {CATCH}\n" in said.reply.text()
    assert f"> {CAUTION}\n" in said.reply.text()


def test_each_of_two_verdicts_has_the_caution_beside_it(
    knowledge: InventedKnowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though both rest on one quote."""
    caution = "View the figure with great caution."
    more = [
        replace(FACTS[2], id=identity, statement={"en": f"The Greys claim {told}. {caution}"})
        for identity, told in (("catch", "9,000 herrings"), ("most", "most of the herrings"))
    ]
    answers = [
        Answer(Kind.ANSWERED, "en", (fact,), verdict=verdict)
        for fact, verdict in zip(more, Verdict, strict=True)
    ]
    said = ClaimWords(cast(Knowledge, knowledge)).say(answers, Audience.GROUP)
    assert said.reply.text().startswith(
        f"The article says so, as a claim.\nThe Greys claim 9,000 herrings. {caution}\n"
        "The article says otherwise, as a claim.\n"
        f"The Greys claim most of the herrings. {caution}\n"
    )


@BOTH
def test_it_keeps_to_four_quotes_and_one_screen(desk: Desk, audience: Audience) -> None:
    said = check(desk, EVERYTHING, audience)
    assert said.reply.text().count("\n> ") == MOST_QUOTES
    assert said.reply.length() <= MOST_OF_SEVERAL


def test_what_the_article_bears_on_nowhere_is_one_line_in_a_group(desk: Desk) -> None:
    for claim in ("Crabs are rare", "lol"):
        said = check(desk, claim)
        assert said.reply.text() == "The article doesn't say that."
        assert said.cited == said.near == ()
    assert check(desk, "Elsewhere is lost").reply.text() == (
        "The article never names Elsewhere <b>."
    )


def test_it_speaks_the_claims_language(desk: Desk) -> None:
    said = check(desk, "Linden тримають вони")
    assert said.language == "uk"
    assert said.reply.text().startswith("У статті сказано інакше.\n")


def test_the_exchange_has_the_facts_shown_and_no_word_of_the_message(desk: Desk) -> None:
    said = check(desk, "There is a storm. They caught 9,000")
    assert said.exchange == Exchange("", ("storm", "catch"))


@BOTH
@pytest.mark.parametrize(
    "claim",
    [
        "The Greys hold Linden",
        "Linden тримають вони",
        "Crabs are rare",
        "Elsewhere is lost",
        "They caught 8,000",
    ],
)
def test_it_is_the_same_when_made_anew_and_keeps_no_word_of_the_message(
    desk: Desk, claim: str, audience: Audience
) -> None:
    said = check(desk, claim, audience)
    anew = desk.again(said.again, BOT.username)
    assert anew.reply.html(BOT.username) == said.reply.html(BOT.username)
    assert not any(word in said.again for word in ("caught", "rare", "lost", "тримають"))


def test_what_is_no_claim_of_anybodys_is_the_same_when_made_anew(desk: Desk) -> None:
    for page in ("own answer", "nothing to check", "check"):
        said = desk.page(page, Request("", "de", Audience.GROUP, bot=BOT.username))
        assert said.language == "de"
        assert desk.again(said.again, BOT.username).reply == said.reply


@BOTH
def test_the_articles_own_claims_fit_however_many_are_made_at_once(
    real: Knowledge, audience: Audience
) -> None:
    """In every language, and with the wire's limits to spare."""
    desk = Desk(real)
    claims: dict[str, list[str]] = defaultdict(list)
    for row in map(json.loads, SET.read_text(encoding="utf-8").splitlines()):
        claims[row["lang"]].append(row["question"].rstrip(".!") + ".")
    for said_by_many in claims.values():
        for start in range(0, len(said_by_many), 5):
            said = check(desk, "\n".join(said_by_many[start : start + 5]), audience)
            assert said.reply.text().count("\n> ") <= MOST_QUOTES
            assert said.reply.length() <= MOST_OF_SEVERAL
            anew = desk.again(said.again, None)
            assert {fact.id for fact in said.cited} <= {fact.id for fact in anew.cited}
            assert anew.reply.length() <= MOST_OF_SEVERAL
