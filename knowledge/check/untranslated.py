"""Hints at languages in which an article isn't told yet: nothing is wrong with that."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from knowledge.source import ARTICLE, article_folders, read_toml
from knowledge.source.files import TRANSLATION, sisters


def untranslated(articles_dir: Path, languages: Collection[str]) -> Iterator[str]:
    """Yield a sentence for each article that isn't told in all `languages`.

    SourceError where an article's folder can't be read.
    """
    for folder in article_folders(articles_dir):
        about, _ = read_toml(folder / ARTICLE)
        own = about.text("language")
        told = {own, *sisters(folder, TRANSLATION, own)}
        missing = [spoken for spoken in languages if spoken not in told]
        if missing:
            yield (
                f"A hint: articles/{folder.name} isn't translated into {', '.join(missing)}; "
                "asked in such a language, the bot tells its facts in one that it has. Its "
                "translation is translation.<language>.toml."
            )
