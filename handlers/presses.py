"""Buttons that people press: each is answered at once with a word, some with a message too."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial

from telegram import Update
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ContextTypes

from handlers.buttons import Action, Press
from handlers.conversations import Conversations, conversation
from handlers.desk import TOO_MUCH, Desk
from handlers.flood import Admission, Flood
from handlers.letters import thread_of
from handlers.links import FACT, address, start_parameter
from handlers.outcome import Ended, by_rule, declined
from handlers.persisting import OutOfPatienceError, Patience, persist
from handlers.pressed import Pressed
from handlers.queries import PRESS_KEPT, answer_query
from handlers.recent import Recent
from handlers.said import FLOOD
from handlers.sending import Sender
from handlers.showing import Showing
from knowledge import Exchange
from state.feedback import Feedback
from state.questions import Questions

BESIDE = Patience(total=5)
"""For the word where a message comes too, which is what was pressed for."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """What of presses is kept, and outlives a restart."""

    feedback: Feedback
    questions: Questions


class Presses:
    """Answers every press."""

    def __init__(
        self,
        desk: Desk,
        sender: Sender,
        showing: Showing,
        conversations: Conversations,
        flood: Flood,
        notebook: Notebook,
    ) -> None:
        """Answers from `desk` by `sender`, and by `showing` the article, within `flood`'s bounds.

        `conversations` are those of who writes, since a question may follow a press.
        """
        self._desk = desk
        self._sender = sender
        self._showing = showing
        self._conversations = conversations
        self._flood = flood
        self._notebook = notebook
        self._votes: Recent[Action] = Recent()
        self._sent_questions: Recent[bool] = Recent()

    async def answer(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> Ended:
        """Answers a button with a word, with a message, or with the way to the private chat."""
        if update.callback_query is None:
            return declined("no press")
        pressed = Pressed(update.callback_query, context.bot)
        press = pressed.press
        admission = self._admission(pressed)
        if admission is not Admission.ANSWER:
            return await self._too_much(pressed, admission)
        match press:
            case Press(Action.ASK):
                return await self._answer_offer(pressed, press)
            case Press(Action.SHOW):
                return await self._show(pressed, press)
            case Press(Action.SEND):
                return await self._take_question(pressed)
            case Press(Action.UP | Action.DOWN) if self._count_vote(pressed, press):
                return await _notify(pressed, pressed.words.say("Thank you."))
            case _:
                return await _say_unknown(pressed)

    def _admission(self, pressed: Pressed) -> Admission:
        person = pressed.query.from_user.id
        if pressed.brings_a_message:
            return self._flood.admit(person, pressed.group_id)
        # A word that only who pressed sees is no message, and a thumb costs nobody an answer.
        return self._flood.admit(("words", person), None)

    async def _too_much(self, pressed: Pressed, admission: Admission) -> Ended:
        told = None
        if admission is Admission.LAST_WORD:
            request = pressed.request("", pressed.words.language)
            told = self._desk.page(TOO_MUCH, request).reply.text()
        return by_rule(await _notify(pressed, told), FLOOD)

    async def _answer_offer(self, pressed: Pressed, press: Press) -> Ended:
        try:
            said = self._desk.offered(pressed.request(press.about, pressed.language))
        except LookupError:
            return await _say_unknown(pressed)
        message, chat_id = pressed.message, pressed.private_chat_id
        if chat_id is None:
            if message is None:
                return await _lead_away(pressed, press)
            await _acknowledge(pressed)
            # Below the question that could be meant in two ways.
            question = message.reply_to_message or message
            return await self._sender.reply(question, said, quote_question=True)
        await _acknowledge(pressed)
        self._remember(pressed, chat_id, said.exchange)
        if message is None:
            return await self._sender.to_chat(pressed.bot, chat_id, said)
        return await self._sender.reply(message, said, quote_question=False)

    async def _show(self, pressed: Pressed, press: Press) -> Ended:
        fact = self._desk.knowledge.fact(press.about)
        if fact is None:
            return await _say_unknown(pressed)
        chat_id, message = pressed.private_chat_id, pressed.message
        if chat_id is None:
            return await _lead_away(pressed, press)
        await _acknowledge(pressed)
        self._remember(pressed, chat_id, Exchange(facts=(fact.id,)))
        return await self._showing.show_in_article(
            pressed.bot,
            chat_id,
            fact,
            pressed.language,
            thread_id=None if message is None else thread_of(message),
        )

    def _remember(self, pressed: Pressed, chat_id: int, exchange: Exchange | None) -> None:
        key = conversation(chat_id, pressed.query.from_user.id)
        self._conversations.remember(key, exchange, pressed.language)

    def _count_vote(self, pressed: Pressed, press: Press) -> bool:
        """Count a person's last vote on a message; False where its fact is no more."""
        if self._desk.knowledge.fact(press.about) is None:
            return False
        before = self._votes.get(pressed.key)
        if before is not press.action and self._notebook.feedback.count(
            press.about, up=press.action is Action.UP, instead=before is not None
        ):
            self._votes.keep(pressed.key, press.action)
        return True

    async def _take_question(self, pressed: Pressed) -> Ended:
        sent_before = self._sent_questions.get(pressed.key)
        ended = await _notify(pressed, self._keep_question(pressed))
        if not sent_before and self._sent_questions.get(pressed.key):
            await _take_buttons_away(pressed)
        return ended

    def _keep_question(self, pressed: Pressed) -> str:
        """Keep the question for the editors; what to say of it."""
        say = pressed.words.say
        question = pressed.message.reply_to_message if pressed.message is not None else None
        if question is not None and not pressed.is_own_question(question):
            return say("Only who asked it can send it.")
        words = pressed.words_asked(question) if question is not None else None
        if words is None:
            return say("I can't see the question any more: please ask it again.")
        if not self._sent_questions.get(pressed.key):
            if not self._notebook.questions.keep(words, pressed.language):
                return say("It can't be kept just now. Please try again later.")
            self._sent_questions.keep(pressed.key, True)
        return say("Sent to the editors, without your name. Thank you.")


async def _say_unknown(pressed: Pressed) -> Ended:
    say = pressed.words.say
    told = say("This button is from an older version of mine. Please ask again.")
    return by_rule(await _notify(pressed, told), "unknown button")


async def _lead_away(pressed: Pressed, press: Press) -> Ended:
    """Open the private chat, where the bot can't write or shouldn't."""
    start = start_parameter(FACT, press.about)
    if start is None:
        return await _say_unknown(pressed)
    return await _notify(pressed, None, address(pressed.bot.username, start))


async def _notify(pressed: Pressed, told: str | None, url: str | None = None) -> Ended:
    answer = partial(pressed.bot.answer_callback_query, pressed.query.id)
    return await answer_query(partial(answer, told, url=url), answer, "button", PRESS_KEPT)


async def _acknowledge(pressed: Pressed) -> None:
    """Stop the clock on the button; where that can't be, the message that comes says enough.

    After a crash between the two it's answered already, and Telegram refuses it.
    """
    call = partial(pressed.bot.answer_callback_query, pressed.query.id)
    with suppress(BadRequest, Forbidden, OutOfPatienceError):
        await persist(call, BESIDE)


async def _take_buttons_away(pressed: Pressed) -> None:
    """So that after a restart, when nobody knows it was sent, it isn't sent again."""
    assert pressed.message is not None, "its question was seen"
    edit = pressed.bot.edit_message_reply_markup
    call = partial(edit, pressed.message.chat_id, pressed.message.message_id)
    with suppress(BadRequest, ChatMigrated, Forbidden, OutOfPatienceError):
        await persist(call, BESIDE)
