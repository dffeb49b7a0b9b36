"""The bot's menu, name and descriptions on Telegram, set at start and only where they differ."""

from __future__ import annotations

from telegram import Bot, BotCommand, BotCommandScopeAllGroupChats, BotCommandScopeAllPrivateChats
from telegram.constants import BotDescriptionLimit, BotNameLimit

from handlers.catalogues import LANGUAGES, SOURCE_LANGUAGE, catalogue
from handlers.desk import Desk
from handlers.translations import article_names, has_several


async def publish_menus(bot: Bot, desk: Desk) -> None:
    """Sets commands by scope and language, name and descriptions. Raises `TelegramError`."""
    for language in LANGUAGES:
        # Telegram shows the entry without a language to everyone whose language has none.
        code = None if language == SOURCE_LANGUAGE else language
        await _publish_commands(bot, desk, language, code)
        await _publish_profile(bot, desk, language, code)


def menu(desk: Desk, language: str, *, group: bool) -> tuple[BotCommand, ...]:
    """The commands of a private chat's or a group's menu: /ask and /check, topics, the rest."""
    ask, check, *others = desk.commands.menu(language, topics=False, group=group)
    entries = [ask, check, *desk.commands.menu(language, topics=True), *others]
    return tuple(BotCommand(name, description) for name, description in entries)


async def _publish_commands(bot: Bot, desk: Desk, language: str, code: str | None) -> None:
    for scope, group in (
        (BotCommandScopeAllPrivateChats(), False),
        (BotCommandScopeAllGroupChats(), True),
    ):
        wanted = menu(desk, language, group=group)
        if tuple(await bot.get_my_commands(scope, code)) != wanted:
            await bot.set_my_commands(wanted, scope, code)


async def _publish_profile(bot: Bot, desk: Desk, language: str, code: str | None) -> None:
    say = catalogue(language).say
    article = article_names(desk.knowledge, language)
    name = say("Frontline Facts")[: BotNameLimit.MAX_NAME_LENGTH]
    if has_several(desk.knowledge):
        description = say(
            "Ask in plain words. I answer from these sources only: {article}. Each answer brings "
            "their very words, who says it and how sure that is. In groups: /ask and your "
            "question.",
            article=article,
        )
        # There's no room for the names of several.
        short = say("Answers from several sources, with their very words.")
    else:
        description = say(
            "Ask in plain words. I answer from one source only: {article}. Each answer brings its "
            "very words, who says it and how sure that is. In groups: /ask and your question.",
            article=article,
        )
        short = say("Answers from one source, with its very words: {article}.", article=article)
    description = description[: BotDescriptionLimit.MAX_DESCRIPTION_LENGTH]
    short = short[: BotDescriptionLimit.MAX_SHORT_DESCRIPTION_LENGTH]
    if (await bot.get_my_name(code)).name != name:
        await bot.set_my_name(name, code)
    if (await bot.get_my_description(code)).description != description:
        await bot.set_my_description(description, code)
    if (await bot.get_my_short_description(code)).short_description != short:
        await bot.set_my_short_description(short, code)
