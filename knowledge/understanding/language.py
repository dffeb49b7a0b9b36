"""Tells in which language a question is asked: by its letters, then its words, then a hint."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.names import in_latin
from knowledge.understanding.text import Token

CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_OWN_LETTERS = {
    "uk": re.compile(r"[іїєґ]|ськ|ійн|зьк"),
    "ru": re.compile(r"[ыэъё]|[сц]к\b|и[яюие]\b|ибо\b"),
    "sv": re.compile(r"å|[äö](?![a-z]*(?:ung|en)\b)"),
    "de": re.compile(r"[üß]"),
}
_SIGN, _WORD, _LETTERS = 2.0, 1.0, 3.0
_HEAD_START = 1.0
"""English is what most people type in, and what short words of other languages look like."""
MOST_UNDERSTOOD = 0.6
"""A text of which a language in its own letters explains more isn't Cyrillic typed in Latin."""
_SPELLINGS = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("zh", "j"), ("tz", "c"), ("ts", "c"),
    ("yi", "i"), ("iy", "i"), ("ij", "i"), ("yj", "i"), ("y", "i"), ("j", "i"), ("g", "h"),
    ("w", "v"), ("x", "ks"), ("ii", "i"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1")


def as_typed_in_latin(word: str) -> str:
    """Return one spelling for all the ways of typing a Cyrillic `word` in Latin letters."""
    latin = in_latin(word)
    for spelled, plain in _SPELLINGS:
        latin = latin.replace(spelled, plain)
    return _DOUBLED.sub(r"\1", latin)


def detect(
    tokens: Sequence[Token],
    named: Collection[int],
    lexicons: Mapping[str, Lexicon],
    latin: Mapping[str, Lexicon],
    hint: str | None,
) -> tuple[str, bool]:
    """Return the language, and whether it's Cyrillic typed in Latin letters.

    `named` are the positions of names. `latin` holds the lexicons of languages in Cyrillic,
    spelled by `as_typed_in_latin`. `hint` is a language code such as Telegram's; it decides
    where the words don't.
    """
    hint = (hint or "").lower().replace("_", "-").split("-")[0]
    joined = " ".join(token.typed.lower() for token in tokens)
    cyrillic = [token for token in tokens if CYRILLIC.search(token.folded)]
    if cyrillic:
        scores = _scores(cyrillic, joined, {k: v for k, v in lexicons.items() if k in latin})
        return _best(scores, hint, "uk" if "uk" in scores else "en"), False
    plain = {k: v for k, v in lexicons.items() if k not in latin}
    said = [token for position, token in enumerate(tokens) if position not in named]
    scores = _scores(said, joined, plain)
    if scores.get("en"):
        scores["en"] += _HEAD_START
    best = _best(scores, hint, "en")
    understood = sum(bool(plain[best].concepts_of(token.folded)) for token in said)
    if latin and len(tokens) > 1 and understood <= len(said) * MOST_UNDERSTOOD:
        spelled = [Token(t.typed, as_typed_in_latin(t.folded), t.sentence_end) for t in said]
        foreign = _scores(spelled, "", latin)
        rival = _best(foreign, hint, "ru")
        if foreign.get(rival, 0.0) > max(scores.get(best, 0.0), 1.0) + 0.5:
            return rival, True
    return best, False


def _scores(
    tokens: Sequence[Token], letters: str, lexicons: Mapping[str, Lexicon]
) -> dict[str, float]:
    scores = {}
    for language, lexicon in lexicons.items():
        total = 0.0
        for token in tokens:
            if token.folded in lexicon.signs:
                total += _SIGN
            elif lexicon.concepts_of(token.folded):
                total += _WORD
        own = _OWN_LETTERS.get(language)
        if own is not None and letters:
            total += _LETTERS * len(own.findall(letters))
        scores[language] = total
    return scores


def _best(scores: Mapping[str, float], hint: str, default: str) -> str:
    if not scores:
        return default
    most = max(scores.values())
    leaders = [language for language, score in scores.items() if score >= most - 0.25]
    for language in (hint, default):
        if language in leaders:
            return language
    return leaders[0]
