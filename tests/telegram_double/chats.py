"""Who is there to write to the bot, and where: people, groups, topics and what was said."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.telegram_double.markup import units

_MARKED = re.compile(
    r"(?<!\S)/[A-Za-z0-9_]{1,32}(?:@[A-Za-z0-9_]{3,32})?|(?<!\w)@[A-Za-z0-9_]{4,32}"
)

NAME = "Quendolyn"
"""Of everybody, so that a log can be searched for anybody's."""
FIRST_PERSON, FIRST_GROUP = 7_391_000_000, -1_007_391_000_000
"""Ids from here on, away from zero, for the same reason: nothing else has such a number."""
GENERAL_TOPIC = 1
_QUERIES = count(1)
_RIGHTS: dict[str, dict[str, Any]] = {
    "kicked": {"until_date": 0},
    "administrator": dict.fromkeys(
        (
            "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
            "can_manage_video_chats", "can_restrict_members", "can_promote_members",
            "can_change_info", "can_invite_users", "can_post_stories", "can_edit_stories",
            "can_delete_stories", "can_post_messages",
        ),
        True,
    ),
}  # fmt: skip
"""What Telegram tells beside a status."""


MEDIA = {"animation", "audio", "contact", "dice", "document", "location", "photo", "poll",
         "sticker", "story", "venue", "video", "video_note", "voice"}  # fmt: skip


def entities_of(text: str) -> list[dict[str, Any]]:
    """The commands and mentions that Telegram marks in what people write."""
    return [
        {
            "type": "bot_command" if found[0].startswith("/") else "mention",
            "offset": units(text[: found.start()]),
            "length": units(found[0]),
        }
        for found in _MARKED.finditer(text)
    ]


@dataclass
class Chat:
    """A chat with all that was said in it."""

    shown: dict[str, Any]
    """The chat as Telegram shows it in an update."""
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)
    """Of a forum: those in which somebody has written. Nothing can be sent to its first, 1."""
    deleted_topics: set[int] = field(default_factory=set)
    refusal: str | None = None
    """What a 403 says, where the bot may not write any more."""
    migrated_to: int | None = None
    bot_is_admin: bool = False
    bot_spoke_last: bool = False

    @property
    def id(self) -> int:
        """Negative for groups, as with Telegram."""
        return int(self.shown["id"])

    @property
    def private(self) -> bool:
        """Whether it's with one person alone."""
        return bool(self.shown["type"] == "private")

    @property
    def forum(self) -> bool:
        """Whether it's a group with topics."""
        return bool(self.shown.get("is_forum"))

    def next_message_id(self) -> int:
        """Message ids rise by one in each chat."""
        return max(self.messages, default=0) + 1


@dataclass(frozen=True)
class Asked:
    """Something that a person did, and the update that it became."""

    chat: Chat
    message_id: int
    update_id: int | None
    """`None` where privacy mode kept it from the bot."""
    message: dict[str, Any]


@dataclass
class Person:
    """Somebody on Telegram."""

    shown: dict[str, Any]
    """The person as Telegram shows them in an update."""
    chat: Chat
    """Their private chat with the bot."""
    _hand_over: Callable[[str, dict[str, Any], Chat], int | None]
    _now: Callable[[], float]

    @property
    def id(self) -> int:
        """The same as that of the private chat."""
        return int(self.shown["id"])

    def writes(
        self,
        text: str | None,
        chat: Chat | None = None,
        *,
        topic: int | None = None,
        reply_to: dict[str, Any] | None = None,
        age: float = 0,
        **more: Any,
    ) -> Asked:
        """Write `text`, in private or in `chat`, there in a `topic` or in reply to a message.

        `age`: for how many seconds it has been waiting; `more`: fields of the message, such as a
        photo's, with no `text` then.
        """
        where = chat or self.chat
        message: dict[str, Any] = {
            "message_id": where.next_message_id(),
            "from": self.shown,
            "chat": where.shown,
            "date": int(self._now() - age),
            **_typed("text", text),
            **_typed("caption", more.pop("caption", None)),
        }
        if topic is not None:
            assert where.forum, "only a forum has topics"
            where.topics |= {topic} - {GENERAL_TOPIC}
            message |= {"message_thread_id": topic, "is_topic_message": True}
        if reply_to is not None:
            message["reply_to_message"] = {
                key: value for key, value in reply_to.items() if key != "reply_to_message"
            }
        message |= more
        where.messages[message["message_id"]] = message
        update = self._hand_over("message", message, where)
        return Asked(where, message["message_id"], update, message)

    def edits(self, asked: Asked, text: str) -> int | None:
        """Change what was written; the update's id."""
        edited = {**asked.message, "text": text, "edit_date": int(self._now())}
        return self._hand_over("edited_message", edited, asked.chat)

    def presses(self, message: dict[str, Any], data: str) -> tuple[str, int | None]:
        """Press the button with `data` under the bot's `message`; ids of query and update."""
        query = f"q{next(_QUERIES)}"
        shown: dict[str, Any] = {"id": query, "from": self.shown, "message": message, "data": data}
        shown["chat_instance"] = str(message["chat"]["id"])
        return query, self._hand_over("callback_query", shown, self.chat)

    def presses_inline(self, message: str, data: str) -> tuple[str, int | None]:
        """Press a button under a message that was posted inline or by a guest: only its id comes.

        Ids of query and update.
        """
        query = f"q{next(_QUERIES)}"
        shown = {"id": query, "from": self.shown, "inline_message_id": message, "data": data}
        shown["chat_instance"] = message
        return query, self._hand_over("callback_query", shown, self.chat)

    def types_inline(self, words: str, number: int = 1) -> tuple[str, int | None]:
        """Type `@bot words` anywhere; ids of query and update."""
        query = f"i{self.id}-{number}"
        shown = {"id": query, "from": self.shown, "query": words, "offset": ""}
        return query, self._hand_over("inline_query", shown, self.chat)

    def calls_guest(
        self,
        text: str | None,
        chat: Chat,
        *,
        reply_to: dict[str, Any] | None = None,
        **more: Any,
    ) -> tuple[str, int | None]:
        """Name the bot in a `chat` that it's no member of; ids of query and update.

        `reply_to` comes along as Telegram's reference message, the only other one it shows.
        """
        query = f"g{next(_QUERIES)}"
        message: dict[str, Any] = {
            "message_id": chat.next_message_id(),
            "from": self.shown,
            "chat": chat.shown,
            "date": int(self._now()),
            **_typed("text", text),
            "guest_query_id": query,
        }
        if reply_to is not None:
            message["reply_to_message"] = reply_to
        message |= more
        chat.messages[message["message_id"]] = message
        return query, self._hand_over("guest_message", message, chat)

    def changes_membership(
        self, chat: Chat, bot: dict[str, Any], old: str, new: str
    ) -> int | None:
        """Add the bot to `chat`, remove or block it: from status `old` to `new`."""
        changed = {
            "chat": chat.shown,
            "from": self.shown,
            "date": int(self._now()),
            "old_chat_member": {"user": bot, "status": old, **_RIGHTS.get(old, {})},
            "new_chat_member": {"user": bot, "status": new, **_RIGHTS.get(new, {})},
        }
        return self._hand_over("my_chat_member", changed, chat)


def _typed(field: str, text: str | None) -> dict[str, Any]:
    if text is None:
        return {}
    entities = entities_of(text)
    marks = "entities" if field == "text" else "caption_entities"
    return {field: text, **({marks: entities} if entities else {})}


def reaches_a_private_bot(message: dict[str, Any], bot: dict[str, Any], spoke_last: bool) -> bool:
    """Whether privacy mode lets a group's message through to the bot."""
    text = message.get("text", message.get("caption", ""))
    if not text and not MEDIA & set(message):
        return True  # Service messages come through.
    replied = message.get("reply_to_message", {})
    if replied.get("from", {}).get("id") == bot["id"] or message.get("via_bot") == bot:
        return True
    addressed = re.findall(r"(?<!\S)/\w+(?:@(\w+))?", text)
    if any(name.lower() == bot["username"].lower() for name in addressed if name):
        return True
    if text.startswith("/") and addressed and not addressed[0]:
        return spoke_last
    # Not in the documented list, yet what bots are seen to get.
    return f"@{bot['username']}".lower() in text.lower()
