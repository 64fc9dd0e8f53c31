"""What the heading of a column of a list means: an answer of the pupil, of one of the two legal representatives, or
something that may not enter a dossier."""

from __future__ import annotations

from pid_rules.dossier.guard import warnings
from pid_rules.reprise.codes import bare
from pid_rules.words.dates import is_number

NOM, NOM_PRENOM, NOM_USAGE, PRENOM = "nom", "nom_prenom", "nom_usage", "prenom"
NAISSANCE, CLASSE, NIVEAU, MEF, REGIME, CODE_REGIME = "naissance", "classe", "niveau", "mef", "regime", "code_regime"
ADRESSE, CODE_POSTAL, VILLE = "adresse", "code_postal", "ville"
PORTABLE, TELEPHONE, COURRIEL, QUALITE = "portable", "telephone", "courriel", "qualite"
FIRST, SECOND = "r1.", "r2."
"""What stands before the same of the first legal representative, and of the other."""

WRITINGS = {
    NOM: ("nom", "nom de famille", "nom eleve", "nom de l eleve", "nom de naissance"),
    NOM_PRENOM: ("eleve", "eleves", "nom et prenom", "nom prenom", "nom prenom eleve", "nom et prenom de l eleve",
                 "nom complet", "identite"),
    NOM_USAGE: ("nom d usage", "nom usage"),
    PRENOM: ("prenom", "prenom 1", "prenom usuel", "prenom eleve", "prenom de l eleve"),
    NAISSANCE: ("ne e le", "ne le", "nee le", "date de naissance", "date naissance", "date naiss", "naissance",
                "date de naiss"),
    CLASSE: ("classe", "classes", "division", "code structure", "lib structure", "classe de rattachement"),
    NIVEAU: ("niveau", "lib mef", "formation"), MEF: ("code mef", "mef"),
    REGIME: ("regime", "lib regime"), CODE_REGIME: ("code regime",),
    ADRESSE: ("adresse", "ligne adresse 1", "ligne adresse 2", "ligne adresse 3", "ligne adresse 4", "adresse 1",
              "adresse 2", "adresse 3", "adresse 4", "rue"),
    CODE_POSTAL: ("code postal", "cp"), VILLE: ("ville", "commune", "lib postal", "localite"),
    PORTABLE: ("tel portable", "portable", "mobile", "telephone portable", "tel mobile"),
    TELEPHONE: ("tel personnel", "telephone", "tel", "tel domicile", "telephone personnel", "telephone domicile"),
    COURRIEL: ("email", "e mail", "mel", "mail", "courriel", "adresse mail", "adresse e mail", "adresse electronique"),
    QUALITE: ("lien parente", "lien de parente", "parente", "lien", "qualite"),
}
LABELS = ((NOM, "Nom"), (NOM_PRENOM, "Nom et prénom"), (NOM_USAGE, "Nom d’usage"), (PRENOM, "Prénom"),
          (NAISSANCE, "Date de naissance"), (CLASSE, "Classe"), (NIVEAU, "Niveau"), (REGIME, "Régime"),
          (QUALITE, "Lien de parenté"), (ADRESSE, "Adresse"), (CODE_POSTAL, "Code postal"), (VILLE, "Ville"),
          (PORTABLE, "Téléphone portable"), (TELEPHONE, "Téléphone"), (COURRIEL, "Adresse électronique"))
_NAMED = {writing: meaning for meaning in WRITINGS for writing in WRITINGS[meaning]}
OF_PUPIL_ONLY = (NAISSANCE, CLASSE, NIVEAU, MEF, REGIME, CODE_REGIME)
OF_PERSON_ONLY = (QUALITE,)
SOMEBODY = ("repr", "representant", "responsable", "responsables", "resp")
LEGAL = ("leg", "legal", "legaux")
NEVER = (
    "sexe", "ne e a", "ne a", "nee a", "lieu de naissance", "lieu naissance", "commune naiss", "commune naissance",
    "commune de naissance", "ville naiss", "ville de naissance", "pays naiss", "pays de naissance", "departement naiss",
    "dep naiss", "pays nat", "nat", "id national", "ine", "ine rnie", "numero national", "identifiant national",
    "n national", "bourse", "bourses", "boursier", "pap", "pps", "pai", "ppre", "ulis", "gevasco",
    "projet d accompagnement", "projets d accompagnement", "accompagnement", "besoins", "amenagements", "medic",
    "sante", "allergie", "allergies", "profession", "pcs", "csp", "photo", "redoublant", "doublement", "redoublement",
    "motif", "securite sociale", "nir", "iban", "rib", "elenoet", "tel professionnel", "telephone professionnel",
    "tel travail")
"""Said anywhere in a heading, they name what no dossier holds."""


def is_barred(heading: str) -> bool:
    """Whether what stands under a heading may not enter a dossier."""
    text = " " + bare(heading) + " "
    return any([" " + words + " " in text for words in NEVER]) or bool(warnings(heading))


def meaning(heading: str) -> str:
    """What a heading says of whom: « nom », « r1.nom »; "" where nobody knows."""
    words = bare(heading).split()
    while words and is_number(words[0]):  # « 28 élèves »
        words = words[1:]
    if not [word for word in words if word in SOMEBODY]:
        found = _NAMED.get(" ".join(words), "")
        return "" if found in OF_PERSON_ONLY else found
    return _of_somebody(words)


def _of_somebody(words: list[str]) -> str:
    """The meaning of « Prénom autre repr. légal », « Responsable 2 »."""
    who = ""
    left: list[str] = []
    for word in words:
        if word in SOMEBODY:
            who = who or FIRST
        elif who and word in ("1", "2"):
            who = SECOND if word == "2" else who
        elif word == "autre":
            who = SECOND
        elif word not in LEGAL:
            left.append(word)
    while left and left[-1] in ("du", "de", "la", "le", "l", "des"):
        left = left[:-1]
    while left and left[0] in ("du", "de", "l"):
        left = left[1:]
    found = _NAMED.get(" ".join(left), "") if left else NOM_PRENOM
    return "" if found == "" or found in OF_PUPIL_ONLY else who + found


def menu() -> list[tuple[str, str]]:
    """The (meaning, words) that somebody may choose for a column, « Nom du responsable légal 1 »."""
    found = [(one, label) for one, label in LABELS if one not in OF_PERSON_ONLY]
    for who, words in ((FIRST, "responsable légal 1"), (SECOND, "responsable légal 2")):
        found += [(who + one, label + ", " + words) for one, label in LABELS if one not in OF_PUPIL_ONLY]
    return found
