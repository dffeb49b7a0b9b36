"""The bot's own sentences in every language it speaks, kept with gettext and Babel.

The English sentence in the code is the key; `<language>/LC_MESSAGES/frontline.po` holds its
translation and the compiled `.mo` beside it is what runs. After a change run `make catalogues`,
translate what is new in each `.po`, and run it once more.
"""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
DOMAIN = "frontline"
SOURCE_LANGUAGE = "en"
LANGUAGES = (
    SOURCE_LANGUAGE,
    *sorted(path.parent.parent.name for path in FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")),
)


def sentence(english: str) -> str:
    """Marks an English sentence for translation where it's listed, to be said later."""
    return english


class Catalogue:
    """The sentences in one language."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        """Says in `language` what `translations` hold, and in English what they lack."""
        self.language = language
        self._translations = translations

    def say(self, english: str, **values: object) -> str:
        """The sentence in this language, its {placeholders} filled with `values`."""
        return self._translations.gettext(english).format(**values)

    def any_of(self, words: Sequence[str]) -> str:
        """The `words` in a list, with an "or" before the last."""
        *others, last = words
        if not others:
            return last
        return self.say("{others} or {last}", others=", ".join(others), last=last)

    def say_number(self, one: str, many: str, number: int, **values: object) -> str:
        """The sentence in the form that `number` asks for, which also fills {number}."""
        form = self._translations.ngettext(one, many, number)
        return form.format(number=number, **values)


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of `language`, or the English one where there's none."""
    if language not in LANGUAGES or language == SOURCE_LANGUAGE:
        return Catalogue(SOURCE_LANGUAGE, gettext.NullTranslations())
    return Catalogue(language, gettext.translation(DOMAIN, FOLDER, [language]))


def spoken(language_code: str | None) -> str:
    """The language for someone whose Telegram has `language_code` (IETF; may be absent)."""
    primary = (language_code or SOURCE_LANGUAGE).split("-")[0].lower()
    return primary if primary in LANGUAGES else SOURCE_LANGUAGE
