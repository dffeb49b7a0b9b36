"""Lays drawn pictures out as rows of knowledge.db's tables."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.pictures import Drawn
from knowledge.rows import Row


def rows_of_pictures(pictures: tuple[Drawn, ...]) -> Iterator[tuple[str, list[Row]]]:
    """Yield each table's name and its rows."""
    yield (
        "pictures",
        [
            {
                "id": drawn.source.id,
                "position": position,
                "article": drawn.article,
                "topic": drawn.source.topic,
                "drawing": drawn.drawing,
                "sha256": drawn.digest,
                "png": drawn.png,
            }
            for position, drawn in enumerate(pictures)
        ],
    )
    yield (
        "picture_words",
        [
            {
                "picture": drawn.source.id,
                "language": language,
                "title": drawn.source.title[language],
                "alternative": text,
            }
            for drawn in pictures
            for language, text in drawn.alternative.items()
        ],
    )
    yield (
        "picture_facts",
        [
            {"picture": drawn.source.id, "position": position, "fact": fact}
            for drawn in pictures
            for position, fact in enumerate(drawn.source.facts)
        ],
    )
