"""Pictures on Telegram's side: what it takes, and the ids by which it's sent again."""

from __future__ import annotations

import struct
from typing import Any

from tests.telegram_double.errors import bad_request

SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
LARGEST = 10 * 2**20
THUMBNAIL = 90


class Photos:
    """The pictures that one bot has sent, by `file_id`."""

    def __init__(self) -> None:
        """None yet."""
        self.by_id: dict[str, bytes] = {}
        """Cleared by a test, every id is wrong, as a new token's are."""
        self.uploads = 0

    def shown(self, photo: str | bytes) -> list[dict[str, Any]]:
        """The sizes of a picture that is sent as bytes or by its id. Raises `ApiError`."""
        if isinstance(photo, bytes):
            self._check(photo)
            self.uploads += 1
            identity = f"AgAC{self.uploads:04}y"
            self.by_id[identity] = photo
        elif photo in self.by_id:
            identity, photo = photo, self.by_id[photo]
        elif "://" in photo:
            raise bad_request("wrong file identifier/HTTP URL specified")
        else:
            raise bad_request(
                "wrong remote file identifier specified: can't unserialize it. Wrong last symbol"
            )
        small, large = identity[:-1] + "s", identity
        self.by_id[small] = photo
        width, height = _size(photo)
        return [
            _one(small, THUMBNAIL, max(1, THUMBNAIL * height // width), 999),
            _one(large, width, height, len(photo)),
        ]

    def _check(self, photo: bytes) -> None:
        if not photo:
            raise bad_request("file must be non-empty")
        if len(photo) > LARGEST:
            raise bad_request("file is too big")
        if not photo.startswith(SIGNATURES):
            raise bad_request("IMAGE_PROCESS_FAILED")
        width, height = _size(photo)
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise bad_request("PHOTO_INVALID_DIMENSIONS")


def _one(identity: str, width: int, height: int, size: int) -> dict[str, Any]:
    return {
        "file_id": identity,
        "file_unique_id": f"u{identity}",
        "width": width,
        "height": height,
        "file_size": size,
    }


def _size(photo: bytes) -> tuple[int, int]:
    if not photo.startswith(SIGNATURES[0]):
        return 800, 600
    width, height = struct.unpack(">II", photo[16:24])
    return int(width), int(height)
