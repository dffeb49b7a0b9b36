"""All scenarios, in the order of the table."""

from __future__ import annotations

from tests.faults import clocks, crowds, dying, files, refusals, strangers, words

ALL = (
    dying.killed,
    dying.killed_before_the_note,
    dying.killed_with_nothing_noted,
    dying.stopped,
    refusals.storm,
    refusals.faulty_server,
    refusals.slow,
    refusals.resets,
    refusals.gone,
    strangers.hanging_polls,
    strangers.second_process,
    strangers.foreign_poller,
    strangers.token_revoked,
    strangers.poison,
    strangers.webhook,
    files.knowledge_broken,
    files.knowledge_replaced,
    files.state_full,
    files.state_spoilt,
    clocks.set_back_and_forth,
    words.hostile_words,
    crowds.burst,
    crowds.backlog,
    crowds.one_person,
    crowds.one_group,
)
