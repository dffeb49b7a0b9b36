"""Takes words apart that were typed without the spaces between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from knowledge.understanding.text import Token

SHORTEST, LONGEST = 8, 60
"""Letters; fewer are rather a word of its own that nobody knows."""
MOST_TOKENS = 8
"""Who leaves out spaces leaves out most of them; and each word tried costs time."""
LONGEST_PIECE = 16
"""Letters; hardly any word is longer, and each length that is tried costs time."""
LEAST_PIECES = 3
"""Two words, and no name among them, are rather one that nobody knows ("captain")."""
LETTERS_A_PIECE = 3
"""Shorter pieces on average are found in any word."""
COST_OF_A_LETTER = 0.5
"""What a letter of an ending costs, in pieces: "norwaylose" is two words rather than one."""
KEPT = 1000
"""So many words stay at hand with their pieces; most of them are typed again and again."""
EndingOf = Callable[[str], int | None]


class RunTogether:
    """Knows the words of a language, and finds them where no space is between them."""

    def __init__(self, ending_of_word: EndingOf, ending_of_name: EndingOf) -> None:
        """Both return how many letters of a folded word are its ending, None where it's none."""
        self._word = ending_of_word
        self._name = ending_of_name
        self._kept = lru_cache(KEPT)(self._pieces)

    def taken_apart(self, tokens: Sequence[Token]) -> list[Token]:
        """Return `tokens` with the words that stand in one of them each on their own."""
        if len(tokens) > MOST_TOKENS:
            return list(tokens)
        apart: list[Token] = []
        for token in tokens:
            pieces = self._kept(token.folded)
            if not pieces or len(token.typed) != len(token.folded):
                apart.append(token)
                continue
            start = 0
            for number, piece in enumerate(pieces, 1):
                end = start + len(piece)
                ends = token.sentence_end and number == len(pieces)
                apart.append(Token(token.typed[start:end], piece, ends))
                start = end
        return apart

    def knows(self, word: str) -> bool:
        """Whether the folded `word` is one word or name."""
        return self._word(word) is not None or self._name(word) is not None

    def _pieces(self, word: str) -> tuple[str, ...]:
        """Return the likeliest words that make up `word`; none where it's one itself."""
        if not SHORTEST <= len(word) <= LONGEST or not word.isalpha() or self.knows(word):
            return ()
        best: list[tuple[float, tuple[str, ...]] | None] = [(0.0, ()), *[None] * len(word)]
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - LONGEST_PIECE), end):
                before, piece = best[start], word[start:end]
                cost = self._cost(piece) if before is not None else None
                if before is None or cost is None:
                    continue
                known = best[end]
                if known is None or before[0] + cost < known[0]:
                    best[end] = (before[0] + cost, (*before[1], piece))
        pieces = best[-1][1] if best[-1] is not None else ()
        if len(pieces) * LETTERS_A_PIECE > len(word):
            return ()
        named = any(self._name(piece) is not None for piece in pieces)
        return pieces if named or len(pieces) >= LEAST_PIECES else ()

    def _cost(self, piece: str) -> float | None:
        endings = [one for one in (self._word(piece), self._name(piece)) if one is not None]
        return 1 + COST_OF_A_LETTER * min(endings) if endings else None
