"""What follows the sending: transmission, decision, follow-up log, Prépam. The bilans are in ``bilans``."""

from pid_rules.form.bilans import BILAN_FINAL_PAGE, BILANS_PAGE
from pid_rules.form.groups import LA_SUITE
from pid_rules.form.options import AU_COLLEGE, ROLES
from pid_rules.form.stages import LIEUX
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.designations import Identifier, ItemReference
from pid_rules.questions.formats import Email
from pid_rules.questions.kinds import Choice, Integer, LongText, Name, Text, YesNo
from pid_rules.questions.schema import APRES, BILAN, DEMARRAGE, PREPAM, Page

AT_START = (DEMARRAGE,)
AT_PREPAM = (PREPAM,)

TRANSMISSION = Page("transmission", "Transmission", group=LA_SUITE, phase=APRES, settled_by="transmission.date",
                    intro="Quand et à qui le dossier a été envoyé : l’attente d’une décision se compte depuis ce jour.")
TRANSMISSION_DATE = TRANSMISSION.ask("transmission.date", "Dossier envoyé le", Date(), hint="Par exemple 20 11 2026",
                                     needed="pour le suivi")
TRANSMISSION_DESTINATAIRE = TRANSMISSION.ask("transmission.destinataire", "Adresse électronique du destinataire",
                                             Email(), hint="Format attendu : nom@domaine.fr")
TRANSMISSION_EMPREINTE = TRANSMISSION.ask("transmission.empreinte", "Empreinte", Text(80), computed=True)
TRANSMISSION_REVISION = TRANSMISSION.ask("transmission.revision", "Révision envoyée", Integer(1, 999), computed=True,
                                         since=2)
ENVOIS = TRANSMISSION.repeat("envois", "Envois", "envoi", ids="E", maximum=400, computed=True, since=2)
ENVOIS.ask("le", "Envoyé le", Date(), computed=True)
ENVOIS.ask("objet", "Objet",
           Choice(("projet", "Projet"), ("complement", "Complément"), ("bilan_etape", "Bilan d’étape"),
                  ("bilan_final", "Bilan final"), ("prepam", "Dossier Prépam")), computed=True)
ENVOIS.ask("revision", "Révision", Integer(1, 999), computed=True)
ENVOIS.ask("empreinte", "Empreinte", Text(80), computed=True)
REPONSES = TRANSMISSION.repeat("reponses", "Réponses aux demandes", "réponse", feminine=True, maximum=400,
                               computed=True, since=2)
REPONSES.ask("id", "Demande", Identifier(), computed=True, hidden=True)
REPONSES.ask("reponse", "Réponse",
             Choice(("corrige", "Corrigé"), ("explique", "Expliqué"), ("sans_objet", "Sans objet")), computed=True)
REPONSES.ask("texte", "Explication", LongText(), computed=True)
REPONSES.ask("le", "Répondu le", Date(), computed=True)

DECISION_PAGE = Page("decision", "Décision", group=LA_SUITE, phase=APRES,
                     intro="Ce que la DSDEN a répondu, recopié de son courrier. La décision appartient à l’IA-DASEN.")
DECISION_PAGE.section("Avis de l’IEN-IO")
AVIS_IEN_IO = DECISION_PAGE.ask("decision.avis_ien_io.sens", "Avis de l’IEN-IO",
                                Choice(("favorable", "Favorable"), ("avec_reserves", "Avec réserves"),
                                       ("defavorable", "Défavorable"),
                                       ("complement_demande", "Complément demandé")))
AVIS_IEN_IO_DATE = DECISION_PAGE.ask("decision.avis_ien_io.date", "Date de l’avis", Date(),
                                     hint="Par exemple 30 11 2026")
AVIS_IEN_IO_TEXTE = DECISION_PAGE.ask("decision.avis_ien_io.texte", "Texte de l’avis", LongText(), guarded=True)
DECISION_PAGE.section("Décision de l’IA-DASEN")
DECISION = DECISION_PAGE.ask("decision.sens", "Décision de l’IA-DASEN",
                             Choice(("valide", "Validé"), ("valide_sous_conditions", "Validé sous conditions"),
                                    ("refuse", "Refusé")),
                             missing="Indiquez la décision de l’IA-DASEN", required_at=AT_START)
DECISION_DATE = DECISION_PAGE.ask("decision.date", "Date de la décision", Date(), hint="Par exemple 3 12 2026",
                                  missing="Indiquez la date de la décision", required_at=AT_START)
CONDITIONS = DECISION_PAGE.ask("decision.conditions", "Conditions", LongText(), guarded=True,
                               needed="si la validation est sous conditions")
MOTIVATION = DECISION_PAGE.ask("decision.motivation", "Motifs écrits dans la décision", LongText(), guarded=True,
                               hint="Ses raisons de droit et de fait, qu’elle soit favorable ou non",
                               needed="avant de commencer")
SIGNATAIRE_NOM = DECISION_PAGE.ask("decision.signataire.nom", "Nom du signataire", Name(),
                                   missing="Indiquez le nom du signataire de la décision", required_at=AT_START)
DECISION_PAGE.ask("decision.signataire.prenom", "Prénom du signataire", Name(), since=2)
SIGNATAIRE_QUALITE = DECISION_PAGE.ask("decision.signataire.qualite", "Qualité du signataire", Text(),
                                       missing="Indiquez la qualité du signataire de la décision",
                                       required_at=AT_START)
NOTIFIEE_LE = DECISION_PAGE.ask("decision.notifiee_le", "Notifiée au collège le", Date(), hint="Par exemple 4 12 2026",
                                needed="avant de commencer")
FAMILLE_INFORMEE_LE = DECISION_PAGE.ask("decision.famille_informee_le", "Notifiée à la famille le", Date(),
                                        hint="Par exemple 4 12 2026",
                                        needed="avant de commencer")
RESPONSABLE_2_INFORME_LE = DECISION_PAGE.ask("decision.responsable_2_informe_le",
                                             "Notifiée au second responsable légal le", Date(), since=2,
                                             hint="Par exemple 4 12 2026. Si ce n’est pas le même jour")
VOIES_ET_DELAIS = DECISION_PAGE.ask("decision.voies_et_delais", "La décision dit-elle les voies et délais de recours ?",
                                    YesNo(), since=2)
ACTES = DECISION_PAGE.repeat("decision.actes", "Actes reçus", "acte", ids="X", designated=True, computed=True, since=2)
ACTES.ask("nature", "Nature",
          Choice(("decision", "Décision"), ("rectification", "Rectification"), ("retrait", "Retrait"),
                 ("abrogation", "Abrogation")), computed=True)
ACTES.ask("le", "Daté du", Date(), computed=True)
ACTES.ask("remplace", "Acte remplacé", ItemReference(ACTES, "Cet acte"), computed=True)
ACTES.ask("texte", "Texte", LongText(), computed=True)

JOURNAL_PAGE = Page("journal", "Journal de suivi", group=LA_SUITE, phase=APRES,
                    intro="Le fil des échanges et des visites. Des faits, que la famille peut lire.")
JOURNAL = JOURNAL_PAGE.repeat("journal", "Journal", "note", ids="J", feminine=True, maximum=400)
JOURNAL_DATE = JOURNAL.ask("date", "Date", Date(), hint="Par exemple 11 12 2026", required_at=(BILAN,),
                           missing="Indiquez la date de la note")
JOURNAL_TYPE = JOURNAL.ask("type", "Type", Choice(("entretien", "Entretien"), ("appel", "Appel"),
                                                  ("absence", "Absence"), ("visite", "Visite"), ("autre", "Autre")))
JOURNAL_LIEU = JOURNAL.ask("lieu", "Lieu", ItemReference(LIEUX, "Ce lieu", (AU_COLLEGE,)))
JOURNAL_TEXTE = JOURNAL.ask("texte", "Note", LongText(), guarded=True, required_at=(BILAN,),
                            missing="Indiquez le texte de la note")

PREPAM_PAGE = Page("prepam", "Commission Prépam", group=LA_SUITE, phase=APRES,
                   intro="Pour une demande d’affectation examinée en commission. Le bilan final y est joint ; une "
                         "pièce médicale ou sociale voyage sous pli confidentiel, jamais dans ce dossier.")
PREPAM_DATE = PREPAM_PAGE.ask("prepam.date", "Date de la demande", Date(), hint="Par exemple 3 5 2027",
                              missing="Indiquez la date de la demande", required_at=AT_PREPAM)
PREPAM_MOTIF = PREPAM_PAGE.ask("prepam.motif", "Motif de la demande",
                               Choice(("parcours_derogatoire", "Parcours dérogatoire"), ("relais", "Dispositif relais"),
                                      ("eana", "Élève allophone nouvellement arrivé"),
                                      ("medical", "Motif médical, sous pli"),
                                      ("social", "Motif social, sous pli"), ("autre", "Autre")),
                               missing="Indiquez le motif de la demande", required_at=AT_PREPAM)
VOEUX = PREPAM_PAGE.repeat("prepam.voeux", "Vœux", "vœu", ids="V", missing="Indiquez au moins un vœu",
                           required_at=AT_PREPAM, ranked="rang",
                           hint="Dans l’ordre de préférence : le rang d’un vœu est sa place dans la liste.")
VOEU_RANG = VOEUX.ask("rang", "Rang", Integer(1, 60), computed=True, required_at=AT_PREPAM,
                      missing="Ce vœu n’a pas de rang : déplacez-le dans la liste pour qu’elle soit numérotée")
VOEU_FORMATION = VOEUX.ask("formation", "Formation", Text(), hint="Par exemple CAP menuisier fabricant",
                           missing="Indiquez la formation demandée", required_at=AT_PREPAM)
VOEU_ETABLISSEMENT = VOEUX.ask("etablissement", "Établissement", Text(), missing="Indiquez l’établissement demandé",
                               required_at=AT_PREPAM)
VOEU_VOIE = VOEUX.ask("voie", "Voie", Choice(("seconde_professionnelle", "Seconde professionnelle"), ("cap", "CAP"),
                                             ("apprentissage", "Apprentissage"),
                                             ("seconde_gt", "Seconde générale et technologique"), ("autre", "Autre")),
                      missing="Indiquez la voie demandée", required_at=AT_PREPAM)
PREPAM_AVIS_CHEF = PREPAM_PAGE.ask("prepam.avis_chef", "Avis du chef d’établissement", LongText(), guarded=True,
                                   missing="Indiquez l’avis du chef d’établissement", required_at=AT_PREPAM)
PREPAM_AVIS_PSYEN = PREPAM_PAGE.ask("prepam.avis_psyen", "Avis du PsyEN", LongText(), guarded=True)
ACCORDS = PREPAM_PAGE.repeat("prepam.accord_responsables", "Accord des responsables légaux", "accord", ids="K",
                             missing="Indiquez l’accord des responsables légaux", required_at=AT_PREPAM,
                             hint="Celui des deux responsables, lorsqu’ils exercent ensemble l’autorité parentale.")
ACCORD_ROLE = ACCORDS.ask("role", "En qualité de",
                          Choice(*ROLES, control="select", proposed=("responsable_1", "responsable_2")),
                          missing="Indiquez qui donne son accord", required_at=AT_PREPAM)
ACCORD_DATE = ACCORDS.ask("date", "Date de l’accord", Date(), hint="Par exemple 3 5 2027",
                          missing="Indiquez la date de l’accord", required_at=AT_PREPAM)

PAGES = (TRANSMISSION, DECISION_PAGE, JOURNAL_PAGE, BILANS_PAGE, BILAN_FINAL_PAGE, PREPAM_PAGE)
"""The pages that follow the sending, in the order of the screen."""
