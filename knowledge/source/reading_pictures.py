"""Reads pictures.toml into typed records."""

from __future__ import annotations

from pathlib import Path

from knowledge.source.pictures import (
    COLOURS,
    FILE,
    KINDS,
    MARKS,
    SHARES,
    Caption,
    Frame,
    Key,
    Panel,
    Pictures,
    PictureSource,
    Place,
    Position,
    Share,
    Square,
)
from knowledge.source.tables import Table, read_text, read_toml


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
        kind=kind,
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
            share.one_of("key", SHARES),
            _caption(share, "part"),
            _caption(share, "whole"),
        ),
        notes=_notes(table),
    )
