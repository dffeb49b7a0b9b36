"""The menu is set by scope and language, and only where it differs."""

from __future__ import annotations

import re
from typing import Any

from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.menus import menu, publish_menus
from tests.handlers.recorded_calls import RecordedCalls, application_on

SETTERS = ("setMyCommands", "setMyName", "setMyDescription", "setMyShortDescription")


class Profile(RecordedCalls):
    """A Telegram that keeps what is set."""

    def __init__(self) -> None:
        """A bot of which nothing was ever set."""
        super().__init__()
        self.kept: dict[Any, Any] = {}
        for what, field in (
            ("Commands", "commands"),
            ("Name", "name"),
            ("Description", "description"),
            ("ShortDescription", "short_description"),
        ):
            self.answers[f"setMy{what}"] = lambda call, field=field: self._set(field, call)
            self.answers[f"getMy{what}"] = lambda call, field=field: self._get(field, call)

    def _key(self, field: str, call: dict[str, Any]) -> Any:
        scope = call.get("scope")
        return field, scope and str(scope["type"].value), call.get("language_code")

    def _set(self, field: str, call: dict[str, Any]) -> bool:
        self.kept[self._key(field, call)] = call[field]
        return True

    def _get(self, field: str, call: dict[str, Any]) -> Any:
        kept = self.kept.get(self._key(field, call))
        if field == "commands":
            return kept or []
        return {field: kept or ""}

    def changes(self) -> int:
        """How many calls set something."""
        return sum(len(self.made(setter)) for setter in SETTERS)


async def test_everything_is_set_once_and_not_again(desk: Desk) -> None:
    profile = Profile()
    async with application_on(profile) as application:
        await publish_menus(application.bot, desk)
        first = profile.changes()
        await publish_menus(application.bot, desk)
    assert first == len(LANGUAGES) * 5
    assert profile.changes() == first
    assert profile.kept["commands", "all_private_chats", None][0]["command"] == "ask"
    assert profile.kept["commands", "all_group_chats", "uk"][0]["description"] == (
        "запитати звичайними словами"
    )


def test_the_menu_lists_every_command_in_private(desk: Desk) -> None:
    names = [command.command for command in menu(desk, "en", group=False)]
    shown = [command.name for command in desk.commands if not command.hidden]
    assert sorted(names) == sorted(shown)


def test_a_groups_menu_leaves_out_what_is_private(desk: Desk) -> None:
    names = [command.command for command in menu(desk, "en", group=True)]
    assert "start" not in names
    assert "privacy" not in names
    assert names[:3] == ["ask", "check", "chart"]


def test_telegram_takes_every_entry(desk: Desk) -> None:
    for language in LANGUAGES:
        for command in menu(desk, language, group=False):
            assert re.fullmatch(r"[a-z0-9_]{1,32}", command.command)
            assert 1 <= len(command.description) <= 256
