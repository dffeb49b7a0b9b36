"""Hostile words, from every side that a person can give them."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from tests.bot.processes import BotProcess
from tests.faults.scenarios import Report, Scale, scenario
from tests.telegram_double import BOT, TelegramDouble

MODULE = "tests.bot.invented_process"
MARK = "zqxj"
"""Stands in every text, so that logs and state can be searched for it."""
NASTY = [
    "",
    "\x00\x01\x1b[31m",
    "\ud83d",
    "\udfff\ud800",
    "\u202e\u2066\u200b\ufeff",
    "😀" * 2000,
    "a" * 4000,
    "(" * 2000 + ")" * 2000,
    "a" * 2000 + "!" * 2000,
    "\n" * 3000,
    "<b>bold</i> <a href='https://example.org'>x</a> &lt;&amp;&#0;",
    "<blockquote expandable>" * 90,
    "*_`[x](http://example.org)~|",
    '" OR 1=1; drop table facts; --',
    'NEAR("a" "b", 5) AND facts MATCH *',
    "{0.__class__} %s %n ${jndi:ldap://x} {{7*7}}",
    "../../etc/passwd\\..\\",
    "١٢٣ 𝟘𝟙 ½ ⅷ 10e999 -0 NaN Infinity",
    "ﷺ" * 300 + "Z̷̢" * 300,
    "who who who who who " * 200,
]


def _texts(scale: Scale) -> Iterator[str]:
    yield from NASTY
    rng = random.Random(scale.seed)
    for _ in range(scale.count(10, 3000)):
        upto = rng.choice((0x80, 0x500, 0x3000, 0x11_0000))
        yield "".join(chr(rng.randrange(upto)) for _ in range(rng.randrange(1, 200)))


@scenario("hostile words", "as question, command, argument, quoted text, name and group title")
async def hostile_words(scale: Scale, folder: Path, report: Report) -> None:
    """No refused send, nothing failed, and nothing of it in log or state."""
    asked = 0
    environment = {"ANSWERS_PER_GROUP_MINUTE": "0", "ANSWERS_PER_PERSON_MINUTE": "0"}
    async with TelegramDouble(seed=scale.seed) as telegram:
        async with BotProcess(telegram, folder, module=MODULE, environment=environment) as bot:
            for number, nasty in enumerate(_texts(scale)):
                text = f"{MARK} {nasty}"[:4096]
                person = telegram.person(number, name=text[:64])
                group = telegram.group(number, title=text[:128])
                person.writes(text)
                person.writes(f"/place {text}"[:4096])
                person.writes(f"/{text}"[:4096])
                quoted = person.writes(text, group).message
                person.writes(f"/ask@{BOT['username']}", group, reply_to=quoted)
                asked += 4
                if number % 20 == 19:
                    await telegram.until_all_confirmed(60)
            await telegram.until_all_confirmed(60)
            bot.terminate()
            await bot.ended()
        report.tell("asked", asked)
        report.exactly("answered", len(telegram.sent), asked)
        report.exactly("refused", len(telegram.refused), 0)
        report.exactly("none failed", ", 0 failed" in bot.output, True)
        report.exactly("words in the log", MARK in bot.output, False)
        report.exactly("token in the log", telegram.token in bot.output, False)
        report.exactly("words in the state", _holds(folder / "state.db", MARK), False)


def _holds(state: Path, words: str) -> bool:
    with closing(sqlite3.connect(state)) as database:
        dump = "\n".join(database.iterdump())
    files = b"".join(file.read_bytes() for file in state.parent.glob("state.db*"))
    return words in dump or words.encode() in files
