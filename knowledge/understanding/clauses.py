"""Takes a sentence apart into its claims: "they took A and B, but C holds" are three."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce

from knowledge.understanding.lexicon import LANGUAGES_FOLDER
from knowledge.understanding.listings import enumerated, has_noun, leads_in
from knowledge.understanding.names import Mention
from knowledge.understanding.pieces import Piece, joined
from knowledge.understanding.reading import Item, Reading
from knowledge.understanding.text import clean, fold, tokens_of

_SENTENCE = re.compile(
    # What is short before a stop, or stands after a figure, may be an abbreviation.
    r"(?<=[!?…;])\s+|\s*\n\s*|(?<=\w{3}[.])(?<!\d \w{3}[.])\s+"
    r"|(?<=[.])\s+(?=[\"«„“]?[A-ZÅÄÖÜА-ЯЁІЇЄҐ])"
)
_SEGMENT = re.compile(r",\s+|\s+[–—-]+\s+|[()]")


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """How a language joins clauses."""

    joint: frozenset[str]
    contrast: frozenset[str]
    """Words that join clauses and never two names of a list."""
    auxiliary: frozenset[str]
    """Verbs that leave the main verb to the end, behind a list."""
    scope: frozenset[str]
    """Words that bear on more than their own clause."""
    narrow: frozenset[str]
    """Words that bear on all of their own clause, up to a word of contrast."""
    listing: frozenset[str]
    """Words, or several, that lead in places of which the same is claimed: "such as"."""
    counting: frozenset[str]
    """Words that say no more than how many are meant by the noun that follows."""


@cache
def clause_words(language: str) -> ClauseWords:
    """Return the words of `language`, and English ones too, which people mix in."""
    content = tomllib.loads((LANGUAGES_FOLDER / "clauses.toml").read_text(encoding="utf-8"))
    tables = [content[name] for name in ("en", language) if name in content]
    return ClauseWords(
        *(
            frozenset(_read(word) for table in tables for word in table.get(kind, ()))
            for kind in (
                *("joint", "contrast", "auxiliary", "scope", "narrow"),
                *("listing", "counting"),
            )
        )
    )


def _read(word: str) -> str:
    """Return `word`, or several, as the items of a reading are typed: "e.g." is "e g"."""
    return " ".join(token.folded for token in tokens_of(clean(word))) or fold(word)


def sentences_in(text: str) -> list[str]:
    """Return the sentences and lines of `text` that hold a word."""
    parts = (part.strip() for part in _SENTENCE.split(text))
    return [part for part in parts if any(letter.isalnum() for letter in part)]


def segments_in(sentence: str) -> list[str]:
    """Return what stands between the commas, dashes and brackets of `sentence`."""
    return [part for part in _SEGMENT.split(sentence) if part.strip()]


def claims_of(segments: Sequence[Reading], words: ClauseWords) -> list[str]:
    """Return the claims of a sentence whose `segments` are read; none where it isn't to be split.

    Who acts in one clause is said again in the next, and what is said of one place of a list is
    said of each.
    """
    if any(_stands(item, words.scope) for segment in segments for item in segment.items):
        return []
    pieces = _narrowed([p for segment in segments for p in _pieces(segment, words)], words)
    pieces = _with_last_verb(_merged(enumerated(pieces, words.counting)), words)
    if len(pieces) < 2 or not any(piece.is_claim for piece in pieces):
        return []
    return list(dict.fromkeys(_told(pieces)))


def _told(pieces: Sequence[Piece]) -> Iterator[str]:
    side = ""
    for number, piece in enumerate(pieces):
        if piece.is_bare:
            told = _distributed(pieces, number)
            if told is None:
                continue
        elif piece.side or piece.begins_with_name or not side:
            told = piece.text
        else:
            told = f"{side} {piece.text}"
        side = piece.side or side
        yield told


def _distributed(pieces: Sequence[Piece], number: int) -> str | None:
    """Return what is claimed of the place `number` of a list; None where it may be two things."""
    before = after = None
    for here in range(number, 0, -1):
        if pieces[here].contrasts or before is not None:
            break
        before = None if pieces[here - 1].is_bare else pieces[here - 1]
    for piece in pieces[number + 1 :]:
        if piece.contrasts or after is not None:
            break
        after = None if piece.is_bare else piece
    if before is not None and (at := before.place(last=True)) is not None:
        begins_next = after is not None and after.place(last=False) == 0
        return None if begins_next else before.with_place(at, pieces[number])
    if after is not None and (at := after.place(last=False)) is not None:
        return after.with_place(at, pieces[number])
    return None


def _pieces(segment: Reading, words: ClauseWords) -> Iterator[Piece]:
    mentions = iter(segment.mentions)
    held: list[Item] = []
    named: list[Mention] = []
    contrasts = False
    listing = 0
    passed = 0
    for at, item in enumerate(segment.items):
        leading = 0 if at < passed else leads_in(segment.items, at, words.listing)
        if leading and (not held or has_noun(held)):
            if held:
                yield Piece(tuple(held), tuple(named), contrasts, listing)
                contrasts = False
            held, named, listing, passed = [], [], leading, at + leading
        contrast = at >= passed and _stands(item, words.contrast)
        if at < passed or (not contrast and not _stands(item, words.joint)):
            held.append(item)
            if item.kind == "name":
                named.append(next(mentions))
            continue
        if held:
            yield Piece(tuple(held), tuple(named), contrasts, listing)
            contrasts = False
        contrasts = contrasts or contrast
        held, named, listing = [], [], 0
    if held:
        yield Piece(tuple(held), tuple(named), contrasts, listing)


def _narrowed(pieces: Sequence[Piece], words: ClauseWords) -> list[Piece]:
    """Return the pieces, those of a clause put together of which a word bears on all."""
    found: list[Piece] = []
    for clause in _between_contrasts(pieces):
        narrows = any(_stands(item, words.narrow) for piece in clause for item in piece.items)
        found += [reduce(joined, clause)] if narrows else clause
    return found


def _between_contrasts(pieces: Sequence[Piece]) -> list[list[Piece]]:
    clauses: list[list[Piece]] = []
    for piece in pieces:
        if piece.contrasts or not clauses:
            clauses.append([])
        clauses[-1].append(piece)
    return clauses


def _merged(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, those that claim nothing by themselves put with their neighbours."""
    found: list[Piece] = []
    waiting: Piece | None = None
    for piece in pieces:
        if piece.is_bare or piece.is_claim:
            found.append(joined(waiting, piece) if waiting is not None else piece)
            waiting = None
        elif found and not found[-1].is_bare:
            found[-1] = joined(found[-1], piece)
        else:
            waiting = joined(waiting, piece) if waiting is not None else piece
    if waiting is not None:
        found.append(waiting)
    return found


def _with_last_verb(pieces: Sequence[Piece], words: ClauseWords) -> list[Piece]:
    """Return the pieces, the verb after a list put with its beginning: "haben A und B …"."""
    found = list(pieces)
    for number, piece in enumerate(pieces):
        names = [item.kind for item in piece.items].count("name")
        if number == 0 or names != 1 or piece.place(last=False) != 0 or piece.contrasts:
            continue
        begin = number - 1
        while begin > 0 and pieces[begin].is_bare and not pieces[begin].contrasts:
            begin -= 1
        first = pieces[begin]
        if first.acts or first.place(last=True) is None:
            continue
        if not any(_stands(item, words.auxiliary) for item in first.items):
            continue
        found[begin] = joined(first, Piece(piece.items[1:], ()))
        found[number] = Piece(piece.items[:1], piece.mentions)
    return found


def _stands(item: Item, words: frozenset[str]) -> bool:
    return item.kind not in ("name", "figure") and fold(item.typed) in words
