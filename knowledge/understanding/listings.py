"""Takes apart what names places of its kind: "several cities, including A and B" is on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.understanding.claim_features import denies_something
from knowledge.understanding.claims import CLAIMING
from knowledge.understanding.names import HELD_BY_SIDES, Mention
from knowledge.understanding.pieces import Piece, joined
from knowledge.understanding.reading import Item
from knowledge.understanding.text import fold

NOUNS = {"place": ("city", "land"), "region": ("region", "land")}
"""Concepts of nouns of which a name of that kind is one."""
YEAR = "year"
_HOW_MANY = ("common", "thing", "quality", "ask", "known")
"""Kinds of words that tell how many, or which: "dozens of", "several major"."""
_BETWEEN = (*_HOW_MANY, "neutral")
"""Kinds of words that may stand before the first place of a list: "including the city of"."""
LONGEST_PHRASE = 4
"""Words of one that leads in a list."""


def leads_in(items: Sequence[Item], at: int, words: frozenset[str]) -> int:
    """Return how many of `items` from `at` on lead in a list of places, 0 where none does."""
    for length in range(min(LONGEST_PHRASE, len(items) - at), 0, -1):
        phrase = " ".join(fold(item.typed) for item in items[at : at + length])
        if phrase in words and _begins_list(items[at + length :]):
            return length
    return 0


def has_noun(items: Sequence[Item]) -> bool:
    """Whether `items` have a noun of which places can be listed."""
    return any(_is_noun(item, kind) for item in items for kind in NOUNS)


def enumerated(pieces: Sequence[Piece], counting: frozenset[str]) -> list[Piece]:
    """Return the pieces, with a claim on each place of a list after the claim on all of them.

    `counting` are words that belong to the noun that they stand before: "many". What can't be
    told of each place stays as it is.
    """
    found: list[Piece] = []
    rest = list(pieces)
    while rest:
        piece = rest.pop(0)
        listing = _listing(found[-1], piece, rest) if found and piece.listing else None
        replaced = listing and _of_each(listing, counting)
        if listing is None or not replaced:
            found.append(piece)
            continue
        found[-1:] = replaced
        del rest[: listing.used]
    return found


@dataclass(frozen=True, slots=True)
class _Listing:
    host: Piece
    """What is claimed of all, by their noun."""
    places: Sequence[tuple[Item, Mention]]
    used: int
    """How many further pieces it takes up."""


def _begins_list(items: Sequence[Item]) -> bool:
    for item in items:
        if item.kind == "name":
            return any(f"@{kind}" in item.symbols for kind in HELD_BY_SIDES) or (
                f"@unnamed {HELD_BY_SIDES[0]}" in item.symbols
            )
        if item.kind not in _BETWEEN or denies_something(item):
            return False
    return False


def _listing(host: Piece, first: Piece, others: Sequence[Piece]) -> _Listing | None:
    """Return the list that `first` begins; what follows it belongs to `host` if it has no verb."""
    at = next((n for n, item in enumerate(first.items) if item.kind == "name"), None)
    if at is None or first.mentions[0].kind not in HELD_BY_SIDES:
        return None
    places = [(first.items[at], first.mentions[0])]
    end = Piece(first.items[at + 1 :], first.mentions[1:])
    used = 0
    while not end.items and used < len(others) and not others[used].contrasts:
        other = others[used]
        if other.is_bare or (not host.acts and other.place(last=False) == 0):
            places.append((other.items[0], other.mentions[0]))
            end = Piece(other.items[1:], other.mentions[1:])
        elif not host.acts or not other.is_claim:
            end = other
        else:
            break
        used += 1
    if host.acts and end.acts:
        return None
    return _Listing(joined(host, end), places, used)


def _of_each(listing: _Listing, counting: frozenset[str]) -> list[Piece]:
    """Return the host, where it claims something, and the same of each place."""
    host = listing.host
    if not host.acts:
        return []
    noun = _noun_of(host, listing.places[0][1].kind, counting)
    if noun is None:
        return []
    begin, end = noun
    before, after = host.items[:begin], host.items[end:]
    if not any(denies_something(item) for item in host.items):
        # What was done in a year was done; what wasn't may have been in another.
        before, after = _of_any_year(before), _of_any_year(after)
    named = sum(item.kind == "name" for item in before)
    return [
        host,
        *(
            Piece(
                (*before, item, *after),
                (*host.mentions[:named], mention, *host.mentions[named:]),
            )
            for item, mention in listing.places
        ),
    ]


def _of_any_year(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return `items` without years, what leads them in, and the word "year" behind them."""
    years = {n for n, i in enumerate(items) if i.kind == "figure" and "#figure" not in i.symbols}
    led = {n - 1 for n in years if n and items[n - 1].kind == "neutral"}
    led -= {n for n in led if not CLAIMING.isdisjoint(items[n].concepts)}
    ended = {n + 1 for n in years if n + 1 < len(items) and YEAR in items[n + 1].symbols}
    return tuple(item for n, item in enumerate(items) if n not in years | led | ended)


def _noun_of(piece: Piece, kind: str, counting: frozenset[str]) -> tuple[int, int] | None:
    """Return where the noun for names of `kind` begins, with what belongs to it, and ends.

    None where there's none, or where it's denied: "no cities".
    """
    items = piece.items
    found = (n for concept in NOUNS[kind] for n, i in enumerate(items) if concept in i.symbols)
    noun = next(found, None)
    if noun is None:
        return None
    begin = noun
    for at in range(noun - 1, -1, -1):
        item = items[at]
        if denies_something(item):
            return None
        counts = fold(item.typed) in counting or "#figure" in item.symbols
        if counts or (item.kind in _HOW_MANY and not CLAIMING & set(item.concepts)):
            begin = at
        elif item.kind != "neutral" or CLAIMING & set(item.concepts):
            break
    return begin, noun + 1


def _is_noun(item: Item, kind: str) -> bool:
    return not set(NOUNS[kind]).isdisjoint(item.symbols)
