"""Who is awaited to sign the contract or to agree to a wish, as the dossier names them, and which lines of the file are
theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import contrat, eleve, etablissement, parcours, stages
from pid_rules.words.alike import plain
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pid_rules.questions.schema import Block, Field
    from pid_rules.shapes import Dossier, Json

ELEVE = "eleve"
RESPONSABLE = "responsable_"
CHEF = "chef_etablissement"
REFERENT = "referent"
ACCUEIL = "organisme_accueil"
SANS = "sans"
"""The authority of a parent who exercises none, and whose signature nobody awaits."""
OF_THE_SITE = ("id", contrat.SIGNATURE_DATE.name, contrat.SIGNATURE_EMPREINTE.name)
"""What a line holds once it is made, and once it is dated."""


class Signatory:
    """Somebody awaited: their role in the file, the identifier of their place for a host, their name, "" unknown."""

    def __init__(self, role: str, nom: str, lieu: str = "", place: str = "") -> None:
        self.given = {contrat.SIGNATURE_ROLE.name: role, contrat.SIGNATURE_LIEU.name: lieu,
                      contrat.SIGNATURE_NOM.name: nom}
        self.nom = nom
        self.words = contrat.SIGNATURE_ROLE.kind.show(role) + (NBSP + ": " + place if place else "")

    def may_be(self, line: Json) -> bool:
        """Whether a line of the file is theirs: same role, same place for a host, same name unless one is unknown."""
        role, lieu = contrat.SIGNATURE_ROLE.name, contrat.SIGNATURE_LIEU.name
        if get(line, role) != self.given[role] or self.given[role] == ACCUEIL and get(line, lieu) != self.given[lieu]:
            return False
        return not self.nom or is_blank(self._name_in(line)) or _alike(self._name_in(line), self.nom)

    def is_all(self, line: Dossier) -> bool:
        """Whether a line without a date says nothing that these rows would not say again."""
        return all([key in OF_THE_SITE or is_blank(line[key]) or key in self.given
                    and _alike(line[key], self.given[key]) for key in line]) \
            and is_blank(get(line, contrat.SIGNATURE_DATE.name))

    def _name_in(self, line: Json) -> Json:
        return get(line, contrat.SIGNATURE_NOM.name)


def _alike(one: Json, other: Json) -> bool:
    """Whether two names are the same, in whatever order, case and accents."""
    if not isinstance(one, str) or not isinstance(other, str):
        return one == other
    return sorted(plain(one).replace("-", " ").split()) == sorted(plain(other).replace("-", " ").split())


def full_name(dossier: Dossier, first: Field, last: Field, place: str = "") -> str:
    """The answers to both questions of the item at ``place``, « Aïcha Exemple-Chef »."""
    parts = [get(dossier, field.at(place)) for field in (first, last)]
    return " ".join([part for part in parts if isinstance(part, str) and not is_blank(part)])


def _places(dossier: Dossier, block: Block) -> list[str]:
    held = get(dossier, block.path)
    return [block.path + "." + str(index) for index in range(len(held) if isinstance(held, list) else 0)]


def hosts(dossier: Dossier) -> list[str]:
    """Identifiers of the places where a stage is planned, in order."""
    found: list[str] = []
    for stage in _places(dossier, stages.STAGES):
        place = get(dossier, stages.STAGE_LIEU.at(stage))
        if isinstance(place, str) and place and place not in found:
            found.append(place)
    return found


def of_the_family(dossier: Dossier) -> list[Signatory]:
    """The legal representatives who exercise the authority; the first is awaited before anybody is named."""
    found: list[Signatory] = []
    for place in _places(dossier, eleve.RESPONSABLES) or [eleve.RESPONSABLES.path + ".0"]:
        if get(dossier, eleve.AUTORITE_PARENTALE.at(place)) != SANS:
            role = RESPONSABLE + str(int(place.split(".")[-1]) + 1)
            found.append(Signatory(role, full_name(dossier, eleve.RESPONSABLE_PRENOM, eleve.RESPONSABLE_NOM, place)))
    return found


def of_the_contract(dossier: Dossier) -> list[Signatory]:
    """The pupil, the family, the head, the référent, then whoever represents each place of a stage."""
    found = [Signatory(ELEVE, full_name(dossier, eleve.PRENOM, eleve.NOM))]
    found += of_the_family(dossier)
    found += [Signatory(CHEF, full_name(dossier, etablissement.CHEF_PRENOM, etablissement.CHEF_NOM)),
              Signatory(REFERENT, full_name(dossier, parcours.REFERENT_PRENOM, parcours.REFERENT_NOM))]
    return found + [_host(dossier, identifier) for identifier in hosts(dossier)]


def _host(dossier: Dossier, identifier: str) -> Signatory:
    for place in _places(dossier, stages.LIEUX):
        if get(dossier, stages.LIEU_ID.at(place)) == identifier:
            name = get(dossier, stages.LIEU_NOM.at(place))
            return Signatory(ACCUEIL,
                             full_name(dossier, stages.REPRESENTANT_PRENOM, stages.REPRESENTANT_NOM, place), identifier,
                             name if isinstance(name, str) and name else identifier)
    return Signatory(ACCUEIL, "", identifier, contrat.SIGNATURE_LIEU.kind.lost.lower())


def lines_of(awaited: Sequence[Signatory], lines: Sequence[Json]) -> list[int | None]:
    """For each of those awaited the place of their line in the file, one that is dated before another, or None."""
    found: list[int | None] = []
    for one in awaited:
        theirs = [index for index in range(len(lines)) if index not in found and one.may_be(lines[index])]
        dated = [index for index in theirs if not is_blank(get(lines[index], contrat.SIGNATURE_DATE.name))]
        found.append((dated + theirs + [None])[0])
    return found
