"""The pages of the site, rendered from the form, the catalogue of rules and the département's profile."""

import contextlib
import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from flask import Flask, Response, abort, g, render_template

import demonstration
import figures
from changes import CHANGES, WITHDRAWN
from pid_rules.documents.contrat import OF_THE_LETTER
from pid_rules.files import PROFILE, read_profile
from pid_rules.form import FORM, contrat, eleve, emploi_du_temps, etablissement, parcours, stages, suites
from pid_rules.form.formulations import PATTERNS
from pid_rules.form.groups import GROUPS
from pid_rules.form.habituel import UNITS
from pid_rules.form.one_line import LINES
from pid_rules.form.options import DISCIPLINES
from pid_rules.form.proposals import PATTERNS as PROPOSED
from pid_rules.handover.habituel import STAGE
from pid_rules.judgement import addresses
from pid_rules.judgement.labels import SEVERITIES, STATUSES
from pid_rules.judgement.report import ENTRY_RULES
from pid_rules.judgement.rule import Rule
from pid_rules.questions.schema import BILAN, CLOTURE, CONTRAT, DEMARRAGE, ENVOI, PREPAM, Block, Field, Section
from pid_rules.rules import CATALOGUE
from pid_rules.sources import lettre
from pid_rules.words import dates
from pipeline import policy

ROOT = Path(__file__).resolve().parents[1]

# The page « Accessibilité » says what the audit says, and nothing else.
AUDIT = tomllib.loads((ROOT / "docs" / "accessibilite" / "audit-rgaa.toml").read_text(encoding="utf-8"))
# What browsers may propose: only what the person at the keyboard says of themselves (RGAA 11.13).
PURPOSES = {etablissement.REDACTEUR_NOM.path: "family-name", etablissement.REDACTEUR_PRENOM.path: "given-name",
            etablissement.REDACTEUR_COURRIEL.path: "email"}

STEP_WORDS = {
    CONTRAT: "avant d’imprimer le contrat", ENVOI: "avant d’envoyer le dossier", DEMARRAGE: "avant de commencer",
    BILAN: "au bilan d’étape", CLOTURE: "à la fin du parcours", PREPAM: "pour le dossier Prépam"}
BLANK_ITEMS = 2
PAGES_OF_USUAL = [page.slug for page in (etablissement.ETABLISSEMENT, etablissement.REDACTEUR, parcours.REFERENT,
                                         contrat.AVIS_PAGE)]
"""The pages that take answers back from « Mon établissement »."""
JUDGED_BY = ("departement", "delais", "reperes", "lettre")
"""The tables of a profile that the rules read."""
QUOTED_BY_ELIGIBILITY = [rule.citation.name for rule in CATALOGUE.rules
                         if rule.eligibility and isinstance(rule.citation, lettre.Ground)]
QUOTED_BY_CONTRACT = [ground.name for ground in OF_THE_LETTER]

app = Flask(__name__)
app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
app.jinja_env.globals.update(
    form=FORM, profile=read_profile(PROFILE), letter=lettre, by_eligibility=QUOTED_BY_ELIGIBILITY,
    by_contract=QUOTED_BY_CONTRACT, severities=SEVERITIES,
    statuses=STATUSES, entry_rules=ENTRY_RULES, catalogue=CATALOGUE,
    timetable=emploi_du_temps, stage_hours=stages.HORAIRES, forbidden_works=stages.TRAVAUX_INTERDITS,
    first_of_works=stages.UTILISE_MACHINES, stage_type=stages.STAGE_TYPE, places=stages.LIEUX,
    insurer=stages.ASSURANCE_ETABLISSEMENT, usual=PAGES_OF_USUAL,
    ready={contrat.SIGNATURES.path: "dater-signatures", suites.ACCORDS.path: "dater-accords",
           contrat.PIECES.path: ""},
    disciplines=DISCIPLINES, purposes=PURPOSES, helped=PATTERNS, proposed=PROPOSED, lines=LINES,
    is_field=lambda content: isinstance(content, Field),
    is_block=lambda content: isinstance(content, Block) and not content.computed,
    is_section=lambda content: isinstance(content, Section), blank_items=range(BLANK_ITEMS),
    policy=policy.text(policy.PAGES), reading_policy=policy.text(policy.READING))
app.config["SCRIPTS"] = {}


@contextlib.contextmanager
def of_departement(profile: dict) -> Iterator[None]:
    """Render the pages with the profile of a département, until the end of the block."""
    names = app.jinja_env.globals
    before = names["profile"]
    names["profile"] = profile
    try:
        yield
    finally:
        names["profile"] = before


@app.template_filter()
def placed(pattern: str) -> str:
    """A pattern with the places of its list indices: ``objectifs[].strategies[].id`` →
    ``objectifs.__0__.strategies.__1__.id``."""
    pieces = pattern.split("[]")
    return "".join(piece + (f".__{index}__" if index < len(pieces) - 1 else "") for index, piece in enumerate(pieces))


@app.template_filter()
def identifier(path: str) -> str:
    """The HTML identifier of a question."""
    return path.replace(".", "-").replace("[]", "")


@app.template_filter()
def day(iso: str) -> str:
    """An ISO date in French words."""
    return dates.in_words(cast("int", dates.parse_iso(iso)))


@app.template_filter()
def sentence(message: str) -> str:
    """The message of a rule without the words of a dossier: « L’élève est en … »."""
    return re.sub(r"\{\w+\}", "…", message).replace("….", "…")


@app.template_filter()
def judging(profile: dict, quoted: tuple = (), also: tuple = ()) -> dict:
    """What a page that judges reads of a profile, and no more: of the letter, the words of what it quotes alone."""
    handed = {table: held for table, held in profile.items() if table in JUDGED_BY + also}
    if "fonde" in profile:
        handed["lettre"] = {**profile["lettre"], "note": ""}
        handed["fonde"] = {name: words if name in quoted else "" for name, words in profile["fonde"].items()}
    return handed


app.add_template_filter(addresses.paged)
app.add_template_filter(figures.in_words, "figure")
app.add_template_filter(demonstration.of_departement, "demonstration")


@app.after_request
def typeset(response: Response) -> Response:
    """No-break spaces before double signs and inside guillemets, so that templates are typed with plain spaces."""
    if response.mimetype == "text/html" and not response.direct_passthrough:
        pieces = re.split(r"(<script.*?</script>)", response.get_data(as_text=True), flags=re.DOTALL)
        # Data of the page are left as they are: a dossier is never rewritten.
        response.set_data("".join(piece if piece.startswith("<script") else french(piece) for piece in pieces))
    return response


def french(html: str) -> str:
    """The text with its no-break spaces."""
    html = re.sub(r"(?<=[^\s>]) (?=[:;!?»](?:[\s<.,)]|$))", "\u00a0", html)
    return html.replace("« ", "«\u00a0")


def kept_field(field: Field) -> Field:
    """The question about what is kept once, for the dossiers to come: the insurer stands in no stage there."""
    if field is not stages.ASSURANCE_ETABLISSEMENT:
        return field
    return Field(field.at(STAGE), "Responsabilité civile de l’établissement", field.kind, hint=field.hint)


def page(route: str, template: str, **values: Any) -> None:
    """Declare a page that is only its template."""
    app.add_url_rule(route, endpoint=template, view_func=lambda: render_template(template + ".html", **values))


page("/", "accueil")
page("/eligibilite/", "eligibilite", asked=(eleve.NIVEAU, eleve.DATE_NAISSANCE, etablissement.ANNEE_SCOLAIRE,
                                            parcours.DEBUT, parcours.FIN), stage_types=stages.STAGE_TYPE.kind.options)
page("/dossier/", "dossier", editable=[one for one in FORM.pages if one.editable], groups=GROUPS)
page("/etablissement/", "etablissement", asked=etablissement.ETABLISSEMENT, units=UNITS, held=kept_field)
page("/ouvrir/", "ouvrir")
page("/regles/", "regles", trial=[
    Field(field.path, label, field.kind, hint=hint, missing=label) for field, label, hint in (
        (eleve.DATE_NAISSANCE, "Date de naissance de l’élève", "Par exemple 27 3 2011"),
        (eleve.NIVEAU, "Niveau de l’élève", ""),
        (stages.STAGE_TYPE, "Type de présence hors du collège", ""),
        (stages.STAGE_DEBUT, "Jour de cette présence", "Par exemple 5 1 2027"),
        (stages.HORAIRE_DEBUT, "Heure d’arrivée", "Par exemple 8h30"),
        (stages.PAUSE_DEBUT, "Début de la pause", "Par exemple 12h"),
        (stages.PAUSE_FIN, "Fin de la pause", "Par exemple 13h"),
        (stages.HORAIRE_FIN, "Heure de départ", "Par exemple 17h"))])
page("/regles/changements/", "changements", changes=CHANGES)
page("/aide/", "aide")
page("/cles/", "cles")
page("/donnees-personnelles/", "donnees-personnelles")
page("/accessibilite/", "accessibilite", audit=AUDIT, counts=Counter(one["etat"] for one in AUDIT["critere"]))
page("/plan/", "plan")
page("/formulaire-vierge/", "formulaire-vierge", pages=[one for one in FORM.pages if one.editable],
     signatures=contrat.SIGNATURES)
page("/404.html", "404")


@app.get("/regles/<slug>/")
def regle(slug: str) -> str:
    """The page of one rule, at an address that does not change: « /regles/st-17/ »."""
    rule = CATALOGUE.by_id.get(slug.upper())
    if slug != slug.lower() or (rule is None and slug.upper() not in WITHDRAWN):
        abort(404)
    if rule is None:
        return render_template("regle-retiree.html", rule=WITHDRAWN[slug.upper()])
    return render_template("regle.html", rule=rule, figures=rule.thresholds(), read=figures.read_by(rule),
                           steps_at=steps_at)


def steps_at(rule: Rule, severity: str) -> str:
    """« avant d’imprimer le contrat, avant d’envoyer le dossier »: the steps at which a rule has that severity, "" for
    none."""
    return ", ".join(STEP_WORDS[step] for step in rule.steps if rule.severity_for(step) == severity)


@app.get("/<name>.js")
def script(name: str) -> Response:
    """One of the scripts that the build has made."""
    if name + ".js" not in app.config["SCRIPTS"]:
        abort(404)
    return Response(app.config["SCRIPTS"][name + ".js"], mimetype="text/javascript")


def fragments() -> dict[str, str]:
    """{name: template element} of every page, as the single file holds them: links lead to « ?page=name »."""
    addresses = {rule.endpoint: rule.rule for rule in app.url_map.iter_rules() if not rule.arguments}
    addresses |= {f"regle-{id.lower()}": f"/regles/{id.lower()}/" for id in [*CATALOGUE.by_id, *WITHDRAWN]}
    made = {}
    for name, address in addresses.items():
        with app.test_request_context(address):
            g.fragment = name
            made[name] = app.full_dispatch_request().get_data(as_text=True)
    return made


def shell(**values: Any) -> str:
    """The document of the single file, without its scripts and style: marks hold their places."""
    with app.test_request_context("/"):
        g.fragment = ""
        return french(render_template("fichier-seul.html", **values))


def page_address(endpoint: str, **values: Any) -> str:
    """The address of a page inside of the single file."""
    return "?page=" + "-".join((endpoint, *values.values()))


@app.context_processor
def addresses_of_the_single_file() -> dict:
    """Links of the single file, where one is being made."""
    return {"url_for": page_address} if "fragment" in g else {}
