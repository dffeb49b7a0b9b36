"""Rooms import in one direction only: bot → handlers → knowledge and state."""

from __future__ import annotations

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MAY_IMPORT = {
    "bot": {"handlers", "knowledge", "state"},
    "handlers": {"knowledge", "state"},
    "knowledge": set[str](),
    "state": set[str](),
}
LIBRARIES = {
    "knowledge": {"anyascii", "numpy", "rapidfuzz", "sqlite_utils", "xxhash"}
    | {"fontTools", "font_roboto", "resvg_py"},
    "state": set[str](),
    "handlers": {"limits", "telegram"},
}
"""What of others a room may import; `bot` may import all that is declared."""
BEHIND_THE_FACE = {("bot/knowledge_commands.py", "knowledge.build")} | {
    ("bot/knowledge_commands.py", "knowledge.check")
}
"""Only who edits the knowledge needs more of it than it shows."""


def imports(path: Path) -> Iterator[str]:
    """Every module that a file imports, also inside functions and for types alone."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: an import without the room's name"
            assert node.module is not None
            yield node.module


def rooms_files() -> Iterator[tuple[str, Path]]:
    """Every file of every room."""
    for room in MAY_IMPORT:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield room, path


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_those_below_it(room: str) -> None:
    for path in (ROOT / room).rglob("*.py"):
        for module in imports(path):
            other = module.partition(".")[0]
            if other in MAY_IMPORT or other in {"tests", "bench"}:
                assert other == room or other in MAY_IMPORT[room], f"{path} imports {module}"


@pytest.mark.parametrize("room", LIBRARIES)
def test_a_room_imports_only_its_libraries(room: str) -> None:
    """So knowledge and state know nothing of Telegram."""
    for path in (ROOT / room).rglob("*.py"):
        for module in imports(path):
            other = module.partition(".")[0]
            if other not in MAY_IMPORT and other not in sys.stdlib_module_names:
                assert other in LIBRARIES[room], f"{path} imports {module}"


def test_knowledge_is_used_by_its_face() -> None:
    for room, path in rooms_files():
        for module in imports(path):
            inner = module.startswith("knowledge.") and room != "knowledge"
            if inner:
                used = path.relative_to(ROOT).as_posix(), module
                assert used in BEHIND_THE_FACE, f"{path} imports {module}"


def test_every_library_that_is_declared_is_imported() -> None:
    """And every one that is imported is declared."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["build"]]
    declared = {requirement.partition(">")[0].replace("-", "_") for requirement in wanted}
    used = {module.partition(".")[0] for _, path in rooms_files() for module in imports(path)}
    others = used - set(sys.stdlib_module_names) - set(MAY_IMPORT)
    called = {
        "telegram": "python_telegram_bot",
        "fontTools": "fonttools",
        "dotenv": "python_dotenv",
    }
    assert declared == {called.get(name, name) for name in others}
