"""Messages that a bot sends and edits, by Telegram's rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.telegram_double.chats import Chat
from tests.telegram_double.errors import ViolationError, bad_request, forbidden
from tests.telegram_double.keyboards import inline_keyboard
from tests.telegram_double.markup import EntityError, parse_html, units
from tests.telegram_double.photos import Photos
from tests.telegram_double.replying import replied_to

MESSAGE_LIMIT, CAPTION_LIMIT = 4096, 1024
ENTITIES = {"text": "entities", "caption": "caption_entities"}
Message = dict[str, Any]


def words(given: dict[str, Any], field: str) -> tuple[str, list[Message]]:
    """Text or caption (`field`) of a call, and its entities. Raises `ApiError`."""
    if ENTITIES[field] in given:
        raise ViolationError(f"the double reads parse_mode, and no {ENTITIES[field]} yet")
    source = given.get(field, "")
    try:
        text, entities = parse_html(source) if "parse_mode" in given else (source.strip(), [])
    except EntityError as error:
        raise bad_request(f"can't parse entities: {error}") from None
    if units(text) > (MESSAGE_LIMIT if field == "text" else CAPTION_LIMIT):
        raise bad_request(
            "message is too long" if field == "text" else "message caption is too long"
        )
    return text, entities


class Messages:
    """What the bot writes into chats."""

    def __init__(self, bot: Message, chats: dict[int, Chat], now: Callable[[], float]) -> None:
        """`bot` is who writes, `chats` what there is, `now` in seconds since 1970."""
        self._bot = bot
        self._chats = chats
        self._now = now
        self.photos = Photos()

    def chat(self, given: dict[str, Any]) -> Chat:
        """The chat that a call names. Raises `ApiError`."""
        try:
            chat = self._chats[int(given["chat_id"])]
        except (ValueError, KeyError):
            raise bad_request("chat not found") from None
        if chat.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
            )
        return chat

    def writable(self, given: dict[str, Any]) -> Chat:
        """The chat, where the bot may write in it. Raises `ApiError`."""
        chat = self.chat(given)
        if chat.refusal is not None:
            raise forbidden(chat.refusal)
        return chat

    def topic(self, chat: Chat, given: dict[str, Any]) -> int | None:
        """The topic of `chat` that a call names; `None` where it names none. Raises `ApiError`.

        Some of Telegram's servers leave a topic unread outside of forums, and others refuse it.
        """
        topic = int(given.get("message_thread_id", 0))
        if topic and topic not in chat.topics - chat.deleted_topics:
            raise bad_request("message thread not found")
        return topic or None

    def send(self, method: str, given: dict[str, Any]) -> tuple[Chat, Message]:
        """The message that a send makes, and its chat; not yet said. Raises `ApiError`."""
        if method not in ("sendMessage", "sendPhoto"):
            raise ViolationError(f"the double doesn't do {method} yet")
        chat = self.writable(given)
        field = "text" if method == "sendMessage" else "caption"
        text, entities = words(given, field)
        if field == "text" and not text:
            raise bad_request("message text is empty")
        message: Message = {
            "message_id": chat.next_message_id(),
            "from": self._bot,
            "chat": chat.shown,
            "date": int(self._now()),
        }
        if method == "sendPhoto":
            message["photo"] = self.photos.shown(given["photo"])
            if given.get("show_caption_above_media") == "true":
                message["show_caption_above_media"] = True
        if text:
            message[field] = text
        if entities:
            message[ENTITIES[field]] = entities
        if (topic := self.topic(chat, given)) is not None:
            message |= {"message_thread_id": topic, "is_topic_message": True}
        message |= replied_to(chat.messages, given.get("reply_parameters"))
        if markup := inline_keyboard(given.get("reply_markup")):
            message["reply_markup"] = markup
        return chat, message

    def edit(self, method: str, given: dict[str, Any]) -> tuple[Chat, Message]:
        """One of the bot's own messages, changed, and its chat. Raises `ApiError`."""
        chat = self.writable(given)
        message = chat.messages.get(int(given.get("message_id", 0)))
        if message is None or message["from"] != self._bot:
            raise bad_request("message to edit not found")
        changed = dict(message)
        field = {"editMessageText": "text", "editMessageCaption": "caption"}.get(method)
        if field is not None:
            if (field == "caption") != ("photo" in message):
                raise bad_request(f"there is no {field} in the message to edit")
            changed[field], changed[ENTITIES[field]] = words(given, field)
            if field == "text" and not changed[field]:
                raise bad_request("message text is empty")
        # An edit without buttons takes them away.
        changed["reply_markup"] = inline_keyboard(given.get("reply_markup"))
        changed = {key: value for key, value in changed.items() if value}
        if {**changed, "edit_date": 0} == {**message, "edit_date": 0}:
            raise bad_request(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        changed["edit_date"] = int(self._now())
        chat.messages[message["message_id"]] = changed
        return chat, changed
