"""Tells what a question claims, and what keeps a claim from being settled."""

from __future__ import annotations

import zlib
from collections.abc import Collection
from itertools import pairwise

from knowledge.answer import Verdict
from knowledge.understanding.claim_features import DENYING, claimed_items, names_as_led
from knowledge.understanding.holders import Holder
from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.telling import HARMING, Telling, figure_symbol

SHORTEST_CLAIM = 3
"""Words; fewer are a topic rather than a claim ("harbour news")."""
DOUBTING = "trust"
"""Whether a figure can be trusted is no claim that a quote bears out or not."""
QUALIFYING = frozenset(("future", "want", "approximately", "fail", "whole", "stop"))
RETAKING = "retake"
"""When or why a place was taken back that wasn't is denied as well."""
QUALIFYING_A_PLACE = frozenset(
    (RETAKING, "share", "year", "month_named", "previous", "demands", "say")
)
"""What else leaves open who holds a place: a part of it, a time, or what somebody claims."""
COMPARING = frozenset(("more", "less"))
COMPARISON = "compare"
ALL = "whole"
MODAL = "modal"
CONDITIONAL = "conditional"
CHOOSING = "or"
CLAIMING = frozenset(("be", "do", MODAL))
COMING = "future"
ARTICLE = "article"
"""The concept of words for the article itself."""
SAYS = "say"
"""The concept of words for what somebody says."""
MUTE = ("@place", "@region")
"""What names have that are no side's: a place is held, and its estimate is an estimate of it."""
SAYING_NOTHING = ("name", "neutral", "common")
"""Kinds of words that claim nothing of what they name."""
SPEAKING = frozenset(("say", "according", "demands", "trust", "support_claim"))
OF_A_PLACE = frozenset(
    (
        *("hold", "take", "fall", "lose", "whose", "still", "yes_no"),
        *("city", "region", "troops", "side", "land", "succeed", "also"),
    )
)
"""Concepts that a claim on who holds a place is made of; any other asks for more than that."""
LOSING = "lose"
"""Who loses a place is who doesn't hold it."""
HOLDING = frozenset(("hold", "take", "fall"))
FORMS = ("ask", "yes", "no")
"""How a relation is asked for; a claim on who holds a place has the claimed side's id instead."""
SETTLED = ("yes", "no")
"""What editors file a claim under that its quote bears out, or contradicts."""
LEFT_OPEN = "open"
"""And one that it does neither to."""
_OPEN = frozenset(
    (
        "who",
        "whose",
        "what",
        "which",
        "when",
        "where",
        "why",
        "how",
        "how_many",
        "how_long",
        "how_often",
        "how_big",
        "date",
        "what_year",
        "season",
    )
)


def signature(reading: Reading) -> str:
    """Return a checksum of what a claim says, without the words that change nothing of it.

    Who does a thing to whom shows in the order of names, the words that lead them in and, of
    those in Cyrillic, their endings; other words may change places.
    """
    names = names_as_led(reading)
    names += [i.typed[-1] for i in reading.items if i.kind == "name" and not i.typed.isascii()]
    figures = [figure_symbol(figure.value) for figure in reading.figures]
    words = [
        " ".join((*item.symbols, item.word))
        for item in reading.items
        if item.kind not in ("neutral", "common", "name", "figure")
        and "yes_no" not in item.symbols
    ]
    # What is more, and than what, is told by the order alone.
    ordered = words if COMPARISON in reading.symbols else sorted(set(words))
    return f"{zlib.crc32(' '.join([*ordered, *names, *figures]).encode()):x}"


def makes_claim(reading: Reading) -> bool:
    """Whether `reading` claims something or asks if it's so, and is no heading."""
    items = reading.items
    if "?" in reading.text or "yes_no" in reading.symbols:
        return True
    says = any(CLAIMING & set(i.concepts) or DENYING & set(i.symbols) for i in items)
    return says or (len(items) >= SHORTEST_CLAIM and any(item.kind == "act" for item in items))


def says_nothing(reading: Reading) -> bool:
    """Whether `reading` claims nothing of what it names, or of a figure: "Norland, am I right?".

    "4,200 Norlanders?" may ask for anything that the article says of the figure or of them.
    """
    said = [i for i in reading.items if i.kind not in SAYING_NOTHING and "yes_no" not in i.symbols]
    if not said:
        return len(reading.mentions) < 2
    does = any(i.kind == "act" or CLAIMING & set(i.concepts) for i in reading.items)
    return not does and any(not figure.year for figure in reading.figures)


def is_qualified(reading: Reading, told: Collection[str] = ()) -> bool:
    """Whether a claim is denied, conditional, somebody else's, or put as possible or to come.

    What the facts tell as well, by `told`, takes nothing away from a claim, but for a denial.
    """
    items = claimed_items(reading)
    for item in items:
        if DENYING & set(item.symbols):
            return True
        if QUALIFYING & set(item.symbols) and not any(symbol in told for symbol in item.symbols):
            return True
    for before, item in zip([None, *items], items, strict=False):
        starts = before is None or before.sentence != item.sentence
        if MODAL in item.concepts or (starts and CONDITIONAL in item.concepts):
            return True
        if before is not None and before.kind == "name" and "say" in item.symbols:
            return True
    return False


def may_claim(reading: Reading, claimed: str, sides: frozenset[str]) -> bool:
    """Whether the words of a claim on a place allow that it means `claimed`, of all `sides`."""
    named = {mention.id for mention in reading.mentions} & sides
    if LOSING in reading.symbols:
        return len(named) < 2 and claimed not in named
    return len(named) != 1 or claimed in named


def is_contrary(form: str, holder: Holder | None) -> bool:
    """Whether a question of `form` takes for granted what the fact, of that `holder`, denies."""
    if form in FORMS:
        return form == "no"
    return holder is not None and holder.holds(form) is False


def asks_for_all(reading: Reading, verdict: Verdict | None) -> bool:
    """Whether everything on a subject is asked for, and no claim made of all of it."""
    return ALL in reading.symbols and verdict is None and not is_open(reading)


def splits(reading: Reading) -> bool:
    """Whether the question asks of the killed alone, or of the wounded."""
    return len(reading.symbols & HARMING) == 1


def is_open(reading: Reading) -> bool:
    """Whether the question asks who, when, how many …, and not for a yes or no.

    After a verb these words ask nothing: "it was they who …", but for "does the article say who".
    """
    if "yes_no" in reading.symbols:
        return False
    said: int | None = None
    of_article = False
    for item in reading.items:
        of_article = of_article or ARTICLE in item.symbols
        if of_article and SAYS in item.symbols:
            said = None
        elif item.kind == "act" or CLAIMING & set(item.concepts):
            said = item.sentence
        elif item.kind == "ask" and not _OPEN.isdisjoint(item.symbols) and said != item.sentence:
            return True
    return False


def is_choice(reading: Reading, telling: Telling) -> bool:
    """Whether it's asked which of two is so; "killed or injured" is none where both are told."""
    if "?" not in reading.text and "yes_no" not in reading.symbols:
        return False
    said = [item for item in reading.items if item.symbols or CHOOSING in item.concepts]
    # At the end it only asks: "it fell, or?"
    for at, item in enumerate(said[:-1]):
        if CHOOSING in item.concepts:
            beside = (*said[max(at - 1, 0) : at], *said[at + 1 : at + 2])
            if len(beside) < 2 or not all(telling.tells(*one.symbols) for one in beside):
                return True
    return False


def is_of_another_year(reading: Reading, telling: Telling) -> bool:
    """Whether a claim is on a year that the fact doesn't tell of."""
    years = (figure_symbol(figure.value) for figure in reading.figures if figure.year)
    return any(not telling.tells(year) for year in years)


def is_put_in_doubt(reading: Reading, telling: Telling) -> bool:
    """Whether a claim is put as possible, as to come, or as what another says than the fact's."""
    items = reading.items
    for before, item in zip([None, *items], items, strict=False):
        starts = before is None or before.sentence != item.sentence
        if COMING in item.symbols and not telling.tells(COMING):
            return True
        supposes = is_to_come(item) or (starts and CONDITIONAL in item.concepts)
        if supposes and not telling.foretells:
            return True
        if SPEAKING.isdisjoint(item.symbols) or before is None or before.kind != "name":
            continue
        if set(before.symbols).isdisjoint((f"@{telling.speaker}", *MUTE)):
            return True
    return False


def is_on_where_it_lies(reading: Reading) -> bool:
    """Whether a claim only sets a place into a country: "is it in Norland?" asks not who holds it.

    The country is led in by a word that is no verb, and no other word says anything.
    """
    for before, item in pairwise(reading.items):
        leads = before.kind == "neutral" and CLAIMING.isdisjoint(before.concepts)
        if leads and item.kind == "name" and set(MUTE).isdisjoint(item.symbols):
            return all(one.kind in SAYING_NOTHING for one in reading.items)
    return False


def is_to_come(item: Item) -> bool:
    """Whether `item` puts something as possible, or as to come."""
    return MODAL in item.concepts or COMING in item.symbols


def is_of_a_place(item: Item, *, denies: bool) -> bool:
    """Whether `item` is a word of a claim on who holds a place, or of one that it `denies`."""
    if item.kind in ("known", "unknown", "figure"):
        return False
    # When or why a place fell that hasn't is denied as well.
    if not item.symbols or (denies and item.kind == "ask"):
        return True
    return any(symbol in OF_A_PLACE or symbol.startswith("@") for symbol in item.symbols)
