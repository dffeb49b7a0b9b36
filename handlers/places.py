"""What /place and /places tell, and the links that open a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from handlers.again import remade
from handlers.catalogues import LANGUAGES, catalogue, sentence
from handlers.links import PLACE
from handlers.place_words import PlaceWords
from handlers.request import Request
from handlers.said import Said
from handlers.words_after import answer_to_words_after
from knowledge import Knowledge, Name

MOST_NAMES = 20
"""As many as are looked up for one message, which holds no more."""
NOWHERE = "?"
"""Stands for a place that nobody knows: a person's words aren't kept."""
_BETWEEN_IDS = "_"
"""No name's id has it, and a link may."""
_AROUND_A_NAME = " \t.?!:"
_JOINING = sentence("and|or")
"""In each language, the words that join two names, with a bar between them."""


class Places:
    """The pages of one knowledge's places."""

    def __init__(
        self, knowledge: Knowledge, ask: Callable[[Request], Said], linked_by: str
    ) -> None:
        """`ask` answers a question; `linked_by` is the page that a link opens, by a place's id."""
        self._knowledge = knowledge
        self._ask = ask
        self._words = PlaceWords(knowledge)
        self._linked_by = linked_by

    def all(self, request: Request) -> Said:
        """Every place. Words after the command are asked as a question."""
        told = answer_to_words_after(request, self._ask)
        return told or self._words.places(request.language, request.audience)

    def named(self, request: Request) -> Said:
        """What is said of each place that the words name; every place where there are none."""
        asked = request.words.strip()
        if not asked:
            return self.all(request)
        language = self._knowledge.language_of(asked, request.language_code)
        found = {each: self._knowledge.find_place(each, language) for each in listed(asked)}
        unknown = [each for each, name in found.items() if name is None]
        return self._told(found.values(), unknown, language, request)

    def linked(self, ids: str, request: Request) -> Said | None:
        """The same of a link's ids, such as `pokrovsk_toretsk`; `None` where it has none."""
        found = [self._knowledge.name(each) for each in ids.split(_BETWEEN_IDS)]
        unknown = ["" for name in found if name is None]
        return self._told(found, unknown, request.language, request) if any(found) else None

    def _told(
        self,
        found: Iterable[Name | None],
        unknown: Sequence[str],
        language: str,
        request: Request,
    ) -> Said:
        names = list({name.id: name for name in found if name is not None}.values())
        said = self._words.place(names, language, request.audience, unknown=unknown)
        if not names:
            return remade(PLACE, said, request, about=NOWHERE)
        ids = [*(name.id for name in names), *(NOWHERE for _ in unknown[:1])]
        about = f"{PLACE}_{_BETWEEN_IDS.join(ids)}"
        return remade(self._linked_by, said, request, about)


def listed(text: str) -> list[str]:
    """The names in a list, each once: between commas and the like, or any language's "and"."""
    parts = (part.strip(_AROUND_A_NAME) for part in _joint().split(f" {text} "))
    return list(dict.fromkeys(part for part in parts if part))[:MOST_NAMES] or [text]


@cache
def _joint() -> re.Pattern[str]:
    joining = "|".join(catalogue(language).say(_JOINING) for language in LANGUAGES)
    return re.compile(rf"[,;/&+\n]|(?<!\S)(?:{joining})(?!\S)", re.IGNORECASE)
