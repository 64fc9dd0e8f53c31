"""Documents described by the core, and the words that they print."""

from pid_rules.documents.catalogue import BY_SLUG, COMPLET
from pid_rules.documents.document import Edition, compose
from pid_rules.form import FORM
from pid_rules.judgement.catalogue import Catalogue
from pid_rules.judgement.evaluate import evaluate
from pid_rules.words import dates
from tests.support.examples import EXAMPLES

TODAY = dates.parse_iso("2026-11-20")
PROFILE = {"destinataire": {"service": "DSDEN de l’exemple – IEN-IO"}}
NO_RULES = Catalogue(())
NB = "\u00a0"
CLOS = EXAMPLES["clos"]


def outspread(blocks):
    """The blocks of a document in the order in which they are read, those of a sheet one after the other."""
    return [inner for block in blocks
            for inner in ([one for part in ("head", "left", "right", "foot") for one in block[part]]
                          if block["t"] == "sheet" else [block])]


def edition(dossier, report=None, **options):
    if report is None:
        report = evaluate(FORM, NO_RULES, dossier, "envoi", TODAY, PROFILE)
    return Edition(FORM, NO_RULES, PROFILE, TODAY, report, **options)


def document(dossier, report=None, **options):
    return compose(COMPLET, dossier, edition(dossier, report, **options))


def texts(value):
    """Every text that a renderer prints."""
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else []
    return [text for one in inner for text in texts(one)]


def plain(text):
    """A text as compared: on one line, with ordinary spaces."""
    return " ".join(text.replace(NB, " ").split())


def printed(described):
    return plain(" ".join(texts(described["blocks"])))


def made(slug, dossier=CLOS, place=None, by_hand=False, **options):
    one = BY_SLUG[slug]
    where = one.places(dossier, by_hand)[0] if place is None else place
    return compose(one, dossier, edition(dossier, **options), where, by_hand)
