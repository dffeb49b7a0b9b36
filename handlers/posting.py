"""Makes what is said fit for where the bot isn't: posted inline, or as a guest."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from handlers.addressing import Bot
from handlers.desk import Desk
from handlers.picture_words import IN_WORDS
from handlers.reply import Block, Line, Reply, Words
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Picture
from state.file_ids import FileIds

_COMMAND = re.compile(r"(?<!\S)/([a-z0-9_]{1,32})\b")


class Posting:
    """Knows what can be posted from afar."""

    def __init__(self, desk: Desk, file_ids: FileIds) -> None:
        """`file_ids` tells which pictures Telegram has: from afar, no new one can be sent."""
        self._desk = desk
        self._file_ids = file_ids

    def file_id(self, picture: Picture, bot: Bot) -> str | None:
        """Telegram's id of `picture` for `bot`, if it has it."""
        return self._file_ids.known(bot.id, picture.digest)

    def fit(self, said: Said, bot: Bot) -> tuple[Said, str | None]:
        """`said` as it can be posted, and Telegram's id of its picture.

        Without the picture, where Telegram doesn't have it. Commands become links to the private
        chat: where the bot isn't, a tap on one would only send it to whoever is there.
        """
        picture = None if said.picture is None else self._desk.knowledge.picture(said.picture)
        file_id = None if picture is None else self.file_id(picture, bot)
        if picture is not None and file_id is None:
            request = Request("", said.language, Audience.GROUP, bot=bot.username)
            said = self._desk.page(self._desk.commands.showing(picture) + IN_WORDS, request)
        return replace(said, reply=self._linked(said.reply)), file_id

    def _linked(self, reply: Reply) -> Reply:
        return Reply(tuple(self._block(block) for block in reply.blocks))

    def _block(self, block: Block) -> Block:
        if not isinstance(block, Line):
            return block
        return Line(tuple(each for words in block.words for each in self._words(words)))

    def _words(self, words: Words) -> Iterator[Words]:
        if words.start is not None:
            yield words
            return
        position = 0
        for found in _COMMAND.finditer(words.text):
            if self._desk.commands.knows(found[1]):
                if position < found.start():
                    yield replace(words, text=words.text[position : found.start()])
                yield replace(words, text=found[0], start=found[1])
                position = found.end()
        if position < len(words.text):
            yield replace(words, text=words.text[position:])
