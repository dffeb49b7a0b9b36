"""What Telegram answers where it doesn't do what it's asked."""

from __future__ import annotations

from typing import Any


class ApiError(Exception):
    """An answer with `ok: false`."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        """`parameters` are what Telegram adds, such as `retry_after`."""
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class ViolationError(ApiError):
    """A call that no Telegram knows, or that no bot has a reason for: it fails the test."""

    def __init__(self, what: str, code: int = 404) -> None:
        """`what` is wrong with it."""
        super().__init__(code, what)


def unheeded(what: str) -> ViolationError:
    """A violation of which Telegram would take no notice, or say 400."""
    return ViolationError(f"Bad Request: {what}", code=400)


def bad_request(what: str, **parameters: Any) -> ApiError:
    """A 400."""
    return ApiError(400, f"Bad Request: {what}", **parameters)


def forbidden(what: str) -> ApiError:
    """A 403."""
    return ApiError(403, f"Forbidden: {what}")


def too_many(wait: float) -> ApiError:
    """A 429 with so many seconds to wait: whole ones with Telegram, but not for a quick test."""
    return ApiError(429, f"Too Many Requests: retry after {wait:g}", retry_after=wait)
