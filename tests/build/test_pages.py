"""The pages as the site renders them: every question once and labelled, nothing inline, French typography, plain
words."""

import re
from collections import Counter

import pytest
from lxml import html

import pid_site
from pid_rules.files import read_profile
from pid_rules.form import emploi_du_temps

PROFILE = read_profile("49")
ROUTES = ("/", "/eligibilite/", "/dossier/", "/etablissement/", "/ouvrir/", "/regles/", "/regles/changements/",
          "/aide/", "/cles/", "/donnees-personnelles/", "/accessibilite/", "/formulaire-vierge/", "/plan/", "/404.html")
RULE_PAGES = tuple(f"/regles/{id.lower()}/" for id in [*pid_site.CATALOGUE.by_id, *pid_site.WITHDRAWN])
EVERY = ROUTES + RULE_PAGES
BANNED = ("effacé définitivement", "conforme rgpd", "conforme au rgpd", "veuillez", "placeholder=", " disabled",
          "votre travail est enregistré", "sauvegarde")
"""The last two: nothing static may say that work is saved; what the person downloads is a « copie » everywhere."""
EDITABLE = [page for page in pid_site.FORM.pages if page.editable]
ASKED = [field for page in EDITABLE for field in page.fields() if not field.computed]
BLOCKS = [block for page in EDITABLE for block in page.blocks() if not block.computed]
TIMETABLE = {emploi_du_temps.SEMAINES: "semaine-", emploi_du_temps.CRENEAUX: "creneau-"}
CONTROLS = "//input | //textarea | //select"
PLAIN_SPACE = re.compile(r"\S [:;!?»](?=\s|$)|« ")


@pytest.fixture(scope="module")
def sources():
    """HTML of each route."""
    pid_site.app.config["SCRIPTS"] = dict.fromkeys(("brython.js", "app.js", "suite.js", "pages.js", "storage.js",
                                                    "boot.js", "importer.js", "cles.js"), "")
    client = pid_site.app.test_client()
    answers = {route: client.get(route) for route in EVERY}
    assert {route: answer.status_code for route, answer in answers.items()} == dict.fromkeys(EVERY, 200)
    return {route: answer.get_data(as_text=True) for route, answer in answers.items()}


@pytest.fixture(scope="module")
def pages(sources):
    """Parsed document of each route."""
    return {route: html.document_fromstring(source) for route, source in sources.items()}


def placed(field):
    """Path of a question in the page, which also names its test."""
    return pid_site.placed(field.path)


def test_every_route_of_the_site_is_read_here():
    rules = {rule.rule for rule in pid_site.app.url_map.iter_rules() if not rule.arguments}
    assert rules == set(ROUTES)


def test_what_is_said_never_to_be_asked_is_not(pages):
    page = pages["/donnees-personnelles/"]
    never = page.xpath("string(//h2[contains(., 'ne demande jamais')]/following-sibling::p[1])")
    admitted = page.xpath("string(//h2[contains(., 'en approche')]/following-sibling::p[1])")
    assert "santé" not in never and "mesures judiciaires" not in never
    for asked in ("avis de l’infirmier", "autorité parentale", "aide sociale à l’enfance", "motif médical"):
        assert asked in admitted, asked


def test_only_the_working_copy_is_said_to_be_erased(pages):
    kept = pages["/donnees-personnelles/"].xpath("string(//h2[contains(., 'Combien de "
                                                 "temps')]/following-sibling::p[1])")
    assert "archives publiques" in kept and "copie de travail" in kept and "visa des archives" in kept


@pytest.mark.parametrize("route", EVERY)
def test_landmarks(pages, route):
    page = pages[route]
    assert page.get("lang") == "fr"
    assert len(page.xpath("//main[@id='contenu']")) == 1
    assert page.xpath("//a[@href='#contenu']")
    assert page.xpath("//main//h1")
    assert "Outil non officiel\u00a0; la décision appartient à l’IA-DASEN" in page.xpath("string(//footer)")
    assert not page.xpath("//title[starts-with(., ' –')]")


@pytest.mark.parametrize("route", EVERY)
def test_identifiers_are_unique(pages, route):
    counted = Counter(pages[route].xpath("//@id"))
    assert [name for name, number in counted.items() if number > 1] == []


@pytest.mark.parametrize("route", EVERY)
def test_references_between_elements_lead_somewhere(pages, route):
    page = pages[route]
    known = set(page.xpath("//@id"))
    named = page.xpath("//label/@for") + " ".join(page.xpath("//@aria-describedby | //@aria-labelledby")).split()
    named += [address[1:] for address in page.xpath("//a/@href") if address[:1] == "#"]
    assert [name for name in named if name not in known] == []


@pytest.mark.parametrize("route", EVERY)
def test_nothing_is_inline(pages, route):
    page = pages[route]
    assert page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == []
    assert page.xpath("//script[not(@src) and not(@type='application/json')]") == []


@pytest.mark.parametrize("route", EVERY)
def test_words_that_the_site_never_uses(sources, route):
    found = [word for word in BANNED if word in sources[route].lower()]
    assert found == []


def visible(source, left_out=""):
    """Texts that a person reads: neither the data of the page nor what ``left_out`` (an XPath) finds."""
    page = html.document_fromstring(source)
    for element in page.xpath("//script" + left_out):
        element.drop_tree()
    return [text.strip() for text in page.xpath("//body//text()") if text.strip()]


@pytest.mark.parametrize("route", EVERY)
def test_no_plain_space_before_double_signs(sources, route):
    assert [text for text in visible(sources[route]) if PLAIN_SPACE.search(text)] == []


@pytest.mark.parametrize("route", EVERY)
def test_apostrophes_are_typographic(sources, route):
    # Extracts of the law are quoted as published, straight apostrophes included.
    assert [text for text in visible(sources[route], " | //blockquote") if re.search(r"\w'\w", text)] == []


@pytest.mark.parametrize("field", ASKED, ids=placed)
def test_every_question_of_the_dossier_is_asked_once(pages, field):
    assert len(pages["/dossier/"].xpath("//*[@data-path=$path]", path=placed(field))) == 1


def test_the_dossier_asks_nothing_else(pages):
    asked = {placed(field) for field in ASKED} | {pid_site.placed(block.path) for block in BLOCKS}
    assert set(pages["/dossier/"].xpath("//@data-path")) == asked


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.path)
def test_every_block_can_be_extended_reordered_and_reduced(pages, block):
    found = pages["/dossier/"].xpath("//*[@data-block=$path]", path=block.path)
    assert len(found) == 1
    # made by ``ui.week.timetable`` from templates of its own; a slot is added in the row proposed
    if block in TIMETABLE:
        actions = pages["/dossier/"].xpath("//section[@id='emploi-du-temps']//@data-action")
        assert {TIMETABLE[block] + move for move in ("monter", "descendre", "supprimer")} <= set(actions)
        return
    actions = found[0].xpath("./template/li/div[@class='item-tete']//@data-action")
    assert actions[-3:] == ["monter", "descendre", "supprimer"]
    assert found[0].xpath("./button/@data-action")[:1] == ["ajouter"]


@pytest.mark.parametrize("route", ["/dossier/", "/eligibilite/", "/etablissement/", "/ouvrir/", "/", "/regles/"])
def test_every_control_has_a_label(pages, route):
    page = pages[route]
    labelled = set(page.xpath("//label/@for"))
    assert [control.get("name") for control in page.xpath(CONTROLS) if control.get("id") not in labelled] == []


@pytest.mark.parametrize("field", ASKED, ids=placed)
def test_a_question_says_whether_it_is_optional(pages, field):
    question = pages["/dossier/"].xpath("//*[@data-path=$path]", path=placed(field))[0]
    words = question.xpath("string(./label | ./legend)")
    assert pid_site.french(field.label) in words
    assert ("(facultatif)" in words) == (field.optional and not field.needed)
    assert not field.needed or "(" + pid_site.french(field.needed) + ")" in words


@pytest.mark.parametrize("field", ASKED, ids=placed)
def test_groups_of_controls_have_a_legend(pages, field):
    question = pages["/dossier/"].xpath("//*[@data-path=$path]", path=placed(field))[0]
    grouped = field.kind.control in ("date", "radio", "checkboxes")
    assert (question.tag == "fieldset") == grouped == bool(question.xpath("./legend"))


def test_the_task_list_holds_every_editable_page(pages):
    rows = pages["/dossier/"].xpath("//*[@id='taches']//li/@data-page-slug")
    assert rows == [page.slug for page in EDITABLE]


@pytest.mark.parametrize("rule", pid_site.CATALOGUE.rules, ids=lambda rule: rule.id)
def test_every_rule_is_explained(pages, rule):
    text = pages["/regles/"].xpath("string(//*[@id=$id])", id=rule.id)
    for words in (rule.title, rule.citation.under(PROFILE).label()):
        assert pid_site.french(words) in text


@pytest.mark.parametrize("rule", pid_site.CATALOGUE.rules, ids=lambda rule: rule.id)
def test_the_page_of_a_rule_tells_all_of_it(pages, rule):
    page = pages[f"/regles/{rule.id.lower()}/"]
    text = page.xpath("string(//main)").replace("\u00a0", " ")
    citation = rule.citation.under(PROFILE)
    source = citation.source
    awaited = [rule.title, rule.advice, citation.extract, citation.label(), source.note,
               pid_site.STATUSES[source.status], pid_site.day(source.checked)]
    awaited += [pid_site.SEVERITIES[rule.severity_for(step)] for step in rule.steps]
    for figure in rule.thresholds():
        awaited += [figure.label,
                    *[pid_site.figures.in_words(version.value, figure.unit) for version in figure.history]]
    assert [words for words in awaited if words.replace("\u00a0", " ") not in text] == []
    assert "{" not in text
    assert pages["/regles/"].xpath("//li[@id=$id]//a/@href", id=rule.id) == [f"/regles/{rule.id.lower()}/"]


def test_the_thresholds_of_a_rule_are_those_that_it_declares():
    found = {rule.id: [figure.label for figure in rule.thresholds()]
             for rule in pid_site.CATALOGUE.rules}
    assert found["EL-07"] == ["Majorité"]
    assert "Repos quotidien de 16 à 18\u00a0ans" in found["EL-05"] and found["PR-01"] == []


def test_an_unknown_rule_has_no_page():
    client = pid_site.app.test_client()
    assert [client.get(f"/regles/{slug}/").status_code for slug in ("xx-01", "EL-01", "el-1")] == [404, 404, 404]


@pytest.mark.parametrize("route", ("/regles/", *RULE_PAGES))
def test_dates_are_written_in_french(sources, route):
    assert [text for text in visible(sources[route]) if re.search(r"\d{4}-\d\d-\d\d", text)] == []


def test_entry_rules_are_explained(pages):
    assert all(pages["/regles/"].xpath("//*[@id=$id]", id=id) for id, _, _ in pid_site.ENTRY_RULES)


@pytest.mark.parametrize("field", ASKED, ids=placed)
def test_the_blank_form_asks_every_question(pages, field):
    labels = [label.strip() for label in pages["/formulaire-vierge/"].xpath("//*[@class='ligne-label']/text()")]
    assert pid_site.french(field.label) in labels


def test_the_blank_form_runs_no_script(pages):
    assert pages["/formulaire-vierge/"].xpath("//script") == []


def test_each_change_leads_to_its_rules(pages):
    page = pages["/regles/changements/"]
    links = page.xpath("//main//li/a/@href")
    named = [one for date in pid_site.CHANGES["date"] for change in date["changement"] for one in change["regles"]]
    assert named and [one for one in named if f"/regles/{one.lower()}/" not in links] == []
    assert "/regles/changements/" in pages["/regles/"].xpath("//main//a/@href")


@pytest.mark.parametrize("rule", pid_site.CHANGES["retiree"], ids=lambda rule: rule["id"])
def test_a_rule_withdrawn_keeps_its_page_that_says_since_when_and_why(pages, rule):
    text = pages[f"/regles/{rule['id'].lower()}/"].xpath("string(//main)").replace("\u00a0", " ")
    assert "retirée depuis le 29 novembre 2026" in text and rule["pourquoi"][:40] in text
    assert rule["id"] not in pid_site.CATALOGUE.by_id
