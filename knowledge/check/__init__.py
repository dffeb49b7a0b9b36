"""The proofs: nothing gets into knowledge.db that its quote doesn't bear out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge.check.case import FACTS, Case
from knowledge.check.certainty import prove_certainty
from knowledge.check.claims import prove_cautions, prove_claim
from knowledge.check.commands import prove_commands
from knowledge.check.files import prove_files
from knowledge.check.following import prove_following
from knowledge.check.lexicon import lexicon_of
from knowledge.check.pictures import prove_pictures
from knowledge.check.problem import Problem
from knowledge.check.questions import prove_questions
from knowledge.check.quotes import prove_quote, prove_sentences
from knowledge.check.reading import NameBook
from knowledge.check.structure import (
    prove_articles_structure,
    prove_structure,
    prove_wordings,
)
from knowledge.check.translations import prove_translation, prove_words
from knowledge.check.untranslated import untranslated
from knowledge.check.wording import prove_wording
from knowledge.pictures import draw_all
from knowledge.source import (
    GAZETTEER,
    ArticleSource,
    EntryError,
    FactSource,
    NameSource,
    Sources,
    read_sources,
)

__all__ = ["Problem", "check", "check_articles", "check_fact", "check_sources", "untranslated"]

PROOFS = (
    *(prove_quote, prove_structure, prove_claim, prove_certainty, prove_cautions),
    *(prove_wording, prove_translation),
)


def check_articles(
    articles_dir: Path,
    gazetteer: Path = GAZETTEER,
    reserved: Collection[str] = (),
    built: Path | None = None,
) -> list[Problem]:
    """Read every article under `articles_dir` and return all that is wrong, each with its cure.

    `reserved` are commands that no topic may have, `built` is the knowledge.db built last.
    A file that can't be read is the one problem then; nothing is raised for what people wrote.
    ModuleNotFoundError where what draws pictures isn't installed.
    """
    try:
        sources = read_sources(articles_dir, gazetteer)
        problems = check_sources(sources, reserved, built)
        if not problems:
            draw_all(sources)
    except EntryError as error:
        return [Problem(error.file, error.place, error.what, error.cure)]
    return problems


def check_sources(
    sources: Sources,
    reserved: Collection[str] = (),
    built: Path | None = None,
    holding: Collection[str] = (),
) -> list[Problem]:
    """Return all that is wrong in `sources`, article by article, then between articles.

    `reserved` are commands that no topic may have, `built` is the knowledge.db built last,
    `holding` are facts whose translations hold though the statement isn't what it has.
    """
    problems = [
        problem for article in sources.articles for problem in check(article, sources.gazetteer)
    ]
    problems += prove_commands(sources.articles, reserved)
    problems += _between(sources)
    if built is not None and not problems:
        # A statement that is wrong will change once more.
        problems += prove_following(sources, built, holding)
    return list(dict.fromkeys(problems))


def check(article: ArticleSource, gazetteer: tuple[NameSource, ...] = ()) -> list[Problem]:
    """Return all that is wrong in one article; `gazetteer` holds names that it doesn't name."""
    problems: list[Problem] = []
    if not lexicon_of(article.language).known:
        what = f"it has no words of the language {article.language}"
        problems.append(
            Problem("knowledge/check/words.toml", "", what, f"Add [{article.language}].")
        )
    book = NameBook.of(article.names, gazetteer)
    for fact in article.facts:
        problems += _problems_of(Case.of(article, fact, book))
    proofs = (prove_sentences, prove_articles_structure, prove_wordings)
    for prove in (prove_files, *proofs, prove_words, prove_questions):
        problems += prove(article)
    problems += prove_pictures(article, book)
    return list(dict.fromkeys(problems))


def check_fact(
    article: ArticleSource, fact: FactSource, gazetteer: tuple[NameSource, ...] = ()
) -> list[Problem]:
    """Return all that is wrong with one fact of `article`."""
    return _problems_of(Case.of(article, fact, NameBook.of(article.names, gazetteer)))


def _problems_of(case: Case) -> list[Problem]:
    """Translations follow the fact: what is wrong with them is told once it's right itself."""
    problems = list(dict.fromkeys(problem for prove in PROOFS for problem in prove(case)))
    own = f"articles/{case.article.id}/{FACTS}"
    return [problem for problem in problems if problem.file == own] or problems


def _between(sources: Sources) -> Iterator[Problem]:
    """Yield what articles may not share, and what none of them has."""
    # Ids of facts are links.
    owner: dict[str, str] = {}
    for article in sources.articles:
        for fact in article.facts:
            first = owner.setdefault(fact.id, article.id)
            if first != article.id:
                yield Problem(
                    f"articles/{article.id}/facts.toml",
                    fact.id,
                    f"the article {first} has a fact with this id",
                    "Rename one.",
                )
    if not any(w.kind != "claims" for article in sources.articles for w in article.wordings):
        yield Problem(
            f"articles/{sources.articles[0].id}/questions.toml",
            "",
            "no article has a wording, and questions are understood by these alone",
            "Say how people ask for a fact.",
        )
    named = {name.id for article in sources.articles for name in article.names}
    for name in sources.gazetteer:
        if not name.usual:
            yield Problem(
                "knowledge/gazetteer.toml",
                name.id,
                "`usual` has no language at all",
                'Add usual = {en = "…"}.',
            )
        if name.id in named:
            yield Problem(
                "knowledge/gazetteer.toml",
                name.id,
                "an article names it, or another thing by this id",
                "Take it out of the gazetteer.",
            )
    for (name_id, language), spellings in _usual(sources).items():
        if len(spellings) > 1:
            yield Problem(
                "names.toml",
                name_id,
                f"articles disagree on its usual name in {language}: {', '.join(spellings)}",
                "Use one.",
            )


def _usual(sources: Sources) -> dict[tuple[str, str], dict[str, None]]:
    usual: dict[tuple[str, str], dict[str, None]] = {}
    for article in sources.articles:
        for name in article.names:
            for language, spelling in name.usual.items():
                usual.setdefault((name.id, language), {})[spelling] = None
    return usual
