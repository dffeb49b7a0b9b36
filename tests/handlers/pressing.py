"""Buttons as a person sees them: found by their label, and pressed."""

from __future__ import annotations

from typing import Any

from tests.telegram_double import Person, Sent


def labels(sent: Sent) -> list[list[str]]:
    """The rows of buttons under a message, by what stands on them."""
    keyboard = sent.message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[button["text"] for button in row] for row in keyboard]


def button(sent: Sent, label: str) -> dict[str, Any]:
    """The button with that label."""
    keyboard = sent.message["reply_markup"]["inline_keyboard"]
    return next(each for row in keyboard for each in row if each["text"] == label)


def press(person: Person, sent: Sent, label: str) -> str:
    """Press that button; the query's id."""
    query, _ = person.presses(sent.message, button(sent, label)["callback_data"])
    return query
