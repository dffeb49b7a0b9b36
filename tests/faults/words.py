"""Hostile words, from every side that a person can give them."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.bot.processes import BotProcess
from tests.corpora import naughty_strings, questions
from tests.discretion import given_away, given_away_by_files
from tests.faults.crowd import all_counted, came, counted
from tests.faults.scenarios import Report, Scale, scenario
from tests.telegram_double import BOT, Break, Fault, TelegramDouble

MARK = "zqxj"
"""Stands in every text that is made up, so that logs and state can be searched for it."""
NASTY = [
    "\x00\x01\x1b[31m",
    "\ud83d",
    "\udfff\ud800",
    "\u202e\u2066\u200b\ufeff",
    "😀" * 4096,
    "a" * 100_000,
    "(" * 2000 + ")" * 2000,
    "a" * 2000 + "!" * 2000,
    "\n" * 3000,
    "<b>bold</i> <a href='https://example.org'>x</a> &lt;&amp;&#0;",
    "<blockquote expandable>" * 90,
    "<tg-spoiler>*_`[x](tg://user?id=1)~||</tg-spoiler>",
    '" OR 1=1; drop table facts; --',
    'NEAR("a" "b", 5) AND facts MATCH * ^"',
    "{0.__class__} %s %n ${jndi:ldap://x} {{7*7}}",
    "../../etc/passwd\\..\\",
    "١٢٣ 𝟘𝟙 ½ ⅷ 10e999 -0 NaN Infinity",
    "ﷺ" * 300 + "Z̷̢" * 300,
    "who who who who who " * 200,
]
LONGEST = 4096
"""Characters of a Telegram message."""
AT_ONCE = 20
"""Texts that are said before their answers are waited for."""
UNLIMITED = {"ANSWERS_PER_GROUP_MINUTE": "0", "ANSWERS_PER_PERSON_MINUTE": "0"}
MOST_INLINE, MOST_PRESSED = 256, 16
"""Characters of an inline query; and of a button's data, which has 64 bytes."""
_OWN: dict[str, Any] = {"message_id": 1, "from": BOT, "date": 1, "text": "Which of these?"}
OWN_LINKS = f"https://t.me/{BOT['username']}?start="


def _made_up(scale: Scale) -> Iterator[str]:
    rng = random.Random(scale.seed)
    for _ in range(scale.count(4, 3000)):
        upto = rng.choice((0x80, 0x500, 0x3000, 0x11_0000))
        letters = "".join(chr(rng.randrange(upto)) for _ in range(rng.randrange(1, 200)))
        yield f"{MARK} {letters}"


def _some(texts: Sequence[str], scale: Scale, few: int) -> Sequence[str]:
    return texts if scale.long else random.Random(scale.seed).sample(texts, few)


def hostile_texts(seed: int) -> Iterator[str]:
    """Texts without end that take long to be read: nasty ones, all typos, all other letters."""
    rng = random.Random(seed)
    words = sorted({word for text in (*questions(), *naughty_strings()) for word in text.split()})
    while True:
        yield rng.choice(NASTY)[:LONGEST]
        yield " ".join(f"{word}x" for word in rng.choices(words, k=600))[:LONGEST]
        yield "".join(chr(rng.randrange(0x30, 0x3000)) for _ in range(LONGEST))


class Speaker:
    """Says texts from every side, and looks at what comes back."""

    def __init__(self, telegram: TelegramDouble) -> None:
        """Nothing is said yet."""
        self.asked = 0
        self.unanswered = 0
        """People and queries."""
        self.wrong: list[str] = []
        """What is wrong with replies."""
        self._telegram = telegram
        self._numbers = count(1)

    async def say(self, texts: Iterable[str], within: float = 60) -> None:
        """Say each of `texts`: in private, in a group, as a guest's caller, inline, by a button.

        In private it's a question, a command and what comes after one; in the group, besides, its
        title and what is replied to. Everywhere it's the name of who says it.
        """
        said, people, queries = dict[int, str](), set[int](), dict[str, str]()
        telegram, bot = self._telegram, BOT["username"]
        telegram.sent.clear()
        for text in texts:
            number = next(self._numbers)
            person = telegram.person(number, name=text[:64] or "x")
            group = telegram.group(number, title=text[:128] or "x")
            for words in (text, f"/place {text}", f"/ask {text}", f"/{text}"):
                person.writes(words)
            quoted = person.writes(text, group).message
            person.writes(f"/ask@{bot}", group, reply_to=quoted)
            person.writes(f"@{bot} {text}", group)
            inline, _ = person.types_inline(text[:MOST_INLINE])
            guest, _ = person.calls_guest(f"@{bot} {text}", group)
            press, _ = person.presses(_OWN | {"chat": person.chat.shown}, text[:MOST_PRESSED])
            self.asked += 9
            said |= {person.chat.id: text, group.id: text}
            people.add(person.chat.id)
            queries |= dict.fromkeys((inline, guest, press), text)
        await telegram.until_all_confirmed(within)
        self.unanswered += len(people - {sent.chat_id for sent in telegram.sent})
        for sent in telegram.sent:
            html = str(sent.parameters.get("text", sent.parameters.get("caption", "")))
            self.wrong += _wrong_with(html, sent.message, said[sent.chat_id])
        for query, text in queries.items():
            given = telegram.api.answers.get(query)
            self.unanswered += given is None
            for post in telegram.api.posts.get(query, ()):
                self.wrong += _wrong_with(_html_of(given or {}), post, text)


def _html_of(answer: dict[str, Any]) -> str:
    """What an answer to a query would post."""
    results = json.loads(answer.get("results", f"[{answer.get('result', '')}]"))
    contents = ({**one, **one.get("input_message_content", {})} for one in results)
    return "\n".join(one.get("message_text", one.get("caption", "")) for one in contents)


def _wrong_with(html: str, message: dict[str, Any], said: str) -> Iterator[str]:
    """What stands unescaped in what was sent; the double refuses what isn't well-formed."""
    if len(said) > 3 and set(said) & set("<>&") and said in html:
        yield f"unescaped: {said[:60]!r}"
    for entity in (*message.get("entities", ()), *message.get("caption_entities", ())):
        if not entity.get("url", OWN_LINKS).startswith(OWN_LINKS):
            yield f"a link to {entity['url'][:60]!r}"


async def _report_on(
    speaker: Speaker, telegram: TelegramDouble, bot: BotProcess, folder: Path, report: Report
) -> None:
    bot.terminate()
    await bot.ended()
    report.tell("asked", speaker.asked)
    report.exactly("without an answer", speaker.unanswered, 0)
    report.exactly("replies that are wrong", speaker.wrong[:3], [])
    report.exactly("refused", telegram.refused[:3], [])
    all_counted(report, folder, came(telegram))
    away = given_away(bot.output, MARK) + given_away_by_files(folder, MARK)
    report.exactly("given away by log and state", away[:3], [])


@scenario("hostile words", "naughty strings, FTS5, SQL, HTML, Unicode, 100,000 letters")
async def hostile_words(scale: Scale, folder: Path, report: Report) -> None:
    """As question, argument, command, name, title, inline …: answered, escaped, and forgotten."""
    texts = [*NASTY, *_some(naughty_strings(), scale, 15), *_made_up(scale)]
    async with TelegramDouble(seed=scale.seed) as telegram:
        speaker = Speaker(telegram)
        async with BotProcess(telegram, folder, module="bot", environment=UNLIMITED) as bot:
            for first in range(0, len(texts), AT_ONCE):
                await speaker.say(texts[first : first + AT_ONCE])
            await _report_on(speaker, telegram, bot, folder, report)


@scenario("any words", "Hypothesis's, 10,000 texts (in the suite: 60)")
async def any_words(scale: Scale, folder: Path, report: Report) -> None:
    """The same for whatever text there may be, half surrogate pairs and NUL among them."""
    async with TelegramDouble(seed=scale.seed) as telegram:
        speaker, loop = Speaker(telegram), asyncio.get_running_loop()

        @seed(scale.seed)
        @settings(
            max_examples=scale.count(2, 500),
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(texts=st.lists(st.text(st.characters()), min_size=AT_ONCE, max_size=AT_ONCE))
        def say(texts: list[str]) -> None:
            said: Any = asyncio.run_coroutine_threadsafe(speaker.say(texts), loop)
            said.result()
            assert (speaker.unanswered, speaker.wrong, telegram.refused) == (0, [], [])

        async with BotProcess(telegram, folder, module="bot", environment=UNLIMITED) as bot:
            await asyncio.to_thread(say)
            await _report_on(speaker, telegram, bot, folder, report)


@scenario("secrets", "all that the question sets ask, under 429, 5xx, resets and kills")
async def secrets(scale: Scale, folder: Path, report: Report) -> None:
    """Whatever goes wrong, neither the token nor a word of a question is written down."""
    texts = [*_some(questions(), scale, 60), *_some(naughty_strings(), scale, 20)]
    output = ""
    async with TelegramDouble(seed=scale.seed) as telegram:
        telegram.faults.flood(4, rate=0.05)
        # A wait that is short isn't written down, and a kill forgets it.
        telegram.impatience_expected = True
        telegram.faults.add(Fault(status=502, body=b"<html>", rate=0.05))
        telegram.faults.add(Fault(breaks=Break.AFTER, rate=0.05))
        objection = Fault(status=400, description="Bad Request: no such thing", rate=0.05)
        telegram.faults.add(objection)
        for number, text in enumerate(texts):
            person = telegram.person(number % 200, name=text[:64] or "x")
            person.chat.refusal = "bot was blocked by the user" if number % 20 == 7 else None
            person.writes(text)
            telegram.hand_over_raw({"message": {"text": text, "chat": {"id": text}}})
        for _ in range(scale.count(1, 20)):
            begun = len(telegram.sent)
            async with BotProcess(telegram, folder, module="bot", environment=UNLIMITED) as bot:
                await telegram.until(lambda: len(telegram.sent) >= begun + 20, 60)  # noqa: B023
                bot.kill()
                await bot.ended()
                output += bot.output
        telegram.faults.clear()
        async with BotProcess(telegram, folder, module="bot", environment=UNLIMITED) as bot:
            await telegram.until_all_confirmed(within=300)
            bot.terminate()
            await bot.ended()
        output += bot.output
    report.tell("asked", len(texts))
    report.tell("lines logged", output.count("\n"))
    report.exactly("parked answers", "parked" in output, True)
    report.exactly("counted", counted(folder).total(), came(telegram))
    # Each text came as a message without a readable chat too; and nothing mends what is objected.
    most = len(texts) + objection.struck
    report.at_most("failed", counted(folder)["failed"], most)
    away = given_away(output) + given_away_by_files(folder)
    report.exactly("given away by log and state", away[:3], [])
