"""Pictures come out alike every time, small enough for a phone, and only where they're built."""

from __future__ import annotations

import struct
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.knowledge_commands import knowledge_commands
from knowledge.errors import SourceError
from knowledge.pictures import LARGEST, draw_all
from knowledge.pictures.rendering import png_of
from knowledge.source import read_article, read_sources
from tests.knowledge.pictures.drawings import (
    copy_of_real,
    drawing,
    islands_with_pictures,
    real_article,
    real_drawing,
    real_png,
)
from tests.knowledge.sources import GAZETTEER, spoil

PICTURES = [picture.id for picture in real_article().pictures.all]


@pytest.mark.parametrize("picture", PICTURES)
def test_the_same_facts_give_the_same_bytes(picture: str, tmp_path: Path) -> None:
    first = real_drawing(picture)
    second = drawing(read_article(copy_of_real(tmp_path)), picture)
    assert first == second
    assert real_png(picture) == png_of(second)


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_a_png_of_less_than_300_kilobytes(picture: str) -> None:
    png = real_png(picture)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    assert width == 1280
    # Telegram refuses a photo of more than 10,000 pixels in width and height together.
    assert 1000 < height < 1500
    assert len(png) < LARGEST == 300_000


def test_a_picture_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = read_sources(islands_with_pictures(tmp_path), GAZETTEER)
    monkeypatch.setattr("knowledge.pictures.LARGEST", 1_000)
    with pytest.raises(SourceError, match=r"picture\.isles.* bytes, over 1,000. Show less"):
        draw_all(sources)


def test_a_name_over_another_is_refused(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    spoil(folder / "pictures.toml", "label = [36.2, 48.42]", "label = [36.2, 48.65]")
    with pytest.raises(SourceError, match=r"written over.*move the label"):
        drawing(read_article(folder), "map")


def test_a_caption_that_is_too_long_is_refused(tmp_path: Path) -> None:
    folder = copy_of_real(tmp_path)
    long = "Not a front-line map." + " Not a front-line map." * 3
    spoil(folder / "pictures.toml", "Not a front-line map.", long)
    with pytest.raises(SourceError, match=r"runs over the edge\. Shorten the caption"):
        drawing(read_article(folder), "map")


@pytest.mark.parametrize("library", ["resvg_py", "font_roboto", "fontTools.ttLib"])
@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("build", "Building needs"),
        ("check", "The texts are right; whether the pictures can be drawn isn't known without"),
    ],
)
def test_where_a_library_is_missing_it_says_what_to_install(
    command: str, said: str, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = islands_with_pictures(tmp_path)
    monkeypatch.setitem(sys.modules, library, None)
    # What was read of the fonts before isn't asked for again.
    monkeypatch.setattr("knowledge.pictures.lettering._advances", unread_advances())
    arguments = [command, "--articles", str(articles)]
    if command == "build":
        arguments += ["--out", str(tmp_path / "knowledge.db")]
    result = CliRunner().invoke(knowledge_commands, arguments)
    assert result.exit_code == 1
    assert f"{said} {library}: in a clone, `make knowledge` installs it" in result.output
    assert "python -m pip install 'frontline-facts[build]'" in result.output
    assert not (tmp_path / "knowledge.db").exists()


def test_where_a_library_is_missing_the_texts_are_checked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = islands_with_pictures(tmp_path)
    spoil(next(articles.glob("*/article.md")), ".", "!")
    monkeypatch.setitem(sys.modules, "fontTools.ttLib", None)
    monkeypatch.setattr("knowledge.pictures.lettering._advances", unread_advances())
    result = CliRunner().invoke(knowledge_commands, ["check", "--articles", str(articles)])
    assert result.exit_code == 1
    assert "isn't in article.md to the character" in result.output
    assert "fontTools" not in result.output


def unread_advances() -> object:
    """As in a program that has drawn nothing yet."""
    from knowledge.pictures import lettering

    return lettering._advances.__wrapped__


def test_the_running_bot_needs_nothing_that_draws() -> None:
    program = (
        "import sys, bot.command_line, knowledge; knowledge.open_knowledge;"
        "print({'resvg_py', 'font_roboto', 'fontTools'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "set()"
