"""The desk where every request is answered: Telegram's, a terminal's, a file's of questions."""

from __future__ import annotations

from handlers.answer_words import AnswerWords
from handlers.catalogues import catalogue
from handlers.commands import Commands, Request
from handlers.help_words import HelpWords
from handlers.reply import Reply, line
from handlers.said import Said
from handlers.translations import worded
from knowledge import Knowledge


class Desk:
    """Answers questions and commands from one knowledge."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Answers from `knowledge`. Raises `KnowledgeError` where a topic's command is taken."""
        self.knowledge = knowledge
        self.commands = Commands(knowledge, self.ask)
        self.help = HelpWords(knowledge)
        self._answers = AnswerWords(knowledge)

    def ask(self, request: Request) -> Said:
        """The answer to the question in `request.words`, in the question's language."""
        answer = self.knowledge.ask(
            request.words, language=request.language_code, after=request.after
        )
        return self._answers.say(answer, request.audience)

    def scope(self, request: Request) -> Said:
        """One line on what can be asked, for someone who called the bot and asked nothing."""
        words = catalogue(request.language)
        return Said(Reply((line(self._answers.scope(words)),)), request.language)

    def article_names(self, language: str) -> str:
        """What to call the articles in a sentence."""
        return "; ".join(worded(article.name, language) for article in self.knowledge.articles())
