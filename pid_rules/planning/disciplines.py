"""Names of disciplines as schools and their software write them, matched to those of the compulsory grid.

School software keeps twenty characters of a name (« SCIENCES VIE & TERRE »), adds groups (« ANGLAIS LV1 - 3 B GR1 »)
and codes (« AGL1 »). A name designates a line of the grid, something known outside of it, or nothing that can be told.
"""

from __future__ import annotations

from pid_rules.words.alike import alike, plain

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
DIGITS = "0123456789"

GRID = "grille"
OUTSIDE = "hors_grille"
UNRANKED = "langue"
UNKNOWN = ""

WRITINGS = {
    "Français": ("francais", "fr", "fra", "franc", "lettres", "lettres modernes", "francais litterature"),
    "Mathématiques": ("mathematiques", "mathematique", "maths", "math", "mathemat", "mathematiq", "mat"),
    "Histoire-géographie-EMC": (
        "histoire geographie emc", "histoire geographie", "histoire geographie enseignement moral civique", "histoire",
        "geographie", "histoire geo", "histoire geo emc", "hist geo", "hist geo emc", "h g", "hg", "hgemc", "hg emc",
        "h g emc", "geo", "emc", "education civique", "educ civique",
        "ed civique", "histoire geograph", "histoire geograph emc", "hist geograph", "ens moral civique",
        "enseign moral civique", "enseigt moral civique", "moral civique", "hist geo educ civ", "hist geo ed civ",
        "hist geo education civique", "histoire geo education civique", "histoire geographie education civique",
        "his geo", "hi ge", "higeo", "histgeo", "hge", "hgec", "hist", "geograph", "histoire geographie educ civ",
        "histoire geographie ed civ"),
    "LV1": ("lv1",),
    "LV2": ("lv2",),
    "EPS": ("eps", "e p s", "education physique sportive", "education physique", "sport", "ed physique sport",
            "ed physique sportive", "educ physique sportive", "educ phys sport", "ed phys sport",
            "education physique sport", "educ physique", "ed physique", "ed phys", "natation", "piscine", "athletisme"),
    "Arts plastiques": ("arts plastiques", "art plastique", "arts pla", "arts plast", "a plastiques", "arts pl",
                        "a pla", "apla", "arts plastique", "art pla", "art plast", "a plast"),
    "Éducation musicale": ("education musicale", "education musicale chant choral", "educ musicale", "ed musicale",
                           "musique", "ed mus", "edmus", "educ mus", "educ music", "ed music", "edu musicale",
                           "educ musicale chant choral"),
    "SVT": ("svt", "s v t", "sciences de la vie de la terre", "sciences vie terre", "sc vie terre",
            "sciences de la vie terre", "sc de la vie", "sciences vie de la terre", "sc de la vie de la terre",
            "sciences de la vie", "sc vie de la terre", "sciences naturelles", "sciences nat", "biologie", "vie terre",
            "sc nat"),
    "Technologie": ("technologie", "techno", "tech", "techn", "technolog", "technologique"),
    "Physique-chimie": ("physique chimie", "physique", "chimie", "phys chimie", "phys ch", "pc", "p c", "spc",
                        "sciences physiques", "phys chim", "sc physiques", "sc phys", "ph ch", "physiq chimie",
                        "sciences phys", "sciences physiques chimiques", "sc physiques chimiques", "physiques chimie",
                        "physique chim", "phch", "phy chi", "phys", "s p c"),
}
LANGUAGES = ("anglais", "allemand", "espagnol", "italien", "portugais", "arabe", "chinois", "russe", "japonais",
             "neerlandais", "polonais", "turc", "hebreu", "breton", "occitan", "basque", "catalan", "corse", "creole",
             "danois", "suedois", "grec moderne", "vietnamien", "coreen", "ang", "angl", "agl", "all", "allem", "esp",
             "espag",
             "ita", "ital", "por", "langue", "lv", "langues", "persan", "armenien", "tahitien", "alsacien", "gallo",
             "melanesien")
CODES = ("agl", "ang", "angl", "all", "alld", "esp", "ita", "por", "ara", "chi", "rus", "jap", "neer", "heb", "pol",
         "tur", "bre", "occ", "bas", "cat", "cor", "cre", "anglais", "allemand", "espagnol", "italien", "lve")
"""Words to which school software glues the rank of a language: « AGL1 », « ESP2 »."""
OUTSIDE_NAMES = (
    "et", "recre", "recreation", "etude", "etudes", "perm", "midi", "visite", "sortie", "bilan", "conseil", "casier",
    "grec", "cinema", "chant choral", "jardin", "sciences sociales", "decouverte", "projet", "parcours", "voyage",
    "examen", "dnb blanc", "brevet blanc", "evaluation", "evaluations", "passage", "temps libre", "restaurant scolaire",
    "libre", "rien", "trajet", "transport", "bus")
OUTSIDE_WORDS = (
    "vie de classe", "vie de la classe", "conseil de classe", "devoir fait", "devoirs", "accompagnement",
    "accompagnemt", "accomp", "accpt", "soutien", "aide", "remediation", "tutorat", "latin", "grec ancien", "lca",
    "lce", "lcr", "elco", "antiquite", "langues cultures", "langue culture", "unss", "association sportive", "section",
    "decouverte pro", "decouverte professionnelle", "dp3", "dp6", "cdi", "demi pension", "chorale", "choeur",
    "orientation", "entretien", "ppre", "ulis", "orchestre", "etude surveillee", "etude dirigee", "etudes dirigees",
    "option", "atelier", "club", "epi", "parcours avenir", "referent", "permanence", "cantine", "heure de vie", "hvc",
    "vdc", "stage", "dispositif", "relais", "emi", "media", "medias", "bia", "pix", "psc1", "assr", "theatre", "euro",
    "europeenne", "dnl", "approfondissement", "besoins", "facultatif", "complement", "vie scolaire", "mediation",
    "cadets", "eloquence", "journal", "jardinage", "internat", "reunion", "repas", "dejeuner", "pause")
"""Said anywhere in a name, they say that it is not a line of the grid: « SOUTIEN MATHEMATIQUES », « LCE ANGLAIS »."""
QUALIFIERS = ("groupe", "gr", "grp", "gpe", "groupes", "salle", "classe", "classes", "obligatoire", "tp", "td", "sem",
              "semaine",
              "quinzaine", "q1", "q2", "s1", "s2", "mme", "m", "mr", "prof", "professeur", "demi", "module", "dedouble",
              "dedoublement", "renforce", "cours", "tronc", "niveau", "div", "division", "eleves", "bil", "bilangue",
              "college")
"""From one of these words on, a name says where, when or with whom, not what."""
LEADING = ("cours", "de", "d", "des", "du", "la", "le", "les", "l", "tp", "td", "enseignement", "matiere", "heure",
           "seance")
CUTS = ("[", "<", ">", " - ", "(", "|", "{", " : ")
"""What follows one of these characters says more of a name, not another name."""

_NAMED = {writing: name for name in WRITINGS for writing in WRITINGS[name]}
_known: dict[str, tuple[str | None, str]] = {}


def _plain(text: str) -> str:
    """The name without case, accents nor the « et » that « & » leaves out; what separates its words is a space."""
    words = "".join([character if character in LETTERS else " " for character in plain(text)]).split()
    spaced = " " + " ".join(words[:1] + [word for word in words[1:] if word != "et"]) + " "
    spaced = spaced.replace(" e m c ", " emc ")  # the « m » would be that of « M. Martin »
    for rank in ("1", "2"):
        for before in (" lv ", " langue vivante ", " langue ", " lve "):
            spaced = spaced.replace(before + rank + " ", " lv" + rank + " ")
    for letter, rank in (("a", "1"), ("b", "2")):
        for before in (" lv", " lv ", " langue vivante "):
            spaced = spaced.replace(before + letter + " ", " lv" + rank + " ")
    return spaced


def _is_group(word: str) -> bool:
    """« 3b », « 3egr1 », « gr2 », « 4 »: a class or a group, not a name."""
    return word[0] in DIGITS or any([
        word[:len(start)] == start and word != start and word[len(start):].strip(DIGITS) == ""
                                     for start in ("grp", "gr", "g", "gpe")])


def _words(text: str) -> list[str]:
    """The words of a name, without what qualifies it."""
    words = _plain(text).split()
    while words and words[0] in LEADING:
        words = words[1:]
    for position in range(1, len(words)):
        if words[position] in QUALIFIERS or _is_group(words[position]):
            return words[:position]
    return words


def _before_cut(text: str) -> str:
    """What stands before the first character that begins a remark."""
    text = alike(text)
    places = [text.find(character) for character in CUTS]
    places = [place for place in places if place > 0]
    return text[:min(places)] if places else text


def _rank(word: str) -> str | None:
    """« lv1 », « AGL1 », « esp2 » → LV1, LV2; None for another word."""
    if word in ("lv1", "lv2"):
        return word.upper()
    return "LV" + word[-1] if word[-1] in "12" and word[:-1] in CODES else None


def _language(words: list[str]) -> tuple[str | None, bool]:
    """(rank of the language that words name or None, whether they name two things)."""
    ranks = {_rank(word) for word in words if _rank(word)}
    if not ranks:
        return None, False
    others = [word for word in words if word in _NAMED and word not in ("lv1", "lv2")]
    return ranks.pop(), bool(others or ranks)


def _read(text: str) -> tuple[str | None, str]:
    """(discipline of the grid or None, what is known of the name) of a name."""
    whole = _plain(text)
    words = _words(text)
    short = _words(_before_cut(text))
    names = (" ".join(short), " ".join(words))
    if any([written in OUTSIDE_NAMES for written in names] + [" " + one + " " in whole for one in OUTSIDE_WORDS]) \
            or words[:1] in (["ap"], ["as"]):
        return None, OUTSIDE
    for written in names:
        if written in _NAMED:
            return _NAMED[written], GRID
    pieces = text.replace("+", "/").split("/")
    named: set[str | None] = {discipline(piece) for piece in pieces} if len(pieces) > 1 else set()
    if len(named) == 1 and None not in named:
        return named.pop(), GRID
    rank, double = _language(whole.split())
    if double or len(named - {None}) > 1:
        return None, UNKNOWN
    if rank is not None:
        return rank, GRID
    return None, UNRANKED if names[0] in LANGUAGES or short and short[0] in LANGUAGES else UNKNOWN


def _reading(text: str) -> tuple[str | None, str]:
    if text not in _known:
        _known[text] = _read(text)
    return _known[text]


def discipline(text: str) -> str | None:
    """The discipline of the compulsory grid that a name designates, or None: « maths », « Anglais LV1 », « H-G »."""
    return _reading(text)[0]


def meaning(text: str) -> str:
    """Whether a name is in the ``GRID``, known ``OUTSIDE`` of it, a language ``UNRANKED``, or ``UNKNOWN``."""
    return _reading(text)[1]
