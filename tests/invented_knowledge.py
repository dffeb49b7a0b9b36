"""A small knowledge of an invented article, for tests of what is said and not of what is known."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace

from knowledge import Answer, Certainty, Exchange, Fact, Kind, Topic, Verdict
from knowledge.model import Article, Line, Name, Picture

LANGUAGES = ("en", "uk", "ru", "sv", "de")


def _each(text: str) -> dict[str, str]:
    return {
        language: text if language == "en" else f"{text} [{language}]" for language in LANGUAGES
    }


def _fact(
    identity: str,
    statement: str,
    quote: str,
    *,
    paragraph: int | None = 1,
    topic: str = "harbour",
    speaker: str | None = None,
    certainty: Certainty = Certainty.STATED,
    companions: tuple[str, ...] = (),
    about: tuple[str, ...] = (),
    question: str | None = None,
) -> Fact:
    return Fact(
        identity,
        "linden",
        topic,
        _each(statement),
        quote,
        paragraph,
        speaker,
        certainty,
        companions,
        about,
        None,
        {} if question is None else _each(question),
    )


HARBOUR = "The harbour of Linden is held by the <Grey> & the Green; its pier isn’t."
CATCH = "The Greys claim a catch of 9,000 herrings."
CAUTION = "The catch should be viewed with great caution."
FACTS = (
    _fact(
        "harbour-held",
        "The Greys hold the harbour of Linden.",
        HARBOUR,
        about=("linden",),
        question="Who holds Linden?",
    ),
    _fact("pier-not-held", "Nobody holds the pier.", "its pier isn’t", about=("linden",)),
    _fact(
        "catch",
        "The Greys claim 9,000 herrings; view the figure with great caution.",
        CATCH,
        paragraph=2,
        topic="fish",
        speaker="greys",
        certainty=Certainty.CLAIMED,
        companions=("caution",),
        question="How many herrings?",
    ),
    _fact(
        "caution",
        "The catch is to be viewed with great caution.",
        CAUTION,
        paragraph=3,
        topic="fish",
    ),
    _fact(
        "storm",
        "A storm is said to be coming.",
        "A storm is said to be coming.",
        paragraph=4,
        topic="fish",
        certainty=Certainty.SAID_TO_BE,
        question="Will there be a storm?",
    ),
    _fact("subhead", "“Wet days” is a subhead.", "Wet days", paragraph=None, topic="fish"),
    _fact(
        "mast",
        "The mast takes two years, the guild estimates.",
        "two years for the mast, says the guild",
        paragraph=4,
        topic="fish",
        speaker="guild",
        certainty=Certainty.ESTIMATED,
        about=("oakham",),
        question="How long does the mast take?",
    ),
)
TOPICS = (
    Topic("harbour", "harbour", _each("Harbour"), _each("who holds it"), FACTS[:2]),
    Topic("fish", "fish", _each("Fish"), _each("what was caught"), FACTS[2:]),
)
ARTICLE = Article(
    "linden",
    "en",
    _each("an invented article on Linden"),
    _each("The article is invented."),
    _each("invented"),
    dict.fromkeys(LANGUAGES, ("It has four paragraphs.",)),
    dict.fromkeys(LANGUAGES, ("It may be by a child.",)),
    (
        Line(HARBOUR, 1),
        Line("Wet days", None),
        Line(CATCH, 2),
        Line(CAUTION, 3),
        Line("A storm …", 4),
    ),
    dict.fromkeys(LANGUAGES, ("Who holds Linden?", "How many herrings?")),
)
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADElEQVR42mNg+A+EAAYAAf+tLDclAAAAAElFTkSuQmCC"
)
"""Four dots."""


def _picture(identity: str, topic: str | None, title: str, *facts: Fact) -> Picture:
    return Picture(
        id=identity,
        topic=topic,
        title=_each(title),
        alternative=_each(" ".join(fact.statement["en"] for fact in facts)),
        png=PNG,
        digest=hashlib.sha256(PNG).hexdigest(),
        facts=tuple(fact.id for fact in facts),
    )


PICTURES = (
    _picture("chart", None, "Who holds what in Linden", *FACTS[:2]),
    _picture("catches", "fish", "Herrings: the Greys’ claim", *FACTS[2:4]),
)
NAMES = (
    Name("linden", "place", _each("Linden"), ("Lindén",)),
    Name("oakham", "region", _each("Oakham"), ("Oakham",)),
    Name("greys", "people", _each("the Greys"), ("The Greys",)),
    Name("guild", "organisation", _each("the guild"), ("guild",)),
)
UNNAMED = (
    Name("elsewhere", "place", _each("Elsewhere"), ()),
    Name("elsewhere-marked", "place", _each("Elsewhere <b>"), ()),
)

_ANSWERS = {
    "who holds linden?": Answer(Kind.ANSWERED, "en", FACTS[:1]),
    "do the greys hold linden?": Answer(Kind.ANSWERED, "en", FACTS[:1], verdict=Verdict.YES),
    "is the pier theirs?": Answer(Kind.ANSWERED, "en", FACTS[1:2], verdict=Verdict.NO),
    "how many herrings?": Answer(Kind.ANSWERED, "en", FACTS[2:3], more=("fish",)),
    "did they catch 9,000?": Answer(Kind.ANSWERED, "en", FACTS[2:3], verdict=Verdict.YES),
    "did they catch 8,000?": Answer(Kind.ANSWERED, "en", FACTS[2:3], verdict=Verdict.NO),
    "will there be a storm?": Answer(Kind.ANSWERED, "en", FACTS[4:5]),
    "who holds the harbour and the pier?": Answer(Kind.ANSWERED, "en", FACTS[:2]),
    "tell me all": Answer(Kind.ANSWERED, "en", FACTS),
    "хто тримає linden?": Answer(Kind.ANSWERED, "uk", FACTS[:1]),
    "who holds elsewhere?": Answer(Kind.NOT_NAMED, "en", names=("Elsewhere <b>",)),
    "who holds linden, elsewhere and elsewhere?": Answer(
        Kind.ANSWERED, "en", FACTS[:1], names=("Elsewhere", "Elsewhere <b>"), rest=Kind.NOT_NAMED
    ),
    "who holds linden and how many eels?": Answer(
        Kind.ANSWERED, "en", FACTS[:1], rest=Kind.NOT_SAID
    ),
    "how many crabs?": Answer(Kind.NOT_SAID, "en", near=FACTS[2:5]),
    "how deep is the harbour?": Answer(Kind.NOT_SAID, "en", near=FACTS[:2]),
    "how many eels?": Answer(Kind.NOT_SAID, "en"),
    "who won the match?": Answer(Kind.OFF_TOPIC, "en"),
    "linden?": Answer(Kind.CLARIFY, "en", options=FACTS[:2]),
    "thanks": Answer(Kind.SMALL_TALK, "en", small_talk="thanks"),
    "hi": Answer(Kind.SMALL_TALK, "en", small_talk="greeting"),
    "ok": Answer(Kind.SMALL_TALK, "en", small_talk="other"),
    "well done": Answer(Kind.SMALL_TALK, "en", small_talk="praise"),
    "wrong": Answer(Kind.SMALL_TALK, "en", small_talk="complaint"),
    "how are you?": Answer(Kind.SMALL_TALK, "en", small_talk="mood"),
    "bye": Answer(Kind.SMALL_TALK, "en", small_talk="farewell"),
    "who are you?": Answer(Kind.SMALL_TALK, "en", small_talk="identity"),
}
_CLAIMS = {
    "the greys hold linden": Answer(Kind.ANSWERED, "en", FACTS[:1], verdict=Verdict.YES),
    "the pier is theirs": Answer(Kind.ANSWERED, "en", FACTS[1:2], verdict=Verdict.NO),
    "they caught 9,000": Answer(Kind.ANSWERED, "en", FACTS[2:3], verdict=Verdict.YES),
    "they caught 8,000": Answer(Kind.ANSWERED, "en", FACTS[2:3], verdict=Verdict.NO),
    "there is a storm": Answer(Kind.ANSWERED, "en", FACTS[4:5]),
    "the mast takes two years": Answer(Kind.ANSWERED, "en", FACTS[6:7], verdict=Verdict.YES),
    "linden тримають вони": Answer(Kind.ANSWERED, "uk", FACTS[:1], verdict=Verdict.NO),
    "elsewhere is lost": Answer(Kind.NOT_NAMED, "en", names=("Elsewhere <b>",)),
    "crabs are rare": Answer(Kind.NOT_SAID, "en", near=FACTS[2:3]),
    "eels & <b>rays</b> are rare": Answer(Kind.NOT_SAID, "en"),
}


class InventedKnowledge:
    """Answers a few questions by heart, and a follow-up "says who?" from the facts before it."""

    digest = "0" * 64
    languages = LANGUAGES

    def __init__(self) -> None:
        """Keeps what it was asked."""
        self.asked: list[tuple[str, str | None, Exchange | None]] = []
        self.checked: list[tuple[str, str | None]] = []

    def ask(
        self, question: str, *, language: str | None = None, after: Exchange | None = None
    ) -> Answer:
        """The answer learnt by heart."""
        self.asked.append((question, language, after))
        if question == "says who?" and after is not None and after.facts:
            answer = Answer(Kind.ANSWERED, "en", tuple(f for f in FACTS if f.id in after.facts))
        else:
            answer = _ANSWERS.get(question.casefold(), Answer(Kind.OFF_TOPIC, "en"))
        exchange = Exchange(question, tuple(fact.id for fact in answer.facts))
        return replace(answer, exchange=exchange)

    def check(self, text: str, *, language: str | None = None) -> tuple[Answer, ...]:
        """The answers to claims learnt by heart, which are sentences; none to a question."""
        self.checked.append((text, language))
        if text.endswith("?"):
            return ()
        answers = []
        for part in (part.strip().removesuffix(".") for part in text.split(". ")):
            if (claim := _CLAIMS.get(part.casefold())) is not None:
                exchange = Exchange(facts=tuple(fact.id for fact in claim.facts))
                answers.append(replace(claim, exchange=exchange, claims=(part,)))
        told = [answer for answer in answers if answer.kind is Kind.ANSWERED]
        unsaid = [answer for answer in answers if answer.kind is Kind.NOT_SAID]
        if told or len(unsaid) > 1:
            return (*told, *(replace(answer, near=()) for answer in unsaid))
        return (*answers, Answer(Kind.NOT_SAID, self.language_of(text)))[:1]

    def asks_whether(self, text: str) -> bool:
        """Whether it's the one way to ask so that was learnt."""
        return text == "is that true?"

    def language_of(self, text: str, hint: str | None = None) -> str:
        """English, or Ukrainian where the text has its letters."""
        return "uk" if any(letter in "іїєґ" for letter in text.casefold()) else "en"

    def is_foreign(self, text: str) -> bool:
        """Whether it's in Spanish, by its mark."""
        return text.startswith("¿")

    def explain(
        self, question: str, *, language: str | None = None, after: Exchange | None = None
    ) -> str:
        """A word on how the answer came about."""
        return f"by heart: {self.ask(question, after=after).kind}"

    def fact(self, fact_id: str) -> Fact | None:
        """The fact of that id."""
        return next((fact for fact in FACTS if fact.id == fact_id), None)

    def facts(self) -> tuple[Fact, ...]:
        """All of them."""
        return FACTS

    def companions(self, fact: Fact) -> tuple[Fact, ...]:
        """What must travel with it."""
        return tuple(each for each in FACTS if each.id in fact.companions)

    def topics(self) -> tuple[Topic, ...]:
        """Both topics."""
        return TOPICS

    def topic(self, topic_id: str) -> Topic | None:
        """The topic of that id."""
        return next((topic for topic in TOPICS if topic.id == topic_id), None)

    def pictures(self) -> tuple[Picture, ...]:
        """One with a command of its own, one with a topic."""
        return PICTURES

    def picture(self, picture_id: str) -> Picture | None:
        """The picture of that id."""
        return next((picture for picture in PICTURES if picture.id == picture_id), None)

    def articles(self) -> tuple[Article, ...]:
        """The one article."""
        return (ARTICLE,)

    def article(self, article_id: str) -> Article:
        """The one article."""
        return ARTICLE

    def places(self) -> tuple[Name, ...]:
        """Place and region."""
        return NAMES[:2]

    def find_place(self, text: str, language: str) -> Name | None:
        """A place by its name, "Elsewhere" as one that isn't in the article."""
        names = {each.usual["en"].casefold(): each for each in (*NAMES, *UNNAMED)}
        return names.get(text.casefold())

    def facts_about(self, name_id: str) -> tuple[Fact, ...]:
        """The facts about a name."""
        return tuple(fact for fact in FACTS if name_id in fact.about)

    def name(self, name_id: str) -> Name | None:
        """The name of that id."""
        return next((name for name in (*NAMES, *UNNAMED) if name.id == name_id), None)

    def names(self) -> tuple[Name, ...]:
        """The names in the article."""
        return NAMES

    def gazetteer(self) -> tuple[Name, ...]:
        """Those that aren't."""
        return UNNAMED
