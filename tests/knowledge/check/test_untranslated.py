"""Of languages in which an article isn't told a hint tells, and nothing is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.check import untranslated
from knowledge.source import EntryError
from tests.knowledge.sources import INVENTED


def test_each_article_is_hinted_at_with_the_languages_that_it_lacks() -> None:
    [hint] = untranslated(INVENTED, ("uk", "de", "en", "sv"))
    assert hint.startswith("A hint: articles/islands-2031 isn't translated into uk, sv;")


def test_an_article_that_is_told_in_all_of_them_is_passed_over() -> None:
    assert list(untranslated(INVENTED, ("de", "en"))) == []


def test_a_folder_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EntryError):
        list(untranslated(tmp_path / "nothing", ("en",)))
