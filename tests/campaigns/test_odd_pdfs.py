"""PDFs with one odd object beside a sound dossier, and hostile ones that would make the importer work or remember
without end."""

import base64
import zlib

import pytest

from tests.campaigns.hostile_table import objects, packed
from tests.campaigns.received import case, journeys
from tests.support.received_files import DOSSIER, one, opens

NAMED = b"<</Type /Catalog /Pages 5 0 R /Names <</EmbeddedFiles 2 0 R>>>>"
NAMES = b"<</Names [(d) 3 0 R]>>"
ATTACHED = b"<</F (d.json) /EF <</F 4 0 R>>>>"
PAGES = b"<</Kids [6 0 R]>>"
PAGE = b"<</Type /Page /MediaBox [0 0 10 10]>>"
HELD = packed(zlib.compress(DOSSIER))
LONG = b"<</Type /Page /Annots [<</Subtype /Text /Contents (" + b"x" * 33_000 + b")>>]>>"
NOTED = b"<</Type /Page /Annots [<</Subtype /FileAttachment /FS 3 0 R>>]>>"


def made(*more, named=NAMED, names=NAMES, attached=ATTACHED, held=HELD, pages=PAGES):
    return objects(named, names, attached, held, pages, *(more or [PAGE]))


@pytest.mark.parametrize("content", [
    made(PAGE.replace(b"10]", b"6.1e-05]")), made(PAGE.replace(b"10]", b"--5]")), made(LONG),
    made(b"<</Type /Page /X <"), made(PAGE, b"<</F (x) /EF <</F --5>>>>", names=b"<</Names [(x) 7 0 R (d) 3 0 R]>>"),
    made(PAGE, b"<</Names [(x) 1e3]>>", b"<</Names [(d) 3 0 R]>>", names=b"<</Kids [7 0 R 8 0 R]>>"),
    made(LONG, NOTED, names=b"<<>>", pages=b"<</Kids [6 0 R 7 0 R]>>")])
def test_one_odd_object_does_not_hide_the_dossier(content):
    assert opens(one(("x.pdf", content)))


def test_control_an_odd_dossier_is_told():
    for content in (made(held=packed(zlib.compress(DOSSIER)[:200])), made(attached=b"<</EF --5>>", held=packed(b"x"))):
        answer = one(("x.pdf", content))
        assert not answer["ok"] and ("abîmé" in answer["message"] or "ne contient p" in answer["message"])


def filtered(name, body, parameters=b""):
    return packed(body, filters=b"/" + name + (b" /DecodeParms <<" + parameters + b">>" if parameters else b""))


def test_the_filters_of_text_give_back_the_dossier():
    hexed, ascii85 = DOSSIER.hex().encode(), base64.a85encode(DOSSIER)
    spaced = b"\n".join(hexed[at:at + 79] for at in range(0, len(hexed), 79)).upper()
    answers = journeys([case(("x.pdf", made(held=held))) for held in (
        filtered(b"ASCIIHexDecode", hexed + b">"), filtered(b"ASCIIHexDecode", spaced + b" >@G"),
        filtered(b"ASCII85Decode", ascii85 + b"~>"),
        packed(base64.a85encode(zlib.compress(DOSSIER)) + b"~>", filters=b"[/ASCII85Decode /FlateDecode]"))])
    assert all(opens(answer) for answer in answers)


@pytest.mark.campaign
@pytest.mark.parametrize("name, unit, many", [
    (b"ASCIIHexDecode", b"41", 15_000_000), (b"ASCII85Decode", b"z", 30_000_000),
    (b"ASCII85Decode", b"87cUR", 6_000_000)])
def test_what_a_filter_gives_back_stays_in_time_and_memory(name, unit, many):
    answer = one(("x.pdf", made(held=filtered(name, unit * many))))
    assert not answer["ok"] and answer["ms"] < 2000 and answer["kept"] < 250_000_000


@pytest.mark.parametrize("parameters",
                         [b"/Predictor 12 /Columns 2000000000", b"/Predictor 2 /Colors 60000 /BitsPerComponent 30000"])
def test_lines_longer_than_what_they_are_made_of_ask_for_no_memory(parameters):
    answer = one(("x.pdf", made(held=filtered(b"FlateDecode", zlib.compress(b"\0" * 1_000_000), parameters))))
    assert "Ce PDF est abîmé" in answer["message"]


@pytest.mark.campaign
def test_many_streams_of_the_same_bytes_are_not_copied_each():
    names = b"<</Names [" + b"".join(b"(%d) %d 0 R " % (rank, 7 + 2 * rank) for rank in range(60)) + b"]>>"
    files = []
    for rank in range(60):
        files += [b"<</F (d) /EF <</F %d 0 R>>>>" % (8 + 2 * rank), b"<</Length 0>>stream\npid-dossier"]
    answer = one(("x.pdf", made(PAGE, *files, names=names) + b" " * 40_000_000 + b"endstream"))
    assert not answer["ok"] and answer["ms"] < 4000 and answer["kept"] < 250_000_000


@pytest.mark.parametrize("head", [
    b"<</Type /ObjStm /N 1 /First 4>>", *[pytest.param(head, marks=pytest.mark.campaign) for head in (
        b"<</Type /ObjStm /N 1 /First 4 /Length 9>>", b"<</Type /EmbeddedFile>>")]])
def test_streams_without_end_are_not_each_looked_through(head):
    heads = b"".join(b"%d 0 obj" % rank + head + b"stream\n" for rank in range(1, 101))
    answer = one(("x.pdf", b"%PDF-1.7\n" + heads + b" " * 20_000_000))
    assert not answer["ok"] and answer["ms"] < 3000
