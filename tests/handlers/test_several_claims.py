"""Of several claims of a message, each is quoted above what the article says to it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.answer_words import MOST_OF_SEVERAL
from handlers.claim_words import ClaimWords
from handlers.desk import Desk
from handlers.said import Audience
from knowledge import Answer, Kind, Knowledge, Verdict
from tests.handlers.test_claim_words import BOTH, EVERYTHING, check
from tests.invented_knowledge import CAUTION, FACTS, HARBOUR
from tests.typed_messages import BOT


def test_a_quote_that_two_claims_rest_on_is_shown_once_below_both(desk: Desk) -> None:
    text = check(desk, "The Greys hold Linden. The pier is theirs").reply.text()
    assert text.startswith(
        "“The Greys hold Linden”\nThe article says so. The Greys hold the harbour of Linden.\n"
        f"“The pier is theirs”\nThe article says otherwise. Nobody holds the pier.\n> {HARBOUR}\n"
    )
    assert text.count("\n> ") == 1


def test_of_several_claims_each_is_quoted_above_what_the_article_says_to_it(desk: Desk) -> None:
    said = check(desk, "The pier is theirs. Crabs are rare. There is a storm")
    assert said.reply.text() == (
        "“The pier is theirs”\n"
        "The article says otherwise. Nobody holds the pier.\n"
        "> its pier isn’t\n"
        "— paragraph 1, invented\n"
        "\n"
        "“There is a storm”\n"
        "The article says of this: A storm is said to be coming.\n"
        "> A storm is said to be coming.\n"
        "— paragraph 4 · the article doesn't say who says so\n"
        "\n"
        "“Crabs are rare”\n"
        "The article doesn't say that."
    )
    assert "<b>The article says otherwise.</b> Nobody" in said.reply.html()
    assert "<b>The article doesn't say that.</b>" in said.reply.html()


def test_claims_borne_out_alike_by_one_quote_are_quoted_above_one_verdict(
    knowledge: Knowledge,
) -> None:
    answers = [
        Answer(
            Kind.ANSWERED, "en", FACTS[:1], Verdict.YES, claims=("it's theirs", "they hold it")
        ),
        Answer(Kind.ANSWERED, "en", FACTS[1:2], Verdict.YES, claims=("nobody has the pier",)),
    ]
    assert (
        ClaimWords(knowledge)
        .say(answers, Audience.GROUP)
        .reply.text()
        .startswith(
            "“it's theirs”\n“they hold it”\n“nobody has the pier”\n"
            "The article says so. The Greys hold the harbour of Linden. Nobody holds the pier.\n> "
        )
    )


def test_a_fact_that_two_claims_share_is_told_once_of_that_with_a_verdict(
    knowledge: Knowledge,
) -> None:
    answers = [
        Answer(Kind.ANSWERED, "en", FACTS[:2], claims=("harbour and pier",)),
        Answer(Kind.ANSWERED, "en", FACTS[:1], Verdict.YES, claims=("harbour",)),
    ]
    text = ClaimWords(knowledge).say(answers, Audience.GROUP).reply.text()
    assert text.startswith(
        "“harbour”\nThe article says so. The Greys hold the harbour of Linden.\n"
        "“harbour and pier”\nThe article says of this: Nobody holds the pier.\n> "
    )


def test_claims_on_which_the_article_says_nothing_are_told_together(desk: Desk) -> None:
    said = check(desk, "Crabs are rare. Eels & <b>rays</b> are rare")
    assert said.reply.html() == (
        "“Crabs are rare”\n“Eels &amp; &lt;b&gt;rays&lt;/b&gt; are rare”\n"
        "<b>The article doesn't say that.</b>"
    )
    assert said.kind is Kind.NOT_SAID
    assert said.cited == said.near == ()


def test_a_long_claim_is_quoted_by_its_first_words(knowledge: Knowledge) -> None:
    long = "the harbour and the pier and the mast and the herrings are all of them theirs"
    answers = [
        Answer(Kind.ANSWERED, "en", FACTS[:1], Verdict.YES, claims=(long,)),
        Answer(Kind.NOT_SAID, "en", claims=("x" * 900,)),
    ]
    lines = ClaimWords(knowledge).say(answers, Audience.GROUP).reply.text().splitlines()
    assert lines[0] == "“the harbour and the pier and the mast and the herrings are…”"
    assert lines[-2] == "“…”"


@pytest.mark.parametrize("kind", [Kind.ANSWERED, Kind.NOT_SAID])
def test_one_line_says_where_more_was_claimed_than_is_told(
    knowledge: Knowledge, kind: Kind
) -> None:
    facts = FACTS[:1] if kind is Kind.ANSWERED else ()
    answer = Answer(kind, "en", facts, claims=("so it is",), unchecked=True)
    lines = ClaimWords(knowledge).say([answer], Audience.GROUP).reply.text().splitlines()
    assert lines[0] == "“so it is”"
    assert lines[-1] == "Not all of it is checked here: have the rest checked by itself."


def test_what_the_article_never_names_stands_below_the_claims_on_it(
    knowledge: Knowledge,
) -> None:
    told = Answer(Kind.ANSWERED, "en", FACTS[:1], Verdict.YES, claims=("it's theirs",))
    unnamed = Answer(Kind.NOT_NAMED, "en", names=("Elm", "Ash"), claims=("Elm fell", "Ash fell"))
    words = ClaimWords(knowledge)
    text = words.say([told, unnamed], Audience.GROUP).reply.text()
    assert text.endswith("\n\n“Elm fell”\n“Ash fell”\nThe article never names Elm or Ash.")
    assert words.say([unnamed], Audience.GROUP).reply.html() == (
        "“Elm fell”\n“Ash fell”\n<b>The article never names Elm or Ash.</b>"
    )
    alone = replace(unnamed, names=("Elm",), claims=("Elm fell",))
    assert words.say([alone], Audience.GROUP).reply.text() == "The article never names Elm."


def test_what_is_not_checked_is_quoted_as_far_as_there_is_room(knowledge: Knowledge) -> None:
    left = ("so is the mast", "the eels " * 20)
    answer = Answer(
        Kind.ANSWERED, "en", FACTS[:1], claims=("so",), unchecked=True, unchecked_claims=left
    )
    text = ClaimWords(knowledge).say([answer], Audience.GROUP).reply.text()
    assert text.endswith(
        "\n\n“so is the mast”\n“the eels the eels the eels the eels the eels the eels the…”\n"
        "Not all of it is checked here: have the rest checked by itself."
    )


def test_a_caution_that_travels_with_a_claim_is_led_in_by_a_word_of_ours(desk: Desk) -> None:
    text = check(desk, "There is a storm. They caught 9,000").reply.text()
    assert f"\nThe article also says:\n> {CAUTION}\n" in text


def test_a_claim_that_there_is_no_room_for_is_not_passed_over_silently(desk: Desk) -> None:
    *_, left, no = check(desk, EVERYTHING).reply.text().splitlines()
    assert left == "“The mast takes two years”"
    assert no.startswith("Not all of it")


@BOTH
def test_several_claims_are_told_without_their_words_when_made_anew(
    desk: Desk, audience: Audience
) -> None:
    """Nobody's words are kept, so there are none to quote."""
    said = check(desk, "Crabs are rare. There is a storm. The pier is theirs", audience)
    anew = desk.again(said.again, BOT.username)
    assert not any(word in said.again for word in ("Crabs", "theirs", "is a"))
    assert anew.cited == said.cited
    assert anew.reply.text().startswith(
        "The article says of this:\nA storm is said to be coming.\n> "
    )
    assert "The article says otherwise.\nNobody holds the pier.\n> " in anew.reply.text()
    assert "\nThe article doesn't say more of it." in anew.reply.text()


def test_that_not_all_is_checked_is_still_said_when_made_anew(desk: Desk) -> None:
    said = check(desk, EVERYTHING)
    anew = desk.again(said.again, BOT.username)
    assert anew.reply.text().splitlines()[-1] == said.reply.text().splitlines()[-1]


@BOTH
def test_each_fact_fits_below_the_longest_claims_beside_those_that_are_not_said(
    real: Knowledge, audience: Audience
) -> None:
    long = ("word " * 40,)
    for fact in real.facts():
        for language in real.languages:
            told = Answer(Kind.ANSWERED, language, (fact,), Verdict.NO, claims=long * 2)
            unsaid = Answer(Kind.NOT_SAID, language, claims=long)
            last = Answer(
                Kind.NOT_NAMED,
                language,
                names=("Long Name of a Town",) * 4,
                claims=tuple(f"{number} {long[0]}" for number in range(4)),
                unchecked=True,
                unchecked_claims=long,
            )
            said = ClaimWords(real).say([told, *[unsaid] * 4, last], audience)
            assert said.reply.length() <= MOST_OF_SEVERAL
