"""The desk where every request is answered: Telegram's, a terminal's, a file's of questions."""

from __future__ import annotations

from dataclasses import replace

from handlers.again import Again, answer_of, read_again
from handlers.answer_words import AnswerWords
from handlers.catalogues import catalogue
from handlers.claim_words import ClaimWords
from handlers.commands import Commands
from handlers.help_words import HelpWords
from handlers.offers import offered
from handlers.reply import Reply, bold, line
from handlers.request import Request
from handlers.said import FLOOD, Said
from knowledge import Knowledge

# Pages that no command opens; a space keeps them from being taken for one.
SCOPE, NO_WORDS, HELLO = "what to ask", "no words", "hello to a group"
TOO_MUCH = "too much"
OWN_ANSWER, NOTHING_TO_CHECK = "own answer", "nothing to check"
OFFERED = "an offered question"


class Desk:
    """Answers questions and commands from one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Answers from `knowledge`. Raises `KnowledgeError` where a topic's command is taken."""
        self.knowledge = knowledge
        self.commands = Commands(knowledge, self.ask, self.check)
        self._help = HelpWords(knowledge)
        self._answers = AnswerWords(knowledge)
        self._claims = ClaimWords(knowledge)

    def ask(self, request: Request) -> Said:
        """The answer to the question in `request.words`, in the question's language."""
        # What somebody else wrote isn't the reader's to send to the editors.
        return self._asked(request, own_words=request.words != request.claim)

    def hint(self, words: str, spoken: str | None, own: str | None = None) -> str | None:
        """The language to assume for `words`: that `spoken` before, but the person's `own` for a
        language that the bot doesn't speak.
        """
        if spoken is None or spoken == own or self.knowledge.is_foreign(words):
            return own
        return spoken

    def check(self, request: Request) -> Said:
        """What the article says to the claims in `request.words`, else in `request.claim`.

        Where these only ask something, the answer to that.
        """
        words = request.words.strip() or request.claim
        answers = self.knowledge.check(words, language=request.language_code)
        if not answers:
            # Somebody else's question follows nothing that was said to who has it checked.
            return self._asked(replace(request, words=words, after=None), own_words=False)
        return self._claims.say(answers, request.audience, bot=request.bot)

    def offered(self, request: Request) -> Said:
        """The answer to a question that a button offered, below that question.

        `request.words` are the offer's key. Raises `LookupError` where there's no such offer any
        more.
        """
        key, language = request.words, request.language
        question, fact = offered(key, language, self.knowledge)
        if fact is not None:
            said = self._answers.fact(fact, language, request.audience, bot=request.bot)
        else:
            said = self._asked(replace(request, words=question, after=None), own_words=False)
        again = str(Again(language, request.audience, OFFERED, key))
        head = (line(bold(question)),) if question else ()
        return replace(said, reply=Reply((*head, *said.reply.blocks)), again=again)

    def page(self, name: str, request: Request) -> Said:
        """A page: one of a command's name, or `SCOPE`, `NO_WORDS`, `HELLO` and the like.

        Raises `LookupError` for an offer that is no more.
        """
        if name == OFFERED:
            return self.offered(request)
        if name == SCOPE:
            scope = self._answers.scope(catalogue(request.language), request.audience)
            said = Said.in_a_line(scope, request.language)
        elif name == NO_WORDS:
            said = self._help.no_words(request.language)
        elif name == HELLO:
            said = self._help.hello(request.language, request.bot)
        elif name == OWN_ANSWER:
            said = self._claims.own_answer(request.language)
        elif name == NOTHING_TO_CHECK:
            said = self._claims.no_words(request.language)
        elif name == TOO_MUCH:
            said = replace(self._help.too_much(request.language), declined=FLOOD)
        else:
            return self.commands.run(name, request)
        return replace(said, again=str(Again(said.language, request.audience, name)))

    def again(self, kept: str, bot: str | None) -> Said:
        """The reply that had `kept` as its `again`, from what the knowledge has now.

        Raises `LookupError`, `ValueError` or `TypeError` where it can't be made any more.
        """
        again = read_again(kept)
        if again.claims:
            claims = [answer_of(read_again(each), self.knowledge) for each in again.claims]
            return self._claims.say(claims, again.audience, bot=bot)
        if not again.page:
            answer = answer_of(again, self.knowledge)
            return self._answers.say(answer, again.audience, bot=bot, own_words=True)
        request = Request(again.about, again.language, again.audience, bot=bot)
        return self.page(again.page, request)

    def _asked(self, request: Request, *, own_words: bool) -> Said:
        answer = self.knowledge.ask(
            request.words, language=request.language_code, after=request.after
        )
        return self._answers.say(answer, request.audience, bot=request.bot, own_words=own_words)
