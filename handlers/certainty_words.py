"""How sure a fact is and who says it, in the reply's language."""

from __future__ import annotations

from handlers.catalogues import Catalogue
from knowledge import Certainty, Fact, Verdict


def certainty_words(catalogue: Catalogue, fact: Fact, speaker: str | None) -> str | None:
    """Who says the fact and how sure that is; `None` where the article itself states it.

    `speaker` is the name of who says it, in the nominative: the sentences need no other case.
    """
    say = catalogue.say
    match fact.certainty, speaker:
        case Certainty.STATED, None:
            return None
        case Certainty.STATED, name:
            return say("according to {name}", name=name)
        case Certainty.CLAIMED, None:
            return say("claimed; the article doesn't say by whom")
        case Certainty.CLAIMED, name:
            return say("claimed by {name}", name=name)
        case Certainty.SAID_TO_BE, None:
            return say("the article doesn't say who says so")
        case Certainty.SAID_TO_BE, name:
            return say("said to be so, according to {name}", name=name)
        case Certainty.ESTIMATED, None:
            return say("an estimate; the article doesn't say whose")
        case Certainty.ESTIMATED, name:
            return say("estimated by {name}", name=name)
    raise AssertionError(fact.certainty)


def verdict_words(catalogue: Catalogue, verdict: Verdict, certainty: Certainty) -> str:
    """Yes or no, and that it rests on a claim where it does."""
    say = catalogue.say
    match verdict, certainty:
        case Verdict.YES, Certainty.STATED:
            return say("Yes.")
        case Verdict.YES, Certainty.CLAIMED:
            return say("Yes, so it is claimed.")
        case Verdict.YES, Certainty.SAID_TO_BE:
            return say("Yes, so it is said.")
        case Verdict.YES, Certainty.ESTIMATED:
            return say("Yes, so it is estimated.")
        case Verdict.NO, Certainty.STATED:
            return say("No.")
        case Verdict.NO, Certainty.CLAIMED:
            return say("No, going by what is claimed.")
        case Verdict.NO, Certainty.SAID_TO_BE:
            return say("No, going by what is said.")
        case Verdict.NO, Certainty.ESTIMATED:
            return say("No, going by the estimate.")
    raise AssertionError(verdict)


def denial_words(catalogue: Catalogue, verdict: Verdict, certainty: Certainty) -> str:
    """Whether what is denied is so, where a yes or no could be taken for either."""
    say = catalogue.say
    match verdict, certainty:
        case Verdict.YES, Certainty.STATED:
            return say("That's right.")
        case Verdict.YES, Certainty.CLAIMED:
            return say("That's right, so it is claimed.")
        case Verdict.YES, Certainty.SAID_TO_BE:
            return say("That's right, so it is said.")
        case Verdict.YES, Certainty.ESTIMATED:
            return say("That's right, so it is estimated.")
        case Verdict.NO, Certainty.STATED:
            return say("That's not so.")
        case Verdict.NO, Certainty.CLAIMED:
            return say("That's not so, going by what is claimed.")
        case Verdict.NO, Certainty.SAID_TO_BE:
            return say("That's not so, going by what is said.")
        case Verdict.NO, Certainty.ESTIMATED:
            return say("That's not so, going by the estimate.")
    raise AssertionError(verdict)


def borne_out_words(catalogue: Catalogue, verdict: Verdict, certainty: Certainty) -> str:
    """Whether the article says what is claimed, and that it does so as a claim where it does."""
    say = catalogue.say
    match verdict, certainty:
        case Verdict.YES, Certainty.STATED:
            return say("The article says so.")
        case Verdict.YES, Certainty.CLAIMED:
            return say("The article says so, as a claim.")
        case Verdict.YES, Certainty.SAID_TO_BE:
            return say("The article says so, as something that is said.")
        case Verdict.YES, Certainty.ESTIMATED:
            return say("The article says so, as an estimate.")
        case Verdict.NO, Certainty.STATED:
            return say("The article says otherwise.")
        case Verdict.NO, Certainty.CLAIMED:
            return say("The article says otherwise, as a claim.")
        case Verdict.NO, Certainty.SAID_TO_BE:
            return say("The article says otherwise, as something that is said.")
        case Verdict.NO, Certainty.ESTIMATED:
            return say("The article says otherwise, as an estimate.")
    raise AssertionError(verdict)
