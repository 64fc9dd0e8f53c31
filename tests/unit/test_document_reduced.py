"""What leaves the collège for a host or a commission: a dossier whose every answer holds its own marker proves it."""

import json

import pytest

from pid_rules.documents.catalogue import BY_SLUG, COMPLET, DOCUMENTS
from pid_rules.documents.document import blank, compose
from pid_rules.documents.reduced import lone, reduced
from pid_rules.dossier.paths import concrete, get, pattern_of
from pid_rules.form import FORM
from pid_rules.questions.schema import Block
from tests.support.markers import DOSSIER, ITEMS, LINKS, MARKER, MARKERS, marked
from tests.support.papers import edition, texts

REDUCED = [one for one in DOCUMENTS if one.holds is not None]


LATER = {path for block in FORM.block.values() if block.computed
         for path in (field.path for field in block.fields())} | {"copie.le"}
"""What the site writes for other programs: kept in the file, not printed."""
UNSEEN = {path for path in MARKERS.values() if FORM.field[pattern_of(path)].hidden or path.endswith(".id")
          or pattern_of(path) in LATER}


def seen(described, **others):
    """Paths of the answers whose marker stands anywhere in what is handed to the renderer."""
    return {MARKERS[marker] for marker in MARKER.findall(json.dumps([described, others], ensure_ascii=False))}


def allowed(one, place=""):
    """Paths that a reduced document may hold: those of its list, of one stage and of its place only."""
    number = place.partition(".")[2]
    paths = {path for pattern in one.holds for path in concrete(DOSSIER, pattern)}
    return {path for path in paths if not number or path.split(".")[0] not in ("stages", "lieux")
            or path.split(".")[1] == number}


def test_every_answer_of_the_form_has_a_marker():
    paths = {path for field in FORM.field.values() for path in concrete(DOSSIER, field.path) if field.path not in LINKS}
    assert paths == set(MARKERS.values()) and len(paths) > len(FORM.field)


@pytest.mark.parametrize("one", REDUCED, ids=lambda one: one.slug)
def test_the_list_of_a_reduced_document_names_answers_of_the_form(one):
    assert [pattern for pattern in one.holds if pattern not in FORM.field] == []
    assert len(set(one.holds)) == len(one.holds)


@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize("one, place", [(one, place) for one in REDUCED for place in one.places(DOSSIER)],
                         ids=lambda value: getattr(value, "slug", value))
def test_a_reduced_document_holds_nothing_beyond_its_list(one, place, by_hand):
    described = compose(one, DOSSIER, edition(DOSSIER), place, by_hand)
    assert seen(described) - allowed(one, place) == set()
    # Identifiers only serve to find another answer; the strategies of the second objective are not assessed.
    assert [path for path in sorted(allowed(one, place) - seen(described)) if not path.endswith(".id")
            and pattern_of(path) not in LINKS and not path.startswith("parcours.objectifs.1.strategies")] == []


@pytest.mark.parametrize("one", REDUCED, ids=lambda one: one.slug)
def test_a_reduced_document_asks_nothing_beyond_its_list(one):
    labels = {field.label for field in FORM.field.values() if field.path not in one.holds}
    labels -= {FORM.field[pattern].label for pattern in one.holds}
    assert labels & set(texts(blank(one, FORM)["blocks"])) == set()


def test_what_a_host_may_never_read():
    holds = BY_SLUG["entreprise"].holds
    for word in ("situation", "parcours", "responsables", "avis", "bilans", "bilan_final", "prepam", "journal",
                 "decision", "eleve.classe", "eleve.date_naissance", "eleve.adresse", "justifications", "engagements",
                 "emploi_du_temps"):
        assert [pattern for pattern in holds if pattern.startswith(word)] == []


def test_what_the_commission_may_never_read():
    for slug in ("bilan-prepam", "prepam"):
        for word in ("situation", "point_famille", "point_eleve", "journal", "telephone", "desaccord"):
            assert [pattern for pattern in BY_SLUG[slug].holds
                    if word in pattern and not pattern.startswith("etablissement.")] == []


def test_the_complete_dossier_holds_every_answer():
    found = seen(compose(COMPLET, DOSSIER, edition(DOSSIER)))
    assert sorted(set(MARKERS.values()) - found - UNSEEN) == []


def test_only_the_complete_dossier_carries_the_file():
    assert [one.slug for one in DOCUMENTS if one.attached] == ["complet"]
    assert all(not one.attached for one in REDUCED)


def test_a_reduced_dossier_keeps_one_stage_and_its_place_first():
    kept = reduced(DOSSIER, ("stages[].debut", "lieux[].nom", "eleve.nom"), "stages.1")
    assert kept == {"stages": [{"debut": DOSSIER["stages"][1]["debut"]}],
                    "lieux": [{"nom": DOSSIER["lieux"][1]["nom"]}], "eleve": {"nom": DOSSIER["eleve"]["nom"]}}
    assert (lone("stages.1"), lone("")) == ("stages.0", "")


def test_a_stage_without_a_known_place_shows_no_place():
    dossier, _ = marked()
    dossier["stages"][0]["lieu"] = "ailleurs"
    assert "lieux" not in reduced(dossier, ("lieux[].nom", "stages[].debut"), "stages.0")


def test_every_list_of_the_form_was_filled():
    blocks = [content for page in FORM.pages for content in page.blocks() if isinstance(content, Block)]
    counts = {len(get(DOSSIER, path)) for block in blocks for path in concrete(DOSSIER, block.path)}
    assert counts == {ITEMS}
