"""What the page does not read is left out of it: constants of sources and thresholds, never those that a module
names."""

from pathlib import Path

from pid_rules.documents import annexes
from pid_rules.sources import administration, education
from pipeline.brython.lighter import NOTED, without_unshown
from pipeline.brython.unread import without_unread

SOURCES = "from a import read\nT = 'titre'\nONE = read(T)\nTWO = read(T)\nALONE = 'x'\nSOURCES = (ONE, TWO)\n"


def test_a_constant_that_nobody_names_goes_with_what_it_alone_named():
    modules = [{"name": "pid_rules.sources.travail", "source": SOURCES},
               {"name": "pid_rules.rules.stages", "source": "from pid_rules.sources.travail import ONE\nUNREAD = 1\n"}]
    kept = {module["name"]: module["source"] for module in without_unread(modules)}
    assert kept["pid_rules.sources.travail"] == "from a import read\nT = 'titre'\nONE = read(T)"
    assert kept["pid_rules.rules.stages"] == modules[1]["source"]


def test_a_constant_reached_through_its_module_stays():
    modules = [{"name": "pid_rules.seuils.reperes", "source": "MAJORITE = Seuil(18)\nAUTRE = 1\n"},
               {"name": "ui.page", "source": "from pid_rules.seuils import reperes\nreperes.MAJORITE.on(1)\n"}]
    assert without_unread(modules)[0]["source"] == "MAJORITE = Seuil(18)"


def test_the_notes_that_the_complete_dossier_prints_stay():
    assert sorted(NOTED) == sorted(citation.source.id for citation in [*annexes.TEXTS, annexes.ERASED])
    for module in (education, administration):
        names = {}
        exec(compile(without_unshown(module.__name__, Path(module.__file__).read_text(encoding="utf-8")), "light.py",
                     "exec"), names)
        whole = {key: one.note for key, one in vars(module).items() if getattr(one, "id", "") in NOTED}
        assert whole and {key: names[key].note for key in whole} == whole
        assert not any(one.note for key, one in names.items() if hasattr(one, "note") and key not in whole)
