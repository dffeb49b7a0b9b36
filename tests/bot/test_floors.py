"""Each row of the score has its floor, and none is passed over."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.floors import FloorsError, Standing, read_floors
from bot.judging import Expected, Judgement, Mark
from bot.question_sets import Case
from bot.scoring import Score

FLOORS = """
"English" = { counts = "en / *", least_right = 75, most_wrong = 0 }
"Swedish" = { counts = "sv / *", least_right = 50, most_wrong = 25.5 }
"Follow-ups" = { counts = "* / follow-up", least_right = 50, most_wrong = 50 }
"""
ENGLISH = {"en / answerable": "rrr", "en / chitchat": "m", "en / follow-up": "rw"}
SWEDISH = {"sv / answerable": "rrrw", "sv / follow-up": "rw"}
MARKS = {mark.value[0]: mark for mark in Mark}


def standing(groups: dict[str, str], tmp_path: Path, floors: str = FLOORS) -> Standing:
    """What stands where each group was marked so; `r` is right, `w` wrong, `m` missed."""
    score = Score()
    for group, marks in groups.items():
        for letter in marks:
            score.add(Case("x", group, "?", Expected()), Judgement(MARKS[letter]))
    file = tmp_path / "floors.toml"
    file.write_text(floors, encoding="utf-8")
    return Standing(score, read_floors(file))


def test_rows_stand_in_the_order_of_their_floors_and_in_per_cent(tmp_path: Path) -> None:
    assert list(standing(SWEDISH | ENGLISH, tmp_path).markdown()) == [
        "| | asked | right, % | wrong, % |",
        "| --- | ---: | ---: | ---: |",
        "| English | 4 | 75.0 | 0.0 |",
        "| Swedish | 4 | 75.0 | 25.0 |",
        "| Follow-ups | 4 | 50.0 | 50.0 |",
    ]


def test_the_table_shows_what_was_measured_beside_its_floor(tmp_path: Path) -> None:
    [swedish] = [
        line for line in standing(ENGLISH | SWEDISH, tmp_path).table() if line.startswith("Swed")
    ]
    assert swedish.split() == ["Swedish", "4", "75.0", "50.0", "25.0", "25.5"]


@pytest.mark.parametrize(
    ("group", "marks", "fallen"),
    [
        ("en / answerable", "rrr", []),
        ("en / answerable", "rrm", ["English"]),
        ("en / answerable", "rrrrrrrrw", ["English"]),
        ("sv / answerable", "rrrm", []),
        ("sv / answerable", "rrww", ["Swedish"]),
        ("en / follow-up", "mm", ["Follow-ups"]),
    ],
)
def test_a_row_that_falls_below_its_floor_is_named_however_good_the_others_are(
    group: str, marks: str, fallen: list[str], tmp_path: Path
) -> None:
    assert standing(ENGLISH | SWEDISH | {group: marks}, tmp_path).fallen == fallen


def test_what_is_asked_and_has_no_floor_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FloorsError, match="no row counts “pl / answerable”"):
        standing(ENGLISH | SWEDISH | {"pl / answerable": "r"}, tmp_path)


def test_a_floor_under_nothing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FloorsError, match="nothing that was asked counts in “Swedish”"):
        standing(ENGLISH, tmp_path)


@pytest.mark.parametrize(
    ("floors", "why"),
    [
        ('"English" = 95', "“English” needs counts, least_right and most_wrong"),
        ('"English" = { counts = "en / *", least_right = 95 }', "“English” needs"),
        (FLOORS.replace("50,", '"much",'), "“Swedish” needs"),
        (FLOORS.replace("75", "75, most_missed = 9"), "“English” needs"),
        (FLOORS + FLOORS, "Cannot overwrite a value"),
    ],
)
def test_a_row_that_is_no_floor_is_an_error_with_its_file(
    floors: str, why: str, tmp_path: Path
) -> None:
    with pytest.raises(FloorsError, match=rf"floors\.toml: .*{why}"):
        standing(ENGLISH | SWEDISH, tmp_path, floors)
