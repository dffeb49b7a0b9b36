"""A chat in the terminal: a line typed is answered as a private message on Telegram is."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator

from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.request import Request
from handlers.said import Audience, Said

NO_TOKEN = (
    "No TELEGRAM_BOT_TOKEN is set, so this is a chat in the terminal; to answer on Telegram, "
    "get a token from @BotFather (/newbot) and put it into the environment or into .env."
)
_CONVERSATION = "terminal"
_COMMAND = re.compile(r"/(?P<name>\w+)(?:@\w*)?")
"""As on Telegram a bot's name may stand behind it; whose doesn't matter where there's but one."""


class TerminalChat:
    """Answers line by line, with the words that a private chat on Telegram gets."""

    def __init__(self, desk: Desk) -> None:
        """Asks `desk`."""
        self._desk = desk
        self._conversations = Conversations()

    def answer(self, line: str) -> str:
        """The reply to a line, as plain text."""
        said = self._said(line.strip())
        self._conversations.remember(_CONVERSATION, said.exchange, said.language)
        return said.reply.text()

    def run(self, lines: Iterable[str], write: Callable[[str], None]) -> None:
        """Says that there is no token, then answers each of `lines` until they end."""
        write(NO_TOKEN)
        for line in lines:
            if line.strip():
                write(f"\n{self.answer(line)}\n")

    def _said(self, text: str) -> Said:
        called = _COMMAND.match(text)
        words = text if called is None else text[called.end() :].strip()
        language = self._desk.hint(words, self._conversations.language(_CONVERSATION))
        after = self._conversations.last(_CONVERSATION)
        request = Request(words, language, Audience.PRIVATE, after=after)
        if called is not None:
            return self._desk.commands.run(called["name"], request)
        return self._desk.ask(request)


def typed_lines() -> Iterator[str]:
    """What is typed, or piped in, line by line until its end."""
    if not sys.stdin.isatty():
        for line in sys.stdin.buffer:
            yield line.decode("utf-8", "replace")
        return
    while True:
        try:
            yield input("> ")
        except (EOFError, KeyboardInterrupt):
            return
