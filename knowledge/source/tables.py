"""Reads TOML so that a wrong entry is named by file, place and cure."""

from __future__ import annotations

import hashlib
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import SourceError

STANDS_TWICE = ("twice", "overwrite", "Duplicate", "immutable")
"""By these words tomllib tells that what is already there is given again."""
ONLY_ONCE = "A key or an id may stand only once: rename one, or put both together."
UNFINISHED = (
    "Mend that line, or the one before: a quotation mark, a comma, a bracket or an = may be "
    "missing there, or be one too many."
)


BYTE_ORDER_MARK = "\ufeff"
"""What some editors write before the first character, and don't show."""


class EntryError(SourceError):
    """An entry of a file is wrong; keeps what the message is made of."""

    def __init__(self, file: str, place: str, what: str, cure: str) -> None:
        where = f"{file} [{place}]" if place else file
        super().__init__(f"{where}: {what}. {cure}")
        self.file = file
        self.place = place
        self.what = what
        self.cure = cure


def read_text(path: Path) -> tuple[str, str]:
    """Return a file's text, to the character, and the sha256 of its bytes (hex).

    EntryError where it's missing, unreadable or not UTF-8.
    """
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8"), hashlib.sha256(raw).hexdigest()
    except FileNotFoundError:
        raise EntryError(str(path), "", "the file is missing", "Add it.") from None
    except UnicodeDecodeError as error:
        raise EntryError(
            str(path), "", f"it isn't UTF-8 at byte {error.start}", "Save it as UTF-8."
        ) from error
    except OSError as error:
        raise EntryError(
            str(path), "", f"it can't be read ({error.strerror})", "Mend its permissions."
        ) from error


def read_article_text(path: Path) -> tuple[str, str]:
    """Return what `read_text` does, of a text whose every character is told.

    EntryError where it has characters that an editor wrote and nobody sees.
    """
    text, digest = read_text(path)
    if text.startswith(BYTE_ORDER_MARK):
        raise EntryError(
            str(path),
            "",
            "it begins with a byte order mark, which isn't the article's",
            "Save it as UTF-8 without BOM.",
        )
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        raise EntryError(
            str(path),
            "",
            f"line {line} ends as Windows ends lines (CR LF), and not in LF alone",
            "Save it with Unix line ends (LF).",
        )
    return text, digest


def read_toml(path: Path) -> tuple[Table, str]:
    """Return a TOML file's top table and the sha256 of its bytes; EntryError as `read_text`.

    A byte order mark before it says nothing, and is passed over.
    """
    text, digest = read_text(path)
    try:
        content = tomllib.loads(text.removeprefix(BYTE_ORDER_MARK))
    except tomllib.TOMLDecodeError as error:
        twice = any(words in str(error) for words in STANDS_TWICE)
        raise EntryError(
            str(path), "", f"it isn't valid TOML: {error}", ONLY_ONCE if twice else UNFINISHED
        ) from error
    return Table(str(path), "", content), digest


@dataclass(frozen=True, slots=True)
class Table:
    """A TOML table that knows where it stands."""

    file: str
    place: str
    content: Mapping[str, object]

    def error(self, what: str, cure: str) -> EntryError:
        """Return an error about this table, to be raised."""
        return EntryError(self.file, self.place, what, cure)

    def __contains__(self, key: str) -> bool:
        return key in self.content

    def table(self, key: str) -> Table:
        """Return the table under `key`, empty where there is none."""
        value = self.content.get(key, {})
        if not isinstance(value, dict):
            raise self.error(f"{key} isn't a table", f"Write it as [{self._under(key)}].")
        return Table(self.file, self._under(key), value)

    def tables(self) -> Iterator[tuple[str, Table]]:
        """Yield every key with its table, in the file's order."""
        for key in self.content:
            yield key, self.table(key)

    def only(self, known: Collection[str]) -> None:
        """Refuse keys that aren't `known`: a misspelt key would be passed over in silence."""
        for key in self.content:
            if key not in known:
                raise self.error(
                    f"the key {key} is unknown", f"Known are: {', '.join(sorted(known))}."
                )

    def text(self, key: str) -> str:
        """Return the text under `key`, which must be there and not blank."""
        value = self.content.get(key)
        if value is None:
            raise self.error(f"{key} is missing", f'Add {key} = "…".')
        if not isinstance(value, str):
            raise self.error(f"{key} isn't a text", f'Write {key} = "…".')
        if not value.strip():
            raise self.error(f"the text {key} is empty", f'Write {key} = "…".')
        return value

    def maybe_text(self, key: str) -> str | None:
        """Return the text under `key`, or None where the key is left out."""
        return self.text(key) if key in self.content else None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the list of texts under `key`, empty where the key is left out."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise self.error(f"{key} isn't a list of texts", f'Write {key} = ["…", "…"].')
        for number, entry in enumerate(value, 1):
            if not entry.strip():
                before = f", behind “{value[number - 2]}”" if number > 1 else ""
                raise self.error(
                    f"text {number} of {key} is empty{before}", "Write it, or take it out."
                )
        return tuple(value)

    def texts_once(self, key: str) -> tuple[str, ...]:
        """Return the list of texts under `key` as `texts` does; none may stand twice."""
        listed = self.texts(key)
        for text, count in Counter(listed).items():
            if count > 1:
                raise self.error(f"{key} has “{text}” {count} times", "Keep it once.")
        return listed

    def one_of(self, key: str, known: Collection[str]) -> str:
        """Return the text under `key`, which must be one of `known`."""
        value = self.text(key)
        if value not in known:
            raise self.error(f"{key} “{value}” is unknown", f"Write one of: {', '.join(known)}.")
        return value

    def numbers(self, key: str, count: int) -> tuple[float, ...]:
        """Return the `count` numbers under `key`: a list, or where it's one, the number itself."""
        value = self.content.get(key)
        listed = value if isinstance(value, list) else [value]
        numbers = tuple(
            float(entry)
            for entry in listed
            if isinstance(entry, int | float) and not isinstance(entry, bool)
        )
        if not len(numbers) == len(listed) == count:
            raise self.error(f"{key} isn't {count} number(s)", f"Write {key} = [{count} of them].")
        return numbers

    def list_of_tables(self, key: str) -> tuple[Table, ...]:
        """Return the tables of the list under `key`, empty where the key is left out."""
        value = self.content.get(key, [])
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            raise self.error(f"{key} isn't a list of tables", f"Write [[{self._under(key)}]].")
        return tuple(
            Table(self.file, f"{self._under(key)}.{number}", entry)
            for number, entry in enumerate(value, 1)
        )

    def text_map(self, key: str) -> dict[str, str]:
        """Return the table of texts under `key`, empty where the key is left out."""
        table = self.table(key)
        return {entry: table.text(entry) for entry in table.content}

    def _under(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key
