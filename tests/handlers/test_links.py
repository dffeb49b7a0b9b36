"""Links open what they're made for, and only those that Telegram takes are made."""

from __future__ import annotations

import pytest

from handlers.links import FACT, address, fact_linked, start_parameter


@pytest.mark.parametrize("identity", ["a b", "ä", "x" * 63, "a&b=c", "\n"])
def test_what_no_link_can_hold_gets_none(identity: str) -> None:
    assert start_parameter(FACT, identity) is None


def test_a_fact_id_of_62_characters_fits_a_link() -> None:
    assert start_parameter(FACT, "x" * 62) == "f_" + "x" * 62


def test_a_link_tells_its_fact_however_the_bots_name_is_written() -> None:
    assert fact_linked(address("LindenBot", "f_mill-stands"), "lindenbot") == "mill-stands"


@pytest.mark.parametrize("url", ["", "https://t.me/LindenBot", "https://t.me/OtherBot?start=f_a"])
def test_other_links_tell_none(url: str) -> None:
    assert fact_linked(url, "LindenBot") is None
