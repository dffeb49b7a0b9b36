"""How long the receiver waits for what, all in seconds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """The receiver's times. Tests of faults set shorter ones."""

    poll: float = 30
    """A long poll; Telegram allows 50."""
    poll_slack: float = 10
    """What the answer to a poll may take beyond that."""
    answer: float = 10
    """What the answer to any other call may take."""
    gather: float = 0.05
    """Between two polls while updates are in hand, so that one poll confirms several."""
    repeat: float = 0.6
    """Before a poll that confirms nothing new: sooner, Telegram gives the first update only."""
    first_pause: float = 0.5
    """After a poll that failed; doubled each time."""
    longest_pause: float = 30
    conflict_pause: float = 3
    conflict_span: float = 60
    """Five conflicts within this, and the bot ends."""
    look: float = 60
    """Between two looks at whether Telegram still delivers to our webhook."""
    tell: float = 300
    """Between two log lines that say how it goes."""
    silence: float = 90
    """Without a finished poll for so long, the process ends."""
    attend: float = 60
    """All tries at one update together."""
    deliver: float = 25
    """A webhook's delivery waits so long for its outcome; then Telegram is told to come again."""
    retry: float = 0.2
    """Between two tries at one update."""
    apologise: float = 5
    start_stopping: float = 3
    """After a signal, what is in hand may still be begun for so long …"""
    stop: float = 7
    """… and finished for so long; then it's left for the next start. Supervisors kill after 10."""
    farewell: float = 1.5
    """For the last confirmation."""
