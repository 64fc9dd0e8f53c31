"""A PDF of the site as other programs give it back, {name: bytes}: rewritten, updated, merged, signed, cut, with
scans."""

import base64
import datetime
import functools
import io
import random
import subprocess
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pymupdf
import pypdf
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf

from tests.support.programs import tool

NAME = "dossier.json"
SCAN = 11_000_000


def with_pikepdf(content, change=lambda pdf: None, **options):
    """What pikepdf, hence qpdf, makes of a PDF after a change."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(made, **options)
    return made.getvalue()


def with_qpdf(folder, *arguments):
    """What the command line of qpdf makes; its arguments but the last, the file made."""
    path = folder / "qpdf.pdf"
    pikepdf.Job(["qpdf", *map(str, arguments), str(path)]).run()
    return path.read_bytes()


def with_mupdf(content, change=lambda pdf: None, **options):
    pdf = pymupdf.open(stream=content, filetype="pdf")
    change(pdf)
    return pdf.tobytes(**options)


def with_mupdf_update(folder, content, change):
    """An incremental update by MuPDF."""
    path = folder / "update.pdf"
    path.write_bytes(content)
    pdf = pymupdf.open(path)
    change(pdf)
    pdf.saveIncr()
    return path.read_bytes()


def with_pypdf(change, update=None):
    """What pypdf writes; ``update`` is the PDF that it adds to, None for a new one."""
    writer = pypdf.PdfWriter(io.BytesIO(update), incremental=True) if update else pypdf.PdfWriter()
    change(writer)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def with_poppler(folder, program, *arguments):
    path = folder / "poppler.pdf"
    path.unlink(missing_ok=True)
    subprocess.run([tool(program), *map(str, arguments), str(path)], check=True, capture_output=True)
    return path.read_bytes()


def attach(content, name=NAME):
    def change(pdf):
        pdf.attachments[name] = pikepdf.AttachedFileSpec(pdf, content, filename=name)
    return change


def detach(pdf):
    del pdf.attachments[NAME]


def replace(content):
    def change(pdf):
        detach(pdf)
        attach(content)(pdf)
    return change


def portfolio(**files):
    """A PDF whose attached files are PDFs, as the programs that keep e-mails make it."""
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for name, content in files.items():
            attach(content, name + ".pdf")(pdf)
        pdf.save(made)
    return made.getvalue()


def scan(pdf, size=SCAN):
    """A page that is a picture."""
    pdf.add_blank_page(page_size=(595, 842))
    picture = pikepdf.Stream(pdf, random.Random(1).randbytes(size), Type=pikepdf.Name.XObject,
                             Subtype=pikepdf.Name.Image, Width=1000,
                             Height=size // 1000, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8)
    pdf.pages[-1].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
    pdf.pages[-1].Contents = pikepdf.Stream(pdf, b"q 595 0 0 842 0 0 cm /I Do Q")


def stream_of(pdf):
    return pdf.Root.Names.EmbeddedFiles.Names[1].EF.F


def encoded(write, *names, **parameters):
    """The attached file written by ``write`` for these filters."""
    def change(pdf):
        stream = stream_of(pdf)
        stream.write(write(stream.read_bytes()), filter=pikepdf.Array([pikepdf.Name("/" + name) for name in names]),
                     decode_parms=pikepdf.Dictionary({"/" + key: value for key, value in parameters.items()})
                     if parameters else None)
    return change


def runs(content):
    pieces = [content[start:start + 128] for start in range(0, len(content), 128)]
    return b"".join(bytes([len(piece) - 1]) + piece for piece in pieces) + b"\x81\x20\x80"


def lzw(content, early=1):
    """LZW as TIFF and PDF write it: codes of 9 to 12 bits, the longest known text each time."""
    known = {bytes([value]): value for value in range(256)}
    codes, held, width, count, text = [(256, 9)], b"", 9, 258, dict(known)
    for value in content:
        if held + bytes([value]) in text:
            held += bytes([value])
            continue
        codes.append((text[held], width))
        text[held + bytes([value])] = count
        count += 1
        width = 9 if count + early <= 512 else 10 if count + early <= 1024 else 11 if count + early <= 2048 else 12
        if count >= 4094:
            codes.append((256, width))
            text, count, width = dict(known), 258, 9
        held = bytes([value])
    codes += [(text[held], width), (257, width)]
    bits = "".join(format(code, f"0{size}b") for code, size in codes)
    return int(bits + "0" * (-len(bits) % 8), 2).to_bytes((len(bits) + 7) // 8, "big")


def predicted(content, columns=37):
    """Lines predicted in the five ways of PNG, in turn."""
    made, above = bytearray(), bytes(columns)
    content += b" " * (-len(content) % columns)
    for number, start in enumerate(range(0, len(content), columns)):
        line, kind = content[start:start + columns], number % 5
        made.append(kind)
        for at, value in enumerate(line):
            left, corner = (line[at - 1], above[at - 1]) if at else (0, 0)
            guess = left + above[at] - corner
            nearest = min((left, above[at], corner), key=lambda one: abs(guess - one))
            made.append((value - (0, left, above[at], (left + above[at]) // 2, nearest)[kind]) % 256)
        above = line
    return zlib.compress(bytes(made))


@functools.cache
def signer():
    """A signature of nobody."""
    key, name = ec.generate_private_key(ec.SECP256R1()), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME,
                                                                                       "Essai")])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, datetime.datetime(2020, 1, 1),
                                   datetime.datetime(2060, 1, 1))
    certificate = made.sign(key, hashes.SHA256())
    store = serialization.pkcs12.serialize_key_and_certificates(b"x", key, certificate, None,
                                                                serialization.NoEncryption())
    return SimpleSigner.load_pkcs12_data(store, [])


def signed(content, field="Signature1"):
    writer = IncrementalPdfFileWriter(io.BytesIO(content), strict=False)
    # pyHanko starts a loop of its own, which the thread of Playwright already has.
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(sign_pdf, writer, PdfSignatureMetadata(field_name=field),
                            signer=signer()).result().getvalue()


def deleted_by_pypdf(writer):
    del writer.root_object["/Names"].get_object()["/EmbeddedFiles"]


def changed_by_mupdf(other):
    def change(pdf):
        catalogue = pdf.pdf_catalog()
        names = pdf.xref_get_key(catalogue, "Names")[1].split()[0]
        specification = int(pdf.xref_get_key(int(names), "EmbeddedFiles/Names")[1].strip("[]").split(")")[1].split()[0])
        pdf.update_stream(int(pdf.xref_get_key(specification, "EF/F")[1].split()[0]), other)
    return change


def hybrid(content):
    """A file of objects in streams, with a table beside for programs that do not know them."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        catalogue = pdf.Root.objgen[0]
        size = pdf.trailer.Size
    start = int(content[content.rindex(b"startxref") + 9:].split()[0])
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size %d /Root %d 0 R /XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n"
    end = content.rindex(b"startxref")
    return content[:end] + table % (size, catalogue, start, end)


def variants(base: bytes, other: bytes, folder: Path) -> dict[str, bytes]:
    """What the programs make of ``base``, a PDF of the site; ``other`` is the JSON of another dossier."""
    streams = pikepdf.ObjectStreamMode.generate
    raw = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}
    paths = {"base": folder / "base.pdf", "json": folder / NAME}
    paths["base"].write_bytes(base)
    paths["json"].write_bytes(other)
    packed, replaced = with_pikepdf(base, object_stream_mode=streams), with_pikepdf(base, replace(other))
    paths["replaced"] = folder / "replaced.pdf"
    paths["replaced"].write_bytes(replaced)
    removed = with_pypdf(deleted_by_pypdf, base)
    made = {
        "as it is": base,
        "pikepdf": with_pikepdf(base), "pikepdf, object streams": packed,
        "pikepdf, for the web": with_pikepdf(base, linearize=True),
        "pikepdf, both": with_pikepdf(base, linearize=True, object_stream_mode=streams), "pikepdf, replaced": replaced,
        "pikepdf, not compressed": with_pikepdf(base, compress_streams=False,
                                                stream_decode_level=pikepdf.StreamDecodeLevel.all),
        "pikepdf, deleted": with_pikepdf(base, detach), "pikepdf, two": with_pikepdf(base, attach(other, "autre.json")),
        "pikepdf, the same twice": with_pikepdf(base,
                                                lambda pdf: attach(stream_of(pdf).read_bytes(), "copie.json")(pdf)),
        "pikepdf, scan": with_pikepdf(base, scan),
        "pikepdf, merged": with_pikepdf(base, lambda pdf: pdf.pages.extend(pikepdf.open(io.BytesIO(replaced)).pages)),
        "hybrid": hybrid(packed),
        "hexadecimal": with_pikepdf(base, encoded(lambda text: text.hex().encode() + b">", "ASCIIHexDecode"), **raw),
        "ASCII 85": with_pikepdf(base, encoded(lambda text: base64.a85encode(text, wrapcol=70) + b"~>",
                                               "ASCII85Decode"), **raw),
        "runs": with_pikepdf(base, encoded(runs, "RunLengthDecode"), **raw),
        "LZW": with_pikepdf(base, encoded(lzw, "LZWDecode"), **raw),
        "LZW, late": with_pikepdf(base, encoded(functools.partial(lzw, early=0), "LZWDecode", EarlyChange=0), **raw),
        "deflated in ASCII": with_pikepdf(
            base, encoded(lambda text: base64.a85encode(zlib.compress(text)) + b"~>", "ASCII85Decode", "FlateDecode"),
            **raw),
        "deflated twice": with_pikepdf(base, encoded(lambda text: zlib.compress(zlib.compress(text)), "FlateDecode",
                                                     "FlateDecode"), **raw),
        "predicted": with_pikepdf(base, encoded(predicted, "FlateDecode", Predictor=15, Columns=37), **raw),
        "qpdf, removed": with_qpdf(folder, paths["base"], f"--remove-attachment={NAME}"),
        "qpdf, replaced": with_qpdf(folder, paths["base"], "--add-attachment", paths["json"], f"--key={NAME}",
                                    "--replace", "--"),
        "qpdf, pages": with_qpdf(folder, "--empty", "--pages", paths["base"], "--"),
        "qpdf, merged": with_qpdf(folder, paths["base"], "--pages", paths["base"], paths["replaced"], "--"),
        "qpdf, attachments of both": with_qpdf(folder, "--empty", "--copy-attachments-from", paths["base"], "--",
                                               "--copy-attachments-from", paths["replaced"], "--prefix=2-", "--"),
        "qpdf, to be read": with_qpdf(folder, paths["base"], "--qdf"),
        "qpdf, ends of lines": with_qpdf(folder, paths["base"], "--stream-data=uncompress",
                                         "--newline-before-endstream"),
        "qpdf, compressed again": with_qpdf(folder, paths["base"], "--recompress-flate", "--compression-level=9",
                                            "--object-streams=generate"),
        "MuPDF": with_mupdf(base), "MuPDF, cleaned": with_mupdf(base, garbage=4, deflate=True, clean=True),
        "MuPDF, object streams": with_mupdf(base, garbage=3, deflate=True, use_objstms=1),
        "MuPDF, ASCII": with_mupdf(base, ascii=True, expand=255),
        "MuPDF, changed": with_mupdf_update(folder, base, changed_by_mupdf(other)),
        "MuPDF, deleted": with_mupdf_update(folder, base, lambda pdf: pdf.embfile_del(NAME)),
        "MuPDF, a note": with_mupdf(base, lambda pdf: pdf[0].add_file_annot((50, 50), other, "autre.json")),
        "MuPDF, a note only": with_mupdf(with_pikepdf(base, detach),
                                         lambda pdf: pdf[0].add_file_annot((50, 50), other, "autre.json")),
        "MuPDF, pages": with_mupdf(base, lambda pdf: pdf.insert_pdf(pymupdf.open(stream=replaced, filetype="pdf"))),
        "pypdf": with_pypdf(lambda writer: writer.clone_document_from_reader(pypdf.PdfReader(io.BytesIO(base)))),
        "pypdf, pages": with_pypdf(lambda writer: writer.append(io.BytesIO(base))),
        "pypdf, merged": with_pypdf(lambda writer: [writer.append(io.BytesIO(one)) for one in (base, replaced)]),
        "pypdf, one more": with_pypdf(lambda writer: writer.add_attachment("autre.json", other), base),
        "pypdf, the same name": with_pypdf(lambda writer: writer.add_attachment(NAME, other), base),
        "pypdf, a title": with_pypdf(lambda writer: writer.add_metadata({"/Title": "Essai"}), base),
        "pypdf, deleted": removed,
        "poppler, united": with_poppler(folder, "pdfunite", paths["base"], paths["replaced"]),
        "poppler, one page": with_poppler(folder, "pdfseparate", "-f", "1", "-l", "1", paths["base"]),
        "poppler, attached": with_poppler(folder, "pdfattach", "-replace", paths["base"], paths["json"]),
        "poppler, drawn again": with_poppler(folder, "pdftocairo", "-pdf", paths["base"]),
        "signed": signed(base), "signed twice": signed(signed(base), "Signature2"),
        "signed, object streams": signed(packed),
        "signed, replaced": signed(replaced), "signed, deleted": signed(removed),
        "signed, then scans": with_pikepdf(signed(base), scan),
        "signs before": b"\nX-Mail: x\n" + base, "signs after": base + bytes(5000),
        "no table": base.replace(b"startxref", b"startxxxx"),
        "ends of lines changed": base.replace(b"endobj\n", b"endobj\r\n"),
        "a wrong place": base.replace(b"startxref\n", b"startxref\n1"),
    }
    return made | {path.stem: path.read_bytes()
                   for path in sorted((Path(__file__).parents[1] / "data" / "pdf").glob("*.pdf"))}
