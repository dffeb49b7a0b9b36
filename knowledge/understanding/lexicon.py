"""The words that each language asks with, and the concepts that they stand for."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import SourceError
from knowledge.understanding.text import Token, fold, tokens_of

LANGUAGES_FOLDER = Path(__file__).resolve().parent.parent / "languages"
KINDS = ("ask", "act", "thing", "quality", "neutral", "common")
SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """Several words that stand for a concept together; a word may be a stem."""

    words: tuple[tuple[str, bool], ...]
    concept: str

    def stands_at(self, tokens: Sequence[Token], index: int) -> bool:
        """Whether the phrase's words are those from `index` on."""
        if index + len(self.words) > len(tokens):
            return False
        return all(
            tokens[index + offset].folded.startswith(word)
            if stem
            else tokens[index + offset].folded == word
            for offset, (word, stem) in enumerate(self.words)
        )


@dataclass(slots=True)
class Lexicon:
    """One language's words."""

    language: str
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    stems: dict[str, tuple[str, ...]] = field(default_factory=dict)
    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
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

    def phrase_at(self, tokens: Sequence[Token], index: int) -> Phrase | None:
        """Return the longest phrase that begins at `index`."""
        for phrase in self.phrases.get(tokens[index].folded[:SHORTEST_STEM], ()):
            if phrase.stands_at(tokens, index):
                return phrase
        return None


def as_it_is(word: str) -> str:
    """Return `word`: the spelling of languages typed in their own letters."""
    return word


def split_entry(
    entry: str, spelled: Callable[[str], str] = as_it_is
) -> tuple[tuple[str, bool], ...]:
    """Return an entry's words, each with whether it's a stem (written with a final `*`)."""
    words: list[tuple[str, bool]] = []
    for part in entry.split():
        stem = part.endswith("*")
        tokens = tokens_of(part.rstrip("*"))
        for position, token in enumerate(tokens):
            words.append((spelled(token.folded), stem and position == len(tokens) - 1))
    return tuple(words)


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
        for concept, entries in content.get(kind, {}).items():
            if not isinstance(entries, list):
                raise SourceError(
                    f"knowledge/languages/{language}.toml: {kind}.{concept} must be a list."
                )
            for entry in entries:
                words = split_entry(str(entry), spelled)
                if len(words) > 1:
                    key = words[0][0][:SHORTEST_STEM]
                    lexicon.phrases.setdefault(key, []).append(Phrase(words, concept))
                elif words:
                    table = lexicon.stems if words[0][1] else lexicon.words
                    _add(table, words[0][0], concept)
                    if kind in ("ask", "neutral") and not words[0][1]:
                        signs.add(words[0][0])
    for phrases in lexicon.phrases.values():
        phrases.sort(key=lambda phrase: (-len(phrase.words), phrase.words))
    for word, value in content.get("numbers", {}).items():
        lexicon.numbers[spelled(fold(word))] = int(str(value))
    lexicon.signs = frozenset(signs)
    return lexicon


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
