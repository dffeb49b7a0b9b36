"""Words are as wide as their letters, and a line breaks where the next word has no room."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.pictures.lettering import BOLD, REGULAR, font_files, width, wrapped


def test_a_wider_letter_a_larger_size_and_a_bolder_weight_take_more_room() -> None:
    assert width("W", 30) > width("i", 30)
    assert width("Ekvik", 60) == pytest.approx(2 * width("Ekvik", 30))
    assert width("Ekvik", 30, BOLD) > width("Ekvik", 30, REGULAR)
    assert width("Ekvik", 30, spacing=2) == pytest.approx(width("Ekvik", 30) + 10)
    assert width("", 30) == 0


def test_a_letter_that_the_font_lacks_is_an_error_and_no_empty_box() -> None:
    with pytest.raises(KeyError):
        width("谁", 30)


def test_no_line_is_wider_than_its_room_but_a_single_word() -> None:
    text = "Sudmark still controls the threatened port of Ekvik"
    room = width("Sudmark still controls", 30)
    lines = wrapped(text, 30, room)
    assert lines[0] == "Sudmark still controls"
    assert " ".join(lines) == text
    assert all(width(line, 30) <= room for line in lines)
    assert wrapped("Nordostsjökustartilleri now", 30, 10) == ["Nordostsjökustartilleri", "now"]
    assert wrapped("  ", 30, 10) == []


def test_every_weight_has_its_font() -> None:
    assert len(set(font_files())) == 3
    assert all(Path(file).is_file() for file in font_files())
