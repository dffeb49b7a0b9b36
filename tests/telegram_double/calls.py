"""What Telegram does when a bot calls a method."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.telegram_double.chats import Chat
from tests.telegram_double.errors import bad_request, forbidden
from tests.telegram_double.markup import EntityError, parse_html, units

MESSAGE_LIMIT, CAPTION_LIMIT = 4096, 1024
CALLBACK_KEPT, INLINE_KEPT = 150.0, 30.0
ACTIONS = {"url", "callback_data", "switch_inline_query", "switch_inline_query_current_chat",
           "switch_inline_query_chosen_chat", "copy_text", "web_app", "login_url"}  # fmt: skip
REPLY_FIELDS = {"message_id", "chat_id", "allow_sending_without_reply", "quote",
                "quote_parse_mode", "quote_entities", "quote_position"}  # fmt: skip
Parameters = dict[str, Any]


@dataclass(frozen=True)
class Sent:
    """A message that Telegram accepted from the bot."""

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
        self._chats = chats
        self._now = now
        self.open_queries: dict[str, float] = {}
        """When each callback and inline query that waits for its answer was made."""
        self.answers: dict[str, Parameters] = {}
        """What was answered to each query."""
        self.settings: dict[tuple[str, str, str], Parameters] = {}
        """Menu, name and descriptions, by `MyCommands` and the like, language and scope."""
        self.webhook = ""
        self.left: list[int] = []
        self.photos = 0

    def call(self, method: str, given: Parameters) -> Any:
        """The result of a known method, but for sends. Raises `ApiError`."""
        if method == "getMe":
            return self._bot
        if method in ("setWebhook", "deleteWebhook"):
            if given.get("url", "https://").partition(":")[0] not in ("", "https"):
                raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
            self.webhook = given.get("url", "")
            return True
        if method == "getWebhookInfo":
            return {
                "url": self.webhook,
                "has_custom_certificate": False,
                "pending_update_count": 0,
            }
        if method in ("answerCallbackQuery", "answerInlineQuery"):
            return self._answer_query(method, given)
        if method.startswith(("setMy", "deleteMy")):
            self.settings[self._setting(method, given)] = given
            return True
        if method.startswith("getMy"):
            return self._read_setting(method, given)
        if method == "sendChatAction":
            self._writable(given)
            return True
        if method == "leaveChat":
            self.left.append(self._chat(given).id)
            return True
        if method == "getChat":
            return {**self._chat(given).shown, "accent_color_id": 0, "max_reaction_count": 11,
                    "accepted_gift_types": {}}  # fmt: skip
        if method == "getChatMember":
            status = "administrator" if self._chat(given).bot_is_admin else "member"
            return {"user": self._bot, "status": status}
        if method.startswith("edit"):
            return self._edit(method, given)
        raise bad_request(f"the double doesn't do {method} yet")

    def send(self, method: str, given: Parameters) -> tuple[Chat, dict[str, Any]]:
        """The message that a send makes, and its chat; not yet said. Raises `ApiError`."""
        chat = self._writable(given)
        caption = method != "sendMessage"
        text, entities = self._words(given, "caption" if caption else "text")
        if not caption and not text:
            raise bad_request("message text is empty")
        message: dict[str, Any] = {
            "message_id": chat.next_message_id(),
            "from": self._bot,
            "chat": chat.shown,
            "date": int(self._now()),
        }
        if method == "sendPhoto":
            self.photos += 1
            photo = given["photo"]
            if isinstance(photo, bytes) and not photo:
                raise bad_request("file must be non-empty")
            name = photo if isinstance(photo, str) else f"photo-{self.photos}"
            message["photo"] = [
                {"file_id": name, "file_unique_id": name, "width": 800, "height": 600}
            ]
        if text:
            message["caption" if caption else "text"] = text
        if entities:
            message["caption_entities" if caption else "entities"] = entities
        if thread := given.get("message_thread_id"):
            if int(thread) in chat.deleted_topics:
                raise bad_request("message thread not found")
            message |= {"message_thread_id": int(thread), "is_topic_message": True}
        if (replied := self._replied_to(chat, given.get("reply_parameters"))) is not None:
            message["reply_to_message"] = {
                key: value for key, value in replied.items() if key != "reply_to_message"
            }
        if markup := self._markup(given.get("reply_markup")):
            message["reply_markup"] = markup
        return chat, message

    def _chat(self, given: Parameters) -> Chat:
        try:
            chat = self._chats[int(given["chat_id"])]
        except (ValueError, KeyError):
            raise bad_request("chat not found") from None
        if chat.migrated_to is not None:
            raise bad_request(
                "group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to
            )
        return chat

    def _writable(self, given: Parameters) -> Chat:
        chat = self._chat(given)
        if chat.refusal is not None:
            raise forbidden(chat.refusal)
        return chat

    def _words(self, given: Parameters, field: str) -> tuple[str, list[dict[str, Any]]]:
        source = given.get(field, "")
        mode = given.get("parse_mode", "")
        if mode not in ("", "HTML"):
            raise bad_request(f"unsupported parse_mode, the bot has no business with {mode}")
        try:
            text, entities = parse_html(source) if mode else (source.strip(), [])
        except EntityError as error:
            raise bad_request(f"can't parse entities: {error}") from None
        limit = MESSAGE_LIMIT if field == "text" else CAPTION_LIMIT
        if units(text) > limit:
            is_long = "message is too long" if field == "text" else "message caption is too long"
            raise bad_request(is_long)
        return text, entities

    def _replied_to(self, chat: Chat, given: str | None) -> dict[str, Any] | None:
        if given is None:
            return None
        wanted = json.loads(given)
        if unknown := set(wanted) - REPLY_FIELDS:
            raise bad_request(f"reply_parameters has no {unknown}")
        message = chat.messages.get(wanted["message_id"])
        if message is None:
            if wanted.get("allow_sending_without_reply"):
                return None
            raise bad_request("message to be replied not found")
        quote = wanted.get("quote")
        if quote and quote not in message.get("text", message.get("caption", "")):
            raise bad_request("QUOTE_TEXT_INVALID")
        return message

    def _markup(self, given: str | None) -> dict[str, Any] | None:
        if given is None:
            return None
        markup: dict[str, Any] = json.loads(given)
        for button in (one for row in markup.get("inline_keyboard", []) for one in row):
            if not button.get("text"):
                raise bad_request("text buttons are unallowed in the inline keyboard")
            if len(set(button) & ACTIONS) != 1:
                raise bad_request("inline keyboard button must have exactly one action")
            if not 1 <= len(button.get("callback_data", "x").encode()) <= 64:
                raise bad_request("BUTTON_DATA_INVALID")
        return markup if "inline_keyboard" in markup else None

    def _edit(self, method: str, given: Parameters) -> dict[str, Any]:
        chat = self._writable(given)
        message = chat.messages.get(int(given.get("message_id", 0)))
        if message is None or message["from"] != self._bot:
            raise bad_request("message to edit not found")
        changed = dict(message)
        for field in ("text", "caption"):
            if field in given:
                changed[field], entities = self._words(given, field)
                changed["entities" if field == "text" else "caption_entities"] = entities
        changed["reply_markup"] = self._markup(given.get("reply_markup"))
        changed = {key: value for key, value in changed.items() if value}
        if changed == message:
            raise bad_request(
                "message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message"
            )
        chat.messages[message["message_id"]] = changed
        return {**changed, "edit_date": int(self._now())}

    def _answer_query(self, method: str, given: Parameters) -> bool:
        inline = method == "answerInlineQuery"
        query = given["inline_query_id" if inline else "callback_query_id"]
        kept = INLINE_KEPT if inline else CALLBACK_KEPT
        if self._now() - self.open_queries.pop(query, float("-inf")) > kept:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        if inline:
            self._check_results(json.loads(given["results"]))
        elif len(given.get("text", "")) > 200:
            raise bad_request("MESSAGE_TOO_LONG")
        self.answers[query] = given
        return True

    def _check_results(self, results: list[dict[str, Any]]) -> None:
        if len(results) > 50 or len({one["id"] for one in results}) != len(results):
            raise bad_request("RESULTS_TOO_MUCH" if len(results) > 50 else "RESULT_ID_DUPLICATE")
        for one in results:
            if not 1 <= len(one["id"].encode()) <= 64:
                raise bad_request("RESULT_ID_INVALID")
            content = one.get("input_message_content", {})
            if "message_text" in content:
                self._words({**content, "text": content["message_text"]}, "text")
            self._markup(json.dumps(one["reply_markup"]) if "reply_markup" in one else None)

    def _setting(self, method: str, given: Parameters) -> tuple[str, str, str]:
        name = method.removeprefix("set").removeprefix("get").removeprefix("delete")
        return name, given.get("language_code", ""), given.get("scope", "")

    def _read_setting(self, method: str, given: Parameters) -> Any:
        stored = self.settings.get(self._setting(method, given), {})
        if method == "getMyCommands":
            return json.loads(stored.get("commands", "[]"))
        field = {"getMyName": "name", "getMyDescription": "description",
                 "getMyShortDescription": "short_description"}[method]  # fmt: skip
        return {field: stored.get(field, "")}
