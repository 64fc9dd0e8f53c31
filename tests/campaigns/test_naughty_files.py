"""The judges of the files made from hostile dossiers, against files written by hand that let an injection through."""

import io

import pikepdf
import pytest

from pid_rules.files import read_profile
from pid_rules.suivi.calendrier_ics import DAY, EPOCH, calendar
from pid_rules.suivi.echeances import deadlines
from pid_rules.words import dates
from tests.campaigns.naughty_files import NAME, active, read_eml, read_ics, read_pdf
from tests.support.examples import EXAMPLES
from tests.support.mail import made

pytestmark = pytest.mark.campaign

PROFILE = read_profile("49")
TODAY = dates.parse_iso("2026-11-20")
NOW = (TODAY - EPOCH) * DAY
INJECTED = "x) /OpenAction << /S /JavaScript /JS (app.alert(1)) >> /Y (y"


def by_hand(text, escaped=False):
    """A PDF whose writer puts a text between brackets as it is."""
    if escaped:
        text = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    objects = [f"<< /Type /Catalog /Pages 2 0 R /Lang ({text}) >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> >>"]
    body, places = "%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (f"{body}xref\n0 4\n0000000000 65535 f \n{table}trailer << /Size 4 /Root 1 0 R "
            f">>\nstartxref\n{len(body)}\n%%EOF\n").encode()


def with_dossier(change=lambda pdf: None):
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.attachments["dossier.json"] = pikepdf.AttachedFileSpec(pdf, b"{}", filename="dossier.json")
    change(pdf)
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def link(pdf):
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="http://x.example/")
    pdf.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9], A=action)])


def launch(pdf):
    pdf.pages[0].Annots = pikepdf.Array([pikepdf.Dictionary(A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="b.exe"))])


def second(pdf):
    pdf.attachments["b.exe"] = pikepdf.AttachedFileSpec(pdf, b"MZ", filename="b.exe")


def test_an_ordinary_pdf_is_read():
    assert read_pdf(with_dossier())[1:] == ({}, 1)


@pytest.mark.parametrize("change, said", [(link, "PDF that acts: ['/URI']"), (launch, "PDF that acts: ['/Launch']"),
                                          (second, "embedded files")])
def test_control_a_pdf_that_acts_is_refused(change, said):
    with pytest.raises(AssertionError, match=said.replace("[", r"\[").replace("]", r"\]")):
        read_pdf(with_dossier(change))


def test_control_a_text_between_brackets_acts_where_it_is_not_escaped():
    with pikepdf.open(io.BytesIO(by_hand(INJECTED, escaped=True))) as pdf:
        assert active(pdf) == set() and pdf.check_pdf_syntax() == []
    with pikepdf.open(io.BytesIO(by_hand(INJECTED))) as pdf:
        assert active(pdf) == {"/OpenAction", "/JavaScript", "/JS"}


def test_control_a_header_a_part_and_a_name_more_are_refused():
    ordinary = made()
    assert list(read_eml(ordinary.encode())[2]) == ["PID_a.pdf", "PID_a.json"]
    boundary = ordinary.split("\r\n--", 1)[1].split("\r\n", 1)[0]
    for naive in (ordinary.replace("Subject: Objet", "Subject: a\r\nBcc: x@y.fr"),
                  ordinary.replace(f"--{boundary}\r\n",
                                   f"--{boundary}\r\nContent-Type: text/html\r\n\r\n<b>\r\n--{boundary}\r\n", 1),
                  made(names=("Elif Doğan.pdf", "PID_a.json"))):
        with pytest.raises((AssertionError, ValueError)):
            read_eml(naive.encode())


def test_control_an_event_and_a_part_more_are_refused():
    dossier = EXAMPLES["complet"]
    ordinary = calendar(dossier, deadlines(dossier, TODAY, PROFILE), NOW)
    assert read_ics(ordinary.encode())[0] == ordinary.count("BEGIN:VEVENT")
    for text in ("x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTAMP:20261120T000000Z",
                 "x\r\nEND:VEVENT\r\nBEGIN:VTODO\r\nUID:2\r\nEND:VTODO\r\nBEGIN:VEVENT"):
        naive = ordinary.replace("\r\nSUMMARY:", f"\r\nSUMMARY:{text}\r\nSUMMARY:", 1)
        with pytest.raises((AssertionError, ValueError)):
            read_ics(naive.encode())


def test_control_a_name_with_something_typed_is_refused():
    assert NAME.fullmatch("PID_0490060Z_2026-2027_K7QF_v1_contrat.pdf") and NAME.fullmatch("PID_0490060Z_BROUILLON.eml")
    assert not any(NAME.fullmatch(name)
                   for name in ("PID_a.exe", "PID_a.pdf.exe", "PID_../a.pdf", "PID_é.pdf", "PID_a b.pdf", "a.pdf"))
