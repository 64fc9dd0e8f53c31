"""The command line: ``python -m pid_rules check FILE.json | document SLUG FILE.json | schema | rules``.

The one module of the package that may import the standard library.
"""

import argparse
import datetime
import hashlib
import json
import os
import pathlib
import sys
import tomllib
import unicodedata

from pid_rules import dates, migration, received, structure
from pid_rules.evaluate import evaluate
from pid_rules.report import ENTRY_RULES
from pid_rules.form import FORM
from pid_rules.output.catalogue import BY_SLUG
from pid_rules.output.document import Edition, compose
from pid_rules.output.json_schema import json_schema
from pid_rules.output.json_text import contract_text
from pid_rules.rules import CATALOGUE
from pid_rules.schema import STEPS

PROFILE = pathlib.Path(__file__).parent / "profils" / "49.toml"
LARGEST = 2_000_000


class Unreadable(Exception):
    """The file cannot be judged; the message says why, in French."""


def main(arguments=None):
    """Run one command and return its exit code: 0 nothing blocking, 1 something blocking, 2 unreadable."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except Unreadable as reason:
        print(reason, file=sys.stderr)
        return 2


def _parser():
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
    commands.add_parser("rules", help="imprime le catalogue des règles").set_defaults(run=_rules)
    return parser


def _day(text):
    number = dates.parse_iso(text)
    if number is None:
        raise argparse.ArgumentTypeError("date attendue : AAAA-MM-JJ")
    return number


def _digest(text):
    """SHA-256 of a text in composed form (NFC), as the site takes it."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode("utf-8", "replace")).hexdigest()


def _fingerprint(dossier):
    """Fingerprint of what is answered in the contract."""
    return _digest(contract_text(dossier))


def _check(options):
    dossier = read_dossier(options.file)
    profile = read_profile(options.profile)
    fingerprint = _fingerprint(dossier)
    report = evaluate(FORM, CATALOGUE, dossier, options.step, options.date, profile, fingerprint)
    _print(report.as_dict())
    return 1 if report.summary()["bloquant"] else 0


def _document(options):
    document, dossier, profile = BY_SLUG[options.slug], read_dossier(options.file), read_profile(options.profile)
    places = document.places(dossier, options.by_hand)
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


def _schema(options):
    _print(json_schema(FORM))
    return 0


def _rules(options):
    _print({"regles": [_described(rule) for rule in CATALOGUE.rules],
            "regles_de_saisie": [{"id": id, "severity": severity, "message": message}
                                 for id, severity, message in ENTRY_RULES]})
    return 0


def _described(rule):
    source = rule.citation.source
    return {"id": rule.id, "title": rule.title, "severity": rule.severity, "severity_at": rule.severity_at,
            "steps": list(rule.steps), "reads": rule.patterns(), "message": rule.message, "advice": rule.advice,
            "source": {"id": source.id, "title": source.title, "article": source.article, "status": source.status,
                       "checked": source.checked, "extract": rule.citation.extract}}


def read_dossier(path):
    """The dossier of a JSON file as a dict; raises Unreadable for what is no dossier of this version."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable("Le fichier est trop gros, plus de 2 Mo : donnez le JSON du dossier seul.")
        return dossier_of(path.read_bytes())
    except OSError as error:
        raise Unreadable(f"Le fichier ne peut pas être lu : {_why(error)}.") from error


def dossier_of(data, newest=structure.VERSION):
    """The dossier of the bytes of a JSON file, in the present version; raises Unreadable, and nothing else, whatever the bytes.

    ``newest`` is the last version that the reader knows.
    """
    kind = received.other_kind(data[:1024])
    if kind:
        raise Unreadable(f"Ce fichier est {kind} : ouvrez-le avec le site, qui en donne le JSON.")
    try:
        # Some editors begin a file with a byte order mark: the site takes it as well.
        dossier = json.loads(data.decode("utf-8-sig"), parse_float=_whole, parse_constant=_no_number,
                             object_pairs_hook=_without_doubles)
    except UnicodeDecodeError as error:
        raise Unreadable("Le fichier n’est pas du texte en UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"Le fichier n’est pas du JSON lisible : {_printable(error)}.") from error
    if not isinstance(dossier, dict) or dossier.get("format") != structure.FORMAT:
        raise Unreadable("Ce fichier n’est pas un dossier PID (format « pid-dossier » attendu).")
    version = dossier.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or not 1 <= version <= received.LARGEST_NUMBER:
        raise Unreadable("Le numéro de version du dossier est illisible.")
    if version > newest:
        raise Unreadable(f"Ce dossier est de version {version}, plus récente que cet outil : mettez l’outil à jour.")
    reason = received.suspect(dossier)
    if reason:
        raise Unreadable(reason)
    dossier = _composed(dossier)
    problem = received.misshapen(FORM, dossier)
    if problem:
        raise Unreadable(f"Le fichier est abîmé : « {problem} » n’a pas la structure attendue.")
    return migration.at_present(FORM, dossier, _digest)


def _composed(value):
    """The value with its texts in composed form (NFC), as the site takes a file."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [_composed(item) for item in value]
    return {key: _composed(item) for key, item in value.items()} if isinstance(value, dict) else value


def _printable(error):
    """What a parser says, without the signs and the length that a hostile file gives it."""
    return received.shown(str(error))


def _whole(text):
    """The integer that a number such as « 1.0 » or « 1e3 » is, as browsers and JSON Schema have it."""
    value = float(text)
    if not value.is_integer():
        raise ValueError(f"le nombre {text} n’est pas un entier")
    return int(value)


def _no_number(text):
    raise ValueError(f"{text} n’est pas un nombre")


def _without_doubles(pairs):
    """A JSON object as a dict; two values under one key would silently lose the first."""
    made = {}
    for key, value in pairs:
        if key in made:
            raise ValueError(f"« {key} » y est deux fois")
        made[key] = value
    return made


def _why(error):
    """What the system says of a file, in French for the usual cases."""
    for kind, words in ((FileNotFoundError, "il n’existe pas"), (IsADirectoryError, "c’est un dossier de fichiers"),
                        (PermissionError, "la lecture en est interdite")):
        if isinstance(error, kind):
            return words
    return error.strerror


def read_profile(path):
    """A département's profile as a dict; raises Unreadable where the file is missing or is no profile."""
    try:
        profile = _composed(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise Unreadable(f"Le profil {path.name} ne peut pas être lu : {_why(error)}.") from error
    except ValueError as error:
        raise Unreadable(f"Le profil {path.name} n’est pas du TOML lisible : {error}.") from error
    problem = _unlike(tomllib.loads(PROFILE.read_text(encoding="utf-8")), profile)
    if problem:
        raise Unreadable(f"Le profil {path.name} n’est pas celui d’un département : « {problem} » manque ou n’a pas la forme "
                         "attendue.")
    return profile


def _unlike(model, profile):
    """The first key of a profile that has not the type of the model's, or that lacks; "" where all are right."""
    for table in model:
        for key, value in model[table].items():
            held = profile.get(table)
            if not isinstance(held, dict) or type(held.get(key)) is not type(value):
                return f"{table}.{key}"
    return ""


def _print(value):
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    print()


def program():
    """Run as a program: UTF-8 whatever the terminal, and silence when the reader of the output has left."""
    # A lone surrogate of the file comes out as its JSON escape.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return code


if __name__ == "__main__":
    sys.exit(program())
