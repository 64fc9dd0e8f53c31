"""The mutants are small and real, the cases see them, and the list of equivalent ones is not out of date."""

import multiprocessing
import signal
from pathlib import Path

import pytest

from tests.campaigns import mutation
from tests.campaigns.mutants import mutants

SOURCE = '''
"""Words of the module."""
KNOWN = ("a",)
SAID = "Une phrase entière."

@THEME.rule("XX-01", "Titre", severity=BLOQUANT, steps=SENT, message="Une phrase.")
def judged(age, items):
    """Words of the function."""
    if items:
        return Trip(paths=items, message="Une autre.")
    return 15 <= age and not items
'''


def test_a_mutant_changes_one_thing_and_no_words_for_people():
    made = mutants("essai", SOURCE)
    assert [(mutant.before, mutant.after) for mutant in made] == [
        ("'a'", "'a?'"), ("if items", "if not items"),
        ("return Trip(paths=items, message='Une autre.')", "return"), ("paths=items", "absent"),
        ("return 15 <= age and (not items)", "return"), ("15 <= age and (not items)", "15 <= age or not items"),
        ("15 <= age", "15 < age"), ("15 <= age", "15 > age"), ("15", "16"), ("15", "14"), ("not items", "items"),
        ("steps=SENT", "absent"), ("BLOQUANT", "AVERTISSEMENT")]
    assert all(compile(mutant.tree(), "essai", "exec") for mutant in made)


def judged_by_cases(module, number):
    mutation.put_in_place(module, number)
    return mutation.seen_by_cases(module, True) or mutation.seen_by_cases(module, False)


@pytest.mark.parametrize("module, change, seen", [
    ("pid_rules.rules.avis", "avis_psyen_absent: sens is None → sens is not None", True),
    ("pid_rules.rules.signatures", "responsables_n_ont_pas_signe: 0 → -1", False)])
def test_the_cases_see_a_mutant_that_changes_something(module, change, seen):
    listed = mutants(module, mutation.path_of(module).read_text(encoding="utf-8"))
    number = [mutant.key() for mutant in listed].index(f"{module} {change}")
    with multiprocessing.get_context("fork").Pool(1) as pool:
        assert pool.apply(judged_by_cases, (module, number)) is seen


def test_planning_is_asked_of_the_tests_that_import_it_those_that_draw_examples_last():
    soon, late = mutation.unit_tests_of("pid_rules.planning.disciplines")
    asked = [Path(path) for path in soon + late]
    assert {"test_disciplines.py", "test_lessons.py", "test_planning.py", "test_stays.py",
            "test_totals.py"} <= {path.name for path in asked}
    assert all("from pid_rules.planning" in path.read_text(encoding="utf-8") for path in asked)
    drawing = ["max_examples" in path.read_text(encoding="utf-8") for path in asked]
    assert drawing == sorted(drawing) and any(drawing) and not all(drawing)
    assert "test_disciplines.py" in {Path(path).name for path in soon} and "test_totals.py" not in {Path(path).name
                                                                                                    for path in soon}
    assert [Path(path).name for path in mutation.unit_tests_of("pid_rules.planning.stays")[0]] == ["test_stays.py"]
    assert "test_rules.py" in {Path(path).name for path in mutation.unit_tests_of("pid_rules.rules.accueil")[1]}


@pytest.mark.campaign
def test_a_module_unchanged_is_left_alive_and_a_mutant_that_no_case_sees_is_killed():
    module = "pid_rules.planning.draft"
    listed = mutants(module, mutation.path_of(module).read_text(encoding="utf-8"))
    number = [mutant.key() for mutant in listed].index(f"{module} week_at: 0 → 1")
    with multiprocessing.get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        limits = pool.apply(mutation.limits_of, (module,))
        assert len(limits) == 4
        assert not pool.apply(judged_by_cases, (module, number))
        assert pool.apply(mutation.killed, ((module, number, limits),))


def loops(seconds):
    signal.signal(signal.SIGPROF, mutation._too_long)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    while True:
        pass


def test_what_does_not_end_is_stopped_by_the_processor_it_takes():
    with multiprocessing.get_context("fork").Pool(1) as pool, pytest.raises(TimeoutError):
        pool.apply(loops, (0.1,))


def test_every_equivalent_mutant_exists():
    known = {mutant.key() for name, path in mutation.modules().items()
             for mutant in mutants(name, path.read_text(encoding="utf-8"))}
    assert set(mutation.equivalents()) <= known
