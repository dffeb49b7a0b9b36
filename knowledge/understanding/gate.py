"""Holds what a question asks for against what a fact tells.

However alike a question and a fact are, the fact isn't the answer if it misses one of the
question's constraints: a name, a year, or any word that carries meaning.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from knowledge.answer import Fact
from knowledge.understanding.claims import CHOOSING, CLAIMING, SPEAKING, is_open
from knowledge.understanding.lessons import Relation
from knowledge.understanding.names import HELD_BY_SIDES, Mention
from knowledge.understanding.numbers import Figure
from knowledge.understanding.parts import JOINT
from knowledge.understanding.printed_figures import figures_printed, prints
from knowledge.understanding.reading import Item, Reading

SPECIFIC = ("place", "region", "municipality", "person", "organisation")
"""Kinds of names that a fact must be about; countries may be named in passing, as a side."""
REGION = "region"
LEAST_ASKED = 2
"""One wording with a year, a figure or a "when" doesn't make it a way to ask for the fact."""
LEAST_TOLD = 2
"""One wording with a word doesn't make it a word of what the fact tells."""
SIDES_SHARE = 0.03
"""A country that fewer of the relation's wordings name is another side than the fact's."""
COSTS = {
    "act": 0.3,
    "unknown": 0.3,
    "known": 0.25,
    "ask": 0.3,
    "quality": 0.5,
    "thing": 0.6,
    "name": 3.0,
}
"""What a word that a fact leaves open costs, by kind, in surety.

Fitted with the rest of it (see `surety`), but for names: another side or place than the fact's
is hardly ever made up for.
"""
HARD_ASKS = frozenset(
    ("when", "where", "why", "how_many", "how_long", "how_often", "date", "what_year", "season")
)
"""What a fact either tells or doesn't, whatever else it shares with the question."""
SUBORDINATING = frozenset(("when", "why"))
"""What asks, and leads clauses as well, as "when" and "since" do."""
WHICH = "which"
"""Makes one with what stands behind it: "on which day"."""
JOINING = frozenset((JOINT, CHOOSING))
WHEN = frozenset(("when", "what_year"))
"""Asks for the time that a fact tells which prints its year."""
RARE_ASK = 0.05
"""Less than this share of the relation's commonest way of asking is no way of asking for it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Why a fact can't be the answer (empty: it can), and what of the question it leaves open."""

    refusal: str
    strangers: tuple[Item, ...] = ()
    """Words of the question of which the fact tells nothing."""

    @property
    def cost(self) -> float:
        """By how much more the fact must lead for each word that it leaves open."""
        return sum(COSTS[item.kind] for item in self.strangers)


def hold_against(
    reading: Reading,
    relation: Relation,
    fact: Fact,
    *,
    contrary: bool = False,
    others: Collection[str] = (),
    lasts: bool = False,
    taught: bool = False,
) -> Fit:
    """Hold `reading` against `fact`, which `relation` is asked with.

    `contrary`: the question takes for granted what the fact contradicts, so that it matters
    little whether it asks why, when or how; nor, if the fact `lasts`, of which year. `others`:
    ids of what the relation's other facts are on, so that a question on two places is one on each.
    `taught`: an editor wrote the question down so for the relation, which leaves open only which
    of its facts is meant.
    """
    if taught and len(relation.facts) == 1:
        return Fit("")
    excused = _choices(reading, fact)
    if contrary:
        excused |= _put_for_another(reading, relation, fact)
    for mention in reading.mentions:
        if mention in excused:
            continue
        if not mention.named:
            return Fit(f"asks about {mention.id}, which no article names")
        if contrary and _is_put_elsewhere(mention, reading, fact):
            continue
        if mention.id not in others and _is_foreign(mention, relation, fact):
            return Fit(f"asks about {mention.id}, the fact doesn't")
    if _loses_instead(reading, fact) and not (contrary and _has_large_figure(reading, fact)):
        return Fit(f"asks of {fact.speaker}'s losses, the fact only has their word for another's")
    for figure in reading.figures:
        if figure.year and contrary and (lasts or _claims_when(reading, relation)):
            continue
        if figure.year and not _has_year(figure, relation, fact):
            return Fit(f"asks about {int(figure.value)}, the fact doesn't")
        if not figure.year and _is_of_another(reading, figure, relation, fact):
            return Fit(f"asks of the figure {figure.value:.0f}, the fact doesn't")
    if not (contrary or taught) and (asked := _unanswered(reading, relation, fact)):
        return Fit(f"asks {asked}, the fact doesn't tell")
    return Fit("", () if taught else tuple(_strangers(reading, relation, fact)))


def _is_foreign(mention: Mention, relation: Relation, fact: Fact) -> bool:
    if mention.id in fact.about or mention.id == fact.speaker:
        return False
    if mention.kind in HELD_BY_SIDES:
        return True
    return mention.kind in SPECIFIC and f"@{mention.id}" not in relation.symbols


def _is_put_elsewhere(mention: Mention, reading: Reading, fact: Fact) -> bool:
    """Whether what the fact is on is put into the region of `mention`."""
    placed = (one for one in reading.mentions if one.kind in HELD_BY_SIDES and one is not mention)
    return mention.kind == REGION and any(one.id in fact.about for one in placed)


def _put_for_another(reading: Reading, relation: Relation, fact: Fact) -> frozenset[Mention]:
    """Return the names that may stand where a relation's only fact has another.

    "It was the weather office that counted the ships, wasn't it?" is met with who did.
    """
    places = frozenset(one for one in reading.mentions if one.kind in HELD_BY_SIDES)
    if len(relation.facts) > 1 or len({one.id for one in places} - {*fact.about}) > 1:
        return frozenset()
    return places.union(one for one in reading.mentions if not one.named)


def _choices(reading: Reading, fact: Fact) -> frozenset[Mention]:
    """Return the names that an "or" puts beside one that the fact is on: "of A or of B?"."""
    if not any(CHOOSING in item.concepts for item in reading.items):
        return frozenset()
    mentions = iter(reading.mentions)
    named = [next(mentions) if item.kind == "name" else None for item in reading.items]
    found: list[Mention] = []
    for at, item in enumerate(reading.items[1:-1], start=1):
        pair = [one for one in (named[at - 1], named[at + 1]) if one is not None]
        if CHOOSING in item.concepts and any(
            one.id in (*fact.about, fact.speaker) for one in pair
        ):
            found += pair
    return frozenset(found)


def _loses_instead(reading: Reading, fact: Fact) -> bool:
    """Whether the only side named is the fact's speaker, and loses: the fact tells of another."""
    symbols = reading.symbols
    sides = {one.id for one in reading.mentions if one.kind == "country"}
    return (
        "lose" in symbols
        and symbols.isdisjoint(SPEAKING)
        and sides == {fact.speaker}
        and fact.about[:1] != (fact.speaker,)
    )


def _has_large_figure(reading: Reading, fact: Fact) -> bool:
    """Whether `reading` has a figure of the fact's, which another side is said to have lost."""
    return any(figure.large and prints(fact.quote, figure) for figure in reading.figures)


def _has_year(year: Figure, relation: Relation, fact: Fact) -> bool:
    """Whether the fact prints `year`, or is commonly asked for with it.

    People give the year on which the article looks back, where its fact prints none.
    """
    printed = prints(fact.quote, year) or prints(fact.period or "", year)
    return printed or relation.symbols.get(year.symbol, 0) >= LEAST_ASKED


def _is_of_another(reading: Reading, figure: Figure, relation: Relation, fact: Fact) -> bool:
    """Whether an article prints `figure`, and the fact neither quotes it nor is asked with it."""
    if not figure.large or figure.symbol not in reading.symbols or prints(fact.quote, figure):
        return False
    return relation.symbols.get(figure.symbol, 0) < LEAST_ASKED


def _claims_when(reading: Reading, relation: Relation) -> bool:
    """Whether `reading` claims when something was, which is what the relation is asked most."""
    asked_most = max(relation.asks, key=relation.asks.__getitem__, default="")
    return asked_most in WHEN and not is_open(reading)


def _prints_its_year(fact: Fact) -> bool:
    """Whether the quote has the year that the fact is of."""
    years = (figure for figure in figures_printed(fact.period or "") if figure.year)
    return any(prints(fact.quote, year) for year in years)


def _unanswered(reading: Reading, relation: Relation, fact: Fact) -> str:
    """Return what the question asks (when, why, …) and open questions of the relation don't."""
    most = max(relation.asks.values(), default=0)
    dated = _prints_its_year(fact) and SPEAKING.isdisjoint(reading.symbols)
    for at, item in enumerate(reading.items):
        if item.kind != "ask" or not HARD_ASKS & set(item.symbols) or _leads_a_clause(reading, at):
            continue
        if dated and WHEN & set(item.symbols):
            continue
        if all(relation.asks.get(s, 0) < max(LEAST_ASKED, most * RARE_ASK) for s in item.symbols):
            return item.symbols[0]
    return ""


def _leads_a_clause(reading: Reading, at: int) -> bool:
    """Whether what stands `at` asks nothing there: "who took it when …", "did it fall when …".

    Something else asks before it, more follows, and no "and" joins it ("who took it, and when").
    """
    item = reading.items[at]
    before = [one for one in reading.items[:at] if one.sentence == item.sentence]
    if not before or at + 1 == len(reading.items) or JOINING & set(before[-1].concepts):
        return False
    if any(one.kind == "ask" for one in before):
        return WHICH not in before[-1].symbols
    claims = any(CLAIMING & set(one.concepts) for one in before)
    says = any(one.kind in ("act", "name", "thing") for one in before)
    return claims and says and bool(SUBORDINATING & set(item.symbols))


def _is_another_side(item: Item, relation: Relation, fact: Fact, least: float) -> bool:
    """Whether `item` names a country that the fact isn't about, and few of its wordings name.

    Few are less than `least` of them.
    """
    return all(
        symbol.removeprefix("@") not in (*fact.about, fact.speaker)
        and relation.symbols.get(symbol, 0) < least
        for symbol in item.symbols
    )


def _is_told(item: Item, relation: Relation) -> bool:
    """Whether several wordings of the relation say what `item` says."""
    if any(relation.symbols.get(symbol, 0) >= LEAST_TOLD for symbol in item.symbols):
        return True
    return bool(item.word) and relation.symbols.get(f"w {item.word}", 0) >= LEAST_TOLD


def _strangers(reading: Reading, relation: Relation, fact: Fact) -> list[Item]:
    found = []
    least = max(relation.symbols.values(), default=0) * SIDES_SHARE
    for item in reading.items:
        if item.kind == "name" and _is_another_side(item, relation, fact, least):
            found.append(item)
            continue
        if item.kind in ("figure", "neutral", "common") or "@place" in item.symbols:
            continue
        if item.kind == "unknown" or not _is_told(item, relation):
            found.append(item)
    return found
