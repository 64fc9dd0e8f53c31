"""The establishment's profile, which fills new dossiers."""

from browser import window

from pid_rules.form import FORM
from pid_rules.output.json_text import to_json
from pid_rules.paths import is_blank, put
from pid_rules.structure import blank_dossier
from ui import binding, dom
from ui.clock import hour_in_words
from ui.data import parse
from ui.reception import Reception

SETTING = "etablissement"


def start():
    dossier = blank_dossier(FORM)

    def known(text):
        if text:
            dossier["etablissement"].update(parse(text))
        binding.fill_questions(dom.by_id("questions"), dossier)

    window.pidStore.getSetting(SETTING).then(known, failed)
    dom.on_action({"enregistrer-etablissement": lambda button: save(dossier)})
    Reception(failed)


def failed(error):
    dom.show(dom.by_id("alerte-enregistrement"), error.message)


def save(dossier):
    """Keep the profile; what is wrong is said, and kept all the same."""
    for champ in dom.by_id("questions").select(".champ[data-path]"):
        path = dom.attribute(champ, "data-path")
        field = binding.field_of(path)
        value = binding.typed_in(champ, field)
        put(dossier, path, value)
        problem = None if is_blank(value) else field.kind.read(value)[1]
        place = dom.by_id(dom.element_id(path) + "-erreur")
        place.textContent = dom.ERREUR + problem.message if problem is not None else ""
        place.hidden = problem is None
        binding.fill_question(champ, dossier)

    def saved(_):
        dom.by_id("etat-enregistrement").textContent = "Enregistré à " + hour_in_words() + " sur cet ordinateur"

    window.pidStore.putSetting(SETTING, to_json(dossier["etablissement"])).then(saved, failed)
