"""The face of knowledge is a handful of names; whoever adds one says so here."""

from __future__ import annotations

from types import ModuleType

import knowledge

NAMES = {
    "Answer",
    "Article",
    "Certainty",
    "DatabaseError",
    "Exchange",
    "Fact",
    "Kind",
    "Knowledge",
    "KnowledgeError",
    "Line",
    "Name",
    "Picture",
    "SourceError",
    "Topic",
    "Verdict",
    "open_knowledge",
}
NOT_ITS_OWN = {"Path", "annotations"}


def test_knowledge_exports_these_names_and_no_others() -> None:
    assert set(knowledge.__all__) == NAMES
    assert sorted(knowledge.__all__) == knowledge.__all__
    public = {
        name
        for name, value in vars(knowledge).items()
        if not name.startswith("_") and not isinstance(value, ModuleType)
    }
    assert public - NOT_ITS_OWN == NAMES


def test_every_error_of_knowledge_is_one_kind() -> None:
    """Whoever catches KnowledgeError has caught them all."""
    errors = {name for name in NAMES if name.endswith("Error")}
    for name in errors:
        assert issubclass(getattr(knowledge, name), knowledge.KnowledgeError)
