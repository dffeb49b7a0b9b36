"""Runs the bot on Telegram, from the first call to the last confirmation."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from telegram import Bot
from telegram.error import TelegramError

from bot.application import POLLING_CONNECTIONS, BotApplication, build_application
from bot.attending import Apology, Attendant, no_apology
from bot.logs import where
from bot.one_at_a_time import alone
from bot.pace import Pace
from bot.polling import Poller
from bot.reaching import keep_webhook, log_in, take_webhook_away
from bot.receiving import Receiver
from bot.serving import CHATS_AT_ONCE, Service
from bot.settings import Settings
from bot.tally import Tally
from bot.telegram_time import TelegramTime
from bot.transport import AiohttpRequest
from bot.watchdog import Watchdog
from bot.webhook import WebhookReceiver
from bot.webhook_settings import WebhookSettings
from handlers.outcome import Ended, Held
from state.ledger import Ledger
from state.parked import ParkedAnswers

KINDS = ("message", "callback_query", "inline_query", "guest_message", "my_chat_member")
"""Updates that Telegram is asked for; edited messages among others are never answered."""

_log = logging.getLogger(__name__)


async def run(
    settings: Settings,
    register: Callable[[BotApplication], None],
    ledger: Ledger,
    *,
    apologise: Apology = no_apology,
    parked: ParkedAnswers | None = None,
    resume: Callable[[Bot, Held], Awaitable[Ended]] | None = None,
    introduce: Callable[[BotApplication], Awaitable[None]] | None = None,
    kinds: Sequence[str] = KINDS,
    pace: Pace | None = None,
    clock: TelegramTime | None = None,
) -> None:
    """Receive and answer until SIGINT or SIGTERM, and then finish what is in hand.

    All else is as for `serve`.
    """
    stopping = asyncio.Event()
    with alone(settings), _signals(stopping.set):
        await serve(
            settings,
            register,
            ledger,
            stopping,
            apologise=apologise,
            parked=parked,
            resume=resume,
            introduce=introduce,
            kinds=kinds,
            pace=pace,
            clock=clock,
        )


async def serve(
    settings: Settings,
    register: Callable[[BotApplication], None],
    ledger: Ledger,
    stopping: asyncio.Event,
    *,
    apologise: Apology = no_apology,
    parked: ParkedAnswers | None = None,
    resume: Callable[[Bot, Held], Awaitable[Ended]] | None = None,
    introduce: Callable[[BotApplication], Awaitable[None]] | None = None,
    kinds: Sequence[str] = KINDS,
    pace: Pace | None = None,
    clock: TelegramTime | None = None,
) -> None:
    """Receive and answer until `stopping` is set, and then finish what is in hand.

    `register` adds the handlers, once the bot's name is known; each must be wrapped in
    `handlers.outcome.reporting`. Answers that Telegram holds back are kept in `parked`, and
    made anew and sent by `resume`; without both, they're waited for. `introduce` (the command
    menu and the like) runs beside the first updates. `clock` learns Telegram's time.

    Raises `EndingError` where going on is no use.
    """
    pace, clock = pace or Pace(), clock or TelegramTime()
    webhook = settings.webhook
    may_hold = parked is not None and resume is not None
    polling = AiohttpRequest(
        settings.telegram_api_url,
        connections=POLLING_CONNECTIONS,
        read_timeout=pace.answer,
        heard=clock.heard,
    )
    application = build_application(settings, polling, clock, pace.answer)
    watchdog = Watchdog(pace.silence)
    watchdog.start()
    beside: list[asyncio.Task[None]] = []
    try:
        starting = _start(application, webhook, pace, watchdog.finished)
        if not await _unless(stopping, starting):
            return
        register(application)
        bot = application.bot
        attendant = Attendant(
            application, apologise, pace, ledger.at_work, may_hold=may_hold, now=clock.now
        )
        service = Service(
            attendant.attend,
            ledger,
            bot.id,
            pace,
            parked,
            None if resume is None else partial(resume, bot),
        )
        receiver: Receiver | WebhookReceiver
        if webhook is None:
            poller = Poller(polling, bot.base_url, kinds, pace, watchdog.finished)
            receiver = Receiver(poller, service, pace)
        else:
            keep_announced = partial(
                keep_webhook,
                application,
                webhook,
                tuple(kinds),
                CHATS_AT_ONCE,
                pace,
                watchdog.finished,
            )
            receiver = WebhookReceiver(webhook, service, pace, keep_announced, watchdog.finished)
        if introduce is not None:
            beside.append(asyncio.create_task(_introduce(introduce, application)))
        beside.append(asyncio.create_task(_stop_when_told(stopping, receiver)))
        beside.append(asyncio.create_task(_tell_how_it_goes(service.tally, pace.tell)))
        _log.info("receiving")
        await receiver.receive()
    finally:
        watchdog.stop()
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        await application.shutdown()
        # Application.shutdown does nothing where the log-in never came about.
        await application.bot.request.shutdown()
        await polling.shutdown()


async def _start(
    application: BotApplication,
    webhook: WebhookSettings | None,
    pace: Pace,
    finished: Callable[[], None],
) -> None:
    await log_in(application, pace, finished)
    if webhook is None:
        await take_webhook_away(application, pace, finished)


async def _introduce(
    introduce: Callable[[BotApplication], Awaitable[None]], application: BotApplication
) -> None:
    try:
        await introduce(application)
    except TelegramError as error:
        # The menu is a nicety; the next start tries again.
        _log.warning("commands and descriptions couldn't be set: %s", where(error))


async def _unless(stopping: asyncio.Event, doing: Awaitable[None]) -> bool:
    """Whether `doing` was done before `stopping` was set; then it's cancelled."""
    work = asyncio.ensure_future(doing)
    told = asyncio.create_task(stopping.wait())
    await asyncio.wait({work, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if not work.done():
        work.cancel()
        await asyncio.wait({work})
        return False
    work.result()
    return True


async def _stop_when_told(stopping: asyncio.Event, receiver: Receiver | WebhookReceiver) -> None:
    await stopping.wait()
    _log.info("stopping")
    receiver.stop()


async def _tell_how_it_goes(tally: Tally, every: float) -> None:
    while True:
        await asyncio.sleep(every)
        _log.info("so far: %s", tally, extra={"fields": tally.fields()})


@contextmanager
def _signals(told: Callable[[], None]) -> Iterator[None]:
    """Call `told` at SIGINT and SIGTERM, instead of breaking off."""
    loop = asyncio.get_running_loop()
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.getsignal(kind) for kind in kinds}
    for kind in kinds:
        try:
            loop.add_signal_handler(kind, told)
        except NotImplementedError:  # Windows
            signal.signal(kind, lambda *_: loop.call_soon_threadsafe(told))
    try:
        yield
    finally:
        for kind in kinds:
            try:
                loop.remove_signal_handler(kind)
            except NotImplementedError:
                signal.signal(kind, before[kind])
