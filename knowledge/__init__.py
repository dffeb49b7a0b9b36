"""Articles, their facts, and answers from them: what there is to know, and nothing of Telegram."""

from __future__ import annotations

from pathlib import Path

from knowledge.answer import Answer, Certainty, Exchange, Fact, Kind, Verdict
from knowledge.errors import DatabaseError, KnowledgeError, SourceError
from knowledge.knowing import Knowledge
from knowledge.model import Article, Line, Name, Picture, Topic

__all__ = [
    "Answer",
    "Article",
    "Certainty",
    "DatabaseError",
    "Exchange",
    "Fact",
    "Kind",
    "Knowledge",
    "KnowledgeError",
    "Line",
    "Name",
    "Picture",
    "SourceError",
    "Topic",
    "Verdict",
    "open_knowledge",
]


def open_knowledge(path: Path | None = None) -> Knowledge:
    """Open knowledge.db at `path` (None: the one that came with the program), and check it.

    DatabaseError, with a sentence on how to mend it, where it's missing, altered or of another
    schema. Nothing is written, or created in its place.
    """
    return Knowledge.open(path)
