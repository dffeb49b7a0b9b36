"""The double takes the menus that Telegram takes, and fails the test over others."""

from __future__ import annotations

from typing import Any

import pytest

from tests.telegram_double.conftest import Caller
from tests.telegram_double.test_fields import objections

FITTING = {"command": "a_1" + "b" * 29, "description": "d" * 256}


def commands(count: int = 1, **changed: Any) -> list[dict[str, Any]]:
    """So many that fit, but for what is changed."""
    return [FITTING | changed] * count


@pytest.mark.parametrize(
    ("menu", "complaint"),
    [
        (commands(101), "BOT_COMMANDS_TOO_MUCH"),
        (commands(command=""), "BOT_COMMAND_INVALID"),
        (commands(command="c" * 33), "BOT_COMMAND_INVALID"),
        (commands(command="Ask"), "BOT_COMMAND_INVALID"),
        (commands(command="north-korea"), "BOT_COMMAND_INVALID"),
        (commands(command="карта"), "BOT_COMMAND_INVALID"),
        ([{"description": "x"}], "commands needs command"),
        (commands(description=" "), "BOT_COMMAND_DESCRIPTION_INVALID"),
        (commands(description="d" * 257), "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([{"command": "x"}], "commands needs description"),
        (commands(emoji="x"), "commands has no emoji"),
        (commands(command=7), "command is text"),
        (["ask"], "commands is an object"),
        ({"ask": "Ask"}, "commands is a list"),
    ],
)
async def test_a_menu_that_telegram_would_refuse_fails_the_test(menu: Any, complaint: str) -> None:
    [objection] = await objections("setMyCommands", commands=menu)
    assert complaint in objection


@pytest.mark.parametrize(
    ("scope", "complaint"),
    [
        ({"type": "all_chats"}, "type is one of"),
        ({"type": "chat"}, "a field too many, or too few"),
        ({"type": "chat_member", "chat_id": 1}, "a field too many, or too few"),
        ({"type": "all_private_chats", "chat_id": 1}, "a field too many, or too few"),
        ({}, "scope needs type"),
        ({"type": "default", "language": "uk"}, "scope has no language"),
    ],
)
@pytest.mark.parametrize("method", ["setMyCommands", "getMyCommands", "deleteMyCommands"])
async def test_a_scope_that_there_is_not_fails_the_test(
    method: str, scope: dict[str, Any], complaint: str
) -> None:
    menu = {"commands": commands()} if method == "setMyCommands" else {}
    [objection] = await objections(method, scope=scope, **menu)
    assert complaint in objection


@pytest.mark.parametrize(
    ("method", "given"),
    [
        ("setMyName", {"name": "n" * 65}),
        ("setMyDescription", {"description": "d" * 513}),
        ("setMyShortDescription", {"short_description": "d" * 121}),
    ],
)
async def test_a_name_or_description_that_is_too_long_fails_the_test(
    method: str, given: dict[str, str]
) -> None:
    [objection] = await objections(method, **given)
    assert "longer than" in objection
    [(name, text)] = given.items()
    assert not await objections(method, **{name: text[:-1]})


@pytest.mark.parametrize("language", ["eng", "EN", "e", "en-GB"])
async def test_a_language_has_two_letters(language: str) -> None:
    [objection] = await objections("getMyName", language_code=language)
    assert "LANG_CODE_INVALID" in objection


async def test_what_is_set_is_shown_by_language_and_scope_until_it_is_deleted(
    call: Caller,
) -> None:
    groups = {"scope": {"type": "all_group_chats"}, "language_code": "uk"}
    assert await call("setMyCommands", commands=commands(100), **groups) is True
    assert await call("getMyCommands", **groups) == commands(100)
    assert await call("getMyCommands") == []
    assert await call("deleteMyCommands", **groups) is True
    assert await call("getMyCommands", **groups) == []
    await call("setMyName", name="Facts")
    assert await call("getMyName") == {"name": "Facts"}
    assert await call("getMyName", language_code="uk") == {"name": ""}
