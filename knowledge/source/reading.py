"""Reads the folders under articles/ and the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.answer import Certainty
from knowledge.model import Line
from knowledge.source.files import ARTICLE, CLAIMS, QUESTIONS, TEXT, TRANSLATION, sisters
from knowledge.source.reading_pictures import read_pictures
from knowledge.source.records import (
    ArticleSource,
    ArticleWords,
    FactSource,
    NameSource,
    Sources,
    TopicSource,
    TopicWords,
    Translation,
)
from knowledge.source.tables import EntryError, Table, read_article_text, read_text, read_toml
from knowledge.source.wordings import read_claims, read_follows, read_wordings

GAZETTEER = Path(__file__).resolve().parent.parent / "gazetteer.toml"
LANGUAGES = "languages"
"""The folder beside the gazetteer of how each language asks, of which the build learns."""
KINDS_OF_NAME = frozenset(
    {"place", "region", "country", "municipality", "person", "organisation", "people", "weapon"}
)
KEYS_OF_A_FACT = frozenset(
    {
        *("topic", "relation", "statement", "question", "quote", "about", "says"),
        *("certainty", "with"),
        *("holder", "period", "arithmetic", "stands_for", "order", "own_words"),
        *("cautions", "caution_words"),
    }
)
KEYS_OF_A_NAME = frozenset(
    {"kind", "in_article", "usual", "aliases", "words", "parties", "aliases_exact_upper"}
)
KEYS_OF_AN_ARTICLE = frozenset(
    {
        *("id", "language", "subheads", "name", "dating", "dating_short", "known", "inferred"),
        "examples",
    }
)


def read_sources(articles_dir: Path, gazetteer: Path = GAZETTEER) -> Sources:
    """Read every article folder in `articles_dir` (by name) and the gazetteer.

    SourceError names the first file and place that can't be understood, and the cure.
    """
    articles = tuple(read_article(folder) for folder in article_folders(articles_dir))
    if not gazetteer.exists():
        return Sources(articles, ())
    top, digest = read_toml(gazetteer)
    names = tuple(_name(key, table) for key, table in top.tables())
    digests = {gazetteer.name: digest}
    for path in sorted((gazetteer.parent / LANGUAGES).glob("*.toml")):
        _, digests[f"{LANGUAGES}/{path.name}"] = read_text(path)
    return Sources(articles, names, digests)


def article_folders(articles_dir: Path) -> tuple[Path, ...]:
    """Return the folders of `articles_dir`, by name; hidden ones are other programs'.

    EntryError where there is none, or one has no article.toml.
    """
    folders = sorted(
        path for path in articles_dir.glob("*/") if path.is_dir() and path.name[0] != "."
    )
    if not folders:
        raise EntryError(
            str(articles_dir), "", "no article lies there", f"Add a folder with {ARTICLE}."
        )
    for folder in folders:
        if not (folder / ARTICLE).exists():
            raise EntryError(
                str(folder),
                "",
                f"the folder has no {ARTICLE}",
                "Add it (articles/README.md says which files an article needs), or take the "
                "folder away.",
            )
    return tuple(folders)


def read_article(folder: Path) -> ArticleSource:
    """Read one article's folder; SourceError as for `read_sources`."""
    digests: dict[str, str] = {}

    def opened(name: str) -> Table:
        top, digests[name] = read_toml(folder / name)
        return top

    text, digests[TEXT] = read_article_text(folder / TEXT)
    about = opened(ARTICLE)
    about.only(KEYS_OF_AN_ARTICLE)
    identity, language = about.text("id"), about.text("language")
    if identity != folder.name:
        raise about.error(
            f"id is {identity}, but the folder is {folder.name}", "Give both the same name."
        )
    translations = {
        spoken: _translation(spoken, opened(name))
        for spoken, name in sisters(folder, TRANSLATION, language).items()
    }

    def by_language(kind: str) -> dict[str, Table]:
        own = f"{kind}.toml"
        names = {language: own} if (folder / own).exists() else {}
        names |= sisters(folder, kind, language)
        return {spoken: opened(name) for spoken, name in names.items()}

    questions = by_language(QUESTIONS)
    unsaid, wordings = read_wordings(questions, language)
    return ArticleSource(
        id=identity,
        folder=folder,
        language=language,
        text=text,
        lines=_lines(text, about.texts("subheads"), about),
        words=_own_words(about, language),
        facts=tuple(_fact(key, table) for key, table in opened("facts.toml").tables()),
        names=tuple(_name(key, table) for key, table in opened("names.toml").tables()),
        topics=tuple(_topic(key, table) for key, table in opened("topics.toml").tables()),
        translations=translations,
        unsaid=unsaid,
        wordings=(*wordings, *read_claims(by_language(CLAIMS))),
        follows=read_follows(questions),
        pictures=read_pictures(folder, digests),
        digests=dict(sorted(digests.items())),
    )


def _lines(text: str, subheads: Iterable[str], about: Table) -> tuple[Line, ...]:
    missing = set(subheads)
    lines: list[Line] = []
    paragraph = 0
    for line in text.split("\n"):
        if not line.strip():
            continue
        if line in subheads:
            missing.discard(line)
            lines.append(Line(line, None))
        else:
            paragraph += 1
            lines.append(Line(line, paragraph))
    for subhead in sorted(missing):
        raise about.error(
            f"the subhead “{subhead}” is no line of article.md",
            "Copy the line as it stands, or take it out of `subheads`.",
        )
    return tuple(lines)


def _fact(key: str, table: Table) -> FactSource:
    table.only(KEYS_OF_A_FACT)
    certainty = table.maybe_text("certainty") or Certainty.STATED
    if certainty not in set(Certainty):
        raise table.error(
            f"certainty “{certainty}” is unknown", f"Write one of: {', '.join(Certainty)}."
        )
    caution_words = table.table("caution_words")
    return FactSource(
        id=key,
        topic=table.text("topic"),
        relation=table.text("relation"),
        statement=table.text("statement"),
        quote=table.text("quote"),
        question=table.maybe_text("question"),
        about=table.texts("about"),
        says=table.maybe_text("says"),
        certainty=Certainty(certainty),
        companions=table.texts("with"),
        holder=table.maybe_text("holder"),
        period=table.maybe_text("period"),
        arithmetic=table.maybe_text("arithmetic"),
        stands_for=table.text_map("stands_for"),
        order=table.texts("order") if "order" in table else None,
        own_words=table.texts("own_words"),
        cautions=table.texts("cautions"),
        caution_words={key: caution_words.texts(key) for key in caution_words.content},
    )


def _name(key: str, table: Table) -> NameSource:
    table.only(KEYS_OF_A_NAME)
    kind = table.text("kind")
    if kind not in KINDS_OF_NAME:
        raise table.error(
            f"kind “{kind}” is unknown", f"Write one of: {', '.join(sorted(KINDS_OF_NAME))}."
        )
    return NameSource(
        id=key,
        kind=kind,
        usual=table.text_map("usual"),
        in_article=table.texts("in_article"),
        aliases=table.texts("aliases"),
        words=table.texts("words"),
        parties=table.texts("parties"),
        aliases_exact_upper=table.texts("aliases_exact_upper"),
    )


def _topic(key: str, table: Table) -> TopicSource:
    table.only({"command", "title", "description"})
    return TopicSource(key, table.text("command"), table.text("title"), table.text("description"))


def _own_words(about: Table, language: str) -> ArticleWords:
    """article.toml keeps each of its words under the language's key."""
    return ArticleWords(
        name=about.table("name").text(language),
        dating=about.table("dating").text(language),
        dating_short=about.table("dating_short").text(language),
        known=about.table("known").texts(language),
        inferred=about.table("inferred").texts(language),
        examples=about.table("examples").texts(language),
    )


def _translation(language: str, top: Table) -> Translation:
    top.only({"article", "statements", "questions", "topics", "order"})
    words = top.table("article")
    words.only({"name", "dating", "dating_short", "known", "inferred", "examples"})
    order = top.table("order")
    return Translation(
        language=language,
        article=ArticleWords(
            name=words.text("name"),
            dating=words.text("dating"),
            dating_short=words.text("dating_short"),
            known=words.texts("known"),
            inferred=words.texts("inferred"),
            examples=words.texts("examples"),
        ),
        statements=top.text_map("statements"),
        questions=top.text_map("questions"),
        topics={
            key: TopicWords(table.text("title"), table.text("description"))
            for key, table in top.table("topics").tables()
        },
        order={fact: order.texts(fact) for fact in order.content},
    )
