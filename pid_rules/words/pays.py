"""France as people write it: the country, and its départements and collectivités d'outre-mer."""

from __future__ import annotations

from pid_rules.words.alike import plain

_LEFT_OUT = ("la", "le", "les", "l", "de", "d", "du", "des", "et", "ile", "iles")
_FRANCE = ("fr", "fra", "rf", "republique francaise", "corse")
OUTRE_MER = (
    "guadeloupe", "martinique", "guyane", "guyane francaise", "reunion", "mayotte", "saint pierre miquelon",
    "saint barthelemy", "saint martin", "wallis futuna", "polynesie", "polynesie francaise", "nouvelle caledonie",
    "terres australes antarctiques francaises")


def is_french(country: str) -> bool:
    """Whether the answer to « Pays » is France or a part of it, with or without accents, articles and hyphens."""
    text = plain(country)
    for character in "'-.,()/":
        text = text.replace(character, " ")
    words = ["saint" if word == "st" else word for word in text.split() if word not in _LEFT_OUT]
    if words and words[0] == "france":
        return True
    name = " ".join([word for word in words if word != "france"])
    return name in _FRANCE or name in OUTRE_MER
