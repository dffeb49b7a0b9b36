"""The check as a whole: sound articles pass; each sort of fault is told with file and cure."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.check import Problem, check, check_articles, check_sources
from knowledge.model import Line
from knowledge.source import ArticleSource, FactSource
from tests.knowledge.sources import (
    GAZETTEER,
    INVENTED,
    REAL,
    copy_of_invented,
    invented,
    real,
    spoil,
    with_fact,
)


def article() -> ArticleSource:
    return invented().articles[0]


def fact(identity: str) -> FactSource:
    return next(fact for fact in article().facts if fact.id == identity)


def told(problems: list[Problem]) -> str:
    return "\n".join(str(problem) for problem in problems)


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


ATTRIBUTED = "Norland has no ships left in May."


@pytest.mark.parametrize(
    ("before", "cut_off"),
    [
        ("According to Sudmark, ", True),
        ("Sudmark claims that ", True),
        ("The captains, too, have said ", True),
        ("Sudmark said it in a hurry, and ", False),
        ("The news came from Sudmark. ", False),
        ("After the battle, as the ships from Sudmark saw, ", False),
        ("", False),
    ],
)
def test_a_quote_that_begins_behind_who_says_it_is_told(before: str, cut_off: bool) -> None:
    quote = ATTRIBUTED
    line = Line(before + quote, 3)
    spoilt = replace(
        article(), text=article().text + line.text, lines=(*article().lines, line), translations={}
    )
    without = replace(
        fact("no-harbours"), statement=quote, quote=quote, stands_for={}, about=("norland",)
    )
    problems = [p for p in check(with_fact(spoilt, without)) if "leaves out who says it" in p.what]
    assert bool(problems) == cut_off


def test_an_article_without_a_paragraph_is_told(tmp_path: Path) -> None:
    folder = copy_of_invented(tmp_path)
    (folder / "islands-2031" / "article.md").write_text("Quiet nights\n", encoding="utf-8")
    assert "it has no paragraph" in told(check_articles(folder, GAZETTEER))


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


GERMAN = [
    ("12 Inseln", "13 Inseln"),
    ("12 Inseln", "zwölf Inseln"),
    ("2031", "2013"),
    ("900 Schiffe", "900 Tausend Schiffe"),
    ("im Mai", "im Juni"),
    ("Keine Häfen", "Häfen"),
    ("noch immer", "nicht mehr"),
    ("Norland 12", "Fernholm 12"),
    ("das bedrohte Ekwik", "den bedrohten Hafen"),
    ("Die Südmark behauptet", "Norland behauptet"),
    ("behauptet, dass", "beweist, dass"),
    (" Der Artikel mahnt zu großer Vorsicht.", ""),
    ("verlor.", "verlor und 10 gewann."),
    ("nahm Norland", "nahm nur Norland"),
]


@pytest.mark.parametrize(("old", "new"), GERMAN)
def test_a_translation_that_drifts_is_told(tmp_path: Path, old: str, new: str) -> None:
    folder = copy_of_invented(tmp_path)
    spoil(folder / "islands-2031" / "translation.de.toml", old, new)
    problems = check_articles(folder, GAZETTEER)
    assert [problem.file for problem in problems] != []
    assert {problem.file for problem in problems} == {"articles/islands-2031/translation.de.toml"}


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


def test_two_facts_with_one_statement_are_told() -> None:
    twin = replace(fact("ekvik-held"), id="ekvik-again")
    spoilt = replace(article(), facts=(*article().facts, twin))
    assert "another fact has the same statement" in told(check(spoilt))


def test_an_id_that_no_link_can_carry_is_told() -> None:
    for identity in ("Ekvik", "ekvik held", "e" * 63, "екв"):
        spoilt = replace(article(), facts=(replace(fact("ekvik-held"), id=identity),))
        assert "it goes into a link" in told(check(spoilt))


def test_a_worked_out_figure_needs_its_sum() -> None:
    lost = fact("islands-taken")
    worked_out = replace(lost, statement="Norland took 6 islands of Sudmark in 2031.")
    assert check(with_fact(article(), worked_out))
    proven = replace(worked_out, arithmetic="12 - 6 = 6")
    assert "rests on 6" in told(check(with_fact(article(), proven)))
    summed = replace(
        lost,
        statement="Norland took 24 islands of Sudmark in 2031.",
        arithmetic="12 + 12 = 24",
    )
    untranslated = replace(article(), translations={})
    assert told(check(with_fact(untranslated, summed))) == ""
    for wrong in ("12 + 12 = 25", "12 and 12", "12 + = 24", "12 / 0 = 24"):
        assert check(with_fact(untranslated, replace(summed, arithmetic=wrong)))


def test_articles_may_not_share_a_facts_id() -> None:
    other = replace(article(), id="other")
    sources = replace(invented(), articles=(article(), other))
    assert "has a fact with this id" in told(check_sources(sources))


def test_the_gazetteer_may_not_have_what_an_article_names() -> None:
    sources = replace(invented(), gazetteer=article().names[:1])
    assert "Take it out of the gazetteer" in told(check_sources(sources))


def with_command(article: ArticleSource, command: str) -> ArticleSource:
    """Return `article` with `command` in the place of its first topic's."""
    first, *others = article.topics
    return replace(article, topics=(replace(first, command=command), *others))


def test_a_command_that_the_bot_has_itself_is_told() -> None:
    sources = replace(invented(), articles=(with_command(article(), "help"),))
    assert check_sources(sources) == []
    assert "/help is the bot's own" in told(check_sources(sources, {"help"}))


def test_a_picture_that_is_shown_by_a_command_of_the_bot_is_told() -> None:
    own = [p for p in real().articles[0].pictures.all if p.topic is None]
    (problem,) = check_sources(real(), {own[0].id})
    assert f"/{own[0].id} is the bot's own" in str(problem)


@pytest.mark.parametrize("command", ["", "Help", "long-range", "two words", "обстріли", "a" * 33])
def test_a_command_that_nobody_can_type_is_told(command: str) -> None:
    sources = replace(invented(), articles=(with_command(article(), command),))
    assert "can't be a command" in told(check_sources(sources))


def test_topics_of_two_articles_may_not_have_one_command() -> None:
    topics = tuple(replace(topic, id=f"other-{topic.id}") for topic in article().topics)
    other = replace(article(), id="other", topics=topics, facts=())
    sources = replace(invented(), articles=(article(), other))
    assert "2 topics have this command" in told(check_sources(sources))


def test_articles_must_agree_on_a_usual_name() -> None:
    names = (replace(article().names[0], usual={"en": "Northland", "de": "Norland"}),)
    other = replace(article(), id="other", names=names, facts=())
    sources = replace(invented(), articles=(article(), other))
    assert "disagree on its usual name in en" in told(check_sources(sources))


def test_a_problem_reads_as_a_sentence_with_file_place_and_cure() -> None:
    problem = Problem("facts.toml", "ekvik-held", "it's wrong", "Mend it.")
    assert str(problem) == "facts.toml [ekvik-held]: it's wrong. Mend it."
