"""What Telegram does when a bot calls a method."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram_double.chats import Chat
from tests.telegram_double.errors import ViolationError, bad_request
from tests.telegram_double.inline import Post, guest_post, offered
from tests.telegram_double.menus import Menus
from tests.telegram_double.messages import Messages

QUERIES = {
    "answerCallbackQuery": ("callback_query_id", 150.0),
    "answerInlineQuery": ("inline_query_id", 30.0),
    "answerGuestQuery": ("guest_query_id", 24 * 3600.0),
}
"""What each query's answer names it by, and the seconds that it's waited for."""
CHAT_ACTIONS = {"typing", "upload_photo", "upload_document", "upload_video", "upload_voice",
                "record_video", "record_voice", "record_video_note", "upload_video_note",
                "choose_sticker", "find_location"}  # fmt: skip
Parameters = dict[str, Any]


@dataclass(frozen=True)
class Sent:
    """A message that Telegram accepted from the bot, or an edit of one."""

    method: str
    chat_id: int
    text: str
    message: dict[str, Any]
    parameters: Parameters
    at: float
    """Seconds, by the event loop's clock."""


class Calls:
    """The bot's calls, but for getting updates."""

    def __init__(
        self, bot: dict[str, Any], chats: dict[int, Chat], now: Callable[[], float]
    ) -> None:
        """`bot` is who calls, `chats` what there is."""
        self._bot = bot
        self._now = now
        self.messages = Messages(bot, chats, now)
        self.open_queries: dict[str, float] = {}
        """When each callback, inline and guest query that waits for its answer was made."""
        self.answers: dict[str, Parameters] = {}
        """What was answered to each query."""
        self.posts: dict[str, list[Post]] = {}
        """What the results of an inline query's answer would post, or a guest query's posted."""
        self.menus = Menus()
        self.left: list[int] = []
        self.actions: list[tuple[int, str]] = []
        """Chat and action of each `sendChatAction`."""

    def call(self, method: str, given: Parameters) -> Any:
        """The result of a known method, but for sends and edits. Raises `ApiError`."""
        if method == "getMe":
            return self._bot
        if method in QUERIES:
            return self._answer_query(method, given)
        if method.startswith(("getMy", "setMy", "deleteMy")):
            return self.menus.call(method, given)
        if method == "sendChatAction":
            chat = self.messages.writable(given)
            self.messages.topic(chat, given)
            if given["action"] not in CHAT_ACTIONS:
                raise ViolationError(f"there is no chat action {given['action']}")
            self.actions.append((chat.id, given["action"]))
            return True
        if method == "leaveChat":
            self.left.append(self.messages.chat(given).id)
            return True
        if method == "getChat":
            shown = self.messages.chat(given).shown
            return {**shown, "accent_color_id": 0, "max_reaction_count": 11,
                    "accepted_gift_types": {}}  # fmt: skip
        if method == "getChatMember":
            status = "administrator" if self.messages.chat(given).bot_is_admin else "member"
            return {"user": self._bot, "status": status}
        raise ViolationError(f"the double doesn't do {method} yet")

    def _answer_query(self, method: str, given: Parameters) -> Any:
        name, kept = QUERIES[method]
        query = given[name]
        if self._now() - self.open_queries.get(query, float("-inf")) > kept:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        photos = self.messages.photos
        if method == "answerInlineQuery":
            self.posts[query] = offered(given, photos)
        elif method == "answerGuestQuery":
            self.posts[query] = [guest_post(given, photos)]
        elif len(given.get("text", "")) > 200:
            raise bad_request("MESSAGE_TOO_LONG")
        elif not self._opens(given.get("url")):
            raise bad_request("URL_INVALID")
        del self.open_queries[query]
        self.answers[query] = given
        return {"inline_message_id": f"m{query}"} if method == "answerGuestQuery" else True

    def _opens(self, url: str | None) -> bool:
        """Whether a button may open it: the bot's own start, since the bot has no games."""
        start = f"https://t.me/{self._bot['username']}?start="
        return url is None or (url.startswith(start) and len(url) > len(start))
