"""Inline mode: `@bot …`, typed in any chat, offers cards; the chosen one posts an answer."""

from __future__ import annotations

from functools import partial

from telegram import InlineQuery, InlineQueryResultsButton, Update
from telegram.ext import ContextTypes

from handlers.addressing import Bot
from handlers.cards import Card, Cards, Typed
from handlers.commands import PLAIN_START
from handlers.outcome import Ended, declined
from handlers.posting import Posting
from handlers.queries import INLINE_KEPT, answer_query
from handlers.results import Result, plain_result_of, result_of

CACHED = 300
"""Seconds that Telegram may show the same offer again without asking, its own default: it only
changes with another knowledge.db, or once a picture was sent for the first time."""


class Inline:
    """Answers inline queries.

    They aren't counted as answers are: people type, a query for each pause, and nothing is said in
    any chat before they choose.
    """

    def __init__(self, cards: Cards, posting: Posting) -> None:
        """Offers what `cards` has, made fit by `posting`."""
        self._cards = cards
        self._posting = posting

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> Ended:
        """Shows cards, or a button to the private chat where the words aren't answered."""
        query = update.inline_query
        if query is None:
            return declined("no inline query")
        bot = Bot.of(context.bot)
        choice = self._cards.choice(Typed(query.query, query.from_user.language_code, bot))
        show = partial(
            context.bot.answer_inline_query,
            query.id,
            cache_time=CACHED,
            # By default Telegram shows one person's results to all who type the same.
            is_personal=choice.personal,
            button=None
            if choice.button is None
            else InlineQueryResultsButton(choice.button, start_parameter=PLAIN_START),
        )
        return await answer_query(
            partial(show, [self._result(card, bot) for card in choice.cards]),
            partial(show, [_plain_result(card) for card in choice.cards]),
            "inline query",
            INLINE_KEPT,
        )

    def _result(self, card: Card, bot: Bot) -> Result:
        said, file_id = self._posting.fit(card.said, bot)
        return result_of(
            said,
            bot.username,
            identity=card.id,
            title=card.title,
            description=card.description,
            file_id=file_id,
        )


async def answer_with_line(query: InlineQuery, told: str) -> Ended:
    """Show one line above no cards, for this time alone.

    Returns and raises what `answer_query` does.
    """
    call = partial(
        query.get_bot().answer_inline_query,
        query.id,
        [],
        cache_time=0,
        is_personal=True,
        button=InlineQueryResultsButton(told, start_parameter=PLAIN_START),
    )
    return await answer_query(call, call, "inline query", INLINE_KEPT)


def _plain_result(card: Card) -> Result:
    return plain_result_of(
        card.said, identity=card.id, title=card.title, description=card.description
    )
