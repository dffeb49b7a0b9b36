"""Whether a message is for the bot, and what it asks; the rules are in `addressed`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

import telegram
from telegram import Message, MessageEntity, MessageOriginUser
from telegram.constants import MessageEntityType

from handlers.entities import words_in, words_of, words_without
from handlers.links import fact_linked
from handlers.said import FLOOD
from knowledge import Exchange, Knowledge

_AROUND_A_QUESTION = " \t\n,;:.–—-"


class Rule(StrEnum):
    """Why a message isn't answered."""

    ANOTHER_BOT = "another bot's message"
    OWN_WORDS = "sent by way of this bot"
    AUTOMATIC_FORWARD = "a channel's post in its own group"
    NO_WORDS = "no words in it"
    OTHERS_COMMAND = "another bot's command"
    NOT_ADDRESSED = "not addressed to the bot"
    PLEASANTRY = "thanks and greetings in a group"
    FLOOD = FLOOD


@dataclass(frozen=True, slots=True)
class Bot:
    """Who the bot is on Telegram."""

    id: int
    username: str
    """Without @."""
    inline: bool = False
    """Whether its name may be typed anywhere, to choose a card."""
    guest: bool = False
    """Whether it may be called where it's no member."""

    @classmethod
    def of(cls, connected: telegram.Bot) -> Self:
        """Who `connected` is, which has logged in."""
        own = connected.bot
        return cls(
            own.id,
            connected.username,
            bool(own.supports_inline_queries),
            bool(own.supports_guest_queries),
        )


@dataclass(frozen=True, slots=True)
class Addressed:
    """What a message asks of the bot."""

    command: str | None
    """The command's name without slash and bot, or `None` for plain words."""
    words: str
    """What follows the command, or the question; may be empty."""
    claim: str = ""
    """The words of somebody's message that it replies to: meant where `words` are empty."""


def addressed(message: Message, bot: Bot, *, private: bool) -> Addressed | Rule:
    """What the message asks of `bot`, or the rule by which it stays unanswered.

    In private everything that a person writes is for the bot. In a group it's a command (without
    a bot's name or with this one's), a mention anywhere, or a reply to one of the bot's own
    messages; nothing else.
    """
    if (rule := _author_rule(message, bot)) is not None:
        return rule
    text, entities = words_of(message)
    is_reply = _replies_to(message, bot)
    mentions = [entity for entity in entities if _mentions(text, entity, bot)]
    words = words_without(text, mentions).strip(_AROUND_A_QUESTION) if mentions else text.strip()
    command = _command(text, entities, mentions) or (_spoken_command(words) if mentions else None)
    if command is not None:
        name, at, rest = command
        if at is not None and at.casefold() != bot.username.casefold():
            return Rule.OTHERS_COMMAND
        return Addressed(name, rest, _claim(message, bot))
    if mentions:
        return Addressed(None, words, _claim(message, bot))
    if private or is_reply:
        return Addressed(None, words)
    return Rule.NOT_ADDRESSED


def names_bot(message: Message, bot: Bot) -> bool:
    """Whether the message names the bot, by mention or `/command@bot`.

    A reply to it doesn't: an admin's `/ban` below its answer is meant for the group's own bot.
    """
    text, entities = words_of(message)
    command = _command(text, entities)
    at = command[1] if command is not None else None
    return (at is not None and at.casefold() == bot.username.casefold()) or any(
        _mentions(text, entity, bot) for entity in entities
    )


def exchange_replied_to(message: Message, bot: Bot, knowledge: Knowledge) -> Exchange | None:
    """The facts linked in the bot's message that this one replies to, if there are any.

    The bot's message may have been posted by a person who chose it, inline.
    """
    replied = message.reply_to_message
    if replied is None or not (_replies_to(message, bot) or _posted_for(replied, bot)):
        return None
    _, entities = words_of(replied)
    linked = dict.fromkeys(fact_linked(entity.url or "", bot.username) for entity in entities)
    facts = tuple(each for each in linked if each and knowledge.fact(each) is not None)
    return Exchange(facts=facts) if facts else None


def replies_to_own(message: Message, bot: Bot) -> bool:
    """Whether the message replies to what the bot has said, or somebody has posted for it."""
    replied = message.reply_to_message
    return _replies_to(message, bot) or (replied is not None and _posted_for(replied, bot))


def forwards_own(message: Message, bot: Bot) -> bool:
    """Whether the message is one of the bot's own, forwarded."""
    origin = message.forward_origin
    by_itself = isinstance(origin, MessageOriginUser) and origin.sender_user.id == bot.id
    return by_itself or (origin is not None and _posted_for(message, bot))


def _author_rule(message: Message, bot: Bot) -> Rule | None:
    if message.is_automatic_forward:
        return Rule.AUTOMATIC_FORWARD
    if _posted_for(message, bot) and message.forward_origin is None:
        return Rule.OWN_WORDS
    author = message.from_user
    # Anonymous admins and people writing as a channel come as Telegram's bot, with `sender_chat`.
    if author is not None and author.is_bot and message.sender_chat is None:
        return Rule.ANOTHER_BOT
    return None


def _replies_to(message: Message, bot: Bot) -> bool:
    replied = message.reply_to_message
    return (
        replied is not None
        and replied.from_user is not None
        and replied.from_user.id == bot.id
        # In a forum each message "replies" to what opened its topic, which may be the bot's.
        and replied.forum_topic_created is None
    )


def _posted_for(message: Message, bot: Bot) -> bool:
    return message.via_bot is not None and message.via_bot.id == bot.id


def _claim(message: Message, bot: Bot) -> str:
    if replies_to_own(message, bot):
        return ""
    # Whoever quotes a part of a message, maybe of another chat's, means that part.
    if message.quote is not None and (message.quote.is_manual or message.external_reply):
        return message.quote.text.strip()
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None:
        return ""
    return words_of(replied)[0].strip()


def _mentions(text: str, entity: MessageEntity, bot: Bot) -> bool:
    if entity.type == MessageEntityType.TEXT_MENTION:
        return entity.user is not None and entity.user.id == bot.id
    return (
        entity.type == MessageEntityType.MENTION
        and words_in(text, entity).casefold() == f"@{bot.username}".casefold()
    )


def _command(
    text: str, entities: Sequence[MessageEntity], mentions: Sequence[MessageEntity] = ()
) -> tuple[str, str | None, str] | None:
    # Name, bot's name if given, and the rest of a command that opens the message.
    for entity in entities:
        if entity.type == MessageEntityType.BOT_COMMAND and entity.offset == 0:
            name, _, at = words_in(text, entity)[1:].partition("@")
            return name, at or None, words_without(text, [entity, *mentions]).strip()
    return None


def _spoken_command(words: str) -> tuple[str, str | None, str] | None:
    # "@bot /territory": once the mention is taken away, a command opens the message.
    if not words.startswith("/") or len(words) < 2:
        return None
    called, _, rest = words[1:].partition(" ")
    name, _, at = called.partition("@")
    return (name, at or None, rest.strip()) if name.isidentifier() else None
