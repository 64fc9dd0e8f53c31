"""Calendars as their texts name them, the module written from them, and the command that adds a school year."""

import re
from datetime import date, timedelta

import pytest

import build
from pid_rules.seuils.vacances import ANNEES
from pid_rules.sources.every import ALL
from pipeline import calendar, calendar_texts
from tests.support.archives import words
from tests.support.known_years import known_until

READ = calendar_texts.read()
BEFORE_2028 = {year: text for year, text in READ.items() if year < 2028}
"""What was read before a text gave 2028-2029."""
ONE = timedelta(days=1)
NEXT = """
[2028]
source = "arrete-calendrier-2027-2028"
rentree = "vendredi 1er septembre 2028"
toussaint = ["samedi 21 octobre 2028", "lundi 6 novembre 2028"]
noel = ["samedi 23 décembre 2028", "lundi 8 janvier 2029"]
hiver.A = ["samedi 10 février 2029", "lundi 26 février 2029"]
hiver.B = ["samedi 17 février 2029", "lundi 5 mars 2029"]
hiver.C = ["samedi 24 février 2029", "lundi 12 mars 2029"]
printemps = ["samedi 14 avril 2029", "lundi 30 avril 2029"]
ete = "samedi 7 juillet 2029"
"""
"""Invented dates, for a year that no text gives yet."""


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Texts and module of their own, in a folder: what the command reads and writes."""
    monkeypatch.setattr(calendar_texts, "TEXTS", tmp_path / "calendar_texts.toml")
    monkeypatch.setattr(calendar, "TARGET", tmp_path / "vacances.py")

    def write(text):
        calendar_texts.TEXTS.write_text(text, encoding="utf-8")
        return calendar.TARGET

    return write


COMMITTED = calendar_texts.TEXTS.read_text(encoding="utf-8").partition("\n[2028]")[0]


def test_committed_text_is_what_the_generator_writes():
    assert calendar.TARGET.read_text(encoding="utf-8") == calendar.module_text(READ)


@pytest.mark.parametrize("year", READ)
def test_each_date_stands_in_its_text(year):
    text = READ[year]
    archive = words(next(source for source in ALL if source.id == text["source"])).lower()
    unsaid = [calendar_texts.in_words(named) for named in _dates_alone(text) if not _spoken(named, archive)]
    assert unsaid == [], f"the archive {text['source']}.txt has not these days: copy there the passages that name them"
    for zone in calendar_texts.ZONES:
        for key in calendar_texts.HOLIDAYS:
            zoned = zone if isinstance(text[key], dict) else ""
            end, back = map(calendar_texts.day, text[key][zone] if zoned else text[key])
            assert _holiday(end, back, zoned).search(archive), (zone, key)


def _dates_alone(text):
    return [calendar_texts.day(said) for said in (text["rentree"], text["ete"], *text.get("sans_classe", []))]


def _spoken(named, archive):
    """In words, or inside the interval of a bridge."""
    intervals = re.findall(r"`([\d-]{10})` → `([\d-]{10})`", archive)
    return calendar_texts.in_words(named) in archive or any(first <= str(named) <= last for first, last in intervals)


def _holiday(end, back, zone):
    """How the archives write a holiday: « du … au … » in words, or the first and the last day without class."""
    said = f"{calendar_texts.in_words(end)[:-5]}( {end.year})? au {calendar_texts.in_words(back)}"
    counted = rf"`{end + ONE}` → `{back - ONE}` \| [^|]+ \| [^|]*\b{zone.lower() or 'a, b, c'}\b"
    return re.compile(f"{'zone ' + zone.lower() + ' ' if zone else ''}du {said}|{counted}")


def test_the_text_wins_where_the_library_says_otherwise_and_the_module_says_so():
    assert {year: calendar.disagreements(BEFORE_2028, "B", year) for year in BEFORE_2028} == {
        2025: [date(2026, 5, 15), date(2026, 5, 16)], 2026: [date(2027, 9, 1)], 2027: []}
    seen = "# arrete-calendrier-2026-2027; vacances-scolaires-france says otherwise of 2027-09-01\n"
    assert calendar.module_text(BEFORE_2028).count(seen) == len(calendar_texts.ZONES)
    assert ANNEES["B"][2026][1][-1] == ("2027-07-04", "2027-09-01")


def test_a_slip_of_a_week_in_a_text_is_a_disagreement(written):
    written(COMMITTED.replace('hiver.B = ["samedi 5 février 2028"', 'hiver.B = ["samedi 29 janvier 2028"'))
    slipped = calendar_texts.read(calendar_texts.TEXTS)
    assert calendar.disagreements(slipped, "B", 2027) == [date(2028, 1, 31) + ONE * count for count in range(6)]
    assert calendar.disagreements(slipped, "A", 2027) == []


def test_a_bridge_takes_the_sundays_and_public_holidays_that_touch_it():
    assert [calendar_texts.school_year(BEFORE_2028, "A", year)[1][-2] for year in BEFORE_2028] == [
        (date(2026, 5, 14), date(2026, 5, 17)), (date(2027, 5, 6), date(2027, 5, 9)),
        (date(2028, 5, 25), date(2028, 5, 28))]


@pytest.mark.parametrize("said, reason", [
    ("mardi 2 septembre 2027", "ce jour est un jeudi"), ("mardi 31 février 2028", "n’est pas une date"),
    ("2 septembre 2027", "n’est pas une date"), ("jeudi 2 septembre", "n’est pas une date"),
    ("jeudi 2 brumaire 2027", "n’est pas une date")])
def test_words_that_name_no_day_are_refused(said, reason):
    with pytest.raises(calendar_texts.Incomplete, match=reason):
        calendar_texts.day(said)


def test_words_name_a_day_and_a_day_its_words():
    for said in ("mardi 1er septembre 2026", "jeudi 2 septembre 2027"):
        assert calendar_texts.in_words(calendar_texts.day(said)) == said


@pytest.mark.parametrize("old, new, reason", [
    ('rentree = "vendredi 1er septembre 2028"', "", "2028-2029 : il manque rentree."),
    ('hiver.B = ["samedi 17 février 2029", "lundi 5 mars 2029"]', "", "2028-2029 : il manque hiver.B."),
    ('source = "arrete-calendrier-2027-2028"', 'source = "arrete"', "« arrete » n’est pas dans pid_rules/sources"),
    ('["samedi 14 avril 2029", "lundi 30 avril 2029"]', '["samedi 14 avril 2029"]', "des vacances ont deux dates"),
    ("[2028]", "[2028", "calendar_texts.toml ne se lit pas"),
    ("[2028]", "[2029]", "2029-2030 : il manque d’abord l’année 2028-2029."),
    ('"lundi 6 novembre 2028"', '"vendredi 6 octobre 2028"', "2028-2029, zone A : les dates ne se suivent pas"),
    ('"lundi 5 mars 2029"', '"samedi 14 juillet 2029"', "2028-2029, zone B : les dates ne se suivent pas"),
    ('ete = "samedi 7 juillet 2029"', 'ete = "dimanche 7 juillet 2030"', "zone A : les dates sortent de l’année"),
    ('rentree = "vendredi 1er septembre 2028"', 'rentree = "mardi 4 juillet 2028"',
     "2027-2028, zone A : les dates ne se suivent pas"),
])
def test_an_incomplete_year_is_refused_and_nothing_is_written(written, capsys, old, new, reason):
    assert NEXT.count(old) == 1
    target = written(COMMITTED + NEXT.replace(old, new))
    assert calendar.main(["add", "2028"]) == 1
    assert "Rien n’est écrit." in (said := capsys.readouterr().err) and reason in said
    assert not target.exists()


def test_a_year_without_text_is_refused_and_the_library_is_told(written, capsys):
    target = written(COMMITTED.partition("[2027]")[0])
    assert calendar.main(["add", "2027"]) == 1
    said = capsys.readouterr()
    assert "vacances-scolaires-france connaît l’année 2027-2028." in said.out
    assert "fin des cours samedi 5 février 2028, reprise lundi 21 février 2028" in said.out
    assert "2027-2028 n’a pas de texte" in said.err and not target.exists()
    assert calendar.main(["add", "2028"]) == 1
    assert "vacances-scolaires-france ne connaît pas l’année 2028-2029." in capsys.readouterr().out


def test_a_year_is_added_from_its_text_and_its_dates_are_shown_to_be_compared(written, capsys):
    target = written(COMMITTED + NEXT)
    assert calendar.main(["add", "2028"]) == 0
    said = capsys.readouterr().out
    assert ("Zone B\n  rentrée vendredi 1er septembre 2028\n"
            "  fin des cours samedi 21 octobre 2028, reprise lundi 6 novembre 2028\n") in said
    assert said.endswith("  fin des cours samedi 7 juillet 2029, reprise pas encore publiée\n")
    module = {}
    exec(target.read_text(encoding="utf-8"), module)
    assert module["ANNEES"]["B"][2027][1][-1] == ("2028-07-05", "2028-08-31")
    assert module["ANNEES"]["C"][2028][1][2:] == (
        ("2029-02-25", "2029-03-11"), ("2029-04-15", "2029-04-29"), ("2029-07-08", None))
    assert list(module["FERIES"]) == list(range(2016, 2030))


def test_the_command_says_where_the_library_says_otherwise(written, capsys):
    written(COMMITTED)
    assert calendar.main(["add", "2026"]) == 0
    said = capsys.readouterr().out
    assert "  Elle dit autre chose que le texte, qui l’emporte : zone C, mercredi 1er septembre 2027.\n" in said
    assert "Arrêté du 22 octobre 2025 fixant le calendrier scolaire de 2026-2027. Comparez-lui ces dates :\n" in said


def test_without_a_year_the_module_is_written_again(written, capsys):
    target = written(COMMITTED)
    assert calendar.main([]) == 0
    assert target.read_text(encoding="utf-8") == calendar.module_text(BEFORE_2028) and capsys.readouterr().out == ""


@pytest.mark.parametrize("today, absent", [
    (date(2026, 6, 1), ""), (date(2027, 6, 1), ""), (date(2028, 5, 31), ""), (date(2028, 6, 1), "2028-2029"),
    (date(2029, 5, 31), "2028-2029"), (date(2029, 6, 1), "2029-2030")])
def test_the_build_says_in_one_line_from_june_that_the_coming_year_is_absent(monkeypatch, capsys, today, absent):
    monkeypatch.setattr(build, "build", lambda out, families, departement: None)
    with known_until(2027):
        assert build.main([], today) == 0
    line = f"Le calendrier scolaire {absent} est absent : docs/calendrier.md dit comment l’ajouter.\n"
    assert capsys.readouterr().out == (line if absent else "")


def test_the_build_is_silent_where_the_coming_year_is_known(monkeypatch):
    monkeypatch.setattr(calendar, "ANNEES", {zone: {**years, 2028: ()} for zone, years in ANNEES.items()})
    assert calendar.missing(date(2028, 6, 1)) == ""
    del calendar.ANNEES["C"][2028]
    assert calendar.missing(date(2028, 6, 1)) != ""
