"""The language is told by letters, then words, then what Telegram says."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from knowledge import Knowledge
from knowledge.understanding.language import detect, own_spellings
from knowledge.understanding.lexicon import (
    Lexicon,
    compile_lexicon,
    read_languages,
)
from knowledge.understanding.text import clean, tokens_of
from knowledge.understanding.typed_in_latin import as_typed_in_latin

LanguageOf = Callable[..., tuple[str, bool]]


@pytest.fixture(scope="module")
def language_of(lexicons: Mapping[str, Lexicon]) -> LanguageOf:
    """Tells a text's language, and whether it's Cyrillic in Latin letters."""
    contents = read_languages()
    latin = {
        name: compile_lexicon(name, contents[name], as_typed_in_latin) for name in ("uk", "ru")
    }
    return lambda text, hint=None: detect(tokens_of(clean(text)), (), lexicons, latin, hint)[:2]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Who still holds the town?", "en"),
        ("how many soldiers were killed", "en"),
        ("Хто зараз тримає місто?", "uk"),
        ("скільки військових загинуло", "uk"),
        ("Кто сейчас удерживает этот город?", "ru"),
        ("сколько солдат погибло", "ru"),
        ("Vem håller staden nu?", "sv"),
        ("hur manga soldater dog", "sv"),
        ("Wer hält die Stadt jetzt?", "de"),
        ("wie viele soldaten sind gefallen", "de"),
    ],
)
def test_a_question_is_of_the_language_of_its_words(
    text: str, language: str, language_of: LanguageOf
) -> None:
    assert language_of(text) == (language, False)


@pytest.mark.parametrize("hint", [None, "en", "sv", "fr", "zh-hans"])
def test_words_outweigh_what_telegram_says(hint: str | None, language_of: LanguageOf) -> None:
    assert language_of("Wer hält die Stadt jetzt?", hint)[0] == "de"
    assert language_of("Хто зараз тримає місто?", hint)[0] == "uk"


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("Pokrovsk?", "sv", "sv"),
        ("Pokrovsk?", "de-AT", "de"),
        ("Pokrovsk?", "DE_at", "de"),
        ("Pokrovsk?", "fr", "en"),
        ("Pokrovsk?", None, "en"),
        ("2024", "sv", "sv"),
        ("", "de", "de"),
        ("???", None, "en"),
        ("Торецк?", "ru", "ru"),
        ("Торецк?", "de", "ru"),
    ],
)
def test_where_words_dont_tell_telegram_does(
    text: str, hint: str | None, language: str, language_of: LanguageOf
) -> None:
    assert language_of(text, hint)[0] == language


@pytest.mark.parametrize(
    "text",
    [
        *("¿cuántos soldados han muerto?", "quien gana la guerra", "dime algo sobre la guerra"),
        *("combien de soldats sont morts ?", "que s'est-il passé ?", "bonjour, comment ça va ?"),
        *("co się stało?", "ile terytorium zajęła?", "dlaczego pozwoliły na rakiety"),
        *("quanti soldati sono morti?", "chi sta vincendo la guerra", "cosa è successo?"),
        *("kaç asker öldü?", "ne kadar toprak aldı?", "savaşı kim kazanıyor"),
        *("quanto território tomou?", "hoeveel soldaten zijn gedood?", "kolik vojáků zahynulo?"),
        *("câți soldați au murit?", "mitä tapahtui?", "πόσοι στρατιώτες;", "מי שולט?", "谁控制？"),
    ],
)
@pytest.mark.parametrize(
    ("hint", "language"),
    [(None, "en"), ("es", "en"), ("de", "de"), ("sv", "sv"), ("uk", "uk"), ("ru-UA", "ru")],
)
def test_of_a_language_that_is_not_spoken_telegram_tells_and_else_it_is_english(
    text: str, hint: str | None, language: str, language_of: LanguageOf
) -> None:
    assert language_of(text, hint) == (language, False)


def test_a_language_that_is_not_spoken_is_known_as_such(knowledge: Knowledge) -> None:
    for text in ("¿cuántos soldados han muerto?", "combien de soldats sont morts ?"):
        assert knowledge.is_foreign(text)
    for text in ("who holds Pokrovsk?", "хто тримає?", "Pokrovsk?", "427?", "", "kto derzhit?"):
        assert not knowledge.is_foreign(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Was hat Erdoğan gesagt?", "de"),
        ("wo liegt São Paulo", "de"),
        ("Vad sa Łukasz om det?", "sv"),
        ("Hur mår señor Pérez?", "sv"),
        ("what did the señor from Łódź say?", "en"),
        ("hto trymaje misto, señor?", "uk"),
    ],
)
def test_a_strange_word_or_two_do_not_make_another_language_of_it(
    text: str, language: str, language_of: LanguageOf
) -> None:
    assert language_of(text)[0] == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("hto zaraz trymaye misto", "uk"),
        ("skilky viiskovykh zahynulo", "uk"),
        ("kto seychas uderzhivaet gorod", "ru"),
        ("skolko soldat pogiblo", "ru"),
    ],
)
def test_cyrillic_typed_in_latin_letters_is_recognised(
    text: str, language: str, language_of: LanguageOf
) -> None:
    assert language_of(text) == (language, True)


def test_a_name_tells_of_the_language_that_alone_spells_it_so() -> None:
    """By its beginning, but where another language's endings change it to the same."""
    names = [
        {"uk": "Вигаданівка", "ru": "Выдумановка", "en": "Vyhadanivka"},
        {"uk": "Липів", "ru": "Липов"},
        {"uk": "Однакова", "ru": "Однакова"},
        {"uk": "Два Слова", "ru": "Слово"},
        {"ru": "Одинокое"},
    ]
    assert own_spellings(names, ("uk", "ru")) == {
        "uk": {"вигаданівк", "липів", "vihadanivk", "lipiv"},
        "ru": {"выдумановк", "липов$", "vidumanovk", "lipov"},
    }
