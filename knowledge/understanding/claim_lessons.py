"""Learns what a quote says to claims on its fact: yes, no, or neither of them."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.source import ArticleSource, FactSource, Wording
from knowledge.understanding.claim_features import claim_features
from knowledge.understanding.claims import LEFT_OPEN, SETTLED, is_open, is_to_come, signature
from knowledge.understanding.contrasts import without_contrast
from knowledge.understanding.holders import holders_of, sides_of
from knowledge.understanding.perceptron import Example, train
from knowledge.understanding.printed_figures import figures_printed
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.telling import Telling, figure_symbol, is_unsplit, told_in
from knowledge.understanding.turned_claims import turned
from knowledge.understanding.weights import Weights

LEAST_WEIGHT = 4
"""Smaller weights cost size and time, and no verdict on the samples."""


class ClaimLessons:
    """What the stored wordings teach of claims."""

    def __init__(
        self,
        read: Sequence[tuple[Wording, Reading]],
        reader: Reader,
        articles: Sequence[ArticleSource],
    ) -> None:
        """Of wordings as they were `read` by `reader`, on the facts of `articles`."""
        self._read = [(w, r) for w, r in read if w.kind in ("facts", "claims", "unsaid")]
        self._reader = reader
        self._sides = sides_of(holders_of(f.holder for a in articles for f in a.facts))
        self._near = {u.id: u.near[:1] for a in articles for u in a.unsaid}
        self.tellings = {f.id: self._telling(f, a) for a in articles for f in a.facts}
        """By fact: what a claim on it is held against."""

    def written(self) -> dict[str, dict[str, str]]:
        """Return, by fact, the signatures that stand for one verdict only."""
        forms: dict[str, dict[str, set[str]]] = {}
        for wording, reading in self._read:
            if wording.kind != "unsaid":
                by_signature = forms.setdefault(wording.of, {})
                said = without_contrast(reading, self.tellings[wording.of])
                by_signature.setdefault(signature(said), set()).add(wording.form)
        return {
            fact: {
                sign: next(iter(found))
                for sign, found in sorted(by_signature.items())
                if len(found) == 1 and not found.isdisjoint((*SETTLED, LEFT_OPEN))
            }
            for fact, by_signature in forms.items()
        }

    def weights(self) -> Weights:
        """Learn of all claims. What isn't said is a claim on the fact nearest to it, left open.

        What is borne out is contradicted once it's turned round.
        """
        examples = []
        for wording, reading in self._read:
            verdict = wording.form if wording.form in SETTLED else LEFT_OPEN
            if verdict == LEFT_OPEN and is_open(reading):
                continue
            for fact in self._near.get(wording.of, (wording.of,)):
                telling = self.tellings[fact]
                said = without_contrast(reading, telling)
                examples.append(Example(tuple(claim_features(said, telling)), verdict))
                if verdict == "yes" and (other := turned(said, telling, self._sides)):
                    examples.append(Example(tuple(claim_features(other, telling)), "no"))
        return train(examples, LEAST_WEIGHT)

    def _telling(self, fact: FactSource, article: ArticleSource) -> Telling:
        names = {name.id: name.kind for name in article.names}
        quote = self._reader.read(fact.quote, article.language)
        statement = self._reader.read(fact.statement, article.language)
        figures = [figure.value for figure in figures_printed(fact.period or "")]
        for language, translation in article.translations.items():
            translated = self._reader.read(translation.statements[fact.id], language)
            figures += [figure.value for figure in translated.figures]
        return Telling(
            fact.id,
            told_in(quote, self._reader)
            | told_in(statement, self._reader)
            | {figure_symbol(figure) for figure in figures},
            tuple(name for name in fact.about if names.get(name) == "country"),
            fact.says,
            is_unsplit(quote),
            any(map(is_to_come, quote.items)),
            any(figure.large for figure in quote.figures),
        )
