"""Lays the sources out as rows of knowledge.db's tables, in the order of the foreign keys."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from knowledge.source import ArticleSource, NameSource, Sources, sentences_of

Row = dict[str, object]
"""A row of a table, by column."""


def rows_of(sources: Sources) -> Iterator[tuple[str, list[Row]]]:
    """Yield each table's name and its rows. The sources must have passed the check."""
    articles = sources.articles
    yield (
        "articles",
        [
            {"id": article.id, "position": position, "language": article.language}
            for position, article in enumerate(articles)
        ],
    )
    yield from _article_words(articles)
    passages = list(_passages(articles))
    yield "passages", passages
    yield from _names(sources)
    yield from _topics(articles)
    yield from _facts(articles, passages)
    yield from _wordings(articles)


def _article_words(articles: tuple[ArticleSource, ...]) -> Iterator[tuple[str, list[Row]]]:
    words: list[Row] = []
    remarks: list[Row] = []
    for article in articles:
        for language in article.languages:
            said = article.words_in(language)
            place: Row = {"article": article.id, "language": language}
            words.append(
                place
                | {"name": said.name, "dating": said.dating, "dating_short": said.dating_short}
            )
            kinds = {"known": said.known, "inferred": said.inferred, "example": said.examples}
            for kind, lines in kinds.items():
                remarks += [
                    place | {"kind": kind, "position": position, "text": text}
                    for position, text in enumerate(lines)
                ]
    yield "article_words", words
    yield "article_remarks", remarks


def _passages(articles: tuple[ArticleSource, ...]) -> Iterator[Row]:
    numbers = count(1)
    for article in articles:
        for line in article.lines:
            number = next(numbers)
            kind = "subhead" if line.paragraph is None else "paragraph"
            row: Row = {"id": number, "article": article.id, "kind": kind}
            yield row | {"paragraph": line.paragraph, "part_of": None, "text": line.text}
            if line.paragraph is None:
                continue
            for sentence in sentences_of(line.text):
                yield {
                    "id": next(numbers),
                    "article": article.id,
                    "kind": "sentence",
                    "paragraph": line.paragraph,
                    "part_of": number,
                    "text": sentence,
                }


def _names(sources: Sources) -> Iterator[tuple[str, list[Row]]]:
    """Articles may share a name: its spellings are put together."""
    merged: dict[str, list[NameSource]] = {}
    for article in sources.articles:
        for name in article.names:
            merged.setdefault(name.id, []).append(name)
    named = set(merged)
    for name in sources.gazetteer:
        merged.setdefault(name.id, []).append(name)
    yield (
        "names",
        [
            {"id": key, "position": position, "kind": names[0].kind, "named": int(key in named)}
            for position, (key, names) in enumerate(merged.items())
        ],
    )
    yield (
        "name_usual",
        [
            {"name": key, "language": language, "text": text}
            for key, names in merged.items()
            for language, text in sorted({k: v for n in names for k, v in n.usual.items()}.items())
        ],
    )
    spellings: dict[tuple[str, str, str], None] = {}
    for key, names in merged.items():
        for name in names:
            for kind, texts in (
                ("in_article", name.in_article),
                ("alias", name.aliases),
                ("word", name.words),
                ("party", name.parties),
                ("exact", name.aliases_exact_upper),
            ):
                spellings.update(dict.fromkeys((key, kind, text) for text in texts))
    yield (
        "name_spellings",
        [
            {"id": number, "name": key, "kind": kind, "text": text}
            for number, (key, kind, text) in enumerate(spellings, 1)
        ],
    )


def _topics(articles: tuple[ArticleSource, ...]) -> Iterator[tuple[str, list[Row]]]:
    """Articles may share a topic: the first one's words hold."""
    topics: dict[str, Row] = {}
    words: dict[tuple[str, str], Row] = {}
    for article in articles:
        for topic in article.topics:
            position = len(topics)
            topics.setdefault(
                topic.id, {"id": topic.id, "position": position, "command": topic.command}
            )
            spoken = {article.language: (topic.title, topic.description)}
            for language, translation in article.translations.items():
                told = translation.topics[topic.id]
                spoken[language] = (told.title, told.description)
            for language, (title, description) in sorted(spoken.items()):
                row: Row = {"topic": topic.id, "language": language}
                row |= {"title": title, "description": description}
                words.setdefault((topic.id, language), row)
    yield "topics", list(topics.values())
    yield "topic_words", list(words.values())


def _facts(
    articles: tuple[ArticleSource, ...], passages: list[Row]
) -> Iterator[tuple[str, list[Row]]]:
    facts: list[Row] = []
    statements: list[Row] = []
    names: list[Row] = []
    companions: list[Row] = []
    numbers = count(1)
    for article in articles:
        for fact in article.facts:
            passage = next(
                row["id"]
                for row in passages
                if row["article"] == article.id
                and row["kind"] != "sentence"
                and fact.quote in str(row["text"])
            )
            facts.append(
                {
                    "id": fact.id,
                    "position": len(facts),
                    "article": article.id,
                    "topic": fact.topic,
                    "relation": fact.relation,
                    "quote": fact.quote,
                    "passage": passage,
                    "speaker": fact.says,
                    "certainty": fact.certainty.value,
                    "holder": fact.holder,
                    "period": fact.period,
                }
            )
            for language in article.languages:
                text = article.statement(fact, language)
                row: Row = {"id": next(numbers), "fact": fact.id, "language": language}
                question = article.question(fact, language)
                statements.append(row | {"text": text, "question": question})
            for position, name in enumerate(fact.about):
                names.append({"fact": fact.id, "position": position, "name": name})
            for position, other in enumerate(fact.companions):
                companions.append({"fact": fact.id, "position": position, "companion": other})
    yield "facts", facts
    yield "fact_statements", statements
    yield "fact_names", names
    yield "fact_companions", companions


def _wordings(articles: tuple[ArticleSource, ...]) -> Iterator[tuple[str, list[Row]]]:
    unsaid: list[Row] = []
    near: list[Row] = []
    wordings: list[Row] = []
    for article in articles:
        number_of: dict[str, int] = {}
        for thing in article.unsaid:
            number = number_of[thing.id] = len(unsaid) + 1
            unsaid.append({"id": number, "article": article.id, "key": thing.id})
            near += [
                {"unsaid": number, "position": position, "fact": fact}
                for position, fact in enumerate(thing.near)
            ]
        for wording in article.wordings:
            talk = wording.kind in ("smalltalk", "elsewhere")
            wordings.append(
                {
                    "id": len(wordings) + 1,
                    "language": wording.language,
                    "form": wording.form,
                    "text": wording.text,
                    "fact": wording.of if wording.kind in ("facts", "claims") else None,
                    "unsaid": number_of[wording.of] if wording.kind == "unsaid" else None,
                    "talk": f"{wording.kind} {wording.of}" if talk else None,
                }
            )
    yield "unsaid", unsaid
    yield "unsaid_near", near
    yield "wordings", wordings
    follows = [follow for article in articles for follow in article.follows]
    yield (
        "follow_ups",
        [
            {"id": number, "language": f.language, "after": f.after, "fact": f.to, "text": f.text}
            for number, f in enumerate(follows, 1)
        ],
    )
