"""How long understanding a question takes, on one core; and opening, memory, hostile texts.

    python -m bench.understanding [--rounds 5] [--hostile 10000] [--seed 24]

The questions are those of tests/questions, asked round after round once all of them were asked to
warm up: first answers build tables that later ones share. Hostile texts are made from the seed,
so that the worst of them can be looked at again. Times are the processor's, so that what else the
machine does doesn't count. Memory is the whole process's, at its largest.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import resource
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time

from bot.question_sets import read_cases
from bot.warming_up import warm_up
from knowledge import open_knowledge
from tests.corpora import naughty_strings

QUESTIONS = Path(__file__).resolve().parent.parent / "tests" / "questions"
NAUGHTY = (
    *(
        "'; DROP TABLE facts; --",
        '" OR 1=1',
        "NEAR(who, 5) AND NOT *",
        "column:pokrovsk* ^",
        "%s{}",
    ),
    *("<script>alert(1)</script>", "&amp;amp;&#0;&#x10ffff;", "<" * 40, "\x1b[31m", "../../etc"),
    *("\x00", "\ud800", "\udfff\ud83d", "\u202e\u200b\ufeff", "Z\u0351\u036b\u0343", "\ufdfa"),
    *(
        "٤٢٧",
        "½²③",
        "ｗｈｏ",
        "роkrоvsk",
        "🏴‍☠️👩‍👩‍👧",
        "1,000,000.000",
        "9" * 40,
        "İıſß",
        "\r\n\t\v",
    ),
)
WORST = 100.0
"""Milliseconds that no text may take: all others wait for so long."""
LONGEST = 20_000
"""Characters of a hostile text."""
LONGEST_MESSAGE = 4096
"""Characters of a message of Telegram's."""


def milliseconds(what: Callable[[str], object], text: str) -> float:
    """How long `what`, such as `Knowledge.ask`, takes of `text`; what comes of it matters not."""
    began = process_time()
    what(text)
    return 1000 * (process_time() - began)


def misspelt(word: str, chance: random.Random) -> str:
    """`word` with a letter too many, so that it has to be held against all others."""
    place = chance.randint(1, len(word))
    return word[:place] + chance.choice("aeioqx") + word[place:]


def hostile_texts(chance: random.Random, count: int, words: Sequence[str]) -> Iterator[str]:
    """Long repeats, naughty strings between words of questions, typos, and random Unicode."""
    for number in range(count):
        length = round(LONGEST ** chance.random())
        kind = number % 4
        if kind == 0:
            part = "".join(chance.choices((*NAUGHTY, *words), k=chance.randint(1, 3)))
            yield (part * (1 + length // len(part)))[:length]
        elif kind == 1:
            gap = chance.choice(("", " ", "-", "?"))
            yield gap.join(chance.choices((*NAUGHTY, *words), k=1 + length // 8))
        elif kind == 2:
            typed = (misspelt(word, chance) for word in chance.choices(words, k=1 + length // 8))
            yield " ".join(typed)
        else:
            top = chance.choice((0x7F, 0x500, 0x3000, 0xFFFF, 0x10FFFF))
            yield "".join(chr(chance.randint(0, top)) for _ in range(length))


def row(name: str, times: Sequence[float]) -> str:
    """A line of the table: how many, median, 99th percentile and worst, in milliseconds."""
    ordered = sorted(times)
    p99 = ordered[math.ceil(0.99 * len(ordered)) - 1]
    return (
        f"{name:22}{len(ordered):>8}{statistics.median(ordered):>10.2f}"
        f"{p99:>10.2f}{ordered[-1]:>10.2f}"
    )


def main() -> int:
    """Measure and print a small table; 1 where a hostile text takes too long."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--hostile", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=24)
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    began = perf_counter()
    knowledge = open_knowledge()
    opened = perf_counter() - began
    warm_up(knowledge)
    ready = perf_counter() - began
    cases = [case for file in sorted(QUESTIONS.glob("*.jsonl")) for case in read_cases(file)]
    questions = [case.text for case in cases if case.manner == "question"]
    for question in questions:
        knowledge.ask(question)
    times = [milliseconds(knowledge.ask, text) for _ in range(given.rounds) for text in questions]
    words = sorted({word for text in (*questions, *naughty_strings()) for word in text.split()})
    hostile = list(hostile_texts(random.Random(given.seed), given.hostile, words))
    asked = [milliseconds(knowledge.ask, text) for text in hostile]
    checked = [milliseconds(knowledge.check, text[:LONGEST_MESSAGE]) for text in hostile]
    # Linux counts in kilobytes, macOS in bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(f"{'milliseconds':22}{'asked':>8}{'median':>10}{'p99':>10}{'worst':>10}")
    print(row("questions", times))
    worst = max((*asked, *checked), default=0.0)
    if hostile:
        print(row("hostile texts asked", asked))
        print(row("hostile texts checked", checked))
        for times in (asked, checked):
            text = hostile[times.index(max(times))]
            print(f"worst: {len(text)} characters, {text[:60]!a}")
        print(f"no text may take {WORST:.0f} ms: {'holds' if worst < WORST else 'BROKEN'}")
    print(f"opened in {opened:.2f} s, ready after {ready:.2f} s, {peak:.0f} MB at most")
    return int(worst >= WORST)


if __name__ == "__main__":
    sys.exit(main())
