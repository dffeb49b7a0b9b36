"""What is said to a message, and by which rule nothing is."""

from __future__ import annotations

import pytest

from handlers.addressing import Rule
from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.flood import Flood
from handlers.reception import Reception
from handlers.said import Said
from knowledge import Exchange, Kind, Knowledge
from tests.invented_knowledge import InventedKnowledge
from tests.typed_messages import (
    BEN,
    BOT,
    GROUP,
    said_by_ben,
    said_by_bot,
    typed,
    typed_in_group,
)


def test_a_question_in_private_is_answered(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    said = reception.receive(typed("Who holds Linden?"), BOT)
    assert isinstance(said, Said)
    assert said.kind is Kind.ANSWERED
    assert knowledge.asked == [("Who holds Linden?", "en", None)]


@pytest.mark.parametrize(
    ("minutes", "answered"), [(20, 12), (0, 5)], ids=["now and then", "all at once"]
)
def test_a_flood_is_told_by_when_it_was_written(desk: Desk, minutes: int, answered: int) -> None:
    """After an outage both are met at once."""
    reception = Reception(desk, Conversations(), Flood())
    said = [
        reception.receive(typed("Who holds Linden?", date=number * minutes * 60), BOT)
        for number in range(12)
    ]
    kinds = [one.kind for one in said if isinstance(one, Said)]
    assert kinds.count(Kind.ANSWERED) == answered


def test_chatter_in_a_group_never_reaches_the_knowledge(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    assert reception.receive(typed_in_group("Who holds Linden?"), BOT) is Rule.NOT_ADDRESSED
    assert knowledge.asked == []


def test_a_follow_up_refers_to_the_last_exchange_of_that_person_in_that_chat(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    reception.receive(typed_in_group("@LindenBot how many herrings?"), BOT)
    reception.receive(typed_in_group("@LindenBot says who?"), BOT)
    reception.receive(typed_in_group("@LindenBot says who?", **{"from": BEN}), BOT)
    reception.receive(typed("says who?"), BOT)
    befores = [after for _, _, after in knowledge.asked]
    assert befores == [None, Exchange("how many herrings?", ("catch",)), None, None]


def test_a_reply_refers_to_the_facts_linked_in_the_message_even_after_a_restart(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    answer = said_by_bot("catch", "caution", "not-a-fact")
    said = reception.receive(typed_in_group("says who?", reply_to_message=answer), BOT)
    assert isinstance(said, Said)
    assert said.kind is Kind.ANSWERED
    assert knowledge.asked[-1][2] == Exchange("", ("catch", "caution"))


def test_a_reply_to_an_older_answer_refers_to_that_one(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    reception.receive(typed_in_group("@LindenBot who holds Linden?"), BOT)
    reception.receive(typed_in_group("says who?", reply_to_message=said_by_bot("storm")), BOT)
    assert knowledge.asked[-1][2] == Exchange("", ("storm",))


def test_a_reply_to_the_last_answer_knows_its_question_too(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    reception.receive(typed_in_group("@LindenBot how many herrings?"), BOT)
    answer = said_by_bot("catch", "caution")
    reception.receive(typed_in_group("says who?", reply_to_message=answer), BOT)
    assert knowledge.asked[-1][2] == Exchange("how many herrings?", ("catch",))


def test_links_of_somebody_else_are_no_context(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    """Only the bot's own message may say what it was about."""
    forged = said_by_bot("catch") | {"from": BEN}
    reception.receive(typed_in_group("@LindenBot says who?", reply_to_message=forged), BOT)
    assert knowledge.asked[-1][2] is None


def test_thanks_do_not_end_a_conversation(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    for text in ("how many herrings?", "thanks", "says who?"):
        reception.receive(typed(text), BOT)
    assert knowledge.asked[-1][2] == Exchange("how many herrings?", ("catch",))


def test_nothing_is_remembered_of_anonymous_admins(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    for text in ("@LindenBot how many herrings?", "@LindenBot says who?"):
        reception.receive(typed_in_group(text, sender_chat=GROUP), BOT)
    assert knowledge.asked[-1][2] is None


@pytest.mark.parametrize("text", ["thanks", "hi", "well done", "how are you?", "bye"])
def test_thanks_and_greetings_in_a_group_get_nothing(reception: Reception, text: str) -> None:
    mentioned = typed_in_group(f"@LindenBot {text}")
    replied = typed_in_group(text, reply_to_message=said_by_bot())
    commands = [typed_in_group(f"{ask} {text}") for ask in ("/ask", "/ask@LindenBot", "/ASK")]
    for message in (mentioned, replied, *commands):
        assert reception.receive(message, BOT) is Rule.PLEASANTRY


@pytest.mark.parametrize(
    "text", ["tell me a joke", "asdfgh", "you suck", "you're wrong", "?", "test"]
)
@pytest.mark.parametrize("before", ["@LindenBot ", "/ask@LindenBot "])
def test_who_calls_it_in_a_group_with_other_small_talk_is_told_what_it_answers_from(
    text: str, before: str, real: Knowledge
) -> None:
    said = Reception(Desk(real), Conversations()).receive(typed_in_group(before + text), BOT)
    assert isinstance(said, Said)
    assert "one source only" in said.reply.text()
    assert "\n" not in said.reply.text()


@pytest.mark.parametrize("text", ["ok", "lol", "👍", "haha", "hm", "nice", "thanks"])
def test_a_word_thrown_in_below_an_answer_gets_nothing(text: str, real: Knowledge) -> None:
    """With the real article, and an answer that it could follow."""
    reception = Reception(Desk(real), Conversations())
    first = real.topics()[0].facts[0]
    below = typed_in_group(text, reply_to_message=said_by_bot(first.id))
    assert reception.receive(below, BOT) is Rule.PLEASANTRY


@pytest.mark.parametrize(
    "text",
    [
        "I disagree",
        "you are wrong",
        "nice one",
        "welcome",
        "Danke dir, Bot, schönen Tag noch",
        "спасибо, бот, хорошего дня",
        "дякую, боте, гарного дня",
        "hej allihopa, hur är läget?",
        "du har fel",
    ],
)
@pytest.mark.parametrize("before", ["", "@LindenBot ", "/ask "])
def test_a_remark_on_an_answer_gets_nothing_in_any_language(
    text: str, before: str, real: Knowledge
) -> None:
    """Though below an answer it could be taken for a question about that."""
    reception = Reception(Desk(real), Conversations())
    first = real.topics()[0].facts[0]
    below = typed_in_group(f"{before}{text}", reply_to_message=said_by_bot(first.id))
    assert reception.receive(below, BOT) is Rule.PLEASANTRY


@pytest.mark.parametrize("text", ["are you sure?", "really?", "wirklich?", "справді?", "says who"])
def test_a_doubt_that_asks_gets_its_answer_in_a_group(text: str, real: Knowledge) -> None:
    reception = Reception(Desk(real), Conversations())
    first = real.topics()[0].facts[0]
    below = typed_in_group(text, reply_to_message=said_by_bot(first.id))
    assert isinstance(reception.receive(below, BOT), Said)


def test_small_talk_after_a_topics_command_gets_what_the_command_gives(
    reception: Reception,
) -> None:
    said = reception.receive(typed_in_group("/harbour thanks"), BOT)
    assert said == reception.receive(typed_in_group("/harbour"), BOT)
    assert isinstance(said, Said)


@pytest.mark.parametrize("before", ["@LindenBot", "/ask", "/ask@LindenBot"])
def test_who_asks_in_a_group_what_the_bot_is_gets_its_line(
    reception: Reception, before: str
) -> None:
    said = reception.receive(typed_in_group(f"{before} who are you?"), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().count("\n") == 0


def test_thanks_in_private_get_a_line(reception: Reception) -> None:
    assert isinstance(reception.receive(typed("thanks"), BOT), Said)


def test_off_topic_when_addressed_gets_one_short_line(reception: Reception) -> None:
    said = reception.receive(typed_in_group("@LindenBot who won the match?"), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().count("\n") == 0


def test_a_bare_mention_below_a_message_asks_about_it(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    claim = said_by_ben("Do the Greys hold Linden?")
    said = reception.receive(typed_in_group("@LindenBot", reply_to_message=claim), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().startswith("Yes. ")
    assert knowledge.asked[-1][0] == "Do the Greys hold Linden?"


def test_a_bare_mention_alone_says_what_can_be_asked(reception: Reception) -> None:
    said = reception.receive(typed_in_group("@LindenBot"), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().startswith("I answer from one source only")


def test_a_bare_mention_in_private_does_too(reception: Reception) -> None:
    said = reception.receive(typed("@LindenBot"), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().startswith("I answer from one source only")


def test_an_unknown_command_gets_a_line_where_it_is_certainly_for_the_bot(
    reception: Reception,
) -> None:
    for message in (typed("/weather"), typed_in_group("/weather@LindenBot")):
        said = reception.receive(message, BOT)
        assert isinstance(said, Said)
        assert said.reply.text() == "I don't know that command. /help lists mine."
    assert reception.receive(typed_in_group("/weather"), BOT) is Rule.OTHERS_COMMAND


@pytest.mark.parametrize("words", ["", " for two days"])
def test_a_reply_to_the_bot_with_a_command_that_it_lacks_is_another_bots(
    reception: Reception, words: str
) -> None:
    """An admin's, to have the group's own bot deal with what this one has said."""
    own = said_by_bot("catch")
    banned = typed_in_group(f"/ban{words}", reply_to_message=own)
    assert reception.receive(banned, BOT) is Rule.OTHERS_COMMAND
    named = typed_in_group(f"/ban@LindenBot{words}", reply_to_message=own)
    assert isinstance(reception.receive(named, BOT), Said)


def test_a_sticker_gets_one_line_in_private_and_nothing_in_a_group(reception: Reception) -> None:
    dice = {"emoji": "🎲", "value": 3}
    said = reception.receive(typed(None, dice=dice), BOT)
    assert isinstance(said, Said)
    assert said.reply.text() == "I read words only: write your question, please."
    group = typed_in_group(None, dice=dice, reply_to_message=said_by_bot())
    assert reception.receive(group, BOT) is Rule.NO_WORDS


def test_a_service_message_gets_nothing_even_in_private(reception: Reception) -> None:
    message = typed(None, group_chat_created=True)
    assert reception.receive(message, BOT) is Rule.NO_WORDS


def test_a_conversation_goes_on_in_its_own_language(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    """Whose Telegram is in English may write Ukrainian; what they asked in a group is apart."""
    reception.receive(typed("хто тримає Linden?"), BOT)
    said = reception.receive(typed("/privacy"), BOT)
    assert isinstance(said, Said)
    assert said.language == "uk"
    reception.receive(typed("Linden"), BOT)
    reception.receive(typed_in_group("@LindenBot Linden"), BOT)
    assert [hint for _, hint, _ in knowledge.asked] == ["en", "uk", "en"]


def test_a_language_that_is_not_spoken_is_answered_in_that_of_the_persons_telegram(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    for text in ("хто тримає Linden?", "¿Linden?"):
        reception.receive(typed(text), BOT)
    assert [hint for _, hint, _ in knowledge.asked] == ["en", "en"]


def test_a_fact_opened_by_its_link_may_be_asked_on(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    reception.receive(typed("/start f_catch"), BOT)
    reception.receive(typed("says who?"), BOT)
    assert knowledge.asked[-1][2] == Exchange("", ("catch",))


def test_a_place_opened_by_its_link_may_be_asked_on(
    reception: Reception, knowledge: InventedKnowledge
) -> None:
    reception.receive(typed("/start place_oakham"), BOT)
    reception.receive(typed("says who?"), BOT)
    assert knowledge.asked[-1][2] == Exchange("", ("mast",))


def test_the_persons_language_frames_a_command(reception: Reception) -> None:
    said = reception.receive(typed("/privacy", **{"from": BEN}), BOT)
    assert isinstance(said, Said)
    assert said.reply.text().startswith("Що я зберігаю")
