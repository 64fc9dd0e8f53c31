"""Names of disciplines as schools write them, matched to those of the compulsory grid."""

ACCENTS = (("à", "a"), ("â", "a"), ("ä", "a"), ("ç", "c"), ("é", "e"), ("è", "e"), ("ê", "e"), ("ë", "e"), ("î", "i"),
           ("ï", "i"), ("ô", "o"), ("ö", "o"), ("ù", "u"), ("û", "u"), ("ü", "u"), ("œ", "oe"))
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

WRITINGS = {
    "Français": ("francais", "fr", "fra", "franc", "lettres", "lettres modernes"),
    "Mathématiques": ("mathematiques", "mathematique", "maths", "math"),
    "Histoire-géographie-EMC": (
        "histoire geographie emc", "histoire geographie", "histoire geographie enseignement moral et civique",
        "histoire", "geographie", "histoire geo", "histoire geo emc", "hist geo", "hist geo emc", "h g", "hg", "hgemc",
        "hg emc", "h g emc", "geo", "emc", "enseignement moral et civique", "education civique"),
    "LV1": ("lv1", "lva"),
    "LV2": ("lv2", "lvb"),
    "EPS": ("eps", "e p s", "education physique et sportive", "education physique", "sport"),
    "Arts plastiques": ("arts plastiques", "art plastique", "arts pla", "arts plast", "a plastiques"),
    "Éducation musicale": ("education musicale", "education musicale et chant choral", "educ musicale", "ed musicale",
                           "musique"),
    "SVT": ("svt", "s v t", "sciences de la vie et de la terre"),
    "Technologie": ("technologie", "techno", "tech"),
    "Physique-chimie": ("physique chimie", "physique", "chimie", "phys chimie", "phys ch", "pc", "p c", "spc",
                        "sciences physiques"),
}
LANGUAGES = ("anglais", "allemand", "espagnol", "italien", "portugais", "arabe", "chinois", "russe", "japonais",
             "neerlandais", "polonais", "turc")
QUALIFIERS = ("groupe", "gr", "grp", "salle", "classe", "obligatoire")
"""From one of these words on, a name says where or with whom, not what."""

_NAMED = {writing: name for name in WRITINGS for writing in WRITINGS[name]}
_known = {}


def _words(text):
    """The words of a name, without case, accents, punctuation nor what qualifies it."""
    plain = text.lower()
    for accented, letter in ACCENTS:
        plain = plain.replace(accented, letter)
    spaced = "".join([sign if sign in LETTERS else " " for sign in plain])
    spaced = " " + " ".join(spaced.split()) + " "
    for rank in ("1", "2"):
        for before in (" lv ", " langue vivante ", " langue "):
            spaced = spaced.replace(before + rank + " ", " lv" + rank + " ")
    words = spaced.split()
    for position in range(1, len(words)):
        if words[position] in QUALIFIERS:
            return words[:position]
    return words


def discipline(text):
    """The discipline of the compulsory grid that a name designates, or None: « maths », « Anglais LV1 », « H-G »."""
    if text not in _known:
        words = _words(text)
        name = " ".join(words)
        found = _NAMED[name] if name in _NAMED else None
        for language in ("LV1", "LV2"):
            if found is None and language.lower() in words:
                found = language
        _known[text] = found
    return _known[text]


def is_language_without_rank(text):
    """Whether a name says a language but neither LV1 nor LV2, so that its hours belong to no line of the grid."""
    return discipline(text) is None and " ".join(_words(text)) in LANGUAGES
