"""How a command ends that can't do what it's told: a sentence to standard error, and a code."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

FAILED = 2
"""Exit code of what went wrong; 1 is kept for what a command found."""


def fail(why: str) -> NoReturn:
    """End with the sentence `why`, which says what to do."""
    click.echo(why, err=True)
    sys.exit(FAILED)
