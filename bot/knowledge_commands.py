"""`knowledge build` and `knowledge check`: from the files that people edit to knowledge.db."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from handlers.catalogues import LANGUAGES
from handlers.commands import FIXED
from knowledge import KnowledgeError

INSTALLING = (
    "in a clone, `make knowledge` installs it, checks and builds; where the package is installed, "
    "`python -m pip install 'frontline-facts[build]'` installs it."
)
"""What only editors need isn't among what runs the bot."""
_ARTICLES = click.option(
    "--articles",
    default=Path("articles"),
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="The folder of articles.",
)


@click.group("knowledge")
def knowledge_commands() -> None:
    """Build and check what the bot knows."""


@knowledge_commands.command("build")
@_ARTICLES
@click.option(
    "--out",
    default=Path("knowledge.db"),
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The database to write; its checksum is written beside it.",
)
@click.option(
    "--translation-holds",
    "holding",
    multiple=True,
    metavar="FACT",
    help="A fact whose translations still say what its changed statement says.",
)
def build_database(articles: Path, out: Path, holding: tuple[str, ...]) -> None:
    """Write knowledge.db from the articles, if the check finds nothing wrong."""
    # What builds and checks is loaded only here: the running bot starts without it.
    from knowledge.build import build

    try:
        report = build(articles, out, reserved=FIXED, holding=holding)
    except (KnowledgeError, OSError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except ModuleNotFoundError as error:
        click.echo(f"Building needs {error.name}: {INSTALLING}", err=True)
        sys.exit(1)
    click.echo(str(report))


@knowledge_commands.command("check")
@_ARTICLES
@click.option(
    "--built",
    default=Path("knowledge.db"),
    show_default=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="The database built last, by which statements are found that changed since.",
)
def check(articles: Path, built: Path) -> None:
    """Print what is wrong with the articles, a line each; exit with 1 if anything is."""
    from knowledge.check import check_articles, untranslated

    try:
        problems = check_articles(articles, reserved=FIXED, built=built)
    except (KnowledgeError, OSError) as error:
        click.echo(str(error))
        sys.exit(1)
    except ModuleNotFoundError as error:
        # The texts were proven before the first picture was drawn.
        unproven = "The texts are right; whether the pictures can be drawn isn't known without"
        click.echo(f"{unproven} {error.name}: {INSTALLING}", err=True)
        sys.exit(1)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        sys.exit(1)
    click.echo("Nothing wrong.")
    for hint in untranslated(articles, LANGUAGES):
        click.echo(hint)
