"""Five hundred generated dossiers are judged alike by both engines, and an altered rule would be seen."""

import pytest

from pid_rules.words.alike import DASHES
from pid_rules.words.visible import BLANKS, LINE_ENDS, NO_INK, WRITTEN_AS
from tests.campaigns.differential import compare
from tests.campaigns.dossiers import case_of
from tests.campaigns.engines import Brython, compile_core, different, report_here
from tests.campaigns.minimise import first_difference, minimised
from tests.support.cases_replay import load_cases
from tests.support.naughty import naughty

COUNT = 500
FEW = range(60)
ONE_YEAR_LESS = {"pid_rules.seuils.reperes": ("Version(15, '2013-04-10'", "Version(14, '2013-04-10'")}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("compiled")
    compile_core(folder)
    return folder


def test_reports_are_identical_on_both_engines(compiled):
    wrong, spoke = compare(compiled, range(COUNT))
    assert wrong == []
    assert len(spoke) > 20, "the dossiers do not go deep enough for the rules to speak"


def test_a_run_given_up_before_its_answer_is_read_ends(compiled):
    brython = Brython(compiled)
    brython.ask([case_of(seed) for seed in range(100)])
    brython.close()
    assert brython.process.returncode is not None


@pytest.mark.campaign
@pytest.mark.timeout(900)
def test_the_cases_give_the_same_reports_without_any_fast_path(tmp_path):
    compile_core(tmp_path, families=())
    brython = Brython(tmp_path)
    try:
        found = different(brython, load_cases())
    finally:
        brython.close()
    assert found == []


@pytest.mark.campaign
def test_an_altered_rule_is_seen(tmp_path):
    compile_core(tmp_path, ONE_YEAR_LESS)
    brython = Brython(tmp_path)
    try:
        found = different(brython, [case_of(seed) for seed in FEW])
    finally:
        brython.close()
    assert found and first_difference(*found[0][1:]).startswith("rapport.findings")


def test_an_emoji_names_a_place_on_both_engines(compiled):
    stage = {"lieu": "😀", "debut": "2026-12-21", "fin": "2027-05-06"}
    brython = Brython(compiled)
    try:
        assert different(brython, [{**case_of(0), "dossier": {"stages": [stage, stage]}, "step": "demarrage"}]) == []
    finally:
        brython.close()


def test_an_emoji_names_a_lesson_on_both_engines(compiled):
    slots = [{"jour": day, "debut": "13:30", "fin": "15:00", "lieu": "college", "activite": "Atelier bois 😀"}
             for day in ("lundi", "mardi")]
    timetable = {"reference": "3e",
                 "semaines": [{"creneaux": [{**slot, "activite": "😀 menuiserie"} for slot in slots] + slots}]}
    brython = Brython(compiled)
    try:
        assert different(brython, [{**case_of(0), "dossier": {"emploi_du_temps": timetable}, "step": "contrat"}]) == []
    finally:
        brython.close()


ANSWERS = {"eleve.nom": "Le fèvre", "eleve.date_naissance": "dimanche 27 mars 2011//", "eleve.code_postal": "49 000",
           "eleve.telephone": "02 41-00 00 00",
           "eleve.courriel": "nom@ac-nantes.fr", "etablissement.uai": "049-0060 Z",
           "dossier.annee_scolaire": "2026 - 2027",
           "situation.constats": "un élève\nqui prend un traitement", "stages[].horaires[].debut": "8 h 30",
           "lieux[].siret": "732 829 320 00074",
           "situation.absences.demi_journees": "1 2",
           "emploi_du_temps.semaines[].creneaux[].activite": "Maths - groupe 1"}


def typed_cases():
    """Each answer with each odd character inside and around it, in place of its blanks and of its dashes; and each
    naughty string."""
    signs = [*BLANKS, *DASHES, *LINE_ENDS, *NO_INK[::40], *list(WRITTEN_AS)[::8], "ﬁ", "é", "e\u0301", "😀", "🦄", "Ａ",
             "７", "’", "İ", "ẞ", "ə", "."]
    for path, answer in ANSWERS.items():
        texts = [make(sign) for sign in signs
                 for make in (lambda sign: sign + answer + sign, lambda sign: answer.replace(" ", sign),
                             lambda sign: answer.replace("-", sign))]
        texts += naughty()[::24] + ["8h30−10h30", "8,5", "8.25", "T.D.A.H.", "🦄 T. D. A. H."]
        yield from [{"path": path, "typed": text} for text in dict.fromkeys(texts)
                    if not any("\ud800" <= sign <= "\udfff" for sign in text)]


def test_what_is_typed_is_understood_alike_on_both_engines(compiled):
    cases = list(typed_cases())
    brython = Brython(compiled)
    try:
        assert len(cases) > 2000 and different(brython, cases) == []
    finally:
        brython.close()


class Altered:
    """Stands for the compiled core: judges as CPython, but says one thing more of pupils in 5e."""

    def ask(self, cases):
        self.cases = cases

    def answer(self):
        reports = [report_here(case) for case in self.cases]
        for case, report in zip(self.cases, reports):
            if (case["dossier"].get("eleve") or {}).get("niveau") == "5e":
                report["pending"] = [*report["pending"], "XX-01"]
        return reports


def test_a_difference_is_made_as_small_as_possible():
    case = case_of(0)
    case["dossier"]["eleve"]["niveau"] = "5e"
    small, mine, other = minimised(Altered(), case)
    assert small["dossier"] == {"eleve": {"niveau": "5e"}}
    assert first_difference(mine, other).startswith("rapport.pending: CPython")


def test_a_seed_gives_one_case():
    assert [case_of(seed) for seed in (1, 2, 3)] == [case_of(seed) for seed in (1, 2, 3)]
    assert case_of(1) != case_of(2)
