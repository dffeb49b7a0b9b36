"""Telegram's own ids of pictures that it has, so that the bytes are sent once."""

from __future__ import annotations

from state.database import StateDatabase


class FileIds:
    """The `file_id` of each picture, by bot and by the picture's digest: no other bot can use it.

    What can't be written is remembered as long as the process runs.
    """

    def __init__(self, database: StateDatabase | None = None) -> None:
        """Keep them in `database`; without one, in memory alone."""
        self._database = database
        self._known: dict[tuple[int, str], str | None] = {}

    def known(self, bot: int, digest: str) -> str | None:
        """The id under which `bot` has sent the picture before; `None` where it hasn't."""
        if (bot, digest) not in self._known and self._database is not None:
            rows = self._database.read(
                "select file_id from file_ids where bot = ? and digest = ?", (bot, digest)
            )
            if not rows:
                return None
            self._known[bot, digest] = str(rows[0][0])
        return self._known.get((bot, digest))

    def note(self, bot: int, digest: str, file_id: str) -> None:
        """Telegram knows the picture by `file_id`. Raises nothing."""
        self._known[bot, digest] = file_id
        if self._database is not None:
            keeping = "insert or replace into file_ids values (?, ?, ?)"
            self._database.write([(keeping, (bot, digest, file_id))])

    def forget(self, bot: int, digest: str) -> None:
        """Telegram refused the id. Raises nothing."""
        self._known[bot, digest] = None
        if self._database is not None:
            gone = "delete from file_ids where bot = ? and digest = ?"
            self._database.write([(gone, (bot, digest))])
