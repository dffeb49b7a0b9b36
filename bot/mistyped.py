"""Finds settings whose name was mistyped, which would otherwise pass unseen."""

from __future__ import annotations

from contextlib import suppress

from pydantic_settings import DotEnvSettingsSource, EnvSettingsSource
from rapidfuzz.distance import OSA

from bot.settings import Settings

LETTERS_FOR_A_SLIP = 8
"""A name may differ in a letter for so many of ours: further off, it's another program's."""
LEAST_LEFT, LEAST_OF_ONE = 1 / 2, 2 / 3
"""So much must be left of a name that lacks words, more of a single one: "telegram" is many's."""


def mistyped_settings() -> dict[str, str]:
    """What is set under nearly the name of a setting, and that name. Says nothing of values."""
    near = {name: _meant(name) for name in sorted(_names_set() - Settings.model_fields.keys())}
    return {name.upper(): meant.upper() for name, meant in near.items() if meant is not None}


def told_of(mistyped: dict[str, str]) -> str:
    """A sentence that names what is `mistyped`, and what was meant."""
    each = ", ".join(f"{name} (did you mean {meant}?)" for name, meant in mistyped.items())
    return f"There's no setting {each}."


def _names_set() -> set[str]:
    names = set(EnvSettingsSource(Settings).env_vars)
    # Whoever reads settings from a file that can't be read says so.
    with suppress(OSError, UnicodeDecodeError):
        names.update(DotEnvSettingsSource(Settings).env_vars)
    return names


def _meant(name: str) -> str | None:
    slips, nearest = min((OSA.distance(name, ours), ours) for ours in Settings.model_fields)
    if slips <= len(nearest) // LETTERS_FOR_A_SLIP:
        return nearest
    shortened = (ours for ours in Settings.model_fields if _leaves_out_words(name, ours))
    return min(shortened, key=len, default=None)


def _leaves_out_words(name: str, ours: str) -> bool:
    """Whether `name` has words of `ours` in their order, and enough of them: `bot_token`."""
    words, left = iter(ours.split("_")), name.split("_")
    least = LEAST_LEFT if len(left) > 1 else LEAST_OF_ONE
    return len(name) >= least * len(ours) and all(word in words for word in left)
