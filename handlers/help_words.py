"""What the bot says of itself: its start, its help, what it keeps, and how to address it."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.buttons import Rows, under_start
from handlers.catalogues import catalogue
from handlers.offers import examples
from handlers.reply import Block, Gap, Line, Reply, bold, line, listing
from handlers.said import Audience, Said
from handlers.translations import article_names, has_several
from knowledge import Knowledge
from state.questions import LONGEST

Menu = Iterable[tuple[str, str]]
"""Commands without their slash, each with a few words on what it gives."""


class HelpWords:
    """Words what the bot is and how it is asked."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Takes its examples from `knowledge`."""
        self._knowledge = knowledge

    def start(
        self,
        language: str,
        audience: Audience,
        menu: Menu,
        bot: str | None,
        *,
        dead_link: bool = False,
    ) -> Said:
        """Who this is, what to try, and that the quote comes along.

        `dead_link`: what was opened leads nowhere, which is said first.
        """
        say = catalogue(language).say
        sources = article_names(self._knowledge, language)
        blocks: list[Block] = []
        buttons: Rows = ()
        if dead_link:
            dead = say("That link leads to nothing I know: it may be of another version of me.")
            blocks += [line(dead), Gap()]
        blocks += [
            line(bold(say("Frontline Facts"))),
            line(
                say(
                    "I answer from these sources only: {article}. "
                    "Each answer brings their very words, who says it and how sure that is.",
                    article=sources,
                )
                if has_several(self._knowledge)
                else say(
                    "I answer from one source only: {article}. "
                    "Each answer brings its very words, who says it and how sure that is.",
                    article=sources,
                )
            ),
        ]
        if audience is Audience.GROUP:
            blocks += [Gap(), *_addressing(language, bot)]
        elif buttons := under_start(language, self._knowledge) if bot is not None else ():
            blocks += [Gap(), line(say("Ask in plain words, or press an example below."))]
        else:
            blocks += [Gap(), *self._such_as(language)]
        blocks += [Gap(), line(say("Or open a topic:")), *_commands(menu)]
        return Said(Reply(tuple(blocks)), language, buttons=buttons)

    def help(
        self,
        language: str,
        topics: Menu,
        others: Menu,
        bot: str | None,
        *,
        in_words: Iterable[str] = (),
        inline: bool = False,
        guest: bool = False,
    ) -> Said:
        """Every command, and how to ask in private, in a group, and where these modes are on.

        `in_words` are the commands that tell in words all that others show in a picture.
        """
        say = catalogue(language).say
        blocks: list[Block] = [
            line(bold(say("Ask"))),
            line(
                say("In private: just write your question. A reply to an answer is a follow-up.")
            ),
            *_addressing(language, bot),
            line(
                say(
                    "Forward me a message, and I check its claims. "
                    "In a group, reply to it with /check@{bot}.",
                    bot=bot or say("botname"),
                )
            ),
            *_elsewhere(language, bot, inline=inline, guest=guest),
            Gap(),
            *self._such_as(language),
            Gap(),
            line(bold(say("Topics"))),
            *_commands(topics),
            *_without_picture(language, in_words),
            Gap(),
            line(bold(say("More"))),
            *_commands(others),
        ]
        return Said(Reply(tuple(blocks)), language)

    def privacy(self, language: str) -> Said:
        """What is kept of people, and for how long."""
        say = catalogue(language).say
        send = say("Send the question to the editors")
        kept = [
            say(
                "What you write, your name and your id go to no file and no log, "
                "with two exceptions."
            ),
            say(
                "First: where Telegram makes me hold an answer back, it waits by chat and message "
                "number, with the ids of its facts and without words, until it is sent, "
                "for a day at most."
            ),
            say(
                "Second: if you press “{button}”, the words of that question are kept for the "
                "editors, {number} characters at most, with its language and how often it was "
                "sent, but not who asked, where or when. They stay until an editor deletes them.",
                button=send,
                number=LONGEST,
            ),
            say(
                "Your last question, its answer and language stay in memory for ten minutes, for "
                "follow-ups, as does which answers you rated or sent; and for one minute how many "
                "answers you got, against floods."
            ),
            say("👍 and 👎 are counted for each fact, without persons and chats."),
            say(
                "The numbers of answered updates are kept for 48 hours, "
                "so that a restart neither loses a question nor answers it twice."
            ),
        ]
        return Said(
            Reply(
                (
                    line(bold(say("What I keep"))),
                    *listing([line(each) for each in kept]),
                    Gap(),
                    line(say("So nothing that is kept for longer leads to you.")),
                )
            ),
            language,
        )

    def hello(self, language: str, bot: str | None) -> Said:
        """Two lines for a group that the bot was added to: what it does, how to address it."""
        say = catalogue(language).say
        sources = article_names(self._knowledge, language)
        if has_several(self._knowledge):
            what = say(
                "I answer questions from these sources only, always with the quote: {article}.",
                article=sources,
            )
        else:
            what = say(
                "I answer questions from one source only, always with the quote: {article}.",
                article=sources,
            )
        how = " ".join(each.plain for each in _addressing(language, bot))
        return Said(Reply((line(what), line(how))), language)

    def unknown_command(self, language: str) -> Said:
        """One line for a command that the bot doesn't have."""
        say = catalogue(language).say
        return Said.in_a_line(say("I don't know that command. /help lists mine."), language)

    def no_question(self, language: str) -> Said:
        """One line where a question was announced and didn't come."""
        say = catalogue(language).say
        told = say("Write your question after /ask, in any words you like.")
        return Said.in_a_line(told, language)

    def no_words(self, language: str) -> Said:
        """One line for a picture, a sticker or a voice message without words."""
        say = catalogue(language).say
        return Said.in_a_line(say("I read words only: write your question, please."), language)

    def too_much(self, language: str) -> Said:
        """One line for who asks more in a minute than is answered."""
        say = catalogue(language).say
        told = say("That was a lot for one minute: I answer again once it is over.")
        return Said.in_a_line(told, language)

    def _such_as(self, language: str) -> tuple[Line, ...]:
        say = catalogue(language).say
        offers = examples(language, self._knowledge)
        if not offers:
            return (line(say("Ask in plain words.")),)
        asked = [line(offer.question) for offer in offers]
        return line(say("Ask in plain words, for example:")), *listing(asked)


def _addressing(language: str, bot: str | None) -> list[Line]:
    say = catalogue(language).say
    name = bot or say("botname")
    return [
        line(
            say(
                "In a group: write /ask@{bot} and your question, use another of my commands, "
                "or reply to one of my messages.",
                bot=name,
            )
        ),
        line(
            say(
                "A plain mention of @{bot} may not reach me, unless I'm an admin there "
                "or my privacy mode is off.",
                bot=name,
            )
        ),
    ]


def _elsewhere(language: str, bot: str | None, *, inline: bool, guest: bool) -> list[Line]:
    say = catalogue(language).say
    ways = []
    if guest:
        ways.append(say("Where I'm no member: @{bot} and your question.", bot=bot))
    if inline:
        ways.append(
            say("In any chat: type @{bot} and a place or a topic, and choose a card.", bot=bot)
        )
    return [line(way) for way in ways]


def _without_picture(language: str, commands: Iterable[str]) -> list[Line]:
    say = catalogue(language).say
    listed = ", ".join(f"/{command}" for command in commands)
    if not listed:
        return []
    return [line(say("All of it in words, without a picture: {commands}", commands=listed))]


def _commands(menu: Menu) -> tuple[Line, ...]:
    return tuple(line(f"/{command} – {description}") for command, description in menu)
