"""Proves that nothing lies in an article's folder that nobody reads: a misspelt name would."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from knowledge.check.lexicon import lexicon_of
from knowledge.check.problem import Problem
from knowledge.source import ArticleSource
from knowledge.source.files import ARTICLE, CLAIMS, QUESTIONS, TEXT, TRANSLATION, language_of
from knowledge.source.pictures import FILE as PICTURES

IN_LANGUAGES = (QUESTIONS, CLAIMS, TRANSLATION)
READ = (
    *(TEXT, ARTICLE, "facts.toml", "names.toml", "topics.toml"),
    *(f"{QUESTIONS}.toml", f"{CLAIMS}.toml", PICTURES),
)
"""What is read of every article that has it; with a base map, as pictures.toml names it."""
KINDS = tuple(dict.fromkeys(name.partition(".")[0] for name in (*READ, TRANSLATION)))


def prove_files(article: ArticleSource) -> Iterator[Problem]:
    """Yield the files that aren't read, and those in a language of which nothing is known."""
    place = f"articles/{article.id}/"
    for path in sorted(article.folder.iterdir()):
        name = path.name
        # What is hidden is other programs'.
        if name not in article.digests and not name.startswith("."):
            yield Problem(f"{place}{name}", "", "nothing reads it", _cure(name, article))
    for name in article.digests:
        language = language_of(name)
        if language is not None and not lexicon_of(language).known:
            yield Problem(
                f"{place}{name}",
                "",
                f"the language {language} is unknown",
                "Mend the name; CONTRIBUTING.md says what a new language needs.",
            )


def _cure(name: str, article: ArticleSource) -> str:
    read = (
        f"{', '.join(READ)}, the base map that {PICTURES} names, and in other languages "
        f"{', '.join(f'{kind}.<language>.toml' for kind in IN_LANGUAGES)}"
    )
    if language_of(name) == article.language:
        return (
            f"The article is in that language itself: put what the file says into {ARTICLE}, "
            f"facts.toml, topics.toml, {QUESTIONS}.toml or {CLAIMS}.toml."
        )
    meant = _meant(name)
    if meant is not None and meant not in article.digests:
        return f"Rename it to {meant}, or take it away. Read are {read}."
    return f"Take it away, or give it the name of what is read: {read}."


def _meant(name: str) -> str | None:
    """Return the name of a file that is read and that `name` is nearly, if there is one."""
    kind, _, rest = name.lower().partition(".")
    for near in get_close_matches(kind, KINDS, n=1):
        meant = f"{near}.{rest}"
        if meant in READ or language_of(meant) is not None:
            return meant
    return None
