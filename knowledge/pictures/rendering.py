"""Turns a drawing into a PNG: the same bytes from the same drawing."""

from __future__ import annotations

import struct
import zlib

from knowledge.pictures.lettering import FAMILY, font_files

_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def png_of(svg: str) -> bytes:
    """Return the drawing as a PNG. ModuleNotFoundError where what draws isn't installed."""
    import resvg_py

    drawn = resvg_py.svg_to_bytes(
        svg_string=svg,
        skip_system_fonts=True,
        font_files=list(font_files()),
        font_family=FAMILY,
    )
    return _packed(bytes(drawn))


def _packed(png: bytes) -> bytes:
    """Return the same picture, its data packed as small as zlib can."""
    chunks: list[tuple[bytes, bytes]] = []
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        chunks.append((png[at + 4 : at + 8], png[at + 8 : at + 8 + length]))
        at += length + 12
    rows = zlib.decompress(b"".join(data for kind, data in chunks if kind == b"IDAT"))
    smaller = [each for each in chunks if each[0] not in (b"IDAT", b"IEND")]
    smaller += [(b"IDAT", zlib.compress(rows, 9)), (b"IEND", b"")]
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in smaller
    )
