"""The e-mail that carries the dossier: by the words of the département's profile, never with the pupil's name."""

import copy
import urllib.parse

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.dossier.structure import blank_dossier
from pid_rules.files import read_profile
from pid_rules.form import FORM
from pid_rules.handover import transmission
from pid_rules.handover.eml import draft
from pid_rules.words.typography import french
from tests.support.examples import EXAMPLES
from tests.support.markers import DOSSIER, MARKER, MARKERS

COMPLET = EXAMPLES["complet"]
PROFILE = read_profile("49")
SEAL = "7K3F-9QXW-2MPD-HJ4T"
TOLD = {"etablissement.nom", "redacteur.nom", "redacteur.prenom", "redacteur.fonction", "redacteur.courriel"}
"""All that a mail may say of the answers, but for the reference, the UAI, the school year and the labels of what is
enclosed."""


def mail(dossier, profile=PROFILE, seal=SEAL):
    return transmission.mail_subject(dossier, profile, seal), transmission.mail_body(dossier, profile, seal)


def test_the_mail_names_the_dossier_and_its_writer_not_the_pupil():
    subject, body = mail(COMPLET)
    assert subject == "Parcours individualisé dérogatoire – 0490000J-2026-K7QF, révision\u00a01 – " \
                      "Collège de démonstration (0490000J)"
    assert body.split("\n")[0] == "À l’attention de\u00a0: " + PROFILE["destinataire"]["service"]
    assert "Dossier suivi par\u00a0: Loïc Exemple-Cpe, CPE, loic.exemple@ac-nantes.fr" in body
    assert "- le dossier (PDF et JSON)\n- " in body and "- Convention de stage" in body
    assert "Empreinte du dossier\u00a0: " + SEAL in body and body.endswith("Cordialement,\nLoïc Exemple-Cpe")
    for name in ("Doğan", "Lefèvre", "Łukasz"):
        assert name not in subject + body


def test_the_mail_of_an_untidy_dossier_says_its_revision_and_nobody_of_the_family():
    subject, body = mail(EXAMPLES["desordre"])
    assert subject == \
        "Parcours individualisé dérogatoire – 0490000J-2026-D7RX, révision\u00a02 – COLLEGE DE L’EXEMPLE (0490000J)"
    assert "Dossier suivi par\u00a0: Nadia BELKACEM-EXEMPLE, CPE, nadia.belkacem@exemple.fr" in body
    enclosed = [line[2:] for line in body.split("\n") if line[:2] == "- "]
    assert enclosed == ["le dossier (PDF et JSON)", "Emploi du temps ordinaire", "Convention de stage", "Bulletins"]
    for name in ("BROCHARD", "Enzo", "Marie-Line", "Yannick"):
        assert name not in subject + body


def test_no_answer_but_those_listed_reaches_the_mail():
    subject, body = mail(DOSSIER)
    text = draft(transmission.recipient(PROFILE), subject, body, [("a.pdf", "application/pdf", "")])
    assert {MARKERS[marker] for marker in MARKER.findall(subject + body)} <= TOLD
    assert not MARKER.search(text.replace("\r\n", "")) and len(MARKERS) > len(TOLD)


def test_control_a_profile_that_named_the_pupil_could_not():
    profile = {"courriel": {"objet": "{eleve.nom} {nom}", "texte": "{eleve}"}}
    assert mail(COMPLET, profile) == ("{eleve.nom} {nom}", "{eleve}")


def test_what_is_not_known_takes_its_line_away():
    blank = blank_dossier(FORM)
    subject, body = mail(blank, seal="")
    assert subject == "Parcours individualisé dérogatoire"
    assert "Référence" not in body and "Empreinte" not in body and body.endswith("Cordialement,")
    assert "\n\n\n" not in body
    assert mail(blank, {}) == ("", "") and mail(COMPLET, {})[0] == "0490000J-2026-K7QF, révision\u00a01"


@pytest.mark.parametrize("reference", ["Doğan-Lefèvre-Łukasz", "DOĞANŁUK-2026-K7QF"])
def test_a_name_typed_in_place_of_the_reference_stays_out(reference):
    dossier = copy.deepcopy(COMPLET)
    dossier["dossier"].update(reference=reference, annee_scolaire="Łukasz")
    dossier["etablissement"]["uai"] = "DOĞAN"
    assert "DOĞAN" not in "".join(mail(dossier)).upper() and "Łukasz" not in "".join(mail(dossier))


def test_braces_in_an_answer_are_only_text():
    dossier = copy.deepcopy(COMPLET)
    dossier["etablissement"]["nom"] = "{empreinte}\r\n{service} } {"
    subject, body = mail(dossier)
    assert "– {empreinte} {service} } { (" in subject and "\n" not in subject and "\r" not in subject + body
    assert body.count(SEAL) == 1


@given(st.text(), st.text())
def test_any_name_of_a_college_stays_on_its_line(name, writer):
    dossier = copy.deepcopy(COMPLET)
    dossier["etablissement"]["nom"], dossier["redacteur"]["nom"] = name, writer
    subject, body = mail(dossier)
    assert "\n" not in subject and "\r" not in subject
    assert len(body.split("\n")) == len(mail(COMPLET)[1].split("\n"))


def test_signs_without_ink_do_not_reach_the_mail():
    dossier = copy.deepcopy(COMPLET)
    dossier["etablissement"]["nom"] = "Coll\u200bège\x00 \u202eVert\x85\ufeff"
    subject, body = mail(dossier)
    assert "– Collège Vert (0490000J)" in subject and "Collège Vert" in body
    assert transmission.mailto("a@b.fr", subject, body)[1]


def test_the_words_of_the_profile_are_typographed():
    for words in mail(COMPLET):
        assert words == french(words)


def test_the_message_opens_whole_in_a_mail_program():
    subject, body = mail(COMPLET)
    address, whole = transmission.mailto(transmission.recipient(PROFILE), subject, body)
    parsed = urllib.parse.urlsplit(address)
    assert (parsed.scheme, parsed.path, whole) == ("mailto", "ce.iio49@ac-nantes.fr", True)
    assert urllib.parse.parse_qs(parsed.query, strict_parsing=True) == {"subject": [subject],
                                                                        "body": [body.replace("\n", "\r\n")]}
    assert len(address) <= 2000 and address.isascii()


@given(st.text(min_size=1), st.text(min_size=1, max_size=200))
def test_an_address_is_escaped_and_never_too_long(subject, body):
    address, whole = transmission.mailto("a+b@c.fr", subject[:60], body)
    query = urllib.parse.parse_qs(urllib.parse.urlsplit(address).query)
    assert address.startswith("mailto:a%2Bb@c.fr?subject=") and address.count("&") == whole
    assert set(address[len("mailto:a%2Bb@c.fr?subject="):]) <= set(transmission.SAFE_IN_NAMES + "%&=")
    assert ("body" in query) == whole


def test_a_body_too_long_for_an_address_is_left_out():
    address, whole = transmission.mailto("a@b.fr", "Objet", "é" * 1000)
    assert (address, whole) == ("mailto:a@b.fr?subject=Objet", False)


@pytest.mark.parametrize("given_address, kept",
                         [("ce.iio49@ac-nantes.fr", "ce.iio49@ac-nantes.fr"), ("a@b.fr?bcc=c@d.fr", ""), (None, "")])
def test_the_recipient_is_an_address(given_address, kept):
    assert transmission.recipient({"destinataire": {"courriel": given_address}}) == kept


@pytest.mark.parametrize("count, words", [(0, "0 octets"), (999, "999 octets"), (1000, "1 ko"), (212_345, "212 ko"),
                                          (999_499, "999 ko"), (1_000_000, "1,0 Mo"), (1_249_000, "1,2 Mo")])
def test_sizes(count, words):
    assert transmission.size_in_words(count).replace("\u00a0", " ") == words
