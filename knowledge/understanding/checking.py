"""Checks what a message claims: each of its claims by itself, as far as an article bears on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.answer import Answer, Exchange, Kind
from knowledge.understanding.asking import Asker
from knowledge.understanding.bearing import bears_on, claims_something
from knowledge.understanding.clauses import claims_of, clause_words, segments_in, sentences_in
from knowledge.understanding.own_words import own_words
from knowledge.understanding.pieces import RELATIVE
from knowledge.understanding.text import clean, tokens_of

MOST_CLAIMS = 4
"""What one reply has room for, at a quote each."""
MOST_UNSAID = 4
MOST_UNNAMED = 4
MOST_ALIKE = 2
"""Claims that one answer is to; whoever says the same again is answered by it too."""
MOST_UNCHECKED = 3
"""Claims that one may be told of which aren't checked, beside those that are."""
MOST_CHARACTERS = 1000
MOST_SENTENCES = 15
MOST_SEGMENTS = 8
"""The rest of a longer text stays unread, and a longer sentence whole: some 200 words, of which a
reply has no room for more claims, and which take less than 100 ms to check, whatever they are."""


class Checker:
    """Asks the claims of messages one by one."""

    def __init__(self, asker: Asker) -> None:
        """Every claim is asked of `asker`."""
        self._asker = asker

    def check(self, text: str, hint: str | None) -> tuple[Answer, ...]:
        """Return an answer for each claim of `text` that an article bears on, at most four.

        After them comes one for each that is on the subject, and on which no article says
        anything, at most four, and one on those that are on what no article names. The last one
        has whether more is claimed, and of what. One that says no where none bears on a single
        claim, and none where `text` only asks. `hint` is a language code, for texts whose words
        don't tell.
        """
        language = self._asker.language_of(text, hint)
        sentences, unread = _sentences_of(text)
        asked = [sentence for sentence in sentences if self._asks(sentence, language)]
        answers = [
            replace(answer, language=language)
            for sentence in sentences
            if sentence not in asked
            for answer in self._of_sentence(sentence, language)
        ]
        told = _once_each(answer for answer in answers if answer.kind is Kind.ANSWERED)
        if asked and not told:
            return ()
        silent = [answer for answer in answers if answer.kind is Kind.NOT_SAID]
        unsaid = list({answer.claims: answer for answer in silent if answer.claims}.values())
        unnamed = [answer for answer in answers if Kind.NOT_NAMED in (answer.kind, answer.rest)]
        telling = _most_telling(told)
        if told or len(unsaid) > 1 or (unsaid and unnamed):
            bare = (replace(answer, near=()) for answer in unsaid[:MOST_UNSAID])
            kept = [*telling, *bare]
        else:
            kept = [*unnamed, *unsaid, *silent, Answer(Kind.NOT_SAID, language)][:1]
        others = [answer for answer in told if answer not in telling] + unsaid[MOST_UNSAID:]
        left = [claim for answer in others for claim in answer.claims]
        further = unread.following[: max(MOST_UNCHECKED - len(left), 0)]
        left += (self._claim_of(sentence, sentence, language) for sentence in further)
        *first, last = _with_unnamed(kept, unnamed)
        last = replace(
            last,
            unchecked=bool(others) or unread.more,
            unchecked_claims=tuple(dict.fromkeys(left))[:MOST_UNCHECKED],
        )
        return (*first, last)

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
        whole = self._ask(sentence, language, sentence)
        segments = [
            self._asker.read(segment, language)
            for segment in segments_in(sentence)[: MOST_SEGMENTS + 1]
        ]
        if len(segments) > MOST_SEGMENTS:
            return [whole]
        claims = claims_of(segments, clause_words(language))
        parts = [self._ask(claim, language, sentence) for claim in claims]
        bearing = [part for part in parts if part.kind is Kind.ANSWERED]
        unnamed = [part for part in parts if part.kind is Kind.NOT_NAMED]
        unsaid = [part for part in parts if part.kind is Kind.NOT_SAID]
        if whole.kind is not Kind.ANSWERED:
            return [*bearing, *unnamed, *unsaid] if bearing else [whole]
        if [part.facts for part in bearing] == [whole.facts] and whole.verdict in (
            None,
            bearing[0].verdict,
        ):
            # The whole is answered by the one part of it that can be.
            return [*bearing, *unnamed, *unsaid]
        told = {fact.id for part in bearing for fact in part.facts}
        if len(bearing) < 2 or (whole.verdict and told <= {fact.id for fact in whole.facts}):
            return [whole, *unnamed, *(unsaid if whole.rest is Kind.NOT_SAID else ())]
        return [*bearing, *unnamed, *unsaid]

    def _ask(self, claim: str, language: str, sentence: str) -> Answer:
        answer = self._asker.ask(claim, language, None)
        reading = self._asker.read(claim, language)
        unsettled = answer.kind is Kind.ANSWERED and answer.verdict is None
        if unsettled and not bears_on(self._asker.tellings_of(answer.facts), reading):
            answer = Answer(Kind.NOT_SAID, answer.language, near=answer.facts)
        # What somebody wrote isn't kept for a follow-up: its facts are enough.
        return replace(
            answer,
            exchange=Exchange(facts=answer.exchange.facts),
            claims=(self._claim_of(claim, sentence, language),)
            if claims_something(reading)
            else (),
        )

    def _claim_of(self, claim: str, sentence: str, language: str) -> str:
        """Return the words of `sentence` that make `claim`."""
        words = clause_words(language)
        read = " ".join(token.typed for token in tokens_of(clean(claim)))
        return own_words(read, sentence, words.joint | words.contrast)


@dataclass(frozen=True, slots=True)
class _Unread:
    """What of a message isn't read."""

    more: bool
    """Whether there is more than was read."""
    following: Sequence[str]
    """The sentences that come next, a few of them."""


def _sentences_of(text: str) -> tuple[list[str], _Unread]:
    """Return the sentences of `text` that are read, once each, and what isn't."""
    text = text.strip()
    sentences = sentences_in(text[:MOST_CHARACTERS])
    cut = len(text) > MOST_CHARACTERS
    if cut and len(sentences) > 1:
        # The rest of its last sentence may turn it round.
        sentences = sentences[:-1]
    further = sentences_in(text[: 2 * MOST_CHARACTERS])[len(sentences) :] if cut else []
    once = list(dict.fromkeys(sentences))
    read = once[:MOST_SENTENCES]
    others = [each for each in dict.fromkeys((*once, *further)) if each not in read]
    return read, _Unread(cut or len(once) > len(read), others[:MOST_UNCHECKED])


def _with_unnamed(answers: Sequence[Answer], unnamed: Sequence[Answer]) -> list[Answer]:
    """Return `answers`, after them one with what `unnamed` ones name that no article has.

    Where all is said in the words of a single one, it has these names itself.
    """
    told = [replace(each, names=(), rest=None) for each in answers]
    names = tuple(dict.fromkeys(name for each in unnamed for name in each.names))[:MOST_UNNAMED]
    if not names:
        return told
    if len(told) == 1 and all(each.claims == told[0].claims for each in unnamed):
        rest = None if told[0].kind is Kind.NOT_NAMED else Kind.NOT_NAMED
        return [replace(told[0], names=names, rest=rest)]
    claims = dict.fromkeys(claim for each in unnamed for claim in each.claims)
    last = Answer(Kind.NOT_NAMED, told[0].language, names=names)
    others = [each for each in told if each.kind is not Kind.NOT_NAMED]
    return [*others, replace(last, claims=tuple(claims)[:MOST_UNNAMED])]


def _once_each(found: Iterable[Answer]) -> list[Answer]:
    """Return the answers that tell something of their own, each to all the claims that it's to."""
    found = tuple(found)
    told: dict[frozenset[str], Answer] = {}
    for answer in found:
        facts = _facts(answer)
        others = [other for other in found if _facts(other) & facts]
        if len({other.verdict for other in others} - {None}) > 1:
            # A message that says both is neither borne out nor contradicted.
            answer = replace(answer, verdict=None)
        elif answer.verdict is None and any(
            facts < _facts(other) or (other.verdict and facts == _facts(other)) for other in others
        ):
            continue
        known = told.setdefault(facts, answer)
        if known is not answer:
            told[facts] = replace(known, claims=(*known.claims, *answer.claims)[:MOST_ALIKE])
    return list(told.values())


def _most_telling(told: Sequence[Answer]) -> list[Answer]:
    """Return at most four of the answers, in their order: those with a verdict tell more."""
    best = sorted(told, key=lambda answer: answer.verdict is None)[:MOST_CLAIMS]
    return [answer for answer in told if answer in best]


def _facts(answer: Answer) -> frozenset[str]:
    return frozenset(fact.id for fact in answer.facts)
