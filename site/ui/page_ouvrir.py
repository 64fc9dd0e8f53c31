"""Opening a file made elsewhere: what it is, what it would change, then the person's choice."""

from browser import window

from pid_rules.evaluate import evaluate
from pid_rules.form import FORM
from pid_rules.output.names import file_name, is_demonstration
from pid_rules.output.seal import borne, in_signs, sealed_text, sent_on
from pid_rules.output.summary import ready
from pid_rules.paths import concrete, get, is_blank
from pid_rules.rules import CATALOGUE
from pid_rules.schema import ENVOI
from pid_rules.structure import ordered
from ui import dom
from ui.clock import moment_in_words, today
from ui.data import page_data, parse
from ui.draft import title_of
from ui.fingerprint import digest
from ui.new_dossier import file_text
from ui.protected import ProtectedFile
from ui.recovery_file import RecoveryFile

MOST_DIFFERENCES = 30


def start():
    OpenPage()


def differences(before, after):
    """(label, old text, new text) of the answers that differ."""
    found = []
    for field in FORM.field.values():
        paths = concrete(after, field.path)
        for path in paths + [path for path in concrete(before, field.path) if path not in paths]:
            old, new = get(before, path), get(after, path)
            if old != new and not (is_blank(old) and is_blank(new)):
                found.append((field.label, "" if is_blank(old) else field.kind.show(old),
                              "" if is_blank(new) else field.kind.show(new)))
    return found


def worth(dossier, seal):
    """What the fingerprint that a file bears says of its content, of which ``seal`` is the fingerprint."""
    if borne(dossier) == seal:
        return ", celle du contenu\u00a0: rien n’a changé depuis que ce fichier a été préparé pour l’envoi."
    sent = FORM.field["transmission.date"].kind.show(sent_on(dossier))
    return ", qui n’est plus celle du contenu ({0})\u00a0: ".format(seal) + (
        "le dossier a été complété ou modifié depuis son envoi du " + sent + "." if sent else
        "le fichier a été modifié depuis qu’il a été préparé pour l’envoi. Comparez-le au PDF, ou demandez un nouvel envoi.")


class OpenPage:
    """The file chosen, and the draft of the same reference if this computer has one."""

    def __init__(self):
        self.dossier = None
        self.existing = None
        self.asked = 0
        self.replaced = None
        self.pdf = None
        self.protected = ProtectedFile(self.failed, self.look_into)
        self.recovery = RecoveryFile(self.failed, self.look_into)
        dom.by_id("fichier").bind("change", lambda event: self.read(dom.by_id("fichier").files))
        drop = dom.by_id("depot")
        drop.bind("dragover", lambda event: event.preventDefault())
        drop.bind("drop", self.dropped)
        dom.on_action({"nouveau": self.as_new, "remplacer": self.replace, "annuler": self.cancel,
                       "annuler-remplacement": self.undo, "enregistrer-pdf": self.save_pdf,
                       "ouvrir-remplace": lambda button: self.open(self.replaced.id)})

    def dropped(self, event):
        event.preventDefault()
        self.read(event.dataTransfer.files)

    def read(self, files):
        """Read the first of the files given."""
        if files.length == 0:
            return
        dom.hide(dom.by_id("fichier-erreur"))
        dom.hide(dom.by_id("apercu"))
        dom.hide(dom.by_id("remplacement"))
        self.protected.hide()
        self.recovery.hide()
        self.look_into(files.item(0), None)

    def look_into(self, file, pdf):
        """Read a file, or what a protected one held, which is trusted no more than any other."""
        self.pdf = pdf
        self.asked += 1
        asked = self.asked

        def understood(result):
            # Another file may have been chosen while this one was being read.
            if asked == self.asked:
                self.understood(result, file)
        window.pidImport.read(file).then(understood, self.failed)

    def understood(self, result, file):
        if getattr(result, "protection", None):
            self.protected.ask(file, result.protection)
            return
        if getattr(result, "reprise", None):
            self.recovery.ask(result.reprise)
            return
        if not result.ok:
            place = dom.by_id("fichier-erreur")
            place.textContent = result.message
            place.hidden = False
            return
        self.dossier = parse(result.text)
        unknown = len(list(result.unknown))
        window.pidStore.list().then(lambda records: self.look_for(list(records), unknown), self.failed)

    def look_for(self, records, unknown):
        """Find the draft of the same reference among those of this computer."""
        self.existing = None
        reference = get(self.dossier, "dossier.reference")

        def next_one(rest):
            if not rest:
                self.preview(unknown)
                return

            def opened(record):
                if get(parse(record.json), "dossier.reference") == reference and reference:
                    self.existing = record
                    self.preview(unknown)
                else:
                    next_one(rest[1:])
            window.pidStore.get(rest[0].id).then(opened, self.failed)

        next_one(records)

    def preview(self, unknown):
        """Say what the file is and what it would change, once its fingerprint, if it bears one, has been made again."""
        if borne(self.dossier) and window.isSecureContext:
            digest(sealed_text(ordered(FORM, self.dossier)), lambda digits: self.show(unknown, in_signs(digits)))
        else:
            self.show(unknown, "")

    def show(self, unknown, seal):
        """Say what the file is; ``seal`` is the fingerprint of what it holds, "" where it was not made."""
        report = evaluate(FORM, CATALOGUE, self.dossier, ENVOI, today(), page_data("profil"))
        rows = [("Élève", title_of(self.dossier)), ("Référence", get(self.dossier, "dossier.reference") or "sans"),
                ("Révision", str(get(self.dossier, "dossier.revision") or 1)),
                ("Date de rédaction", FORM.field["dossier.date_redaction"].kind.show(
                    get(self.dossier, "dossier.date_redaction") or "")),
                ("État", "Prêt à envoyer" if ready(report, self.dossier) else "Incomplet ou à vérifier")]
        if seal:
            rows.append(("Empreinte", borne(self.dossier) + worth(self.dossier, seal)))
        if unknown:
            rows.append(("Informations inconnues", str(unknown) + ", conservées telles quelles"))
        dom.fill(dom.by_id("contenu-fichier"), *[
            dom.make("div", "", dom.make("dt", label), dom.make("dd", text)) for label, text in rows])
        changed = differences(parse(self.existing.json), self.dossier) if self.existing is not None else []
        parts = []
        if self.existing is not None:
            parts.append(dom.make("h3", "Un dossier de même référence est sur cet ordinateur, modifié le "
                                  + moment_in_words(self.existing.modifie)))
            parts.append(dom.make("p", str(len(changed)) + " réponses diffèrent." if changed else "Ils sont identiques."))
            parts.append(dom.make("ul", "", *[
                dom.make("li", label + "\u00a0: «\u00a0" + old[:80] + "\u00a0» deviendrait «\u00a0" + new[:80] + "\u00a0»")
                for label, old, new in changed[:MOST_DIFFERENCES]]))
        dom.fill(dom.by_id("differences"), *parts)
        for button in dom.by_id("apercu").select("[data-action=remplacer]"):
            button.hidden = self.existing is None
        dom.by_id("apercu-pdf").hidden = self.pdf is None
        dom.by_id("apercu").hidden = False
        dom.focus(dom.by_id("apercu"))

    def failed(self, error):
        dom.show(dom.by_id("alerte-enregistrement"), error.message)

    def save_pdf(self, button):
        """Give the PDF that came out of a protected file."""
        window.pidFiles.download(file_name(self.dossier, "pdf"), "application/pdf", self.pdf)

    def record(self):
        return {"json": file_text(self.dossier), "titre": title_of(self.dossier), "etat": "Ouvert depuis un fichier",
                "demonstration": is_demonstration(self.dossier)}

    def open(self, identifier):
        dom.open_dossier(identifier)

    def as_new(self, button):
        window.pidStore.create(self.record()).then(lambda made: self.open(made.id), self.failed)

    def replace(self, button):
        """Write the file over the draft of the same reference; what it held can be taken back at once."""
        before = self.existing
        record = self.record()
        record["id"] = before.id
        record["expected_rev"] = before.rev

        def done(saved):
            self.replaced = before
            self.replaced.rev = saved.rev
            dom.hide(dom.by_id("apercu"))
            dom.show(dom.by_id("remplacement"), "Le dossier «\u00a0" + before.titre + "\u00a0» a été remplacé.")
            dom.by_id("remplacement").select_one("button").focus()
        window.pidStore.save(record).then(done, self.failed)

    def undo(self, button):
        """Put back what the draft held before it was replaced."""
        before = self.replaced

        def done(saved):
            dom.hide(dom.by_id("remplacement"))
            dom.by_id("fichier").focus()
            dom.announce("Le dossier est de nouveau tel qu’il était.")
        window.pidStore.save({"id": before.id, "expected_rev": before.rev, "json": before.json, "titre": before.titre,
                              "etat": before.etat, "demonstration": before.demonstration}).then(done, self.failed)

    def cancel(self, button):
        self.dossier = None
        dom.hide(dom.by_id("apercu"))
        dom.by_id("fichier").value = ""
        dom.by_id("fichier").focus()
        dom.announce("Rien n’a été changé.")
