"""A world of a few words: Norland and Sudmark, two ports, and what may be asked of them."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.answer import Certainty, Fact
from knowledge.understanding.holders import Holder
from knowledge.understanding.lessons import Lessons, Relation
from knowledge.understanding.lexicon import compile_lexicon, concept_kinds
from knowledge.understanding.names import NameEntry, NameIndex
from knowledge.understanding.neighbours import Neighbours
from knowledge.understanding.reading import Reader, Reading
from knowledge.understanding.telling import Telling, is_unsplit, told_in
from knowledge.understanding.weights import Weights

ENGLISH: dict[str, dict[str, object]] = {
    "ask": {
        "who": ["who", "which side"],
        "what": ["what"],
        "when": ["when", "since when"],
        "why": ["why"],
        "how_many": ["how many"],
        "yes_no": ["true or false"],
    },
    "act": {
        "say": ["say*", "said"],
        "hold": ["hold*", "held"],
        "take": ["take*", "took"],
        "lose": ["lose", "lost"],
        "kill": ["kill*"],
        "wound": ["wound*"],
    },
    "thing": {
        "ships": ["ship", "ships", "vessel*"],
        "crews": ["crew", "crews", "sailor*"],
        "area_unit": ["acre*"],
        "city": ["town*"],
    },
    "quality": {
        "more": ["more than"],
        "less": ["fewer than"],
        "not": ["not", "didn't"],
        "none": ["no"],
        "future": ["will"],
        "spring": ["in spring"],
        "autumn": ["in autumn"],
        "approximately": ["about", "roughly"],
    },
    "neutral": {
        "the": ["the", "a", "of", "in"],
        "do": ["did", "does"],
        "and": ["and"],
        "or": ["or"],
        "be": ["is"],
        "negated_verb": ["didn't"],
    },
    "common": {"still": ["still"], "what_about": ["what about"]},
    "numbers": {"three": 3, "twelve": 12, "forty": 40, "hundred": 100, "thousand": 1000},
}
GERMAN: dict[str, dict[str, object]] = {
    "ask": {"who": ["wer"], "when": ["wann", "seit wann"]},
    "act": {"hold": ["hält", "halten"]},
    "neutral": {"the": ["der", "die", "das", "den"]},
}
NAMES = (
    NameEntry("norland", "country", True, ("norland*", "нордланд*"), ("stenby",)),
    NameEntry("sudmark", "country", True, ("sudmark*",), (), ("SM",)),
    NameEntry("ekvik", "place", True, ("ekvik*", "эквик*")),
    NameEntry("port-ekvik", "place", True, ("port ekvik",)),
    NameEntry("sandhavn", "place", True, ("sandhavn",)),
    NameEntry("farholm", "place", False, ("farholm",)),
)
FIGURES = frozenset({2031.0, 4200.0})


def fact(
    name: str,
    statement: str,
    about: tuple[str, ...] = (),
    *,
    quote: str = "",
    speaker: str | None = None,
    period: str | None = None,
) -> Fact:
    """A fact that stands by itself; its quote is its statement unless given."""
    return Fact(
        name,
        "islands-2031",
        "islands",
        {"en": statement},
        quote or statement,
        1,
        speaker,
        Certainty.STATED,
        (),
        about,
        period,
    )


EKVIK_HELD = fact("ekvik-held", "Norland holds Ekvik.", ("ekvik", "norland"))
SANDHAVN_TAKEN = fact("sandhavn-taken", "Sudmark took Sandhavn.", ("sandhavn", "sudmark"))
SHIPS_LOST = fact(
    "ships-lost", "Norland lost 4,200 ships in 2031.", ("norland",), speaker="sudmark"
)
FACTS = {f.id: f for f in (EKVIK_HELD, SANDHAVN_TAKEN, SHIPS_LOST)}

HOLDER = Relation(
    "holder",
    ("ekvik-held", "sandhavn-taken"),
    {"who": 9, "hold": 9, "take": 5, "@place": 9, "@ekvik": 5, "@norland": 3, "@sudmark": 3},
    {"who": 9},
)
SHIPS = Relation(
    "ships",
    ("ships-lost",),
    {"how_many": 9, "ships": 9, "lose": 9, "@norland": 9, "#2031": 3, "#4200": 2, "#figure": 2},
    {"how_many": 9},
)


def reader(spellings: Mapping[str, tuple[str, ...]] | None = None) -> Reader:
    """A reader of the small world; `spellings` are the words that a typo may stand for."""
    languages = {"en": ENGLISH, "de": GERMAN}
    return Reader(
        {name: compile_lexicon(name, content) for name, content in languages.items()},
        concept_kinds(languages.values()),
        NameIndex.of(NAMES),
        FIGURES,
        {"en": frozenset({"harbou"})},
        {"en": ("ships", "vessel", "sailor")} if spellings is None else spellings,
    )


READER = reader()


def read(text: str, language: str = "en") -> Reading:
    """`text` as it's read with no more words than these."""
    return READER.read(text, language)


def telling(told: Fact) -> Telling:
    """What the quote and the statement of `told` tell."""
    words = told_in(read(told.quote), READER) | told_in(read(told.statement["en"]), READER)
    sides = tuple(name for name in told.about if name in ("norland", "sudmark"))
    quote = read(told.quote)
    counts = any(figure.large for figure in quote.figures)
    return Telling(told.id, words, sides, told.speaker, is_unsplit(quote), False, counts)


def lessons(
    *facts: Fact,
    holders: Mapping[str, str] | None = None,
    claims: Mapping[str, Mapping[str, str]] | None = None,
    weights: Weights | None = None,
    neighbours: Neighbours | None = None,
    spelling_weights: Weights | None = None,
    verdict_weights: Weights | None = None,
) -> Lessons:
    """Lessons in which nothing was learnt but what is given."""
    relations = {relation.id: relation for relation in (HOLDER, SHIPS)}
    nothing = Weights.none()
    return Lessons(
        relations=relations,
        near={},
        answers={},
        holders={fact: Holder.of(holder) for fact, holder in (holders or {}).items()},
        claims=claims or {},
        small_talk={},
        taught={},
        figures=FIGURES,
        vocabulary={},
        spellings={},
        weights=weights or nothing,
        neighbours=neighbours or Neighbours.of((), nothing.features),
        spelling_weights=spelling_weights or nothing,
        follow_weights=nothing,
        verdict_weights=verdict_weights or nothing,
        tellings={one.id: telling(one) for one in (*FACTS.values(), *facts)},
    )
