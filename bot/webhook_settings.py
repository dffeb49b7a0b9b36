"""Where Telegram delivers updates, where we listen for it, and by what we know it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

from pydantic import SecretStr

from bot.endings import SettingsError

LEAST_SECRET = 32
_SECRET = re.compile(r"[A-Za-z0-9_-]{32,256}")
_LISTEN = re.compile(r"(?P<host>\[[0-9A-Fa-f:]+\]|[^\s:\[\]]+):(?P<port>[0-9]{1,5})")


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    """A webhook that is safe to turn on."""

    url: str
    """Public, with https."""
    secret: str
    host: str
    port: int

    @property
    def path(self) -> str:
        """The path that Telegram asks for."""
        return urlsplit(self.url).path or "/"

    @classmethod
    def of(cls, url: str, secret: SecretStr | None, listen: str) -> Self:
        """The webhook of these settings. Raises `SettingsError` that says which to mend."""
        parts = urlsplit(url)
        if parts.scheme != "https" or not parts.hostname or parts.path == "/healthz":
            raise SettingsError(
                "TELEGRAM_WEBHOOK_URL is wrong: it's the public address that Telegram delivers "
                "to, such as https://bot.example/hook, or not set at all."
            )
        if secret is None or not _SECRET.fullmatch(secret.get_secret_value()):
            raise SettingsError(
                f"TELEGRAM_WEBHOOK_SECRET is wrong: a webhook needs {LEAST_SECRET} characters or "
                "more (256 at the most) of A-Z, a-z, 0-9, _ and -, which only Telegram and this "
                "bot know; python -c 'import secrets; print(secrets.token_urlsafe(48))' makes one."
            )
        found = _LISTEN.fullmatch(listen)
        if found is None or int(found["port"]) > 65_535:
            raise SettingsError(
                "TELEGRAM_WEBHOOK_LISTEN is wrong: it's a host and a port, such as 127.0.0.1:8080."
            )
        host = found["host"].strip("[]")
        return cls(url, secret.get_secret_value(), host, int(found["port"]))
