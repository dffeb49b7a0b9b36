"""What can go wrong with the knowledge; each message says how to mend it.

KnowledgeError
├── SourceError      a file under articles/ is wrong
└── DatabaseError    knowledge.db is missing, altered or of another schema
"""

from __future__ import annotations


class KnowledgeError(Exception):
    """The knowledge can't be used; the message is a sentence for a person."""


class SourceError(KnowledgeError):
    """A file that people edit is wrong; the message names file, place and cure."""


class DatabaseError(KnowledgeError):
    """knowledge.db can't be trusted; the message says how to get a good one."""
