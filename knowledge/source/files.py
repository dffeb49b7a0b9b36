"""Which files an article's folder has: those in its own language, and their sisters in others."""

from __future__ import annotations

import re
from pathlib import Path

TEXT = "article.md"
ARTICLE = "article.toml"
QUESTIONS, CLAIMS, TRANSLATION = "questions", "claims", "translation"
_SISTER = re.compile(rf"({QUESTIONS}|{CLAIMS}|{TRANSLATION})\.(?P<language>[a-z]{{2,3}})\.toml")


def language_of(name: str) -> str | None:
    """Return the language of a file such as claims.de.toml, None of any other."""
    match = _SISTER.fullmatch(name)
    return match["language"] if match is not None else None


def sisters(folder: Path, kind: str, own: str) -> dict[str, str]:
    """Return the names of the folder's files of a `kind` in other languages than its `own`."""
    languages = {path.name: language_of(path.name) for path in folder.glob(f"{kind}.*.toml")}
    return {
        language: name
        for name, language in sorted(languages.items())
        if language is not None and language != own
    }
