"""What the letter of a département may found: where its profile quotes nothing, the tool has chosen, and says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.sources.source import CHOIX, LU, READING_DAY, Citation, Source

if TYPE_CHECKING:
    from pid_rules.shapes import Profile

OUTIL = Source("choix-outil", "Choix de l’outil", "", CHOIX, READING_DAY, "", "")


class Ground(Citation):
    """Words that a profile may quote from its letter, under ``fonde``; ``extract`` is what the tool says in their
    place."""

    def __init__(self, name: str, extract: str) -> None:
        Citation.__init__(self, OUTIL, extract)
        self.name = name

    def holds(self, profile: Profile) -> bool:
        """Whether the letter of the département says it."""
        return "fonde" in profile and self.name in profile["fonde"]

    def under(self, profile: Profile) -> Citation:
        """The words of the letter, or the tool's own."""
        return Citation(letter_of(profile), profile["fonde"][self.name]) if self.holds(profile) else self


class Silence:
    """What people might expect the département's letter to ask, and that it does not, by its profile."""

    def __init__(self, name: str) -> None:
        self.name = name

    def holds(self, profile: Profile) -> bool:
        """Whether the letter was read, and says nothing of it."""
        return "lettre" in profile and self.name in profile["lettre"]["silences"]


def letter_of(profile: Profile) -> Source:
    """The letter that a profile names, as a source."""
    letter = profile["lettre"]
    return Source(letter["texte"].partition(".")[0], letter["titre"], "", LU, letter["lue_le"], letter["texte"],
                  letter["note"])


INDIVIDUALISE = Ground("individualise", "Le parcours est celui d’un seul élève, que le dossier nomme.")
CONTRAT = Ground("contrat", "Le parcours repose sur un contrat entre l’élève, sa famille et le chef d’établissement.")
CLASSES = Ground("classes", "Le parcours est proposé en priorité aux élèves de 4e et de 3e.")
SEIZE_ANS = Ground("seize_ans", "Le parcours est proposé en priorité à qui atteint 16 ans dans l’année scolaire.")
TRANSITOIRE = Ground("transitoire", "Le parcours a un début et une fin.")
VALIDATION = Ground("validation", "Le parcours ne commence pas avant la décision de l’IA-DASEN.")
UNE_PARTIE = Ground("une_partie", "Le parcours dispense d’une partie des enseignements, que le dossier dit.")
OBJECTIFS = Ground("objectifs", "Le contrat fixe des objectifs, chacun avec son échéance.")
ENGAGEMENT = Ground("engagement", "Ce que les parties ont signé ne change pas sans elles.")
STRATEGIES = Ground("strategies", "Chaque objectif a une stratégie, dont le bilan dira l’effet.")
MESURES = Ground("mesures", "Ce qui a été essayé avant le parcours est dit.")
REFERENT = Ground("referent", "Un référent suit l’élève et tient les liens avec les lieux d’accueil.")
TUTORAT = Ground("tutorat", "Le référent signe le contrat avec l’élève.")
ORGANISME = Ground("organisme", "L’organisme d’accueil signe le contrat ou la convention.")
CONVENTION = Ground("convention", "Un stage a une convention signée.")
VISITE = Ground("visite", "Un stage a une visite prévue.")
EVALUATION = Ground("evaluation", "Le parcours est évalué : ses objectifs, ses stratégies.")
BILAN_FINAL = Ground("bilan_final", "Un bilan est fait à la fin du parcours.")
PREPAM = Ground("prepam", "Le bilan final est joint à une demande d’affectation.")
AVIS_IEN_IO = Ground("avis_ien_io", "L’avis de l’IEN-IO prépare la décision.")
NATURE = Ground("nature", "Le parcours est transitoire, rare et individualisé.")
ORGANISATION = Ground("organisation", "Le parcours s’écarte de l’organisation ordinaire, il est donc validé.")

GROUNDS = (INDIVIDUALISE, CONTRAT, CLASSES, SEIZE_ANS, TRANSITOIRE, VALIDATION, UNE_PARTIE, OBJECTIFS, ENGAGEMENT,
           STRATEGIES,
           MESURES, REFERENT, TUTORAT, ORGANISME, CONVENTION, VISITE, EVALUATION, BILAN_FINAL, PREPAM, AVIS_IEN_IO,
           NATURE, ORGANISATION)

SANS_AVIS_PSYEN = Silence("avis_psyen")
SANS_DELAI = Silence("delai")

SILENCES = (SANS_AVIS_PSYEN, SANS_DELAI)
