"""What the bot says of itself: its start, its help, what it keeps, and how to address it."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.catalogues import catalogue
from handlers.reply import Block, Gap, Line, Reply, bold, line, listing
from handlers.said import Audience, Said
from handlers.translations import worded
from knowledge import Knowledge

Menu = Iterable[tuple[str, str]]
"""Commands without their slash, each with a few words on what it gives."""


class HelpWords:
    """Words what the bot is and how it is asked."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Takes its examples from `knowledge`."""
        self._knowledge = knowledge

    def start(self, language: str, audience: Audience, menu: Menu, bot: str | None) -> Said:
        """Who this is, what to try, and that the quote comes along."""
        say = catalogue(language).say
        blocks: list[Block] = [
            line(bold(say("Frontline Facts"))),
            line(
                say(
                    "I answer from one source only: {article}. "
                    "Each answer brings its very words, who says it and how sure that is.",
                    article=self._articles(language),
                )
            ),
        ]
        if audience is Audience.GROUP:
            blocks += [Gap(), *_addressing(language, bot)]
        else:
            blocks += [Gap(), line(say("Ask in plain words, for example:"))]
            blocks += listing([line(example) for example in self._examples(language)])
        blocks += [Gap(), line(say("Or open a topic:")), *_commands(menu)]
        return Said(Reply(tuple(blocks)), language)

    def help(self, language: str, topics: Menu, others: Menu, bot: str | None) -> Said:
        """Every command, and how to ask in private and in a group."""
        say = catalogue(language).say
        blocks: list[Block] = [
            line(bold(say("Ask"))),
            line(
                say("In private: just write your question. A reply to an answer is a follow-up.")
            ),
            *_addressing(language, bot),
            Gap(),
            line(bold(say("Topics"))),
            *_commands(topics),
            Gap(),
            line(bold(say("More"))),
            *_commands(others),
        ]
        return Said(Reply(tuple(blocks)), language)

    def privacy(self, language: str) -> Said:
        """What is kept of people, and for how long."""
        say = catalogue(language).say
        kept = [
            say("What you write and your name go to no file and no log."),
            say(
                "Your last question and its answer stay in memory for ten minutes, for follow-ups,"
                " and for one minute how many answers you got, against floods."
            ),
            say(
                "The numbers of answered updates are kept for 48 hours, "
                "so that a restart neither loses a question nor answers it twice."
            ),
            say(
                "Where Telegram makes me hold an answer back, it waits by chat and message number,"
                " with the ids of its facts and without words, until it is sent, "
                "for a day at most. Else your id goes to no file and no log."
            ),
        ]
        return Said(
            Reply(
                (
                    line(bold(say("What I keep"))),
                    *listing([line(each) for each in kept]),
                    Gap(),
                    line(say("So there is nothing more to delete.")),
                )
            ),
            language,
        )

    def hello(self, language: str, bot: str | None) -> Said:
        """Two lines for a group that the bot was added to: what it does, how to address it."""
        say = catalogue(language).say
        what = say(
            "I answer questions from one source only, always with the quote: {article}.",
            article=self._articles(language),
        )
        how = " ".join(each.plain for each in _addressing(language, bot))
        return Said(Reply((line(what), line(how))), language)

    def unknown_command(self, language: str) -> Said:
        """One line for a command that the bot doesn't have."""
        return Said(
            Reply(
                (line(catalogue(language).say("I don't know that command. /help lists mine.")),)
            ),
            language,
        )

    def no_question(self, language: str) -> Said:
        """One line where a question was announced and didn't come."""
        say = catalogue(language).say
        return Said(
            Reply((line(say("Write your question after /ask, in any words you like.")),)), language
        )

    def no_words(self, language: str) -> Said:
        """One line for a picture, a sticker or a voice message without words."""
        say = catalogue(language).say
        return Said(
            Reply((line(say("I read words only: write your question, please.")),)), language
        )

    def too_much(self, language: str) -> Said:
        """One line for who asks more in a minute than is answered."""
        say = catalogue(language).say
        told = say("That was a lot for one minute: I answer again once it is over.")
        return Said(Reply((line(told),)), language)

    def _articles(self, language: str) -> str:
        return "; ".join(worded(article.name, language) for article in self._knowledge.articles())

    def _examples(self, language: str) -> list[str]:
        say = catalogue(language).say
        places = [name for name in self._knowledge.places() if name.kind == "place"][:2]
        usual = [worded(name.usual, language) for name in places]
        return [say("Who holds the town of {place}?", place=place) for place in usual]


def _addressing(language: str, bot: str | None) -> list[Line]:
    say = catalogue(language).say
    name = bot or say("botname")
    return [
        line(
            say(
                "In a group: write /ask@{bot} and your question, or reply to one of my messages.",
                bot=name,
            )
        ),
        line(
            say(
                "A plain mention of @{bot} may not reach me while the group's privacy mode is on.",
                bot=name,
            )
        ),
    ]


def _commands(menu: Menu) -> tuple[Line, ...]:
    return tuple(line(f"/{command} – {description}") for command, description in menu)
