"""What pictures.toml holds: which facts a picture shows, where, and by what mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

FILE = "pictures.toml"
KINDS = ("map", "area", "figures")
MARKS = ("disc", "ring", "square", "hatch", "plain")
"""All but FILLS stand at a place; those fill a region."""
FILLS = ("hatch", "plain")
COLOURS = ("blue", "vermilion", "sand")
SHARES = ("half", "more-than-half", "less-than-half")

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
    """One of SHARES, as the check reads the fact's quote."""
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
    kind: str
    """One of KINDS."""
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
