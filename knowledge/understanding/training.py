"""Makes of the sources all that understanding needs at run time: names, lexicons, lessons.

Runs when knowledge.db is built; nothing of it is needed to answer.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain

from knowledge.source import NameSource, Sources, Wording
from knowledge.understanding.holders import Holder
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.lexicon import Lexicon, compile_lexicon, concept_kinds, read_languages
from knowledge.understanding.names import NameEntry, NameIndex
from knowledge.understanding.neighbours import Neighbours
from knowledge.understanding.perceptron import train as train_weights
from knowledge.understanding.printed_figures import figures_printed
from knowledge.understanding.pupil import Pupil, wordings_of
from knowledge.understanding.reading import SHORTEST_MISSPELT, WORD_LETTERS, Reader
from knowledge.understanding.store import pack
from knowledge.understanding.text import clean, tokens_of
from knowledge.understanding.typed_in_latin import LatinReader

RAREST_WORD = 2
"""A word counts as known once that many wordings have it."""
COMMON_SPELLING = 4
LEAST_WEIGHT = 6
"""Smaller weights cost size and time, and no answer on the samples."""
SPELLING_EPOCHS = 8
"""After more looks at the letters no more questions of the samples are answered."""


def train(sources: Sources) -> Mapping[str, bytes]:
    """Return the parts of knowledge.db's `model` table; the same sources give the same bytes."""
    with _keeping_all():
        return _train(sources)


@contextmanager
def _keeping_all() -> Iterator[None]:
    """Look for nothing to let go of: what is read stays to the end, and the search costs a lot."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _train(sources: Sources) -> Mapping[str, bytes]:
    contents = read_languages()
    lexicons = {language: compile_lexicon(language, c) for language, c in contents.items()}
    kinds = concept_kinds(contents.values())
    names = entries_of(sources)
    worded = _words(sources)
    reader = Reader(
        lexicons,
        kinds,
        NameIndex.of(names),
        _figures(sources),
        _vocabulary(worded),
        {language: _spellings(worded, lexicon, kinds) for language, lexicon in lexicons.items()},
    )
    latin = LatinReader(contents, lexicons, names, reader.figures, reader.vocabulary)
    pupil = Pupil(reader, latin, sources)
    claims = pupil.claim_lessons()
    asked = pupil.asked()
    weights = train_weights(pupil.examples(asked), LEAST_WEIGHT)
    lessons = Lessons(
        relations=pupil.relations(),
        near={u.id: u.near for a in sources.articles for u in a.unsaid},
        answers={u.id: u.answer for a in sources.articles for u in a.unsaid if u.answer},
        holders={f.id: Holder.of(f.holder) for a in sources.articles for f in a.facts if f.holder},
        claims=claims.written(),
        small_talk=pupil.small_talk(),
        taught=pupil.taught(),
        figures=reader.figures,
        vocabulary=reader.vocabulary,
        spellings=reader.spellings,
        weights=weights,
        neighbours=Neighbours.of(asked, weights.features),
        spelling_weights=train_weights(pupil.spelled(), LEAST_WEIGHT, epochs=SPELLING_EPOCHS),
        follow_weights=pupil.follow_weights(),
        verdict_weights=claims.weights(),
        tellings=claims.tellings,
    )
    return pack(contents, names, lessons)


def entries_of(sources: Sources) -> list[NameEntry]:
    """Return every name that people may use: the articles' own, then the gazetteer's."""
    entries = [_entry(n, True) for article in sources.articles for n in article.names]
    return entries + [_entry(name, False) for name in sources.gazetteer]


def _entry(name: NameSource, named: bool) -> NameEntry:
    aliases = dict.fromkeys([*name.aliases, *name.in_article, *name.usual.values(), *name.words])
    return NameEntry(
        name.id, name.kind, named, tuple(aliases), name.parties, name.aliases_exact_upper
    )


def _figures(sources: Sources) -> frozenset[float]:
    quotes = (fact.quote for article in sources.articles for fact in article.facts)
    return frozenset(figure.value for quote in quotes for figure in figures_printed(quote))


def _words(sources: Sources) -> list[tuple[Wording, set[str]]]:
    """Return each way of asking with its words as they're compared.

    Claims are no ways of asking: how questions are read doesn't depend on them.
    """
    asked = (wording for wording in wordings_of(sources) if wording.kind != "claims")
    return [(wording, {t.folded for t in tokens_of(clean(wording.text))}) for wording in asked]


def _vocabulary(worded: Iterable[tuple[Wording, set[str]]]) -> dict[str, frozenset[str]]:
    """Return, by language, the first letters of words that wordings on the subject have."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for wording, words in worded:
        if wording.kind != "elsewhere":
            counts[wording.language].update(
                {w[:WORD_LETTERS] for w in words if len(w) > 2 and w.isalpha()}
            )
    return {
        language: frozenset(w for w, count in counter.items() if count >= RAREST_WORD)
        for language, counter in sorted(counts.items())
    }


def _spellings(
    worded: Iterable[tuple[Wording, set[str]]], lexicon: Lexicon, kinds: Mapping[str, str]
) -> tuple[str, ...]:
    """Return words that carry meaning and that several people wrote: what a typo may stand for."""
    counts = Counter(
        chain.from_iterable(found for w, found in worded if w.language == lexicon.language)
    )
    words = set(lexicon.words) | {w for w, n in counts.items() if n >= COMMON_SPELLING}
    return tuple(
        sorted(
            word
            for word in words
            if len(word) >= SHORTEST_MISSPELT
            and any(kinds[c] not in ("neutral", "common") for c in lexicon.concepts_of(word))
        )
    )
