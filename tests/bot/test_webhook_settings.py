"""A webhook starts only where it's safe: over https, with a secret that nobody guesses."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from bot.endings import SettingsError
from bot.webhook_settings import WebhookSettings

SECRET = "a" * 32


def webhook(
    *, url: str = "https://bot.example/hook", secret: str = SECRET, listen: str = "[::1]:8443"
) -> WebhookSettings:
    """The webhook of settings that are right, but for what is given."""
    return WebhookSettings.of(url, SecretStr(secret) if secret else None, listen)


def test_it_knows_its_path_and_where_to_listen() -> None:
    found = webhook()
    assert (found.path, found.host, found.port) == ("/hook", "::1", 8443)
    assert webhook(url="https://bot.example").path == "/"
    plain = webhook(listen="bot.local:80")
    assert (plain.host, plain.port) == ("bot.local", 80)


@pytest.mark.parametrize("secret", ["a" * 32, "A0_-" * 64])
def test_a_secret_of_what_telegram_takes_is_kept_as_it_is(secret: str) -> None:
    assert webhook(secret=secret).secret == secret


@pytest.mark.parametrize("secret", ["", "b" * 31, "c" * 257, "d" * 31 + "é", "e" * 32 + "\n"])
def test_a_secret_that_telegram_refuses_or_somebody_guesses_is_refused_unseen(
    secret: str,
) -> None:
    with pytest.raises(SettingsError, match="TELEGRAM_WEBHOOK_SECRET is wrong") as raised:
        webhook(secret=secret)
    assert not secret or secret not in str(raised.value)


@pytest.mark.parametrize(
    "url", ["http://bot.example/hook", "bot.example", "https:///hook", "https://b.example/healthz"]
)
def test_an_address_that_telegram_cannot_deliver_to_is_refused(url: str) -> None:
    with pytest.raises(SettingsError, match="TELEGRAM_WEBHOOK_URL is wrong"):
        webhook(url=url)


@pytest.mark.parametrize("listen", ["8080", "localhost:99999", "::1:80", ":80", "localhost:"])
def test_where_nothing_can_listen_is_refused(listen: str) -> None:
    with pytest.raises(SettingsError, match="TELEGRAM_WEBHOOK_LISTEN is wrong"):
        webhook(listen=listen)
