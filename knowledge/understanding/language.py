"""Tells in which language a question is asked: by its letters, then its words, then a hint."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.other_languages import words_of_another
from knowledge.understanding.text import Token, fold
from knowledge.understanding.typed_in_latin import CYRILLIC, as_typed_in_latin

_OWN_LETTERS = {
    "uk": re.compile(r"[іїєґ]"),
    "ru": re.compile(r"[ыэъё]"),
    "sv": re.compile(r"å"),
    "de": re.compile(r"[üß]"),
}
_OWN_ENDINGS = {
    "uk": re.compile(r"[сзц]ьк|ійн|['’ʼ][яю]|ють\b"),
    "ru": re.compile(
        r"(?<!\bч)и[яюие]\b|(?:[^\Wст]и|я)л\b|\w{3}[ое]в\b|ибо\b|[аеу][ею]т\b|тся\b"
        r"|[сц]к(?:[аеу]|ом|ая|ий|ое|ие|ого|ому|ой|ую|их|им|ими)?\b"
    ),
    "sv": re.compile(
        r"(?:pp|ck|st|tt)ades\b|[äö](?![a-zß]*(?:ung|en|[lfgr]t|hrt|sst|ftig|ngige)\b)"
    ),
}
"""What names, which come from any language, don't tell."""
_LETTERS_IN_LATIN = {
    "uk": re.compile(r"uye|\b(?:chy|k?hto|s[hc]+o)\b"),
    "ru": re.compile(r"[ae]yet|ogo\b"),
}
_SIGN, _WORD, _LETTERS, _SPELLED = 2.0, 1.0, 3.0, 1.5
_TIE_BREAK = 0.5
"""What names in one language's own spelling count where another's letters are typed: they're
spelled so in English, too."""
_HEAD_START = 0.5
"""English is what most people type in, and what short words of other languages look like."""
MOST_UNDERSTOOD = 0.6
"""A text of which a language in its own letters explains more isn't Cyrillic typed in Latin."""
_ENDING = re.compile(r"(?<=..)(?:[ая]я|[иі]й|[аеиіоуьюяїє])$")
_CLOSED = re.compile(r"і(?=[^аеиіоуюяїє]$)")
_SHORTEST_NUMBER = 3
"""Letters: "k" and "m" stand for numbers anywhere."""
_END = "$"
"""Ends a word that is no other's beginning."""
_SHORTEST_NAME = 5
"""Letters: with fewer, many everyday words begin as a name does."""


def own_spellings(
    usual: Iterable[Mapping[str, str]], languages: Collection[str]
) -> dict[str, frozenset[str]]:
    """Return, for each of two or more `languages`, how names begin in it and in no other of them.

    In their own letters and as typed in Latin ones. `usual` has, for each name, how each language
    writes it.
    """
    stems: dict[str, set[str]] = {language: set() for language in languages}
    for name in usual:
        words = {k: name[k].split() for k in languages if k in name}
        if len(words) < 2:
            continue
        begun = {k: [_ENDING.sub("", fold(w)) for w in each] for k, each in words.items()}
        for language, own in begun.items():
            others = [other for k, each in begun.items() if k != language for other in each]
            # Ukrainian closes a syllable with і and opens it with о or е: кінь, коня.
            opened = {_CLOSED.sub(vowel, other) for other in others for vowel in "ое"}
            for stem in own:
                if len(stem) < _SHORTEST_NAME or any(o.startswith(stem) for o in others):
                    continue
                stems[language].add(stem + _END if stem in opened else stem)
                if CYRILLIC.search(stem):
                    stems[language].add(as_typed_in_latin(stem))
    spoken = Counter(stem for own in stems.values() for stem in own)
    return {k: frozenset(stem for stem in own if spoken[stem] == 1) for k, own in stems.items()}


class Detected(NamedTuple):
    """In which language a text is answered."""

    language: str
    in_latin: bool
    """It's Cyrillic typed in Latin letters."""
    foreign: bool = False
    """It's in a language that isn't spoken."""


def detect(
    tokens: Sequence[Token],
    named: Collection[int],
    lexicons: Mapping[str, Lexicon],
    latin: Mapping[str, Lexicon],
    hint: str | None,
    spelled: Mapping[str, Collection[str]] = MappingProxyType({}),
) -> Detected:
    """Return the language, and how it was told.

    `named` are the positions of names. `latin` holds the lexicons of languages in Cyrillic,
    spelled by `as_typed_in_latin`. `hint` is a language code, of the conversation or Telegram's;
    it decides where the words don't. A text in a language that isn't spoken counts as of `hint`,
    or as English where that isn't spoken either. `spelled` are `own_spellings` of names.
    """
    hint = (hint or "").lower().replace("_", "-").split("-")[0]
    joined = " ".join(token.typed.lower() for token in tokens)
    others = [token for position, token in enumerate(tokens) if position not in named]
    unnamed = " ".join(token.typed.lower() for token in others)
    lettered = ((_OWN_LETTERS, joined), (_OWN_ENDINGS, unnamed))
    cyrillic = [token for token in tokens if CYRILLIC.search(token.folded)]
    if others and not any(CYRILLIC.search(token.folded) for token in others):
        # A name may stand in its own letters in a question in other ones.
        cyrillic = []
    if cyrillic:
        in_cyrillic = {k: lexicons[k] for k in lexicons if k in latin}
        scores = _scores(cyrillic, in_cyrillic, lettered)
        for language in scores:
            own = spelled.get(language, ())
            scores[language] += _SPELLED * sum(_begins(token.folded, own) for token in cyrillic)
        return Detected(_best(scores, hint, "uk" if "uk" in scores else "en"), False)
    plain = {k: v for k, v in lexicons.items() if k not in latin}
    # One letter, as in "12k", is a word in many languages.
    longer = [token for token in others if len(token.folded) > 1]
    scores = _scores(longer, plain, lettered)
    if scores.get("en"):
        scores["en"] += _HEAD_START
    by_words = dict(scores)
    if longer:
        # English spellings are typed in any language.
        for language in scores.keys() - {"en"}:
            own = spelled.get(language, ())
            scores[language] += _SPELLED * any(_begins(tokens[n].folded, own) for n in named)
    best, in_latin = _best(scores, hint, "en"), False
    understood = sum(bool(plain[best].concepts_of(token.folded)) for token in others)
    if latin and understood <= len(others) * MOST_UNDERSTOOD:
        # "good" tells of no language but its own.
        english = plain[best] if best == "en" else Lexicon("")
        typed = [token for token in longer if not english.concepts_of(token.folded)]
        respelled = [Token(t.typed, as_typed_in_latin(t.folded), t.sentence_end) for t in typed]
        foreign = _scores(respelled, latin, ((_LETTERS_IN_LATIN, joined),))
        for language in foreign:
            own = spelled.get(language, ())
            names = (as_typed_in_latin(tokens[position].folded) for position in named)
            foreign[language] += _TIE_BREAK * any(_begins(name, own) for name in names)
        rival = _best(foreign, hint, "ru")
        least = by_words.get(best, 0.0)
        words = len(typed) if scores.get(best) else len(tokens)
        if foreign[rival] > least + 0.5 and (words > 1 or rival == hint):
            scores, best, in_latin = foreign, rival, True
    strange = words_of_another(longer, plain.values(), latin.values())
    if strange and _SIGN * strange >= scores.get(best, 0.0):
        return Detected(hint if hint in lexicons else "en", False, foreign=True)
    if hint in latin and not any(scores.values()):
        return Detected(hint, False)
    return Detected(best, in_latin)


def _begins(word: str, stems: Collection[str]) -> bool:
    ended = word + _END
    return any(ended[:length] in stems for length in range(_SHORTEST_NAME, len(ended) + 1))


def _scores(
    tokens: Sequence[Token],
    lexicons: Mapping[str, Lexicon],
    lettered: Sequence[tuple[Mapping[str, re.Pattern[str]], str]],
) -> dict[str, float]:
    """`lettered` are tables of each language's own letters, each with the text they count in."""
    scores = {}
    for language, lexicon in lexicons.items():
        others = [other for other in lexicons.values() if other is not lexicon]
        total = 0.0
        for token in tokens:
            # What another language has as well is a sign of neither: "will", "war".
            if token.folded in lexicon.signs and not any(token.folded in o.words for o in others):
                total += _SIGN
            elif lexicon.concepts_of(token.folded) or _is_number(token.folded, lexicon):
                total += _WORD
        for letters, text in lettered:
            if language in letters:
                total += _LETTERS * len(letters[language].findall(text))
        scores[language] = total
    return scores


def _is_number(folded: str, lexicon: Lexicon) -> bool:
    return folded in lexicon.numbers and len(folded) >= _SHORTEST_NUMBER


def _best(scores: Mapping[str, float], hint: str, default: str) -> str:
    if not scores:
        return default
    most = max(scores.values())
    leaders = [language for language, score in scores.items() if score >= most - 0.25]
    for language in (hint, default):
        if language in leaders:
            return language
    return leaders[0]
