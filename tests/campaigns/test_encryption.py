"""Encrypted files: the public vectors, every byte of a small file changed, exchanges with the age and 7-Zip
programs."""

import base64
import os
import pty
import re
import subprocess

import pytest

from tests.campaigns import encryption
from tests.support.examples import DATA
from tests.support.programs import tool

DOSSIER = (DATA / "complet.json").read_bytes()


def encoded(content):
    return base64.b64encode(content).decode()


def decoded(text):
    return base64.b64decode(text)


def run(*command, **options):
    return subprocess.run([tool(command[0]), *command[1:]], check=True, capture_output=True, timeout=120, **options)


def typed(command, secret, cwd):
    """Run a program that asks for a secret on its terminal, and answer it each time."""
    program = tool(command[0])  # before there are two of this process, of which one only may be skipped
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(cwd)
        os.execv(program, command)
    said = b""
    try:
        while chunk := os.read(terminal, 1000):
            said += chunk
            if re.search(rb"passphrase[^:]*: $", said):
                os.write(terminal, secret.encode() + b"\n")
                said = b""
    except OSError:  # Linux's way to say that the program has closed its terminal
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0, said


@pytest.fixture(scope="module")
def pair():
    return encryption.ask("pair")


def test_the_public_vectors_pass():
    shipped = encryption.vectors()
    assert len(shipped) == 143 and [name for name, one in shipped.items() if not one["met"]] == []


def test_post_quantum_keys_are_those_of_the_library():
    secret = encryption.ask("vectorKey", vector="hybrid", vectors=encryption.vector_files())
    assert secret.startswith("AGE-SECRET-KEY-PQ-1")
    key = encryption.ask("publicKey", secret=secret)
    assert key.startswith("age1pq1") and key == encryption.ask("publicKey", whole=True, secret=secret)
    for writer, reader in ((False, True), (True, False)):
        sealed = encryption.ask("encrypt", whole=writer, bytes=encoded(DOSSIER), key=key)
        assert decoded(encryption.ask("decrypt", whole=reader, bytes=sealed, secret=secret)) == DOSSIER
    opened = encryption.ask("open", kind="cle", bytes=sealed, code="",
                            keyFile=encoded(f"# created: 2026\n{secret}\n".encode()))
    assert opened["ok"] and decoded(opened["dossier"]) == DOSSIER


def test_every_byte_changed_is_refused_in_the_words_of_a_wrong_code():
    found = encryption.ask("flips", files=1, size=200, masks=encryption.MASKS)
    assert found["wrong"] == [] and found["opened"] == found["files"] == 2
    assert found["tried"] == len(encryption.MASKS) * sum(found["sizes"])
    assert "le code ou la clé n’est pas le bon" in found["refusal"]
    assert found["refusal"].endswith("Rien n’a été modifié.")


def test_control_other_readers_open_changed_files():
    found = encryption.ask("controls", size=200, zipjs=encryption.zip_js())
    assert found["blind"] >= 200, "a reader that does not authenticate opens every change of its content"
    assert found["zipjs"] > 20, "a reader that looks at the content only opens changes of the headings"


def test_no_code_salt_or_key_comes_twice():
    assert encryption.ask("uniqueness", codes=2000, files=40) == {"codes": 2000, "salts": 40, "shares": 40,
                                                                  "nonces": 40}


def test_codes_are_read_as_people_type_them():
    code = encryption.ask("code")
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}", code)
    texts = [code.lower().replace("-", " "), code.replace("-", "–"), "oiLa-2345-6789-0000", "", code[:-1], code + "A",
             "UUUU-UUUU-UUUU-UUUU"]
    assert encryption.ask("readCode", texts=texts) == [code, code, "011A-2345-6789-0000", None, None, None, None]


def test_the_reception_key_is_a_file_of_age(pair, tmp_path):
    made = encryption.ask("reception", key=pair["key"])
    assert made["read"]["key"] == pair["key"] and made["read"]["fingerprint"] in made["text"]
    (tmp_path / "cle.txt").write_text(made["text"], encoding="utf-8")
    (tmp_path / "dossier.json").write_bytes(DOSSIER)
    run("age", "-R", "cle.txt", "-o", "dossier.age", "dossier.json", cwd=tmp_path)
    opened = encryption.ask("open", kind="cle", bytes=encoded((tmp_path / "dossier.age").read_bytes()), code="",
                            keyFile=encoded(pair["secret"].encode()))
    assert decoded(opened["dossier"]) == DOSSIER


def test_a_file_without_exactly_one_sound_key_is_no_reception_key(pair):
    other = encryption.ask("pair")["key"]
    mistyped = pair["key"][:-1] + ("q" if pair["key"][-1] != "q" else "p")
    texts = ["", "age1", mistyped, pair["key"] + "\n" + other, pair["secret"], "x" * 20_000 + "\n" + pair["key"],
             "\r\n" + pair["key"] + "\r\n"]
    found = encryption.ask("readReception", texts=texts)
    assert [one and one["key"] for one in found] == [None] * 6 + [pair["key"]]


@pytest.mark.parametrize("armored", [False, True], ids=["binary", "text"])
def test_age_opens_our_files_and_we_open_its(pair, tmp_path, armored):
    (tmp_path / "cle").write_text(pair["secret"] + "\n")
    (tmp_path / "ours.age").write_bytes(decoded(encryption.ask("encrypt", bytes=encoded(DOSSIER), key=pair["key"])))
    assert run("age", "-d", "-i", "cle", "ours.age", cwd=tmp_path).stdout == DOSSIER
    (tmp_path / "dossier.json").write_bytes(DOSSIER)
    run("age", *["-a"] * armored, "-r", pair["key"], "-o", "its.age", "dossier.json", cwd=tmp_path)
    its = encoded((tmp_path / "its.age").read_bytes())
    assert encryption.ask("askedBy", family="age", bytes=its) == "cle"
    opened = encryption.ask("open", kind="cle", bytes=its, code="", keyFile=encoded((tmp_path / "cle").read_bytes()))
    assert opened["ok"] and decoded(opened["dossier"]) == DOSSIER


def test_a_pair_made_by_age_serves_here_too(tmp_path):
    run("age-keygen", "-o", "cle", cwd=tmp_path)
    key = run("age-keygen", "-y", "cle", cwd=tmp_path).stdout.decode().strip()
    sealed = encryption.ask("encrypt", bytes=encoded(b"{}"), key=key)
    opened = encryption.ask("open", kind="cle", bytes=sealed, code="", keyFile=encoded((tmp_path / "cle").read_bytes()))
    assert decoded(opened["dossier"]) == b"{}"


def test_a_private_key_opens_only_with_its_code_here_and_with_age(pair, tmp_path):
    code = encryption.ask("code")
    made = encryption.ask("protect", pair=pair, code=code)
    assert pair["secret"] not in made["text"] and made["seen"] > 10 and made["last"] == 1
    sealed = encryption.ask("encrypt", bytes=encoded(DOSSIER), key=pair["key"])
    for given, ok in ((code, True), (code.lower().replace("-", " "), True), (encryption.ask("code"), False),
                      ("", False)):
        opened = encryption.ask("open", kind="cle", bytes=sealed, code=given, keyFile=encoded(made["text"].encode()))
        assert opened["ok"] is ok, given
        assert ok or "Cette clé privée ne s’ouvre pas" in opened["message"]
    (tmp_path / "cle.age").write_text(made["text"])
    (tmp_path / "dossier.age").write_bytes(decoded(sealed))
    typed(["age", "-d", "-i", "cle.age", "-o", "dossier.json", "dossier.age"], code, tmp_path)
    assert (tmp_path / "dossier.json").read_bytes() == DOSSIER


def test_a_file_that_age_protects_with_a_phrase_is_opened(tmp_path):
    (tmp_path / "dossier.json").write_bytes(DOSSIER)
    phrase = "sept mots écrits au dos d’une enveloppe"
    typed(["age", "-p", "-o", "dossier.age", "dossier.json"], phrase, tmp_path)
    sealed = encoded((tmp_path / "dossier.age").read_bytes())
    assert encryption.ask("askedBy", family="age", bytes=sealed) == "phrase"
    assert decoded(encryption.ask("open", kind="phrase", bytes=sealed, code=phrase)["dossier"]) == DOSSIER


def test_7_zip_opens_our_archive(tmp_path):
    code = encryption.ask("code")
    files = [{"name": "dossier.json", "bytes": encoded(DOSSIER)},
             {"name": "dossier.pdf", "bytes": encoded(b"%PDF-" + bytes(1001))}]
    (tmp_path / "a.zip").write_bytes(decoded(encryption.ask("zip", files=files, code=code)))
    listed = run("7z", "l", "-slt", "a.zip", cwd=tmp_path).stdout.decode()
    assert listed.count("Method = AES-256 Store") == 2 and "1980-01-01" in listed
    run("7z", "x", f"-p{code}", "a.zip", cwd=tmp_path)
    assert (tmp_path / "dossier.json").read_bytes() == DOSSIER
    assert (tmp_path / "dossier.pdf").read_bytes() == b"%PDF-" + bytes(1001)
    wrong = subprocess.run([tool("7z"), "t", f"-p{encryption.ask('code')}", "a.zip"], cwd=tmp_path, capture_output=True,
                           check=False)
    assert wrong.returncode != 0


@pytest.mark.parametrize("level", ["0", "9"], ids=["stored", "deflated"])
def test_we_open_an_archive_of_7_zip(tmp_path, level):
    code = encryption.ask("code")
    folder = tmp_path / "un dossier"
    folder.mkdir()
    (folder / "dossier.json").write_bytes(DOSSIER)
    (folder / "z.pdf").write_bytes(b"%PDF-1.7")
    run("7z", "a", "-tzip", "-mem=AES256", f"-mx={level}", f"-p{code}", "../a.zip", "dossier.json", "z.pdf", cwd=folder)
    opened = encryption.ask("open", kind="code", bytes=encoded((tmp_path / "a.zip").read_bytes()), code=code)
    assert opened["ok"], opened
    assert decoded(opened["dossier"]) == DOSSIER and decoded(opened["pdf"]) == b"%PDF-1.7"


def archive(tmp_path, code, sizes, *options):
    """An archive made by 7-Zip of files of these sizes."""
    names = []
    for index, size in enumerate(sizes):
        names.append(f"{index}.json")
        (tmp_path / names[-1]).write_bytes(bytes(size))
    run("7z", "a", "-tzip", *options, f"-p{code}", "a.zip", *names, cwd=tmp_path)
    return encoded((tmp_path / "a.zip").read_bytes())


@pytest.mark.parametrize("sizes, taken", [([10] * 200, 200), ([2_000_000], 1), ([2_000_001, 10], 1), ([40_000_000], 0)],
                         ids=["many", "largest", "too large, and another", "bomb"])
def test_an_archive_has_small_entries(tmp_path, sizes, taken):
    opened = encryption.ask("open", kind="code", bytes=archive(tmp_path, "code", sizes, "-mem=AES256"), code="code")
    assert opened["ok"] and len(opened["files"]) == taken
    assert "Le code est bon" in opened["none"] and "un fichier est trop gros" in opened["none"]


def test_an_archive_has_no_more_than_two_hundred_entries(tmp_path):
    assert not encryption.ask("open", kind="code", bytes=archive(tmp_path, "code", [10] * 201, "-mem=AES256"),
                              code="code")["ok"]


def test_an_archive_under_the_old_cipher_is_refused_politely():
    made = encryption.ask("zipjsWrites", zipjs=encryption.zip_js(),
                          options={"password": "code", "zipCrypto": True, "dataDescriptor": False})
    assert encryption.ask("askedBy", family="zip", bytes=made) == "rien"
    opened = encryption.ask("open", kind="code", bytes=made, code="code")
    assert not opened["ok"] and "n’est pas protégée comme celles du site (AES-256)" in opened["message"]


def test_what_is_missing_is_asked_for(pair):
    sealed = encryption.ask("encrypt", bytes=encoded(b"{}"), key=pair["key"])
    assert encryption.ask("open", kind="cle", bytes=sealed,
                          code="")["message"] == "Choisissez le fichier de votre clé privée."
    assert encryption.ask("open", kind="code", bytes=encoded(b"PK"),
                          code=" ")["message"] == "Indiquez le code reçu par téléphone."
