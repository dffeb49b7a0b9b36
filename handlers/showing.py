"""Shows a fact's quote in the article: Telegram takes it only where it stands to the character."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from telegram import Bot, Message, MessageEntity

from handlers.buttons import Action, without
from handlers.commands import START
from handlers.desk import Desk
from handlers.letters import Letter, Pointer
from handlers.links import FACT
from handlers.outcome import ANSWERED, Ended, Held
from handlers.recent import Recent
from handlers.reply import Quote, Reply, units
from handlers.request import Request
from handlers.said import Audience, Said
from handlers.sending import Sender, keyboard
from knowledge import Fact, Knowledge

MOST_CHATS = 1000
"""Each is a posted article, about 10 kB; beyond it the oldest is forgotten."""
QUOTE_LIMIT = 1024
"""UTF-16 units that Telegram takes as a quote."""
_MARKS = frozenset(
    {
        MessageEntity.BOLD,
        MessageEntity.ITALIC,
        MessageEntity.UNDERLINE,
        MessageEntity.STRIKETHROUGH,
        MessageEntity.SPOILER,
        MessageEntity.CUSTOM_EMOJI,
    }
)
"""What a quote must be marked with where the quoted words are."""


@dataclass(frozen=True, slots=True)
class _Posted:
    message: Message
    article: str
    """Its id."""
    language: str


class Showing:
    """Posts the article once in a private chat, and points at the words in it."""

    def __init__(
        self, desk: Desk, sender: Sender, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Words by `desk`, sends by `sender`; `clock` gives seconds."""
        self._desk = desk
        self._sender = sender
        # Later the article is far up in the chat, and is posted anew below.
        self._posted: Recent[_Posted] = Recent(most=MOST_CHATS, clock=clock)

    async def show_in_article(
        self, bot: Bot, chat_id: int, fact: Fact, language: str, *, thread_id: int | None = None
    ) -> Ended:
        """Tell `fact` in a reply to the article's own words, in the private chat `chat_id`.

        The article is posted first where it wasn't in the last minutes. Where Telegram says no to
        the quote, or holds the answer back, the quote stands in the answer itself. Returns and
        raises what `Sender.reply` does.
        """
        request = Request(f"{FACT}_{fact.id}", language, Audience.PRIVATE, bot=bot.username)
        said = self._desk.page(START, request)
        letter = Letter(
            chat_id,
            said.reply.html(bot.username),
            thread_id=thread_id,
            # Who is shown the words needn't be offered them.
            markup=keyboard(without(Action.SHOW, said.buttons)),
        )
        held = Held(chat_id, 0, thread_id, False, said.again, 0)
        quote = _first_quote(said)
        if quote is not None and self._is_in_article(quote, fact, request):
            article = await self._article(bot, fact, request, held, thread_id)
            if isinstance(article, Ended):
                return article
            pointer = _pointer(article, quote.text, fact, self._desk.knowledge)
            if pointer is not None:
                pointed = _without(quote, said.reply).html(bot.username)
                letter = replace(
                    letter, text=pointed, pointer=replace(pointer, otherwise=letter.text)
                )
        sent = await self._sender.post(bot, letter, held)
        if isinstance(sent, Ended):
            return sent
        if letter.pointer is not None and sent.quote is None:
            # It was deleted, or isn't what it was.
            self._posted.forget(chat_id)
        return ANSWERED

    def _page_of(self, fact: Fact, request: Request) -> Reply:
        command = self._desk.commands.article_command(fact.article)
        return self._desk.page(command, replace(request, words="")).reply

    def _is_in_article(self, quote: Quote, fact: Fact, request: Request) -> bool:
        # An article longer than a message isn't shown whole.
        article = self._page_of(fact, request)
        return quote.text in article.text() and units(quote.text) <= QUOTE_LIMIT

    async def _article(
        self, bot: Bot, fact: Fact, request: Request, held: Held, thread_id: int | None
    ) -> Message | Ended:
        posted = self._posted.get(held.chat_id)
        wanted = (fact.article, request.language)
        if posted is not None and (posted.article, posted.language) == wanted:
            return posted.message
        text = self._page_of(fact, request).html(bot.username)
        article = await self._sender.post(
            bot, Letter(held.chat_id, text, thread_id=thread_id), held
        )
        if isinstance(article, Message):
            self._posted.keep(held.chat_id, _Posted(article, *wanted))
        return article


def _first_quote(said: Said) -> Quote | None:
    return next((block for block in said.reply.blocks if isinstance(block, Quote)), None)


def _without(quote: Quote, reply: Reply) -> Reply:
    return Reply(tuple(block for block in reply.blocks if block is not quote))


def _pointer(article: Message, quote: str, fact: Fact, knowledge: Knowledge) -> Pointer | None:
    """Where `quote` stands in the posted article, in the fact's own paragraph."""
    text = article.text or ""
    lines = knowledge.article(fact.article).lines
    own = next(
        (each.text for each in lines if each.paragraph == fact.paragraph and quote in each.text),
        quote,
    )
    at = text.find(quote, max(0, text.find(own)))
    if at < 0:
        return None
    start, length = units(text[:at]), units(quote)
    marks = tuple(
        MessageEntity(mark.type, max(0, mark.offset - start), _overlap(mark, start, length))
        for mark in article.entities
        if mark.type in _MARKS and _overlap(mark, start, length) > 0
    )
    return Pointer(article.message_id, quote, start, marks)


def _overlap(mark: MessageEntity, start: int, length: int) -> int:
    return min(mark.offset + mark.length, start + length) - max(mark.offset, start)
