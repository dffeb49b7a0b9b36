"""Reads a question: its names, figures and concepts in order, and what is left over."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.understanding.lexicon import Lexicon
from knowledge.understanding.names import HELD_BY_SIDES, Mention, NameIndex
from knowledge.understanding.numbers import Figure, figures_in
from knowledge.understanding.patterns import as_it_is
from knowledge.understanding.run_together import MOST_TOKENS, SHORTEST, RunTogether
from knowledge.understanding.spellings import Spellings
from knowledge.understanding.text import Token, clean, tokens_of

CLOSE_WORD = 82.0
"""Least `fuzz.ratio` of a misspelt word; shorter words than four letters aren't mended."""
SURER_IF_KNOWN = 6.0
"""How much closer a word must be that stored wordings have too: they hold typos, other words."""
SHORTEST_MISSPELT, LONGEST_MISSPELT = 4, 25
SUBSTANCE = ("name", "figure", "act", "thing", "quality", "known")
WORD_LETTERS = 6
"""A word counts as another form of one with the same first six letters."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a question: a name, a figure, a concept, or a word of no known meaning."""

    symbols: tuple[str, ...]
    """`@name`, `#figure` or concepts."""
    word: str
    """The first letters of the word, empty for names and figures."""
    typed: str
    kind: str
    """name | figure | ask | act | thing | quality | common | neutral | known | unknown"""
    sentence: int
    concepts: tuple[str, ...] = ()
    """What a word is that says nothing by itself: a joint between questions, a modal verb …"""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, read."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    items: tuple[Item, ...]
    mentions: tuple[Mention, ...]
    figures: tuple[Figure, ...]

    @property
    def symbols(self) -> frozenset[str]:
        """Every symbol of every item."""
        return frozenset(symbol for item in self.items for symbol in item.symbols)

    def words_of(self, mention: Mention) -> str:
        """Return how `mention` is spelled, as words are compared."""
        return " ".join(token.folded for token in self.tokens[mention.start : mention.end])

    @property
    def unknown(self) -> tuple[str, ...]:
        """Words of no known meaning, as typed."""
        return tuple(item.typed for item in self.items if item.kind == "unknown")


def has_substance(reading: Reading) -> bool:
    """Whether a word says what is asked of; "since when?" asks of something that went before."""
    return any(item.kind in SUBSTANCE for item in reading.items)


@dataclass(slots=True)
class Reader:
    """Reads questions in the languages it has lexicons for."""

    lexicons: Mapping[str, Lexicon]
    kinds: Mapping[str, str]
    names: NameIndex
    figures: frozenset[float]
    """Figures that an article prints."""
    vocabulary: Mapping[str, frozenset[str]]
    """By language: first letters of words in stored wordings, of no concept but known."""
    spellings: Mapping[str, tuple[str, ...]]
    """By language: words against which a misspelt one is held."""
    _spellings: dict[str, Spellings] = field(init=False)
    _run_together: dict[str, RunTogether] = field(init=False)

    def __post_init__(self) -> None:
        """Have the spellings at hand."""
        self._spellings = {key: Spellings(words) for key, words in self.spellings.items()}
        self._run_together = {
            key: RunTogether(lexicon.ending_of, self.names.ending_of)
            for key, lexicon in self.lexicons.items()
        }

    def read(self, text: str, language: str, spelled: Callable[[str], str] = as_it_is) -> Reading:
        """Read `text` with the lexicon of `language`, then with English for words that it lacks.

        Words are looked up as `spelled`, the same way as the lexicons and names were compiled.
        """
        cleaned = clean(text)
        tokens = tokens_of(cleaned)
        if spelled is not as_it_is:
            tokens = [Token(t.typed, spelled(t.folded), t.sentence_end) for t in tokens]
        lexicon = self.lexicons.get(language) or self.lexicons["en"]
        tokens = self._run_together[lexicon.language].taken_apart(tokens)
        figures = {f.start: f for f in figures_in(tokens, lexicon.numbers, lexicon.number_joints)}
        items: list[Item] = []
        mentions: list[Mention] = []
        kept: list[Figure] = []
        sentence = 0
        index = 0
        while index < len(tokens):
            item, used = self._item_at(tokens, index, lexicon, figures, mentions, kept, sentence)
            items.append(item)
            if any(token.sentence_end for token in tokens[index : index + used]):
                sentence += 1
            index += used
        return Reading(
            cleaned, language, tuple(tokens), tuple(items), tuple(mentions), tuple(kept)
        )

    def taken_apart(self, tokens: Sequence[Token]) -> list[Token]:
        """Return `tokens`, those that no language knows taken apart into words of the first."""
        if len(tokens) > MOST_TOKENS:
            return list(tokens)
        languages = self._run_together.values()
        found: list[Token] = []
        for token in tokens:
            apart = [token]
            if len(token.folded) >= SHORTEST and not any(
                language.knows(token.folded) for language in languages
            ):
                tried = (language.taken_apart([token]) for language in languages)
                apart = next((pieces for pieces in tried if len(pieces) > 1), apart)
            found += apart
        return found

    def _item_at(
        self,
        tokens: Sequence[Token],
        index: int,
        lexicon: Lexicon,
        figures: Mapping[int, Figure],
        mentions: list[Mention],
        kept: list[Figure],
        sentence: int,
    ) -> tuple[Item, int]:
        figure = figures.get(index)
        if figure is not None:
            kept.append(figure)
            typed = " ".join(t.typed for t in tokens[figure.start : figure.end])
            symbols = self._figure_symbols(figure)
            return Item(symbols, "", typed, "figure", sentence), figure.end - figure.start
        mention = self.names.mention_at(tokens, index)
        phrase = lexicon.phrase_at(tokens, index)
        if mention is not None and (phrase is None or phrase[0] <= mention.end - mention.start):
            return self._named(tokens, mention, mentions, sentence)
        if phrase is not None:
            length, concept = phrase
            typed = " ".join(t.typed for t in tokens[index : index + length])
            kind = self.kinds[concept]
            empty = kind in ("neutral", "common")
            word = "" if empty else tokens[index].folded[:WORD_LETTERS]
            symbols = () if empty else (concept,)
            return Item(symbols, word, typed, kind, sentence, (concept,) if empty else ()), length
        token = tokens[index]
        concepts = lexicon.concepts_of(token.folded)
        if not concepts and lexicon.language != "en" and token.folded.isascii():
            concepts = self.lexicons["en"].concepts_of(token.folded)
        if not concepts and token.folded not in lexicon.words:
            known = token.folded[:WORD_LETTERS] in self.vocabulary.get(lexicon.language, ())
            likeness = self.names.likeness_at(tokens, index, SURER_IF_KNOWN if known else 0.0)
            if likeness is not None:
                return self._named(tokens, likeness, mentions, sentence)
            concepts = self._mended(token, lexicon, SURER_IF_KNOWN if known else 0.0)
        return self._word(token, concepts, lexicon, sentence), 1

    def _named(
        self, tokens: Sequence[Token], mention: Mention, mentions: list[Mention], sentence: int
    ) -> tuple[Item, int]:
        mentions.append(mention)
        typed = " ".join(t.typed for t in tokens[mention.start : mention.end])
        if mention.named:
            symbols: tuple[str, ...] = (f"@{mention.id}",)
            if mention.kind in HELD_BY_SIDES:
                symbols = (f"@{mention.kind}", *symbols)
            elif mention.as_party:
                symbols = ("@party", *symbols)
        else:
            symbols = (f"@unnamed {mention.kind}",)
        return Item(symbols, "", typed, "name", sentence), mention.end - mention.start

    def _figure_symbols(self, figure: Figure) -> tuple[str, ...]:
        printed = (figure.symbol,) if figure.value in self.figures else ()
        if figure.year:
            return printed or ("#year",)
        return (*printed, "#figure")

    def _mended(self, token: Token, lexicon: Lexicon, surer: float) -> tuple[str, ...]:
        word = token.folded
        if not SHORTEST_MISSPELT <= len(word) <= LONGEST_MISSPELT or not word.isalpha():
            return ()
        spellings = self._spellings.get(lexicon.language)
        match = spellings.likest(word, CLOSE_WORD + surer) if spellings is not None else None
        return lexicon.concepts_of(match[0]) if match is not None else ()

    def _word(
        self, token: Token, concepts: tuple[str, ...], lexicon: Lexicon, sentence: int
    ) -> Item:
        start = token.folded[:WORD_LETTERS]
        if not concepts:
            known = start in self.vocabulary.get(lexicon.language, ())
            kind = "known" if known else "unknown"
            return Item((), start, token.typed, kind, sentence)
        kinds = {self.kinds[concept] for concept in concepts}
        meaningful = tuple(c for c in concepts if self.kinds[c] not in ("neutral", "common"))
        neutral = tuple(c for c in concepts if c not in meaningful)
        if meaningful:
            kind = self.kinds[meaningful[0]]
            return Item(meaningful, start, token.typed, kind, sentence, neutral)
        if "common" in kinds:
            return Item((), start, token.typed, "common", sentence, neutral)
        return Item((), "", token.typed, "neutral", sentence, neutral)
