"""A webhook gets updates in Telegram's order, and again until it takes them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from tests.telegram_double import BOT, Person, TelegramDouble
from tests.telegram_double.conftest import Caller

KINDS = ["message", "edited_message", "callback_query", "inline_query", "my_chat_member"]


@dataclass
class Hook:
    """What is delivered to, and how it answers."""

    came: list[str] = field(default_factory=list)
    """Kinds, in order."""
    at: list[float] = field(default_factory=list)
    one_came: asyncio.Event = field(default_factory=asyncio.Event)
    open: asyncio.Event = field(default_factory=asyncio.Event)
    """Unset, nothing that came is answered."""
    answers: list[web.Response] = field(default_factory=list)
    """The first answers; then it's 200 and no words."""

    async def take(self, request: web.Request) -> web.Response:
        """One delivery."""
        self.came += set(await request.json()) - {"update_id"}
        self.at.append(asyncio.get_running_loop().time())
        self.one_came.set()
        await self.open.wait()
        return self.answers.pop(0) if self.answers else web.Response()

    async def until_came(self, count: int) -> None:
        """Return once so many have come."""
        async with asyncio.timeout(10):
            while len(self.came) < count:
                self.one_came.clear()
                await self.one_came.wait()


@pytest.fixture
async def hook(telegram: TelegramDouble) -> AsyncIterator[Hook]:
    """A server for the double to deliver to."""
    hook, app = Hook(), web.Application()
    app.router.add_post("/hook", hook.take)
    runner = web.AppRunner(app, shutdown_timeout=0.01)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    telegram.deliveries.proxied = f"http://{host}:{port}"
    yield hook
    telegram.deliveries.end()
    await runner.cleanup()


async def deliver(call: Caller) -> None:
    """Begin."""
    await call("setWebhook", url="https://bot.example/hook", allowed_updates=KINDS)


async def test_of_a_kind_one_is_in_flight_for_each_chat_or_person(
    call: Caller, ann: Person, hook: Hook
) -> None:
    asked = ann.writes("one")
    ann.edits(asked, "two")
    message = {"message_id": 1, "date": 1, "chat": ann.chat.shown}
    for number in range(2):
        ann.presses(message, f"{number}")
        ann.presses_inline("m", f"{number}")
        ann.types_inline("x", number)
        call.telegram.person(2).types_inline("x", number)
    ann.changes_membership(ann.chat, BOT, "member", "kicked")
    await deliver(call)
    first = ["callback_query", "inline_query", "inline_query", "message", "my_chat_member"]
    await hook.until_came(len(first))
    assert sorted(hook.came) == first
    hook.open.set()
    await call.telegram.until_all_confirmed()
    assert len(hook.came) == 11


async def test_what_was_not_taken_comes_again_at_once_and_then_ever_later(
    call: Caller, ann: Person, hook: Hook
) -> None:
    call.telegram.deliveries.second = 0.05
    hook.answers = [web.Response(status=500) for _ in range(3)]
    hook.open.set()
    ann.writes("one")
    await deliver(call)
    await call.telegram.until_all_confirmed()
    pauses = [after - before for before, after in zip(hook.at, hook.at[1:], strict=False)]
    assert pauses[0] < 0.1 <= pauses[1]
    assert pauses[2] >= 0.2


async def test_a_bot_names_the_time_to_come_again(call: Caller, ann: Person, hook: Hook) -> None:
    call.telegram.deliveries.second = 0.05
    hook.answers = [web.Response(status=503, headers={"Retry-After": "4"})]
    hook.open.set()
    ann.writes("one")
    await deliver(call)
    await call.telegram.until_all_confirmed()
    assert hook.at[1] - hook.at[0] >= 0.2


async def test_a_method_in_the_answer_fails_the_test_since_the_double_does_none(
    call: Caller, ann: Person, hook: Hook
) -> None:
    hook.answers = [web.json_response({"method": "sendMessage", "chat_id": 1, "text": "x"})]
    hook.open.set()
    ann.writes("one")
    await deliver(call)
    await call.telegram.until_all_confirmed()
    assert call.telegram.violations == ["the double doesn't do a method in a webhook's answer yet"]
    call.telegram.violations.clear()
