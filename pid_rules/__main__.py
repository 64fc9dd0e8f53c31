"""The command line: ``python -m pid_rules check FILE.json | document SLUG FILE.json | schema | rules``.

With ``files``, the one module of the package that may import the standard library.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import pathlib
import sys
from typing import TYPE_CHECKING, cast

from pid_rules.documents.catalogue import BY_SLUG
from pid_rules.documents.document import Edition, compose
from pid_rules.dossier.json_schema import json_schema
from pid_rules.dossier.json_text import contract_text
from pid_rules.files import PROFILE, Unreadable, digest, read_dossier, read_profile
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.judgement.report import ENTRY_RULES
from pid_rules.questions.schema import STEPS
from pid_rules.rules import CATALOGUE
from pid_rules.words import dates

if TYPE_CHECKING:
    from io import TextIOWrapper
    from typing import Any

    from pid_rules.judgement.rule import Rule
    from pid_rules.shapes import Dossier, Profile


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code: 0 nothing blocking, 1 something blocking, 2 unreadable."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except Unreadable as reason:
        print(reason, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pid_rules", description="Règles du dossier PID")
    commands = parser.add_subparsers(required=True, metavar="commande")
    check = commands.add_parser("check", help="juge un dossier et imprime le rapport en JSON")
    check.add_argument("file", metavar="FILE.json", type=pathlib.Path)
    check.add_argument("--step", choices=STEPS, default="envoi")
    check.add_argument("--date", type=_day, default=datetime.date.today().toordinal(), metavar="AAAA-MM-JJ")
    check.add_argument("--profile", type=pathlib.Path, default=PROFILE, metavar="FILE")
    check.set_defaults(run=_check)
    described = commands.add_parser("document", help="décrit un document du dossier en JSON : entête et blocs")
    described.add_argument("slug", choices=list(BY_SLUG))
    described.add_argument("file", metavar="FILE.json", type=pathlib.Path)
    described.add_argument("--place", default="", help="stage ou bilan du document, par exemple stages.0")
    described.add_argument("--by-hand", action="store_true", help="laisse des lignes pour compléter à la main")
    described.add_argument("--date", type=_day, default=datetime.date.today().toordinal(), metavar="AAAA-MM-JJ")
    described.add_argument("--profile", type=pathlib.Path, default=PROFILE, metavar="FILE")
    described.set_defaults(run=_document)
    commands.add_parser("schema", help="imprime le JSON Schema 2020-12 du dossier").set_defaults(run=_schema)
    listed = commands.add_parser("rules", help="imprime le catalogue des règles")
    listed.add_argument("--profile", type=pathlib.Path, default=PROFILE, metavar="FILE")
    listed.set_defaults(run=_rules)
    return parser


def _day(text: str) -> int:
    number = dates.parse_iso(text)
    if number is None:
        raise argparse.ArgumentTypeError("date attendue : AAAA-MM-JJ")
    return number


def _fingerprint(dossier: Dossier) -> str:
    """Fingerprint of what is answered in the contract."""
    return digest(contract_text(dossier))


def _check(options: argparse.Namespace) -> int:
    dossier = read_dossier(options.file)
    profile = read_profile(options.profile)
    fingerprint = _fingerprint(dossier)
    report = evaluate(FORM, CATALOGUE, dossier, options.step, options.date, profile, fingerprint)
    _print(report.as_dict())
    return 1 if report.summary()["bloquant"] else 0


def _document(options: argparse.Namespace) -> int:
    document, dossier, profile = BY_SLUG[options.slug], read_dossier(options.file), read_profile(options.profile)
    places = document.places(dossier, options.by_hand)
    if document.summary and options.by_hand:
        raise Unreadable("Cette fiche résume ce qui est rempli : il n’y en a pas à remplir à la main.")
    if not places:
        raise Unreadable("Le dossier n’a ni stage ni bilan pour ce document : --by-hand lui en laisse la place.")
    place = options.place or places[0]
    if place not in places:
        raise Unreadable(f"« {place} » n’est pas dans le dossier. Attendu pour ce document : {', '.join(places)}.")
    fingerprint = _fingerprint(dossier)
    report = evaluate(FORM, CATALOGUE, dossier, document.step, options.date, profile, fingerprint)
    edition = Edition(FORM, CATALOGUE, profile, options.date, report, fingerprint)
    _print(compose(document, dossier, edition, place, options.by_hand))
    return 0


def _schema(options: argparse.Namespace) -> int:
    _print(json_schema(FORM))
    return 0


def _rules(options: argparse.Namespace) -> int:
    profile = read_profile(options.profile)
    _print({"regles": [_described(rule, profile) for rule in CATALOGUE.rules],
            "regles_de_saisie": [{"id": id, "severity": severity, "message": message}
                                 for id, severity, message in ENTRY_RULES]})
    return 0


def _described(rule: Rule, profile: Profile) -> dict[str, Any]:
    citation = rule.citation.under(profile)
    source = citation.source
    return {"id": rule.id, "title": rule.title, "severity": rule.severity, "severity_at": rule.severity_at,
            "steps": list(rule.steps), "reads": rule.patterns(), "message": rule.words(profile), "advice": rule.advice,
            "source": {"id": source.id, "title": source.title, "article": source.article, "status": source.status,
                       "checked": source.checked, "extract": citation.extract}}


def _print(value: Any) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


def program() -> int:
    """Run as a program: UTF-8 whatever the terminal, and silence when the reader of the output has left."""
    # A lone surrogate of the file comes out as its JSON escape.
    cast("TextIOWrapper", sys.stdout).reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return code


if __name__ == "__main__":
    sys.exit(program())
