"""The explanation of an answer says how a question was read, and what was decided why."""

from __future__ import annotations

from knowledge import Knowledge


def test_it_begins_with_the_language_and_what_each_word_stands_for(knowledge: Knowledge) -> None:
    language, read, *_ = knowledge.explain("Wer hält Pokrowsk?").splitlines()
    assert language == "language: de"
    assert read == "read: Wer [who] · hält [hold] · Pokrowsk [@place, @pokrovsk]"
    assert "read: nothing\n" in knowledge.explain("?!")


def test_it_ends_with_what_was_decided_and_the_facts_that_it_rests_on(
    knowledge: Knowledge,
) -> None:
    yes = knowledge.explain("did Avdiivka fall?").splitlines()
    assert yes[-3:] == ["decided: answered", "verdict: yes", "fact: avdiivka-fallen"]
    no = knowledge.explain("how many tanks did Russia lose?").splitlines()
    assert "decided: not said" in no
    assert no[-1].startswith("near: russia-lost-2024")


def test_of_a_question_in_parts_it_tells_each_parts_reasons(knowledge: Knowledge) -> None:
    told = knowledge.explain("who holds Pokrovsk and how many tanks did Russia lose?")
    first, second = told.split("part:\n")[1:]
    assert "fact: pokrovsk-held: kept" in first
    assert "candidate: unsaid tanks" in second
