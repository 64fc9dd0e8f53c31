"""The dossier, the archives and the e-mails that the tests of files received give to the importer."""

import email.message
import email.policy
import io
import json
import zipfile

from tests.campaigns.hostile_table import pdf
from tests.campaigns.received import case, journeys
from tests.support.examples import DATA

DOSSIER = (DATA / "complet.json").read_bytes()
OTHER = DOSSIER.replace(b'"nom": "', b'"nom": "Autre ', 1)
PDF = pdf([DOSSIER])
NONE = "Aucun dossier."


def plain(files, method=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def received(*files, encoding="base64", inside=False):
    """An e-mail as a mailbox saves it: text and HTML beside the files, headings of the road, perhaps forwarded in
    another."""
    made = email.message.EmailMessage(policy=email.policy.SMTP)
    made["Received"], made["From"], made["Subject"] = "from x by y", "Léa <a@b.fr>", "Dossier d’élève"
    made.set_content("Bonjour")
    made.add_alternative("<p>Bonjour</p>", subtype="html")
    for name, content in files:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name, cte=encoding)
    if inside:
        outer = email.message.EmailMessage(policy=email.policy.SMTP)
        outer["From"], outer["Message-ID"] = "c@d.fr", "<1@d.fr>"
        outer.set_content("Transmis")
        outer.add_attachment(made)
        made = outer
    return made.as_bytes()


def one(*files, **given):
    return journeys([case(*files, **given)])[0]


def opens(answer, dossier=DOSSIER):
    assert answer["ok"], answer
    return json.loads(answer["text"]) == json.loads(dossier)
