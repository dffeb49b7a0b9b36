"""The command line: runs the bot, asks it, builds and checks its knowledge, scores its answers."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from bot.editors_commands import feedback, questions
from bot.endings import EndingError, SettingsError, end
from bot.env_file import unread_lines
from bot.failing import FAILED, fail, tell_of_unread_lines
from bot.json_lines import STATUS, answer_lines
from bot.knowledge_commands import knowledge_commands
from bot.mistyped import mistyped_settings, told_of
from bot.one_at_a_time import alone
from bot.question_sets import QuestionSetError, read_cases
from bot.settings import Settings, load_settings
from bot.terminal_chat import TerminalChat, typed_lines
from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.request import Request
from handlers.said import Audience
from knowledge import Exchange, Knowledge, KnowledgeError, open_knowledge

UNANSWERED = 1
"""Exit code where the article doesn't say; 0 is an answer, or a friendly word."""
BELOW_FLOOR = 1
"""Exit code where a row of the score fell below its floor."""

_log = logging.getLogger(__name__)


@click.group(invoke_without_command=True)
@click.pass_context
def main(context: click.Context) -> None:
    """Answers from one article on the war in Ukraine in 2024, always with the quote.

    Without a command it runs the bot: on Telegram where TELEGRAM_BOT_TOKEN is set, else as a chat
    in the terminal.
    """
    if context.invoked_subcommand is None:
        _run()


def _language(context: click.Context, option: click.Parameter, code: str | None) -> str | None:
    if code is None:
        return None
    language = code.replace("_", "-").partition("-")[0].lower()
    if language not in LANGUAGES:
        raise click.BadParameter(f"the bot speaks {', '.join(LANGUAGES)}, and not “{code}”")
    return language


@main.command()
@click.argument("question", nargs=-1)
@click.option("--jsonl", is_flag=True, help="Answer JSON objects from standard input, one a line.")
@click.option("--why", is_flag=True, help="Say how the answer came about.")
@click.option("--after", help="Id of the fact that was told before, where it's a follow-up.")
@click.option(
    "--language",
    callback=_language,
    help="The language to assume where the words don't tell, such as uk.",
)
def ask(
    question: tuple[str, ...], jsonl: bool, why: bool, after: str | None, language: str | None
) -> None:
    """Answer one QUESTION, in quotation marks or without, or many with --jsonl.

    Exits with 0 where it's answered, 1 where the article doesn't say, 2 on an error.
    """
    if jsonl == bool(question):
        raise click.UsageError("give either a question in quotation marks or --jsonl")
    asked = " ".join(question)
    if not jsonl and not asked.strip():
        raise click.UsageError("the question is empty: write it in quotation marks")
    knowledge = _knowledge()
    desk = _desk(knowledge)
    if jsonl:
        for line in answer_lines(desk, sys.stdin.buffer, language):
            sys.stdout.buffer.write(line)
            sys.stdout.buffer.flush()
        return
    if after is not None and knowledge.fact(after) is None:
        raise click.UsageError(f"--after: there's no fact {after}; --jsonl shows the ids of facts")
    before = Exchange(facts=(after,)) if after is not None else None
    if why:
        click.echo(_printable(knowledge.explain(asked, language=language, after=before)))
        click.echo()
    said = desk.ask(Request(asked, language, Audience.PRIVATE, after=before))
    click.echo(_printable(said.reply.text()))
    if said.kind is not None and STATUS[said.kind] == "unknown":
        sys.exit(UNANSWERED)


@main.command()
def doctor() -> None:
    """Say what is wrong with settings, token, webhook, knowledge and state, and how to mend it.

    Exits with 0 where nothing is wrong, else with 1. Changes nothing.
    """
    from bot.doctor import Finding, examine, examine_names

    try:
        settings = load_settings()
    except SettingsError as error:
        for finding in (Finding("settings", str(error)), *examine_names()):
            click.echo(_printable(str(finding)))
        sys.exit(1)
    findings = asyncio.run(examine(settings, open_knowledge))
    for finding in findings:
        click.echo(_printable(str(finding)))
    if any(finding.cure for finding in findings):
        sys.exit(1)


@main.command("score")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--show", default=0, metavar="N", help="List N of the cases that aren't right.")
@click.option(
    "--floors",
    "floors_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Count by the rows of FILE, and exit with 1 where one is below its floor.",
)
@click.option("--markdown", is_flag=True, help="Print the counts as a Markdown table.")
def score_files(
    files: tuple[Path, ...], show: int, floors_file: Path | None, markdown: bool
) -> None:
    """Ask the questions in FILES, and print what was right, wrong or missed, by kind."""
    # Only here are Telegram's libraries needed, which take a while to load.
    from bot.floors import FloorsError, Standing, read_floors
    from bot.scoring import score

    try:
        floors = read_floors(floors_file) if floors_file is not None else None
        cases = [case for file in files for case in read_cases(file)]
    except (FloorsError, QuestionSetError, OSError, UnicodeError) as error:
        fail(str(error))
    result = score(_desk(_knowledge()), cases)
    try:
        standing = Standing(result, floors) if floors is not None else None
    except FloorsError as error:
        fail(f"{floors_file}: {error}")
    for case, judgement in result.failures[:show]:
        asked = _printable(repr(case.text[:90]))
        click.echo(f"{judgement.mark.value:6} {case.id} [{case.group}] {asked}: {judgement.why}")
    shown = standing or result
    for line in shown.markdown() if markdown else shown.table():
        click.echo(line)
    if standing is not None and standing.fallen:
        click.echo("below the floor: " + ", ".join(standing.fallen), err=True)
        sys.exit(BELOW_FLOOR)


main.add_command(knowledge_commands)
main.add_command(questions)
main.add_command(feedback)


def _run() -> None:
    from bot.logs import set_up_logs

    try:
        settings = load_settings()
    except SettingsError as error:
        set_up_logs()
        _name_unseen(_log.warning)
        end(str(error), error.code)
    if settings.telegram_bot_token is None:
        _name_unseen(partial(click.echo, err=True))
        TerminalChat(_desk(_knowledge(settings))).run(typed_lines(), click.echo)
        return
    set_up_logs(settings.secrets)
    _name_unseen(_log.warning)
    try:
        # The lock is held later; a look at it now saves a second process the getting ready.
        with alone(settings):
            pass
        # Telegram's libraries take a while to load, and a chat in the terminal needs none of them.
        from bot.answering import answer_on_telegram

        answer_on_telegram(settings, open_knowledge(settings.knowledge_db))
    except EndingError as error:
        end(str(error), error.code)
    except KnowledgeError as error:
        end(str(error), FAILED)


def _name_unseen(tell: Callable[[str], object]) -> None:
    for line in unread_lines():
        tell(str(line))
    if mistyped := mistyped_settings():
        tell(_printable(told_of(mistyped)))


def _knowledge(settings: Settings | None = None) -> Knowledge:
    if settings is None:
        tell_of_unread_lines()
    try:
        return open_knowledge((settings or load_settings("knowledge_db")).knowledge_db)
    except (KnowledgeError, SettingsError) as error:
        fail(str(error))


def _desk(knowledge: Knowledge) -> Desk:
    try:
        return Desk(knowledge)
    except KnowledgeError as error:
        fail(str(error))


def _printable(text: str) -> str:
    # A question given in another encoding comes as half surrogate pairs, which can't be printed.
    return text.encode("utf-8", "replace").decode("utf-8")
