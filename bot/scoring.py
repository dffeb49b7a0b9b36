"""How well the bot answers files of questions: right, wrong and missed, by kind and language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from time import perf_counter

from bot.group_talk import BOT, group_message
from bot.json_lines import as_json
from bot.judging import Expected, Judgement, Mark, judge
from bot.question_sets import Case
from handlers.addressing import Rule
from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.reception import Reception
from handlers.reply import MESSAGE_LIMIT
from handlers.request import Request
from handlers.said import Audience, Said

ALL = "all"


@dataclass(slots=True)
class Score:
    """Counts by row of the table, and what wasn't right."""

    counts: dict[str, Counter[Mark]] = field(default_factory=dict)
    failures: list[tuple[Case, Judgement]] = field(default_factory=list)
    seconds: float = 0.0

    def add(self, case: Case, judgement: Judgement) -> None:
        """Counts a case in its own row and in all."""
        for row in (ALL, case.group):
            self.counts.setdefault(row, Counter())[judgement.mark] += 1
        if judgement.mark is not Mark.RIGHT:
            self.failures.append((case, judgement))

    def table(self) -> Iterator[str]:
        """The counts as lines of text, all in the last row."""
        yield f"{'':28}{'asked':>7}" + "".join(f"{mark.value:>8}" for mark in Mark)
        for row, counts in self._rows():
            shares = "".join(f"{counts[mark] / counts.total():8.1%}" for mark in Mark)
            yield f"{row:28}{counts.total():7}{shares}"
        asked = self.counts.get(ALL, Counter()).total()
        yield f"{asked} asked in {self.seconds:.2f} s"

    def markdown(self) -> Iterator[str]:
        """The counts as lines of a Markdown table, without times, all in the last row."""
        marks = list(Mark)
        yield "| | asked | " + " | ".join(mark.value for mark in marks) + " |"
        yield "| --- |" + " ---: |" * (1 + len(marks))
        for row, counts in self._rows():
            cells = (str(counts.total()), *(str(counts[mark]) for mark in marks))
            yield f"| {row} | " + " | ".join(cells) + " |"

    def _rows(self) -> Iterator[tuple[str, Counter[Mark]]]:
        for row in sorted(self.counts, key=lambda row: (row == ALL, row)):
            yield row, self.counts[row]


def score(desk: Desk, cases: Iterable[Case]) -> Score:
    """Asks `desk` every case, as its manner demands, and marks the replies."""
    result = Score()
    lines = [line.text for article in desk.knowledge.articles() for line in article.lines]
    conversations = Conversations(seconds=float("inf"))
    began = perf_counter()
    for case in cases:
        try:
            said = _said(desk, conversations, case)
        # Whatever it is, it's a crash on this text, and is counted as one.
        except Exception as error:
            result.add(case, Judgement(Mark.WRONG, f"crashed: {error!r}"))
            continue
        result.add(case, _judged(case, said, lines))
    result.seconds = perf_counter() - began
    return result


def _said(desk: Desk, conversations: Conversations, case: Case) -> Said | Rule:
    if case.manner == "message":
        # Each message stands for itself: nobody's earlier question helps it.
        return Reception(desk, Conversations()).receive(
            group_message(case.text, case.reply_to), BOT
        )
    if case.chat is None:
        return desk.ask(Request(case.text, None, Audience.PRIVATE))
    spoken, after = conversations.language(case.chat), conversations.last(case.chat)
    hint = desk.hint(case.text, spoken)
    said = desk.ask(Request(case.text, hint, Audience.PRIVATE, after=after))
    conversations.remember(case.chat, said.exchange, said.language)
    return said


def _judged(case: Case, said: Said | Rule, lines: list[str]) -> Judgement:
    if isinstance(said, Rule):
        if case.expect == "silent":
            return Judgement(Mark.RIGHT)
        return Judgement(Mark.MISSED, f"not answered: {said.value}")
    if case.expect == "silent":
        return Judgement(Mark.WRONG, "answered what wasn't for the bot")
    if case.expect == "no_crash":
        return _sendable(said)
    expected = case.expected if case.expect == "answer" else Expected()
    return judge(expected, as_json(said), lines)


def _sendable(said: Said) -> Judgement:
    if said.reply.length() > MESSAGE_LIMIT:
        return Judgement(Mark.WRONG, "a reply that Telegram would refuse")
    return Judgement(Mark.RIGHT)
