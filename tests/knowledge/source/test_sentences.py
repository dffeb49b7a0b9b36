"""Sentences are what lies between full stops, to the character."""

from __future__ import annotations

import pytest

from knowledge.source import sentences_of
from tests.knowledge.sources import on_the_war, real


@pytest.mark.parametrize(
    ("paragraph", "sentences"),
    [
        ("One. Two.", ("One.", "Two.")),
        ("He took 4.5 of it. 20 were left!", ("He took 4.5 of it.", "20 were left!")),
        ("“Why?” She left.", ("“Why?”", "She left.")),
        ("Усе. Ні.", ("Усе.", "Ні.")),
        ("Just one", ("Just one",)),
    ],
)
def test_a_paragraph_falls_into_its_sentences(paragraph: str, sentences: tuple[str, ...]) -> None:
    assert sentences_of(paragraph) == sentences


def test_the_real_articles_lose_nothing_but_the_space_between() -> None:
    for article in real().articles:
        for line in article.lines:
            assert " ".join(sentences_of(line.text)) == line.text.strip()


def test_the_first_article_has_22_sentences() -> None:
    article = on_the_war()
    told = [s for line in article.lines if line.paragraph for s in sentences_of(line.text)]
    assert len(told) == 22
