"""The bot's menu, name and descriptions, as strict as Telegram is about them.

Nothing that people do changes them, so what Telegram would refuse fails the test.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from tests.telegram_double.errors import unheeded
from tests.telegram_double.fields import Shape, read

MOST_COMMANDS = 100
LONGEST_DESCRIPTION = 256
PROFILE = {
    "setMyName": ("name", 64),
    "setMyDescription": ("description", 512),
    "setMyShortDescription": ("short_description", 120),
}
"""What each sets, and how many characters it may have."""
SCOPES: dict[str, frozenset[str]] = {
    "default": frozenset(), "all_private_chats": frozenset(), "all_group_chats": frozenset(),
    "all_chat_administrators": frozenset(), "chat": frozenset({"chat_id"}),
    "chat_administrators": frozenset({"chat_id"}),
    "chat_member": frozenset({"chat_id", "user_id"}),
}  # fmt: skip
"""What each names beside its type."""
_SCOPE = Shape({"type": frozenset(SCOPES)}, {"chat_id": int, "user_id": int})
_COMMAND = Shape({"command": str, "description": str}, {})
_NAME = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")

Setting = tuple[str, str, str]
"""`MyCommands` and the like, language and scope."""


class Menus:
    """What a bot has set, by language and scope."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.settings: dict[Setting, Mapping[str, Any]] = {}

    def call(self, method: str, given: Mapping[str, Any]) -> Any:
        """The result of one of the methods of My…. Raises `ViolationError`."""
        setting = _setting(method, given)
        if method.startswith("get"):
            return _shown(method, self.settings.get(setting, {}))
        if method == "setMyCommands":
            _check_commands(given["commands"])
        elif method in PROFILE:
            name, most = PROFILE[method]
            if len(given.get(name, "")) > most:
                raise unheeded(f"{name} is longer than {most} characters")
        self.settings[setting] = given
        return True


def _setting(method: str, given: Mapping[str, Any]) -> Setting:
    language, scope = given.get("language_code", ""), given.get("scope", "")
    if not _LANGUAGE.fullmatch(language):
        raise unheeded("LANG_CODE_INVALID")
    if scope:
        named = read("scope", scope, _SCOPE)
        if set(named) != SCOPES[named["type"]] | {"type"}:
            raise unheeded("can't parse BotCommandScope: a field too many, or too few")
    return method.removeprefix("set").removeprefix("get").removeprefix("delete"), language, scope


def _shown(method: str, stored: Mapping[str, Any]) -> Any:
    if method == "getMyCommands":
        return json.loads(stored.get("commands", "[]"))
    name, _ = PROFILE[f"set{method.removeprefix('get')}"]
    return {name: stored.get(name, "")}


def _check_commands(given: str) -> None:
    commands = read("commands", given, [_COMMAND])
    if len(commands) > MOST_COMMANDS:
        raise unheeded("BOT_COMMANDS_TOO_MUCH")
    for each in commands:
        if not _NAME.fullmatch(each["command"]):
            raise unheeded("BOT_COMMAND_INVALID")
        if not 1 <= len(each["description"].strip()) <= LONGEST_DESCRIPTION:
            raise unheeded("BOT_COMMAND_DESCRIPTION_INVALID")
