"""Calls and answers as they go over the wire."""

from __future__ import annotations

import asyncio
import json
import math
from typing import Any

from aiohttp import web

from tests.telegram_double.errors import ApiError
from tests.telegram_double.faults import Break, Fault


async def parameters(request: web.Request) -> dict[str, Any]:
    """What a call is given, its files as bytes."""
    given: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        for name, value in (await request.json()).items():
            given[name] = value if isinstance(value, str) else json.dumps(value)
        return given
    for name, value in (await request.post()).items():
        given[name] = value.file.read() if isinstance(value, web.FileField) else value
    attached = {name for name in given if f"attach://{name}" in given.values()}
    for name, value in list(given.items()):
        if isinstance(value, str) and value.startswith("attach://"):
            given[name] = given[value.removeprefix("attach://")]
    return {name: value for name, value in given.items() if name not in attached}


def chat_of(given: dict[str, Any]) -> int | None:
    """The chat that a call names, if it does."""
    try:
        return int(given["chat_id"])
    except (KeyError, ValueError):
        return None


def failed(error: ApiError) -> web.Response:
    """The answer to a call that is refused."""
    body: dict[str, Any] = {
        "ok": False, "error_code": error.code, "description": error.description
    }  # fmt: skip
    if error.parameters:
        body["parameters"] = error.parameters
    headers = {}
    if wait := error.parameters.get("retry_after"):
        headers["Retry-After"] = str(math.ceil(wait))
    return web.json_response(body, status=error.code, headers=headers)


def cut(request: web.Request) -> web.Response:
    """Break the connection instead of answering."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def troubled(request: web.Request, fault: Fault) -> web.Response | None:
    """What a call gets that meets `fault`, after its delay; `None` where it still passes."""
    await asyncio.sleep(fault.delay)
    if fault.breaks is Break.BEFORE:
        return cut(request)
    if fault.body is not None:
        headers = {} if fault.location is None else {"Location": fault.location}
        return web.Response(status=fault.status or 200, body=fault.body, headers=headers)
    if fault.status is None:
        return None
    waits = {} if fault.retry_after is None else {"retry_after": fault.retry_after}
    return failed(ApiError(fault.status, fault.description, **waits))
