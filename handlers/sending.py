"""Sends what is said, with its picture and its buttons, and mends what Telegram objects to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.constants import ChatAction
from telegram.error import BadRequest, ChatMigrated, Forbidden, TelegramError

from handlers.letters import Letter, Photo, thread_of
from handlers.outcome import (
    ANSWERED,
    Ended,
    Held,
    Outcome,
    Turn,
    by_rule,
    may_hold,
    report_accepted,
    turn,
)
from handlers.persisting import (
    PATIENCE,
    HeldBackError,
    OutOfPatienceError,
    Patience,
    persist,
)
from handlers.said import Button, Said
from knowledge import Picture
from state.file_ids import FileIds

NEXT_TRY = 30.0
"""Seconds until the next try where Telegram gave no time of its own."""
ANNOUNCING = 2.0
"""Seconds that the line "sends a photo" may take: the photo itself is worth more."""

# Pieces of Telegram's own descriptions, in lower case: it gives no codes that tell them apart.
_CHAT_GONE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "user_is_blocked",
    "group chat was deactivated",
    "chat_write_forbidden",
    "chat_restricted",
    "topic_closed",
    "not enough rights",
    "have no rights",
    "need administrator rights",
)
_NO_PICTURES = ("send photos", "send media")
"""What a group's "not enough rights" or "have no rights" says where words are still welcome."""


def keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """`Said.buttons` as Telegram takes them; `None` for none."""
    if not rows:
        return None
    return InlineKeyboardMarkup([[_button(button) for button in row] for row in rows])


def _button(button: Button) -> InlineKeyboardButton:
    if button.url:
        return InlineKeyboardButton(button.label, url=button.url)
    return InlineKeyboardButton(button.label, callback_data=button.data)


class Sender:
    """Sends what is said, repeated where that helps and never where it would say it twice.

    Each of its sends returns ANSWERED (or `Said.declined`), UNDELIVERABLE (blocked, no rights,
    chat gone), or FAILED after `patience.total` seconds or a refusal that nothing mends; or
    PARKED instead of waiting, where `Said.again` tells what it's made anew of. None raises
    anything of Telegram's but `InvalidToken`.
    """

    def __init__(
        self,
        pictures: Callable[[str], Picture | None] | None = None,
        file_ids: FileIds | None = None,
        patience: Patience = PATIENCE,
    ) -> None:
        """`pictures` gives a picture by its id; those that Telegram has are in `file_ids`."""
        self._pictures = pictures
        self._file_ids = file_ids or FileIds()
        self._patience = patience

    async def reply(self, message: Message, said: Said, *, quote_question: bool) -> Ended:
        """Send to the chat and topic of `message`.

        `quote_question` shows it as a reply to `message`, as is due in a group.
        """
        bot = message.get_bot()
        thread_id = thread_of(message)
        held = Held(message.chat_id, message.message_id, thread_id, quote_question, said.again, 0)
        return await self._send(bot, held, said)

    async def resume(self, bot: Bot, held: Held, said: Said) -> Ended:
        """Send an answer that was held back, made anew as `said`."""
        return await self._send(bot, held, said)

    async def to_chat(self, bot: Bot, chat_id: int, said: Said) -> Ended:
        """Send where no message is replied to, such as to a group the bot has joined."""
        return await self._send(bot, Held(chat_id, 0, None, False, said.again, 0), said)

    async def post(self, bot: Bot, letter: Letter, held: Held | None = None) -> Message | Ended:
        """The message as Telegram has accepted it, or how it ended otherwise.

        `held` is what is parked where it would have to wait.
        """
        if letter.photo is not None:
            letter = letter.with_file_id(self._file_ids.known(bot.id, letter.photo.digest))
        return await self._deliver(bot, letter, held)

    async def _send(self, bot: Bot, held: Held, said: Said) -> Ended:
        letter = Letter(
            held.chat_id,
            said.reply.html(bot.username),
            thread_id=held.thread_id,
            answers=held.message_id if held.quote_question else None,
            markup=keyboard(said.buttons),
            photo=self._photo(said),
        )
        posted = await self.post(bot, letter, held if held.again else None)
        if isinstance(posted, Ended):
            return posted
        if said.then is not None:
            return await self._send(bot, replace(held, again=said.then.again), said.then)
        return by_rule(ANSWERED, said.declined)

    def _photo(self, said: Said) -> Photo | None:
        if said.picture is None or self._pictures is None:
            return None
        picture = self._pictures(said.picture)
        return None if picture is None else Photo(picture.digest, picture.png)

    async def _deliver(self, bot: Bot, letter: Letter, held: Held | None) -> Message | Ended:
        if not may_hold():
            held = None
        if held is not None and turn() is Turn.QUEUE:
            return Ended(Outcome.PARKED, held=held)
        patience = self._patience
        hold_after = None
        if held is not None:
            hold_after = patience.hold if turn() is Turn.WAIT else 0.0
        total = patience.total if held is None else min(patience.total, patience.total_held)
        deadline = asyncio.get_running_loop().time() + total
        tried = {letter}
        announced = False
        while True:
            if _uploads(letter) and not announced:
                announced = True
                await _announce(bot, letter)
            try:
                call = partial(letter.send, bot)
                sent = await persist(call, patience, until=deadline, hold_after=hold_after)
            except Forbidden:
                return Ended(Outcome.UNDELIVERABLE, "forbidden")
            except (BadRequest, ChatMigrated) as objection:
                if isinstance(objection, BadRequest) and _is_gone(objection, letter):
                    return Ended(Outcome.UNDELIVERABLE, "chat gone")
                mended = letter.mended(objection)
                # The same bytes would only be refused again, and so would a circle of mendings.
                if mended in tried:
                    return Ended(Outcome.FAILED, "refused")
                self._forget_refused(bot, letter, mended)
                letter = mended
                tried.add(letter)
            except HeldBackError as error:
                assert held is not None, "nothing else is asked to be held back"
                return Ended(Outcome.PARKED, held=replace(held, wait=error.wait))
            except OutOfPatienceError:
                if held is not None:
                    return Ended(Outcome.PARKED, held=replace(held, wait=NEXT_TRY))
                return Ended(Outcome.FAILED, "out of patience")
            else:
                report_accepted()
                self._note_uploaded(bot, letter, sent)
                return sent

    def _forget_refused(self, bot: Bot, refused: Letter, mended: Letter) -> None:
        if refused.photo is not None and not _uploads(refused) and _uploads(mended):
            self._file_ids.forget(bot.id, refused.photo.digest)

    def _note_uploaded(self, bot: Bot, letter: Letter, sent: Message) -> None:
        if letter.photo is not None and _uploads(letter) and sent.photo:
            # The last is the largest: a smaller one's id would send a thumbnail.
            self._file_ids.note(bot.id, letter.photo.digest, sent.photo[-1].file_id)


def _uploads(letter: Letter) -> bool:
    """Whether a picture goes as bytes."""
    return letter.photo is not None and letter.photo.file_id is None


async def _announce(bot: Bot, letter: Letter) -> None:
    with suppress(TelegramError, TimeoutError):
        async with asyncio.timeout(ANNOUNCING):
            await bot.send_chat_action(
                letter.chat_id, ChatAction.UPLOAD_PHOTO, message_thread_id=letter.thread_id
            )


def _is_gone(objection: BadRequest, letter: Letter) -> bool:
    said = objection.message.lower()
    if letter.photo is not None and any(sign in said for sign in _NO_PICTURES):
        return False
    return any(sign in said for sign in _CHAT_GONE)
