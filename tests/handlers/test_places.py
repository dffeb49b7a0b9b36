"""Each place that /place is asked for is told of, or is said to be never named."""

from __future__ import annotations

import pytest

from handlers.catalogues import LANGUAGES
from handlers.desk import Desk
from handlers.places import MOST_NAMES, listed
from handlers.reply import MESSAGE_LIMIT, Quote
from handlers.request import Request
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Knowledge


def place(desk: Desk, words: str, audience: Audience = Audience.PRIVATE) -> Said:
    """What /place says to someone who speaks English."""
    return desk.commands.run("place", Request(words, "en", audience))


@pytest.mark.parametrize(
    "text",
    [
        "Linden and Oakham",
        "Linden or Oakham",
        "Linden, Oakham",
        "Linden; Oakham.",
        "Linden/Oakham",
        "Linden & Oakham",
        "Linden\nOakham",
        "Linden, and Oakham?",
        "Linden, Oakham, and Linden",
        "LINDEN AND OAKHAM",
        "Linden och Oakham",
        "Linden eller Oakham",
        "Linden und Oakham",
        "Linden oder Oakham",
        "Linden і Oakham",
        "Linden та Oakham",
        "Linden або Oakham",
        "Linden и Oakham",
        "Linden или Oakham",
    ],
)
def test_names_are_listed_as_people_list_them(text: str) -> None:
    assert [name.casefold() for name in listed(text)] == ["linden", "oakham"]


@pytest.mark.parametrize("text", ["Linden", "Sandorf", "St. Orchard", "і", "and", ",", "?"])
def test_a_name_is_not_taken_apart(text: str) -> None:
    assert listed(text) == [text]


def test_as_many_names_are_looked_up_as_a_message_holds() -> None:
    assert len(listed(", ".join(f"place {number}" for number in range(999)))) == MOST_NAMES


def test_each_place_is_told_of_with_its_quote(desk: Desk) -> None:
    said = place(desk, "Linden and Oakham")
    text = said.reply.text()
    assert text.startswith("Linden (“Lindén” in the article) · Oakham\n\n• The Greys hold")
    assert [fact.id for fact in said.cited] == ["harbour-held", "pier-not-held", "mast"]
    assert all(f"> {fact.quote}\n" in text for fact in said.cited if fact.id != "pier-not-held")
    assert text.count("The article is invented.") == 1


def test_a_place_that_is_named_twice_is_told_of_once(desk: Desk) -> None:
    assert place(desk, "Linden and linden").reply == place(desk, "Linden").reply


def test_a_place_that_the_article_never_names_is_said_so_beside_the_others(desk: Desk) -> None:
    for words in ("Linden and Elsewhere", "Elsewhere, Linden"):
        text = place(desk, words).reply.text()
        assert "• The Greys hold the harbour of Linden." in text
        assert "\n\nThe article never names Elsewhere.\n\nThe article is invented." in text


def test_of_a_place_that_nobody_knows_so_much_is_said_beside_the_others(desk: Desk) -> None:
    text = place(desk, "Linden, Atlantis and <b>").reply.text()
    assert "• The Greys hold the harbour of Linden." in text
    assert "\nI know no place called Atlantis or <b>. /places lists those in" in text


def test_where_the_article_has_none_of_them_a_line_says_so(desk: Desk) -> None:
    never = place(desk, "Elsewhere or Elsewhere <b>").reply.text()
    assert never == "The article never names Elsewhere or Elsewhere <b>."
    unknown = place(desk, "Atlantis and Qqq").reply.text()
    assert unknown.startswith("I know no place of that name.")


@pytest.mark.parametrize("words", ["Linden and Oakham", "Linden, Elsewhere", "Elsewhere, Oakham"])
@pytest.mark.parametrize("audience", list(Audience))
def test_a_page_of_several_places_is_made_anew(desk: Desk, words: str, audience: Audience) -> None:
    said = place(desk, words, audience)
    assert desk.again(said.again, None).reply == said.reply


def test_what_nobody_knows_is_not_kept(desk: Desk) -> None:
    said = place(desk, "Linden and Atlantis")
    assert "Atlantis" not in said.again
    anew = desk.again(said.again, None).reply.text()
    assert "• The Greys hold the harbour of Linden." in anew
    assert "I know no place of that name." in anew


def test_a_link_may_open_several_places(desk: Desk) -> None:
    asked = Request("place_linden_oakham", "en", Audience.PRIVATE)
    assert desk.commands.run("start", asked).reply == place(desk, "Linden, Oakham").reply


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("audience", list(Audience))
def test_all_real_places_at_once_fit_one_message(
    real: Knowledge, language: str, audience: Audience
) -> None:
    names = [worded(name.usual, language) for name in real.places()]
    said = Desk(real).commands.run("place", Request(", ".join(names), language, audience))
    assert said.reply.length() <= MESSAGE_LIMIT
    assert all(name in said.reply.text() for name in names)
    assert not said.reply.text().endswith("…")


@pytest.mark.parametrize(
    ("words", "facts"),
    [
        ("Pokrovsk and Toretsk", {"pokrovsk-held", "toretsk-held"}),
        ("Покровськ і Торецьк", {"pokrovsk-held", "toretsk-held"}),
        ("Покровск и Торецк", {"pokrovsk-held", "toretsk-held"}),
        ("Avdijivka och Luhansk", {"avdiivka-fallen", "luhansk-controlled"}),
        ("Awdijiwka und Luhansk", {"avdiivka-fallen", "luhansk-controlled"}),
    ],
)
def test_real_places_are_found_in_a_list(real: Knowledge, words: str, facts: set[str]) -> None:
    said = place(Desk(real), words)
    assert facts <= {fact.id for fact in said.cited}
    quotes = [block.text for block in said.reply.blocks if isinstance(block, Quote)]
    assert len(quotes) == len(set(quotes)), "a quote that two places share is shown once"
