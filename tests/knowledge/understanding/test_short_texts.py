"""The language of a few words is told by letters, words and names alone."""

from __future__ import annotations

import pytest

from knowledge import Knowledge

UKRAINIAN = """
Авдіївка впала? | а Торецьк? | Покровськ | хто тримає? | чому? | коли? | скільки? | а корейці?
за чиїми даними? | хто це каже? | це правда? | а поранених? | а росіян? | втрати росії
чий Вугледар | Часів Яр тримається | Вовчанськ де | Курська область | перемовини про мир
втрати | чи надійна ця цифра | 427 тисяч? | Покровськ наш? | Маріуполь? | а Торецьку? | мир
що з Покровськом | станом на коли | скільки вбито | загинуло | дякую | привіт | це точно
а по Курську | хто сказав | про Донецьк | Луганськ чий | цивільних скільки | як довго
а Харків | Путін готовий говорити | обстріли | ким сказано | питання про Покровськ
статус Часового Яру | а хто в Часовому Яру? | Хто тримає Покровск? | а луганщина чия?
"""
RUSSIAN = """
Авдеевка пала? | а Торецк? | Покровск | кто держит? | почему? | когда? | сколько? | а корейцы?
по чьим данным? | кто это говорит? | это правда? | а раненых? | а россиян? | потери россии
чей Угледар | Часов Яр держится | Волчанск где | Курская область | переговоры о мире
потери | надежна ли эта цифра | 427 тысяч? | Покровск наш? | Мариуполь? | а в Торецке?
что с Покровском | на когда данные | сколько убито | погибло | спасибо | привет | это точно
а по Курску | кто сказал | про Донецк | Луганск чей | мирных сколько | как долго
а Харьков | Путин готов говорить | обстрелы | Россия взяла Торецк | около Покровска
Трамп победил? | а танков?
"""
ENGLISH = """
Will Pokrovsk fall? | will Trump end war? | Is Toretsk no longer Ukrainian? | Pokrovsk war
war in Donetsk | war? | no | die in Kursk? | in Donetsk | trump won in 2024? | is boden in sweden
"""
GERMAN = """
Hält Torezk dem Druck stand? | Mischt Nordkorea kräftig mit? | gehört luhansk den russen
wer hat Pokrowsk | Pokrowsk gefallen? | was ist in Torezk los | Kämpft Pjöngjang direkt mit?
"""
SWEDISH = """
Stoppades ryssarna i Kursk? | Pokrovsk fallit? | vem har Pokrovsk | är Toretsk ryskt
"""


def texts(lines: str) -> list[str]:
    """The texts that a bar or a line's end parts."""
    return [text.strip() for text in lines.replace("\n", "|").split("|") if text.strip()]


@pytest.mark.parametrize("text", texts(UKRAINIAN))
def test_short_ukrainian_is_told_without_a_hint(text: str, knowledge: Knowledge) -> None:
    assert knowledge.language_of(text) == "uk"


@pytest.mark.parametrize("text", texts(RUSSIAN))
def test_short_russian_is_told_without_a_hint(text: str, knowledge: Knowledge) -> None:
    assert knowledge.language_of(text) == "ru"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *((text, "en") for text in texts(ENGLISH)),
        *((text, "de") for text in texts(GERMAN)),
        *((text, "sv") for text in texts(SWEDISH)),
    ],
)
def test_words_that_two_languages_have_are_signs_of_neither(
    text: str, language: str, knowledge: Knowledge
) -> None:
    assert knowledge.language_of(text) == language


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("427k", None, "en"),
        ("427k", "uk", "uk"),
        ("Pokrovsk", None, "en"),
        ("Pokrovsk", "uk", "uk"),
        ("Pokrovsk", "ru", "ru"),
        ("chomu?", "uk", "uk"),
        ("why?", "uk", "en"),
        ("and Toretsk?", "ru", "en"),
        ("und Torezk?", "ru", "de"),
        ("а Торецк?", "uk", "ru"),
        ("Авдеевка?", "uk", "ru"),
        ("Авдіївка?", "ru", "uk"),
        ("???", "uk", "uk"),
        ("США", "ru", "ru"),
    ],
)
def test_the_hint_decides_only_where_words_and_names_dont(
    text: str, hint: str | None, language: str, knowledge: Knowledge
) -> None:
    assert knowledge.language_of(text, hint) == language
