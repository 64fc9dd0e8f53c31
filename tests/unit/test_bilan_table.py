"""A bilan as a table: its rows, what the former one said, what the log tells since then."""

import copy

from pid_rules.documents.answers import Answers
from pid_rules.form import FORM, bilans
from pid_rules.sources.education import D122_3
from pid_rules.suivi.bilan_table import BilanTable
from tests.support.archives import words as read_in
from tests.support.examples import EXAMPLES

CLOSED = EXAMPLES["clos"]


def plain(text):
    return text.replace("\u00a0", " ")


def rows(dossier, place):
    return [(row.identifier, row.line, row.before) for row in BilanTable(dossier, place).rows]


def test_each_objective_is_followed_by_its_strategies():
    assert rows(CLOSED, "bilans.0") == [
        ("O1", "bilans.0.objectifs.0", ""), ("O1S1", "bilans.0.strategies.0", ""),
        ("O1S2", "bilans.0.strategies.1", ""), ("O2", "bilans.0.objectifs.1", ""),
        ("O2S1", "bilans.0.strategies.2", ""), ("O2S2", "bilans.0.strategies.3", "")]


def test_the_final_bilan_tells_what_the_last_one_said():
    table = BilanTable(CLOSED, "bilan_final")
    assert plain(table.since()) == "1er février 2027"
    assert [row.before for row in table.rows][:3] == ["en cours, efficacité 3, pertinence 4",
                                                      "maintien, efficacité 4, pertinence 4",
                                                      "ajustement, efficacité 2, pertinence 3"]


def test_a_bilan_that_judges_nothing_yet_has_every_row():
    dossier = copy.deepcopy(CLOSED)
    dossier["bilans"].append({"id": "B2", "date": "", "objectifs": [], "strategies": []})
    dossier["bilan_final"] = None
    assert [(identifier, line) for identifier, line, _ in rows(dossier, "bilans.1")] == [
        (one, "") for one in ("O1", "O1S1", "O1S2", "O2", "O2S1", "O2S2")]
    assert len(rows(dossier, "bilan_final")) == 6


def test_lines_follow_what_they_designate_and_not_their_order():
    dossier = copy.deepcopy(CLOSED)
    dossier["bilans"][0]["objectifs"].reverse()
    assert rows(dossier, "bilans.0")[0] == ("O1", "bilans.0.objectifs.1", "")
    assert rows(dossier, "bilan_final")[0][2] == "en cours, efficacité 3, pertinence 4"


def test_a_line_with_blanks_tells_what_it_holds():
    dossier = copy.deepcopy(CLOSED)
    dossier["bilans"][0]["objectifs"][0].update(degre="", pertinence=None)
    dossier["bilans"][0]["objectifs"][1].update(degre="", pertinence=None, efficacite=None)
    told = rows(dossier, "bilan_final")
    assert (told[0][2], told[3][2]) == ("efficacité 3", "")


def test_the_former_bilan_is_the_last_by_its_day():
    dossier = copy.deepcopy(CLOSED)
    dossier["bilans"].insert(0, dict(copy.deepcopy(CLOSED["bilans"][0]), id="B9", date="2027-03-01"))
    assert plain(BilanTable(dossier, "bilan_final").since()) == "1er mars 2027"
    assert BilanTable(dossier, "bilans.0").since() == ""


def test_the_log_is_told_between_both_bilans():
    dossier = copy.deepcopy(CLOSED)
    note = {"type": "appel", "lieu": "", "texte": "Rappel."}
    dossier["journal"] += [dict(note, date=day) for day in ("2027-03-02", "2027-02-01", "2027-02-02", "", "2027-04-14")]
    assert [plain(day) for day, _ in BilanTable(dossier, "bilan_final").notes()] == ["2 février 2027 – Appel",
                                                                                    "2 mars 2027 – Appel"]
    assert plain(BilanTable(dossier, "bilans.0").notes()[0][0]) == "11 décembre 2026 – Entretien"
    assert "Rappel." in [text for _, text in BilanTable(dossier, "bilans.0").notes()]  # the very day of this bilan
    dossier["bilan_final"]["date"] = ""
    assert len(BilanTable(dossier, "bilan_final").notes()) == 3


def test_domains_of_the_socle_are_named_on_the_scale_of_the_school():
    answers = Answers(FORM, CLOSED)
    assert bilans.ACQUIS_SOCLE[3].label == "Les systèmes naturels et les systèmes techniques (socle, domaine 4)"
    assert [answers.text(field.path) for field in bilans.ACQUIS_SOCLE][:2] == ["Maîtrise fragile",
                                                                              "Maîtrise satisfaisante"]
    for degree, words in bilans.ACQUIS_SOCLE[0].kind.options:
        assert degree + '. "' + words + '"' in read_in(D122_3)
