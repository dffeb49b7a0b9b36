"""In every language a faithful translation passes, and one that drifts is refused."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from knowledge.check import check_articles, check_fact
from knowledge.source import ArticleWords, Sources, Translation
from tests.knowledge.sources import GAZETTEER, copy_of_invented, on_the_war, real, spoil

FAITHFUL = {
    "uk": {
        "territory-taken-2024": "У 2024 році Росія захопила 4168 квадратних кілометрів України.",
        "no-major-cities": "Росія не взяла жодного великого міста.",
        "most-taken-in-autumn": "Більшість російських завоювань припала на осінь.",
        "pokrovsk-held": "Україна досі контролює Покровськ, якому загрожує небезпека.",
        "kharkiv-attacked-in-may": "Російський наступ на Харківську область відбувся у травні.",
        "only-luhansk-controlled": "З чотирьох незаконно анексованих областей України Росія "
        "контролює лише Луганську.",
        "donetsk-two-more-years": "За оцінкою аналітичного центру ISW, Росії знадобилося б ще два "
        "роки, щоб захопити всю Донецьку область, якщо темп її завоювань збережеться.",
        "russia-lost-2024": "Україна стверджує, що у 2024 році Росія втратила 427\u00a0000 "
        "військових. Стаття радить сприймати цю цифру з великою обережністю.",
        "russian-losses-share": "Україна стверджує, що 427\u00a0000 військових, втрачених у 2024 "
        "році, — це більше половини всіх російських втрат від вторгнення 2022 року. "
        "Стаття радить сприймати цю цифру з великою обережністю.",
        "ukrainian-killed-and-wounded": "Україна каже, що 43\u00a0000 її власних військових "
        "загинули, а 370\u00a0000 поранені; за який період ці цифри, стаття не вказує.",
        "north-koreans-killed-and-injured": "За даними України, у Курську, як кажуть, було "
        "поранено і вбито тисячі північнокорейців.",
        "civilians-killed-and-injured": "Десятки тисяч цивільних поранено і вбито; періоду "
        "стаття не вказує і цифру не розділяє.",
        "not-only-russians-fall": "Гинуть не лише росіяни: за словами України, у Курську, як "
        "кажуть, поранено і вбито тисячі північнокорейців.",
        "long-range-when": "Зелене світло далекобійним ракетам (у статті “robots”) дали «last "
        "fall», як пише стаття.",
        "peace-talk-why": "Більше людей говорять про мир “not least because of” перемоги Дональда "
        "Трампа на виборах у Сполучених Штатах, каже стаття.",
        "ukraine-softened-demands": "Українці пом'якшили свої вимоги, а Росія — ні.",
    },
    "ru": {
        "territory-taken-2024": "В 2024 году Россия заняла 4168 квадратных километров Украины.",
        "no-major-cities": "Крупных городов Россия не взяла.",
        "most-taken-in-autumn": "Большая часть российских завоеваний пришлась на осень.",
        "pokrovsk-held": "Украина всё ещё контролирует Покровск, которому грозит опасность.",
        "kharkiv-attacked-in-may": "Российское наступление на Харьковскую область было в мае.",
        "only-luhansk-controlled": "Из четырёх незаконно аннексированных областей Украины Россия "
        "контролирует только Луганскую.",
        "donetsk-two-more-years": "По оценке аналитического центра ISW, России потребовалось бы "
        "ещё два года, чтобы взять всю Донецкую область, если темп её завоеваний сохранится.",
        "russia-lost-2024": "Украина утверждает, что в 2024 году Россия потеряла 427\u00a0000 "
        "военных. Статья советует относиться к этой цифре с большой осторожностью.",
        "russian-losses-share": "Украина утверждает, что 427\u00a0000 военных, потерянных в 2024 "
        "году, — больше половины всех российских потерь со времени вторжения 2022 года. "
        "Статья советует относиться к этой цифре с большой осторожностью.",
        "ukrainian-killed-and-wounded": "Украина говорит, что 43\u00a0000 её собственных солдат "
        "убиты и 370\u00a0000 ранены; за какой период эти цифры, статья не указывает.",
        "north-koreans-killed-and-injured": "По данным Украины, в Курске, как сообщается, ранены "
        "и убиты тысячи северокорейцев.",
        "civilians-killed-and-injured": "Ранены и убиты десятки тысяч мирных жителей; периода "
        "статья не указывает и цифру не разделяет.",
        "not-only-russians-fall": "Гибнут не только россияне: по данным Украины, в Курске, как "
        "сообщается, ранены и убиты тысячи северокорейцев.",
        "ukraine-softened-demands": "Украинцы смягчили свои требования, а Россия — нет.",
    },
    "sv": {
        "territory-taken-2024": "Ryssland tog 4\u00a0168 kvadratkilometer av Ukraina 2024.",
        "no-major-cities": "Ryssland tog inga större städer.",
        "most-taken-in-autumn": "De flesta ryska erövringarna skedde under hösten.",
        "pokrovsk-held": "Ukraina kontrollerar fortfarande det hotade Pokrovsk.",
        "kharkiv-attacked-in-may": "Den ryska attacken mot Charkivregionen kom i maj.",
        "only-luhansk-controlled": "Av de fyra olagligt annekterade regionerna i Ukraina "
        "kontrollerar Ryssland bara Luhansk.",
        "donetsk-two-more-years": "Det skulle ta Ryssland ytterligare två år att ta hela "
        "Donetskregionen om erövringstakten håller i sig, uppskattar tankesmedjan ISW.",
        "russia-lost-2024": "Ukraina hävdar att Ryssland förlorade 427\u00a0000 soldater 2024. "
        "Artikeln säger att siffran bör ses med stor försiktighet.",
        "russian-losses-share": "Ukraina hävdar att de 427\u00a0000 soldater som gick förlorade "
        "2024 är mer än hälften av de totala ryska förlusterna sedan invasionen 2022. Artikeln "
        "säger att siffran bör ses med stor försiktighet.",
        "ukrainian-killed-and-wounded": "Ukraina säger att 43\u00a0000 av de egna soldaterna "
        "dödades och 370\u00a0000 sårades; artikeln anger ingen period för siffrorna.",
        "north-koreans-killed-and-injured": "Tusentals nordkoreaner sägs ha skadats och dödats i "
        "Kursk, enligt Ukraina.",
        "civilians-killed-and-injured": "Tiotusentals civila har skadats och dödats; artikeln "
        "anger ingen period och delar inte upp siffran.",
        "not-only-russians-fall": "Det är inte bara ryssar som stupar: enligt Ukraina sägs "
        "tusentals nordkoreaner ha skadats och dödats i Kursk.",
        "ukraine-softened-demands": "Ukrainarna har mjukat upp sina krav, men det har inte "
        "Ryssland.",
    },
    "de": {
        "territory-taken-2024": "Russland nahm 2024 4.168 Quadratkilometer der Ukraine ein.",
        "no-major-cities": "Russland nahm keine größeren Städte ein.",
        "most-taken-in-autumn": "Die meisten russischen Eroberungen fanden im Herbst statt.",
        "pokrovsk-held": "Die Ukraine kontrolliert noch immer das bedrohte Pokrowsk.",
        "kharkiv-attacked-in-may": "Der russische Angriff auf die Region Charkiw kam im Mai.",
        "only-luhansk-controlled": "Von den vier illegal annektierten Regionen der Ukraine "
        "kontrolliert Russland nur Luhansk.",
        "donetsk-two-more-years": "Russland bräuchte nach Schätzung der Denkfabrik ISW noch zwei "
        "Jahre, um die gesamte Region Donezk einzunehmen, wenn das Tempo seiner Eroberungen "
        "anhält.",
        "russia-lost-2024": "Die Ukraine behauptet, dass Russland 2024 427.000 Soldaten verlor. "
        "Der Artikel rät, die Zahl mit großer Vorsicht zu betrachten.",
        "russian-losses-share": "Die Ukraine behauptet, die 427.000 im Jahr 2024 verlorenen "
        "Soldaten seien mehr als die Hälfte aller russischen Verluste seit der Invasion von 2022. "
        "Der Artikel rät, die Zahl mit großer Vorsicht zu betrachten.",
        "ukrainian-killed-and-wounded": "Die Ukraine sagt, 43.000 eigene Soldaten seien getötet "
        "und 370.000 verwundet worden; einen Zeitraum nennt der Artikel für diese Zahlen nicht.",
        "north-koreans-killed-and-injured": "Tausende Nordkoreaner sollen laut der Ukraine in "
        "Kursk verletzt und getötet worden sein.",
        "civilians-killed-and-injured": "Zehntausende Zivilisten wurden verletzt und getötet; der "
        "Artikel nennt keinen Zeitraum und schlüsselt die Zahl nicht auf.",
        "not-only-russians-fall": "Es fallen nicht nur Russen: Laut der Ukraine sollen in Kursk "
        "Tausende Nordkoreaner verletzt und getötet worden sein.",
        "ukraine-softened-demands": "Die Ukrainer haben ihre Forderungen gelockert, Russland "
        "nicht.",
    },
}

DRIFTED = [
    ("uk", "territory-taken-2024", "4168", "4186"),
    ("uk", "no-major-cities", "не взяла жодного великого міста", "взяла всі великі міста"),
    ("uk", "most-taken-in-autumn", "осінь", "весну"),
    ("uk", "most-taken-in-autumn", "Більшість", "Частина"),
    ("uk", "pokrovsk-held", "досі", "більше не"),
    ("uk", "pokrovsk-held", "Покровськ", "Маріуполь"),
    ("uk", "kharkiv-attacked-in-may", "травні", "червні"),
    ("uk", "only-luhansk-controlled", "незаконно ", ""),
    ("uk", "only-luhansk-controlled", "лише ", ""),
    ("uk", "only-luhansk-controlled", "чотирьох", "трьох"),
    ("uk", "donetsk-two-more-years", ", якщо темп її завоювань збережеться", ""),
    ("uk", "donetsk-two-more-years", "аналітичного центру ISW", "експертів"),
    ("uk", "russia-lost-2024", "стверджує", "довела"),
    ("uk", "russian-losses-share", "більше половини", "половина"),
    ("uk", "ukrainian-killed-and-wounded", "загинули, а 370\u00a0000 поранені", "поранені"),
    ("uk", "north-koreans-killed-and-injured", "поранено і вбито", "вбито"),
    ("uk", "civilians-killed-and-injured", "Десятки тисяч", "Тисячі"),
    ("uk", "ukraine-softened-demands", "а Росія — ні", "і Росія"),
    ("uk", "donetsk-two-more-years", "За оцінкою", "За словами"),
    ("uk", "russia-lost-2024", "стверджує", "оцінює"),
    ("uk", "north-koreans-killed-and-injured", ", як кажуть,", ""),
    ("ru", "territory-taken-2024", "Россия заняла", "Она заняла"),
    ("ru", "no-major-cities", "не взяла", "взяла"),
    ("ru", "kharkiv-attacked-in-may", "мае", "марте"),
    ("ru", "only-luhansk-controlled", "незаконно ", ""),
    ("ru", "only-luhansk-controlled", "только ", ""),
    ("ru", "donetsk-two-more-years", "два", "три"),
    ("ru", "donetsk-two-more-years", "если", "и"),
    ("ru", "russia-lost-2024", " Статья советует относиться к этой цифре с большой осторожностью.",
     ""),
    ("ru", "russian-losses-share", "больше половины", "половина"),
    ("ru", "ukrainian-killed-and-wounded", "убиты и 370\u00a0000 ранены",
     "ранены и 370\u00a0000 убиты"),
    ("ru", "civilians-killed-and-injured", "десятки тысяч", "сотни тысяч"),
    ("ru", "donetsk-two-more-years", "По оценке", "По словам"),
    ("ru", "not-only-russians-fall", ", как сообщается,", ""),
    ("sv", "no-major-cities", "inga", "alla"),
    ("sv", "most-taken-in-autumn", "hösten", "våren"),
    ("sv", "pokrovsk-held", "fortfarande", "inte längre"),
    ("sv", "only-luhansk-controlled", "olagligt ", ""),
    ("sv", "only-luhansk-controlled", "bara ", ""),
    ("sv", "only-luhansk-controlled", "fyra", "fem"),
    ("sv", "russia-lost-2024", "hävdar", "vet"),
    ("sv", "russian-losses-share", "mer än hälften", "hälften"),
    ("sv", "ukrainian-killed-and-wounded", "dödades och 370\u00a0000 sårades",
     "sårades och 370\u00a0000 dödades"),
    ("sv", "civilians-killed-and-injured", "Tiotusentals", "Tusentals"),
    ("sv", "kharkiv-attacked-in-may", "maj", "mars"),
    ("sv", "donetsk-two-more-years", "uppskattar", "säger"),
    ("sv", "north-koreans-killed-and-injured", "sägs ha", "har"),
    ("de", "no-major-cities", "keine größeren", "alle größeren"),
    ("de", "most-taken-in-autumn", "Herbst", "Winter"),
    ("de", "most-taken-in-autumn", "Die meisten", "Alle"),
    ("de", "pokrovsk-held", "noch immer", "nicht mehr"),
    ("de", "only-luhansk-controlled", "illegal ", ""),
    ("de", "only-luhansk-controlled", "nur ", ""),
    ("de", "donetsk-two-more-years", ", wenn das Tempo seiner Eroberungen anhält", ""),
    ("de", "russia-lost-2024", "427.000", "472.000"),
    ("de", "russia-lost-2024", "Die Ukraine behauptet", "Es heißt"),
    ("de", "russian-losses-share", "mehr als die Hälfte", "die Hälfte"),
    ("de", "ukrainian-killed-and-wounded", "43.000", "370.000"),
    ("de", "north-koreans-killed-and-injured", "verletzt und getötet", "getötet"),
    ("de", "civilians-killed-and-injured", "Zehntausende", "Tausende"),
    ("de", "donetsk-two-more-years", "nach Schätzung der", "laut der"),
    ("de", "russia-lost-2024", "behauptet", "schätzt"),
    ("de", "north-koreans-killed-and-injured", "sollen laut der Ukraine in Kursk verletzt und "
     "getötet worden sein", "wurden laut der Ukraine in Kursk verletzt und getötet"),
]  # fmt: skip


@cache
def sources() -> Sources:
    return real()


def problems_with(
    language: str, identity: str, text: str, order: tuple[str, ...] | None = None
) -> list[str]:
    """Check one fact of the real article with one translation, whose `order` an editor saw."""
    article = on_the_war()
    words = ArticleWords("…", "…", "…", (), ())
    seen = {} if order is None else {identity: order}
    translation = Translation(language, words, {identity: text}, {}, order=seen)
    fact = next(fact for fact in article.facts if fact.id == identity)
    translated = replace(article, translations={language: translation})
    return [str(problem) for problem in check_fact(translated, fact, sources().gazetteer)]


@pytest.mark.parametrize(
    ("language", "identity"), [(lang, key) for lang, table in FAITHFUL.items() for key in table]
)
def test_a_faithful_translation_passes(language: str, identity: str) -> None:
    assert problems_with(language, identity, FAITHFUL[language][identity]) == []


@pytest.mark.parametrize(("language", "identity", "old", "new"), DRIFTED)
def test_a_translation_that_drifts_is_refused(
    language: str, identity: str, old: str, new: str
) -> None:
    faithful = FAITHFUL[language][identity]
    assert old in faithful
    assert problems_with(language, identity, faithful.replace(old, new)) != []


GERMAN = [
    ("12 Inseln", "13 Inseln"),
    ("12 Inseln", "zwölf Inseln"),
    ("2031", "2013"),
    ("900 Schiffe", "900 Tausend Schiffe"),
    ("im Mai", "im Juni"),
    ("Keine Häfen", "Häfen"),
    ("noch immer", "nicht mehr"),
    ("Norland 12", "Fernholm 12"),
    ("das bedrohte Ekwik", "den bedrohten Hafen"),
    ("Die Südmark behauptet", "Norland behauptet"),
    ("behauptet, dass", "beweist, dass"),
    (" Der Artikel mahnt zu großer Vorsicht.", ""),
    ("verlor.", "verlor und 10 gewann."),
    ("nahm Norland", "nahm nur Norland"),
]


@pytest.mark.parametrize(("old", "new"), GERMAN)
def test_what_drifts_is_told_of_the_translations_file(tmp_path: Path, old: str, new: str) -> None:
    folder = copy_of_invented(tmp_path)
    spoil(folder / "islands-2031" / "translation.de.toml", old, new)
    problems = check_articles(folder, GAZETTEER)
    assert [problem.file for problem in problems] != []
    assert {problem.file for problem in problems} == {"articles/islands-2031/translation.de.toml"}


SWAPPED = {
    "uk": "Росія пом'якшила свої вимоги, а українці — ні.",
    "ru": "Россия смягчила свои требования, а украинцы — нет.",
    "sv": "Ryssland har mildrat sina krav, men inte ukrainarna.",
    "de": "Russland hat seine Forderungen abgemildert, die Ukrainer aber nicht.",
}


@pytest.mark.parametrize("language", SWAPPED)
def test_a_translation_that_swaps_who_does_it_is_refused(language: str) -> None:
    [problem] = problems_with(language, "ukraine-softened-demands", SWAPPED[language])
    assert "it names russia, ukraine in this order, not ukraine, russia" in problem
    assert 'write ukraine-softened-demands = ["russia", "ukraine"] under [order]' in problem


def test_an_order_that_an_editor_saw_stands_and_no_other() -> None:
    said = "Anders als Russland haben die Ukrainer ihre Forderungen abgemildert, Russland nicht."
    fact = "ukraine-softened-demands"
    assert problems_with("de", fact, said) != []
    assert problems_with("de", fact, said, ("russia", "ukraine")) == []
    assert problems_with("de", fact, FAITHFUL["de"][fact], ("russia", "ukraine")) != []


def test_who_says_it_may_stand_first_or_last() -> None:
    fact = "north-koreans-killed-and-injured"
    said = FAITHFUL["de"][fact]
    assert "laut der Ukraine" in said
    moved = "Laut der Ukraine " + said.replace(" laut der Ukraine", "")
    assert problems_with("de", fact, moved) == []
