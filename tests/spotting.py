"""Finds texts again in what was written, in whatever dress: escaped, folded, spaced, or cut."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

TELLING = 12
"""Letters from which on a text is nobody's but who wrote it; "null" may stand anywhere."""
PIECE = 24
"""As many letters of a longer text give it away, wherever it was cut."""
_STEP = PIECE - TELLING + 1
"""Whatever piece of a text is taken, one of its every so many `TELLING` letters is in it whole."""
_ESCAPE = re.compile(
    r"\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|U(000[\da-fA-F]{5}|0010[\da-fA-F]{4})|(.))",
    re.ASCII | re.DOTALL,
)
_LETTERS = dict(zip("nrtfvba", "\n\r\t\f\v\b\a", strict=True))
_WORDS = re.compile(rb"[\t\n\r -~\x80-\xff]{4,}")
_FIGURES = re.compile(r"[\d.,+/ -]*", re.ASCII)
"""Any count or time is one of them."""


def plain(text: str) -> str:
    """Without escapes (of JSON, Python and HTML, one within another), case and runs of spaces."""
    before = None
    while text != before:
        before = text
        text = html.unescape(_ESCAPE.sub(_meant, text))
    # JSON writes one letter beyond 2¹⁶ as two.
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return " ".join(paired.casefold().split())


def words_among(written: bytes) -> str:
    """What may be text in a file of other things, each once, in lines."""
    return b"\n".join(dict.fromkeys(_WORDS.findall(written))).decode("utf-8", "replace")


def _meant(escape: re.Match[str]) -> str:
    letter = escape[4]
    if letter is not None:
        return _LETTERS.get(letter, letter)
    return chr(int(escape[1] or escape[2] or escape[3], 16))


class Spotter:
    """Knows texts, and finds them in others."""

    def __init__(self, texts: Iterable[str], allowed: str) -> None:
        """Look for `texts`, but for short ones that stand in `allowed` too, or are figures."""
        # Letters, each with the texts that they stand in, and where first.
        self._grams: dict[str, dict[str, int]] = {}
        short: set[str] = set()
        for text in sorted({plain(text) for text in texts}):
            packed = _packed(text)
            if len(packed) < TELLING:
                short.add(text)
                continue
            for at in range(0, len(packed) - TELLING + 1, _STEP):
                self._grams.setdefault(packed[at : at + TELLING], {}).setdefault(packed, at)
        self._short = _by_itself(short, plain(allowed))

    def found_in(self, written: str) -> list[str]:
        """The texts that `written` holds, plain; of a longer one, the pieces that it holds."""
        return self.pieces_in(written) + self._short.findall(plain(written))

    def pieces_in(self, written: str) -> list[str]:
        """The same for longer texts alone: among bytes, a short one may be chance."""
        return list(dict.fromkeys(self._pieces(_packed(plain(written)))))

    def _pieces(self, packed: str) -> Iterator[str]:
        known, start = self._grams, 0
        while start <= len(packed) - TELLING:
            for text, at in known.get(packed[start : start + TELLING], {}).items():
                piece = _shared(packed, start, text, at)
                if len(piece) >= min(PIECE, len(text)):
                    yield piece
                    start += PIECE
                    break
            start += 1


def _packed(text: str) -> str:
    """Without spaces: a log line, a table and a wrapped page each have their own."""
    return "".join(text.split())


def _by_itself(texts: set[str], allowed: str) -> re.Pattern[str]:
    """Finds each of `texts` between spaces or signs, but any figure, and what is `allowed`."""
    told = {
        text
        for text in texts
        if not _FIGURES.fullmatch(text)
        and not (text in allowed and re.search(_alone([text]), allowed))
    }
    return re.compile(_alone(sorted(told, key=lambda text: (-len(text), text))))


def _alone(texts: list[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, texts))})(?!\w)"


def _shared(written: str, start: int, text: str, at: int) -> str:
    """What `written` at `start` and `text` at `at` have in common around there."""
    back = 0
    while back < min(start, at, PIECE) and written[start - back - 1] == text[at - back - 1]:
        back += 1
    end = TELLING
    most = min(PIECE, len(written) - start, len(text) - at)
    while end < most and written[start + end] == text[at + end]:
        end += 1
    return written[start - back : start + end]
