"""Checks what a message claims: each of its claims by itself, as far as an article bears on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answer import Answer, Exchange, Kind
from knowledge.understanding.asking import Asker
from knowledge.understanding.clauses import claims_of, clause_words, segments_in, sentences_in
from knowledge.understanding.pieces import RELATIVE

MOST_CLAIMS = 4
"""What one reply has room for, at a quote each."""
MOST_UNNAMED = 4
MOST_CHARACTERS = 1000
MOST_SENTENCES = 15
MOST_SEGMENTS = 8
"""The rest of a longer text stays unread, and a longer sentence whole: some 200 words, of which a
reply has no room for more claims, and which take less than 70 ms to check, whatever they are."""


class Checker:
    """Asks the claims of messages one by one."""

    def __init__(self, asker: Asker) -> None:
        """Every claim is asked of `asker`."""
        self._asker = asker

    def check(self, text: str, hint: str | None) -> tuple[Answer, ...]:
        """Return an answer for each claim of `text` that an article bears on, at most four.

        The last one has what else is claimed of that no article names. One that says no where
        none bears on anything, and none where `text` only asks. `hint` is a language code, for
        texts whose words don't tell.
        """
        language = self._asker.language_of(text, hint)
        found: list[Answer] = []
        no: Answer | None = None
        unnamed: dict[str, None] = {}
        asks = False
        sentences = dict.fromkeys(sentences_in(text[:MOST_CHARACTERS]))
        for sentence in list(sentences)[:MOST_SENTENCES]:
            if self._asks(sentence, language):
                asks = True
                continue
            for answer in self._of_sentence(sentence, language):
                if answer.kind is Kind.ANSWERED:
                    found.append(answer)
                elif no is None and answer.kind in (Kind.NOT_NAMED, Kind.NOT_SAID):
                    no = answer
                if Kind.NOT_NAMED in (answer.kind, answer.rest):
                    unnamed |= dict.fromkeys(answer.names)
        if found:
            told = [replace(a, language=language) for a in _most_telling(found)]
            return tuple(_with_unnamed(told, tuple(unnamed)[:MOST_UNNAMED]))
        if asks:
            return ()
        return (replace(no or Answer(Kind.NOT_SAID, language), language=language),)

    def asks_whether(self, text: str) -> bool:
        """Return whether `text` asks if something is so, and says nothing of what."""
        items = self._asker.read(text, None).items
        asking = [item for item in items if item.kind not in ("neutral", "common")]
        return bool(asking) and all("yes_no" in item.symbols for item in asking)

    def _asks(self, sentence: str, language: str) -> bool:
        if sentence.rstrip("!. \"'»”“").endswith("?"):
            return True
        first = self._asker.read(sentence, language).items[:1]
        return any(item.kind == "ask" and RELATIVE & set(item.symbols) for item in first)

    def _of_sentence(self, sentence: str, language: str) -> list[Answer]:
        whole = self._ask(sentence, language)
        segments = [
            self._asker.read(segment, language)
            for segment in segments_in(sentence)[: MOST_SEGMENTS + 1]
        ]
        if len(segments) > MOST_SEGMENTS:
            return [whole]
        parts = [self._ask(part, language) for part in claims_of(segments, clause_words(language))]
        bearing = [part for part in parts if part.kind is Kind.ANSWERED]
        unnamed = [part for part in parts if part.kind is Kind.NOT_NAMED]
        if whole.kind is not Kind.ANSWERED:
            return [*bearing, *unnamed] if bearing else [whole]
        told = {fact.id for part in bearing for fact in part.facts}
        if len(bearing) < 2 or (whole.verdict and told <= {fact.id for fact in whole.facts}):
            return [whole, *unnamed]
        return [*bearing, *unnamed]

    def _ask(self, claim: str, language: str) -> Answer:
        answer = self._asker.ask(claim, language, None)
        # What somebody wrote isn't kept for a follow-up: its facts are enough.
        return replace(answer, exchange=Exchange(facts=answer.exchange.facts))


def _with_unnamed(answers: Sequence[Answer], names: tuple[str, ...]) -> list[Answer]:
    """Return `answers`, the last one with the `names` that no article has, if there are any."""
    *first, last = (replace(answer, names=(), rest=None) for answer in answers)
    rest = Kind.NOT_NAMED if names else None
    return [*first, replace(last, names=names, rest=rest)]


def _most_telling(found: Sequence[Answer]) -> list[Answer]:
    """Return the answers that tell something of their own, at most four, in their order."""
    told: list[Answer] = []
    for answer in found:
        others = [other for other in found if _facts(other) & _facts(answer)]
        if len({other.verdict for other in others} - {None}) > 1:
            # A message that says both is neither borne out nor contradicted.
            answer = replace(answer, verdict=None)
        elif answer.verdict is None and any(
            _facts(answer) < _facts(other) or (other.verdict and _facts(answer) == _facts(other))
            for other in others
        ):
            continue
        if all(_facts(answer) != _facts(other) for other in told):
            told.append(answer)
    # A verdict tells more than what is merely said on the matter.
    best = sorted(told, key=lambda answer: answer.verdict is None)[:MOST_CLAIMS]
    return [answer for answer in told if answer in best]


def _facts(answer: Answer) -> frozenset[str]:
    return frozenset(fact.id for fact in answer.facts)
