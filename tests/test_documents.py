"""What the documents say is what the program does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from packaging.requirements import Requirement

from bot.command_line import main
from bot.settings import Settings
from handlers.desk import Desk
from handlers.menus import menu
from handlers.request import Request
from handlers.said import Audience
from knowledge import Knowledge
from tests.documents import JUDGED_BY, README, ROOT, asked, parts, written

DOCUMENT = README.read_text(encoding="utf-8")
PARTS = parts(DOCUMENT)
LINK = re.compile(r"\[[^\]]*\]\((?!https?://)([^)#]+)\)")
OF_A_MACHINE = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users)/|\b[A-Z]:\\")
"""Folders that exist on somebody's machine and on no other."""
FOLDERS = (".ci", "articles", "bench", "bot", "docs", "handlers", "knowledge", "state", "tests")
TEXT_FILES = {".cfg", ".md", ".po", ".pot", ".py", ".sql", ".toml", ".txt", ""}


def project_files() -> Iterator[Path]:
    """The project's texts, without what tools and whoever works here leave beside them."""
    inside = (path for folder in FOLDERS for path in (ROOT / folder).rglob("*"))
    for path in sorted({*ROOT.iterdir(), *inside}):
        if path.is_file() and path.suffix in TEXT_FILES and path.name != ".env":
            yield path


DOCUMENTS = [path for path in project_files() if path.suffix == ".md"]


@pytest.fixture(scope="module")
def desk(real: Knowledge) -> Desk:
    """The desk over the knowledge that comes with the bot."""
    return Desk(real)


@pytest.mark.parametrize("name", PARTS)
def test_the_readme_shows_what_the_program_says(name: str, desk: Desk) -> None:
    """Its answers, commands and score; where this fails, run `make documents` and read it."""
    assert PARTS[name] == written(name, PARTS[name], desk)


def test_the_readme_has_every_part() -> None:
    assert set(PARTS) == {
        *("talk", "questions", "languages", "commands", "map", "group"),
        *("score", "standing"),
    }
    assert len(asked(PARTS["questions"])) >= 12


def test_the_map_in_the_readme_is_the_one_that_the_bot_sends(desk: Desk) -> None:
    """Where this fails, run `make documents`."""
    picture = desk.knowledge.picture("map")
    assert picture is not None
    assert (ROOT / "docs" / "map.png").read_bytes() == picture.png
    assert len(picture.png) <= 300_000


def test_every_kind_of_no_is_among_the_sample_questions() -> None:
    said = PARTS["questions"]
    assert "The article never names" in said
    assert "The article doesn't say that." in said
    assert "| No. " in said


@pytest.mark.parametrize("audience", list(Audience))
def test_every_command_of_the_menu_is_in_the_readme_and_in_help(
    desk: Desk, audience: Audience
) -> None:
    help_page = desk.commands.run("help", Request("", "en", audience)).reply.text()
    for command in menu(desk, "en", group=audience is Audience.GROUP):
        line = f"/{command.command} – {command.description}"
        assert line in help_page.splitlines()
        assert f"| /{command.command} | {command.description} |" in PARTS["commands"]


def test_every_setting_is_in_the_readme_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `([A-Z_]+)` \| (.+?) \|", DOCUMENT, re.MULTILINE))
    assert set(rows) == {name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, str | int):
            assert rows[name.upper()] == f"`{field.default}`"


def commands_of(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """A command and all below it, each by the words that one types."""
    if not isinstance(command, click.Group):
        yield name, command
        return
    for word, inner in command.commands.items():
        yield from commands_of(inner, f"{name} {word}".strip())


def test_every_command_and_option_of_the_shell_is_in_the_readme() -> None:
    section = DOCUMENT.partition("## From a shell")[2].partition("\n## ")[0]
    for name, command in commands_of(main):
        assert f"`{name}" in section
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.opts[-1] in section, f"{name} {parameter.opts[-1]}"


def test_every_target_of_make_is_in_the_documents() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert targets is not None
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for target in targets[1].split():
        assert f"`make {target}`" in contributing
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_the_sets_of_the_readme_are_those_that_must_hold_the_floors() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert f"JUDGED_BY := {' '.join(JUDGED_BY)}\n" in makefile


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_the_changelog_begins_with_this_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    versions = re.findall(
        r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert versions[0] == project["version"]


def test_every_question_set_is_described() -> None:
    folder = ROOT / "tests" / "questions"
    described = (folder / "README.md").read_text(encoding="utf-8")
    for path in folder.glob("*.jsonl"):
        assert f"| {path.name} |" in described


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    for path in project_files():
        found = OF_A_MACHINE.search(path.read_text(encoding="utf-8"))
        assert found is None, f"{path.relative_to(ROOT)}: {found}"


def locked(name: str) -> dict[str, str]:
    """What a lock holds: each package, with its version and hashes as they stand there."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    return {line.partition("==")[0]: line.partition("==")[2] for line in lines}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_pins_each_package_by_hash_and_names_no_index(name: str) -> None:
    """An index that one machine uses would be everybody's."""
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")
    pin = re.compile(r"[\w.+!-]+(?: ; [^#]+?)?(?: +--hash=sha256:[0-9a-f]{64})+ *")
    assert [package for package, pinned in locked(name).items() if not pin.fullmatch(pinned)] == []


@pytest.mark.parametrize(
    ("name", "extras"), [("requirements.txt", []), ("requirements-dev.txt", ["build", "dev"])]
)
def test_a_lock_holds_all_that_is_declared(name: str, extras: list[str]) -> None:
    """In a version that is allowed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = project["optional-dependencies"]
    declared = [*project["dependencies"], *(one for extra in extras for one in optional[extra])]
    pinned = locked(name)
    for requirement in map(Requirement, declared):
        if requirement.name != project["name"]:
            assert pinned[requirement.name].split()[0] in requirement.specifier
