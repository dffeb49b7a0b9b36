"""Fills a picture's captions: figures, quotes and spellings come from the facts themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from knowledge.source import ArticleSource, EntryError, FactSource
from knowledge.source.pictures import FILE, FILLS, Caption, Key, PictureSource

_FILLED = re.compile(r"\{(?P<of>[a-z0-9_-]+)(?:\.(?P<what>[a-z]+))?\}")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CURE = "Write {<fact>.figure}, .quote or .statement, {dating_short} or {spellings}."


def filled(caption: Caption, article: ArticleSource, picture: PictureSource) -> str:
    """Return the words of `caption` as they're drawn.

    `{<fact>.figure}`, `.quote` and `.statement` are the fact's, `{dating_short}` the article's,
    and `{spellings}` the names on the picture that the article spells otherwise. EntryError where
    there's no such thing.
    """

    def fill(match: re.Match[str]) -> str:
        of, what = match["of"], match["what"]
        if what is None and of == "dating_short":
            return article.words.dating_short
        if what is None and of == "spellings":
            return _listed(_spellings(article, picture))
        fact = fact_of(article, of, caption.place)
        if what == "figure":
            return figure_of(article, fact)
        if what == "quote":
            return fact.quote
        if what == "statement":
            return fact.statement.rstrip(".")
        raise _error(article, caption.place, f"{match[0]} is unknown", _CURE)

    return _FILLED.sub(fill, caption.text)


def unfilled(caption: Caption) -> str:
    """Return the words of `caption` that stand in pictures.toml: those that need a proof."""
    return _FILLED.sub(" ", caption.text)


def figure_of(article: ArticleSource, fact: FactSource) -> str:
    """Return the one figure of the fact's statement that is no year, as it's written there.

    EntryError where there is none, or several.
    """
    figures = [each for each in _FIGURE.findall(fact.statement) if not _YEAR.fullmatch(each)]
    if len(figures) != 1:
        raise _error(
            article,
            fact.id,
            f"its statement has {len(figures)} figures that are no years",
            "Show a fact that has one.",
        )
    return str(figures[0])


def amount_of(article: ArticleSource, fact: FactSource) -> int:
    """Return `figure_of` as a number."""
    return int(figure_of(article, fact).replace(",", ""))


def fact_of(article: ArticleSource, fact_id: str, place: str) -> FactSource:
    """Return the article's fact of that id; EntryError, about `place` of pictures.toml."""
    for fact in article.facts:
        if fact.id == fact_id:
            return fact
    raise _error(article, place, f"there's no fact {fact_id}", "Use one of facts.toml.")


def shown(article: ArticleSource, picture: PictureSource) -> tuple[FactSource, ...]:
    """Return the facts that the picture shows, in its order."""
    return tuple(fact_of(article, each, f"picture.{picture.id}") for each in picture.facts)


def key_of(fact: FactSource, kind: str, picture: PictureSource) -> Key | None:
    """Return the legend's line for a fact about a name of `kind`, or None where there is none."""
    for key in picture.legend:
        if (
            (key.mark in FILLS) == (kind == "region")
            and key.holder in (None, fact.holder)
            and key.relation in (None, fact.relation)
        ):
            return key
    return None


def kind_of(article: ArticleSource, name_id: str) -> str:
    """Return what kind of thing the name is; empty where names.toml doesn't have it."""
    return next((name.kind for name in article.names if name.id == name_id), "")


def usual_name(article: ArticleSource, name_id: str, place: str) -> str:
    """Return how pictures write the name; EntryError where names.toml doesn't have it."""
    for name in article.names:
        if name.id == name_id and article.language in name.usual:
            return name.usual[article.language]
    raise _error(article, place, f"there's no name {name_id}", "Use one of names.toml.")


def captions_of(
    article: ArticleSource, picture: PictureSource
) -> Iterator[tuple[Caption, tuple[str, ...]]]:
    """Yield every caption of the picture, with the ids of the facts that bear it out."""
    general = (_title(article, picture), picture.subtitle, picture.source)
    yield from _borne_out((*general, *picture.headings.values(), *picture.notes), picture.facts)
    for key in picture.legend:
        facts = (fact for fact in shown(article, picture) if fact.about)
        marked = tuple(
            fact.id
            for fact in facts
            if key_of(fact, kind_of(article, fact.about[0]), picture) is key
        )
        if marked:
            yield from _borne_out((key.caption,), marked)
    for panel in picture.panels:
        claimed = tuple(fact for fact, _ in panel.bars)
        for fact_id, caption in panel.bars:
            yield from _borne_out((caption,), (fact_id,))
        if panel.share is not None:
            claimed = (*claimed, panel.share.fact)
            yield from _borne_out((panel.share.part, panel.share.whole), (panel.share.fact,))
        yield from _borne_out((panel.heading, *panel.notes), claimed)
    if picture.square is not None:
        yield from _borne_out(picture.square.notes, (picture.square.fact,))


def _borne_out(
    captions: Iterable[Caption], facts: tuple[str, ...]
) -> Iterator[tuple[Caption, tuple[str, ...]]]:
    for caption in captions:
        yield caption, facts if caption.facts is None else caption.facts


def _title(article: ArticleSource, picture: PictureSource) -> Caption:
    place = f"picture.{picture.id}.title"
    return Caption(place, picture.title.get(article.language, ""), None, picture.title_own_words)


def words_of(article: ArticleSource, picture: PictureSource) -> tuple[str, ...]:
    """Return all that the picture says of facts: its captions, then its bars' figures."""
    said = [filled(caption, article, picture) for caption, _ in captions_of(article, picture)]
    bars = [bar for panel in picture.panels for bar in panel.bars]
    figures = [figure_of(article, fact_of(article, fact, c.place)) for fact, c in bars]
    return (*said, *figures)


def alternative(article: ArticleSource, picture: PictureSource, language: str) -> str:
    """Return what the picture shows, in the words of its facts in `language`."""
    told = (article.statement(fact, language) or "" for fact in shown(article, picture))
    return " ".join(dict.fromkeys(told))


def _spellings(article: ArticleSource, picture: PictureSource) -> list[str]:
    """How the article spells those names of the picture that it spells otherwise."""
    marked = dict.fromkeys(fact.about[0] for fact in shown(article, picture) if fact.about)
    return [
        name.in_article[0]
        for name in article.names
        if name.id in marked
        and name.in_article
        and name.usual.get(article.language) not in name.in_article
    ]


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _error(article: ArticleSource, place: str, what: str, cure: str) -> EntryError:
    return EntryError(f"articles/{article.id}/{FILE}", place, what, cure)
