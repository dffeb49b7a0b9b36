"""Looks for what keeps the bot from working, and says of each finding how to mend it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from telegram import Bot, User, WebhookInfo
from telegram.error import InvalidToken, TelegramError

from bot.endings import ConflictError
from bot.env_file import unread_lines
from bot.mistyped import mistyped_settings
from bot.one_at_a_time import alone
from bot.settings import Settings
from bot.state_place import nearest_folder, takes_files
from bot.transport import AiohttpRequest
from knowledge import Knowledge, KnowledgeError
from state.database import SCHEMA_VERSION

PATIENCE = 10.0
"""Seconds that Telegram may take to answer."""
MANY_WAITING = 100
"""Updates from which on a queue shows that nobody works it off."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    cure: str | None = None
    """How to mend it; `None` where nothing is wrong."""
    hint: str | None = None
    """How to have it otherwise, where it's as it may be."""

    def __str__(self) -> str:
        """As a line, or two with the cure or hint."""
        if self.cure is not None:
            return f"WRONG {self.what}\n      {self.cure}"
        if self.hint is not None:
            return f"hint  {self.what}\n      {self.hint}"
        return f"ok    {self.what}"


async def examine(
    settings: Settings, open_knowledge: Callable[[Path | None], Knowledge]
) -> list[Finding]:
    """What there is to say of settings that can be read. Changes nothing, here or on Telegram."""
    findings = examine_names()
    if not any(finding.cure for finding in findings):
        findings.insert(0, Finding("settings: all can be read"))
    findings += await _telegram(settings)
    findings.append(_knowledge(settings, open_knowledge))
    findings.append(_state(settings.state_db))
    return findings


def examine_names() -> list[Finding]:
    """What can't be read from `.env`, and what is set under nearly the name of a setting."""
    return [
        *(Finding(f"settings: {line.what}", line.cure) for line in unread_lines()),
        # It may be another program's, and then it's right as it is.
        *(
            Finding(f"{name}: there's no such setting", hint=f"Did you mean {meant}?")
            for name, meant in mistyped_settings().items()
        ),
    ]


async def _telegram(settings: Settings) -> list[Finding]:
    if settings.telegram_bot_token is None:
        return [
            Finding(
                "token: none is set, so there is only the chat in the terminal",
                hint="To answer on Telegram, ask @BotFather for a token with /newbot, "
                "and set TELEGRAM_BOT_TOKEN.",
            )
        ]
    root = settings.telegram_api_url
    requests = [AiohttpRequest(root, connections=2, read_timeout=PATIENCE) for _ in range(2)]
    bot = Bot(
        settings.telegram_bot_token.get_secret_value(),
        base_url=f"{root}/bot",
        request=requests[0],
        get_updates_request=requests[1],
    )
    try:
        async with bot:
            webhook = await bot.get_webhook_info()
            return [*_account(bot.bot), *_webhook(settings, webhook), _running(settings)]
    except InvalidToken:
        cure = "Ask @BotFather for it (/mybots, then API Token), and set TELEGRAM_BOT_TOKEN anew."
        return [Finding("token: Telegram refuses it", cure)]
    except TelegramError as error:
        cure = f"See that {root} can be reached from here (TELEGRAM_API_URL, proxy, firewall)."
        return [Finding(f"Telegram: no answer ({type(error).__name__})", cure)]
    finally:
        for request in requests:
            await request.shutdown()


def _account(bot: User) -> Iterator[Finding]:
    yield Finding(f"token: it's @{bot.username}'s")
    if bot.can_read_all_group_messages:
        yield Finding(
            "privacy mode: off, so the bot is given all that people write in groups",
            hint="Mentions reach it this way. @BotFather's /setprivacy (Enable) turns it on; then "
            "add the bot to groups anew.",
        )
    else:
        yield Finding("privacy mode: on, the bot is given what is meant for it")
    if not bot.can_join_groups:
        yield Finding(
            "groups: nobody can add the bot to one",
            hint="@BotFather's /setjoingroups allows it.",
        )
    if bot.supports_inline_queries:
        yield Finding("inline mode: on")
    else:
        yield Finding("inline mode: off", hint="@BotFather's /setinline turns it on.")
    if bot.supports_guest_queries:
        yield Finding("guest mode: on")
    else:
        yield Finding("guest mode: off", hint="@BotFather's bot settings turn it on.")


def _webhook(settings: Settings, found: WebhookInfo) -> Iterator[Finding]:
    wanted = settings.webhook
    if wanted is None and found.url:
        yield Finding(
            "webhook: one is set, and the bot polls",
            "Start the bot, which takes it away, or set TELEGRAM_WEBHOOK_URL.",
        )
    elif wanted is not None and found.url != wanted.url:
        yield Finding(
            "webhook: Telegram has " + ("another one" if found.url else "none"),
            "Start the bot, which sets it; stop what else runs with the same token.",
        )
    elif wanted is not None and found.last_error_message:
        yield Finding(
            f"webhook: the last delivery failed, Telegram says: {found.last_error_message}",
            "See that the proxy hands TELEGRAM_WEBHOOK_URL on to TELEGRAM_WEBHOOK_LISTEN.",
        )
    else:
        yield Finding("webhook: " + ("none, the bot polls" if wanted is None else "set"))
    if found.pending_update_count > MANY_WAITING:
        yield Finding(
            f"queue: {found.pending_update_count} updates wait at Telegram",
            "Start the bot; if it runs, its log says why it's behind.",
        )


def _running(settings: Settings) -> Finding:
    try:
        with alone(settings):
            return Finding("process: no other bot with this token runs on this machine")
    except ConflictError:
        return Finding("process: the bot is running on this machine")


def _knowledge(settings: Settings, open_knowledge: Callable[[Path | None], Knowledge]) -> Finding:
    try:
        knowledge = open_knowledge(settings.knowledge_db)
    except KnowledgeError as error:
        return Finding(f"knowledge: {error}", "Until then the bot doesn't start.")
    facts, digest = len(knowledge.facts()), knowledge.digest[:12]
    return Finding(f"knowledge: {facts} facts, checksum {digest}…")


def _state(path: Path) -> Finding:
    try:
        begun = path.exists()
    except OSError as error:
        return Finding(
            f"state: {path} can't be read ({error.strerror})",
            "Let the bot into its folder, or set STATE_DB to another file.",
        )
    if not begun:
        if takes_files(nearest_folder(path)):
            return Finding(f"state: {path} is made at the first start")
        return Finding(
            f"state: {path} can't be made",
            f"Make {nearest_folder(path)} a folder that the bot may write to, "
            "or set STATE_DB to another file.",
        )
    try:
        version = _schema(path)
    except sqlite3.Error as error:
        return Finding(
            f"state: {path} can't be read ({error})",
            "Let the bot read and write it; where it's broken, the next start sets it aside.",
        )
    if version > SCHEMA_VERSION:
        return Finding(
            f"state: {path} belongs to a newer version of the bot",
            "Set STATE_DB to another file, or move this one away.",
        )
    if not os.access(path, os.W_OK) or not takes_files(path.parent):
        return Finding(
            f"state: {path} can't be written",
            "Let the bot write to the file and its folder, or set STATE_DB to another file.",
        )
    return Finding(f"state: {path} can be read and written")


def _schema(path: Path) -> int:
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        if database.execute("pragma quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("it's malformed")
        return int(database.execute("pragma user_version").fetchone()[0])
