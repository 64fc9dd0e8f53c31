"""Places to sign by hand, with the names that the dossier knows and the dates that the collège has noted."""

from pid_rules.documents import blocks
from pid_rules.documents.answers import role_label
from pid_rules.dossier.paths import fill, get
from pid_rules.form import contrat, eleve, etablissement, parcours, stages

ACCUEIL = "organisme_accueil"


def representatives(answers):
    """How many legal representatives sign."""
    count = answers.count(eleve.RESPONSABLES.path)
    return count or (2 if answers.blank_form else 1)


def hosts(answers):
    """Identifiers of the places where a stage is planned, in order; "" stands for one to name by hand."""
    found = []
    for index in range(answers.count(stages.STAGES.path)):
        place = get(answers.dossier, stages.STAGES.path + "." + str(index) + ".lieu")
        if isinstance(place, str) and place and place not in found:
            found.append(place)
    return found or ([""] if answers.blank_form else [])


def expected(answers):
    """Who signs with the collège: (role, place of a host, name, quality) of the pupil, family, head and référent."""
    found = [("eleve", "", answers.full_name("eleve"), "")]
    for index in range(representatives(answers)):
        place = eleve.RESPONSABLES.path + "." + str(index)
        found.append(("responsable_" + str(index + 1), "", answers.full_name(place),
                      answers.text(fill(eleve.QUALITE.path, place))))
    found.append(("chef_etablissement", "", answers.full_name("etablissement.chef"),
                  answers.text(etablissement.CHEF_FONCTION.path)))
    found.append(("referent", "", answers.full_name("referent"), answers.text(parcours.REFERENT_FONCTION.path)))
    return found


def noted(answers, path=contrat.SIGNATURES.path):
    """The signatures noted in a list of the file: role, place, name, date in words, fingerprint."""
    found = []
    for index in range(answers.count(path)):
        place = path + "." + str(index)
        found.append({"role": get(answers.dossier, place + ".role") or "",
                      "lieu": get(answers.dossier, place + ".lieu") or "",
                      "nom": answers.text(place + ".nom"), "date": answers.text(place + ".date"),
                      "empreinte": answers.text(place + ".empreinte")})
    return found


def boxes(answers, awaited, found):
    """One place to sign for each person awaited, then one for each signature noted that nobody expects."""
    made = []
    found = list(found)
    for role, host, name, quality in awaited:
        signature = _taken(found, role, host)
        made.append(box(role, quality, signature["nom"] if signature and signature["nom"] else name,
                        signature["date"] if signature else ""))
    for signature in found:
        host = signature["lieu"]
        made.append(box(signature["role"], answers.called(host) if host else "", signature["nom"], signature["date"]))
    return blocks.signatures(made)


def _taken(found, role, host):
    """Take out of the list the signature of a role, at a place for a host; None where there is none."""
    for index, signature in enumerate(found):
        if signature["role"] == role and (role != ACCUEIL or signature["lieu"] == host):
            return found.pop(index)
    return None


def box(role, quality, name, date=""):
    """One place to sign; ``role`` is that of the file, or the words that stand for it."""
    asked = "Signature :" if date else "Date et signature :"
    return blocks.box(role_label(role), quality + ". " + asked if quality else asked, name, date)
