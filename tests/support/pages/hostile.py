"""A table of hostile files: {name: bytes}. Each must be refused with a sentence or be inert."""

import io
import json
import zlib

import pikepdf

from pid_rules.received import REFUSED
from tests.support.examples import EXAMPLES

COMPLETE = EXAMPLES["complet"]
RESERVED = ("__proto__", "hasOwnProperty", "ob_type", "tp_name", "$kw")
ODD_KEYS = RESERVED + (
    "constructor", "toString", "valueOf", "prototype", "__class__", "__dict__", "isPrototypeOf", "then", "toJSON",
    "__defineGetter__", "length", "", " ", "0", "é", "a" * 100_000, "<img src=x onerror=alert(1)>")
WRONG = {"list": "[]", "object": "{}", "text": '"x"', "number": "7", "null": "null", "true": "true", "float": "0.5"}
MARKUP = ("<script>window.harm=1</script>", "<img src=x onerror='window.harm=1'>", "javascript:window.harm=1",
          "{{7*7}}", "${7*7}",
          "' OR 1=1 --", "=HYPERLINK(\"http://x\")", "%s%n", "../../etc/passwd", "\u2028\u2029", "Ω" * 4999,
          "a\r\nContent-Type: text/html", "]]>", "<!--", "\\u0000", "ﷺ" * 300)


def dossier(**changed):
    return {"format": "pid-dossier", "version": 1} | changed


def text(value):
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def put(path, literal):
    """The complete dossier with a JSON literal at a path, its other values left as they are."""
    changed = json.loads(json.dumps(COMPLETE))
    *above, last = path.replace("[]", ".0").split(".")
    place = changed
    for part in above:
        place = place[int(part)] if isinstance(place, list) else place.setdefault(part, {})
        if not isinstance(place, (dict, list)):
            return None
    place[int(last) if isinstance(place, list) else last] = "@ICI@"
    return text(changed).replace(b'"@ICI@"', literal.encode())


def at_every_path():
    blocks = [(key, value) for key, value in COMPLETE.items() if isinstance(value, dict)]
    paths = list(COMPLETE) + [f"{key}.{below}" for key, value in blocks for below in value]
    for index, path in enumerate(paths):
        literals = WRONG if index % 3 == 0 else dict(list(WRONG.items())[index % 3::3])
        for name, literal in literals.items():
            made = put(path, literal)
            if made is not None:
                yield f"{name} at {path}", made


def keys():
    for key in ODD_KEYS:
        yield f"key {key[:20]!r} at the top", text(dossier(**{key: {"nom": "x"}}))
        yield f"key {key[:20]!r} inside", text(dossier(eleve={key: "x"}))
        yield f"key {key[:20]!r} in justifications", text(dossier(justifications={key: "x"}))
    yield "same key twice", b'{"format":"pid-dossier","version":1,"eleve":{"nom":"a"},"eleve":{"nom":"b"}}'
    yield "format twice", b'{"format":"autre","version":1,"format":"pid-dossier","eleve":{"nom":"b"}}'
    yield "unknown keys", text(dossier(inconnu={"a": [1, {"b": "c"}]}, autre="x"))
    yield "10000 unknown keys", text(dossier(**{f"cle{index}": index for index in range(10_000)}))


def numbers():
    for literal in ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1.5", "9007199254740993", "1" * 400, "-0",
                    "0x10", "01", "1_000", "+1", ".5", "1e-400", "2147483648", "true1"):
        yield f"number {literal[:20]}", put("dossier.revision", literal)
        yield f"version {literal[:20]}", b'{"format":"pid-dossier","version":' + literal.encode() + b"}"


def texts():
    for sign in REFUSED:
        yield f"sign {ord(sign):04x}", text(dossier(eleve={"nom": f"a{sign}b"}))
    for escaped in ("\\ud800", "\\udfff", "\\udc00\\ud800", "\\u0000", "\\u202e", "\\u200b"):
        yield f"escaped {escaped}", b'{"format":"pid-dossier","version":1,"eleve":{"nom":"a' + escaped.encode() + b'"}}'
        yield f"escaped {escaped} in a key", b'{"format":"pid-dossier","version":1,"' + escaped.encode() + b'":"a"}'
    for word in MARKUP:
        yield f"text {word[:20]!r}", text(dossier(eleve={"nom": word}, situation={"constats": word}))
    yield "text of 1 MB", text(dossier(eleve={"nom": "x" * 1_000_000}))
    yield "marks on one letter", text(dossier(eleve={"nom": "e" + "\u0301" * 50_000}))


def bytes_of_all_kinds():
    good = text(COMPLETE)
    for name in ("utf-16", "utf-16-be", "utf-32", "latin-1", "cp1252"):
        yield f"encoded in {name}", json.dumps(COMPLETE, ensure_ascii=False).encode(name, "replace")
    yield "byte order mark", b"\xef\xbb\xbf" + good
    yield "two byte order marks", b"\xef\xbb\xbf" * 2 + good
    yield "overlong zero", good.replace(b"nom", b"\xc0\x80", 1)
    for part in (0, 1, 2, 10, 100, 1000, len(good) // 2, len(good) - 2):
        yield f"cut at {part}", good[:part]
    yield "something after", good + b"{}"
    yield "comment", b"/* x */" + good
    yield "trailing comma", good[:-1] + b",}"
    for depth in (13, 100, 10_000, 900_000):
        yield f"{depth} lists", b"[" * depth + b"]" * depth
        yield f"{depth} objects", b'{"a":' * depth + b"1" + b"}" * depth if depth < 200_000 else b'{"a":' * 300_000
    yield "deep in an unknown key", b'{"format":"pid-dossier","version":1,"x":' + b"[" * 11 + b"]" * 11 + b"}"
    yield "30000 values", text(dossier(x=[0] * 30_000))
    for size in (2_000_001, 5_000_000, 9_900_000, 12_000_000):
        yield f"{size} bytes", b'{"format":"pid-dossier","version":1,"x":"' + b"x" * size + b'"}'
    for literal in (b"null", b"true", b"0", b'"pid-dossier"', b"[]", b"{}", b"[{}]", b" ", b"\x00" * 1000):
        yield f"only {literal[:15]!r}", literal
    for version in ("2", "99", "0", "-1", '"1"', "null", "[1]", "{}", "1e3"):
        yield f"version is {version}", b'{"format":"pid-dossier","version":' + version.encode() + b"}"
    for word in ("autre", "PID-DOSSIER", "", "pid-dossier "):
        yield f"format is {word!r}", text(dossier(format=word))
    for head in (b"PK\x03\x04", b"\x89PNG", b"MZ", b"<html>", b"%!PS", b"\x1f\x8b"):
        yield f"starts with {head!r}", head + b"\x00" * 200


def pdf(attached=None, **options):
    made = pikepdf.new()
    made.add_blank_page()
    if attached is not None:
        made.attachments["dossier.json"] = pikepdf.AttachedFileSpec(made, attached, filename="dossier.json")
    out = io.BytesIO()
    made.save(out, **options)
    return out.getvalue()


def stream(dictionary, body):
    return b"%PDF-1.7\n1 0 obj\n<<" + dictionary + b">>\nstream\n" + body + b"\nendstream\nendobj\n%%EOF"


def pdfs():
    good = pdf(text(COMPLETE))
    kind = b"/Type /EmbeddedFile"
    yield "pdf without attachment", pdf()
    yield "pdf with another attachment", pdf(b"bonjour")
    yield "pdf with the dossier", good
    yield "pdf encrypted", pdf(text(COMPLETE), encryption=pikepdf.Encryption(owner="a", user="b"))
    for name, attached in (("proto", b'{"format":"pid-dossier","version":1,"__proto__":{"a":1}}'),
                           ("bidi", text(dossier(eleve={"nom": "\u202e"}))),
                           ("deep", b'{"format":"pid-dossier"' + b"[" * 500), ("newer", text(dossier(version=2)))):
        yield f"pdf with hostile attachment: {name}", pdf(attached)
    for part in (5, 20, 200, len(good) // 2, len(good) - 300):
        yield f"pdf cut at {part}", good[:part]
    bomb = zlib.compress(b"pid-dossier " + b"\x00" * 60_000_000, 9)
    yield "pdf with a bomb", stream(kind + b"/Filter /FlateDecode /Length %d" % len(bomb), bomb)
    yield "pdf whose stream is not compressed as said", stream(kind + b"/Filter /FlateDecode /Length 20", b"x" * 20)
    yield "pdf whose length lies", stream(kind + b"/Length 99999999", b"pid-dossier")
    yield "pdf without end of stream", b"%PDF-1.7\n1 0 obj\n<<" + kind + b">>\nstream\npid-dossier"
    yield "pdf: brackets without end", b"%PDF-1.7\n1 0 obj\n" + b"<<" * 200_000 + kind
    yield "pdf: pairs of brackets", BACKTRACKING
    yield "pdf: half brackets", b"%PDF-1.7\n1 0 obj\n<<" + b"<0" * 1900 + kind + b">" * 90_000
    yield "pdf: a million embedded files", b"%PDF-1.7\n1 0 obj\n<<" + kind * 400_000
    yield "pdf: a million objects", b"%PDF-1.7\n" + b"1 0 obj\n<</Type/EmbeddedFile>>\n" * 300_000
    yield "pdf: spaces", b"%PDF-1.7\n1 0 obj\n<<" + (b"/Type" + b" " * 2000) * 4000
    yield "pdf: encryption that is none", b"%PDF-1.7\n" + (b"/Encrypt" + b" " * 2000) * 4000


BACKTRACKING = b"%PDF-1.7\n1 0 obj\n<<" + b"<<>>" * 40 + b"/Type /EmbeddedFile" + b"<<>>" * 40 + b" obj"


def corpus():
    """Every file, by name."""
    made = {}
    for family in (at_every_path, keys, numbers, texts, bytes_of_all_kinds, pdfs):
        for name, content in family():
            assert name not in made, name
            made[name] = content
    return made
