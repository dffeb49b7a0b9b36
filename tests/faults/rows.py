"""All scenarios, in the order of the table."""

from __future__ import annotations

from tests.faults import clocks, crowds, dying, files, lasting, queries, refusals, strangers, words

ALL = (
    dying.killed,
    dying.killed_before_the_note,
    dying.killed_by_webhook,
    dying.killed_with_nothing_noted,
    dying.stopped,
    refusals.storm,
    refusals.faulty_server,
    refusals.odd_bodies,
    refusals.slow,
    refusals.resets,
    refusals.gone,
    strangers.hanging_polls,
    strangers.second_process,
    strangers.foreign_poller,
    strangers.token_revoked,
    strangers.poison,
    strangers.handlers_raise,
    strangers.webhook,
    queries.killed_between_queries,
    queries.queries_too_old,
    files.knowledge_broken,
    files.knowledge_locked,
    files.knowledge_replaced,
    files.state_full,
    files.state_spoilt,
    clocks.set_back_and_forth,
    words.hostile_words,
    words.any_words,
    words.secrets,
    crowds.burst,
    crowds.backlog,
    crowds.one_person,
    crowds.one_group,
    crowds.hostile_crowd,
    lasting.steady,
    lasting.soak,
)
