"""Proves pictures: what they name is there, and the facts bear out every word and figure."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.check.lexicon import IN_QUOTATION_MARKS, lexicon_of, same_stem, tokens_of
from knowledge.check.placing import prove_places
from knowledge.check.problem import Problem
from knowledge.check.reading import PROVEN, NameBook, Reading, read
from knowledge.pictures.captions import captions_of, fact_of, filled, shown, unfilled, words_of
from knowledge.source import ArticleSource, EntryError, FactSource
from knowledge.source.pictures import FILE, Caption, Panel, PictureSource

SAYING = ("reporting", "reporting_from", "estimates")
AREA = "square-kilometre"
NO_PERIOD = "no period"


def prove_pictures(article: ArticleSource, book: NameBook) -> Iterator[Problem]:
    """Yield what is wrong with the article's pictures; how large they get shows when drawn."""
    for picture in article.pictures.all:
        try:
            yield from _prove(article, picture, book)
        except EntryError as error:
            # What isn't there can't be proved any further.
            yield Problem(error.file, error.place, error.what, error.cure)


def _prove(article: ArticleSource, picture: PictureSource, book: NameBook) -> Iterator[Problem]:
    yield from _prove_table(article, picture)
    yield from prove_places(article, picture)
    for caption, facts in captions_of(article, picture):
        yield from _prove_caption(article, picture, caption, facts, book)
    yield from _prove_titles(article, picture, book)
    yield from _prove_cautions(article, picture)
    yield from _prove_speakers(article, picture, book)
    for panel in picture.panels:
        yield from _prove_panel(article, picture, panel, book)
    if picture.square is not None:
        fact = fact_of(article, picture.square.fact, f"picture.{picture.id}.square")
        if AREA not in read(fact.quote, article.language, book).keys("measures"):
            yield _problem(
                article, picture, f"{fact.id} has no square kilometres", "Draw a fact that has."
            )


def _prove_table(article: ArticleSource, picture: PictureSource) -> Iterator[Problem]:
    topics = {topic.id: topic.command for topic in article.topics}
    if picture.topic is not None and picture.topic not in topics:
        yield _problem(
            article, picture, f"the topic {picture.topic} is unknown", "Use one of topics.toml."
        )
    if picture.topic is None and (
        picture.id in topics.values() or not picture.id.isalpha() or not picture.id.islower()
    ):
        yield _problem(
            article,
            picture,
            "its id can't be a command: it isn't of the letters a–z, or a topic has it",
            "Rename it, or give it a topic.",
        )
    if not picture.facts:
        yield _problem(article, picture, "it shows no fact", 'Add facts = ["…"].')
    for language in article.languages:
        if language not in picture.title:
            yield _problem(
                article,
                picture,
                f"`title` has nothing for the language {language}",
                f'Add {language} = "…" to title.',
            )


def _prove_caption(
    article: ArticleSource,
    picture: PictureSource,
    caption: Caption,
    facts: tuple[str, ...],
    book: NameBook,
) -> Iterator[Problem]:
    """A caption is held to what a statement is held to: see `wording`."""
    sources = [fact_of(article, fact, caption.place) for fact in facts]
    support = _support(article, sources, book)
    filled(caption, article, picture)
    lexicon = lexicon_of(article.language)
    words = read(unfilled(caption), article.language, book)
    held = {key for reading in support for key in reading.keys(*PROVEN, "same", "negations")}
    names = {name for reading in support for name in reading.name_ids}
    quoted = {token.folded for reading in support for token in reading.tokens}
    owned = {token.folded for word in caption.own_words for token in tokens_of(word)}
    missing = [words.words(found) for found in words.names if found.key not in names]
    for found in words.of(*PROVEN, "same", "negations"):
        typed = {token.folded for token in words.tokens[found.start : found.end]}
        if found.key not in held and (found.group == "numbers" or not typed <= owned):
            missing.append(words.words(found))
    for token in (words.tokens[at] for at in words.free()):
        if not (token.folded in owned or token.folded in lexicon.glue) and not any(
            same_stem(token.folded, word, lexicon.endings) for word in quoted
        ):
            missing.append(token.typed)
    for match in IN_QUOTATION_MARKS.finditer(caption.text):
        if not any(match[1].casefold() in fact.quote.casefold() for fact in sources):
            missing += [] if match[1].startswith("{") else [match[1]]
    for word in dict.fromkeys(missing):
        yield Problem(
            f"articles/{article.id}/{FILE}",
            caption.place,
            f"no fact that it shows holds “{word}”",
            "Use the facts' words, name the `facts` that hold it, or, where it's ours and right "
            "and no figure or name, list it in own_words.",
        )


def _support(
    article: ArticleSource, facts: list[FactSource], book: NameBook
) -> tuple[Reading, ...]:
    texts = (text for fact in facts for text in (fact.quote, fact.statement))
    return tuple(read(text, article.language, book) for text in texts)


def _prove_titles(
    article: ArticleSource, picture: PictureSource, book: NameBook
) -> Iterator[Problem]:
    """Translations of the title have its figures and names."""
    original = picture.title.get(article.language, "")
    ours = read(original, article.language, book)
    for language, title in picture.title.items():
        theirs = read(title, language, book)
        for what, one, other in (
            ("figures", set(ours.keys("numbers")), set(theirs.keys("numbers"))),
            ("names", set(ours.name_ids), set(theirs.name_ids)),
        ):
            if one != other:
                yield _problem(
                    article,
                    picture,
                    f"its title in {language} has other {what} than “{original}”",
                    "Translate what that says.",
                )


def _prove_cautions(article: ArticleSource, picture: PictureSource) -> Iterator[Problem]:
    said = " · ".join(words_of(article, picture))
    for fact in article.facts:
        shows = [words for words in fact.cautions if words in said]
        warned = any(words in said for words in fact.caution_words.get(article.language, ()))
        if shows and not warned:
            yield _problem(
                article,
                picture,
                f"it shows “{shows[0]}” without the caution of {fact.id}",
                f"Add a caption of {fact.id} that has its words, such as its quote.",
            )


def _prove_speakers(
    article: ArticleSource, picture: PictureSource, book: NameBook
) -> Iterator[Problem]:
    """What somebody claims, a caption of it says that they do."""
    said: dict[str, set[str]] = {}
    for caption, facts in captions_of(article, picture):
        reading = read(filled(caption, article, picture), article.language, book)
        if reading.of(*SAYING):
            for fact_id in facts:
                said.setdefault(fact_id, set()).update(reading.name_ids)
    for fact in shown(article, picture):
        if fact.says is not None and fact.says not in said.get(fact.id, ()):
            yield _problem(
                article,
                picture,
                f"no caption of {fact.id} says that it's {fact.says} that says so",
                "Say it in the caption.",
            )


def _prove_panel(
    article: ArticleSource, picture: PictureSource, panel: Panel, book: NameBook
) -> Iterator[Problem]:
    """A panel is one claim: of one side, with its period or with the word that there is none."""
    facts = [(fact_of(article, fact, caption.place), caption) for fact, caption in panel.bars]
    sides = {fact.about[:1] for fact, _ in facts}
    if len(sides) != 1:
        yield _problem(
            article,
            picture,
            "a panel sets figures of different sides against each other",
            "Give each side a panel.",
        )
    notes = " ".join(filled(note, article, picture) for note in panel.notes)
    for fact, caption in facts:
        told = notes if fact.period is None else filled(caption, article, picture)
        wanted = f"“{fact.period or NO_PERIOD}”"
        if wanted[1:-1] not in told:
            yield _problem(
                article,
                picture,
                f"it shows the figure of {fact.id} without {wanted}",
                f"Say that in {'the caption' if fact.period else 'a note'}.",
            )
        if fact.id not in picture.facts:
            yield _problem(
                article, picture, f"its bar of {fact.id} isn't among its facts", "Add it to facts."
            )
    share = panel.share
    if share is not None:
        fact = fact_of(article, share.fact, share.part.place)
        if share.key not in read(fact.quote, article.language, book).keys("numbers"):
            yield _problem(
                article,
                picture,
                f"the quote of {fact.id} doesn't say {share.key}",
                "Mend `share`.",
            )


def _problem(article: ArticleSource, picture: PictureSource, what: str, cure: str) -> Problem:
    return Problem(f"articles/{article.id}/{FILE}", f"picture.{picture.id}", what, cure)
