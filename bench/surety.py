"""Fits what makes a reading sure on stored wordings that are kept out of the training.

    nice python -m bench.surety [--builds 4] [--out 0.12] [--seed 24]

For each build a share of the wordings and follow-ups is left out, and asked of it. Printed are the
weights of a logistic regression on whether the reading was right, in the unit of the first, and
how many at some levels of surety are right and wrong. A build takes two minutes.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from knowledge import Exchange, Fact, Knowledge, open_knowledge
from knowledge.build import build
from knowledge.source import Follow, Sources, Wording, read_sources
from knowledge.understanding import follow_ups
from knowledge.understanding.candidates import Ranking
from knowledge.understanding.deciding import Decider
from knowledge.understanding.decision import Decision
from knowledge.understanding.follow_surety import Meant, surety_of, terms_of
from knowledge.understanding.following import Guess
from knowledge.understanding.reading import Reading
from knowledge.understanding.standing import Held
from knowledge.understanding.surety import Evidence
from knowledge.understanding.training import train

ROOT = Path(__file__).resolve().parent.parent
ASKED = ("facts", "unsaid", "elsewhere")
OF_WORDINGS = ("lead", "letters", "left open", "share of unsaid", "cost")
OF_FOLLOW_UPS = ("lead", "lead over unsaid", "agreed", "other", "strangers")
LEVELS = (-1.0, -0.5, 0.0, 0.5, 1.0, 2.0)
STEPS = 30
"""Newton's method needs fewer."""


class Spy:
    """Sees what speaks for the first reading of a question, and which facts it would tell."""

    def __init__(self) -> None:
        """See nothing yet."""
        self.row: tuple[float, ...] = ()
        self.facts: tuple[Fact, ...] = ()

    def see(self, row: tuple[float, ...], facts: Sequence[Fact]) -> None:
        """Take what is seen first."""
        if not self.row:
            self.row, self.facts = row, tuple(facts)


@dataclass(slots=True)
class Looks:
    """What was seen of each wording, and whether its reading was right."""

    rows: list[tuple[float, ...]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)

    def add(self, spy: Spy, meant: Fact | None) -> None:
        """Add what `spy` saw, if anything, of a wording by which a fact was `meant`, or none."""
        if spy.row:
            told = meant is not None and any(
                meant.quote in fact.quote or fact.quote in meant.quote for fact in spy.facts
            )
            self.rows.append(spy.row)
            self.right.append(told)


def looked_at(sources: Sources, share: float, seed: int, folder: Path) -> tuple[Looks, Looks]:
    """Return what a build that a `share` of wordings was kept out of makes of these."""
    chooser = random.Random(seed)
    wordings: list[Wording] = []
    follows: list[Follow] = []
    articles = []
    for article in sources.articles:
        asked = [w for w in article.wordings if w.kind in ASKED and chooser.random() < share]
        followed = [f for f in article.follows if chooser.random() < share]
        fewer = set(article.wordings).difference(asked), set(article.follows).difference(followed)
        articles.append(
            replace(
                article,
                wordings=tuple(w for w in article.wordings if w in fewer[0]),
                follows=tuple(f for f in article.follows if f in fewer[1]),
            )
        )
        wordings += asked
        follows += followed
    path = folder / "knowledge.db"
    build(
        ROOT / "articles", path, learn=lambda _: train(replace(sources, articles=tuple(articles)))
    )
    knowledge = open_knowledge(path)
    return _wordings_seen(knowledge, wordings), _follow_ups_seen(knowledge, follows)


def _wordings_seen(knowledge: Knowledge, wordings: Sequence[Wording]) -> Looks:
    def evidence(
        decider: Decider, reading: Reading, ranking: Ranking, kept: Sequence[Held]
    ) -> Evidence:
        weighed = own(decider, reading, ranking, kept)
        spy.see(weighed.terms, [held.fact for held in kept])
        return weighed

    own, looks = Decider.evidence, Looks()
    for wording in wordings:
        spy = Spy()
        with patch.object(Decider, "evidence", evidence):
            knowledge.ask(wording.text, language=wording.language)
        meant = knowledge.fact(wording.of) if wording.kind == "facts" else None
        looks.add(spy, meant)
    return looks


def _follow_ups_seen(knowledge: Knowledge, follows: Sequence[Follow]) -> Looks:
    def surety(best: Guess, meant: Meant, alone: Decision) -> float:
        if meant.facts:
            spy.see(terms_of(best, meant, alone), meant.facts)
        return surety_of(best, meant, alone)

    looks = Looks()
    for follow in follows:
        spy = Spy()
        with patch.object(follow_ups, "surety_of", surety):
            after = Exchange("", (follow.after,))
            knowledge.ask(follow.text, language=follow.language, after=after)
        looks.add(spy, knowledge.fact(follow.to) if follow.to is not None else None)
    return looks


def fitted(looks: Looks) -> npt.NDArray[np.float64]:
    """Return the weights of the regression, the constant last."""
    rows = np.column_stack([np.array(looks.rows, float), np.ones(len(looks.rows))])
    right = np.array(looks.right, float)
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        curve = rows.T @ (rows * (chance * (1 - chance))[:, None]) + 1e-6 * np.eye(len(weights))
        weights += np.linalg.solve(curve, rows.T @ (right - chance))
    return weights


def report(name: str, names: Sequence[str], looks: Looks) -> None:
    """Print the weights, and what comes of some levels of surety."""
    weights = fitted(looks)
    rows, right = np.array(looks.rows, float), np.array(looks.right)
    unit = weights[0] if name == "wordings" else 1.0
    shown = "  ".join(
        f"{n} {w:.2f}" for n, w in zip((*names, "constant"), weights / unit, strict=True)
    )
    print(f"{name}: {len(right)} seen, {int((~right).sum())} of them wrong\n  {shown}")
    sure = (rows @ weights[:-1] + weights[-1]) / unit
    for level in LEVELS:
        told = sure >= level
        good, bad = int((told & right).sum()), int((told & ~right).sum())
        print(f"  from {level:4.1f}: {good} right, {bad} wrong")


def main() -> int:
    """Build, ask, fit and print."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("--builds", type=int, default=4)
    arguments.add_argument("--out", type=float, default=0.12, help="share that is kept out")
    arguments.add_argument("--seed", type=int, default=24)
    chosen = arguments.parse_args()
    sources = read_sources(ROOT / "articles")
    wordings, follows = Looks(), Looks()
    for number in range(chosen.builds):
        with tempfile.TemporaryDirectory() as folder:
            seen = looked_at(sources, chosen.out, chosen.seed + number, Path(folder))
        for all_looks, looks in zip((wordings, follows), seen, strict=True):
            all_looks.rows += looks.rows
            all_looks.right += looks.right
    report("wordings", OF_WORDINGS, wordings)
    report("follow-ups", OF_FOLLOW_UPS, follows)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
