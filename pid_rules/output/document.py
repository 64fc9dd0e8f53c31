"""The whole dossier as document blocks, for the PDF and for print; the same dossier always gives the same blocks."""

from pid_rules import dates
from pid_rules.output import annexes, blocks
from pid_rules.output.answers import Answers
from pid_rules.output.contrat import contract
from pid_rules.output.pedagogique import document_pedagogique
from pid_rules.output.summary import ready
from pid_rules.output.typography import french
from pid_rules.paths import concrete, get
from pid_rules.structure import add_item, blank_dossier

TITLE = "Parcours individualisé dérogatoire"
LONGEST_REFERENCE = 40
BLANK_FORM_DATE = "2018-09-14T08:00:00Z"
"""The blank form has no day of its own: it carries that of the letter which founds the parcours."""

BLANK_ITEMS = {"responsables": 2, "situation.mesures": 3, "parcours.objectifs": 2, "lieux": 1, "stages": 1,
               "stages[].horaires": 5, "stages[].visites": 1, "emploi_du_temps.semaines": 1, "parcours.dispenses": 5,
               "pieces": 3}
"""How many items the form to fill by hand leaves room for; other lists are left a space to write."""


def describe(form, catalogue, dossier, report, profile, today, fingerprint="", demonstration=False):
    """The document of a dossier, as a JSON-serialisable dict of meta, header and blocks.

    ``report`` is the judgement of the dossier, ``today`` a day number, ``profile`` the département's profile,
    ``fingerprint`` that of the contract's content ("" where unknown). It is a draft unless the report says ready.
    """
    answers = Answers(form, dossier)
    body = document_pedagogique(answers)
    body.append(blocks.page_break())
    body += contract(answers, fingerprint)
    body += annexes.follow_up(answers)
    body += [blocks.page_break(), blocks.heading(1, "Vérifications et mentions")]
    body += annexes.assumed(dossier, catalogue, report) + annexes.findings(form, report)
    body += annexes.texts_cited() + annexes.personal_data(profile)
    return _document(dossier, body, dates.to_iso(today) + "T08:00:00Z", not ready(report, dossier), demonstration)


def blank_document(form):
    """The document to print and fill by hand: every question, nothing answered."""
    dossier = blank_dossier(form)
    for pattern in BLANK_ITEMS:
        for path in concrete(dossier, pattern):
            for _ in range(BLANK_ITEMS[pattern]):
                add_item(form, dossier, pattern, path)
    answers = Answers(form, dossier, blank_form=True)
    body = document_pedagogique(answers)
    body.insert(2, blocks.paragraph("Formulaire à remplir à la main : écrivez sur les lignes, entourez la réponse choisie "
                                    "là où plusieurs sont imprimées.", "note"))
    body += [blocks.page_break()] + contract(answers, "")
    body += annexes.texts_cited() + annexes.personal_data({})
    return _document(dossier, body, BLANK_FORM_DATE, False, False)


def _document(dossier, body, created, brouillon, demonstration):
    reference = _line(dossier, "dossier.reference")
    year = _line(dossier, "dossier.annee_scolaire")
    revision = get(dossier, "dossier.revision")
    number = revision if isinstance(revision, int) and not isinstance(revision, bool) else None
    subject = "Document pédagogique et contrat" + (", année scolaire " + year if year else "")
    right = ["Réf. " + reference] if reference else []
    right += ["révision " + str(number)] if number is not None else []
    return {
        "meta": {"title": french(TITLE + (" – " + reference if reference else "")), "lang": "fr-FR",
                 "author": french(_line(dossier, "etablissement.nom") or "Collège"), "subject": french(subject),
                 "keywords": french("parcours individualisé dérogatoire, collège"), "ref": reference, "revision": number,
                 "created": created, "brouillon": brouillon, "demonstration": demonstration},
        "header": {"left": french(TITLE), "right": french(" – ".join(right))},
        "blocks": body,
    }


def _line(dossier, path):
    """A short text for the margins: one line, cut where a page could not hold it."""
    value = get(dossier, path)
    if not isinstance(value, str):
        return ""
    line = value.replace("\n", " ").strip()
    return line if len(line) <= LONGEST_REFERENCE or path == "etablissement.nom" else line[:LONGEST_REFERENCE] + "…"
