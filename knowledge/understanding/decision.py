"""What one reading of a question comes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.answer import Kind, Verdict


@dataclass(frozen=True, slots=True)
class Decision:
    """What one reading of a question comes to."""

    kind: Kind
    facts: tuple[str, ...] = ()
    verdict: Verdict | None = None
    near: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """Ids of names that no article has."""
    rest: Kind | None = None
    """What the rest of a question gets of which a part is answered: not named, or not said."""
    unheard: str | None = None
    """A word, as typed, that stands where a place does, and that nothing is known of."""
    small_talk: str | None = None
    own_word: bool = False
    """Asked who says so, where the article itself does."""
    of_article: bool = False
    """What isn't said is asked of the article itself."""
    relation: str | None = None
    lead: float = 0.0
    notes: tuple[str, ...] = field(default=())

    @property
    def answered(self) -> bool:
        """Whether it cites a fact as the answer."""
        return self.kind is Kind.ANSWERED

    @property
    def of_several(self) -> bool:
        """Whether the question may mean several facts, which it gets told or offered."""
        return self.kind is Kind.CLARIFY or (self.answered and self.relation is None)
