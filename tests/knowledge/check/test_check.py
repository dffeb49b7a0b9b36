"""The check as a whole: sound articles pass; each sort of fault is told with file and cure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.check import check, check_articles, check_sources
from tests.knowledge.check.islands import article, fact, told
from tests.knowledge.sources import (
    GAZETTEER,
    INVENTED,
    REAL,
    copy_of_invented,
    invented,
    spoil,
    with_fact,
)


def test_the_real_articles_pass_untouched() -> None:
    assert told(check_articles(REAL)) == ""


def test_the_invented_article_passes_untouched() -> None:
    assert told(check_articles(INVENTED, GAZETTEER)) == ""


def test_a_file_that_cant_be_read_is_a_problem_and_no_exception(tmp_path: Path) -> None:
    folder = copy_of_invented(tmp_path)
    spoil(folder / "islands-2031" / "facts.toml", "[no-harbours]", "[ekvik-held]")
    (problem,) = check_articles(folder, GAZETTEER)
    assert problem.file.endswith("facts.toml")
    assert "only once" in problem.cure


def test_no_folder_at_all_is_a_problem(tmp_path: Path) -> None:
    assert "no article" in told(check_articles(tmp_path / "nowhere", GAZETTEER))


FAULTS = [
    ("facts.toml", "12 islands of Sudmark in 2031.", "13 islands of Sudmark in 2031.", "“13”"),
    ("facts.toml", "Norland took 12", "Farholm took 12", "names farholm"),
    ("facts.toml", "Norland took 12", "Atlantis took 12", "“Atlantis”"),
    ("facts.toml", "The Norlanders took 12", "The Norlanders tooc 12", "to the character"),
    ("facts.toml", "ekvik-held]", "ekvik held\"]".replace('"', ""), "isn't valid TOML"),
    ("facts.toml", 'with = ["ships-caution"]', "with = []", "caution is missing"),
    ("facts.toml", 'says = "sudmark"\n', "", "a claim without who says it"),
    ("facts.toml", 'topic = "ships"', 'topic = "boats"', "topic boats is unknown"),
    ("facts.toml", "by them\"\nabout", "by them\"\nperiod = \"1999\"\nabout", "isn't printed"),
    ("facts.toml", '["norland", "sudmark"]\nsays', '["norlan"]\nsays', "norlan is unknown"),
    ("facts.toml", 'holder = "sudmark"', 'holder = "norland"', "holder norland isn't named"),
    ("facts.toml", 'holder = "sudmark"\n', "", "must say who holds"),
    ("facts.toml", '"them" = "norland"', '"they" = "norland"', "isn't in the quote"),
    ("names.toml", '"Norlanders"', '"Norlandians"', "doesn't stand in article.md"),
    ("names.toml", ', de = "Südmark"', "", "`usual` has nothing for the language de"),
    ("topics.toml", "[ships]", "[sails]\ncommand = 'a'\ntitle = 'b'\ndescription = 'c'\n[ships]",
     "the topic has no fact"),
    ("topics.toml", 'command = "ships"', 'command = "islands"', "2 topics have this command"),
    ("article.md", "by them. Sudmark", "by them. A storm came. Sudmark", "no fact quotes"),
    ("questions.toml", "[facts.ekvik-held]", "[facts.ekvik]", "no such fact"),
    ("questions.toml", 'near = ["ships-lost"]', 'near = ["ships"]', "near has ships"),
    ("questions.toml", 'ask = ["hi"]', 'ask = ["ekvik  Status"]', "contradict each other"),
    ("translation.de.toml", "ekvik-held = ", "ekvik-helt = ", "isn't translated into de"),
    ("translation.de.toml", "[topics.ships]", "[topics.boats]", "the topic isn't translated"),
    ("translation.de.toml", 'known = ["Er hat vier Sätze."]', "known = []", "`known` has 0 lines"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "expected"), FAULTS)
def test_a_fault_is_told(tmp_path: Path, file: str, old: str, new: str, expected: str) -> None:
    folder = copy_of_invented(tmp_path)
    spoil(folder / "islands-2031" / file, old, new)
    problems = check_articles(folder, GAZETTEER)
    assert expected in told(problems)
    assert all(problem.file and problem.what and problem.cure for problem in problems)


def test_a_quote_that_stands_nowhere_is_the_one_problem(tmp_path: Path) -> None:
    """Its paragraph isn't known, so that nothing can be said of period, names and pronouns."""
    folder = copy_of_invented(tmp_path)
    facts = folder / "islands-2031" / "facts.toml"
    spoil(facts, "more than half of the fleet", "more than half of a fleet")
    spoil(
        facts,
        'about = ["norland", "sudmark"]\nsays',
        'about = ["norland", "sudmark", "ekvik"]\nsays',
    )
    [problem] = check_articles(folder, GAZETTEER)
    assert "to the character" in problem.what


def test_translations_of_a_wrong_statement_arent_told(tmp_path: Path) -> None:
    folder = copy_of_invented(tmp_path)
    facts = folder / "islands-2031" / "facts.toml"
    spoil(facts, "Norland took 12 islands", "Norland took 13 islands")
    [problem] = check_articles(folder, GAZETTEER)
    assert (problem.file, problem.fact) == ("articles/islands-2031/facts.toml", "islands-taken")


def test_articles_of_which_nobody_says_how_people_ask_are_told() -> None:
    bare = replace(invented(), articles=(replace(article(), wordings=()),))
    assert "no article has a wording" in told(check_sources(bare))
    second = replace(article(), id="second", facts=(), topics=(), wordings=())
    assert "wording" not in told(check_sources(replace(invented(), articles=(article(), second))))


def test_a_name_of_the_gazetteer_without_a_usual_spelling_is_told() -> None:
    nameless = replace(invented().gazetteer[0], usual={})
    assert "`usual` has no language" in told(
        check_sources(replace(invented(), gazetteer=(nameless,)))
    )


WORDS = st.text(min_size=1, max_size=60) | st.sampled_from(
    ["9" * 5000, "9" * 5000 + " thousand", "½", "٣ islands", "“”", "no " * 400, "\u202e", "’s ’"]
)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, WORDS, WORDS)
def test_nothing_that_people_write_makes_the_check_fail(
    statement: str, quote: str, words: str, sum_: str
) -> None:
    odd = replace(
        fact("ships-lost"),
        statement=statement,
        quote=quote,
        stands_for={words: "norland", quote: words},
        own_words=(words,),
        cautions=(words,),
        caution_words={"en": (words,)},
        order=(words,),
        period=words,
        arithmetic=sum_,
    )
    assert check(with_fact(article(), odd)) != []
    assert check(replace(article(), facts=(replace(odd, id=words),))) != []


def test_articles_may_not_share_a_facts_id() -> None:
    other = replace(article(), id="other")
    sources = replace(invented(), articles=(article(), other))
    assert "has a fact with this id" in told(check_sources(sources))


def test_the_gazetteer_may_not_have_what_an_article_names() -> None:
    sources = replace(invented(), gazetteer=article().names[:1])
    assert "Take it out of the gazetteer" in told(check_sources(sources))


def test_articles_must_agree_on_a_usual_name() -> None:
    names = (replace(article().names[0], usual={"en": "Northland", "de": "Norland"}),)
    other = replace(article(), id="other", names=names, facts=())
    sources = replace(invented(), articles=(article(), other))
    assert "disagree on its usual name in en" in told(check_sources(sources))
