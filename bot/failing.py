"""What a command says beside what it's asked for, and how it ends that can't do it."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

from bot.env_file import unread_lines

FAILED = 2
"""Exit code of what went wrong; 1 is kept for what a command found."""


def fail(why: str) -> NoReturn:
    """End with the sentence `why`, which says what to do."""
    click.echo(why, err=True)
    sys.exit(FAILED)


def tell_of_unread_lines() -> None:
    """Say on standard error what no setting could be read from."""
    for line in unread_lines():
        click.echo(str(line), err=True)
