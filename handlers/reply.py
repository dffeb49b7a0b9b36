"""A reply in blocks, rendered as Telegram's HTML or as plain text, within Telegram's limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from handlers.links import address

MESSAGE_LIMIT = 4096
"""UTF-16 units that a Telegram message may have once its markup is parsed."""
ENTITY_LIMIT = 100
"""Marked spans that Telegram keeps in a message; what comes after them would lose its marks."""
LONG_QUOTE = 160
"""Characters beyond which a quote is folded: a phone shows four lines of it, or three folded."""

_CLAUSE_END = re.compile(r"(?<=[.!?;])\s+")
_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")


def units(text: str) -> int:
    """The length of `text` as Telegram counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def shortened(text: str, most: int) -> str:
    """`text`, or its first words and an ellipsis where it has more than `most` characters."""
    if len(text) <= most:
        return text
    return text[: most - 1].rpartition(" ")[0].rstrip(" ,;:–—") + "…"


def parted(text: str, most: int) -> tuple[str, str]:
    """The first sentences or clauses of `text`, in at most `most` characters, and all the rest.

    A first one that is longer is cut after a word, with an ellipsis on both sides.
    """
    if len(text) <= most:
        return text, ""
    ends = [end for end in _CLAUSE_END.finditer(text) if end.start() <= most]
    if ends:
        return text[: ends[-1].start()].rstrip(";"), text[ends[-1].end() :]
    begun = shortened(text, most)
    return begun, f"…{text[len(begun) - 1 :].lstrip(' ,;:–—')}"


def _clean(text: str) -> str:
    # A NUL or half a surrogate pair would make Telegram refuse the whole message.
    return _UNPRINTABLE.sub(lambda found: " " if found[0] == "\t" else "", text)


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words; `start` makes it a link to the bot's private chat with that parameter."""

    text: str
    bold: bool = False
    start: str | None = None

    def __post_init__(self) -> None:
        """Leaves out what Telegram refuses."""
        object.__setattr__(self, "text", _clean(self.text))

    @property
    def entities(self) -> int:
        """How many of a message's marked spans it takes."""
        return int(self.bold) + int(self.start is not None)

    def html(self, bot: str | None) -> str:
        """The words as HTML; links lead to `bot`, and are left out without one."""
        marked = escape(self.text, quote=False)
        if self.bold:
            marked = f"<b>{marked}</b>"
        if self.start is not None and bot is not None:
            marked = f'<a href="{escape(address(bot, self.start))}">{marked}</a>'
        return marked


@dataclass(frozen=True, slots=True)
class Line:
    """One line, or a short paragraph, of words."""

    words: tuple[Words, ...]

    @property
    def plain(self) -> str:
        """The line without marks."""
        return "".join(words.text for words in self.words)

    @property
    def entities(self) -> int:
        """How many of a message's marked spans it takes."""
        return sum(words.entities for words in self.words)

    def html(self, bot: str | None) -> str:
        """The line as HTML."""
        return "".join(words.html(bot) for words in self.words)

    def cut(self, room: int) -> Line:
        """The line's beginning and an ellipsis, in at most `room` UTF-16 units."""
        kept: list[Words] = []
        room -= units("…")
        for words in self.words:
            # Cut in UTF-16, and half a surrogate pair at the end is left out.
            text = words.text.encode("utf-16-le")[: 2 * room].decode("utf-16-le", "ignore")
            kept.append(Words(text, words.bold, words.start))
            room -= units(text)
            if text != words.text:
                break
        return Line((*(words for words in kept if words.text), Words("…")))


@dataclass(frozen=True, slots=True)
class Quote:
    """An article's words; shown whole or not at all, since a cut quote is no quote."""

    text: str

    def __post_init__(self) -> None:
        """Leaves out what Telegram refuses."""
        object.__setattr__(self, "text", _clean(self.text))

    @property
    def plain(self) -> str:
        """The quote as Telegram counts it: the words alone."""
        return self.text

    @property
    def entities(self) -> int:
        """How many of a message's marked spans it takes."""
        return 1

    def html(self, bot: str | None) -> str:
        """The quote as a blockquote, expandable where it's long."""
        mark = "blockquote expandable" if len(self.text) > LONG_QUOTE else "blockquote"
        return f"<{mark}>{escape(self.text, quote=False)}</blockquote>"


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line."""

    plain = ""
    entities = 0

    def html(self, bot: str | None) -> str:
        """Nothing: the line break around it is enough."""
        return ""


Block: TypeAlias = Line | Quote | Gap


def line(*parts: str | Words) -> Line:
    """A line of words, marked or not."""
    return Line(tuple(part if isinstance(part, Words) else Words(part) for part in parts))


def bold(text: str) -> Words:
    """Words in bold."""
    return Words(text, bold=True)


def listing(items: list[Line]) -> tuple[Line, ...]:
    """The items as lines with a bullet each."""
    return tuple(Line((Words("• "), *item.words)) for item in items)


@dataclass(frozen=True, slots=True)
class Reply:
    """What the bot says in one message. Raises `ValueError` where it would say nothing."""

    blocks: tuple[Block, ...]

    def __post_init__(self) -> None:
        if not any(block.plain.strip() for block in self.blocks):
            raise ValueError(
                "a reply needs at least one visible word: Telegram refuses an empty one"
            )

    def html(self, bot: str | None = None) -> str:
        """Telegram HTML with links to `bot` (a username without @), within Telegram's limits."""
        return "\n".join(block.html(bot) for block in self._fitting()).strip("\n")

    def text(self) -> str:
        """Plain text, quotes marked with `>`, within the same limits before those marks."""
        return "\n".join(
            f"> {block.plain}" if isinstance(block, Quote) else block.plain
            for block in self._fitting()
        ).strip("\n")

    def length(self) -> int:
        """UTF-16 units of the whole, uncut, as Telegram counts them."""
        return sum(units(block.plain) + 1 for block in self.blocks) - 1

    def _fitting(self) -> Iterator[Block]:
        room, entities = MESSAGE_LIMIT, ENTITY_LIMIT
        for block in self.blocks:
            entities -= block.entities
            if entities < 0:
                return
            needed = units(block.plain) + 1
            if needed > room:
                # Two units at least: a word's beginning and the ellipsis.
                if isinstance(block, Line) and room > 2:
                    yield block.cut(room - 1)
                return
            room -= needed
            yield block
