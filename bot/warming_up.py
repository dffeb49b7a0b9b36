"""Makes the knowledge ready before anybody asks, so that nobody waits for that."""

from __future__ import annotations

import gc

from knowledge import Knowledge


def warm_up(knowledge: Knowledge) -> None:
    """Have the first question take no longer than any other, and no question stop all others.

    Understanding is made ready by the first question, in a third of a second. A full garbage
    collection looks through all that it takes, for some 50 ms; frozen, it's left out.
    """
    knowledge.ask("")
    gc.collect()
    gc.freeze()
