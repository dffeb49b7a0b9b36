"""Reads pictures.toml: which facts a picture shows, where, and by what mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from knowledge.source.tables import Table, read_text, read_toml

FILE = "pictures.toml"
KINDS = ("map", "area", "figures")
MARKS = ("disc", "ring", "square", "hatch", "plain")
"""All but FILLS stand at a place; those fill a region."""
FILLS = ("hatch", "plain")
COLOURS = ("blue", "vermilion", "sand")

Position: TypeAlias = tuple[float, float]
"""Degrees: longitude, latitude."""


@dataclass(frozen=True, slots=True)
class Caption:
    """Words on a picture; `{…}` in them is filled from a fact or the article."""

    place: str
    """Where in the file it stands."""
    text: str
    facts: tuple[str, ...] | None = None
    """Ids of the facts that bear it out; None: those that it's shown with."""
    own_words: tuple[str, ...] = ()
    """Words of it that are ours, and no fact's; never a figure or a name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where on a map a name lies."""

    at: Position | None = None
    shape: str | None = None
    """The region's shape in the base map, such as `ua/Kharkiv`."""
    label: Position | None = None
    """Where its name is written; None: right beside it."""


@dataclass(frozen=True, slots=True)
class Key:
    """A line of a map's legend: which facts it stands for, and their mark."""

    mark: str
    colour: str
    caption: Caption
    holder: str | None = None
    """The facts whose `holder` is this one …"""
    relation: str | None = None
    """… and whose `relation` is this one."""


@dataclass(frozen=True, slots=True)
class Share:
    """What part of a whole a claim makes its figure."""

    fact: str
    key: str
    """`half`, `more-than-half` or `less-than-half`, as the check reads the fact's quote."""
    part: Caption
    whole: Caption


@dataclass(frozen=True, slots=True)
class Panel:
    """One claim's figures: a chart of its own."""

    colour: str
    heading: Caption
    bars: tuple[tuple[str, Caption], ...]
    """Each fact with what its figure counts."""
    share: Share | None = None
    notes: tuple[Caption, ...] = ()


@dataclass(frozen=True, slots=True)
class Square:
    """An area to scale."""

    fact: str
    """Its figure is of square kilometres."""
    at: Position
    """Where its middle lies."""
    colour: str
    notes: tuple[Caption, ...]
    """The first stands beside it, the others below."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of the base map that is shown."""

    centre: Position
    height: float
    """Kilometres."""
    bar: int
    """Kilometres that the scale's bar is long."""


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A table of pictures.toml; the file's header says what each key means."""

    id: str
    kind: Literal["map", "area", "figures"]
    topic: str | None
    title: Mapping[str, str]
    """By language."""
    title_own_words: tuple[str, ...]
    """Words of the title, in the article's language, that are no fact's."""
    facts: tuple[str, ...]
    subtitle: Caption
    source: Caption
    credit: str | None = None
    frame: Frame | None = None
    labels: Mapping[str, Position] = field(default_factory=dict)
    """Names that are written on a map without a mark, and where."""
    legend: tuple[Key, ...] = ()
    headings: Mapping[str, Caption] = field(default_factory=dict)
    """What stands above the legend's `places` and `regions`."""
    notes: tuple[Caption, ...] = ()
    panels: tuple[Panel, ...] = ()
    square: Square | None = None


@dataclass(frozen=True, slots=True)
class Pictures:
    """All that an article's pictures are drawn from, but its facts."""

    all: tuple[PictureSource, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)
    """By name."""
    basemap: str = ""
    """The base map, JSON; empty where the article has none."""


def read_pictures(folder: Path, digests: dict[str, str]) -> Pictures:
    """Read pictures.toml and its base map; nothing where the folder has none.

    The sha256 of each file read is added to `digests`. EntryError names a wrong entry.
    """
    if not (folder / FILE).exists():
        return Pictures()
    top, digests[FILE] = read_toml(folder / FILE)
    top.only(("basemap", "credits", "places", "picture"))
    basemap = ""
    if "basemap" in top:
        name = top.text("basemap")
        basemap, digests[name] = read_text(folder / name)
    credits = top.table("credits")
    return Pictures(
        tuple(_picture(key, table, credits) for key, table in top.table("picture").tables()),
        {key: _place(table) for key, table in top.table("places").tables()},
        basemap,
    )


def _picture(key: str, table: Table, credits: Table) -> PictureSource:
    table.only(
        {
            *("kind", "topic", "title", "facts", "subtitle", "source", "frame", "labels"),
            *("legend", "headings", "notes", "panels", "square"),
        }
    )
    kind = table.one_of("kind", KINDS)
    title, headings, labels = map(table.table, ("title", "headings", "labels"))
    return PictureSource(
        id=key,
        kind=kind,  # type: ignore[arg-type] # one_of has seen to it
        topic=table.maybe_text("topic"),
        title={key: title.text(key) for key in title.content if key != "own_words"},
        title_own_words=title.texts("own_words"),
        facts=table.texts("facts"),
        subtitle=_caption(table, "subtitle"),
        source=_caption(table, "source"),
        credit=None if kind == "figures" else credits.text(kind),
        frame=_frame(table.table("frame")) if kind != "figures" else None,
        labels={name: _position(labels, name) for name in labels.content},
        legend=tuple(_key(each) for each in table.list_of_tables("legend")),
        headings={each: _caption(headings, each) for each in headings.content},
        notes=_notes(table),
        panels=tuple(_panel(each) for each in table.list_of_tables("panels")),
        square=_square(table.table("square")) if "square" in table else None,
    )


def _square(table: Table) -> Square:
    table.only({"fact", "at", "colour", "notes"})
    return Square(
        fact=table.text("fact"),
        at=_position(table, "at"),
        colour=table.one_of("colour", COLOURS),
        notes=_notes(table),
    )


def _notes(table: Table) -> tuple[Caption, ...]:
    return tuple(_caption(each, "caption") for each in table.list_of_tables("notes"))


def _caption(table: Table, key: str) -> Caption:
    """A text, or a table of text, facts and own words."""
    place = f"{table.place}.{key}"
    if isinstance(table.content.get(key), str) or key not in table:
        return Caption(place, table.text(key))
    inner = table.table(key)
    inner.only({"text", "facts", "own_words"})
    return Caption(
        place,
        inner.text("text"),
        inner.texts("facts") if "facts" in inner else None,
        inner.texts("own_words"),
    )


def _place(table: Table) -> Place:
    table.only({"at", "shape", "label"})
    return Place(
        _position(table, "at") if "at" in table else None,
        table.maybe_text("shape"),
        _position(table, "label") if "label" in table else None,
    )


def _position(table: Table, key: str) -> Position:
    longitude, latitude = table.numbers(key, 2)
    return longitude, latitude


def _frame(table: Table) -> Frame:
    table.only({"centre", "height", "bar"})
    (height,), (bar,) = table.numbers("height", 1), table.numbers("bar", 1)
    return Frame(_position(table, "centre"), height, int(bar))


def _key(table: Table) -> Key:
    table.only({"mark", "colour", "caption", "holder", "relation"})
    return Key(
        mark=table.one_of("mark", MARKS),
        colour=table.one_of("colour", COLOURS),
        caption=_caption(table, "caption"),
        holder=table.maybe_text("holder"),
        relation=table.maybe_text("relation"),
    )


def _panel(table: Table) -> Panel:
    table.only({"colour", "heading", "bars", "share", "notes"})
    share = table.table("share") if "share" in table else None
    return Panel(
        colour=table.one_of("colour", COLOURS),
        heading=_caption(table, "heading"),
        bars=tuple(
            (each.text("fact"), _caption(each, "caption")) for each in table.list_of_tables("bars")
        ),
        share=None
        if share is None
        else Share(
            share.text("fact"),
            share.one_of("key", ("half", "more-than-half", "less-than-half")),
            _caption(share, "part"),
            _caption(share, "whole"),
        ),
        notes=_notes(table),
    )
