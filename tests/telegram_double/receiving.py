"""The two ways in which a bot has its updates, by polls or a webhook: never both, never twice."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

from tests.telegram_double.deliveries import Deliveries
from tests.telegram_double.errors import ApiError, bad_request, too_many
from tests.telegram_double.fields import read
from tests.telegram_double.queue import NAMEABLE, TerminatedError, UpdateQueue

METHODS = {"getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"}
MOST_AT_ONCE = 40
"""Deliveries side by side where a bot says nothing of it."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_PORTS = (None, 443, 80, 88, 8443)
_BESIDE_A_WEBHOOK = (
    "can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class Receiving:
    """What a bot is told of its updates, and by which way they leave `updates`."""

    def __init__(self, updates: UpdateQueue, deliveries: Deliveries) -> None:
        """By polls at first."""
        self.webhook = ""
        self.conflict_delay = 3.0
        """Seconds that a 409 comes late if another one came no longer before."""
        self.between_webhooks = 0.0
        """Seconds from one webhook on in which another is refused: 1 with Telegram, and none here,
        where many are set in a second."""
        self._updates = updates
        self._deliveries = deliveries
        self._next_conflict = self._next_webhook = float("-inf")

    async def call(self, method: str, given: dict[str, Any]) -> Any:
        """The result of one of `METHODS`. Raises `ApiError`."""
        if method == "getUpdates":
            return await self._poll(given)
        if method == "getWebhookInfo":
            return {
                "url": self.webhook,
                "has_custom_certificate": False,
                "pending_update_count": len(self._updates.waiting()),
            }
        url = given.get("url", "") if method == "setWebhook" else ""
        if url:
            self._check_webhook(url, given.get("secret_token", ""))
            self._allow(given)
            self._updates.end_poll("terminated by setWebhook request")
        self._deliveries.end()
        self.webhook = url
        if given.get("drop_pending_updates") == "true":
            self._updates.drop()
        if url:
            at_once = int(given.get("max_connections", MOST_AT_ONCE))
            self._deliveries.begin(url, given.get("secret_token"), at_once)
        return True

    async def _poll(self, given: dict[str, Any]) -> list[dict[str, Any]]:
        if self.webhook:
            raise await self._conflict(_BESIDE_A_WEBHOOK)
        self._allow(given)
        try:
            return await self._updates.get(
                int(given.get("offset", 0)),
                int(given.get("limit", 100)),
                float(given.get("timeout", 0)),
            )
        except TerminatedError as error:
            raise await self._conflict(str(error)) from None

    def _allow(self, given: dict[str, Any]) -> None:
        if "allowed_updates" in given:
            self._updates.allow(read("allowed_updates", given["allowed_updates"], [NAMEABLE]))

    async def _conflict(self, what: str) -> ApiError:
        now = asyncio.get_running_loop().time()
        if now < self._next_conflict:
            await asyncio.sleep(self.conflict_delay)
        else:
            self._next_conflict = now + self.conflict_delay
        return ApiError(409, f"Conflict: {what}")

    def _check_webhook(self, url: str, secret: str) -> None:
        now = asyncio.get_running_loop().time()
        if now < self._next_webhook:
            raise too_many(self.between_webhooks)
        self._next_webhook = now + self.between_webhooks
        parts = urlsplit(url)
        try:
            port = parts.port
        except ValueError:
            raise bad_request("invalid webhook URL specified") from None
        if not parts.hostname or not url.isprintable() or " " in url:
            raise bad_request("invalid webhook URL specified")
        if parts.scheme != "https":
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if port not in _PORTS:
            raise bad_request(
                "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"
            )
        if not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
