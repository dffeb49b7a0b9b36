"""The double itself: a Bot API server on loopback, strict about what it's asked."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from aiohttp import web
from telegram import Update

from tests.telegram_double.calls import Calls, Sent
from tests.telegram_double.chats import (
    FIRST_GROUP,
    FIRST_PERSON,
    NAME,
    Chat,
    Person,
    reaches_a_private_bot,
)
from tests.telegram_double.closed import Closed, place_of
from tests.telegram_double.deliveries import Deliveries
from tests.telegram_double.errors import ApiError, ViolationError
from tests.telegram_double.faults import Break, Faults
from tests.telegram_double.methods import objection, shows_preview
from tests.telegram_double.queue import UpdateQueue
from tests.telegram_double.receiving import METHODS, Receiving
from tests.telegram_double.wire import chat_of, cut, failed, parameters, troubled

TOKEN = "4242:AAtesttesttesttest"
"""What the token of each double begins with."""
BOT: dict[str, Any] = {
    "id": 4242, "is_bot": True, "first_name": "Facts", "username": "facts_test_bot",
    "can_join_groups": True, "can_read_all_group_messages": False,
    "supports_inline_queries": True, "supports_guest_queries": True,
    "can_connect_to_business": False, "has_main_web_app": False,
}  # fmt: skip


class TelegramDouble:
    """Telegram, as far as one bot can see it: `async with TelegramDouble() as telegram`.

    Leaving the block fails where the bot made a call that Telegram doesn't know, wrote what would
    show a preview, or sent a message or answered a query before the time that a 429 named.
    """

    def __init__(
        self, now: Callable[[], float] = time.time, seed: int = 1, *, previews: bool = False
    ) -> None:
        """`now` gives seconds since 1970, by which things expire; `seed` is for the faults.

        Only with `previews` may a message show one of what it links to.
        """
        self._previews = previews
        self.bot = BOT
        # Its own, since of one token only one bot runs on a machine, whatever tests run beside.
        self.token = TOKEN + secrets.token_hex(8)
        self.privacy_mode = True
        self.revoked = False
        self.faults = Faults(seed)
        self.sent: list[Sent] = []
        """Messages that were accepted, in order."""
        self.edited: list[Sent] = []
        """Edits of them that were accepted, in order."""
        self.refused: list[tuple[str, str]] = []
        """Method and description of each call that was answered with an error of the bot's own."""
        self.violations: list[str] = []
        self.closed = Closed()
        self.impatience_expected = False
        """Whether a test provokes calls before the time that a 429 named."""
        self.calls_at: dict[str, list[float]] = {}
        """When each method was called, in seconds of the event loop's clock."""
        self.chats: dict[int, Chat] = {}
        self._changed = asyncio.Event()
        self.updates = UpdateQueue(now, self._changed.set)
        self.api = Calls(BOT, self.chats, now)
        self.deliveries = Deliveries(self.updates, self._changed.set, self.violations.append)
        self.receiving = Receiving(self.updates, self.deliveries)
        self.connections: set[Any] = set()
        self.root = ""
        self._now = now
        self._runner: web.AppRunner | None = None

    # --- who is there -------------------------------------------------------------------------

    def person(self, number: int = 1, name: str = NAME, language: str | None = "en") -> Person:
        """Somebody who has started a private chat with the bot."""
        named = {"first_name": name, "last_name": NAME, "username": f"{NAME}{number}"}
        shown = {"id": FIRST_PERSON + number, "is_bot": False, **named}
        if language:
            shown["language_code"] = language
        chat = Chat({"id": shown["id"], "type": "private", **named})
        self.chats.setdefault(chat.id, chat)
        return Person(shown, self.chats[chat.id], self._hand_over, self._now)

    def group(
        self, number: int = 1, title: str = f"{NAME}'s friends", *, forum: bool = False
    ) -> Chat:
        """A group that the bot is in."""
        shown: dict[str, Any] = {
            "id": FIRST_GROUP - number, "type": "supergroup", "title": title
        }  # fmt: skip
        if forum:
            shown["is_forum"] = True
        return self.chats.setdefault(shown["id"], Chat(shown))

    def hand_over_raw(self, update: dict[str, Any]) -> int:
        """Queue whatever this is, as a future or a broken Telegram would."""
        return self.updates.add(update)

    # --- what the bot did ---------------------------------------------------------------------

    def sent_to(self, chat: Chat) -> list[Sent]:
        """Messages that were accepted for `chat`."""
        return [one for one in self.sent if one.chat_id == chat.id]

    async def until(self, condition: Callable[[], bool], within: float = 10) -> None:
        """Return once `condition` holds, looked at after each call. Fails after `within` s."""
        try:
            async with asyncio.timeout(within):
                while not condition():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            called = {method: len(times) for method, times in self.calls_at.items()}
            raise AssertionError(
                f"not so within {within} s: {len(self.sent)} sent, {called}, "
                f"refused {self.refused[-3:]}, against the rules {self.violations}"
            ) from None

    async def answer_to(self, chat: Chat, count: int = 1, within: float = 10) -> Sent:
        """The `count`th message to `chat`, once it's there."""
        await self.until(lambda: len(self.sent_to(chat)) >= count, within)
        return self.sent_to(chat)[count - 1]

    async def until_all_confirmed(self, within: float = 10) -> None:
        """Return once the bot has confirmed every update."""
        await self.until(lambda: not self.updates.waiting(), within)

    # --- the server ---------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        """Listen on a free port of loopback; `root` is the URL for TELEGRAM_API_URL."""
        app = web.Application(client_max_size=2**26)
        app.router.add_route("*", "/bot{token}/{method}", self._serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.01)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.root = f"http://{host}:{port}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop, and fail where a call was against the rules."""
        self.deliveries.end()
        if self._runner is not None:
            await self._runner.cleanup()
        if error is None and self.violations:
            raise AssertionError(f"calls that Telegram doesn't know: {self.violations}")
        if error is None and self.closed.tried and not self.impatience_expected:
            raise AssertionError(f"calls before the time that a 429 named: {self.closed.tried}")

    async def _serve(self, request: web.Request) -> web.StreamResponse:
        self.connections.add(request.transport)
        method = request.match_info["method"]
        at = asyncio.get_running_loop().time()
        self.calls_at.setdefault(method, []).append(at)
        try:
            given = await parameters(request)
        except UnicodeDecodeError:
            return failed(ApiError(400, "Bad Request: strings must be encoded in UTF-8"))
        if request.match_info["token"] != self.token or self.revoked:
            return failed(ApiError(401, "Unauthorized"))
        if problem := objection(method, given):
            self.violations.append(problem.description)
            return failed(problem)
        place = place_of(method, given)
        if refusal := self.closed.refusal(place, at):
            self._changed.set()
            return failed(refusal)
        fault = self.faults.strike(method, chat_of(given))
        if fault is not None and fault.retry_after is not None:
            self.closed.close(place, at + fault.retry_after)
        try:
            if fault is not None and (trouble := await troubled(request, fault)):
                return trouble
            result = await self._result(method, given)
            if fault is not None and fault.holds:
                self._changed.set()
                await asyncio.sleep(fault.holds)
            if fault is not None and fault.breaks is Break.AFTER:
                return cut(request)
            return web.json_response({"ok": True, "result": result})
        except ViolationError as violation:
            self.violations.append(violation.description)
            return failed(violation)
        except ApiError as error:
            if method != "getUpdates":
                self.refused.append((method, error.description))
            return failed(error)
        except Exception as error:
            # Answered with 500, it would look like a trouble of Telegram's, and be waited out.
            self.violations.append(f"{method} is given what the double trips over: {error!r}")
            raise
        finally:
            self._changed.set()

    async def _result(self, method: str, given: dict[str, Any]) -> Any:
        if method in METHODS:
            return await self.receiving.call(method, given)
        if shows_preview(method, given) and not self._previews:
            raise ViolationError(f"{method} would show a preview of what the message links to")
        edits = method.startswith("edit")
        if not edits and (not method.startswith("send") or method == "sendChatAction"):
            return self.api.call(method, given)
        messages = self.api.messages
        chat, message = (messages.edit if edits else messages.send)(method, given)
        chat.messages[message["message_id"]] = message
        text = str(message.get("text", message.get("caption", "")))
        at = asyncio.get_running_loop().time()
        accepted = Sent(method, chat.id, text, message, given, at)
        if edits:
            self.edited.append(accepted)
        else:
            chat.bot_spoke_last = True
            self.sent.append(accepted)
        return message

    def _hand_over(self, kind: str, content: dict[str, Any], chat: Chat) -> int | None:
        said = kind in ("message", "edited_message")
        if said and self.privacy_mode and not chat.private and not chat.bot_is_admin:
            spoke_last, chat.bot_spoke_last = chat.bot_spoke_last, False
            if not reaches_a_private_bot(content, BOT, spoke_last):
                return None
        # A double that sends what no Telegram would is worse than none.
        Update.de_json({"update_id": 1, kind: content}, None)
        if kind in ("callback_query", "inline_query", "guest_message"):
            query = content["guest_query_id" if kind == "guest_message" else "id"]
            self.api.open_queries[query] = self._now()
        return self.updates.add({kind: content}, content.get("date") if said else None)
