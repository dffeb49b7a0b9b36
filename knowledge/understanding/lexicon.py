"""The words that each language asks with, and the concepts that they stand for."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import SourceError
from knowledge.understanding.patterns import (
    LONGEST_ENDING,
    SHORTEST_STEM,
    PatternIndex,
    as_it_is,
    split_entry,
)
from knowledge.understanding.text import Token, fold

LANGUAGES_FOLDER = Path(__file__).resolve().parent.parent / "languages"
PLAIN = "plain"
"""The table of words that are spelled right and stand for no concept, whatever they look like."""
NUMBER_JOINTS = "number_joints"
"""The table of words that may stand within a number: "four hundred and twenty"."""
KINDS = ("ask", "act", "thing", "quality", "neutral", "common")


@dataclass(slots=True)
class Lexicon:
    """One language's words."""

    language: str
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: PatternIndex[str] = field(default_factory=PatternIndex)
    numbers: dict[str, int] = field(default_factory=dict)
    number_joints: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    """Function words by which the language is recognised."""

    def concepts_of(self, folded: str) -> tuple[str, ...]:
        """Return the concepts of one word: of itself, else of its longest stem."""
        exact = self.words.get(folded)
        if exact is not None:
            return exact
        for length in range(len(folded), SHORTEST_STEM - 1, -1):
            by_stem = self.stems.get(folded[:length])
            if by_stem is not None:
                return by_stem
        return ()

    def ending_of(self, folded: str) -> int | None:
        """Return how many letters follow what makes one word stand for a concept.

        None where it stands for none, or more than an ending follows.
        """
        if self.words.get(folded):
            return 0
        shortest = max(len(folded) - LONGEST_ENDING, SHORTEST_STEM)
        stems = (n for n in range(len(folded), shortest - 1, -1) if folded[:n] in self.stems)
        return next((len(folded) - n for n in stems), None)

    def phrase_at(self, tokens: Sequence[Token], position: int) -> tuple[int, str] | None:
        """Return the longest phrase that begins at `position`: its words' number, its concept."""
        return self.phrases.at(tokens, position)


def _add(table: dict[str, tuple[str, ...]], key: str, concept: str) -> None:
    if concept not in table.get(key, ()):
        table[key] = (*table.get(key, ()), concept)


def compile_lexicon(
    language: str,
    content: Mapping[str, Mapping[str, object]],
    spelled: Callable[[str], str] = as_it_is,
) -> Lexicon:
    """Build the tables of one language from its TOML `content`, each word as `spelled`."""
    lexicon = Lexicon(language)
    signs: set[str] = set()
    for kind in KINDS:
        for concept in content.get(kind, {}):
            for entry in _listed(language, content, kind, concept):
                words = split_entry(entry, spelled)
                if len(words) > 1:
                    lexicon.phrases.add(words, concept)
                elif words:
                    table = lexicon.stems if words[0][1] else lexicon.words
                    _add(table, words[0][0], concept)
                    if kind in ("ask", "neutral") and not words[0][1]:
                        signs.add(words[0][0])
    for word in _listed(language, content, PLAIN, "words"):
        lexicon.words.setdefault(spelled(fold(word)), ())
    for word, value in content.get("numbers", {}).items():
        lexicon.numbers[spelled(fold(word))] = int(str(value))
    lexicon.number_joints = frozenset(
        spelled(fold(word)) for word in _listed(language, content, NUMBER_JOINTS, "words")
    )
    lexicon.signs = frozenset(signs)
    return lexicon


def _listed(
    language: str, content: Mapping[str, Mapping[str, object]], table: str, key: str
) -> list[str]:
    entries = content.get(table, {}).get(key, [])
    if not isinstance(entries, list):
        raise SourceError(f"knowledge/languages/{language}.toml: {table}.{key} must be a list.")
    return [str(entry) for entry in entries]


def concept_kinds(contents: Iterable[Mapping[str, Mapping[str, object]]]) -> dict[str, str]:
    """Return each concept's kind (`ask`, `act`, …), as the languages' files have it."""
    kinds: dict[str, str] = {}
    for content in contents:
        for kind in KINDS:
            for concept in content.get(kind, {}):
                kinds.setdefault(concept, kind)
    return kinds


def read_languages(folder: Path = LANGUAGES_FOLDER) -> dict[str, dict[str, dict[str, object]]]:
    """Read every `<language>.toml`; a SourceError names a file that can't be read."""
    contents = {}
    for path in sorted(folder.glob("??.toml")):
        try:
            contents[path.stem] = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise SourceError(f"{path}: can't be read ({error}). Mend the file.") from error
    return contents
