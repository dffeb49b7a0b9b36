"""The knowledge as the rest of the program sees it: all that is stored, and answers."""

from __future__ import annotations

import sqlite3
from functools import cached_property

from knowledge.answer import Answer, Exchange
from knowledge.contents import read_model
from knowledge.model import Name
from knowledge.store import PLACES, Store
from knowledge.understanding import Asker, explain, unpack
from knowledge.understanding.checking import Checker
from knowledge.understanding.text import fold


class Knowledge(Store):
    """What an opened knowledge.db holds, and the understanding of questions that came with it."""

    def __init__(self, connection: sqlite3.Connection, digest: str) -> None:
        """As `Store`; the understanding is unpacked, so that what lacks any of it is refused."""
        super().__init__(connection, digest)
        self._unpacked = unpack(read_model(connection))

    @cached_property
    def _asker(self) -> Asker:
        languages, names, lessons = self._unpacked
        # Most of it is of no use from here on.
        del self._unpacked
        usual = {name.id: name.usual for name in (*self.names(), *self.gazetteer())}
        return Asker(languages, names, lessons, self.facts(), usual, self.search.nearest)

    @cached_property
    def _checker(self) -> Checker:
        return Checker(self._asker)

    def ask(
        self, question: str, *, language: str | None = None, after: Exchange | None = None
    ) -> Answer:
        """Answer `question`.

        `language` is a hint such as Telegram's language_code, for questions whose words don't
        tell. `after` is the exchange that the question may follow. Never raises, whatever the
        text.
        """
        return self._asker.ask(question, language, after)

    def check(self, text: str, *, language: str | None = None) -> tuple[Answer, ...]:
        """Return what the articles say to the claims that `text` makes, at most four, once each.

        After them come at most four on which the articles say nothing, and one on what they never
        name. Where `text` only asks, there is none at all: `ask` answers it. `language` is a hint
        as it is for `ask`. Never raises, whatever the text.
        """
        return self._checker.check(text, language)

    def asks_whether(self, text: str) -> bool:
        """Whether `text` only asks if something else is so, as "is that true?" does."""
        return self._checker.asks_whether(text)

    def language_of(self, text: str, hint: str | None = None) -> str:
        """Return the language of `text`; `hint` decides where its words don't."""
        return self._asker.language_of(text, hint)

    def is_foreign(self, text: str) -> bool:
        """Whether `text` is in a language that isn't spoken, so that only a hint can tell one."""
        return self._asker.is_foreign(text)

    def explain(
        self, question: str, *, language: str | None = None, after: Exchange | None = None
    ) -> str:
        """Return, line by line, how `question` is read, what may answer it, what came of it.

        `language` and `after` are as for `ask`.
        """
        return explain(self._asker.understand(question, language, after))

    def find_place(self, text: str, language: str) -> Name | None:
        """Return the place that `text` names, in an article or not; None where it names none."""
        found = self._asker.place_in(text, language)
        return self.name(found) if found is not None else self._unnamed_place(text)

    def _unnamed_place(self, text: str) -> Name | None:
        """Return the place of that very name that no article has: a capital that's a side too."""
        asked = fold(text.strip())
        for name in self.gazetteer():
            if name.kind in PLACES and asked in map(fold, name.usual.values()):
                return name
        return None
