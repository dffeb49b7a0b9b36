"""Makes plain words of what a person typed: no markup, odd Unicode or look-alike letters."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

FIRST_CHARACTERS, LAST_CHARACTERS = 800, 400
"""Of longer texts only these are read: a question stands at either end."""
MOST_CHARACTERS = FIRST_CHARACTERS + LAST_CHARACTERS
MOST_TOKENS = 160
TEXTS_KEPT = 64
"""A question is cleaned whole and in parts, each several times; more is of no use to the next."""

_TAG = re.compile(r"<[^<>]{0,200}>")
_ESCAPE_SEQUENCE = re.compile(r"\x1b\[[0-9;]{0,20}[A-Za-z]")
_TOKEN = re.compile(
    r"\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+(?![\d])|\d+(?:[.,]\d+)?|[^\W\d_]+(?:['’ʼ`][^\W\d_]+)*|%"
)
# Who is to be misread writes it so; between letters no figure stands.
_ZERO_FOR_O = re.compile(r"(?<=[^\W\d_])0(?=[^\W\d_]{2})")
_CONTRACTIONS = frozenset(
    f"{word}'s"
    for word in (
        *("what", "who", "where", "how", "when", "why"),
        *("it", "that", "there", "here", "he", "she", "let"),
    )
)
_CYRILLIC_FOR_LATIN = str.maketrans("aceiopxyhkmtb", "асеіорхункмтв")
_LATIN_FOR_CYRILLIC = str.maketrans("асеіорхункмтвѕј", "aceiopxyhkmtbsj")
_KEPT_CYRILLIC = str.maketrans("ёґ’ʼ`", "ег'''")
_ENDS = frozenset(".?!;:\n")
"""Marks that end a sentence or clause."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word or figure: as typed, and folded for comparison."""

    typed: str
    folded: str
    sentence_end: bool
    """A sentence or clause mark stands between this token and the next."""


@lru_cache(TEXTS_KEPT)
def clean(text: str) -> str:
    """Return `text` as a person sees it: no tags, entities, escape sequences, unseen letters."""
    if len(text) > MOST_CHARACTERS:
        text = f"{text[:FIRST_CHARACTERS]} {text[-LAST_CHARACTERS:]}"
    text = _ESCAPE_SEQUENCE.sub(" ", html.unescape(html.unescape(text)))
    # Some letters stand for many once they are taken apart.
    text = unicodedata.normalize("NFKC", _TAG.sub(" ", text))[: 2 * MOST_CHARACTERS]
    return _ZERO_FOR_O.sub("o", "".join(map(_as_seen, text)))


@lru_cache(maxsize=20_000)
def _as_seen(letter: str) -> str:
    """Return `letter`, a space for what separates, and nothing for what nobody sees."""
    category = unicodedata.category(letter)
    if category in ("Cf", "Mn", "Me"):
        return ""
    return " " if category in ("Cc", "Cs", "Co", "Cn", "So", "Sk") else letter


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """Return `word` for comparison: small letters, one script, no accents on Latin letters."""
    word = word.lower()
    if word.isascii():
        return word
    if any("\u0400" <= letter <= "\u04ff" for letter in word):
        cyrillic = word.translate(_CYRILLIC_FOR_LATIN)
        if not any("a" <= letter <= "z" for letter in cyrillic):
            own = any(
                "\u0400" <= letter <= "\u04ff" and letter not in "асеіорхункмтвѕј"
                for letter in word
            )
            if own or not any("a" <= letter <= "z" for letter in word):
                return cyrillic.translate(_KEPT_CYRILLIC)
        word = word.translate(_LATIN_FOR_CYRILLIC)
    decomposed = unicodedata.normalize("NFKD", word.replace("ß", "ss").replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("ʼ", "'")


def _without_possessive(folded: str) -> str:
    if folded.endswith("'s") and folded not in _CONTRACTIONS:
        return folded[:-2]
    return folded


def tokens_of(text: str) -> list[Token]:
    """Split cleaned `text` into words and figures."""
    found = list(islice(_TOKEN.finditer(text), MOST_TOKENS))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        Token(
            match.group(),
            _without_possessive(fold(match.group())),
            not _ENDS.isdisjoint(text[match.end() : end]),
        )
        for match, end in zip(found, ends, strict=False)
    ]
