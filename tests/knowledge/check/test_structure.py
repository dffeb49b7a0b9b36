"""What the files of an article name is there, once, and contradicts nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.check import check, check_articles
from tests.knowledge.check.islands import article, fact, told
from tests.knowledge.sources import (
    GAZETTEER,
    copy_of_invented,
)


@pytest.mark.parametrize(
    ("kind", "other"),
    [
        ("facts", "no-harbours"),
        ("unsaid", "admirals"),
        ("smalltalk", "mood"),
        ("elsewhere", "tea"),
    ],
)
def test_a_wording_that_asks_for_two_things_is_told_with_both(
    tmp_path: Path, kind: str, other: str
) -> None:
    folder = copy_of_invented(tmp_path)
    text = {
        "facts": "Who holds  Ekvik?",
        "unsaid": "who commands the fleet?",
        "smalltalk": "Hi",
        "elsewhere": "who won the regatta?",
    }[kind]
    with (folder / "islands-2031" / "questions.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[{kind}.{other}]\nask = ["{text}"]\n')
    [problem] = check_articles(folder, GAZETTEER)
    assert f"and {kind}.{other} ask" in problem.fact
    assert "stands for several things" in problem.what


def test_one_claim_may_be_borne_out_by_several_facts(tmp_path: Path) -> None:
    folder = copy_of_invented(tmp_path)
    claims = '[ekvik-held]\nyes = ["Ekvik stands"]\n[no-harbours]\nyes = ["Ekvik stands"]\n'
    (folder / "islands-2031" / "claims.toml").write_text(claims, encoding="utf-8")
    assert told(check_articles(folder, GAZETTEER)) == ""


def test_an_article_without_a_paragraph_is_told(tmp_path: Path) -> None:
    folder = copy_of_invented(tmp_path)
    (folder / "islands-2031" / "article.md").write_text("Quiet nights\n", encoding="utf-8")
    assert "it has no paragraph" in told(check_articles(folder, GAZETTEER))


@pytest.mark.parametrize(
    ("claims", "entry", "expected"),
    [
        ('[ekvik]\nyes = ["Ekvik stands"]', "ekvik", "there's no such fact"),
        (
            '[ekvik-held]\nyes = ["Ekvik stands"]\nno = ["ekvik  stands"]',
            "claims.ekvik-held yes and claims.ekvik-held no",
            "contradict each other",
        ),
        (
            '[ekvik-held]\nno = ["Ekvik falls"]\nopen = ["Ekvik falls"]',
            "claims.ekvik-held no and claims.ekvik-held open",
            "contradict each other",
        ),
    ],
)
@pytest.mark.parametrize("name", ["claims.toml", "claims.de.toml"])
def test_a_fault_of_a_claim_is_told_of_the_file_that_has_it(
    tmp_path: Path, name: str, claims: str, entry: str, expected: str
) -> None:
    folder = copy_of_invented(tmp_path)
    (folder / "islands-2031" / name).write_text(claims, encoding="utf-8")
    [problem] = check_articles(folder, GAZETTEER)
    assert (problem.file, problem.fact) == (f"articles/islands-2031/{name}", entry)
    assert expected in problem.what


def test_two_facts_with_one_statement_are_told() -> None:
    twin = replace(fact("ekvik-held"), id="ekvik-again")
    spoilt = replace(article(), facts=(*article().facts, twin))
    assert "another fact has the same statement" in told(check(spoilt))


def test_an_id_that_no_link_can_carry_is_told() -> None:
    for identity in ("Ekvik", "ekvik held", "e" * 63, "екв"):
        spoilt = replace(article(), facts=(replace(fact("ekvik-held"), id=identity),))
        assert "it goes into a link" in told(check(spoilt))
