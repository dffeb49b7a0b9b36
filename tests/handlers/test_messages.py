"""A message is answered where it came from, and in a group below the question."""

from __future__ import annotations

import pytest

from handlers.outcome import ANSWERED, declined
from tests.handlers.talks import Talk
from tests.typed_messages import GROUP, PRIVATE, typed_row

FORUM = GROUP | {"is_forum": True}


@pytest.mark.parametrize(
    ("text", "chat", "below"),
    [
        ("Who holds Linden?", PRIVATE, False),
        ("How many crabs?", PRIVATE, True),
        ("@LindenBot who holds Linden?", GROUP, True),
    ],
)
async def test_in_private_only_what_may_be_sent_to_the_editors_is_answered_below_the_question(
    talk: Talk, text: str, chat: dict[str, object], below: bool
) -> None:
    """The button there takes the question's words."""
    row = typed_row(text, chat=chat)
    assert await talk.hand(message=row) == ANSWERED
    [sent] = talk.sent
    assert sent["chat_id"] == chat["id"]
    assert ("reply_parameters" in sent) is below


async def test_what_the_reception_declines_is_declined_by_its_rule_and_nothing_sent(
    talk: Talk,
) -> None:
    ended = await talk.hand(message=typed_row("who holds Linden?", chat=GROUP))
    assert ended == declined("not addressed to the bot")
    assert talk.sent == []


async def test_the_link_below_a_groups_answer_shows_the_words_in_the_article(talk: Talk) -> None:
    """Here Telegram finds no article, and the quote stands in the answer."""
    assert await talk.hand(message=typed_row("/start f_catch")) == ANSWERED
    article, shown = talk.sent
    assert article["text"].startswith("An invented article on Linden")
    assert "9,000 herrings" in shown["text"]


async def test_an_answer_in_a_forum_stays_in_its_topic(talk: Talk) -> None:
    topic = {"message_thread_id": 5, "is_topic_message": True}
    await talk.hand(message=typed_row("/harbour@LindenBot", chat=FORUM, **topic))
    assert [sent["message_thread_id"] for sent in talk.sent] == [5] * len(talk.sent)
    assert talk.sent
