"""What can be set from outside: environment variables, or lines of a `.env` file."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from stat import S_ISDIR

from platformdirs import user_state_path
from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.endings import SettingsError
from bot.webhook_settings import WebhookSettings

ENV_FILE = ".env"
"""In the folder where the bot is started."""
# What it can't read there it tells without the file's name: see `env_file`.
logging.getLogger("dotenv").setLevel(logging.ERROR)

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_A_NUMBER = "it's a whole number of messages, 0 for no limit, or not set at all"
_CURES = {
    "telegram_bot_token": "it looks like 123456789:AAE…, and @BotFather shows it under /mybots",
    "telegram_api_url": "it's the root of a Bot API server, such as https://api.telegram.org",
    "knowledge_db": "it's the path of a knowledge.db, or not set at all",
    "telegram_webhook_url": "it's an address such as https://bot.example/hook, or not set at all",
    "telegram_webhook_secret": "it's text, or not set at all",
    "telegram_webhook_listen": "it's a host and a port, such as 127.0.0.1:8080",
    "telegram_sends_per_second": _A_NUMBER,
    "telegram_sends_per_chat_second": _A_NUMBER,
    "telegram_sends_per_group_minute": _A_NUMBER,
    "answers_per_person_minute": _A_NUMBER,
    "answers_per_group_minute": _A_NUMBER,
    "state_db": "it's the path of a file in a folder that the bot may write to, or not set at all",
}


def _usual_state_db() -> Path:
    return user_state_path("frontline-facts") / "state.db"


class Settings(BaseSettings):
    """The settings, each under its name in capitals."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    telegram_bot_token: SecretStr | None = None
    """From @BotFather; without it, there is only the terminal."""
    telegram_api_url: str = "https://api.telegram.org"
    """The root of the Bot API server: `/bot<token>` and `/file/bot<token>` are appended."""
    knowledge_db: Path | None = None
    """`None`: the one that came with the program."""
    state_db: Path = Field(default_factory=_usual_state_db)

    telegram_webhook_url: str | None = None
    """Public address that Telegram delivers to; `None`: Telegram is polled instead."""
    telegram_webhook_secret: SecretStr | None = None
    telegram_webhook_listen: str = "127.0.0.1:8080"
    """Host and port, behind the proxy that speaks TLS."""

    telegram_sends_per_second: int = Field(default=30, ge=0)
    """Messages in all; Telegram's own limits, which a server of one's own may lift with 0."""
    telegram_sends_per_chat_second: int = Field(default=1, ge=0)
    telegram_sends_per_group_minute: int = Field(default=20, ge=0)

    answers_per_person_minute: int = Field(default=5, ge=0)
    """Beyond it there is one line, and then silence until the minute is over."""
    answers_per_group_minute: int = Field(default=10, ge=0)

    @field_validator("telegram_bot_token", mode="before")
    @classmethod
    def _a_token(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        if value.strip() and not _TOKEN.fullmatch(value.strip()):
            raise ValueError
        return value.strip() or None

    @field_validator("telegram_api_url")
    @classmethod
    def _a_root(cls, value: str) -> str:
        if not re.fullmatch(r"https?://[^\s/?#@]+(/[^\s?#]*)?", value):
            raise ValueError
        return value.rstrip("/")

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no log may show."""
        both = (self.telegram_bot_token, self.telegram_webhook_secret)
        return tuple(secret.get_secret_value() for secret in both if secret is not None)

    @property
    def webhook(self) -> WebhookSettings | None:
        """The webhook, or `None` where Telegram is polled. Raises `SettingsError`."""
        if self.telegram_webhook_url is None:
            return None
        return WebhookSettings.of(
            self.telegram_webhook_url, self.telegram_webhook_secret, self.telegram_webhook_listen
        )

    @field_validator(
        "knowledge_db", "telegram_webhook_url", "telegram_webhook_secret", mode="before"
    )
    @classmethod
    def _nothing_is_unset(cls, value: object) -> object:
        return value or None

    @field_validator("state_db")
    @classmethod
    def _a_file(cls, value: Path) -> Path:
        if value == _usual_state_db():
            # Nobody chose it: where it can't be used, the bot does without.
            return value
        path = value.expanduser()
        try:
            is_folder = S_ISDIR(path.stat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            return path
        except OSError:
            # Whoever may not enter its folder can't even look.
            raise ValueError from None
        if is_folder:
            raise ValueError
        return path


def load_settings(*needed: str) -> Settings:
    """The settings of this process. Raises `SettingsError` that names what is wrong.

    Where only some are `needed`, no other stops anything: what is wrong is as if it weren't set.
    """
    try:
        settings = Settings()
        if not needed:
            _ = settings.webhook
        return settings
    except ValidationError as error:
        wrong = {str(problem["loc"][0]) for problem in error.errors(include_input=False)}
        stopping = wrong.intersection(needed or wrong)
        if not stopping:
            fields = Settings.model_fields
            return Settings(
                **{name: fields[name].get_default(call_default_factory=True) for name in wrong}
            )
        # Not chained: what pydantic says may hold the value, and so the token.
        raise SettingsError(
            " ".join(f"{name.upper()} is wrong: {_CURES[name]}." for name in sorted(stopping))
        ) from None
    except (OSError, UnicodeDecodeError):
        raise SettingsError(
            f"The file {ENV_FILE} can't be read: make it UTF-8 text that the bot may read, "
            "or remove it."
        ) from None
