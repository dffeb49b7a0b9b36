"""The words of words.toml, and where they stand in a text."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

WORDS = Path(__file__).resolve().parent / "words.toml"
SHORTEST_STEM = 4
IN_QUOTATION_MARKS = re.compile(r"[“”„«»\"]([^“”„«»\"]+)[“”„«»\"]")
GROUPS = (
    *("numbers", "multipliers", "measures", "times", "outcomes", "conditions", "negations"),
    *("legality", "reporting", "reporting_from", "hearsay", "estimates", "warnings", "same"),
)

_TOKEN = re.compile(
    r"(?<!\d)\d{1,3}(?:[ ,.’'\u00a0\u202f\u2009]\d{3})+(?!\d)"  # 1,234 · 1.234 · 1 234
    r"|\d+(?:[.,]\d+)?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
    r"|[%‰€$£½¼¾]"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a figure or a sign."""

    typed: str
    folded: str
    """Lower case, plain apostrophes, no possessive; a figure without its separators."""
    start: int
    end: int

    @property
    def is_figure(self) -> bool:
        """Whether it's written in digits."""
        return self.folded[0].isdecimal()


@lru_cache(maxsize=20_000)
def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the words, figures and signs of `text`; a hyphen parts words."""
    return tuple(
        Token(match[0], _fold(match[0]), match.start(), match.end())
        for match in _TOKEN.finditer(text)
    )


def _fold(typed: str) -> str:
    word = unicodedata.normalize("NFKC", typed).casefold().replace("’", "'").replace("ё", "е")
    if word[0].isdecimal():
        plain = re.sub(r"\D(?=\d{3})", "", word)
        return "".join(str(int(sign)) if sign.isdecimal() else "." for sign in plain)
    return word.removesuffix("'s").removesuffix("'")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase to be found, and what it stands for."""

    words: tuple[tuple[str, bool], ...]
    """Each folded word, with whether it's a stem."""
    group: str
    key: str
    typed: str = ""
    """Where set, the text must have just these letters."""

    def stands_at(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether its words are those from `index` on."""
        if index + len(self.words) > len(tokens):
            return False
        if self.typed and tokens[index].typed != self.typed:
            return False
        for position, (word, stem) in enumerate(self.words, index):
            folded = tokens[position].folded
            if folded != word and not (stem and folded.startswith(word)):
                return False
        return True


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at tokens `start` to `end` (exclusive)."""

    group: str
    key: str
    start: int
    end: int


@dataclass(slots=True)
class Index:
    """Entries by their first letters, the longest first."""

    _by_start: dict[str, list[Entry]] = field(default_factory=dict)

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> Index:
        """Build the index; of two equally long entries the earlier wins."""
        index = cls()
        for entry in entries:
            index._by_start.setdefault(entry.words[0][0][:2], []).append(entry)
        for listed in index._by_start.values():
            listed.sort(key=lambda e: (-len(e.words), e.words[0][1], -len(e.words[0][0])))
        return index

    def at(self, tokens: Sequence[Token], index: int) -> Entry | None:
        """Return the longest entry that begins at token `index`."""
        for entry in self._by_start.get(tokens[index].folded[:2], ()):
            if entry.stands_at(tokens, index):
                return entry
        return None


def entry_of(text: str, group: str, key: str) -> Entry | None:
    """Return `text` (a `*` ends a stem) as an entry, or None where it has no word."""
    words: list[tuple[str, bool]] = []
    for part in text.split():
        tokens = tokens_of(part.rstrip("*"))
        words += [(token.folded, part.endswith("*") and token is tokens[-1]) for token in tokens]
    return Entry(tuple(words), group, key) if words else None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language's words."""

    language: str
    known: bool
    """False where words.toml has no table of the language."""
    index: Index
    nouns_capitalised: bool = False
    kept: frozenset[str] = frozenset()
    glue: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def _content() -> dict[str, dict[str, object]]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


@lru_cache(maxsize=16)
def lexicon_of(language: str) -> Lexicon:
    """Return what words.toml has of `language`."""
    table = _content().get(language)
    if table is None:
        return Lexicon(language, False, Index())
    entries = [entry_of(text, "aside", "aside") for text in _texts(table.get("asides"))]
    for group in GROUPS:
        keys = table.get(group, {})
        assert isinstance(keys, dict)
        for key, forms in keys.items():
            entries += [entry_of(form, group, key) for form in _texts(forms)]
    return Lexicon(
        language=language,
        known=True,
        index=Index.of(entry for entry in entries if entry is not None),
        nouns_capitalised=bool(table.get("nouns_capitalised")),
        kept=frozenset(_texts(table.get("kept"))),
        glue=frozenset(_texts(table.get("glue"))),
        endings=frozenset(("", *_texts(table.get("endings")))),
    )


def _texts(value: object) -> list[str]:
    return [str(entry) for entry in value] if isinstance(value, list) else []


def same_stem(one: str, other: str, endings: frozenset[str]) -> bool:
    """Whether two folded words differ in nothing but `endings`."""
    if one == other:
        return True
    common = 0
    for ours, theirs in zip(one, other, strict=False):
        if ours != theirs:
            break
        common += 1
    # Back from the end of what they share: "taking" and "takes" share "tak", too short to trust.
    return any(
        one[cut:] in endings and other[cut:] in endings
        for cut in range(common, SHORTEST_STEM - 1, -1)
    )
