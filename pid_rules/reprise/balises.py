"""The tags of the collège's own Word convention: what each stands for, how one that is mistyped is read or refused.

Names are those of the format, between single braces; « # » and « / » open and close a list or a condition, « ^ » opens
what is printed where there is none, « MAJ » after a name asks for capitals. Only letters are compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import eleve, etablissement, parcours, stages
from pid_rules.words.alike import plain
from pid_rules.words.declared import declared
from pid_rules.words.visible import one_line

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field

PLACE, STAGE = "lieu", "stage"
TODAY, LENGTH, WEEKLY, DAYS, VISITS, ACTIVITIES, WORKS = (
    "aujourdhui", "stage.duree", "stage.par_semaine", "stage.jours", "stage.visites", "stage.activites",
    "stage.travaux_reglementes")
PERSONS = "responsables"
DAY, MORNING, AFTERNOON, DATE, VISITOR, LINE = "jour", "matin", "apres_midi", "date", "visiteur", "ligne"
OPENING, CLOSING, WITHOUT = "#", "/", "^"
CAPITALS = "maj"
SHORTEST = 6
"""Letters with which a tag may begin, and be left there."""
FAR = 3
"""Letters that differ at most between a tag and the one that was meant."""

OF_DOSSIER = (etablissement.ANNEE_SCOLAIRE, eleve.NOM, eleve.PRENOM, eleve.DATE_NAISSANCE, eleve.NIVEAU, eleve.CLASSE,
              eleve.ADRESSE, eleve.CODE_POSTAL, eleve.VILLE, eleve.TELEPHONE, eleve.COURRIEL, eleve.DEPLACEMENT,
              etablissement.NOM, etablissement.UAI, etablissement.ADRESSE, etablissement.CODE_POSTAL,
              etablissement.VILLE, etablissement.TELEPHONE, etablissement.COURRIEL, etablissement.CHEF_NOM,
              etablissement.CHEF_PRENOM, etablissement.CHEF_FONCTION, etablissement.DELIBERATION_CA,
              parcours.REFERENT_NOM, parcours.REFERENT_PRENOM, parcours.REFERENT_FONCTION, parcours.REFERENT_COURRIEL,
              parcours.REFERENT_TELEPHONE)
"""What a convention may say of the pupil, of the collège and of the référent: less than the dossier holds."""
OF_PLACE = (stages.LIEU_TYPE, stages.LIEU_NOM, stages.SIRET, stages.LIEU_ACTIVITE, stages.LIEU_ADRESSE,
            stages.LIEU_CODE_POSTAL, stages.LIEU_VILLE, stages.LIEU_PAYS, stages.REPRESENTANT_NOM,
            stages.REPRESENTANT_PRENOM, stages.REPRESENTANT_FONCTION, stages.REPRESENTANT_TELEPHONE,
            stages.REPRESENTANT_COURRIEL, stages.TUTEUR_NOM, stages.TUTEUR_PRENOM, stages.TUTEUR_FONCTION,
            stages.TUTEUR_TELEPHONE, stages.TUTEUR_COURRIEL)
OF_STAGE = (stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.STAGE_FIN, stages.STAGE_OBJECTIFS, stages.STAGE_COMPETENCES,
            stages.CONCERTATION, stages.ASSURANCE_ETABLISSEMENT, stages.ASSURANCE_ORGANISME, stages.RESTAURATION,
            stages.TRANSPORT, stages.HEBERGEMENT)
OF_PERSON = (eleve.RESPONSABLE_NOM, eleve.RESPONSABLE_PRENOM, eleve.QUALITE, eleve.RESPONSABLE_TELEPHONE,
             eleve.RESPONSABLE_COURRIEL, eleve.RESPONSABLE_ADRESSE)
RENAMED = {stages.STAGE_DEBUT.path: "stage.du", stages.STAGE_FIN.path: "stage.au"}
"""Tags that are read as a sentence says them: « du … au … »."""
COMPUTED = ((LENGTH, "Durée du stage"), (WEEKLY, "Présence par semaine"), (TODAY, "Date du jour"))
LISTS = ((PERSONS, "Responsables légaux", tuple([(field.name, field.label) for field in OF_PERSON])),
         (DAYS, "Jours du stage", ((DAY, "Jour"), (MORNING, "Matin"), (AFTERNOON, "Après-midi"))),
         (VISITS, "Visites", ((DATE, "Date"), (VISITOR, "Visiteur"))),
         (ACTIVITIES, "Activités prévues", ((LINE, "Une activité"),)),
         (WORKS, "Travaux réglementés", ((LINE, "Un de ces travaux"),)))
"""(tag of the list, what it is, the tags within it)."""
NEVER = ("nationalite", "ine", "numeronational", "sexe", "lieudenaissance", "religion", "sante", "diagnostic",
         "handicap", "pap", "pai", "pps", "bourse", "profession", "securitesociale", "numerodesecuritesociale")
"""What a template may ask for, and no dossier holds."""
UNKNOWN = declared("{{{0}}} n’existe pas.")
MEANT = declared("{{{0}}} n’existe pas ; vouliez-vous dire {{{1}}} ?")
BARRED = declared("{{{0}}} n’est jamais dans ce dossier : remplissez-le à la main.")
UNCLOSED = "{{{0}}} n’est pas fermée. Ajoutez {{/{1}}} à la fin."
UNOPENED = "{{{0}}} ferme ce qui n’est pas ouvert. Ajoutez {{#{1}}} au début, ou ôtez-la."


def tag_of(field: Field) -> str:
    """« eleve.nom », « lieu.nom », « tuteur.nom », « stage.du »: the tag of a question."""
    if field.path in RENAMED:
        return RENAMED[field.path]
    if field.within == stages.LIEUX.path:
        within = field.path[len(stages.LIEUX.path) + 3:]
        return within if "." in within else PLACE + "." + within
    return field.path.replace(stages.STAGES.path + "[]", STAGE)


TAGS = {tag_of(field): field for field in (*OF_DOSSIER, *OF_PLACE, *OF_STAGE)}
WITHIN = {tag: [name for name, _ in names] for tag, _, names in LISTS}


def listed() -> list[tuple[str, str]]:
    """[(tag, what it stands for)] of all, lists with their own: what the model to download shows."""
    found = [(tag, TAGS[tag].label) for tag in TAGS] + list(COMPUTED)
    for tag, label, names in LISTS:
        found.append((OPENING + tag, label))
        found += [(name, label + declared(" : ") + words) for name, words in names]
        found.append((CLOSING + tag, label))
    return found


def letters(text: str) -> str:
    """What is compared of a tag: its letters and digits, in lower case, without accents."""
    return "".join([sign for sign in plain(text) if sign.isalnum()])


class Tag:
    """A tag as it stands in a template: ``sign`` opens or closes, ``name`` is the tag meant or "", ``capitals``.

    ``wrong`` is a sentence where something is to be mended.
    """

    def __init__(self, written: str, names: dict[str, str]) -> None:
        text = one_line(written)
        self.written = text
        self.sign = text[:1] if text[:1] in (OPENING, CLOSING, WITHOUT) else ""
        words = text[len(self.sign):].split()
        self.capitals = len(words) > 1 and letters(words[-1]) == CAPITALS
        self.asked = " ".join(words[:-1] if self.capitals else words)
        self.name = names.get(letters(self.asked), "")
        self.wrong = "" if self.name else refusal(text, self.asked, names)


def refusal(written: str, asked: str, names: dict[str, str]) -> str:
    """What is said of a tag that nothing answers: that no dossier holds it, else the nearest one."""
    last = letters(asked.split(".")[-1])
    if last in NEVER or letters(asked) in NEVER:
        return BARRED.format(written)
    near = nearest(asked, names)
    return MEANT.format(written, near) if near else UNKNOWN.format(written)


def nearest(asked: str, names: dict[str, str]) -> str:
    """The tag that differs the least from one that is mistyped, "" where none is near."""
    wanted = letters(asked)
    found = [(distance(wanted, name), names[name]) for name in names]
    found += [(0, names[name]) for name in names if wanted and letters(names[name].split(".")[-1]) == wanted]
    found += [(0, names[name]) for name in names if len(wanted) >= SHORTEST and name[:len(wanted)] == wanted]
    best = min(found)
    return best[1] if best[0] <= min(FAR, max(1, len(wanted) // 3)) else ""


def distance(one: str, other: str) -> int:
    """How many letters are added, left out or changed from one word to another."""
    before = list(range(len(other) + 1))
    for rank in range(len(one)):
        row = [rank + 1]
        for place in range(len(other)):
            change = 0 if one[rank] == other[place] else 1
            row.append(min(row[place] + 1, before[place + 1] + 1, before[place] + change))
        before = row
    return before[-1]


def _names(scope: list[str]) -> dict[str, str]:
    """{letters: tag} of what may stand inside the lists that are open."""
    found = {letters(tag): tag for tag in (*TAGS, *[tag for tag, _ in COMPUTED], *WITHIN)}
    for opened in scope:
        found.update({letters(name): name for name in WITHIN.get(opened, [])})
    return found


def checked(written: list[str]) -> list[Tag]:
    """The tags of a template in their order, each with what is wrong with it; one that nothing closes says so."""
    tags: list[Tag] = []
    opened: list[Tag] = []
    for text in written:
        tag = Tag(text, _names([one.name for one in opened]))
        tags.append(tag)
        if tag.sign == CLOSING:
            _close(tag, opened)
        elif tag.sign and tag.name:
            opened.append(tag)
    for tag in opened:
        tag.wrong = tag.wrong or UNCLOSED.format(tag.written, tag.name)
    return tags


def _close(tag: Tag, opened: list[Tag]) -> None:
    """Close the last tag opened, which may be named or not; say what is wrong where it is another."""
    if opened and (tag.asked == "" or opened[-1].name == tag.name):
        tag.name = opened.pop().name
        tag.wrong = ""
    elif tag.name:
        tag.wrong = UNOPENED.format(tag.written, tag.name)
