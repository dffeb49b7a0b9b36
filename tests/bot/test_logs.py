"""A log line tells what happened, and neither the token nor a word of anybody's."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from bot.logs import set_up_logs

TOKEN = "123456:AAsecret"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is logged in the test; the loggers are put back after it."""
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    stream = io.StringIO()
    set_up_logs((TOKEN,), stream)
    yield stream
    root.handlers = handlers
    root.setLevel(level)


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
