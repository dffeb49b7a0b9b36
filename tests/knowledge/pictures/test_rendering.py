"""A drawing becomes a PNG as small as it can be, that any program reads."""

from __future__ import annotations

import struct
import zlib

from knowledge.pictures.canvas import Canvas
from knowledge.pictures.rendering import png_of


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The kinds and contents, each checked against its sum."""
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        kind, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (checksum,) = struct.unpack(">I", png[at + 8 + length : at + 12 + length])
        assert checksum == zlib.crc32(kind + data)
        found.append((kind, data))
        at += length + 12
    return found


def drawn(fill: str) -> bytes:
    sheet = Canvas(40, 30)
    sheet.rect(0, 0, 40, 30, fill=fill)
    return png_of(sheet.svg())


def test_it_has_the_size_of_the_sheet_and_one_packed_block_of_data() -> None:
    found = chunks(drawn("#0072b2"))
    kinds = [kind for kind, _ in found]
    assert kinds[0] == b"IHDR"
    assert kinds[-2:] == [b"IDAT", b"IEND"]
    assert struct.unpack(">II", found[0][1][:8]) == (40, 30)
    rows = zlib.decompress(dict(found)[b"IDAT"])
    assert dict(found)[b"IDAT"] == zlib.compress(rows, 9)


def test_another_colour_is_another_picture_and_the_same_the_same() -> None:
    assert drawn("#0072b2") == drawn("#0072b2") != drawn("#d55e00")
