"""A command that can't do what it's told says so to whom it may concern, and with a code."""

from __future__ import annotations

import pytest

from bot.failing import FAILED, fail


def test_it_ends_with_its_sentence_where_errors_go_and_a_code_that_is_no_finding(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        fail("there's no fact nonsense: /places lists what there is.")
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "there's no fact nonsense: /places lists what there is.\n")
    assert ended.value.code == FAILED == 2
