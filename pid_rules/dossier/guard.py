"""The confidentiality guard: words and numbers that do not belong in a dossier the family can read.

It warns, with the reason; it never blocks and never rewrites. Sources: the CNIL's dispensation of 2012 for school
files (no health, origin, opinion, offence) and the parents' right to read everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, get
from pid_rules.words.alike import plain
from pid_rules.words.dates import is_number
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier

SANTE = declared("La santé, le handicap et les soins ne s’écrivent pas ici : ils passent par le médecin scolaire, sous "
                 "pli confidentiel.")
ORIGINE = "L’origine, la nationalité, la religion et les opinions ne s’écrivent pas dans un dossier scolaire."
JUSTICE = "Les mesures judiciaires, les infractions et les sanctions ne s’écrivent pas ici."
SOCIAL = declared("La situation sociale et familiale passe par l’assistant de service social, sous pli confidentiel ; "
                  "un danger relève d’une information préoccupante, jamais de ce dossier.")
NUMERO = declared("Ce nombre ressemble à un numéro de sécurité sociale : il ne doit jamais figurer dans le dossier.")

WORDS = (
    (SANTE, ("medical", "medicale", "medicaux", "medicament", "medicaments", "traitement", "depression", "depressif",
             "depressive", "anxiete", "tdah", "tdha", "dyslexie", "dyslexique", "dyspraxie", "dysphasie", "autisme",
             "autiste", "hopital", "hospitalisation", "hospitalise", "hospitalisee", "psychiatre", "psychiatrique",
             "psychiatrie", "psychologique", "orthophoniste", "orthophonie", "diagnostic", "handicap", "handicape",
             "handicapee", "mdph", "pai", "pap", "pps", "maladie", "malade", "grossesse", "enceinte", "addiction",
             "drogue",
             "cannabis", "alcool", "suicide", "suicidaire", "scarification", "scarifications", "anorexie", "trouble",
             "troubles", "therapie", "ritaline", "traitements", "etat de sante", "probleme de sante",
             "problemes de sante",
             "epilepsie", "asthme", "diabete", "cancer", "hyperactif", "hyperactive", "hyperactivite", "tsa",
             "dyscalculie", "dysorthographie", "phobie", "phobique", "antidepresseur", "antidepresseurs",
             "quotient intellectuel", "wisc", "ime", "itep", "sessad", "aesh", "ulis")),
    (ORIGINE, ("religion", "religieux", "religieuse", "musulman", "musulmane", "catholique", "juif", "juive",
               "protestant", "islam", "ramadan", "voile", "nationalite", "origine", "origines", "ethnie", "ethnique",
               "rom", "roms", "gitan", "gitane", "gens du voyage", "migrant", "migrante", "sans papiers", "refugie",
               "refugiee", "demandeur d'asile", "syndicat", "politique", "immigre", "immigree", "immigration",
               "chretien", "chretienne", "bouddhiste")),
    (JUSTICE, ("police", "gendarmerie", "juge", "tribunal", "judiciaire", "delit", "delits", "condamnation",
               "condamne", "condamnee", "garde a vue", "plainte", "infraction", "infractions", "pjj", "aemo",
               "prison", "incarcere", "incarceree", "conseil de discipline", "exclusion definitive", "sanction",
               "sanctions", "condamnations", "plaintes")),
    (SOCIAL, ("ase", "aide sociale", "foyer", "famille d'accueil", "placement", "place en foyer", "violence",
              "violences", "maltraitance", "maltraite", "maltraitee", "inceste", "viol", "agression", "divorce",
              "surendettement", "rsa", "chomage", "expulsion", "information preoccupante", "signalement", "battu",
              "battue", "agressions", "agresse", "agressee", "revenus", "fratrie")),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_SOUGHT = [(word, " " + word.replace("'", " ") + " ", reason) for reason, words in WORDS for word in words]


def warnings(text: str) -> list[tuple[str, str]]:
    """(word found, reason) of every guarded word of a free text, in the order of the list, each word once."""
    if len(text) < 3:
        return []
    lines = [plain(line) for line in text.split("\n")]
    words = _words_of(" ".join(lines))
    found = [(word, reason) for word, sought, reason in _SOUGHT if sought in words]
    for line in lines:
        found += [(number, NUMERO) for number in _long_numbers(line)]
    return found


def _words_of(seen: str) -> str:
    """The words of a text between blanks; initials (« T. D. A. H. ») also as one word."""
    words: list[str]
    initials: list[str]
    words, initials, run = [], [], ""
    for piece in "".join([character if character in _LETTERS else ". " if character == "." else " "
                          for character in seen]).split():
        word = piece.rstrip(".")
        words.append(word)
        if len(word) == 1 and (run or piece != word):
            run += word
        else:
            initials.append(run)
            run = ""
    return " " + " ".join([word for word in words + initials + [run] if word]) + " "


def advice(text: str) -> str:
    """« Relisez « ase ». » and why, for what a free text says; "" where there is nothing to read again."""
    found = warnings(text)
    reasons: list[str] = []
    for _, reason in found:
        if reason not in reasons:
            reasons.append(reason)
    words = ", ".join([declared("« {0} »").format(word) for word, _ in found])
    return "Relisez " + words + ". " + " ".join(reasons) if found else ""


def to_reread(form: Form, dossier: Dossier) -> list[tuple[str, str]]:
    """(path, advice) of every free text that the guard reads and in which it finds something."""
    found: list[tuple[str, str]] = []
    for pattern in form.field:
        for path in concrete(dossier, pattern) if form.field[pattern].guarded else []:
            value = get(dossier, path)
            said = advice(value) if isinstance(value, str) else ""
            if said:
                found.append((path, said))
    return found


def _long_numbers(text: str) -> list[str]:
    """Numbers of 13 or 15 digits, spaces and dots between digits ignored; those of Corsica have 2A or 2B for a
    département."""
    numbers: list[str]
    numbers, current = [], ""
    for character in text + "|":
        if is_number(character) or (character in "ab" and len(current) == 6 and current[5] == "2"):
            current += character
        elif character in " .-" and current:
            continue
        else:
            if len(current) in (13, 15):
                numbers.append(current)
            current = ""
    return numbers
