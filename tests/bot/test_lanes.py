"""Chats go side by side up to a bound; what one chat asked goes in order."""

from __future__ import annotations

import asyncio

from bot.lanes import Job, Lanes


class Work:
    """Jobs that wait to be let go, and what they did."""

    def __init__(self) -> None:
        """Nothing done."""
        self.begun: list[str] = []
        self.done: list[str] = []
        self.go = asyncio.Event()

    def job(self, name: str) -> Job:
        """A job that begins, waits for `go` and is done."""

        async def work() -> None:
            self.begun.append(name)
            await self.go.wait()
            self.done.append(name)

        return work


async def settle() -> None:
    """Let every task run until it waits."""
    for _ in range(10):
        await asyncio.sleep(0)


async def test_one_chat_goes_in_order_and_others_go_beside_it() -> None:
    work, lanes = Work(), Lanes(10)
    for name in ("a1", "a2", "b1"):
        lanes.add(name[0], work.job(name))
    await settle()
    assert work.begun == ["a1", "b1"]
    work.go.set()
    await settle()
    assert work.done == ["a1", "b1", "a2"] or work.done == ["a1", "a2", "b1"]


async def test_no_more_chats_than_the_bound_go_at_once() -> None:
    work, lanes = Work(), Lanes(3)
    for number in range(7):
        lanes.add(number, work.job(str(number)))
    await settle()
    assert len(work.begun) == 3
    work.go.set()
    await settle()
    assert len(work.done) == 7


async def test_a_stop_waits_for_what_is_begun_and_begins_no_more() -> None:
    work, lanes = Work(), Lanes(10)
    lanes.add("a", work.job("a1"))
    lanes.add("a", work.job("a2"))
    await settle()
    stopping = asyncio.create_task(lanes.stop(0, 5))
    await settle()
    work.go.set()
    await stopping
    assert work.done == ["a1"]


async def test_a_stop_gives_up_what_takes_too_long() -> None:
    work, lanes = Work(), Lanes(10)
    lanes.add("a", work.job("a1"))
    await settle()
    await lanes.stop(0, 0.01)
    assert work.done == []


async def test_a_lane_is_crowded_where_more_than_three_jobs_wait_in_it() -> None:
    lanes, work = Lanes(2), Work()
    lanes.add("a", work.job("first"))
    await settle()
    for number in range(4):
        assert not lanes.crowded("a")
        lanes.add("a", work.job(f"{number}"))
    assert lanes.crowded("a"), "four wait behind the first"
    assert not lanes.crowded("b")
    work.go.set()
    await settle()
    assert not lanes.crowded("a")
    await lanes.stop(0, 1)
