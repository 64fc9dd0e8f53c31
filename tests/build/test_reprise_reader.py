"""What the scripts read in the exports of other software: what is on the lists of the core, and nothing else of a whole
collège; what is no such export is told as what it is."""

import io
import re
import zipfile

import pytest

from tests.support import reprise_files as read_by_hand
from tests.support.reprise_files import DATA
from tests.support.reprise_reader import LISTS, ask, read

PUPILS, PERSONS = "ElevesAvecAdresses.xml", "ResponsablesAvecAdresses.xml"
AGENDA = "Calendrier_EXEMPLE_Loic_14052012.ics"
MARK = "MARQUEUR"


def content(name):
    return (DATA / name).read_bytes()


def zipped(*files, method=zipfile.ZIP_DEFLATED):
    """An archive of (name, bytes)."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, inside in files:
            archive.writestr(name, inside)
    return held.getvalue()


def message(*files):
    """The sentence by which files are refused, with plain spaces."""
    answer = read(*files)
    assert not answer["ok"] and set(answer) == {"ok", "message"}
    return answer["message"].replace("\u00a0", " ")


def test_the_files_of_siecle_give_the_blocks_of_the_list():
    assert read(content(PUPILS), content(PERSONS)) == {
        "ok": True, "genre": "siecle", "ouverts": [read_by_hand.siecle(PUPILS), read_by_hand.siecle(PERSONS)]}


def test_an_archive_gives_what_its_file_does_left_in_another_one_too():
    plain = read(content(PUPILS))
    archive = content("ExportXML_ElevesAvecAdresses.zip")
    assert plain["ok"] and read(archive) == plain
    assert read(zipped(("export.zip", archive))) == plain
    assert read(zipped((PUPILS, content(PUPILS)), method=zipfile.ZIP_STORED)) == plain
    both = read(zipped((PUPILS, content(PUPILS)), (PERSONS, content(PERSONS)), ("lisez-moi.txt", b"bonjour")))
    assert both == read(content(PUPILS), content(PERSONS))


def test_an_agenda_gives_its_events_and_of_their_description_the_matter():
    events = read(content(AGENDA))["evenements"]
    expected = read_by_hand.events(content(AGENDA).decode("utf-8"))
    assert [{**event, **{name: event[name].replace("-", "").replace(":", "") for name in ("DTSTART", "DTEND")}}
            for event in events] == [{name: text for name, text in event.items() if text or name in events[rank]}
                                     for rank, event in enumerate(expected)]
    assert not [event for event in events if "EXEMPLE" in str(event) or "S12" in str(event)]


def test_a_repetition_is_only_told_to_be_there():
    text = content(AGENDA).replace(b"SUMMARY", b"RRULE:FREQ=WEEKLY;COUNT=3\r\nSUMMARY", 1)
    assert read(text)["evenements"][0]["RRULE"] == "oui"


def test_the_lessons_of_edt_are_read_without_who_gives_them():
    answer = read(content("EXP_COURS.xml"))
    assert answer["genre"] == "cours" and answer["cours"] == read_by_hand.lessons_of_edt("EXP_COURS.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_is_read_however_it_is_written(encoding):
    text = "Nom de famille;Prénom 1\r\nCŒUR-EXEMPLE;Loïc\r\n"
    assert read(text.encode(encoding)) == {"ok": True, "genre": "texte", "texte": text}


@pytest.mark.parametrize("encoding, said", [("iso-8859-15", "ISO-8859-15"), ("utf-8", "UTF-8"), ("utf-16", "UTF-16"),
                                            ("cp1252", "windows-1252")])
def test_xml_is_read_by_what_it_says_of_its_letters(encoding, said):
    text = content(PUPILS).decode("iso-8859-15").replace("ISO-8859-15", said)
    assert read(text.encode(encoding))["ouverts"][0]["ELEVE"][0]["NOM_DE_FAMILLE"] == "CŒUR-EXEMPLE"


def test_merged_cells_are_written_in_each_row_and_the_text_is_taken_where_none_is():
    grid = content("semaine-grille.html").decode("utf-8")
    text = content("semaine-grille.tsv").decode("utf-8")
    rows = ask([(text, grid)])[0]["lignes"]
    assert rows[1][2] == rows[2][2] == "FRANCAIS" and "S1 : SCIENCES VIE & TERRE\nS2 : PHYSIQUE-CHIMIE" in rows[4]
    assert ask([(text, grid.replace("rowspan", "data-x"))])[0] == {"ok": True, "genre": "texte", "texte": text}
    odd = ("<style>td{}</style><table><tr><td rowspan=2>a<td colspan=2>b&eacute;<tr><td>c<td>d<br>e<tr></table>"
           "<table><tr><td>x")
    assert ask([("", odd)])[0]["lignes"] == [["a", "bé", "bé"], ["a", "c", "d\ne"], []]


def marked(text, listed):
    """An XML text whose every text is a mark, but under the tags of a list."""
    return re.sub(r"<([\w.]+)>[^<>]+</\1>",
                  lambda found: found[0] if found[1] in listed else f"<{found[1]}>{MARK}</{found[1]}>", text)


@pytest.mark.parametrize("name", [PUPILS, PERSONS, "ElevesSansAdresses.xml", "EXP_COURS.xml"])
def test_what_is_on_no_list_never_comes_out(name):
    listed = {tag for tags in LISTS["siecle"].values() for tag in tags} | set(LISTS["cours"])
    text = content(name).decode("iso-8859-15")
    hidden = marked(text, listed)
    assert hidden.count(MARK) > 5 and MARK not in str(read(hidden.encode("iso-8859-15")))
    shown = marked(text, listed - {"PRENOM", "MAT_LIBELLE"})
    assert MARK in str(read(shown.encode("iso-8859-15")))


def test_what_an_agenda_says_of_others_never_comes_out():
    text = re.sub(r"(LOCATION[^:]*:|Professeur : |Salle : |UID:|X-WR-CALNAME[^:]*:)[^\\\r\n]*", r"\g<1>" + MARK,
                  content(AGENDA).decode("utf-8"))
    assert text.count(MARK) > 100 and MARK not in str(read(text.encode("utf-8")))


DEEP = b"<?xml version='1.0'?>" + b"<a>" * 10_000
CROWD = b"<?xml version='1.0'?><BEE_ELEVES>" + b"<ELEVE/>" * 60_001 + b"</BEE_ELEVES>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
SHEET = zipped(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", b"<workbook/>"))
REFUSED = [
    ((b"",), "Ce fichier est vide : exportez-le de nouveau."),
    ((b"%PDF-1.7\n",), "Ce fichier est un PDF : exportez plutôt la liste, ou copiez-la et collez-la ici."),
    ((OLE,), "Ce fichier est un ancien document Office (.xls, .doc) : ouvrez-le, copiez les lignes et collez-les ici."),
    ((SHEET,), "Ce fichier est un document Office (.xlsx, .docx) : ouvrez-le, copiez les lignes et collez-les ici."),
    ((b"\x89PNG\r\n",), "Ce fichier est une image : copiez plutôt la liste et collez-la ici."),
    ((b'{"format": "pid-dossier"}',),
     "Ce fichier est un fichier JSON : celui d’un dossier s’ouvre par « Ouvrir un fichier »."),
    ((b"Rar!\x1a\x07",),
     "Ce fichier est une archive que ce site n’ouvre pas : extrayez-la, puis choisissez le fichier."),
    ((b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",),
     "Ce fichier XML contient une déclaration que ce site ne lit pas (DOCTYPE) : exportez-le de nouveau depuis le "
     "logiciel."),
    ((b"<?xml version='1.0'?><a><b></a>",), "Ce fichier est abîmé : exportez-le de nouveau."),
    ((b"<?xml version='1.0'?><a>&inconnue;</a>",), "Ce fichier est abîmé : exportez-le de nouveau."),
    ((DEEP,), "Ce fichier est abîmé : exportez-le de nouveau."),
    ((CROWD,), "Ce fichier contient trop d’éléments : c’est plus qu’un collège."),
    ((b"<?xml version='1.0' encoding='ebcdic-fr'?><a/>",),
     "Ce fichier n’est pas un texte lisible : exportez-le de nouveau."),
    ((b"BEGIN:VCALENDAR\r\nperdu",), "Ce fichier est abîmé : exportez-le de nouveau."),
    ((zipped(("lisez-moi.txt", b"bonjour")),),
     "Cette archive ne contient aucun fichier XML : choisissez celle que SIECLE a exportée."),
    ((zipped((PUPILS, b"<?xml?>" + bytes(31_000_000))),),
     "Ce fichier est trop gros : plus de 30 Mo, c’est plus qu’un collège."),
    ((zipped((PUPILS, content(PUPILS)))[:-30],), "Ce fichier est abîmé : exportez-le de nouveau."),
    ((content(PUPILS), content(AGENDA)),
     "Ces fichiers ne se lisent pas ensemble : choisissez un seul agenda, ou les deux fichiers de SIECLE."),
]


@pytest.mark.parametrize("files, sentence", REFUSED, ids=[str(rank) for rank in range(len(REFUSED))])
def test_what_is_no_export_is_told_as_what_it_is(files, sentence):
    assert message(*files) == sentence


def test_an_archive_under_a_password_is_told_so():
    closed = bytearray(zipped((PUPILS, content(PUPILS))))
    closed[closed.index(b"PK\x01\x02") + 8] |= 1
    assert message(bytes(closed)).startswith("Cette archive est protégée par un mot de passe : ouvrez-la")
