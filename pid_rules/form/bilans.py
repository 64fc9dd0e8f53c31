"""The bilans d'étape and the bilan final: both questions of the letter, efficacité and pertinence, for each part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form.groups import LA_SUITE
from pid_rules.form.options import CERTIFICATIONS, ROLES
from pid_rules.form.parcours import OBJECTIF_ID, OBJECTIFS, STRATEGIE_ID, STRATEGIES
from pid_rules.form.stages import STAGE_ID, STAGES
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.designations import ItemReference
from pid_rules.questions.kinds import Choice, Integer, LongText, Mastery, Name, Percent, Rating, Text, YesNo
from pid_rules.questions.schema import APRES, BILAN, CLOTURE, PREPAM, Page

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.kinds import Kind
    from pid_rules.questions.schema import Asking, Block, Field

AT_BILAN = (BILAN,)
AT_END = (CLOTURE, PREPAM)
JUDGED = "objectifs"
"""The step of a bilan in which objectives and strategies are judged."""


class Assessment:
    """Questions that a bilan d'étape and the bilan final share, declared under a prefix; the rules read them."""

    def __init__(self, asking: Asking, prefix: str, required_at: tuple[str, ...], ids: str = "") -> None:
        self.asking = asking
        self.prefix = prefix
        self.ids = ids
        self.required_at = required_at
        self.date = self.required("date", "Date du bilan", Date(), hint="Par exemple 1 2 2027", once=True,
                                  missing="Indiquez la date du bilan")
        self.participants = asking.repeat(prefix + "participants", "Participants", "participant",
                                          missing="Indiquez au moins un participant", required_at=required_at)
        self.participants.ask("", "Participant", Choice(*ROLES), missing="Indiquez qui a participé",
                              required_at=required_at)
        self.periode_du = self.required("periode.du", "Période du", Date(), hint="Par exemple 7 12 2026",
                                        missing="Indiquez le premier jour de la période")
        self.periode_au = self.required("periode.au", "Période au", Date(), hint="Par exemple 29 1 2027",
                                        missing="Indiquez le dernier jour de la période")
        self.assiduite_college = asking.ask(prefix + "assiduite.college", "Assiduité au collège (%)", Percent())
        self.assiduite_exterieur = asking.ask(prefix + "assiduite.exterieur", "Assiduité à l’extérieur (%)", Percent())
        self.absences = asking.ask(prefix + "assiduite.demi_journees", "Demi-journées d’absence", Integer(0, 400))
        asking.step(JUDGED, "Objectifs et stratégies")
        self._objectifs(asking.repeat(prefix + "objectifs", "Objectifs évalués", "objectif", ids=ids + "O"))
        self._strategies(asking.repeat(prefix + "strategies", "Stratégies évaluées", "stratégie", ids=ids + "S",
                                      feminine=True))
        asking.step("stages", "Stages")
        self._stages(asking.repeat(prefix + "stages", "Stages", "stage", ids=ids + "T"))
        self.judged = ((self.objectifs, self.objectif, OBJECTIF_ID),
                       (self.strategies, self.strategie, STRATEGIE_ID), (self.stages, self.stage, STAGE_ID))
        """(list, question of its items, identifier that it names) of all that a bilan judges."""
        asking.step("suite", "Points de vue et suite")
        asking.ask(prefix + "point_eleve", "Point de vue de l’élève", LongText(), guarded=True)
        asking.ask(prefix + "point_famille", "Point de vue de la famille", LongText(), guarded=True)

    def required(self, path: str, label: str, kind: Kind, **options: Any) -> Field:
        """Ask a question whose answer this bilan cannot do without."""
        return self.asking.ask(self.prefix + path, label, kind, required_at=self.required_at, **options)

    def _objectifs(self, block: Block) -> None:
        self.objectifs = block
        self.objectif = block.ask("objectif", "Objectif", ItemReference(OBJECTIFS, "Cet objectif"),
                                  missing="Indiquez l’objectif évalué", required_at=self.required_at)
        self.degre = block.ask("degre", "Degré", Choice(("atteint", "Atteint"), ("en_cours", "En cours"),
                                                        ("non_atteint", "Non atteint"), ("abandonne", "Abandonné"),
                                                        control="select"),
                               missing="Indiquez si l’objectif est atteint", required_at=self.required_at)
        self.objectif_efficacite = block.ask("efficacite", "Efficacité", Rating(), required_at=self.required_at,
                                             missing="Indiquez l’efficacité")
        self.objectif_pertinence = block.ask("pertinence", "Pertinence", Rating(), required_at=self.required_at,
                                             missing="Indiquez la pertinence")
        self.objectif_commentaire = block.ask("commentaire", "Commentaire", LongText(), guarded=True)

    def _strategies(self, block: Block) -> None:
        self.strategies = block
        self.strategie = block.ask("strategie", "Stratégie", ItemReference(STRATEGIES, "Cette stratégie"),
                                   missing="Indiquez la stratégie évaluée", required_at=self.required_at)
        self.strategie_efficacite = block.ask("efficacite", "Efficacité", Rating(), needed="pour le bilan")
        self.strategie_pertinence = block.ask("pertinence", "Pertinence", Rating(), needed="pour le bilan")
        self.strategie_suite = block.ask("suite", "Suite", Choice(("maintien", "Maintien"),
                                                                  ("ajustement", "Ajustement"),
                                                                  ("abandon", "Abandon"), control="select"))

    def _stages(self, block: Block) -> None:
        self.stages = block
        self.stage = block.ask("stage", "Stage", ItemReference(STAGES, "Ce stage"), missing="Indiquez le stage",
                               required_at=self.required_at)
        self.visite = block.ask("visite", "Visite faite le", Date(), hint="Par exemple 19 1 2027")
        self.stage_ratings = tuple([block.ask(key, label, Rating()) for key, label in (
            ("ponctualite", "Ponctualité"), ("comportement", "Comportement"), ("interet", "Intérêt"),
            ("initiative", "Initiative"))])
        block.ask("retour", "Retour du tuteur", LongText(), guarded=True)

    def signed(self) -> None:
        """The signatures noted under the bilan, and its sending."""
        signatures = self.asking.repeat(self.prefix + "signatures", "Signatures", "signature", ids=self.ids + "G",
                                        feminine=True, once=True)
        self.signature_role = signatures.ask("role", "En qualité de", Choice(*ROLES), missing="Indiquez qui a signé",
                                             required_at=self.required_at)
        self.signature_nom = signatures.ask("nom", "Prénom et nom", Name(), missing="Indiquez le nom du signataire",
                                            required_at=self.required_at)
        self.signatures = signatures
        self.signature_date = signatures.ask("date", "Date de la signature", Date(), hint="Par exemple 1 2 2027")
        self.signature_empreinte = signatures.ask("empreinte", "Empreinte", Text(80), computed=True)
        self.asking.ask(self.prefix + "envoye_dsden", "Envoyé à la DSDEN le", Date(), once=True,
                        hint="Par exemple 3 2 2027")


SOCLE = ("Les langages pour penser et communiquer (socle, domaine 1)",
         "Les méthodes et outils pour apprendre (socle, domaine 2)",
         "La formation de la personne et du citoyen (socle, domaine 3)",
         "Les systèmes naturels et les systèmes techniques (socle, domaine 4)",
         "Les représentations du monde et l’activité humaine (socle, domaine 5)")
"""The five domains of the socle commun (decree 2015-372 of 31 March 2015)."""

BILANS_PAGE = Page("bilans", "Bilans d’étape", group=LA_SUITE, phase=APRES)
BILANS = BILANS_PAGE.repeat("bilans", "Bilans d’étape", "bilan d’étape", ids="B", paged=True,
                            missing="Indiquez au moins un bilan d’étape",
                     required_at=AT_BILAN)
BILANS.step("seance", "Séance et assiduité")
NUMERO = BILANS.ask("numero", "Numéro", Integer(1, 60), missing="Indiquez le numéro du bilan", required_at=AT_BILAN,
                    once=True)
ETAPE = Assessment(BILANS, "", AT_BILAN)
ETAPE.required("ajustements", "Ajustements", LongText(), guarded=True,
               hint="De l’emploi du temps, des objectifs, des dates ; « aucun » si rien ne change",
               missing="Indiquez les ajustements, ou « aucun »")
ETAPE.required("avenant", "Un avenant est-il nécessaire ?", YesNo(), missing="Indiquez si un avenant est nécessaire")
DECISION = ETAPE.required("decision", "Suite du parcours",
                          Choice(("poursuite", "Poursuite"), ("ajustement", "Ajustement"), ("arret", "Arrêt")),
                          missing="Indiquez si le parcours se poursuit")
ETAPE.signed()

BILAN_FINAL_PAGE = Page("bilan-final", "Bilan final", group=LA_SUITE, phase=APRES)
BILAN_FINAL_PAGE.step("seance", "Séance et assiduité")
BILAN_FINAL = "bilan_final"
"""Where the bilan final stands in the file."""
FINAL = Assessment(BILAN_FINAL_PAGE, BILAN_FINAL + ".", AT_END, ids="F")
FINAL.signed()
SYNTHESE = FINAL.required("synthese", "Synthèse", LongText(), guarded=True, missing="Indiquez la synthèse du parcours")
EFFICACITE_GLOBALE = FINAL.required("efficacite_globale", "Efficacité globale", Rating(),
                                    missing="Indiquez l’efficacité globale du parcours")
PERTINENCE_GLOBALE = FINAL.required("pertinence_globale", "Pertinence globale", Rating(),
                                    missing="Indiquez la pertinence globale du parcours")
SUITE = FINAL.required("suite", "Suite donnée au parcours",
                       Choice(("retour_emploi_du_temps", "Retour à l’emploi du temps ordinaire"),
                              ("prolongation", "Prolongation"), ("modification", "Modification"),
                              ("arret_anticipe", "Arrêt anticipé"), ("orientation", "Orientation ou affectation"),
                              ("autre_dispositif", "Autre dispositif")),
                       missing="Indiquez la suite donnée au parcours")
BILAN_FINAL_PAGE.step("acquis", "Projet et acquis")
PROJET_ORIENTATION = BILAN_FINAL_PAGE.ask("bilan_final.projet_orientation", "Projet d’orientation", LongText(),
                                          guarded=True)
ACQUIS_SOCLE = tuple([BILAN_FINAL_PAGE.ask("bilan_final.acquis_socle.d" + str(number + 1), words, Mastery())
                      for number, words in enumerate(SOCLE)])
CERTIFICATION_INSCRITE = BILAN_FINAL_PAGE.ask("bilan_final.certification_inscrite",
                                              "Certification à laquelle l’élève est inscrit",
                                              Choice(*CERTIFICATIONS))


def assessment_of(place: str) -> Assessment:
    """The questions of the bilan at a place."""
    return FINAL if place == BILAN_FINAL else ETAPE
