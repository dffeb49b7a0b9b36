"""An answer says what the article says, who says it and how sure, and what it isn't."""

from __future__ import annotations

from dataclasses import replace

import pytest

from handlers.answer_words import MOST_CHARACTERS, MOST_QUOTES, AnswerWords
from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Answer, Kind, Verdict
from tests.invented_knowledge import CATCH, CAUTION, FACTS, HARBOUR

BOTH = pytest.mark.parametrize("audience", list(Audience))


def ask(desk: Desk, question: str, audience: Audience = Audience.PRIVATE) -> Said:
    """What the desk says to a question."""
    return desk.ask(Request(question, None, audience))


def test_an_answer_has_statement_quote_source_and_dating(desk: Desk) -> None:
    assert ask(desk, "Who holds Linden?").reply.text() == (
        "The Greys hold the harbour of Linden.\n"
        f"> {HARBOUR}\n"
        "— paragraph 1, an invented article on Linden\n"
        "\n"
        "The article is invented."
    )


def test_in_a_group_the_dating_is_in_the_source_line(desk: Desk) -> None:
    said = ask(desk, "Who holds Linden?", Audience.GROUP)
    assert said.reply.text().splitlines()[-1] == "— paragraph 1, invented"
    assert "<blockquote>" in said.reply.html(), "a short quote is shown whole"


def test_the_source_is_a_link_that_carries_the_fact(desk: Desk) -> None:
    html = ask(desk, "Who holds Linden?").reply.html("LindenBot")
    assert '<a href="https://t.me/LindenBot?start=f_harbour-held">paragraph 1' in html


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Do the Greys hold Linden?", "Yes. The Greys hold"),
        ("Is the pier theirs?", "No. Nobody holds"),
        ("Did they catch 9,000?", "Yes, so it is claimed. The Greys claim"),
        ("Did they catch 8,000?", "No, going by what is claimed. The Greys claim"),
    ],
)
def test_a_yes_or_no_comes_first_and_says_when_it_is_a_claim(
    desk: Desk, question: str, opening: str
) -> None:
    assert ask(desk, question).reply.text().startswith(opening)


@pytest.mark.parametrize(
    ("fact", "verdict", "language", "opening"),
    [
        (0, Verdict.YES, "en", "That's right. The Greys"),
        (0, Verdict.NO, "en", "That's not so. The Greys"),
        (2, Verdict.YES, "en", "That's right, so it is claimed. The"),
        (6, Verdict.NO, "en", "That's not so, going by the estimate. The"),
        (0, Verdict.YES, "de", "Das stimmt. "),
        (0, Verdict.NO, "sv", "Det stämmer inte. "),
        (0, Verdict.YES, "ru", "Это так. "),
        (0, Verdict.NO, "uk", "Це не так. "),
    ],
)
def test_to_what_is_denied_no_yes_or_no_is_said_that_could_mean_its_contrary(
    desk: Desk, fact: int, verdict: Verdict, language: str, opening: str
) -> None:
    answer = Answer(Kind.ANSWERED, language, FACTS[fact : fact + 1], verdict, denied=True)
    said = AnswerWords(desk.knowledge).say(answer, Audience.GROUP)
    assert said.reply.text().startswith(opening)
    assert desk.again(said.again, None).reply == said.reply


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_the_articles_own_word_it_says_first_that_no_source_is_named(
    desk: Desk, language: str
) -> None:
    answer = Answer(Kind.ANSWERED, language, FACTS[:1], own_word=True)
    text = AnswerWords(desk.knowledge).say(answer, Audience.GROUP).reply.text()
    opening = "The article says it in its own words, naming no source: "
    assert text.startswith(opening) is (language == "en")
    assert not text.startswith(("Yes", "Ja", "Да", "Так"))


@BOTH
def test_a_claim_travels_with_its_caution_and_says_whose_it_is(
    desk: Desk, audience: Audience
) -> None:
    said = ask(desk, "How many herrings?", audience)
    text = said.reply.text()
    assert [fact.quote for fact in said.cited] == [CATCH, CAUTION]
    assert f"> {CATCH}\n" in text
    assert f"> {CAUTION}\n" in text
    assert text.startswith("The Greys claim 9,000 herrings")
    assert text.count("Greys") == 2, "our words and the quote: who says it isn't told once more"


def test_the_article_is_named_once(desk: Desk) -> None:
    text = ask(desk, "How many herrings?").reply.text()
    assert text.count("an invented article on Linden") == 1
    assert "\n— paragraph 3\n" in text


def test_what_nobody_is_named_for_says_so(desk: Desk) -> None:
    text = ask(desk, "Will there be a storm?").reply.text()
    assert "— paragraph 4, an invented article on Linden · the article doesn't say who" in text


def test_one_quote_is_shown_once_for_two_facts(desk: Desk) -> None:
    """The second fact rests on part of the first one's quote."""
    text = ask(desk, "Tell me all").reply.text()
    assert text.count("its pier isn’t") == 1
    assert text.startswith("The Greys hold the harbour of Linden. Nobody holds the pier.\n> ")


@BOTH
def test_an_answer_keeps_to_four_quotes_and_names_the_command_with_the_rest(
    desk: Desk, audience: Audience
) -> None:
    said = ask(desk, "Tell me all", audience)
    assert said.reply.text().count("\n> ") == MOST_QUOTES
    assert said.reply.length() <= MOST_CHARACTERS
    assert said.reply.text().endswith("The article says more: /fish")


def worded(desk: Desk, answer: Answer) -> str:
    """How `answer` is worded in private."""
    return AnswerWords(desk.knowledge).say(answer, Audience.PRIVATE).reply.text()


def test_all_topics_with_the_rest_are_named_in_their_order(desk: Desk) -> None:
    answer = Answer(Kind.ANSWERED, "en", FACTS[:1], more=("fish", "harbour"))
    assert worded(desk, answer).endswith("The article says more: /harbour, /fish")


def test_where_it_says_more_not_all_of_the_rest_is_unsaid(desk: Desk) -> None:
    answer = Answer(Kind.ANSWERED, "en", FACTS[:1], rest=Kind.NOT_SAID, more=("fish",))
    assert "The article doesn't say all of what you ask." in worded(desk, answer)


def test_yes_to_whether_somebody_says_so_rests_on_no_claim(desk: Desk) -> None:
    claimed = Answer(Kind.ANSWERED, "en", FACTS[2:3], verdict=Verdict.YES)
    assert worded(desk, claimed).startswith("Yes, so it is claimed. ")
    assert worded(desk, replace(claimed, of_saying=True)).startswith("Yes. ")


def test_what_the_article_never_names_is_said_and_escaped(desk: Desk) -> None:
    said = ask(desk, "Who holds Elsewhere?")
    assert said.kind is Kind.NOT_NAMED
    assert said.reply.text() == "The article never names Elsewhere <b>."
    assert "<b>The article never names Elsewhere &lt;b&gt;.</b>" in said.reply.html()


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        (
            "who holds linden, elsewhere and elsewhere?",
            "The article never names Elsewhere or Elsewhere <b>.",
        ),
        (
            "who holds linden and how many eels?",
            "The article doesn't say the rest of what you ask.",
        ),
    ],
)
def test_what_of_a_question_has_no_answer_is_said_below_what_has(
    desk: Desk, question: str, rest: str
) -> None:
    told, whole = ask(desk, "who holds linden?"), ask(desk, question)
    assert whole.reply.text().replace(f"{rest}\n", "") == told.reply.text()
    assert whole.cited == told.cited
    assert whole.kind is Kind.ANSWERED


def test_what_is_near_is_marked_as_not_the_answer(desk: Desk) -> None:
    said = ask(desk, "How many crabs?")
    assert said.reply.text().startswith(
        "The article doesn't say that.\nNot the answer, but what it does say nearby:\n\n"
    )
    assert said.cited == ()
    assert [fact.id for fact in said.near] == ["catch", "caution", "storm"]


def test_in_a_group_what_is_near_has_the_shortest_dating(desk: Desk) -> None:
    said = ask(desk, "How many crabs?", Audience.GROUP)
    private = ask(desk, "How many crabs?")
    assert said.near == private.near
    assert said.reply.length() < private.reply.length()


@BOTH
def test_with_nothing_near_it_is_one_line(desk: Desk, audience: Audience) -> None:
    assert ask(desk, "How many eels?", audience).reply.text() == "The article doesn't say that."


def test_another_subject_gets_one_line_on_what_can_be_asked(desk: Desk) -> None:
    assert ask(desk, "Who won the match?").reply.text() == (
        "I answer from one source only: an invented article on Linden. "
        "Ask me about: Harbour · Fish."
    )


def test_in_a_group_that_line_is_shorter_still(desk: Desk) -> None:
    assert ask(desk, "Who won the match?", Audience.GROUP).reply.text() == (
        "I answer from one source only: an invented article on Linden. /help lists its topics."
    )


def test_small_talk_is_met_in_kind(desk: Desk) -> None:
    assert ask(desk, "thanks").reply.text().startswith("You're welcome. I answer from one source")
    assert ask(desk, "hi").reply.text().startswith("Hello! I answer from one source")


def test_two_readings_are_a_line_each_as_a_question_where_there_is_one(desk: Desk) -> None:
    assert ask(desk, "Linden?").reply.text() == (
        "Which do you mean?\n• Who holds Linden?\n• Nobody holds the pier."
    )


def test_the_frame_speaks_the_questions_language_and_the_quote_the_articles(desk: Desk) -> None:
    said = ask(desk, "Хто тримає Linden?")
    assert said.language == "uk"
    assert said.reply.text() == (
        "The Greys hold the harbour of Linden. [uk]\n"
        f"> {HARBOUR}\n"
        "— абзац 1, an invented article on Linden [uk]\n"
        "\n"
        "The article is invented. [uk]"
    )


def test_an_answer_hands_on_what_a_follow_up_needs_and_small_talk_does_not(desk: Desk) -> None:
    said = ask(desk, "Who holds Linden?")
    assert said.exchange is not None
    assert said.exchange.facts == ("harbour-held",)
    assert ask(desk, "thanks").exchange is None


@BOTH
def test_a_caution_is_said_once_in_our_words_and_its_quote_is_led_in(
    desk: Desk, audience: Audience
) -> None:
    """In the statement itself: our words for the fact that travels along would say it again."""
    text = ask(desk, "How many herrings?", audience).reply.text()
    assert text.count("great caution") == 2
    assert "The catch is to be viewed" not in text
    assert f"\nThe article also says:\n> {CAUTION}\n" in text


def test_an_answer_too_long_keeps_every_quote_and_gives_up_the_line_on_the_rest(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = ask(desk, "How many herrings?").reply
    assert "/fish" in whole.text()
    monkeypatch.setattr("handlers.answer_words.MOST_CHARACTERS", whole.length() - 1)
    text = ask(desk, "How many herrings?").reply.text()
    assert "/fish" not in text
    assert f"> {CATCH}\n" in text
    assert f"> {CAUTION}\n" in text
