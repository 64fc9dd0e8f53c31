"""What is printed to be filled by hand has room for every answer; what is printed filled says all that it should."""

import copy

import pytest

from pid_rules.documents import annexes, blocks
from pid_rules.documents.catalogue import BY_SLUG, DOCUMENTS
from pid_rules.documents.document import blank
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.form.options import FONCTIONS
from pid_rules.form.travaux import TRAVAUX
from pid_rules.judgement.report import Finding, Report
from pid_rules.questions.kinds import AVERTISSEMENT
from pid_rules.rules import CATALOGUE
from tests.support.examples import EXAMPLES, identifiers
from tests.support.papers import made, printed


def blocks_of(slug, dossier=None, place="", by_hand=False):
    described = blank(BY_SLUG[slug], FORM) if dossier is None else made(slug, dossier, place, by_hand)
    return described["blocks"]


def pairs_of(found):
    """[[label, value]] of every list of labels and values, no-break spaces as spaces."""
    return [[text.replace("\u00a0", " ") for text in row] for block in found if block["t"] == "kv"
            for row in block["rows"]]


def value_of(found, label):
    return [value for name, value in pairs_of(found) if name == label][0]


def table_named(found, caption):
    return [block for block in found if block["t"] == "table" and block["caption"] == caption][0]


@pytest.fixture
def clos():
    return copy.deepcopy(EXAMPLES["clos"])


@pytest.fixture
def desordre():
    return copy.deepcopy(EXAMPLES["desordre"])


def test_the_blank_host_sheet_leaves_a_line_for_the_hours():
    assert value_of(blocks_of("entreprise"), "Horaires") == ""


def test_the_host_is_told_the_limit_on_what_a_pupil_carries(clos):
    said = " ".join(block["text"].replace("\u00a0", " ") for block in blocks_of("entreprise", clos, "stages.0")
                    if block["t"] == "p")
    assert "excédant 20 %" not in said
    assert "pas de port de charges de plus de 20 % de son poids." in " ".join(bullets_of("entreprise", clos,
                                                                                         "stages.0"))


def bullets_of(slug, dossier, place=""):
    return [item.replace("\u00a0", " ") for block in blocks_of(slug, dossier, place) if block["t"] == "ul"
            for item in block["items"]]


@pytest.mark.parametrize("kind, hours, thirty, trainee", [
    ("stage_initiation", True, True, True), ("stage_application", True, True, True),
    ("sequence_observation", True, False, False),
    ("visite_information", True, False, False), ("mini_stage", False, False, False)])
def test_the_host_is_told_hours_presence_and_limits(clos, kind, hours, thirty, trainee):
    clos["stages"][0]["type"] = kind
    said = " ".join(bullets_of("entreprise", clos, "stages.0"))
    assert ("7 h par jour et 35 h par semaine" in said) == hours
    assert ("30 h avant 15 ans" in said) == thirty
    assert ("décompte" in said) == trainee == ("Ni poste permanent, ni remplacement" in said)
    for words in ("de 20 h à 6 h", "jour férié", "que les adultes", "déclaration d’accident dans la même journée",
                  "harcèlement", "à qui en parler", "peut retirer l’élève", "service du bar", "R4153-22-1"):
        assert words in said, words


def test_the_forbidden_works_are_printed_to_be_circled(clos):
    clos["stages"][0]["utilise_machines"] = None
    for found in (blocks_of("convention"), blocks_of("convention", clos, "stages.0", by_hand=True),
                  blocks_of("pedagogique")):
        printed = value_of(found, "L’élève sera-t-il exposé à… ?").split("\n")
        assert printed == [label.replace("\u00a0", " ") for _, label in TRAVAUX]


def test_no_forbidden_work_is_said_where_the_questions_of_safety_are_answered(clos):
    asked = "L’élève sera-t-il exposé à… ?"
    assert value_of(blocks_of("convention", clos, "stages.0"),
                    asked) == "Non, à aucun des 23 travaux interdits avant 18 ans"
    clos["stages"][0]["travaux_interdits"] = ["D4153-28"]
    assert "D4153-28" in value_of(blocks_of("convention", clos, "stages.0"), asked)
    clos["stages"][0].update(travaux_interdits=[], utilise_machines=None)
    assert asked not in [label for label, _ in pairs_of(blocks_of("convention", clos, "stages.0"))]


@pytest.mark.parametrize("half", [True, False])
def test_every_line_of_a_representative_says_whose_it_is(clos, half):
    found = blocks_of("convention", clos, "stages.0", by_hand=True) if half else blocks_of("convention")
    headings = [block["text"] for block in found if block["t"] in ("h", "kv") and block.get("text")]
    assert "C. Élève" in headings
    frame = found[[block.get("text") for block in found].index("C. Élève") + 1]
    labels = [row[0].replace("\u00a0", " ") for row in frame["rows"]]
    first = [label.startswith("Responsable légal 1") for label in labels].index(True)
    assert all(label.startswith("Responsable légal ") for label in labels[first:])
    assert len(set(labels)) == len(labels)


def mentions_of(dossier, place="stages.0"):
    table = [block for block in blocks_of("convention", dossier, place)
             if block["t"] == "table" and block["head"][0] == "N°"][0]
    return [row[2].replace("\u00a0", " ") for row in table["rows"]]


def test_the_mentions_say_what_the_dossier_can_compute(clos):
    said = mentions_of(clos)
    assert said[0].startswith("3e\nVolume horaire par année : …")
    assert said[4] == "Du 5 janvier 2027 au 29 janvier 2027\nDurée totale prévue : 52 h de présence, " \
        "comptées 7 j (D124-6 : 7 h pour un jour, 22 j pour un mois)"
    assert said[5] == "13 h par semaine\nAucune présence la nuit, le dimanche ni un jour férié"
    assert said[7] == "Aucune n’est due jusqu’à 308 h de présence dans l’année scolaire ; 52 h sont prévues, " \
        "sous réserve d’autres stages cette année dans le même organisme"
    assert [index + 1 for index, text in enumerate(said) if text == ""] == [10, 11, 12, 14]


@pytest.mark.parametrize("end, days", [("10:59", 7), ("11:00", 8)])
def test_a_day_is_seven_hours_of_presence(clos, end, days):
    clos["stages"][0].update(debut="2027-01-05", fin="2027-02-26")
    clos["stages"][0]["horaires"] = [{"jour": "mardi", "debut": "04:00", "fin": end, "pause_debut": "", "pause_fin": "",
                                      "semaine": ""}]
    assert f"comptées {days} j" in mentions_of(clos)[4]


def test_the_protection_in_case_of_accident_is_written_before_the_insurers(clos):
    lines = mentions_of(clos)[8].split("\n")
    assert lines[0] == "Accident du travail : « conformément aux a, b et f du 2° de l’article L. 412-8 du code de la " \
        "sécurité sociale »"
    assert lines[1].startswith("Responsabilité civile de l’établissement") and lines[-1].endswith("…")
    clos["stages"][0]["assurance"] = {"etablissement": "", "organisme": ""}
    assert [line[:9] for line in mentions_of(clos)[8].split("\n")] == ["Accident ", "Autre rég"]


def test_the_certificate_says_how_it_is_given(clos):
    assert mentions_of(clos)[14] == "Durée effective totale, gratification s’il y en a (D124-9)\n" \
        "Remise par l’organisme le : 29 janvier 2027"
    clos["stages"][0]["attestation_remise_le"] = ""
    assert mentions_of(clos)[14].endswith("le : …………………………")


def test_the_headings_of_the_mentions_are_said_to_be_short():
    notes = [block["text"] for block in blocks_of("convention") if block["t"] == "p"]
    assert [note for note in notes if "Intitulés abrégés" in note] != []


def test_a_long_stay_leaves_the_amount_of_the_gratification_to_be_written(clos):
    clos["stages"][0].update(debut="2026-09-07", fin="2027-06-30")
    clos["stages"][0]["horaires"] = [dict(clos["stages"][0]["horaires"][0], jour=day)
                                     for day in ("lundi", "mardi", "mercredi", "jeudi", "vendredi")]
    assert mentions_of(clos)[7] == ""


def test_the_stays_of_one_place_are_added_up_for_the_gratification(clos):
    clos["stages"][1]["lieu"] = clos["stages"][0]["lieu"]
    assert " ; 65 h sont prévues" in mentions_of(clos)[7]
    clos["stages"][1]["fin"] = ""
    assert mentions_of(clos)[7] == ""


def test_a_stay_over_a_public_holiday_or_an_unknown_year_promises_nothing(clos):
    clos["stages"][0].update(debut="2027-03-29", fin="2027-03-30")
    clos["stages"][0]["horaires"][0]["jour"] = "lundi"
    assert mentions_of(clos)[5] == "13 h par semaine"
    clos["stages"][0].update(debut="2041-03-05", fin="2041-03-07")
    assert mentions_of(clos)[5] == "13 h par semaine"
    clos["stages"][0].update(debut="2027-03-31", fin="2027-03-31")
    assert mentions_of(clos)[5] == "13 h par semaine"


def test_a_stay_whose_hours_or_dates_are_missing_leaves_lines(clos):
    clos["stages"][0]["fin"] = ""
    said = mentions_of(clos)
    assert (said[4], said[5], said[7]) == ("Premier jour : 5 janvier 2027", "13 h par semaine", "")


def week_of(dossier, number):
    """{day: [morning, afternoon]} of a week model on paper, and its caption."""
    weeks = [block for block in blocks_of("emploi-du-temps", dossier)
             if block["t"] == "table" and block["head"][0] == "Jour"]
    rows = {row[0]: [cell.replace("\u00a0", " ").split("\n") for cell in row[1:]] for row in weeks[number]["rows"]}
    return rows, weeks[number]["caption"].replace("\u00a0", " ")


def test_a_lesson_of_one_week_in_two_says_which_on_paper(desordre):
    rows, caption = week_of(desordre, 0)
    assert caption == "Semaine ordinaire (export du 11/12), du 4 janvier 2027 au 21 mai 2027 : " \
        "semaine A, 28 h au collège ; semaine B, 29 h au collège"
    assert rows["Mercredi"][0][3:] == ["11 h 05 – 12 h : ESPAGNOL LV2, semaine A",
                                       "11 h 05 – 12 h : SCIENCES VIE & TERRE, semaine B"]
    assert rows["Vendredi"][0][2] == "10 h 10 – 11 h 05 : LIRE-ECRIRE 3B, compté en Français"


def test_a_day_that_is_another_in_each_week_is_printed_week_after_week(desordre):
    rows, _ = week_of(desordre, 2)
    assert rows["Mardi"][0][:2] == ["8 h 30 – 17 h : Stage chez le paysagiste, Guérin-Exemple Paysage, semaine A",
                                    "8 h 05 – 9 h : SCIENCES VIE & TERRE, semaine B"]
    assert rows["Mardi"][1][0] == "Suite, jusqu’à 17 h, semaine A"
    assert [line[-1] for line in rows["Jeudi"][0]] == ["A", "B", "B", "B", "B"]


def test_hours_that_are_the_same_in_both_weeks_are_said_once(desordre):
    table = table_named(blocks_of("contrat", desordre), "Heures dispensées par semaine")
    rows = {row[0]: [cell.replace("\u00a0", " ") for cell in row[1:]] for row in table["rows"]}
    assert rows["Hors du collège, pauses comprises"] == ["–", "13 h 30", "A : 16 h\nB : –\nen moyenne : 8 h"]
    assert rows["Gardées au collège"][1] == "A : 16 h\nB : 17 h\nen moyenne : 16 h 30"
    for slot in desordre["emploi_du_temps"]["semaines"][0]["creneaux"]:
        slot["semaine"] = {"VIE DE CLASSE": "A"}.get(slot["activite"], slot["semaine"])
        if slot["activite"] == "DEVOIRS FAITS" and slot["jour"] == "mardi":
            slot["semaine"] = "B"
    assert week_of(desordre, 0)[1].endswith(" : 28 h au collège")


def test_the_hours_of_a_stage_are_one_row_of_the_dossier(desordre):
    told = [value for label, value in pairs_of(blocks_of("pedagogique", desordre)) if label == "Horaires"]
    assert told == ["Mardi : 8 h 30 – 17 h, pause 12 h – 13 h 30\nJeudi : 8 h 30 – 16 h 30, pause 12 h – 13 h 30",
                    "Mardi, Jeudi, semaine A : 8 h 30 – 17 h, pause 12 h 15 – 13 h 15"]


def test_hours_of_which_one_is_missing_are_a_table_with_room_to_write_it(desordre):
    desordre["stages"][0]["horaires"][0]["fin"] = ""
    found = blocks_of("pedagogique", desordre)
    assert table_named(found, "Horaires")["rows"][0][:3] == ["Mardi", "8\u00a0h\u00a030", ""]
    assert len([label for label, _ in pairs_of(found) if label == "Horaires"]) == 1


def test_a_visit_to_come_is_a_row_on_screen_and_a_table_by_hand(clos):
    clos["stages"][0]["visites"][0].update(faite_le="", observation="")
    clos["stages"].pop()
    asked = "19 janvier 2027, Maëlys Exemple-Référent"
    assert value_of(blocks_of("pedagogique", clos), "Visites") == asked
    assert len(table_named(blocks_of("pedagogique", clos, by_hand=True), "Visites")["head"]) == 4


def test_a_stage_one_week_in_two_says_its_weeks_and_its_hours(desordre):
    weeks = "celles du 15 mars 2027, du 29 mars 2027, du 12 avril 2027"
    found = blocks_of("convention", desordre, "stages.1")
    assert value_of(found, "Semaines A") == weeks
    captions = [block["caption"].replace("\u00a0", " ") for block in found if block["t"] == "table"]
    assert "Horaires : 15 h en semaine A, aucune en semaine B, pauses déduites" in captions
    assert mentions_of(desordre, "stages.1")[4:6] == [
        "Du 15 mars 2027 au 16 avril 2027\nDurée totale prévue : 45 h de présence, comptées 6 j (D124-6 : 7 h pour un "
        "jour, 22 j pour un mois)",
        "15 h en semaine A, aucune en semaine B\nAucune présence la nuit, le dimanche ni un jour férié"]
    told = [value for label, value in pairs_of(blocks_of("famille", desordre)) if label == "Quand"]
    assert told[0] == "Du 18 janvier 2027 au 19 février 2027\nMardi : de 8 h 30 à 17 h\nJeudi : de 8 h 30 à 16 h 30"
    assert told[1].split("\n")[1:] == ["Mardi, semaine A : de 8 h 30 à 17 h", "Jeudi, semaine A : de 8 h 30 à 17 h",
                                       "Semaines A : " + weeks]
    assert "Semaines A" not in [label for label, _ in pairs_of(blocks_of("convention", desordre, "stages.0"))]


def test_the_host_reads_the_days_of_the_same_hours_on_one_line(desordre):
    assert value_of(blocks_of("entreprise", desordre, "stages.1"), "Horaires") == \
        "Mardi, Jeudi, semaine A : 8 h 30 – 17 h, pause 12 h 15 – 13 h 15"
    desordre["stages"][1]["horaires"][1]["semaine"] = "B"
    assert value_of(blocks_of("entreprise", desordre, "stages.1"), "Horaires").split("\n") == [
        "Mardi, semaine A : 8 h 30 – 17 h, pause 12 h 15 – 13 h 15",
        "Jeudi, semaine B : 8 h 30 – 17 h, pause 12 h 15 – 13 h 15"]


def test_letters_without_dates_are_one_week_in_two(desordre):
    desordre["emploi_du_temps"]["lundis_a"] = []
    assert value_of(blocks_of("convention", desordre, "stages.1"), "Semaines A") == "une semaine sur deux"
    assert mentions_of(desordre, "stages.1")[4] == "Premier jour : 15 mars 2027\nDernier jour : 16 avril 2027"
    desordre["stages"][1]["horaires"][1]["semaine"] = "B"
    assert mentions_of(desordre, "stages.1")[5] == "7 h 30 par semaine"


def test_the_address_of_a_stage_is_written_as_on_an_envelope(desordre):
    told = [value for label, value in pairs_of(blocks_of("famille", desordre)) if label == "Où"]
    assert told[0] == "SARL GARAGE DE L’EXEMPLE, ZA de la Fiction, 3 rue des Artisans, 49000 SAINT-EXEMPLE-SUR-LOIRE"
    assert value_of(blocks_of("entreprise", desordre, "stages.0"), "Adresse du stage") == told[0]


def test_those_who_signed_the_same_content_share_its_fingerprint(desordre):
    signed = desordre["signatures"][0]["empreinte"]
    desordre["signatures"][4]["empreinte"] = "ab" * 32
    marks = [row for row in pairs_of(blocks_of("contrat", desordre))
             if row[0].endswith("empreinte du contenu à la signature")]
    assert marks == [["Élève, Responsable légal 1, Responsable légal 2, Chef d’établissement, Organisme d’accueil, "
                      "empreinte du contenu à la signature", signed],
                     ["Référent, empreinte du contenu à la signature", "ab" * 32]]


def test_the_blank_timetable_has_room_for_several_lessons_each_half_day():
    weeks = table_named(blocks_of("emploi-du-temps"), "Semaines types")
    assert [row[0] for row in weeks["rows"]] == ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi"]
    assert all(row[1] == row[2] == "\n\n" for row in weeks["rows"])


def test_a_week_half_filled_keeps_its_days(clos):
    found = blocks_of("emploi-du-temps", clos, by_hand=True)
    week = [block for block in found if block["t"] == "table" and "ordinaire" in block["caption"]][0]
    assert [row[0] for row in week["rows"]] == ["Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"]


@pytest.mark.parametrize("slug, caption, columns", [
    ("prepam", "Vœux", 4), ("prepam", "Accord des responsables légaux", 2), ("bilan", "Stratégies évaluées", 4),
    ("bilan-final", "Stratégies évaluées", 4)])
def test_a_list_without_items_is_a_table_to_fill_by_hand(slug, caption, columns):
    table = table_named(blocks_of(slug), caption)
    assert len(table["head"]) == columns and table["rows"] == [[""] * columns] * 3


def test_the_choices_of_a_table_to_fill_are_printed_under_it():
    notes = [block["text"].replace("\u00a0", " ") for block in blocks_of("bilan") if block["t"] == "p"]
    assert "Degré : Atteint / En cours / Non atteint / Abandonné. Efficacité, Pertinence : " \
        "1 – pas du tout / 2 – plutôt non / 3 – plutôt oui / 4 – tout à fait." in notes


def test_what_is_signed_names_no_one_in_two_genders():
    paper = printed(made("contrat", EXAMPLES["complet"]))
    assert "ou principale" not in paper and "né ou née" not in paper and "ou professeure" not in paper
    assert "Aïcha Exemple-Chef, Collège de démonstration" in paper and "date de naissance : 4 mars 2011" in paper


def test_no_function_is_named_in_two_genders():
    assert [words for _, words in FONCTIONS if " ou " in words] == []


def test_what_is_found_is_said_before_the_code_of_its_rule():
    report = Report([Finding("PR-08", AVERTISSEMENT, ["parcours.dispenses"], "Une dispense manque.", "Source")],
                    ["PE-01"])
    made = annexes.findings(FORM, {}, CATALOGUE, report)
    table = next(block for block in made if block["t"] == "table")
    assert table["caption"] == "Avertissements"
    assert table["rows"][0][1:] == ["Une dispense manque.", "Source (PR-08)"]
    assert CATALOGUE.by_id["PE-01"].title + " (PE-01)" in made[-1]["text"]


def test_a_warning_assumed_is_printed_once_with_its_reason():
    finding = Finding("PR-08", AVERTISSEMENT, ["parcours.dispenses"], "Une dispense manque.", "Source")
    held, report = {"justifications": {finding.key(): "Le professeur est d’accord."}}, Report([finding], [])
    assumed = annexes.assumed(FORM, held, CATALOGUE, report)[1]["rows"]
    assert [row[:2] + row[3:] for row in assumed] == [["Une dispense manque.", "Le professeur est d’accord.",
                                                       "Source (PR-08)"]]
    assert [block for block in annexes.findings(FORM, held, CATALOGUE, report) if block["t"] == "table"] == []


def test_a_fingerprint_is_printed_once(desordre):
    signed = desordre["signatures"][0]["empreinte"]
    rows = [row for row in pairs_of(made("contrat", desordre, fingerprint=signed)["blocks"]) if row[1] == signed]
    assert [row[0].rpartition(", ")[2] for row in rows] == ["la même que celle de ce contrat"]
    other = pairs_of(made("contrat", desordre, fingerprint="cd" * 32)["blocks"])
    assert ["Empreinte du contenu de ce contrat", "cd" * 32] in other and signed in [value for _, value in other]


def test_short_rows_stand_side_by_side_and_a_row_to_fill_alone():
    rows = [["Niveau", "3e"], ["Classe", "3e B"], ["Régime", ""], ["Nom", "A"], ["Motif", "Un\nDeux"], ["Ville", "B"],
            ["Statut", "Public"], ["Pays", "France"]]
    assert blocks.pairs(rows)[0]["beside"] == [0, 5]


def test_what_the_contract_says_is_not_said_again_after_it(desordre):
    whole, alone = printed(made("complet", desordre)), printed(made("pedagogique", desordre))
    for words in ("Heures dispensées par semaine", "1. dès le 3 mai 2027", "Deux formations visitées"):
        assert whole.count(words) == alone.count(words) == 1, words




@pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: one.slug)
def test_no_paper_says_the_identifier_of_an_item(one, clos):
    for place in one.places(clos):
        words = [word.strip("(),.:;") for word in printed(made(one.slug, clos, place)).split()]
        assert set(words) & set(identifiers(clos)) == set()


def drawings_of(found):
    return [block["alt"].replace("\u00a0", " ") for block in found if block["t"] == "figure"]


def test_an_empty_grid_is_left_to_draw_by_hand_and_none_is_drawn_of_nothing():
    assert drawings_of(blocks_of("emploi-du-temps")) == ["Grille vide, du lundi au vendredi, à remplir à la main."]
    assert len(drawings_of(blocks_of("entreprise"))) == len(drawings_of(blocks_of("famille"))) == 1
    empty = blank_dossier(FORM)
    assert drawings_of(blocks_of("emploi-du-temps", empty)) == []
    told = [block["text"] for block in blocks_of("emploi-du-temps", empty) if block["t"] == "p"]
    assert [one for one in told if one.startswith("Le calendrier n’est pas dessiné")]


def test_the_host_of_a_blank_contract_is_named_by_hand(clos):
    assert value_of(blocks_of("contrat"), "Organisme d’accueil") == ""
    assert value_of(blocks_of("contrat", clos), "Organisme d’accueil") == "Menuiserie de l’Exemple"


def test_the_days_drawn_for_the_host_say_no_more_than_its_sheet(clos):
    assert drawings_of(blocks_of("entreprise", clos, "stages.0")) == [
        "Présence dans l’organisme d’accueil : mardi, 9 h – 12 h ; mardi, 13 h – 16 h 30 ; jeudi, 9 h – 12 h ; "
        "jeudi, 13 h – 16 h 30."]


def test_the_family_sees_its_week_what_changes_and_where_to_answer(clos):
    found = blocks_of("famille", clos)
    headings = [block["text"] for block in found if block["t"] == "h"]
    assert {"La semaine", "Les cours qui changent", "Ce que nous en pensons"} <= set(headings)
    assert "LV2 : aucun cours au lieu de 2 h 30 par semaine" in bullets_of("famille", clos)
    assert len(drawings_of(found)) == 2
    assert value_of(found, "La famille").strip() == ""
