"""The draft of an e-mail as an .eml file: ASCII only, CRLF, short lines, and no value that could add a header to it.

RFC 5322 (message), 2045 (base64), 2047 (encoded subject), 2231 (names of files). « X-Unsent: 1 » tells the mail
programs that know it to open the file as a message to be finished rather than one received.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CRLF = "\r\n"
BOUNDARY = "=_dossier-pid"
"""Between the parts. Every part is in base64, which has neither « - » nor « _ »: no content can hold it."""
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
BYTES_OF_A_LINE = 57
BYTES_OF_A_WORD = 39
"""An encoded word then has 64 characters: it fits after « Subject: » (RFC 2047 allows 75, and lines of 76)."""
LONGEST_PLAIN = 60
SAFE_IN_NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-"
SAFE_IN_ADDRESSES = SAFE_IN_NAMES + "@+"
HEX = "0123456789ABCDEF"
REPLACEMENT = 0xFFFD
UNNAMED = "fichier"


def utf8(text: str) -> list[int]:
    """The bytes of a text, as integers; half a surrogate pair becomes U+FFFD."""
    made: list[int] = []
    for character in text:
        made += _character(ord(character))
    return made


def _character(code: int) -> list[int]:
    if 0xD800 <= code <= 0xDFFF:
        code = REPLACEMENT
    if code < 0x80:
        return [code]
    if code < 0x800:
        return [0xC0 | code >> 6, 0x80 | code & 63]
    if code < 0x10000:
        return [0xE0 | code >> 12, 0x80 | code >> 6 & 63, 0x80 | code & 63]
    return [0xF0 | code >> 18, 0x80 | code >> 12 & 63, 0x80 | code >> 6 & 63, 0x80 | code & 63]


def base64(values: list[int]) -> str:
    """Base64 of bytes given as integers, on one line."""
    made: list[str] = []
    for start in range(0, len(values), 3):
        group = values[start:start + 3]
        missing = 3 - len(group)
        first, second, third = group + [0] * missing
        made += [BASE64[first >> 2], BASE64[(first & 3) << 4 | second >> 4],
                 "=" if missing == 2 else BASE64[(second & 15) << 2 | third >> 6],
                 "=" if missing else BASE64[third & 63]]
    return "".join(made)


def one_line(text: str) -> str:
    """The text on one line: what could end a header, and any other control, becomes a space."""
    return "".join([" " if ord(character) < 32 or 127 <= ord(character) < 160 or ord(character) in (0x2028, 0x2029)
                    else character for character in text]).strip()


def _encoded_words(text: str) -> str:
    """A header's text: as it is where it is plain, else RFC 2047 words, none of which cuts a letter."""
    plain = all([32 <= ord(character) < 127 for character in text])
    if plain and len(text) <= LONGEST_PLAIN and "=?" not in text:
        return text
    words: list[list[int]]
    held: list[int]
    words, held = [], []
    for character in text:
        made = _character(ord(character))
        if len(held) + len(made) > BYTES_OF_A_WORD:
            words.append(held)
            held = []
        held = held + made
    return (CRLF + " ").join(["=?utf-8?B?" + base64(word) + "?=" for word in words + [held]])


def _is_made_of(text: str, allowed: str) -> bool:
    return all([character in allowed for character in text])


def address(text: str) -> str:
    """An e-mail address that may stand in a header, "" for anything else."""
    name, _, domain = text.partition("@")
    return text if name and "." in domain and "@" not in domain and _is_made_of(text, SAFE_IN_ADDRESSES) else ""


def parameter(key: str, name: str) -> str:
    """A parameter of a header, « filename » for instance, on lines of its own."""
    if name and len(name) <= LONGEST_PLAIN and _is_made_of(name, SAFE_IN_NAMES):
        return ";" + CRLF + " " + key + '="' + name + '"'
    pieces: list[str]
    pieces, held = [], "utf-8''"
    for character in name:
        encoded = "".join([chr(byte) if chr(byte) in SAFE_IN_NAMES else "%" + HEX[byte >> 4] + HEX[byte & 15]
                           for byte in _character(ord(character))])
        if len(held) + len(encoded) > LONGEST_PLAIN:
            pieces.append(held)
            held = ""
        held += encoded
    pieces.append(held)
    if len(pieces) == 1:
        return ";" + CRLF + " " + key + "*=" + held
    return "".join([";" + CRLF + " " + key + "*" + str(number) + "*=" + piece for number, piece in enumerate(pieces)])


def _part(headers: list[str], content: str) -> str:
    return "--" + BOUNDARY + CRLF + CRLF.join(headers) + CRLF + CRLF + content + CRLF


def _text_part(body: str) -> str:
    lines = one_line_each(body)
    values = utf8(CRLF.join(lines) + CRLF)
    content = CRLF.join([base64(values[start:start + BYTES_OF_A_LINE])
                         for start in range(0, len(values), BYTES_OF_A_LINE)])
    return _part(["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64"], content)


def one_line_each(body: str) -> list[str]:
    """The lines of a text, without controls; a line may begin with spaces."""
    return [one_line("." + line)[1:] for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def draft(recipient: str, subject: str, body: str, attachments: Iterable[tuple[str, str, str]]) -> str:
    """The text of the .eml file.

    ``attachments`` are (name of the file, its MIME type, its bytes in base64 on lines of 76 characters ended by CRLF).
    A ``recipient`` that is not an address is left out, for the person to write. No « From »: the mail program knows it.
    """
    to = address(recipient)
    headers = ["X-Unsent: 1"] + (["To: " + to] if to else []) + [
        "Subject: " + _encoded_words(one_line(subject)), "MIME-Version: 1.0",
        "Content-Type: multipart/mixed;" + CRLF + ' boundary="' + BOUNDARY + '"']
    made = CRLF.join(headers) + CRLF + CRLF + _text_part(body)
    for name, mime, content in attachments:
        named = one_line(name) or UNNAMED
        made += _part(["Content-Type: " + mime + parameter("name", named), "Content-Transfer-Encoding: base64",
                       "Content-Disposition: attachment" + parameter("filename", named)], content.rstrip("\r\n"))
    return made + "--" + BOUNDARY + "--" + CRLF
