"""The desk where every request is answered: Telegram's, a terminal's, a file's of questions."""

from __future__ import annotations

from dataclasses import replace

from handlers.again import Again, answer_of, read_again
from handlers.answer_words import AnswerWords
from handlers.catalogues import catalogue
from handlers.commands import Commands, Request
from handlers.help_words import HelpWords
from handlers.reply import Reply, line
from handlers.said import FLOOD, Said
from handlers.translations import worded
from knowledge import Knowledge

# Pages that no command opens; a space keeps them from being taken for one.
SCOPE, NO_WORDS, HELLO = "what to ask", "no words", "hello to a group"
TOO_MUCH = "too much"


class Desk:
    """Answers questions and commands from one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Answers from `knowledge`. Raises `KnowledgeError` where a topic's command is taken."""
        self.knowledge = knowledge
        self.commands = Commands(knowledge, self.ask)
        self._help = HelpWords(knowledge)
        self._answers = AnswerWords(knowledge)

    def ask(self, request: Request) -> Said:
        """The answer to the question in `request.words`, in the question's language."""
        answer = self.knowledge.ask(
            request.words, language=request.language_code, after=request.after
        )
        return self._answers.say(answer, request.audience)

    def page(self, name: str, request: Request) -> Said:
        """A page: one of a command's name, or `SCOPE`, `NO_WORDS`, `HELLO`, `TOO_MUCH`."""
        if name == SCOPE:
            words = catalogue(request.language)
            said = Said(Reply((line(self._answers.scope(words)),)), request.language)
        elif name == NO_WORDS:
            said = self._help.no_words(request.language)
        elif name == HELLO:
            said = self._help.hello(request.language, request.bot)
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
        if not again.page:
            return self._answers.say(answer_of(again, self.knowledge), again.audience)
        request = Request(again.about, again.language, again.audience, bot=bot)
        return self.page(again.page, request)

    def article_names(self, language: str) -> str:
        """What to call the articles in a sentence."""
        return "; ".join(worded(article.name, language) for article in self.knowledge.articles())
