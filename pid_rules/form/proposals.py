"""What a dossier already knows and is asked again: where each question finds it.

Four gestures read these tables, and none of them replaces an answer unasked: a day ``OFFERED`` under a blank
date, a list to choose from while one types (``LISTED``), what a new item is ``BORN`` with, and several answers
that are ``TAKEN`` at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import bilans, contrat, eleve, etablissement, parcours, stages, suites
from pid_rules.form.options import FONCTIONS

if TYPE_CHECKING:
    from typing import TypeAlias

    from pid_rules.questions.schema import Block, Field

    Source: TypeAlias = "Known | Person | Middle | Usual"


class Known:
    """The answers to a question, wherever the dossier has one; ``words`` say what such an answer is.

    Where ``among`` is given, (question of the same item, values), only those of the items that answer it so.
    """

    role = "answer"

    def __init__(self, field: Field, words: str = "", among: tuple[Field, tuple[str, ...]] | None = None) -> None:
        self.field = field
        self.words = words
        self.among = among


class Person:
    """Whoever two questions name; with ``held``, only where the question of their function has this answer."""

    role = "person"
    words = ""

    def __init__(self, prenom: Field, nom: Field, fonction: Field | None = None, held: str = "") -> None:
        self.prenom = prenom
        self.nom = nom
        self.fonction = fonction
        self.held = held

    def as_function(self, held: str) -> Person:
        """The same person, where this is their function."""
        return Person(self.prenom, self.nom, self.fonction, held)


class Usual:
    """What such an answer usually is, whatever the dossier has."""

    role = "usual"
    words = ""

    def __init__(self, *values: str) -> None:
        self.values = values


class Middle:
    """The day of presence nearest to the middle of the stage around the question."""

    role = "middle"
    words = "milieu du stage"


class Taking:
    """Several answers of an item, or of the dossier, taken at once from others: ``pairs`` are (taken, from which).

    - ``block``: the list of which an item takes them, None for the dossier.
    - ``before``: the questions before which the gesture stands.
    - ``earlier``: they are those of an item that stands before it in the list.
    - ``follows``: as long as all of them are the same, a correction of one is made in the other.
    """

    def __init__(self, name: str, words: str, block: Block | None, pairs: tuple[tuple[Field, Field], ...],
                 before: tuple[Field, ...] = (), earlier: bool = False, follows: bool = False) -> None:
        self.name = name
        self.words = words
        self.block = block
        self.pairs = pairs
        self.before = before or (pairs[0][0],)
        self.earlier = earlier
        self.follows = follows


REFERENT = Person(parcours.REFERENT_PRENOM, parcours.REFERENT_NOM, parcours.REFERENT_FONCTION)
STAFF = (REFERENT, Person(etablissement.REDACTEUR_PRENOM, etablissement.REDACTEUR_NOM,
                          etablissement.REDACTEUR_FONCTION),
         Person(etablissement.CHEF_PRENOM, etablissement.CHEF_NOM, etablissement.CHEF_FONCTION))
PEOPLE = (*STAFF, Person(eleve.RESPONSABLE_PRENOM, eleve.RESPONSABLE_NOM),
          Person(stages.REPRESENTANT_PRENOM, stages.REPRESENTANT_NOM),
          Person(stages.TUTEUR_PRENOM, stages.TUTEUR_NOM))
"""Who is named in the dossier by two answers, the pupil left aside."""
OPINIONS = ((contrat.AVIS_PSYEN, contrat.AVIS_PSYEN_NOM, "psyen"),
            (contrat.AVIS_PP, contrat.AVIS_PP_NOM, "professeur_principal"),
            (contrat.AVIS_CPE, contrat.AVIS_CPE_NOM, "cpe"))
"""(opinion, name of who gives it, their function): an opinion that is given is that of the person known."""
SIGNED = (contrat.SIGNATURE_NOM, bilans.ETAPE.signature_nom, bilans.FINAL.signature_nom)
"""Names among which the pupil's may be."""
NAMED = (stages.VISITEUR, contrat.AVIS_PSYEN_NOM, contrat.AVIS_PP_NOM, contrat.AVIS_CPE_NOM, contrat.AVIS_SOCIAL_NOM,
         contrat.AVIS_INFIRMIER_NOM)
"""With them, the questions of which the answer is somebody's whole name."""
POSTCODES = (etablissement.CODE_POSTAL, eleve.CODE_POSTAL, stages.LIEU_CODE_POSTAL)
TOWNS = (etablissement.VILLE, eleve.VILLE, stages.LIEU_VILLE)
INSURED = Known(stages.ASSURANCE_ETABLISSEMENT)
MOVES = Known(eleve.DEPLACEMENT)
SCHOOLS = Known(stages.LIEU_NOM, "", (stages.LIEU_TYPE, ("lycee_professionnel", "cfa")))

LISTED: tuple[tuple[str, tuple[Field, ...], tuple[Source, ...]], ...] = (
    ("personnes", (*NAMED, *SIGNED, parcours.REFERENT_NOM), (*PEOPLE, *[Known(field) for field in NAMED])),
    ("codes-postaux", POSTCODES, tuple([Known(field) for field in POSTCODES])),
    ("villes", TOWNS, tuple([Known(field) for field in TOWNS])),
    ("assurances", (stages.ASSURANCE_ETABLISSEMENT,), (INSURED,)),
    ("transports", (stages.TRANSPORT,), (MOVES, Known(stages.TRANSPORT))),
    ("fonctions", (parcours.OBJECTIF_RESPONSABLE,),
     (Usual(*[words for _, words in FONCTIONS[:-1]], "Référent", "Élève"), Known(parcours.OBJECTIF_RESPONSABLE))),
    ("repas", (stages.RESTAURATION,), (Known(stages.RESTAURATION),)),
    ("etablissements", (suites.VOEU_ETABLISSEMENT,), (SCHOOLS, Known(suites.VOEU_ETABLISSEMENT))))
"""(name of the list, questions in which one chooses from it while typing, where it comes from)."""

PLANNED = Known(parcours.BILAN_PREVU, "bilan d’étape prévu")
DUE = Known(parcours.ECHEANCE, "échéance d’un objectif")
END = Known(parcours.FIN, "fin du parcours")
OFFERED: tuple[tuple[Field, tuple[Source, ...]], ...] = (
    (stages.STAGE_FIN, (DUE, END)),
    (stages.VISITE_DATE, (Middle(),)),
    (stages.CONVENTION_DATE, (Known(contrat.SIGNATURE_DATE, "signature du contrat"),
                              Known(stages.CONVENTION_DATE, "autre convention"))),
    (parcours.ECHEANCE, (PLANNED, Known(parcours.BILAN_FINAL_PREVU, "bilan final prévu"), END)),
    (parcours.BILAN_PREVU, (DUE,)),
    (parcours.BILAN_FINAL_PREVU, (END,)),
    (bilans.ETAPE.date, (PLANNED,)),
    (bilans.FINAL.date, (Known(parcours.BILAN_FINAL_PREVU, "bilan final prévu"),)))
"""The days offered under a blank date, in order."""

BORN: tuple[tuple[Field, tuple[Source, ...]], ...] = (
    (stages.ASSURANCE_ETABLISSEMENT, (INSURED,)), (stages.TRANSPORT, (MOVES,)), (stages.VISITEUR, (REFERENT,)),
    (parcours.ECHEANCE, (PLANNED,)), (parcours.BILAN_PREVU, (DUE,)))
"""What a new item of a list takes, the first that its neighbours do not have where it is a day."""

REPRESENTED = (stages.TUTEUR_NOM, stages.TUTEUR_PRENOM, stages.TUTEUR_FONCTION, stages.TUTEUR_TELEPHONE,
               stages.TUTEUR_COURRIEL)
REPRESENTING = (stages.REPRESENTANT_NOM, stages.REPRESENTANT_PRENOM, stages.REPRESENTANT_FONCTION,
                stages.REPRESENTANT_TELEPHONE, stages.REPRESENTANT_COURRIEL)
RETAKEN = (stages.STAGE_OBJECTIFS, stages.STAGE_ACTIVITES, stages.STAGE_COMPETENCES, stages.CONCERTATION,
           stages.ASSURANCE_ETABLISSEMENT, stages.RESTAURATION, stages.TRANSPORT)
"""What two stages may share. The insurer of the host is that of its place."""
TAKEN = (
    Taking("tuteur", "Le tuteur est le représentant", stages.LIEUX, tuple(zip(REPRESENTED, REPRESENTING)),
           follows=True),
    Taking("referent", "Le référent est la personne qui suit le dossier", None,
           ((parcours.REFERENT_NOM, etablissement.REDACTEUR_NOM),
            (parcours.REFERENT_PRENOM, etablissement.REDACTEUR_PRENOM),
            (parcours.REFERENT_FONCTION, etablissement.REDACTEUR_FONCTION),
            (parcours.REFERENT_COURRIEL, etablissement.REDACTEUR_COURRIEL))),
    Taking("stage", "Reprendre du stage", stages.STAGES, tuple([(field, field) for field in RETAKEN]),
           before=(stages.STAGE_OBJECTIFS, stages.ASSURANCE_ETABLISSEMENT), earlier=True))

PATTERNS = list({one.path: one for one in [*[one for _, fields, _ in LISTED for one in fields],
                                           *[one for one, _ in OFFERED],
                                           *[one for taking in TAKEN for one in taking.before]]})
"""The questions beside which something is proposed."""
