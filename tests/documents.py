"""The parts of README.md that the program itself writes: what it answers and shows, how well.

    python -m tests.documents     writes them anew, as `make documents` does

Such a part stands between `<!-- name -->` and `<!-- /name -->`. What people typed or asked is
taken from it, and all else is made anew, so that an editor adds a question and no answer.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from bot.floors import Standing, read_floors
from bot.group_talk import BOT, group_message
from bot.question_sets import Case, read_cases
from bot.scoring import score
from bot.terminal_chat import TerminalChat
from handlers.conversations import Conversations
from handlers.desk import Desk
from handlers.reception import Reception
from handlers.request import Request
from handlers.said import Audience, Said
from knowledge import Picture, open_knowledge

ROOT = Path(__file__).resolve().parents[1]
README = ROOT / "README.md"
MAP = ROOT / "docs" / "map.png"
QUESTIONS = ROOT / "tests" / "questions"
JUDGED_BY = ("unseen_*.jsonl", "group.jsonl", "hostile.jsonl")
"""The sets that were left unread, and those of which there is no unread one."""
LANGUAGE_NAMES = {
    "en": "English",
    "uk": "Ukrainian",
    "ru": "Russian",
    "sv": "Swedish",
    "de": "German",
}
WIDTH = 92
"""Columns that a code block may have before a reader has to scroll."""
_PART = re.compile(r"<!-- (?P<name>[a-z]+) -->\n(?P<text>.*?)<!-- /(?P=name) -->", re.DOTALL)
BELOW = "↪ "
"""Begins what is written in a group as a reply to the message before."""
_TYPED = re.compile(r"^(you|Ann|Ben) {3}(.+)$", re.MULTILINE)
_ASKED = re.compile(r"^\| (?!Ask \||---)([^|]+?) \|", re.MULTILINE)


def parts(document: str) -> dict[str, str]:
    """The parts between marks, by name."""
    return {found["name"]: found["text"] for found in _PART.finditer(document)}


def written(name: str, text: str, desk: Desk) -> str:
    """The part of that name as the program writes it; KeyError where it writes none."""
    return "".join(f"{line.rstrip()}\n" for line in _WRITERS[name](text, desk))


def asked(text: str) -> list[str]:
    """The questions of a table, in order."""
    return _ASKED.findall(text)


def rewritten(document: str, desk: Desk) -> str:
    """The document with each part made anew."""

    def anew(found: re.Match[str]) -> str:
        name = found["name"]
        return f"<!-- {name} -->\n{written(name, found['text'], desk)}<!-- /{name} -->"

    return _PART.sub(anew, document)


def _talk(text: str, desk: Desk) -> Iterator[str]:
    """A chat in the terminal: what was typed, and its answers."""
    chat = TerminalChat(desk)
    yield "```text"
    for number, (who, typed) in enumerate(_TYPED.findall(text)):
        if number:
            yield ""
        yield f"{who}   {typed}"
        yield from _said_by_bot(chat.answer(typed))
    yield "```"


def _group(text: str, desk: Desk) -> Iterator[str]:
    """A group's messages, and what the bot says to each, if anything."""
    yield "```text"
    before = ""
    for number, (who, typed) in enumerate(_TYPED.findall(text)):
        if number:
            yield ""
        yield f"{who}   {typed}"
        reception = Reception(desk, Conversations())
        words = typed.removeprefix(BELOW)
        reply_to = None if words == typed else "human"
        said = reception.receive(group_message(words, reply_to, before), BOT)
        before = words
        if isinstance(said, Said):
            yield from _said_by_bot(said.reply.text())
        else:
            yield f"      (silence: {said.value})"
    yield "```"


def _questions(text: str, desk: Desk) -> Iterator[str]:
    """A table of questions: the words of the answer, and where its quote stands."""
    yield "| Ask | It says | Quoting |"
    yield "| --- | --- | --- |"
    for question in asked(text):
        said = desk.ask(Request(question, None, Audience.PRIVATE))
        words: list[str] = []
        for line in said.reply.text().splitlines():
            if line.startswith("> "):
                break
            words.append(line)
        answer = " ".join(filter(None, words)).replace("|", "\\|")
        yield f"| {question} | {answer} | {_quoted(said)} |"


def _commands(text: str, desk: Desk) -> Iterator[str]:
    """Every command of menu and help, as the menu describes it."""
    yield "| Command | What it gives |"
    yield "| --- | --- |"
    for command in (each for each in desk.commands if not each.hidden):
        yield f"| /{command.name} | {command.describe('en')} |"


def _map(text: str, desk: Desk) -> Iterator[str]:
    """The map, and in words what it shows."""
    yield f"![{_map_of(desk).alternative['en']}]({MAP.relative_to(ROOT)})"


def _map_of(desk: Desk) -> Picture:
    picture = desk.knowledge.picture("map")
    assert picture is not None, "the README shows it"
    return picture


def _languages(text: str, desk: Desk) -> Iterator[str]:
    names = [LANGUAGE_NAMES[language] for language in desk.knowledge.languages]
    last = names.pop()
    yield f"It understands {', '.join(names)} and {last}." if names else f"It understands {last}."


def _score(text: str, desk: Desk) -> Iterator[str]:
    """The table of `python -m bot score --markdown` over all question sets."""
    yield from score(desk, _cases("*.jsonl")).markdown()


def _standing(text: str, desk: Desk) -> Iterator[str]:
    """The table of `score --markdown --floors` over those by which the bot is judged."""
    floors = read_floors(QUESTIONS / "floors.toml")
    yield from Standing(score(desk, _cases(*JUDGED_BY)), floors).markdown()


def _cases(*patterns: str) -> Iterator[Case]:
    for pattern in patterns:
        for file in sorted(QUESTIONS.glob(pattern)):
            yield from read_cases(file)


_WRITERS: Mapping[str, Callable[[str, Desk], Iterator[str]]] = {
    "talk": _talk,
    "group": _group,
    "questions": _questions,
    "commands": _commands,
    "map": _map,
    "languages": _languages,
    "score": _score,
    "standing": _standing,
}


def _said_by_bot(text: str) -> Iterator[str]:
    who = "bot   "
    for line in text.splitlines():
        mark = "> " if line.startswith("> ") else ""
        for row in textwrap.wrap(line[len(mark) :], WIDTH - 6 - len(mark)) or [""]:
            yield f"{who}{mark}{row}"
            who = " " * 6


def _quoted(said: Said) -> str:
    places: dict[str, None] = {}
    for fact in said.cited or said.near:
        places[f"paragraph {fact.paragraph}" if fact.paragraph else "a subhead"] = None
    return ", ".join(places) or "–"


if __name__ == "__main__":
    knowing = Desk(open_knowledge())
    MAP.write_bytes(_map_of(knowing).png)
    README.write_text(rewritten(README.read_text(encoding="utf-8"), knowing), encoding="utf-8")
