"""The parcours: period, objectives and strategies, lessons dispensed, return, référent, follow-up, evaluation."""

from pid_rules.form.groups import ACCORDS, OU_ET_QUAND, PROJET
from pid_rules.form.options import CERTIFICATIONS, DISCIPLINES, FONCTIONS
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import Email, Phone
from pid_rules.questions.kinds import Choice, LongText, Name, Text
from pid_rules.questions.schema import Page

PAGE = Page("parcours", "Parcours", group=PROJET,
            intro="Un aménagement transitoire : une date de début, une date de fin, un retour.")
DEBUT = PAGE.ask("parcours.debut", "Début du parcours", Date(), hint="Par exemple 7 12 2026",
                 missing="Indiquez la date de début du parcours")
FIN = PAGE.ask("parcours.fin", "Fin du parcours", Date(), hint="Par exemple 9 4 2027",
               missing="Indiquez la date de fin du parcours")
CERTIFICATION = PAGE.ask("parcours.certification", "Certification visée", Choice(*CERTIFICATIONS),
                         hint="La série professionnelle est ouverte en 3e aux élèves de dispositifs particuliers")
RETOUR = PAGE.ask("parcours.retour", "Retour à l’emploi du temps ordinaire", LongText(), guarded=True,
                  missing="Indiquez comment l’élève revient à l’emploi du temps ordinaire",
                  hint="À quel moment, à la demande de qui, avec quel accompagnement")

OBJECTIFS_PAGE = Page("objectifs", "Objectifs et stratégies", group=PROJET,
                      intro="Chaque objectif a une échéance, et au moins une stratégie pour l’atteindre.")
OBJECTIFS = OBJECTIFS_PAGE.repeat("parcours.objectifs", "Objectifs", "objectif", ids="O", designated=True, paged=True)
OBJECTIF_ID = OBJECTIFS.identifier
OBJECTIF = OBJECTIFS.ask("intitule", "Objectif", LongText(), guarded=True, missing="Indiquez l’objectif")
INDICATEUR = OBJECTIFS.ask("indicateur", "Indicateur", LongText(), guarded=True,
                           missing="Indiquez à quoi l’on verra que l’objectif est atteint",
                           hint="À quoi verra-t-on que l’objectif est atteint ?")
ECHEANCE = OBJECTIFS.ask("echeance", "Échéance", Date(), hint="Par exemple 29 1 2027",
                         missing="Indiquez l’échéance de l’objectif")
OBJECTIF_RESPONSABLE = OBJECTIFS.ask("responsable", "Personne responsable", Text(),
                                     missing="Indiquez qui est responsable de l’objectif",
                                     hint="Une fonction suffit, par exemple « Référent »")
STRATEGIES = OBJECTIFS.repeat("strategies", "Stratégies", "stratégie", ids="S", designated=True, feminine=True,
                              offered=True)
STRATEGIE_ID = STRATEGIES.identifier
STRATEGIE = STRATEGIES.ask("intitule", "Stratégie", LongText(), guarded=True, missing="Indiquez la stratégie")

DISPENSES_PAGE = Page("dispenses", "Enseignements dispensés", group=OU_ET_QUAND,
                      intro="Les disciplines réduites et la façon dont chacune est compensée. Les heures se calculent "
                            "à partir de l’emploi du temps.")
DISPENSES = DISPENSES_PAGE.repeat("parcours.dispenses", "Dispenses", "dispense", ids="D", feminine=True)
DISPENSE_DISCIPLINE = DISPENSES.ask("discipline", "Discipline",
                                    Text(), missing="Indiquez la discipline dispensée",
                                    hint="Par exemple " + ", ".join(DISCIPLINES[:4]))
COMPENSATION = DISPENSES.ask("compensation", "Compensation", LongText(), guarded=True,
                             missing="Indiquez comment l’enseignement est compensé",
                             hint="Rattrapage, plan de travail, compétences travaillées ailleurs…")

REFERENT = Page("referent", "Référent et suivi", group=ACCORDS,
                intro="Le référent assure le suivi du jeune et les liens avec les intervenants extérieurs.")
REFERENT_NOM = REFERENT.ask("referent.nom", "Nom du référent", Name(), missing="Indiquez le nom du référent")
REFERENT_PRENOM = REFERENT.ask("referent.prenom", "Prénom du référent", Name(),
                               missing="Indiquez le prénom du référent")
REFERENT_FONCTION = REFERENT.ask("referent.fonction", "Fonction du référent", Choice(*FONCTIONS),
                                 missing="Indiquez la fonction du référent")
REFERENT_COURRIEL = REFERENT.ask("referent.courriel", "Adresse électronique du référent", Email(),
                                 missing="Indiquez l’adresse électronique du référent",
                                 hint="Format attendu : nom@domaine.fr")
REFERENT_TELEPHONE = REFERENT.ask("referent.telephone", "Téléphone du référent", Phone(),
                                  hint="Par exemple 02 41 00 00 00")
SUIVI = REFERENT.ask("suivi.modalites", "Modalités de suivi", LongText(), guarded=True,
                     missing="Indiquez les modalités de suivi", hint="Entretiens, appels au tuteur, carnet de suivi…")
FREQUENCE = REFERENT.ask("suivi.frequence", "Fréquence des entretiens",
                         Choice(("quotidienne", "Quotidienne"), ("hebdomadaire", "Hebdomadaire"),
                                ("bimensuelle", "Toutes les deux semaines"), ("mensuelle", "Mensuelle"),
                                ("autre", "Autre")),
                         missing="Indiquez la fréquence des entretiens")
REFERENT.section("Évaluation")
BILANS_PREVUS = REFERENT.repeat("evaluation.bilans_etape_prevus", "Bilans d’étape prévus", "bilan d’étape")
BILAN_PREVU = BILANS_PREVUS.ask("", "Date prévue", Date(), hint="Par exemple 1 2 2027",
                                missing="Indiquez la date prévue du bilan d’étape")
BILAN_FINAL_PREVU = REFERENT.ask("evaluation.bilan_final_prevu", "Date prévue du bilan final", Date(),
                                 hint="Par exemple 13 4 2027", missing="Indiquez la date prévue du bilan final")
