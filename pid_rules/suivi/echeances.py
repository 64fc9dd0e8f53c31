"""What is to be done and by when, as data drawn from the answers: the list « à faire » and the calendar file.

A sentence holds dates and the identifiers that the site makes, never a name nor a text that somebody typed: it may
leave the computer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import day_at, get, is_blank
from pid_rules.form import bilans, parcours, stages, suites
from pid_rules.questions.calendar_day import Date
from pid_rules.sources import lettre
from pid_rules.sources.administration import CRPA_L221_8, CRPA_L231_4, PATRIMOINE_R212_14
from pid_rules.sources.circulaires import CONCEPTION
from pid_rules.sources.education import D124_4
from pid_rules.words import dates
from pid_rules.words.declared import declared
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.questions.schema import Block
    from pid_rules.shapes import Dossier, Json, Profile
    from pid_rules.sources.source import Citation

EN_RETARD = "en_retard"
CETTE_SEMAINE = "cette_semaine"
A_VENIR = "a_venir"
FAIT = "fait"
STATES = ((EN_RETARD, "En retard"), (CETTE_SEMAINE, "Cette semaine"), (A_VENIR, "À venir"), (FAIT, "Fait"))

DECISION = "decision"
FAMILLE = "famille"
CONVENTION = "convention"
VISITE = "visite"
ATTESTATION = "attestation"
OBJECTIF = "objectif"
BILAN = "bilan"
BILAN_FINAL = "bilan_final"
FIN = "fin"
EFFACEMENT = "effacement"
LABELS = {DECISION: "Décision attendue", FAMILLE: "Famille à informer", CONVENTION: "Convention à faire signer",
          VISITE: "Visite de stage", ATTESTATION: "Attestation de stage", OBJECTIF: "Échéance d’un objectif",
          BILAN: "Bilan d’étape", BILAN_FINAL: "Bilan final", FIN: "Fin du parcours",
          EFFACEMENT: "Copie de travail à effacer"}
KINDS = tuple(LABELS)
"""Two deadlines of one day are listed in this order."""

ERASE = declared("Effacez la copie de travail : repère proposé, {0}, à confirmer par le DPD. L’exemplaire officiel "
                 "suit le tableau de gestion, avec le visa des archives.")

CITATIONS = {
    DECISION: CRPA_L231_4.quoting("le silence gardé par l'administration pendant deux mois vaut décision de rejet"),
    FAMILLE: CRPA_L221_8.quoting("une décision individuelle expresse est opposable à la personne qui en fait l'objet "
                                 "au moment où elle est notifiée"),
    CONVENTION: lettre.CONVENTION,
    VISITE: lettre.VISITE,
    ATTESTATION: D124_4.quoting("Les conditions de délivrance de l'attestation de stage"),
    OBJECTIF: lettre.ENGAGEMENT,
    BILAN: CONCEPTION.quoting("Un bilan prévu et non rédigé est à relancer."),
    BILAN_FINAL: lettre.EVALUATION,
    FIN: lettre.TRANSITOIRE,
    EFFACEMENT: PATRIMOINE_R212_14.quoting("Toute élimination est interdite sans ce visa."),
}
"""The words behind each kind; those of the reminder to erase are of the official copy: its day is the département's."""

FIRST_DAY, LAST_DAY = 1, cast("int", dates.day_number(9999, 12, 30))
"""A deadline outside of these days comes from a mistyped year: no calendar can hold it."""

CLOSED = ("atteint", "abandonne")
UNDER_WAY = (CONVENTION, VISITE, OBJECTIF, BILAN)
UNDER_L124 = ("stage_initiation", "stage_application")
"""Types of stage whose convention must say how the attestation is given (D124-4, 15°)."""


class Deadline:
    """One thing to do: ``day`` is a day number, ``path`` the answer that settles it or that gives its date."""

    def __init__(self, kind: str, day: int, subject: str, sentence: str, path: str, state: str,
                 citation: Citation | None) -> None:
        self.kind = kind
        self.day = day
        self.subject = subject
        self.sentence = sentence
        self.path = path
        self.state = state
        self.citation = citation

    def title(self) -> str:
        """A few words for a calendar: « Visite de stage, stage 1 »."""
        return LABELS[self.kind] + (", " + self.subject if self.subject else "")


def state_on(day: int, done: bool, today: int) -> str:
    """Where a deadline stands; a week runs from Monday to Sunday."""
    if done:
        return FAIT
    if day < today:
        return EN_RETARD
    return CETTE_SEMAINE if day < dates.monday_of(today) + 7 else A_VENIR


def deadlines(dossier: Dossier, today: int, profile: Profile) -> list[Deadline]:
    """The deadlines of a dossier on a day number, sorted by day; ``profile`` gives its delays and letter.

    What has no date yet is left out. A refused parcours keeps only the family to inform and the reminder to erase.
    """
    agenda = _Agenda(dossier, today, profile)
    agenda.sending()
    if get(dossier, suites.DECISION.path) != "refuse":
        agenda.stages()
        agenda.objectives()
        agenda.assessments()
    agenda.erasure()
    return sorted(agenda.found, key=lambda one: (one.day, KINDS.index(one.kind)))


def made_here(identifier: Json) -> bool:
    """Whether an identifier is one that the site makes, « S1 »: any other could be a name."""
    return isinstance(identifier, str) and identifier[:1] in ("O", "L", "S") and dates.is_number(identifier[1:])


def _ranked(word: str, place: str) -> str:
    """« stage 2 »."""
    return word + NBSP + str(int(place.rpartition(".")[2]) + 1)


class _Agenda:
    """Gathers the deadlines of one dossier."""

    def __init__(self, dossier: Dossier, today: int, profile: Profile) -> None:
        self.dossier = dossier
        self.today = today
        self.profile = profile
        self.found: list[Deadline] = []
        self.closing = self.day(bilans.FINAL.date.path) if self.held(bilans.SUITE.path) else None

    def day(self, path: str) -> int | None:
        """Day number of the answer at a path, or None."""
        return day_at(self.dossier, path)

    def held(self, path: str) -> bool:
        return not is_blank(get(self.dossier, path))

    def written(self, place: str) -> bool:
        """Whether a person has written a bilan d'étape: the site proposes its date, never what follows from it."""
        return self.held(bilans.ETAPE.date.at(place)) and self.held(bilans.DECISION.at(place))

    def items(self, block: Block, place: str = "") -> list[tuple[str, Dossier]]:
        """(place, item) of the blocks of a list, of the item at ``place``."""
        path = block.at(place)
        listed = get(self.dossier, path)
        return [(path + "." + str(index), item) for index, item in enumerate(listed if isinstance(listed, list) else [])
                if isinstance(item, dict)]

    def note(self, kind: str, day: int | None, path: str, done: bool, sentence: str, subject: str = "") -> None:
        """Keep a deadline; one without a day, or that an earlier closing has emptied, is left out."""
        if day is None or not FIRST_DAY <= day <= LAST_DAY:
            return
        if not done and kind in UNDER_WAY and self.closing is not None and day > self.closing:
            return
        citation = CITATIONS[kind].under(self.profile) if kind in CITATIONS else None
        self.found.append(Deadline(kind, day, subject, sentence, path, state_on(day, done, self.today), citation))

    def sending(self) -> None:
        """The decision awaited after the sending, then the family to inform of it."""
        sent, delay = self.day(suites.TRANSMISSION_DATE.path), get(self.profile, "delais.decision_jours")
        if sent is not None and isinstance(delay, int):
            self.note(DECISION, sent + delay, suites.DECISION_DATE.path,
                      self.held(suites.DECISION.path) or self.held(suites.DECISION_DATE.path),
                      declared("Si aucune décision n’est arrivée {0} jours après l’envoi du {1}, relancez la DSDEN. "
                               "L’outil ne déduit rien de l’absence de réponse.").format(delay, dates.in_words(sent)))
        notified = self.day(suites.NOTIFIEE_LE.path)
        if notified is not None:
            self.note(FAMILLE, notified, suites.FAMILLE_INFORMEE_LE.path, self.held(suites.FAMILLE_INFORMEE_LE.path),
                      "Informer la famille de la décision, notifiée au collège le " + dates.in_words(notified) + ".")

    def stages(self) -> None:
        """For each stage that is not broken off: its convention, its visits, its attestation."""
        for place, _ in self.items(stages.STAGES):
            status = get(self.dossier, stages.CONVENTION_STATUT.at(place))
            if status == "rompue":
                continue
            subject = _ranked("stage", place)
            begins, ends = self.day(stages.STAGE_DEBUT.at(place)), self.day(stages.STAGE_FIN.at(place))
            if begins is not None:
                self.note(CONVENTION, begins - 1, stages.CONVENTION_STATUT.at(place), status == "signee",
                          "Faire signer la convention du {0} avant son début, le {1}."
                          .format(subject, dates.in_words(begins)), subject)
            for visit, _ in self.items(stages.VISITES, place):
                done = stages.VISITE_FAITE.at(visit)
                self.note(VISITE, self.day(stages.VISITE_DATE.at(visit)), done, self.held(done),
                          "Visite prévue sur le lieu du " + subject + ".", subject)
            if ends is not None and get(self.dossier, stages.STAGE_TYPE.at(place)) in UNDER_L124:
                self.note(ATTESTATION, ends, stages.ATTESTATION.at(place), self.held(stages.ATTESTATION.at(place)),
                          "Demander à l’organisme d’accueil l’attestation du {0}, qui prend fin le {1}."
                          .format(subject, dates.in_words(ends)), subject)

    def objectives(self) -> None:
        for place, _ in self.items(parcours.OBJECTIFS):
            path = parcours.ECHEANCE.at(place)
            day = self.day(path)
            subject = _ranked("objectif", place)
            self.note(OBJECTIF, day, path, self.assessed(place, day),
                      declared("Échéance de l’{0} : un bilan dit où il en est.").format(subject), subject)

    def assessed(self, objective: str, day: int | None) -> bool:
        """Whether a bilan of that day or later judges the objective at a place, or an earlier one closes it."""
        identifier = get(self.dossier, parcours.OBJECTIF_ID.at(objective))
        if day is None or is_blank(identifier):
            return False
        for bilan in [place for place, _ in self.items(bilans.BILANS)] + [bilans.BILAN_FINAL]:
            asked = bilans.assessment_of(bilan)
            written = self.day(asked.date.at(bilan))
            for judged, _ in self.items(asked.objectifs, bilan):
                degree = get(self.dossier, asked.degre.at(judged))
                if get(self.dossier, asked.objectif.at(judged)) == identifier and not is_blank(degree) \
                        and (degree in CLOSED or (written is not None and written >= day)):
                    return True
        return False

    def assessments(self) -> None:
        """The bilans planned, in the order of their days: the first ones are done by the bilans written."""
        listed = get(self.dossier, parcours.BILANS_PREVUS.path)
        paths = [parcours.BILANS_PREVUS.path + "." + str(index)
                 for index in range(len(listed) if isinstance(listed, list) else 0)]
        planned = sorted([(self.day(path), path) for path in paths if self.day(path) is not None])
        written = len([place for place, _ in self.items(bilans.BILANS) if self.written(place)])
        for rank in range(len(planned)):
            day, path = planned[rank]
            self.note(BILAN, day, path, rank < written, "Bilan d’étape {0} prévu à cette date.".format(rank + 1),
                      "n°" + NBSP + str(rank + 1))
        self.note(BILAN_FINAL, self.day(parcours.BILAN_FINAL_PREVU.path), parcours.BILAN_FINAL_PREVU.path,
                  self.closing is not None, "Bilan final prévu à cette date.")
        end = self.day(parcours.FIN.path)
        self.note(FIN, end, parcours.FIN.path, end is not None and end < self.today, "Dernier jour du parcours.")

    def erasure(self) -> None:
        end, reminder = self.day(parcours.FIN.path), get(self.profile, "reperes.rappel_effacement")
        if end is not None and isinstance(reminder, str):
            self.note(EFFACEMENT, next_day(reminder, end), parcours.FIN.path, False, ERASE.format(reminder))


def next_day(words: str, after: int) -> int | None:
    """The day that begins ``words`` (« 31 août suivant la fin du parcours ») next comes after a day number, or None."""
    pieces = words.replace("1er", "1").replace(NBSP, " ").split(" ")
    month = Date().month(pieces[1]) if len(pieces) > 1 else None
    if month is None or not dates.is_number(pieces[0]):
        return None
    days = [dates.day_number(dates.parts(after)[0] + more, month, int(pieces[0])) for more in range(9)]
    return ([day for day in days if day is not None and day > after] + [None])[0]
