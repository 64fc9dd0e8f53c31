"""The keys of a département's profile and what each must hold: a sentence for each fault says what to write."""

from pid_rules.questions.formats import Email, Phone
from pid_rules.seuils.vacances import ANNEES
from pid_rules.sources.lettre import GROUNDS, SILENCES
from pid_rules.suivi.echeances import next_day
from pid_rules.words.dates import day_number, parse_iso

WORDS = ("dossier", "annee_scolaire", "etablissement", "redacteur", "signature", "service", "empreinte", "pieces")
"""What the e-mail may name between braces."""
LONGEST_DELAY = 366
LONGEST_TEXT = 2_000
SOME_DAY = day_number(2027, 7, 2)
AGE_KEY = "age1"
AGE_SIGNS = "023456789acdefghjklmnpqrstuvwxyz"
"""Every character that may follow « age1 » in a public key."""
AGE_LENGTH = 62
LONGEST_SHOWN = 80
SILENT = [one.name for one in SILENCES]
FONDE = "fonde"
"""The table of what the letter founds: each of its keys may be left out."""
OPTIONAL = ("chiffrement", "lettre", FONDE)
"""The tables that a profile may be without."""


def problems(profile):
    """The faults of a profile, a sentence each, in the order of the keys; [] where it is right."""
    found = []
    for path, (is_right, words) in KEYS.items():
        table, name = path.split(".")
        held = profile.get(table)
        if isinstance(held, dict) and name in held:
            if not is_right(held[name]):
                found.append(f"« {path} » ne convient pas ({_shown(held[name])}) : il faut {words}.")
        elif table != FONDE and not (table in OPTIONAL and table not in profile):
            found.append(f"« {path} » manque : il faut {words}.")
    if FONDE in profile and "lettre" not in profile:
        found.append(f"« {FONDE} » n’a pas sa lettre : il faut aussi la table « lettre ».")
    unknown = [path for path in _paths(profile) if path not in KEYS]
    return found + [f"« {path} » n’est pas une clé de profil : retirez-la." for path in unknown]


def misquoted(profile, text):
    """The extracts of a right profile that are not in the text of its letter, a sentence each."""
    words = _plain(" ".join([line for line in text.splitlines() if line[:2] != "# "]))
    return [f"« {FONDE}.{name} » n’est pas dans la lettre, mot pour mot ({_shown(extract)}) : recopiez-en l’extrait."
            for name, extract in profile[FONDE].items() if _plain(extract) not in words]


def _plain(text):
    """Words with every run of blanks as one space and every apostrophe straight."""
    return " ".join(text.replace("’", "'").split())


def _paths(profile):
    """The paths of a profile, « delais.decision_jours »; a table that none of the keys is in counts for one."""
    tables = {path.split(".")[0] for path in KEYS}
    found = []
    for table, held in profile.items():
        found += [f"{table}.{name}" for name in held] if table in tables and isinstance(held, dict) else [table]
    return found


def _shown(value):
    """A value that is wrong, as short as a sentence takes it."""
    text = str(value).replace("\n", " ")
    return f"« {text[:LONGEST_SHOWN]}{'…' if len(text) > LONGEST_SHOWN else ''} »"


def _is_line(value):
    return isinstance(value, str) and value.strip() != "" and "\n" not in value and len(value) <= LONGEST_TEXT


def _is_text(value):
    return isinstance(value, str) and "\n" not in value and len(value) <= LONGEST_TEXT


def _is_zone(value):
    return isinstance(value, str) and value in ANNEES


def _is_email(value):
    return isinstance(value, str) and Email().accept(value) == value and Email().judge(value)[1] is None


def _is_phone(value):
    return isinstance(value, str) and Phone().accept(value) == value and Phone().judge(value)[1] is None


def _is_delay(value):
    return type(value) is int and 1 <= value <= LONGEST_DELAY


def _is_subject(value):
    return _is_line(value) and _has_known_words(value)


def _is_body(value):
    return isinstance(value, str) and value.strip() != "" and len(value) <= LONGEST_TEXT and _has_known_words(value)


def _has_known_words(text):
    """Whether every word between braces is one that the e-mail knows, and every brace is closed."""
    pieces = text.split("{")
    return "}" not in pieces[0] and all([piece.partition("}")[0] in WORDS and piece.count("}") == 1
                                              for piece in pieces[1:]])


def _is_reminder(value):
    return _is_line(value) and next_day(value, SOME_DAY) is not None


def _is_file(value):
    return isinstance(value, str) and value[-4:] == ".txt" and len(value) > 4 and "/" not in value and "\\" not in value


def _is_day(value):
    return isinstance(value, str) and parse_iso(value) is not None


def _is_silences(value):
    return isinstance(value, list) and not [one for one in value if one not in SILENT]


def _is_age_key(value):
    return isinstance(value, str) and value[:4] == AGE_KEY and len(value) == AGE_LENGTH \
        and set(value[4:]) <= set(AGE_SIGNS)


ZONE = (_is_zone, "une zone de vacances scolaires, A, B ou C")
LINE = (_is_line, "un texte d’une ligne")
DELAY = (_is_delay, f"un nombre entier, de 1 à {LONGEST_DELAY}")
BRACES = f"un texte dont les accolades nomment {', '.join(WORDS[:-1])} ou {WORDS[-1]}"

KEYS = {
    "departement.zone": ZONE,
    "departement.tribunal": LINE,
    "destinataire.service": LINE,
    "destinataire.courriel": (_is_email, "une adresse électronique, comme nom@domaine.fr"),
    "destinataire.telephone": (_is_phone, "dix chiffres sans espaces, comme 0241000000"),
    "destinataire.a_confirmer": (_is_text, "ce qui reste à confirmer, comme « adresse de 2018 », ou un texte vide"),
    "courriel.objet": (_is_subject, BRACES + ", sur une ligne"),
    "courriel.texte": (_is_body, BRACES),
    "chiffrement.cle_publique": (_is_age_key, "une clé publique age : « age1 » et 58 signes"),
    "delais.instruction_jours": DELAY,
    "delais.decision_jours": DELAY,
    "delais.bilan_final_jours": DELAY,
    "reperes.constats_minimum": DELAY,
    "reperes.semaines_sans_bilan": DELAY,
    "reperes.semaines_bilan_obligatoire": DELAY,
    "reperes.rappel_effacement": (_is_reminder, "un jour de l’année, comme « 31 août suivant la fin du parcours »"),
    "lettre.titre": LINE,
    "lettre.texte": (_is_file, "le nom d’un fichier .txt de ce dossier"),
    "lettre.lue_le": (_is_day, "un jour entre guillemets, comme \"2026-11-24\""),
    "lettre.note": (_is_text, "un texte d’une ligne, ou un texte vide"),
    "lettre.silences": (_is_silences, "une liste, où peuvent être " + " et ".join(SILENT)),
    **{FONDE + "." + ground.name: LINE for ground in GROUNDS},
}
"""(whether a value is right, what is expected) by key."""
