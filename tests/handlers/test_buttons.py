"""Which buttons stand under which answer, and that what they hand back fits and is understood."""

from __future__ import annotations

import pytest

from handlers.buttons import LONGEST_LABEL, MOST_BYTES, Action, Press, read_press, under_start
from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.offers import examples
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Knowledge

BOT = "LindenBot"


def ask(desk: Desk, question: str, audience: Audience = Audience.PRIVATE, claim: str = "") -> Said:
    """What is said to a question on Telegram."""
    return desk.ask(Request(question, "en", audience, claim, bot=BOT))


def labels(said: Said) -> list[list[str]]:
    """What stands on the buttons, by rows."""
    return [[button.label for button in row] for row in said.buttons]


def test_under_an_answer_are_the_article_what_is_asked_next_and_thumbs(desk: Desk) -> None:
    assert labels(ask(desk, "Who holds Linden?")) == [
        ["Show in the article"],
        ["How many herrings?"],
        ["Will there be a storm?"],
        ["👍", "👎"],
    ]


def test_in_a_group_is_one_row_which_leads_into_the_private_chat(desk: Desk) -> None:
    said = ask(desk, "Who holds Linden?", Audience.GROUP)
    assert labels(said) == [["In the article", "👍", "👎"]]
    assert said.buttons[0][0].url == f"https://t.me/{BOT}?start=f_harbour-held"


def test_two_readings_are_a_button_each_with_the_statement_where_there_is_no_question(
    desk: Desk,
) -> None:
    for audience in Audience:
        said = ask(desk, "Linden?", audience)
        assert labels(said) == [["Who holds Linden?"], ["Nobody holds the pier."]]


@pytest.mark.parametrize("question", ["How many crabs?", "Who holds Elsewhere?"])
@pytest.mark.parametrize("audience", list(Audience))
def test_a_no_offers_to_send_the_question_to_the_editors_as_a_reply_to_it(
    desk: Desk, question: str, audience: Audience
) -> None:
    said = ask(desk, question, audience)
    assert labels(said) == [["Send the question to the editors"]]
    assert said.quotes_question


def test_somebody_elses_words_are_not_the_readers_to_send(desk: Desk) -> None:
    said = ask(desk, "How many crabs?", claim="How many crabs?")
    assert said.buttons == ()
    assert not said.quotes_question
    checked = desk.check(Request("", "en", Audience.GROUP, claim="How many crabs?", bot=BOT))
    assert checked.buttons == ()


def test_a_claim_that_was_checked_has_the_buttons_of_its_fact(desk: Desk) -> None:
    request = Request("", "en", Audience.GROUP, claim="The pier is theirs", bot=BOT)
    said = desk.check(request)
    assert said.buttons[0][0].url == f"https://t.me/{BOT}?start=f_pier-not-held"
    assert desk.again(said.again, BOT) == said


@pytest.mark.parametrize("question", ["Who holds Linden?", "Linden?", "How many crabs?"])
def test_an_answer_made_anew_has_the_same_buttons(desk: Desk, question: str) -> None:
    said = ask(desk, question)
    anew = desk.again(said.again, BOT)
    assert (anew.reply, anew.buttons) == (said.reply, said.buttons)


@pytest.mark.parametrize("question", ["thanks", "Who won the match?"])
def test_small_talk_has_no_buttons(desk: Desk, question: str) -> None:
    assert ask(desk, question).buttons == ()


def test_a_terminal_has_none(desk: Desk) -> None:
    assert desk.ask(Request("Who holds Linden?", "en", Audience.PRIVATE)).buttons == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_start_offers_its_examples_in_the_persons_language(desk: Desk, language: str) -> None:
    said = desk.commands.run("start", Request("", language, Audience.PRIVATE, bot=BOT))
    assert labels(said) == [["Who holds Linden?"], ["How many herrings?"]]
    pressed = [read_press(button.data) for row in said.buttons for button in row]
    assert all(press is not None and press.language == language for press in pressed)


@pytest.mark.parametrize("action", list(Action))
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_button_hands_back_fits_for_every_fact_and_is_understood(
    real: Knowledge, language: str, action: Action
) -> None:
    keys = [offer.key for offer in examples(language, real)]
    for about in (*(fact.id for fact in real.facts()), *keys, ""):
        press = Press(action, language, about)
        assert len(str(press).encode()) <= MOST_BYTES
        assert read_press(str(press)) == press


@pytest.mark.parametrize(
    "data",
    [None, "", "1", "1:q", "1:q:en", "0:q:en:catch", "2:q:en:catch", "1:z:en:catch", "f_catch"],
)
def test_what_another_version_handed_out_is_told_from_ours(data: str | None) -> None:
    assert read_press(data) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_of_every_fact_is_one_that_telegram_takes_and_a_phone_shows(
    real: Knowledge, language: str
) -> None:
    desk = Desk(real)
    rows = [*under_start(language, real)]
    for fact in real.facts():
        for audience in Audience:
            request = Request(f"f_{fact.id}", language, audience, bot="b" * 32)
            rows += desk.page("start", request).buttons
    for button in (each for row in rows for each in row):
        assert bool(button.data) != bool(button.url)
        assert len(button.data.encode()) <= MOST_BYTES
        assert 1 <= len(button.label) <= LONGEST_LABEL
