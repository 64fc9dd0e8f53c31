"""The profile of a département: what the command line and the build refuse, and in which words."""

import re
import shutil

import pytest

import build
from pid_rules.files import PROFILE, PROFILES, Unreadable, profile_file, read_profile
from pid_rules.handover import transmission
from pid_rules.profils import keys
from tests.support.examples import FICTION

ROOT = PROFILES.parents[1]
SPEAKING = {".py", ".js", ".html", ".toml", ".txt", ".json", ".css", ".svg", ".webmanifest"}
THIS = [ROOT / "tests" / name
        for name in ("unit/test_profils.py", "unit/test_departements.py", "browser/test_departement.py")]
"""The tests that look for it."""
AGE_KEY = "age1eddu0v9jhj6jn2rzg0qd472sz0rp22suurw7y5myfek0jqguxd7shnxmy0"
"""Made by the library of the page."""
TEXT = PROFILE.read_text(encoding="utf-8")
RIGHT = read_profile("49")
FOLDERS = [*sorted(path.parent for path in PROFILES.glob("*/profil.toml")), FICTION]
REQUIRED = len([path for path in keys.KEYS if path.split(".")[0] not in keys.OPTIONAL])


@pytest.fixture
def refusal(tmp_path):
    """What is said of the profile of 49 once a part of its text is replaced, "" where it is taken."""
    def read(before, after):
        assert before in TEXT
        path = tmp_path / "profil.toml"
        path.write_text(TEXT.replace(before, after), encoding="utf-8")
        shutil.copy(PROFILE.with_name("lettre-2018.txt"), tmp_path)
        try:
            read_profile(path)
        except Unreadable as reason:
            return str(reason)
        return ""

    return read


@pytest.mark.parametrize("departement", FOLDERS, ids=lambda path: path.name)
def test_every_profile_of_the_project_is_right(departement):
    assert read_profile(departement)["destinataire"]["service"]


@pytest.mark.parametrize("before, after, words", [
    ('zone = "B"', 'zone = "D"',
     "« departement.zone » ne convient pas (« D ») : il faut une zone de vacances scolaires, A, B ou C."),
    ('zone = "B"', 'zone = ["B"]', "« departement.zone » ne convient pas"),
    ('zone = "B"\n', "", "« departement.zone » manque : il faut une zone de vacances scolaires, A, B ou C."),
    ('zone = "B"', 'zone = "B"\nnom = "Sarthe"', "« departement.nom » n’est pas une clé de profil : retirez-la."),
    ("[delais]", '[commission]\nnom = "X"\n[delais]', "« commission » n’est pas une clé de profil : retirez-la."),
    ('tribunal = "Nantes"', 'tribunal = "  "', "« departement.tribunal » ne convient pas"),
    ('"ce.iio49@ac-nantes.fr"', '"ce.iio49@ac-nantes"', "une adresse électronique, comme nom@domaine.fr"),
    ('"ce.iio49@ac-nantes.fr"', '"DSDEN <ce.iio49@ac-nantes.fr>"', "« destinataire.courriel » ne convient pas"),
    ('"0241743484"', '"02 41 74 34 84"', "dix chiffres sans espaces"),
    ('"49000"', '"4900"',
     "« exemple.code_postal » ne convient pas (« 4900 ») : il faut un code postal de cinq chiffres."),
    ('"ac-nantes.fr"', '"@ac-nantes.fr"', "« exemple.domaine » ne convient pas"),
    ('"adresse de 2018"', "true", "« destinataire.a_confirmer » ne convient pas (« True »)"),
    ("{dossier} –", "{pupille} –", "« courriel.objet » ne convient pas"),
    ("{signature}", "{signature", "« courriel.texte » ne convient pas"),
    ("{signature}", "signature}", "« courriel.texte » ne convient pas"),
    ("= 15", "= 0", "« delais.instruction_jours » ne convient pas (« 0 ») : il faut un nombre entier, de 1 à 366."),
    ("= 15", "= true", "« delais.instruction_jours » ne convient pas"),
    ("= 15", "= 1.5", "« delais.bilan_final_jours » ne convient pas"),
    ('"31 août suivant', '"fin août suivant', "« reperes.rappel_effacement » ne convient pas"),
    ("[delais]", '[chiffrement]\ncle_publique = "age1abc"\n[delais]', "une clé publique age"),
    ("[delais]", f'[chiffrement]\ncle_publique = "{AGE_KEY[:-1]}h"\n[delais]', "une clé publique age"),
    ('"lettre-2018.txt"', '"../49/lettre-2018.txt"', "« lettre.texte » ne convient pas"),
    ('"lettre-2018.txt"', '"absente.txt"', "« lettre.texte » : absente.txt ne peut pas être lu, il n’existe pas."),
    ('lue_le = "2026-11-24"', "lue_le = 2026-11-24",
     "« lettre.lue_le » ne convient pas (« 2026-11-24 ») : il faut un jour entre guillemets"),
    ('["avis_psyen", "delai"]', '["avis_psychologue"]', "une liste, où peuvent être avis_psyen et delai"),
    ("contrat = ", "contract = ", "« fonde.contract » n’est pas une clé de profil : retirez-la."),
    ("un contrat entre le jeune, sa", "un contrat entre la jeune, sa",
     "« fonde.contrat » n’est pas dans la lettre, mot pour mot (« un contrat entre la jeune, sa famille et le chef "
     "d'établissement »)"),
    ('"Le parcours est toujours individualisé."', '"lu le"', "« fonde.individualise » n’est pas dans la lettre"),
    ('titre = "Lettre', 'title = "Lettre', "« lettre.titre » manque : il faut un texte d’une ligne."),
    ("[delais]", "delais = 3\n[autre]", "« courriel.delais » n’est pas une clé de profil"),
])
def test_a_wrong_profile_is_refused_and_told_what_to_write(refusal, before, after, words):
    assert words in refusal(before, after)


@pytest.mark.parametrize("before, after", [
    ('zone = "B"', 'zone = "A"'), ('"adresse de 2018"', '""'), ("= 15", "= 366"), ("- {pieces}", "Pièces : {pieces}"),
    ("Le parcours est toujours individualisé.", "Le parcours est\u00a0toujours individualisé."),
    ("un contrat entre le jeune, sa famille et le chef d'établissement",
     "un contrat  entre le jeune, sa famille et le chef d’établissement"),
    ("[delais]", f'[chiffrement]\ncle_publique = "{AGE_KEY}"\n[delais]'), ("Madame, Monsieur,\n", ""),
])
def test_what_another_departement_may_write_is_taken(refusal, before, after):
    assert refusal(before, after) == ""


def test_every_fault_of_a_profile_is_told_at_once(tmp_path):
    (tmp_path / "profil.toml").write_text('x = 1\n[departement]\nzone = "D"\n', encoding="utf-8")
    with pytest.raises(Unreadable) as reason:
        read_profile(tmp_path)
    assert len(str(reason.value).split("\n- ")) == 1 + REQUIRED + 1


def test_a_profile_is_named_by_its_number_its_folder_or_itself():
    assert profile_file("49") == profile_file(PROFILE.parent) == profile_file(PROFILE) == PROFILE


def test_a_departement_that_nobody_described_is_told_how_to_begin():
    with pytest.raises(Unreadable, match="Le profil « 00 » n’existe pas. Les départements connus : [0-9, ]*49[0-9, ]*"
                                         "[.] Pour un autre, copiez le dossier pid_rules/profils/49 sous son numéro"):
        read_profile("00")


def test_the_words_of_the_mail_are_those_that_the_loader_knows():
    assert set(keys.WORDS) == set(transmission._values({}, {}, ""))


@pytest.mark.parametrize("given, code", [([], 0), (["--profil", "49"], 0), (["--profil", str(PROFILE.parent)], 0),
                                         (["--profil", "00"], 1)])
def test_the_build_takes_a_departement_and_stops_where_there_is_none(monkeypatch, capsys, given, code):
    built = []
    monkeypatch.setattr(build, "build", lambda out, families, departement: built.append(read_profile(departement)))
    assert build.main(given) == code
    assert built == [RIGHT] * (1 - code)
    assert ("La construction s'est arrêtée. Le profil « 00 »" in capsys.readouterr().err) == (code == 1)


def test_extracts_without_their_letter_are_refused(tmp_path):
    (tmp_path / "profil.toml").write_text(re.sub(r"\[lettre\].*?(?=# Ce que la lettre fonde)", "", TEXT,
                                                 flags=re.DOTALL), encoding="utf-8")
    with pytest.raises(Unreadable, match="« fonde » n’a pas sa lettre : il faut aussi la table « lettre »."):
        read_profile(tmp_path)


def test_only_the_folder_of_a_departement_names_it():
    folders = [ROOT / name for name in ("pid_rules", "site", "tests")]
    files = [path for folder in folders for path in folder.rglob("*")
             if path.suffix in SPEAKING and "node_modules" not in path.parts]
    named = [path for path in [*files, ROOT / "build.py"] if "Maine-et-Loire" in path.read_text(encoding="utf-8")]
    assert len(files) > 400
    assert [path for path in named if PROFILE.parent not in path.parents and path not in THIS] == []


@pytest.mark.parametrize("departement", FOLDERS)
def test_a_letter_keeps_no_name_nor_contact(departement):
    for path in departement.glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert [line[2:].split(" : ")[0] for line in text.splitlines()[:5]] == ["titre", "origine", "état", "lu le",
                                                                                "lecture"]
        for personal in ("LANDAUD", "DECHAMBRE", "@", "02 41", "Cité administrative"):
            assert personal not in text
