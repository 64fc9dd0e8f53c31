"""Hostile files made by hand, each with what must become of it: {name: (bytes, words of the refusal, or OPENED)}.

``WRITTEN`` and ``FAMILIES`` are the table. The questions of the format multiply it.
"""

import functools
import io
import json
import zlib

import pikepdf

from pid_rules.form import FORM
from pid_rules.questions.kinds import Integer, Rating, YesNo
from pid_rules.received import REFUSED, RESERVED
from tests.support.examples import EXAMPLES

OPENED = ""
SHAPE, HIDDEN, KEY = "n’a pas la forme attendue", "signes invisibles", "nom réservé"
EMPTY, PICTURE, WEB, PACKED = "est vide", "une image", "une page web", "une archive"
UNREADABLE, ENCODING, FOREIGN = "ne peut pas être lu", "n’est pas un texte lisible", "n’est pas un dossier PID"
DEEP, MANY, LARGE = "trop de niveaux", "trop de réponses", "trop gros"
TWICE = "deux fois au même endroit"
VERSION, NEWER = "numéro de version", "plus récente"
DAMAGED, ENCRYPTED, NONE_INSIDE = "Ce PDF est abîmé", "protégé par un mot de passe", "ne contient pas de dossier"

UNDER_WAY = b'{"format":"pid-dossier","version":1,"x":'
"""A dossier in JSON whose last answer is still to be written."""

WRITTEN = {
    "text": {"{}": SHAPE, "[]": SHAPE, '[""]': SHAPE, "7": SHAPE, "true": SHAPE, "0.5": SHAPE, "1e400": SHAPE,
             "-0": SHAPE, "null": OPENED,
             "NaN": UNREADABLE, "Infinity": UNREADABLE, "01": UNREADABLE, "'x'": UNREADABLE, '"a\nb"': UNREADABLE,
             '"\\x41"': UNREADABLE,
             '"a\\nb"': OPENED, '"\\ud800"': HIDDEN, '"\\udc00\\ud800"': HIDDEN, '"\\ud83d\\ude00"': OPENED,
             '"\\u202eb"': HIDDEN,
             '"\u202eb"': HIDDEN, '"\\u0000"': HIDDEN, '"\u200b"': HIDDEN, '"\\ufeff"': HIDDEN,
             '"<img src=x onerror=alert(1)>"': OPENED,
             '"</script><script>window.harm=1</script>"': OPENED, '"javascript:alert(1)"': OPENED,
             '"=cmd|\' /C calc\'!A0"': OPENED,
             '"{{7*7}}${7*7}%s"': OPENED, '"a\\r\\nBcc: x@y.fr"': OPENED, '"../../x"': OPENED, '"__proto__"': OPENED,
             '"e\\u0301"': OPENED, '{"__proto__": {"a": 1}}': SHAPE, "[[[[[[[[[[[[[0]]]]]]]]]]]]]": DEEP},
    "number": {'"x"': OPENED, "7": OPENED, "-0": OPENED, "1e3": OPENED, "1.0": OPENED, "null": OPENED, "true": SHAPE,
               "0.5": SHAPE,
               "1e400": SHAPE, "-1e400": SHAPE, "9007199254740993": SHAPE, "{}": SHAPE, "[]": SHAPE, "NaN": UNREADABLE,
               "+1": UNREADABLE, "0x10": UNREADABLE, '"\\u202e"': HIDDEN},
    "yes or no": {"true": OPENED, "null": OPENED, "1": SHAPE, '"oui"': SHAPE, "{}": SHAPE, "[]": SHAPE, "0.5": SHAPE,
                  "True": UNREADABLE},
    "list": {"[]": OPENED, '["x"]': OPENED, "null": OPENED, "{}": SHAPE, '"x"': SHAPE, "7": SHAPE, "[null]": SHAPE,
             "[7]": SHAPE, "[[]]": SHAPE, '["\\u200f"]': HIDDEN, '[{"__proto__": 1}]': SHAPE, "[,]": UNREADABLE},
}
"""What is written in the place of an answer, by the kind of the question."""
OF_EACH_TEXT = 4
"""A text takes this many lines of the table, in turn; the other kinds take all."""
INHERITED = ("constructor", "prototype", "toString", "valueOf", "isPrototypeOf", "__defineGetter__", "__lookupSetter__",
             "then", "toJSON",
             "length", "__class__", "__dict__", "__init__", "__getattr__", "keys", "get", "items", "", " ", "0", "-1",
             "a.b", "é", "<img src=x>", "x" * 100_000)


def kind_of(field):
    """The line of ``WRITTEN`` of a question."""
    if isinstance(field.kind, YesNo):
        return "yes or no"
    if isinstance(field.kind, (Integer, Rating)):
        return "number"
    return "list" if field.kind.blank == [] else "text"


def text(value):
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def dossier(**changed):
    return {"format": "pid-dossier", "version": 1} | changed


def raw(place, literal):
    """A dossier that holds one literal, at a place such as « stages[].nom »."""
    held = literal
    for part in reversed(place.split(".")):
        key = part.removesuffix("[]")
        held = f'{json.dumps(key)}: ' + (f"[{held}]" if part.endswith("[]") else held)
        held = "{" + held + "}"
    return ('{"format": "pid-dossier", "version": 1, ' + held[1:]).encode("utf-8", "surrogatepass")


def answers():
    for number, field in enumerate(FORM.field.values()):
        lines = list(WRITTEN[kind_of(field)].items())
        if kind_of(field) == "text":
            lines = [lines[(number * OF_EACH_TEXT + more) % len(lines)] for more in range(OF_EACH_TEXT)]
        for literal, outcome in lines:
            # An item of a list is never blank.
            blank_item = literal == "null" and field.path.endswith("[]")
            yield f"{field.path} is {literal}", raw(field.path, literal), SHAPE if blank_item else outcome


def blocks():
    for path in [path for path in FORM.block if f"{path}[]" not in FORM.field]:
        for literal, outcome in {"{}": SHAPE, '"x"': SHAPE, "7": SHAPE, "[null]": SHAPE, '["x"]': SHAPE, "[[]]": SHAPE,
                                 "[{}]": OPENED, '[{"$kw": 1}]': KEY, '[{"inconnue": [{"b": "c"}]}]': OPENED}.items():
            yield f"{path} is {literal}", raw(path, literal), outcome


def excuses():
    for literal, outcome in {"null": OPENED, "{}": OPENED, '{"ST-01": "x"}': OPENED, '{"ST-01": null}': OPENED,
                             '{"ST-01": 7}': SHAPE,
                             '{"ST-01": ["x"]}': SHAPE, '{"ST-01": {}}': SHAPE, '{"ST-01": true}': SHAPE, "[]": SHAPE,
                             '"x"': SHAPE, "7": SHAPE, '{"ST-01": "\\u202e"}': HIDDEN}.items():
        yield f"justifications is {literal}", raw("justifications", literal), outcome


def keys():
    escaped = {key: "".join(f"\\u{ord(sign):04x}" for sign in key) for key in RESERVED}
    for key in (*RESERVED, *escaped.values()):
        for place in (f'"{key}": {{"nom": "x"}}', f'"eleve": {{"{key}": "x"}}', f'"stages": [{{"{key}": 1}}]',
                      f'"justifications": {{"{key}": "x"}}', f'"inconnue": {{"{key}": 1}}',
                      f'"inconnue": [[{{"a": {{"{key}": null}}}}]]'):
            yield f"key in {place}", f'{{"format": "pid-dossier", "version": 1, {place}}}'.encode(), KEY
    for key in INHERITED:
        yield f"key {key[:20]!r} at the top", text(dossier(**{key: {"polluted": 1}})), OPENED
        yield f"key {key[:20]!r} in eleve", text(dossier(eleve={key: {"polluted": 1}})), OPENED
    nested = {"constructor": {"prototype": {"polluted": 1}}}
    yield "constructor.prototype", text(dossier(eleve=nested, **nested)), OPENED
    for sign in (*REFUSED, "\ud800", "\udfff"):
        outcome = HIDDEN if sign in REFUSED else ENCODING
        yield f"key with {ord(sign):04x}", text(dossier(**{f"a{sign}": 1})), outcome
        yield f"text with {ord(sign):04x} below an unknown key", text(dossier(inconnue=[{"a": f"b{sign}"}])), outcome
        yield f"text with {ord(sign):04x}", text(dossier(eleve={"nom": f"a{sign}b"})), outcome


def shapes():
    for literal in ("[]", "{}", "0", "null", '"pid-dossier"', "true", '[{"format": "pid-dossier", "version": 1}]',
                    "[[]]"):
        yield f"only {literal}", literal.encode(), FOREIGN
    for word in ("", "autre", "PID-DOSSIER", "pid-dossier ", "pid\u2010dossier"):
        yield f"format {word!r}", text({"format": word, "version": 1}), FOREIGN
    for literal in ("0", "-1", "0.5", '"1"', "null", "true", "[1]", "{}", "1e400", "9007199254740993"):
        yield f"version {literal}", f'{{"format": "pid-dossier", "version": {literal}}}'.encode(), VERSION
    for number in (3, 99, 2 ** 53 - 1):
        yield f"version {number}", text(dossier(version=number)), NEWER
    for depth, outcome in ((11, OPENED), (12, DEEP), (500, DEEP), (100_000, DEEP), (900_000, DEEP)):
        yield f"lists within {depth} lists", UNDER_WAY + b"[" * depth + b"]" * depth + b"}", outcome
    for depth, outcome in ((10, OPENED), (13, DEEP), (200_000, DEEP)):
        yield f"{depth} blocks", UNDER_WAY + b'{"a":' * depth + b"0" + b"}" * depth + b"}", outcome
    yield "20001 answers", text(dossier(x=[0] * 19_999)), OPENED
    yield "more answers", text(dossier(x=[0] * 20_001)), MANY
    yield "300000 keys", text(dossier(x={str(number): 0 for number in range(100_000)})), MANY
    yield "too many of a list", text(dossier(stages=[{}] * 5_000)), SHAPE
    for size, outcome in ((1_900_000, OPENED), (2_000_001, LARGE), (4_000_000, LARGE)):
        yield f"text of {size}", text(dossier(x="x" * size)), outcome
    yield "marks on one letter", text(dossier(eleve={"nom": "e" + "\u0301" * 300_000})), OPENED
    for name, place in {"at the top": '"eleve":{"nom":"a"},"eleve":{"nom":"b"}',
                        "in a block": '"eleve":{"nom":"a","nom":"a"}',
                        "escaped": '"eleve":{"nom":"a","n\\u006fm":"b"}',
                        "below an unknown key": '"x":[{"a":1,"b":{"a":2},"a":3}]',
                        "format": '"format":"pid-dossier"', "that is empty": '"x":{"":1,"":2}',
                        "inherited": '"constructor":1,"constructor":2',
                        "hidden": '"\u200b":1,"\u200b":2'}.items():
        yield f"the same key twice, {name}", f'{{"format":"pid-dossier","version":1,{place}}}'.encode(), TWICE
    for name, place in {"of two blocks": '"x":[{"a":1},{"a":2}],"y":{"a":{"a":1}}',
                        "in a text": '"eleve":{"nom":"\\"nom\\":1"},"nom":"a:b:\\\\"',
                        "by its case": '"eleve":{"nom":"a","Nom":"b"}'}.items():
        yield f"almost the same key, {name}", f'{{"format":"pid-dossier","version":1,{place}}}'.encode(), OPENED


def encodings():
    good = text(EXAMPLES["complet"])
    for name in ("utf-16", "utf-16-be", "utf-32-be", "latin-1", "cp1252"):
        yield f"in {name}", json.dumps(EXAMPLES["complet"], ensure_ascii=False).encode(name, "replace"), ENCODING
    for name in ("utf-16-be", "utf-16-le", "utf-32-be"):
        yield f"ASCII in {name}", json.dumps(EXAMPLES["complet"]).encode(name), UNREADABLE
    for name, made, outcome in (
            ("byte order mark", b"\xef\xbb\xbf" + good, OPENED),
            ("two of them", b"\xef\xbb\xbf" * 2 + good, UNREADABLE),
            ("overlong", good.replace(b"nom", b"\xc0\x80", 1), ENCODING),
            ("surrogate in bytes", good.replace(b"nom", b"\xed\xa0\x80", 1), ENCODING),
            ("beyond Unicode", good.replace(b"nom", b"\xf4\x90\x80\x80", 1), ENCODING), ("nothing", b"", EMPTY),
            ("spaces", b" \n\t", UNREADABLE), ("zeros", b"\0" * 1000, UNREADABLE),
            ("comment", b"/**/" + good, UNREADABLE),
            ("something after", good + b"{}", UNREADABLE), ("comma at the end", good[:-1] + b",}", UNREADABLE),
            ("space without break first", b"\xc2\xa0" + good, UNREADABLE), ("HTML", b"<html><script>1</script>", WEB),
            ("gzip", b"\x1f\x8b\x08" + b"\0" * 99, PACKED), ("image", b"\x89PNG\r\n\x1a\n", PICTURE)):
        yield name, made, outcome
    for part in range(1, 101):
        cut = good[:len(good) * part // 101]
        yield f"cut at {len(cut)}", cut, UNREADABLE if _whole(cut) else ENCODING


def _whole(data):
    try:
        return data.decode() is not None
    except UnicodeDecodeError:
        return False


def pdf(attached=None, **options):
    made = pikepdf.new()
    made.add_blank_page()
    for number, one in enumerate(attached or ()):
        made.attachments[f"{number}.json"] = pikepdf.AttachedFileSpec(made, one, filename=f"{number}.json")
    out = io.BytesIO()
    made.save(out, **options)
    return out.getvalue()


def stream(*bodies, filtered=b"/Filter /FlateDecode ", length=None):
    return b"%PDF-1.7\n" + b"".join(
        b"%d 0 obj\n<</Type /EmbeddedFile %s/Length %d>>\nstream\n" % (number, filtered, length or len(body)) + body
        + b"\nendstream\nendobj\n"
        for number, body in enumerate(bodies)) + b"%%EOF"


def pdfs():
    good = text(EXAMPLES["complet"])
    whole = pdf([good])
    yield "pdf with the dossier", whole, OPENED
    yield "pdf with the dossier among others", pdf([b"bonjour", good, b"adieu"]), OPENED
    yield "pdf with nothing", pdf(), NONE_INSIDE
    yield "pdf encrypted", pdf([good], encryption=pikepdf.Encryption(owner="a", user="b")), ENCRYPTED
    for key in RESERVED:
        yield f"pdf with {key}", pdf([text(dossier(**{key: 1}))]), KEY
    for name, attached, outcome in (("hidden sign", text(dossier(eleve={"nom": "\u202e"})), HIDDEN),
                                    ("newer", text(dossier(version=3)), NEWER),
                                    ("depth", b'{"format":"pid-dossier","x":' + b"[" * 500, DEEP),
                                    ("wrong shape", text(dossier(eleve=[])), SHAPE),
                                    ("UTF-16", json.dumps(dossier()).encode("utf-16"), NONE_INSIDE)):
        yield f"pdf with {name}", pdf([attached]), outcome
    for size in (3, 9, 60):
        yield f"pdf with a bomb of {size} MB", stream(zlib.compress(b'{"format": "pid-dossier", "x": "'
                                                                    + b"x" * size * 10 ** 6, 9)), LARGE
        bomb = zlib.compress(b"\0" * size * 10 ** 6, 9)
        yield f"pdf with a foreign bomb of {size} MB", stream(bomb), NONE_INSIDE
        yield f"pdf with a foreign bomb of {size} MB, then the dossier", stream(bomb, zlib.compress(good)), OPENED
    yield "pdf with twenty bombs", stream(*[zlib.compress(b"\0" * 7_900_000, 9)] * 20), NONE_INSIDE
    yield "pdf with the dossier before a hundred files", stream(zlib.compress(good),
                                                                *[zlib.compress(b"x")] * 100), NONE_INSIDE
    yield "pdf not compressed as said", stream(b"x" * 20), DAMAGED
    yield "pdf cut in its compression", stream(zlib.compress(good)[:200]), DAMAGED
    for length in (1, 10 ** 9, 10 ** 30):
        yield f"pdf whose length is {length}", stream(good, filtered=b"", length=length), OPENED
    yield "pdf with 300000 files", b"%PDF-1.7\n" + b"1 0 obj\n<</Type/EmbeddedFile>>\n" * 300_000, NONE_INSIDE
    endless = b"%PDF-1.7\n1 0 obj\n" + b"<<" * 200_000 + b"/Type /EmbeddedFile"
    yield "pdf with brackets without end", endless, NONE_INSIDE
    yield "pdf without end of stream", b"%PDF-1.7\n1 0 obj\n<</Type /EmbeddedFile>>\nstream\npid-dossier", DAMAGED
    yield "pdf of 11 MB", b"%PDF-1.7\n" + b" " * 11_000_000, NONE_INSIDE


def objects(*bodies, trailer=b"<</Root 1 0 R>>"):
    """A PDF of these objects, numbered from 1, with its table."""
    content, table = b"%PDF-1.7\n", b""
    for number, body in enumerate(bodies, 1):
        table += b"%010d 00000 n \n" % len(content)
        content += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1) + table + b"trailer\n" + trailer \
        + b"\nstartxref\n%d\n%%%%EOF" % len(content)


def packed(body, dictionary=b"", filters=b"/FlateDecode"):
    return b"<<%s /Filter %s /Length %d>>stream\n" % (dictionary, filters, len(body)) + body + b"\nendstream"


def twisted_pdfs():
    """PDFs whose structure turns round, grows without end, or unfolds."""
    good = text(EXAMPLES["complet"])
    named = b"<</Names <</EmbeddedFiles 2 0 R>> /Pages 2 0 R>>"
    attached = b"<</F (d.json) /EF <</F 4 0 R>>>>"
    yield "pdf by hand", objects(named, b"<</Names [(d) 3 0 R]>>", attached, packed(zlib.compress(good))), OPENED
    yield "pdf whose tree holds itself", objects(named, b"<</Kids [2 0 R 2 0 R 1 0 R]>>"), NONE_INSIDE
    yield "pdf whose tree is deep", objects(named, *[b"<</Kids [%d 0 R]>>" % (number + 3)
                                                     for number in range(20_000)]), NONE_INSIDE
    yield "pdf whose tree is wide", objects(named, b"<</Kids [" + b"1 0 R " * 150_000 + b"]>>"), NONE_INSIDE
    yield "pdf whose table is before itself", objects(named, trailer=b"<</Root 1 0 R /Prev 60>>"), NONE_INSIDE
    yield "pdf whose length is itself", objects(named, b"<</Names [(d) 3 0 R]>>", attached,
                                                b"<</Length 4 0 R>>stream\n" + good
                                              + b"\nendstream"), OPENED
    for name, dictionary in {"packed in itself": b"/Type /ObjStm /N 1 /First 4",
                             "of a length packed in itself": b"/Type /ObjStm /N 5 0 R"}.items():
        made = packed(zlib.compress(b"3 0 <<>>"), dictionary).replace(b"/Length", b"/Length 3 0 R /L")
        yield f"pdf {name}", objects(named, b"<</Names [(d) 5 0 R]>>", made), NONE_INSIDE
    bomb = zlib.compress(b"\0" * 60_000_000, 9)
    for name, dictionary in {"objects": b"/Type /ObjStm /N 1 /First 4",
                             "a table": b"/Type /XRef /W [1 2 1] /Root 1 0 R"}.items():
        yield f"pdf with bombs for {name}", objects(*[packed(bomb, dictionary)] * 30), DAMAGED
    flat = zlib.compress(good)
    for name, body, filters, outcome in (
            ("lzw", b"\x80" + b"\x0b" * 200_000, b"/LZWDecode", NONE_INSIDE),
            ("runs", b"\x81a" * 200_000, b"/RunLengthDecode", LARGE),
            ("a bomb in a bomb", zlib.compress(bomb), b"[/FlateDecode /FlateDecode]", NONE_INSIDE),
            ("a hundred filters", flat, b"[" + b"/FlateDecode " * 100 + b"]", DAMAGED),
            ("lines of no width", flat, b"/FlateDecode /DecodeParms <</Predictor 12 /Columns -1>>", DAMAGED),
            ("lines without end", flat, b"/FlateDecode /DecodeParms <</Predictor 15 /Columns 999999999999>>", DAMAGED)):
        yield f"pdf with {name}", objects(named, b"<</Names [(d) 3 0 R]>>", attached,
                                          packed(body, filters=filters)), outcome
    names = b"<</Names [" + b"".join(b"(%d) %d 0 R " % (number, number + 3) for number in range(90)) + b"]>>"
    within = [b"<</F (d.pdf) /EF <</F 93 0 R>>>>"] * 90
    disguised = packed(zlib.compress(b"%PDF-" + b"\0" * 60_000_000, 9))
    yield "pdf with a bomb that says it is a PDF", objects(named, names, *within, disguised), LARGE
    link = b"<</S /URI /URI (https://exemple.fr/%s)>>" % (b"x" * 200)
    note = b"<</Type /Annot /Subtype /Link /Rect [0 0 10 10] /Border [0 0 0] /A " + link + b">>"
    pages = [b"<</Type /Page /Parent 5 0 R /Annots [" + note * 40 + b"]>>"] * 1_000
    tree = b"<</Kids [" + b"".join(b"%d 0 R " % (number + 6) for number in range(1_000)) + b"]>>"
    yield "pdf of many pages and notes", objects(named.replace(b"/Pages 2", b"/Pages 5"), b"<</Names [(d) 3 0 R]>>",
                                                 attached, packed(zlib.compress(good)), tree, *pages), OPENED
    inside = objects(named, b"<</Names [(d) 3 0 R]>>", attached, packed(zlib.compress(good)))
    for depth in range(1, 4):
        yield f"pdf within {depth} PDFs", inside, OPENED
        inside = objects(named, b"<</Names [(d) 3 0 R]>>", attached, packed(zlib.compress(inside)))
    yield "pdf within more PDFs", inside, UNREADABLE
    for name, signs in {"lists": b"[", "texts": b"(", "blocks": b"<</A", "signs": b"\\", "words": b"obj ",
                        "heads": b"1 0 obj",
                        "names": b"/EmbeddedFile", "ends": b"endstream ", "comments": b"%",
                        "texts in texts": b"1 0 obj (", "packed": b"1 0 obj<</Type /ObjStm>>"}.items():
        yield f"pdf of {name} without end", b"%PDF-1.7\n1 0 obj\n" + signs * (8_000_000 // len(signs)), NONE_INSIDE


FAMILIES = (answers, blocks, excuses, keys, shapes, encodings, pdfs, twisted_pdfs)


@functools.cache
def table():
    """Every file by name: (bytes, outcome)."""
    made = {}
    for family in FAMILIES:
        for name, content, outcome in family():
            if name in made:
                raise ValueError(f"two files are named « {name} »")
            made[name] = (content, outcome)
    return made
