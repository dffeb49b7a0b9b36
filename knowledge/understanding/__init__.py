"""Understands questions: what a person asks for, and whether a fact holds it."""

from __future__ import annotations

from knowledge.understanding.asking import Asked, Asker
from knowledge.understanding.explaining import explain
from knowledge.understanding.store import unpack

__all__ = ["Asked", "Asker", "explain", "unpack"]
