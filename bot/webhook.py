"""Receives by webhook: Telegram hands an update over, and gets its 200 once that has its outcome.

A 200 at arrival, as frameworks give it, loses whatever is in hand when the process dies: of 300
updates, 240. Until then it's 503, and Telegram hands the update over again.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from aiohttp import web

from bot.endings import EndingError, SettingsError
from bot.pace import Pace
from bot.serving import Service
from bot.webhook_settings import WebhookSettings

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
MOST_BYTES = 2**20
"""Many times Telegram's largest update, which has some 100 KB."""

_log = logging.getLogger(__name__)


class WebhookReceiver:
    """A web server for Telegram, or for the proxy that speaks TLS with it."""

    def __init__(
        self,
        settings: WebhookSettings,
        service: Service,
        pace: Pace,
        keep_announced: Callable[[], Awaitable[None]],
        alive: Callable[[], None],
    ) -> None:
        """Have `service` serve what comes.

        `keep_announced()` tells Telegram where to deliver, once somebody listens there, and sees
        to it that it goes on. `alive()` is called now and then, by an event loop that isn't stuck.
        """
        self._settings = settings
        self._service = service
        self._pace = pace
        self._keep_announced = keep_announced
        self._alive = alive
        self._in_hand: dict[int, asyncio.Future[bool]] = {}
        self._stopping = asyncio.Event()
        self._ending: EndingError | None = None

    def stop(self) -> None:
        """Take no more: `receive` finishes what is in hand and returns."""
        self._stopping.set()

    def end(self, ending: EndingError) -> None:
        """Stop, and have `receive` raise `ending`."""
        self._ending = ending
        self.stop()

    def finished(self, update: int) -> None:
        """Let whoever waits for `update` have its 200."""
        waiting = self._in_hand.pop(update, None)
        if waiting is not None and not waiting.done():
            waiting.set_result(True)

    async def receive(self) -> None:
        """Receive until `stop`. Raises `EndingError` where going on is no use."""
        runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1)
        announcing: asyncio.Task[None] | None = None
        try:
            await self._listen(runner)
            self._service.begin(self)
            announcing = asyncio.create_task(self._announced())
            while not self._stopping.is_set():
                self._alive()
                try:
                    async with asyncio.timeout(self._pace.silence / 4):
                        await self._stopping.wait()
                except TimeoutError:
                    continue
        finally:
            if announcing is not None:
                announcing.cancel()
                await asyncio.gather(announcing, return_exceptions=True)
            await self._service.stop()
            for waiting in self._in_hand.values():
                waiting.cancel()
            await runner.cleanup()
            tally = self._service.tally
            _log.info("stopped: %s", tally, extra={"fields": tally.fields()})
        if self._ending is not None:
            raise self._ending

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=MOST_BYTES)
        application.router.add_post(self._settings.path, self._deliver)
        application.router.add_get("/healthz", self._health)
        return application

    async def _listen(self, runner: web.AppRunner) -> None:
        await runner.setup()
        host, port = self._settings.host, self._settings.port
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            raise SettingsError(
                f"TELEGRAM_WEBHOOK_LISTEN: nobody can listen on {host}:{port} ({error.strerror}): "
                "free it, or name another."
            ) from None
        _log.info("listening on %s:%d", host, port)

    async def _announced(self) -> None:
        try:
            await self._keep_announced()
        except EndingError as ending:
            self.end(ending)

    async def _deliver(self, request: web.Request) -> web.Response:
        given = request.headers.get(SECRET_HEADER, "")
        secret = self._settings.secret
        if not hmac.compare_digest(given.encode("utf-8", "surrogateescape"), secret.encode()):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        update = _read(await request.read())
        if update is None:
            return web.Response(status=HTTPStatus.BAD_REQUEST)
        number = update["update_id"]
        if self._stopping.is_set() or number in self._in_hand:
            return _later()
        waiting = asyncio.get_running_loop().create_future()
        self._in_hand[number] = waiting
        self._service.take([update])
        try:
            async with asyncio.timeout(self._pace.deliver):
                # Shielded, since the update goes on when whoever delivered it has gone.
                await asyncio.shield(waiting)
        except TimeoutError:
            return _later()
        except asyncio.CancelledError:
            if not waiting.cancelled():
                raise
            return _later()
        return web.Response()

    async def _health(self, request: web.Request) -> web.Response:
        stopping = self._stopping.is_set()
        return web.json_response(
            {"status": "stopping" if stopping else "ok", "in_hand": len(self._in_hand)},
            status=HTTPStatus.SERVICE_UNAVAILABLE if stopping else HTTPStatus.OK,
        )


def _read(body: bytes) -> dict[str, Any] | None:
    try:
        update = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(update, dict) or type(update.get("update_id")) is not int:
        return None
    return update


def _later() -> web.Response:
    return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE, headers={"Retry-After": "1"})
