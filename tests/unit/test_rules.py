"""The examples are judged as the file format promises, and findings point at the exact answers."""

import copy

import pytest

from tests.support.judging import BASES, FIVE_DAYS, judge, paths_of


@pytest.mark.parametrize("base, step, day", [
    ("complet", "contrat", "2026-11-20"), ("complet", "envoi", "2026-11-20"), ("clos", "bilan", "2027-05-10"),
    ("clos", "cloture", "2027-05-10"), ("clos", "prepam", "2027-05-10")])
def test_examples_have_nothing_blocking_and_no_warning(base, step, day):
    summary = judge(base, step, day).summary()
    assert (summary["bloquant"], summary["avertissement"]) == (0, 0)


def night(start, end):
    """A line of hours on Tuesday, without a break."""
    return {"jour": "mardi", "debut": start, "fin": end, "pause_debut": "", "pause_fin": ""}


@pytest.mark.parametrize("rule, changes, paths", [
    ("EL-01", {"eleve__classe": ""}, [["eleve.classe"]]),
    ("EL-03", {"eleve__niveau": "5e"}, [["stages.0.type"]]),
    ("EL-09", {"eleve__date_naissance": "2012-02-01"}, [["stages.0.debut"]]),
    ("PE-01", {"parcours__fin": ""}, [["parcours.fin"]]),
    ("PE-02", {"parcours__fin": "2027-07-14"}, [["parcours.fin"]]),
    ("PR-02", {"parcours__objectifs__1__echeance": ""}, [["parcours.objectifs.1.echeance"]]),
    ("PR-03", {"parcours__objectifs__1__echeance": "2027-05-01"}, [["parcours.objectifs.1.echeance"]]),
    ("PR-04", {"parcours__objectifs__1__strategies": []}, [["parcours.objectifs.1.strategies"]]),
    ("PR-06", {"referent__nom": ""}, [["referent.nom"]]),
    ("PR-08", {"emploi_du_temps__semaines__0__creneaux__3__activite": "Anglais"},
     [["emploi_du_temps.semaines.0.creneaux.3.activite"]]),
    ("PR-08", {"parcours__dispenses__0__discipline": "Français"},
     [["parcours.dispenses.0.discipline"], ["parcours.dispenses"]]),
    ("PR-10", {"emploi_du_temps__semaines__2__creneaux__7__fin": "12:14", "stages__1__type": "autre_action"},
     [["emploi_du_temps.semaines.2.creneaux"]]),
    ("ST-13", {"stages__0__horaires__1__fin": "18:01"}, [["stages.0.horaires.1.fin"]]),
    ("ST-17", {"stages__0__horaires__1__fin": "20:01"}, [["stages.0.horaires.1.fin"]]),
    ("ST-14", {"stages__0__horaires": FIVE_DAYS}, [["stages.0.horaires"]]),
    ("ST-17", {"stages__0__horaires__0": night("05:00", "06:00")},
     [["stages.0.horaires.0.debut", "stages.0.horaires.0.fin"]]),
    ("ST-17", {"stages__0__horaires__0": night("05:00", "06:01")}, [["stages.0.horaires.0.debut"]]),
    ("ST-17", {"stages__0__horaires__0": night("20:00", "20:01")},
     [["stages.0.horaires.0.debut", "stages.0.horaires.0.fin"]]),
    ("ST-17", {"stages__0__horaires__0__debut": "05:59"}, [["stages.0.horaires.0.debut"]]),
    ("ST-18", {"stages__0__horaires__0__pause_fin": "12:29"}, [["stages.0.horaires.0.pause_fin"]]),
    ("ST-18", {"stages__0__horaires__0__debut": "07:29"}, [["stages.0.horaires.0.pause_debut"]]),
    ("ST-18", {"stages__0__horaires__0__fin": "17:31"}, [["stages.0.horaires.0.pause_debut"]]),
    ("ST-19", {"stages__0__horaires__0__fin": "18:31"},
     [["stages.0.horaires.0.fin", "emploi_du_temps.semaines.1.creneaux.4.debut"]]),
    ("ST-20", {"stages__0__horaires__1__jour": "samedi"}, [["stages.0.horaires.1.jour"]]),
    ("ST-21", {"stages__1__debut": "2027-03-29", "stages__1__fin": "2027-03-30"}, [["stages.1.horaires.0.jour"]]),
    ("ST-32", {"emploi_du_temps__semaines__1__creneaux__3__fin": "16:29"},
     [["emploi_du_temps.semaines.1.creneaux.3.fin"]]),
    ("ST-32", {"emploi_du_temps__semaines__1__creneaux__3__debut": "09:01"},
     [["emploi_du_temps.semaines.1.creneaux.3.debut"]]),
    ("ST-32", {"emploi_du_temps__semaines__1__creneaux__3__lieu": "L2"},
     [["emploi_du_temps.semaines.1.creneaux.3.lieu"]]),
    ("ST-32", {"emploi_du_temps__semaines__1__creneaux__3__lieu": "college"},
     [["emploi_du_temps.semaines.1.creneaux.3.debut"]]),
    ("ST-32", {"emploi_du_temps__semaines__1__creneaux__3__jour": "samedi"},
     [["stages.0.horaires.0.jour"], ["emploi_du_temps.semaines.1.creneaux.3.jour"]]),
    ("ST-32", {"stages__0__horaires__0__pause_fin": "16:31"}, [["stages.0.horaires.0.pause_fin"]]),
    ("ST-32", {"stages__0__horaires__0__fin": "09:00"}, [["stages.0.horaires.0.fin"]]),
    ("ST-32", {"stages__0__horaires__1__jour": "mardi"},
     [["stages.0.horaires.1.debut"], ["emploi_du_temps.semaines.1.creneaux.6.jour"]]),
    ("ST-33", {"stages__0__horaires__0__jour": "lundi"}, []),
    ("SI-02", {"signatures__2__date": ""}, [["signature_unique_motif"]]),
    ("SI-06", {"stages__0__convention__statut": "projet", "signatures__5__date": ""}, [["stages.0.lieu"]]),
    ("SI-07", {"signatures__3__date": "2026-11-01"}, [["signatures.3.date"]]),
    ("ST-01", {"stages__0__type": "pfmp"}, [["stages.0.type"]]),
    ("ST-02", {"stages__1__convention__statut": "projet"}, [["stages.1.convention.statut"]]),
    ("ST-03", {"etablissement__deliberation_ca": ""}, [["etablissement.deliberation_ca"]]),
    ("ST-04", {"stages__0__convention__date_signature": "2027-01-06"}, [["stages.0.convention.date_signature"]]),
    ("ST-05", {"stages__0__visites": []}, [["stages.0.visites"]]),
    ("ST-05", {"stages__0__fin": "2027-01-04"}, [["stages.0.fin"]]),
    ("ST-05", {"stages__1__visites__0__date": "2027-03-17"}, [["stages.1.visites.0.date"]]),
    ("ST-05", {"stages__1__visites__0__visiteur": ""}, [["stages.1.visites.0.visiteur"]]),
    ("ST-06", {"lieux__1__tuteur__nom": ""}, [["lieux.1.tuteur.nom"]]),
    ("ST-06", {"lieux__0__tuteur__telephone": ""}, [["lieux.0.tuteur.telephone", "lieux.0.tuteur.courriel"]]),
    ("ST-12", {"stages__0__fin": "2027-02-02"}, [["stages.0.fin"]]),
    ("ST-22", {"stages__1__travaux_interdits": ["D4153-30"]}, [["stages.1.travaux_interdits"]]),
    ("ST-24", {"stages__0__service_bar": True}, [["stages.0.service_bar"]]),
    ("ST-27", {"stages__0__assurance__organisme": ""}, [["stages.0.assurance.organisme"]]),
    ("ST-29", {"lieux__0__siret": "1"}, [["lieux.0.siret"]]),
    ("ST-30", {"stages__1__transport": "", "stages__1__restauration": ""},
     [["stages.1.transport", "stages.1.restauration"]]),
    ("ST-31", {"stages__1__convention__statut": "rompue"}, [["lieux.1.type"]]),
    ("EV-01", {"evaluation__bilans_etape_prevus": []}, [["evaluation.bilans_etape_prevus"]]),
    ("EV-02", {"evaluation__bilan_final_prevu": "2027-06-01"}, [["evaluation.bilan_final_prevu"]]),
])
def test_finding_points_at_the_answer(rule, changes, paths):
    assert paths_of(judge("complet", "envoi", "2026-11-20", **changes), rule) == paths


@pytest.mark.parametrize("step, rule, changes, paths", [
    ("demarrage", "DE-02", {"decision__signataire__qualite": "", "decision__signataire__nom": ""},
     ["decision.signataire.nom", "decision.signataire.qualite"]),
    ("demarrage", "DE-04", {"decision__famille_informee_le": ""}, ["decision.famille_informee_le"]),
    ("bilan", "EV-03", {"bilans__0__objectifs__1__degre": ""}, ["bilans.0.objectifs.1.degre"]),
    ("bilan", "EV-03", {"bilans__0__objectifs": []}, ["bilans.0.objectifs"]),
    ("bilan", "EV-04", {"bilans__0__strategies__3__pertinence": None}, ["bilans.0.strategies.3.pertinence"]),
    ("bilan", "EV-05", {"stages__1__visites__0__faite_le": ""}, ["stages.1.visites"]),
    ("cloture", "EV-02", {"bilan_final__date": ""}, ["bilan_final.date"]),
    ("cloture", "EV-03", {"bilan_final__objectifs__0__efficacite": None}, ["bilan_final.objectifs.0.efficacite"]),
    ("cloture", "EV-06", {"bilan_final__suite": ""}, ["bilan_final.suite"]),
    ("prepam", "PM-01", {"bilan_final__synthese": "", "bilan_final__objectifs": []},
     ["bilan_final.synthese", "bilan_final.objectifs"]),
])
def test_what_follows_the_sending_points_at_the_answer_too(step, rule, changes, paths):
    assert paths_of(judge("clos", step, "2027-05-10", **changes), rule) == [paths]


@pytest.mark.parametrize("debut, source", [("2018-12-31", "Code du travail, art.\u00a0L4153-1 (avant 2019)"),
                                           ("2019-01-01", "Code du travail, art.\u00a0L4153-1")])
def test_a_stage_is_judged_by_the_text_of_its_time_which_the_finding_cites(debut, source):
    report = judge("complet", "envoi", "2026-11-20", eleve__date_naissance="2005-01-02", eleve__niveau="5e",
                   stages__0__type="sequence_observation", stages__0__debut=debut)
    assert [finding.source for finding in report.findings if finding.rule == "ST-08"] == [source]


@pytest.mark.parametrize("type, source", [("stage_initiation", "Code de l’éducation, art.\u00a0D124-4"),
                                          ("sequence_observation", "Code de l’éducation, art.\u00a0D331-6")])
def test_the_tutor_is_asked_by_the_text_that_applies_to_the_stage(type, source):
    report = judge("complet", "envoi", "2026-11-20", stages__0__type=type, lieux__0__tuteur__nom="")
    assert [finding.source for finding in report.findings if finding.rule == "ST-06"] == [source]


@pytest.mark.parametrize("base, step, day", [("clos", "demarrage", "2026-12-05"), ("complet", "contrat", "2026-11-16")])
def test_what_is_not_yet_due_is_not_asked(base, step, day):
    assert judge(base, step, day).summary()["bloquant"] == 0


@pytest.mark.parametrize("step, roots", [("envoi", set()), ("demarrage", {"decision"}), ("bilan", {"bilans"}),
                                         ("cloture", {"bilan_final"}), ("prepam", {"bilan_final", "prepam"})])
def test_a_block_not_begun_is_asked_only_at_the_step_that_needs_it(step, roots):
    report = judge("complet", step, "2026-11-20")
    assert {finding.paths[0].split(".")[0] for finding in report.findings if finding.rule == "REQ"} == roots


def test_message_says_what_is_observed():
    report = judge("complet", "envoi", "2026-11-20", parcours__fin="2027-07-14")
    messages = [finding.message for finding in report.findings if finding.rule == "PE-02"]
    assert messages == ["Le parcours se termine le 14\u00a0juillet\u00a02027, après le dernier jour de classe "
                        "(3\u00a0juillet\u00a02027)."]


@pytest.mark.parametrize("rule, changes, message", [
    ("PR-08", {"parcours__dispenses__0__discipline": "LV1"},
     "LV2\u00a0: 2\u00a0h\u00a030 de moins par semaine dans la semaine type «\u00a0Semaine ordinaire\u00a0», et "
     "cette discipline ne figure pas dans la liste des enseignements dispensés."),
    ("PR-10", {"emploi_du_temps__semaines__2__creneaux__7__fin": "12:14", "stages__1__type": "autre_action"},
     "La semaine type «\u00a0Semaine du mini-stage\u00a0» dispense de 13\u00a0h\u00a001 sur 26\u00a0h\u00a0: plus de "
     "la moitié des enseignements obligatoires, repère de l’outil tiré d’un dispositif abrogé."),
    ("PR-11", {"emploi_du_temps__semaines__2__creneaux": [], "stages__1__debut": "2027-03-22",
               "stages__1__fin": "2027-03-23"},
     "La semaine type «\u00a0Semaine du mini-stage\u00a0» n’a aucune heure au collège, et aucun stage n’occupe la "
     "semaine du 15\u00a0mars\u00a02027."),
    ("PR-12", {"emploi_du_temps__semaines__0__creneaux__8__activite": "Étude"},
     "La semaine type «\u00a0Semaine ordinaire\u00a0» retire en entier\u00a0: EPS."),
    ("ST-15", {"emploi_du_temps__semaines__0__creneaux__8__fin": "18:30", "stages__0__horaires": FIVE_DAYS},
     "Semaine du 4\u00a0janvier\u00a02027\u00a0: collège et lieux d’accueil font ensemble 45\u00a0h, plus que le "
     "repère de 35\u00a0h par semaine."),
    ("ST-25", {"stages__0__horaires": FIVE_DAYS, "stages__0__fin": "2027-04-02"},
     "Dans l’année scolaire 2026-2027, l’élève passe 480\u00a0h dans le même organisme\u00a0: au-delà de 308\u00a0h, "
     "une gratification est due."),
    ("ST-33", {"stages__0__horaires": [{**line, "debut": "13:00", "pause_debut": "", "pause_fin": ""}
                                       for line in FIVE_DAYS]},
     "Semaine du 11\u00a0janvier\u00a02027\u00a0: l’élève est chaque jour sur son lieu d’accueil, mais 20\u00a0h "
     "seulement dans la semaine\u00a0; le repère est d’au moins 24\u00a0h."),
    ("ST-13", {"stages__0__horaires__0__fin": "17:01"},
     "Le mardi, l’élève est présent 7\u00a0h\u00a001 sur son lieu d’accueil, pauses déduites (dès le "
     "5\u00a0janvier\u00a02027)\u00a0: plus que la limite de 7\u00a0h par jour avant 16\u00a0ans."),
    ("ST-14", {"stages__0__horaires": FIVE_DAYS},
     "Semaine du 11\u00a0janvier\u00a02027\u00a0: l’élève est présent 37\u00a0h\u00a030 sur ses lieux d’accueil, "
     "pauses déduites, plus que la limite de 35\u00a0h par semaine."),
    ("ST-17", {"stages__0__horaires__1__fin": "20:01"},
     "Le jeudi, l’élève est présent de 9\u00a0h à 20\u00a0h\u00a001 (dès le 7\u00a0janvier\u00a02027)\u00a0: à son "
     "âge, la nuit va de 20\u00a0h à 6\u00a0h et aucune présence n’y est possible."),
    ("ST-18", {"stages__0__horaires__0__debut": "07:29"},
     "Le mardi, l’élève est présent 4\u00a0h\u00a031 d’affilée (dès le 5\u00a0janvier\u00a02027)\u00a0: plus que les "
     "4\u00a0h\u00a030 permises sans pause."),
    ("ST-18", {"stages__0__horaires__0__pause_fin": "12:29"},
     "Le mardi, l’élève est présent 7\u00a0h\u00a001 sans pause d’au moins 30\u00a0minutes (dès le "
     "5\u00a0janvier\u00a02027)."),
    ("ST-19", {"stages__0__horaires__0__fin": "18:31"},
     "Entre le mardi et le mercredi (dès le 5\u00a0janvier\u00a02027), l’élève n’a que 13\u00a0h\u00a059 de "
     "repos\u00a0: il lui en faut 14\u00a0h à son âge, heures de collège comprises."),
    ("ST-20", {"stages__0__horaires__1__jour": "samedi"},
     "Semaine du 4\u00a0janvier\u00a02027\u00a0: l’élève n’a pas deux jours de repos de suite, collège et lieux "
     "d’accueil réunis."),
    ("ST-21", {"stages__1__debut": "2027-03-29", "stages__1__fin": "2027-03-30"},
     "Le lundi 29\u00a0mars\u00a02027 est un jour férié\u00a0: l’élève ne peut pas être présent sur son lieu "
     "d’accueil."),
])
def test_message_says_the_hours_the_day_and_the_limit(rule, changes, message):
    report = judge("complet", "envoi", "2026-11-20", **changes)
    assert [finding.message for finding in report.findings if finding.rule == rule][0] == message


def test_rest_with_hours_at_the_college_waits_for_the_calendar():
    report = judge("complet", "envoi", "2026-11-20", stages__0__horaires__0__fin="18:31", stages__1__fin="2031-03-16")
    assert paths_of(report, "ST-19") == [] and "ST-19" in report.pending
    after_lessons = {"emploi_du_temps__semaines__1__creneaux__2__fin": "19:01"}
    assert paths_of(judge("complet", "envoi", "2026-11-20", **after_lessons), "ST-19") != []
    report = judge("complet", "envoi", "2026-11-20", stages__1__fin="2031-03-16", **after_lessons)
    assert paths_of(report, "ST-19") == [] and "ST-19" in report.pending


@pytest.mark.parametrize("step, day, rule, changes, words", [
    ("envoi", "2026-11-20", "ST-04", {"stages__0__convention__date_signature": "2027-01-06"},
     "datée du 6 janvier 2027, après le premier jour du stage (5 janvier 2027)"),
    ("envoi", "2026-11-20", "ST-06", {"lieux__0__tuteur__nom": "", "lieux__0__tuteur__fonction": ""},
     "il manque son nom, sa fonction."),
    ("envoi", "2026-11-20", "ST-07", {"eleve__date_naissance": "2013-01-06"}, "a 13 ans au premier jour du stage : il "
     "faut en avoir 14"),
    ("envoi", "2026-11-20", "ST-10", {"stages__0__type": "visite_information", "stages__0__fin": "2027-01-12"},
     "dure 3 jours : elle n’en compte jamais plus de 2."),
    ("envoi", "2026-11-20", "ST-11", {"stages__0__type": "sequence_observation"}, "compte 8 jours : elle ne peut en "
     "durer que 5, consécutifs ou non."),
    ("envoi", "2026-11-20", "ST-12", {"stages__0__fin": "2027-02-02"}, "plus de 4 semaines"),
    ("envoi", "2026-11-20", "ST-22", {"stages__0__travaux_interdits": ["D4153-28", "D4153-30"]},
     "(D4153-28, D4153-30)"),
    ("envoi", "2026-11-20", "ST-26", {"stages__0__horaires__0__debut": "00:00", "stages__0__horaires__0__fin": "23:59",
                                      "stages__0__debut": "2026-01-06", "stages__0__fin": "2027-01-26"},
     "comptent 1644 heures de présence : plus de 6 mois, soit 924 heures"),
    ("envoi", "2026-11-20", "ST-27", {"stages__1__assurance__etablissement": "", "stages__1__assurance__organisme": ""},
     "il manque celle de l’établissement ou de la famille et celle de l’organisme d’accueil"),
    ("envoi", "2026-11-20", "ST-30", {"stages__0__transport": "", "stages__0__restauration": ""},
     "Il manque le transport et le repas de l’élève"),
    ("envoi", "2026-11-20", "EV-01", {"evaluation__bilans_etape_prevus": []}, "plus de 6 semaines"),
    ("envoi", "2026-11-20", "EV-02", {"evaluation__bilan_final_prevu": "2027-06-01"}, "au plus tard le 24 avril 2027"),
    ("cloture", "2027-05-10", "EV-02", {"bilan_final__date": "2027-04-25"}, "16 jours après la fin du parcours, au "
     "lieu de 15 au plus"),
    ("bilan", "2027-05-10", "EV-07", {"bilans": []}, "prévu le 1er février 2027"),
    ("bilan", "2027-05-10", "EV-07", {"bilan_final__date": ""}, "Le bilan final prévu le 13 avril 2027"),
    ("demarrage", "2027-01-21", "DE-03", {"decision__sens": ""}, "envoyé le 20 novembre 2026, est sans décision depuis "
     "62 jours (repère : 61, environ deux mois)"),
    ("demarrage", "2026-12-05", "DE-04", {"decision__notifiee_le": "", "decision__famille_informee_le": ""},
     "la date de la notification au collège et de la notification à la famille"),
    ("prepam", "2027-05-10", "PM-02", {"eleve__niveau": "5e"}, "L’élève est en 5e"),
])
def test_message_gives_the_figures(step, day, rule, changes, words):
    report = judge("clos", step, day, **changes)
    found = [finding.message.replace("\u00a0", " ") for finding in report.findings if finding.rule == rule]
    assert len(found) == 1 and words in found[0], found


@pytest.mark.parametrize("kind, source", [("stage_initiation", "Service-Public.fr"),
                                          ("sequence_observation", "Réponse à la question écrite")])
def test_a_stage_in_the_holidays_cites_the_text_of_its_type(kind, source):
    report = judge("complet", "envoi", "2026-11-20", stages__0__type=kind, stages__0__fin="2027-02-23")
    assert [finding.source.partition(",")[0].partition(" n°")[0] for finding in report.findings
            if finding.rule == "PE-05"] == [source]


def test_several_sequences_of_observation_are_said_once():
    third = {**copy.deepcopy(BASES["complet"]["stages"][0]), "id": "S3", "debut": "2027-02-02", "fin": "2027-02-04"}
    stages = [{**copy.deepcopy(one), "type": "sequence_observation"} for one in [*BASES["complet"]["stages"], third]]
    stages[0]["fin"] = "2027-01-07"
    assert paths_of(judge("complet", "envoi", "2026-11-20", stages=stages), "ST-11") == [
        ["stages.0.type", "stages.1.type", "stages.2.type"]]


def test_signatures_are_not_judged_before_the_dossier_is_sent():
    report = judge("complet", "contrat", "2026-11-20", signatures=[], desaccord_connu=True)
    assert not [finding for finding in report.findings if finding.rule[:3] == "SI-"]
