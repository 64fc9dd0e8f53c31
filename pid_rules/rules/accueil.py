"""The place that receives the pupil: safety, bars, insurance, place, length of stay, conventions between schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import eleve, stages
from pid_rules.judgement.rule import PATH, UNKNOWN, Theme, Trip, optional
from pid_rules.planning import ALTERNATION
from pid_rules.planning.hours import stay_of
from pid_rules.questions.formats import is_siret
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.rules.types_stage import APPLICATION, CINQ_TYPES, INITIATION, OBSERVE, PRIVES, SENT, TRAVAIL, place_of
from pid_rules.seuils import accueil, reperes
from pid_rules.sources.circulaires import CONCEPTION, MINI_STAGES, NOTE_CONVENTION_TYPE, SERVICE_PUBLIC_2025
from pid_rules.sources.education import D124_4, D331_3, D331_9, D331_14, R124_10
from pid_rules.sources.travail import L4153_1, R4153_39
from pid_rules.words import dates, pays
from pid_rules.words.horaires import HOUR

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict
    from pid_rules.planning.letters import Alternation
    from pid_rules.seuils.seuil import Seuil

THEME = Theme("accueil", "Accueil et sécurité")
ENTRE_ETABLISSEMENTS = ("lycee_professionnel", "cfa")
MACHINES = D331_14.quoting("Au cours des stages d'application, les élèves peuvent procéder à des manoeuvres ou "
                           "manipulations sur des machines")
VISITE_MEDICALE = SERVICE_PUBLIC_2025.quoting("Vous devez passer une visite médicale si vous avez la possibilité de "
                                              "travailler sur des machines pendant votre stage.")
ASSURANCES = NOTE_CONVENTION_TYPE.quoting("La convention type prévoit une assurance couvrant la responsabilité civile "
                                          "de l’organisme d’accueil et celle de l’élève.")


def is_minor(date_naissance: int | None, day: int | None, majority: Seuil) -> bool:
    """Whether the pupil is, or may be, under 18 that day: the protections stand until the birth date is known."""
    return date_naissance is None or day is None or dates.age(date_naissance, day) < majority.on(day)


@THEME.rule("ST-22", "Travaux interdits",
            reads=(optional(stages.TRAVAUX_INTERDITS), optional(eleve.DATE_NAISSANCE), optional(stages.STAGE_DEBUT),
                   reperes.MAJORITE),
            over=stages.STAGES, at=(stages.TRAVAUX_INTERDITS,), severity=BLOQUANT,
            source=R4153_39.quoting("Les élèves et étudiants préparant un diplôme professionnel ou technologique"),
            message="Ce stage expose l’élève à des travaux interdits avant 18 ans ({articles}). La dérogation, "
                    "réservée notamment à ceux qui préparent un diplôme professionnel ou technologique, n’est pas "
                    "possible pour un élève de collège.",
            advice="Écartez ces travaux avec l’organisme d’accueil, ou choisissez un autre lieu.")
def travaux_interdits(travaux: list[str] | None, date_naissance: int | None, debut: int | None,
                      majority: Seuil) -> Verdict:
    if travaux and is_minor(date_naissance, debut, majority):
        return Trip(articles=", ".join(travaux))


@THEME.rule("ST-23", "Machines et travaux",
            reads=(stages.STAGE_TYPE, stages.UTILISE_MACHINES, optional(stages.EFFECTUE_TRAVAUX), PATH),
            over=stages.STAGES, at=(stages.UTILISE_MACHINES,), severity=BLOQUANT,
            source=D331_9.quoting("Ils ne peuvent ni procéder à des manoeuvres ou manipulations sur d'autres machines, "
                                  "produits ou appareils de production, ni effectuer les travaux légers autorisés aux "
                                  "mineurs par le même code."),
            message="En visite d’information ou en séquence d’observation, l’élève n’utilise aucune machine et "
                    "n’effectue aucun travail.",
            advice="Limitez la présence à l’observation, ou aux travaux légers en stage d’initiation.")
def machines_et_travaux(presence_type: str, utilise_machines: bool, effectue_travaux: bool | None,
                        path: str) -> Verdict:
    if presence_type in OBSERVE and (utilise_machines or effectue_travaux):
        field = stages.UTILISE_MACHINES if utilise_machines else stages.EFFECTUE_TRAVAUX
        return Trip(paths=[field.at(path)])
    if presence_type == INITIATION and utilise_machines:
        return Trip(citation=MACHINES, message="En stage d’initiation, l’élève effectue des travaux légers : les "
                                               "textes n’ouvrent les machines qu’au stage d’application.")
    if presence_type == APPLICATION and utilise_machines:
        return Trip(severity=AVERTISSEMENT, citation=VISITE_MEDICALE,
                    message="L’élève peut travailler sur une machine pendant ce stage d’application : une visite "
                            "médicale est nécessaire auparavant.")


@THEME.rule("ST-24", "Débit de boissons",
            reads=(stages.STAGE_LIEU, stages.LIEUX, stages.STAGE_DEBUT, optional(stages.SERVICE_BAR),
                   optional(eleve.DATE_NAISSANCE), accueil.DEBIT_DE_BOISSONS, reperes.MAJORITE),
            over=stages.STAGES, at=(stages.SERVICE_BAR,), severity=BLOQUANT,
            source=accueil.DEBIT_DE_BOISSONS.citation,
            message="Un élève mineur ne peut pas être affecté au service du bar dans un débit de boissons.",
            advice="Confiez-lui d’autres activités que le service du bar, ou choisissez un autre lieu. L’interdiction "
                   "ne vise pas les parents et alliés de qui tient le débit, jusqu’au quatrième degré : si c’est "
                   "le cas, voyez avec la DSDEN.")
def debit_de_boissons(lieu: str, lieux: list[Item], debut: int, service_bar: bool | None, date_naissance: int | None,
                      conditions: Seuil, majority: Seuil) -> Verdict:
    place = place_of(lieu, lieux)
    if place is None or place[stages.DEBIT_BOISSONS] is None:
        return UNKNOWN
    if not is_minor(date_naissance, debut, majority):
        return None
    if not place[stages.DEBIT_BOISSONS]:
        return Trip(severity=AVERTISSEMENT, message="Le service du bar est prévu, mais le lieu n’est pas indiqué comme "
                                                    "débit de boissons.") if service_bar else None
    forbidden = conditions.version_on(debut)
    if forbidden.value == accueil.TOUT_STAGE:
        return Trip(citation=forbidden.citation, message="Avant septembre 2018, aucun mineur ne pouvait être reçu en "
                                                         "stage dans un débit de boissons à consommer sur place.")
    if service_bar is None:
        return UNKNOWN
    if service_bar:
        return True
    return Trip(severity=AVERTISSEMENT, message="Ce stage a lieu dans un débit de boissons : l’élève ne doit pas "
                                                "être affecté au service du bar.")


@THEME.rule("ST-26", "Six mois par organisme",
            reads=(stages.LIEU_ID, stages.STAGES, ALTERNATION, accueil.MOIS_PAR_ORGANISME, accueil.JOURS_PAR_MOIS,
                   accueil.HEURES_PAR_JOUR),
            over=stages.LIEUX, at=(stages.LIEU_ID,), severity=BLOQUANT, source=accueil.MOIS_PAR_ORGANISME.citation,
            message="Les stages dans cet organisme comptent {heures} heures de présence : plus de "
                    "{mois} mois, soit {limite} heures.",
            advice="Réduisez la durée des stages dans cet organisme, ou prévoyez-en un autre.")
def plus_de_six_mois(lieu: str, every_stage: list[Item], alternation: Alternation, months_here: Seuil, days: Seuil,
                     hours: Seuil) -> Verdict:
    here = [stage for stage in every_stage
            if stage[stages.STAGE_LIEU] == lieu and stage[stages.STAGE_TYPE] not in OBSERVE]
    total = months = limit = 0
    for stage in here:
        stay, debut = stay_of(stage), stage[stages.STAGE_DEBUT]
        if not stay.complete:
            return UNKNOWN
        total += stay.minutes_between(stay.first, stay.last, alternation)
        months = months_here.on(debut)
        limit = months * days.on(debut) * hours.on(debut)
    if here and total > limit * HOUR:
        return Trip(paths=[stages.STAGE_FIN.at(stage.path) for stage in here],
                    heures=total // HOUR, mois=months, limite=limit)


@THEME.rule("ST-27", "Assurances",
            reads=(optional(stages.ASSURANCE_ETABLISSEMENT), optional(stages.ASSURANCE_ORGANISME),
                   optional(stages.CONVENTION_STATUT), optional(stages.STAGE_TYPE), PATH),
            over=stages.STAGES, severity=AVERTISSEMENT,
            source=D124_4.quoting("l'obligation faite au stagiaire de justifier d'une assurance couvrant sa "
                                  "responsabilité civile"),
            message="La responsabilité civile n’est pas justifiée : il manque celle {manquants}.",
            advice="Demandez les attestations d’assurance avant la signature de la convention, puis notez l’assureur "
                   "et le numéro de contrat.")
def sans_assurance(etablissement: str | None, organisme: str | None, statut: str | None, presence_type: str | None,
                   path: str) -> Verdict:
    missing = [(field.at(path), words) for field, words, value in (
        (stages.ASSURANCE_ETABLISSEMENT, "de l’établissement ou de la famille", etablissement),
        (stages.ASSURANCE_ORGANISME, "de l’organisme d’accueil", organisme)) if value is None]
    found: list[Trip] = []
    # The code asks it of the pupil, in the convention of a stage d'initiation ou d'application; the rest is practice.
    if etablissement is None and statut == "signee" and presence_type in TRAVAIL:
        found.append(Trip(severity=BLOQUANT, paths=[missing.pop(0)[0]],
                          message="La convention est signée sans que la responsabilité civile de l’élève soit "
                                  "justifiée : il manque celle de l’établissement ou de la famille."))
    if missing:
        found.append(Trip(paths=[one for one, _ in missing], citation=ASSURANCES,
                          manquants=" et celle ".join([words for _, words in missing])))
    return found


@THEME.rule("ST-28", "Lieu à l’étranger", reads=(optional(stages.LIEU_PAYS), optional(stages.LIEU_CODE_POSTAL)),
            over=stages.LIEUX, at=(stages.LIEU_PAYS,), severity=AVERTISSEMENT,
            source=MINI_STAGES.quoting("ne peut pas se dérouler à l'étranger"),
            message="Ce lieu n’est pas en France : un stage à l’étranger sort du cadre de cet outil.",
            advice="Choisissez un lieu en France, ou voyez avec la DSDEN.")
def lieu_a_l_etranger(country: str | None, code_postal: str | None) -> Verdict:
    if country is not None:
        return not pays.is_french(country)
    return UNKNOWN if code_postal is None else None


@THEME.rule("ST-29", "SIRET", reads=(optional(stages.SIRET),), over=stages.LIEUX, severity=AVERTISSEMENT,
            source=CONCEPTION.quoting("Un numéro SIRET faux empêche d’identifier l’organisme d’accueil."),
            message="Ce numéro SIRET comporte une erreur : quatorze chiffres, dont le dernier vérifie les autres.",
            advice="Recopiez le SIRET d’un document de l’organisme, ou laissez la réponse vide.")
def siret_faux(siret: str | None) -> Verdict:
    return siret is not None and not is_siret(siret)


@THEME.rule("ST-30", "Transport et repas",
            reads=(optional(stages.TRANSPORT), optional(stages.RESTAURATION), PATH), over=stages.STAGES,
            severity=AVERTISSEMENT,
            source=NOTE_CONVENTION_TYPE.quoting("La convention type indique les frais de transport et de repas."),
            message="Il manque {manquants} de l’élève pendant ce stage.",
            advice="Indiquez comment l’élève se rend sur place et où il déjeune.")
def sans_transport_ni_repas(transport: str | None, restauration: str | None, path: str) -> Verdict:
    missing = [(field.at(path), words) for field, words, value in (
        (stages.TRANSPORT, "le transport", transport), (stages.RESTAURATION, "le repas", restauration))
               if value is None]
    if missing:
        return Trip(paths=[one for one, _ in missing], manquants=" et ".join([words for _, words in missing]))


@THEME.rule("ST-31", "Lycée professionnel ou CFA", reads=(stages.LIEU_TYPE, stages.LIEU_ID, stages.STAGES),
            over=stages.LIEUX, at=(stages.LIEU_TYPE,), severity=BLOQUANT, steps=SENT,
            source=D331_3.quoting("Dans tous les cas, une convention est passée entre l'établissement d'enseignement "
                                  "scolaire dont relève l'élève et l'entreprise ou l'organisme d'accueil intéressé"),
            message="L’élève va dans un lycée professionnel ou un CFA sans convention entre les deux établissements.",
            advice="Sur la page « Stages », ce séjour a sa convention, au moins en projet ; l’élève reste inscrit "
                   "au collège.")
def sans_convention_entre_etablissements(lieu_type: str, lieu: str, every_stage: list[Item]) -> Verdict:
    if lieu_type not in ENTRE_ETABLISSEMENTS:
        return None
    statuts = [stage[stages.CONVENTION_STATUT] for stage in every_stage if stage[stages.STAGE_LIEU] == lieu]
    return "projet" not in statuts and "signee" not in statuts


@THEME.rule("ST-34", "Présence sous un autre nom", reads=(stages.STAGE_TYPE, stages.STAGE_LIEU, stages.LIEUX),
            over=stages.STAGES, at=(stages.STAGE_TYPE,), severity=BLOQUANT,
            source=L4153_1.quoting("Il est interdit d'employer des travailleurs de moins de seize ans, sauf s'il "
                                   "s'agit"),
            message="Dans une entreprise ou une association, un élève n’est reçu qu’en visite, en séquence "
                    "d’observation ou en stage d’initiation ou d’application : « {nature} » n’en est "
                    "pas un.",
            advice="Choisissez l’un de ces types, dont les limites valent alors ; un mini-stage a lieu dans un "
                   "lycée professionnel ou un CFA.")
def presence_sous_un_autre_nom(presence_type: str, lieu: str, lieux: list[Item]) -> Verdict:
    if presence_type in CINQ_TYPES:
        return None
    place = place_of(lieu, lieux)
    if place is None or place[stages.LIEU_TYPE] is None:
        return UNKNOWN
    return Trip(nature=stages.STAGE_TYPE.kind.show(presence_type)) if place[stages.LIEU_TYPE] in PRIVES else None


@THEME.rule("ST-35", "Places de stagiaires",
            reads=(stages.STAGES, accueil.PETIT_ORGANISME, accueil.PLACES, accueil.PART_DES_PLACES),
            at=(stages.STAGE_LIEU,), severity=INFORMATION,
            source=R124_10.quoting("le nombre de stagiaires dont la convention de stage est en cours pendant une même "
                                   "semaine civile"),
            message="Un organisme de moins de {effectif} personnes ne reçoit pas plus de {places} stagiaires "
                    "dans une même semaine, un autre pas plus de {part} % de son effectif, arrondis à l’entier "
                    "supérieur : demandez-lui s’il a encore une place.")
def places_de_stagiaires(every_stage: list[Item], size: Seuil, places: Seuil, share: Seuil) -> Verdict:
    working = [stage for stage in every_stage if stage[stages.STAGE_TYPE] in TRAVAIL]
    days = [stage[stages.STAGE_DEBUT] for stage in working if stage[stages.STAGE_DEBUT] is not None]
    if working and not days:
        return UNKNOWN
    return Trip(paths=[stages.STAGE_LIEU.at(stage.path) for stage in working], effectif=size.on(days[0]),
                places=places.on(days[0]), part=share.on(days[0])) if days else None
