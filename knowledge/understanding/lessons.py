"""What building the knowledge has learnt of how people ask, as it lies in knowledge.db."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from knowledge.understanding.holders import Holder, sides_of
from knowledge.understanding.neighbours import Neighbours
from knowledge.understanding.numbers import FIRST_YEAR, LAST_YEAR
from knowledge.understanding.telling import Telling
from knowledge.understanding.weights import Weights


@dataclass(frozen=True, slots=True)
class Relation:
    """What one kind of fact is asked with."""

    id: str
    facts: tuple[str, ...]
    symbols: Mapping[str, int]
    """How many stored wordings hold a symbol; what no wording holds, the fact doesn't tell."""
    asks: Mapping[str, int]
    """How many open questions hold a symbol that asks (who, when, …)."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """Everything learnt from the stored wordings."""

    relations: Mapping[str, Relation]
    near: Mapping[str, tuple[str, ...]]
    """By id of what isn't said: facts nearby."""
    answers: Mapping[str, str]
    """By id of what isn't said: how it's answered, as `Unsaid.answer` has it."""
    holders: Mapping[str, Holder]
    """By fact: who holds the place that it's about."""
    claims: Mapping[str, Mapping[str, str]]
    """By fact: claims that editors wrote down, by signature, and whether it bears them out."""
    small_talk: Mapping[str, str]
    """By words: what kind of small talk they are; most are words that say nothing else."""
    taught: Mapping[str, str]
    """By checksum of a stored wording's words: its class, where all that share them agree."""
    figures: frozenset[float]
    vocabulary: Mapping[str, frozenset[str]]
    spellings: Mapping[str, tuple[str, ...]]
    weights: Weights
    neighbours: Neighbours
    """The wordings themselves, by the features of `weights`."""
    spelling_weights: Weights
    """What the letters of a question's words speak for, of the same classes."""
    follow_weights: Weights
    verdict_weights: Weights
    """What speaks for a claim on a fact being borne out (`yes`), contradicted (`no`), or neither
    (`open`)."""
    tellings: Mapping[str, Telling]
    """By fact: what a claim on it is held against."""

    def looks_back_on(self, years: Iterable[float]) -> bool:
        """Whether none of `years` comes after the last that the articles print."""
        printed = [figure for figure in self.figures if FIRST_YEAR <= figure <= LAST_YEAR]
        return not printed or all(year <= max(printed) for year in years)

    @property
    def sides(self) -> frozenset[str]:
        """Ids of those who hold places, or are said not to."""
        return sides_of(self.holders.values())

    def to_bytes(self) -> Mapping[str, bytes]:
        """Return the parts by name, for a table of knowledge.db."""
        head = {
            "relations": {
                r.id: {
                    "facts": r.facts,
                    "symbols": dict(sorted(r.symbols.items())),
                    "asks": dict(sorted(r.asks.items())),
                }
                for r in self.relations.values()
            },
            "near": self.near,
            "answers": self.answers,
            "holders": {fact: str(holder) for fact, holder in self.holders.items()},
            "claims": self.claims,
            "small_talk": self.small_talk,
            "taught": _by_label(self.taught),
            "figures": sorted(self.figures),
            "vocabulary": {k: sorted(v) for k, v in sorted(self.vocabulary.items())},
            "spellings": dict(sorted(self.spellings.items())),
            "tellings": {t.fact: t.as_table() for t in self.tellings.values()},
        }
        return {
            "lessons": as_json(head),
            "weights": self.weights.to_bytes(),
            "neighbours": self.neighbours.to_bytes(),
            "spelling": self.spelling_weights.to_bytes(),
            "follow": self.follow_weights.to_bytes(),
            "verdicts": self.verdict_weights.to_bytes(),
        }

    @classmethod
    def from_bytes(cls, parts: Mapping[str, bytes]) -> Lessons:
        """Read what `to_bytes` wrote."""
        head = json.loads(parts["lessons"])
        return cls(
            relations={
                key: Relation(key, tuple(value["facts"]), value["symbols"], value["asks"])
                for key, value in head["relations"].items()
            },
            near={key: tuple(value) for key, value in head["near"].items()},
            answers=head["answers"],
            holders={fact: Holder.of(written) for fact, written in head["holders"].items()},
            claims=head["claims"],
            small_talk=head["small_talk"],
            taught={key: label for label, keys in head["taught"].items() for key in keys},
            figures=frozenset(head["figures"]),
            vocabulary={key: frozenset(value) for key, value in head["vocabulary"].items()},
            spellings={key: tuple(value) for key, value in head["spellings"].items()},
            weights=Weights.from_bytes(parts["weights"]),
            neighbours=Neighbours.from_bytes(parts["neighbours"]),
            spelling_weights=Weights.from_bytes(parts["spelling"]),
            follow_weights=Weights.from_bytes(parts["follow"]),
            verdict_weights=Weights.from_bytes(parts["verdicts"]),
            tellings={key: Telling.of(key, table) for key, table in head["tellings"].items()},
        )


def _by_label(taught: Mapping[str, str]) -> dict[str, list[str]]:
    labels: dict[str, list[str]] = {}
    for key, label in sorted(taught.items()):
        labels.setdefault(label, []).append(key)
    return labels


def as_json(content: object) -> bytes:
    """Return `content` as compact JSON, the same bytes for the same content."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
