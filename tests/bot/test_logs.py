"""A log line tells what happened, and neither the token nor a word of anybody's."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.command_line import main
from bot.endings import SettingsError
from bot.logs import set_up_logs

TOKEN = "123456:AAsecret"


@pytest.fixture
def _as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The loggers, and who is told of errors that nobody catches, are put back."""
    for told, by in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(told, by, getattr(told, by))
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    yield
    root.handlers = handlers
    root.setLevel(level)


@pytest.fixture
def lines(_as_before: None) -> io.StringIO:
    """What is logged in the test."""
    stream = io.StringIO()
    set_up_logs((TOKEN,), stream)
    return stream


def test_a_line_is_json_with_time_level_source_and_event(lines: io.StringIO) -> None:
    logging.getLogger("bot.running").info("%d came", 3)
    line = json.loads(lines.getvalue())
    assert (line["level"], line["source"], line["event"]) == ("info", "bot.running", "3 came")
    assert line["time"].endswith("Z")


def test_an_event_is_one_line(lines: io.StringIO) -> None:
    logging.getLogger("bot").warning("one\ntwo\r\n three")
    assert lines.getvalue().count("\n") == 1


@pytest.mark.parametrize("name", ["bot.polling", "telegram.ext", "httpx", "anything"])
def test_the_token_is_starred_wherever_it_comes_from(lines: io.StringIO, name: str) -> None:
    logging.getLogger(name).error(f"https://api.telegram.org/bot{TOKEN}/getMe %s", TOKEN)
    assert TOKEN not in lines.getvalue()
    assert "***" in lines.getvalue()


def test_an_exception_shows_its_kind_and_place_and_not_its_words(lines: io.StringIO) -> None:
    try:
        raise ValueError(f"what Ann wrote, and {TOKEN}")
    except ValueError:
        logging.getLogger("bot").exception("it failed")
    event = json.loads(lines.getvalue())["event"]
    assert "ValueError in test_an_exception_shows" in event
    assert "Ann" not in event


def test_a_library_is_not_filled_in(lines: io.StringIO) -> None:
    """python-telegram-bot logs whole updates where it can't handle them."""
    logging.getLogger("telegram.ext").critical("can't build a context for %s", {"text": "Ann's"})
    assert "Ann" not in lines.getvalue()
    assert "can't build a context" in lines.getvalue()


@pytest.mark.parametrize("name", ["httpx", "httpcore", "telegram", "aiohttp.access"])
def test_the_http_libraries_keep_quiet_about_each_call(lines: io.StringIO, name: str) -> None:
    logging.getLogger(name).info("HTTP Request: POST …")
    assert lines.getvalue() == ""


def test_figures_stand_beside_the_words(lines: io.StringIO) -> None:
    logging.getLogger("bot").info("so far", extra={"fields": {"came": 3, "p50_seconds": 0.4}})
    line = json.loads(lines.getvalue())
    assert (line["event"], line["came"], line["p50_seconds"]) == ("so far", 3, 0.4)


def fail() -> None:
    """Raise over what a person wrote, as that from which it came does."""
    try:
        raise KeyError("what Ann wrote")
    except KeyError as error:
        raise ValueError("what Ann wrote") from error


async def test_asyncios_own_lines_are_of_kind_and_place(lines: io.StringIO) -> None:
    """They come with the exception's words, and with a callback's arguments, already filled in."""

    async def failing() -> None:
        fail()

    def failing_with(words: str) -> None:
        fail()

    task = asyncio.create_task(failing())
    await asyncio.wait({task})
    del task
    asyncio.get_running_loop().call_soon(failing_with, "what Ann wrote")
    await asyncio.sleep(0)
    told = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [line["source"] for line in told] == ["asyncio", "asyncio"]
    assert all("[ValueError in fail, test_logs.py:" in line["event"] for line in told)
    assert "Ann" not in lines.getvalue()


def test_what_nobody_catches_is_one_line_of_kind_and_place(lines: io.StringIO) -> None:
    try:
        fail()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    told = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [line["level"] for line in told] == ["critical", "error"]
    assert all("[ValueError in fail, test_logs.py:" in line["event"] for line in told)
    assert "Ann" not in lines.getvalue()


@pytest.mark.usefixtures("_as_before")
@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("TELEGRAM_SENDS_PER_SECOND", "many", "TELEGRAM_SENDS_PER_SECOND is wrong"),
        ("KNOWLEDGE_DB", "missing.db", "missing.db"),
    ],
)
def test_a_start_that_is_refused_is_logged_like_any_ending(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv(setting, value)
    result = CliRunner().invoke(main)
    line = json.loads(result.stderr)
    assert (line["level"], line["code"]) == ("critical", SettingsError.code)
    assert result.exit_code == SettingsError.code
    assert told in line["event"]
