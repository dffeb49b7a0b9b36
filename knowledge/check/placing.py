"""Proves that whatever a map shows has its place on it, and its mark in the legend."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.check.problem import Problem
from knowledge.pictures.basemap import base_map
from knowledge.pictures.captions import key_of, kind_of, shown
from knowledge.source import ArticleSource
from knowledge.source.pictures import FILE, PictureSource


def prove_places(article: ArticleSource, picture: PictureSource) -> Iterator[Problem]:
    """Yield what a map lacks: a base map, a frame, a mark, a place, a name."""
    if picture.kind == "figures":
        return

    def problem(what: str, cure: str, place: str = f"picture.{picture.id}") -> Problem:
        return Problem(f"articles/{article.id}/{FILE}", place, what, cure)

    try:
        base = base_map(article.pictures.basemap)
    except (ValueError, KeyError, TypeError) as error:
        yield problem(f"the base map can't be read ({error!r})", "Mend it, or `basemap`.", "")
        return
    if picture.frame is None:
        yield problem("the map has no frame", "Add frame = {centre, height, bar}.")
    if picture.kind == "area" and picture.square is None:
        yield problem("no square is drawn", f"Add [picture.{picture.id}.square].")
    facts = shown(article, picture)
    named = {name for fact in facts for name in fact.about}
    for label in picture.labels:
        if label not in named or not kind_of(article, label):
            yield problem(
                f"its label {label} is a name of none of its facts",
                "Use an id of names.toml that they are about, or take it out of labels.",
            )
    if picture.kind != "map":
        return
    taken: set[str] = set()
    for fact in facts:
        name = fact.about[0] if fact.about else ""
        kind = kind_of(article, name)
        if name in taken:
            yield problem(f"two of its facts stand at {name}", "Show one of them.")
        taken.add(name)
        if not kind:
            yield problem(f"{fact.id} is about no name of names.toml", "Show another fact.")
            continue
        if key_of(fact, kind, picture) is None:
            yield problem(
                f"the legend has no mark for {fact.id}, of the relation {fact.relation}"
                + (f" and the holder {fact.holder}" if fact.holder else ""),
                "Add a [[legend]] for it.",
            )
        place = article.pictures.places.get(name)
        if kind == "region":
            if place is None or (place.shape or "") not in base or place.label is None:
                yield problem(
                    f"the region {name} has no shape of the base map, or no label",
                    f'Add {name} = {{shape = "…", label = [longitude, latitude]}}.',
                    "places",
                )
        elif place is None or place.at is None:
            yield problem(
                f"the place {name} has no coordinates",
                f"Add {name} = {{at = [longitude, latitude]}}.",
                "places",
            )
