"""Telegram's HTML as its server reads it: text, entities in UTF-16 units, and its complaints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "code": "code", "pre": "pre", "a": "text_link", "span": "spoiler", "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji", "blockquote": "blockquote",
}  # fmt: skip
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
MOST_ENTITIES = 100

_REFERENCE = re.compile(r"&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(lt|gt|amp|quot));?")
_ATTRIBUTE = re.compile(r"""\s*([a-zA-Z-]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([a-zA-Z0-9.-]+)))?""")


class EntityError(ValueError):
    """The markup is broken; the message is what Telegram's description says after the colon."""


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def decoded(text: str) -> str:
    """`text` with the references that Telegram knows replaced; others stay as they are."""

    def character(found: re.Match[str]) -> str:
        if found[3]:
            return NAMED[found[3]]
        code = int(found[1]) if found[1] else int(found[2], 16)
        usable = 0 < code < 0x110000 and not 0xD800 <= code < 0xE000
        return chr(code) if usable else found[0]

    return _REFERENCE.sub(character, text)


@dataclass
class _Open:
    tag: str
    at: int
    entity: dict[str, Any]


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """The text that is shown, and its entities. Raises `EntityError`."""
    text, entities, opened = "", [], list[_Open]()
    position = 0
    while position < len(source):
        following = source.find("<", position)
        if following < 0:
            text += decoded(source[position:])
            break
        text += decoded(source[position:following])
        end = source.find(">", following)
        offset = len(source[:following].encode("utf-8", "surrogatepass"))
        inner = source[following + 1 : end if end >= 0 else len(source)]
        if inner.startswith("/"):
            entities += _close(inner[1:].strip().lower(), opened, units(text), offset, end < 0)
        else:
            opened.append(_open(inner, units(text), offset, end < 0))
        position = end + 1
    if opened:
        raise EntityError(f'Can\'t find end tag corresponding to start tag "{opened[-1].tag}"')
    # Of two with the same span, the outer one closed later and comes first.
    entities.reverse()
    entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    return _trimmed(text, entities)


def _open(inner: str, at: int, offset: int, unclosed: bool) -> _Open:
    if unclosed:
        raise EntityError(f"Unclosed start tag at byte offset {offset}")
    tag = re.split(r"\s", inner, maxsplit=1)[0].lower()
    if tag not in KINDS:
        raise EntityError(f'Unsupported start tag "{tag}" at byte offset {offset}')
    attributes: dict[str, str] = {}
    rest = inner[len(tag) :]
    while rest.strip():
        found = _ATTRIBUTE.match(rest)
        if not found:
            raise EntityError(f'Empty attribute name in the tag "{tag}" at byte offset {offset}')
        attributes[found[1].lower()] = decoded(found[2] or found[3] or found[4] or "")
        rest = rest[found.end() :]
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise EntityError(f'Tag "span" must have class "tg-spoiler" at byte offset {offset}')
    entity: dict[str, Any] = {"type": KINDS[tag]}
    if tag == "a":
        entity["url"] = attributes.get("href", "")
    elif tag == "tg-emoji":
        entity["custom_emoji_id"] = attributes.get("emoji-id", "")
    elif tag == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    return _Open(tag, at, entity)


def _close(
    tag: str, opened: list[_Open], at: int, offset: int, unclosed: bool
) -> list[dict[str, Any]]:
    if not opened:
        raise EntityError(f"Unexpected end tag at byte offset {offset}")
    if unclosed:
        raise EntityError(f"Unclosed end tag at byte offset {offset}")
    last = opened.pop()
    if tag not in ("", last.tag):
        raise EntityError(
            f"Unmatched end tag at byte offset {offset}, "
            f'expected "</{last.tag}>", found "</{tag}>"'
        )
    if at == last.at or (last.tag == "a" and not last.entity["url"]):
        return []
    return [{**last.entity, "offset": last.at, "length": at - last.at}]


def _trimmed(text: str, entities: list[dict[str, Any]]) -> tuple[str, list[dict[str, Any]]]:
    """Telegram cuts white space off both ends, and keeps a hundred entities."""
    shift = units(text) - units(text.lstrip())
    text = text.strip()
    kept = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        end = min(units(text), entity["offset"] + entity["length"] - shift)
        if start < end:
            kept.append({**entity, "offset": start, "length": end - start})
    return text, kept[:MOST_ENTITIES]
