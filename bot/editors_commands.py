"""The commands for editors: what people asked in vain, and which answers they found good."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from bot.endings import SettingsError
from bot.failing import fail, tell_of_unread_lines
from bot.settings import load_settings
from bot.state_place import may_be_begun
from state.database import StateDatabase
from state.feedback import Feedback
from state.questions import Questions


@click.command()
@click.option("--forget", is_flag=True, help="Delete what was listed.")
def questions(forget: bool) -> None:
    """List the questions that people sent to the editors, the most asked first.

    A line has how often it was sent, its language and its words. The article doesn't answer them:
    teach the bot a way of asking, a fact, or that it's unsaid, under articles/.
    """
    with _state() as database:
        kept = Questions(database)
        listed = kept.most_asked()
        for one in listed:
            click.echo(f"{one.count}\t{one.language}\t{one.text}")
        if not listed:
            click.echo(_none_of("No question was sent to the editors", database), err=True)
        elif forget and not kept.forget(listed):
            fail("They couldn't be deleted: see the warning above.")


@click.command()
def feedback() -> None:
    """List how often a fact's answers were found good, and how often not, the worst first."""
    with _state() as database:
        counts = Feedback(database).counts()
        for one in counts:
            click.echo(f"+{one.up}\t-{one.down}\t{one.fact}")
        if not counts:
            click.echo(_none_of("No answer was rated", database), err=True)


@contextmanager
def _state() -> Iterator[StateDatabase | None]:
    """The state file; `None` where the bot hasn't begun one, and none is made for a look."""
    tell_of_unread_lines()
    path = _path()
    try:
        begun = path.exists()
    except OSError as error:
        fail(f"{path} can't be read ({error.strerror}): let this user into its folder.")
    if not begun and not may_be_begun(path):
        fail(f"{path} isn't there, and can't be made: set STATE_DB to the file that the bot has.")
    if not begun:
        yield None
        return
    database = StateDatabase(path)
    try:
        if not database.usable:
            fail(f"{path} can't be used: see the warning above.")
        yield database
    finally:
        database.close()


def _path() -> Path:
    try:
        return load_settings("state_db").state_db
    except SettingsError as error:
        fail(str(error))


def _none_of(what: str, database: StateDatabase | None) -> str:
    """That there's nothing of `what`, and where the bot would have begun a file for it."""
    if database is not None:
        return f"{what}."
    return f"{what}: there's no {_path()} yet, which the bot makes at its first start."
