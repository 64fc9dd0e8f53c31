"""The receipt of a sending: what was said to be sent, and no more than the site knows."""

import pytest

from pid_rules.handover import receipt
from pid_rules.words.typography import french

SENT = {"date": "2026-11-20", "heure": "10\u00a0h\u00a005", "reference": "0490000J-2026-K7QF", "revision": 2,
        "empreinte": "7K3F-9QXW-2MPD-HJ4T", "destinataire": "ce.iio49@ac-nantes.fr",
        "fichiers": [["PID_a.pdf", 190_000], ["PID_a.json", 19_000]]}


def test_it_says_when_to_whom_what_and_the_fingerprint():
    assert receipt.rows(SENT) == [
        ("Envoi noté le", "20\u00a0novembre\u00a02026 à 10\u00a0h\u00a005"),
        ("À l’adresse", "ce.iio49@ac-nantes.fr"), ("Référence", "0490000J-2026-K7QF"), ("Révision", "2"),
        ("Empreinte", "7K3F-9QXW-2MPD-HJ4T"), ("Fichier", "PID_a.pdf, 190\u00a0ko"),
        ("Fichier", "PID_a.json, 19\u00a0ko")]
    assert receipt.title(SENT) == "Révision\u00a02, envoyée le 20\u00a0novembre\u00a02026"


def test_what_is_not_known_is_left_out():
    labels = [label for label,
              _ in receipt.rows(dict(SENT, empreinte="", destinataire="", reference="", revision=None))]
    assert labels == ["Envoi noté le", "Révision", "Fichier", "Fichier"]
    assert receipt.rows(dict(SENT, heure=""))[0] == ("Envoi noté le", "20\u00a0novembre\u00a02026")


def test_the_text_says_what_the_site_cannot_know():
    text = receipt.as_text(SENT)
    assert "ne peut savoir ni si le message est parti, ni s’il est arrivé" in text
    assert all(value in text for _, value in receipt.rows(SENT))
    lines = text.replace("\r\n", "\n")
    assert french(lines) == lines and text.endswith("\r\n")


@pytest.mark.parametrize("word", ["signé", "reçu par", "certifié", "accusé"])
def test_words_that_it_never_uses(word):
    assert word not in receipt.as_text(SENT)
