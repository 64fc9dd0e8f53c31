"""The command line of ``format.md``: output, exit codes, files that cannot be read."""

import copy
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import unicodedata

import pytest

from pid_rules.__main__ import main
from pid_rules.dossier.json_text import contract_text
from pid_rules.dossier.paths import put
from pid_rules.files import PROFILE, dossier_of
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import Inquiry
from pid_rules.rules import CATALOGUE
from tests.support.examples import DATA, EXAMPLES

SENT = ["--step", "envoi", "--date", "2026-11-20"]


def run(capsys, *arguments):
    """(exit code, standard output, standard error) of one command."""
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def write(tmp_path):
    def write_file(content):
        path = tmp_path / "dossier.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path
    return write_file


def test_the_complete_example_is_ready_to_send(capsys):
    code, out, _ = run(capsys, "check", DATA / "complet.json", *SENT)
    report = json.loads(out)
    assert code == 0
    assert list(report) == ["findings", "pending", "summary"]
    assert report["summary"]["bloquant"] == report["summary"]["avertissement"] == 0
    for finding in report["findings"]:
        assert list(finding) == ["rule", "severity", "paths", "message", "source"]


def test_an_untidy_dossier_is_ready_to_send_with_its_warnings_explained(capsys):
    code, out, _ = run(capsys, "check", DATA / "desordre.json", "--step", "envoi", "--date", "2026-12-18")
    report = json.loads(out)
    assert (code, report["pending"], report["summary"]["bloquant"]) == (0, [], 0)
    warned = [finding for finding in report["findings"] if finding["severity"] == "avertissement"]
    assert [(finding["rule"], finding["paths"]) for finding in warned] == [
        ("ST-02", ["stages.1.convention.statut"]), ("ST-12", ["stages.0.fin", "stages.1.fin"]),
        ("ST-13", ["stages.1.horaires.0.fin"]), ("ST-13", ["stages.1.horaires.1.fin"])]
    kept = EXAMPLES["desordre"]["justifications"]
    assert list(kept) == ["ST-13", "ST-12", "ST-02@stages.1.convention.statut"] and all(kept.values())


@pytest.mark.parametrize("step", ["bilan", "cloture", "prepam"])
def test_the_closed_example_passes_the_last_steps(capsys, step):
    code, out, _ = run(capsys, "check", DATA / "clos.json", "--step", step, "--date", "2027-05-10")
    assert (code, json.loads(out)["summary"]["avertissement"]) == (0, 0)


@pytest.mark.parametrize("spoil", [lambda eleve: eleve.pop("telephone"), lambda eleve: eleve.update(telephone=None)])
def test_a_missing_key_is_no_change_since_the_signature(capsys, write, spoil):
    complete = copy.deepcopy(EXAMPLES["complet"])
    complete["eleve"]["telephone"] = ""
    for signature in complete["signatures"]:
        signature["empreinte"] = hashlib.sha256(
            unicodedata.normalize("NFC", contract_text(complete)).encode()).hexdigest()
    assert "SI-08" not in run(capsys, "check", write(complete), *SENT)[1]
    spoil(complete["eleve"])
    code, out, _ = run(capsys, "check", write(complete), *SENT)
    assert (code, "SI-08" in out) == (0, False)
    complete["eleve"]["telephone"] = "0600000000"
    assert '"SI-08"' in run(capsys, "check", write(complete), *SENT)[1]


def test_something_blocking_gives_1(capsys, write):
    code, out, _ = run(capsys, "check", write({**EXAMPLES["complet"], "parcours": None}), *SENT)
    assert code == 1
    assert "parcours.debut" in [path for finding in json.loads(out)["findings"] for path in finding["paths"]]


@pytest.mark.parametrize("content, words", [
    (b"\xff\xfe", "UTF-8"), (b"{", "JSON lisible"), (b"[]", "pas un dossier PID"),
    (b"{\"a\": 1.5}", "entier"), (b"{\"a\": NaN}", "pas un nombre"), (b"{\"a\": 1e400}", "entier"),
    (b"[" * 100_000, "JSON lisible"),
    ({"format": "autre", "version": 1}, "pas un dossier PID"),
    ({"format": "pid-carnet", "version": 1, "reference": "R", "empreinte": "", "le": "", "journal": [], "visites": []},
     "un carnet de suivi, pas un dossier"),
    ({"format": "pid-carnet", "version": 1, "reference": "R"}, "carnet de suivi est abîmé : empreinte"),
    ({"format": "pid-dossier", "version": 3}, "plus récente"),
    ({"format": "pid-dossier"}, "version"), ({"format": "pid-dossier", "version": 1, "eleve": []}, "eleve"),
    (b" " * 2_000_001, "2 Mo"),
    (b"%PDF-1.7\n", "un PDF"), (b"PK\x03\x04", "une archive"), (b"age-encryption.org/v1\n", "un fichier chiffré"),
    (b'{"a": 1, "a": 2}', "deux fois"),
    (b'{"format": "pid-dossier", "version": 1, "x": ' + b"[" * 490 + b"]" * 490 + b"}", "trop de niveaux"),
    ({"format": "pid-dossier", "version": 1, "eleve": {"niveau": "\ud800"}}, "« eleve.niveau »"),
    ({"format": "pid-dossier", "version": 1, "\udc00": 1}, "« \ufffd »"),
    ({"format": "pid-dossier", "version": 1, "eleve": {"nom": "a\u202eb"}}, "signes invisibles"),
    ({"format": "pid-dossier", "version": 1, "eleve": {"__proto__": {}}}, "nom réservé"),
    ({"format": "pid-dossier", "version": 1, "x": [0] * 20_002}, "trop de réponses"),
    ({"format": "pid-dossier", "version": 1, "dossier": {"revision": 2 ** 53}}, "trop grand"),
    (b'{"format": "pid-dossier", "version": ' + b"9" * 4000 + b"}", "version")])
def test_an_unreadable_file_gives_2_and_its_reason(capsys, write, content, words):
    code, out, err = run(capsys, "check", write(content), *SENT)
    assert (code, out) == (2, "")
    assert words in err.replace("\u00a0", " ") and len(err) < 300


@pytest.mark.parametrize("written, read", [("1.0", 1), ("1e3", 1000), ("-0.0", 0), ("9007199254740991.0", 2 ** 53 - 1)])
def test_a_number_without_fraction_is_an_integer_however_it_is_written(written, read):
    data = f'{{"format": "pid-dossier", "version": 2.0, "dossier": {{"revision": {written}}}}}'.encode()
    held = dossier_of(data)
    assert (held["version"], held["dossier"]["revision"]) == (2, read) and isinstance(held["dossier"]["revision"], int)


def test_what_is_no_file_gives_2_and_says_why(capsys, tmp_path):
    assert run(capsys, "check", tmp_path / "absent.json", *SENT) == (
        2, "", "Le fichier ne peut pas être lu : il n’existe pas.\n")
    assert run(capsys, "check", tmp_path, *SENT) == (
        2, "", "Le fichier ne peut pas être lu : c’est un dossier de fichiers.\n")


def test_a_byte_order_mark_is_no_fault(capsys, write):
    assert run(capsys, "check", write(b"\xef\xbb\xbf" + (DATA / "complet.json").read_bytes()), *SENT)[0] == 0


@pytest.mark.parametrize("content, words", [
    (None, "n’existe pas"), ("# titre\ntexte", "TOML"), ("x = 1", "« departement.zone »"),
    (PROFILE.read_text(encoding="utf-8").replace("= 15", '= "quinze"'), "« delais.instruction_jours »")])
def test_a_wrong_profile_gives_2_and_its_reason(capsys, tmp_path, content, words):
    path = tmp_path / "profil.toml"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    code, out, err = run(capsys, "check", DATA / "complet.json", *SENT, "--profile", path)
    assert (code, out) == (2, "")
    assert words in err


def test_another_departement_is_judged_by_its_profile(capsys, tmp_path):
    path = tmp_path / "profil.toml"
    shutil.copytree(PROFILE.parent, tmp_path, dirs_exist_ok=True)
    path.write_text(PROFILE.read_text(encoding="utf-8").replace("instruction_jours = 15", "instruction_jours = 30"),
                    encoding="utf-8")
    report = json.loads(run(capsys, "check", DATA / "complet.json", *SENT, "--profile", path)[1])
    assert "PE-04" in [finding["rule"] for finding in report["findings"]]


def test_schema_and_rules_are_json(capsys):
    assert json.loads(run(capsys, "schema")[1])["properties"]["eleve"]["properties"]["nom"]
    for rule in json.loads(run(capsys, "rules")[1])["regles"]:
        assert rule["source"]["extract"] and rule["source"]["checked"]


def test_the_module_runs_as_a_program():
    assert as_program(DATA / "complet.json").returncode == 0


def test_the_output_is_utf_8_whatever_the_terminal(write):
    said = as_program(DATA / "complet.json", PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert said.returncode == 0 and "L’élève" in said.stdout.decode("utf-8")
    alone = {**EXAMPLES["complet"], "eleve": {**EXAMPLES["complet"]["eleve"], "niveau": "\ud800"}}
    refused = as_program(write(alone), PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert refused.returncode == 2 and b"eleve.niveau" in refused.stderr


def as_program(file, **environment):
    return subprocess.run([sys.executable, "-m", "pid_rules", "check", str(file), *SENT], capture_output=True,
                          cwd=pathlib.Path(__file__).parents[2], env={**os.environ, **environment})


ELSEWHERE = {"eleve.code_postal": "7700", "eleve.telephone": "00352 621 000 000",
             "responsables.0.telephone": "33 6 12 34 56 78",
             "responsables.0.courriel": "nom@ac-\u00adnantes.fr", "lieux.0.tuteur.telephone": "87 12 34 56"}


def test_true_values_of_elsewhere_never_block(capsys, write):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    for path, value in ELSEWHERE.items():
        put(dossier, path, value)
    code, out, _ = run(capsys, "check", write(dossier), *SENT)
    said = [finding for finding in json.loads(out)["findings"] if finding["rule"] == "FMT"]
    assert code == 0
    assert [(finding["severity"], finding["paths"]) for finding in said] == [("avertissement", ["eleve.code_postal"])]


@pytest.mark.parametrize("country, said", [("Belgique", []), ("", ["avertissement"]), ("France", ["avertissement"]),
                                           ("Réunion", ["avertissement"])])
def test_no_postcode_is_judged_where_another_country_is_given(capsys, write, country, said):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["lieux"][0].update({"code_postal": "7700", "pays": country})
    _, out, _ = run(capsys, "check", write(dossier), *SENT)
    assert [finding["severity"] for finding in json.loads(out)["findings"] if finding["rule"] == "FMT"] == said


def test_a_country_given_or_taken_back_judges_the_postcode_again():
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["lieux"][0]["code_postal"] = "B-7700 Mouscron"
    inquiry = Inquiry(FORM, CATALOGUE, "envoi", 739_940, {}).load(dossier)
    found = []
    for country in ("", "Belgique", "France"):
        dossier["lieux"][0]["pays"] = country
        inquiry.changed("lieux.0.pays")
        found.append(inquiry.entry_finding("lieux.0.code_postal") is not None)
        assert inquiry.report().as_dict() == Inquiry(FORM, CATALOGUE, "envoi", 739_940,
                                                     {}).load(dossier).report().as_dict()
    assert found == [True, False, True]


def test_a_file_and_a_profile_are_composed_as_the_page_composes_them(capsys, write, tmp_path):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["eleve"]["nom"] = "Lefe\u0300vre"
    dossier["inconnue"] = ["e\u0301"]
    made = dossier_of(json.dumps(dossier).encode())
    assert (made["eleve"]["nom"], made["inconnue"]) == ("Lefèvre", ["é"])
    profile = tmp_path / "profil.toml"
    shutil.copytree(PROFILE.parent, tmp_path, dirs_exist_ok=True)
    profile.write_text(unicodedata.normalize("NFD", PROFILE.read_text(encoding="utf-8")), encoding="utf-8")
    _, out, _ = run(capsys, "document", "complet", write(dossier), "--date", "2026-11-20", "--profile", profile)
    assert unicodedata.is_normalized("NFC", out)
