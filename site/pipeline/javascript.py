"""JavaScript of the site: our few entry points and their libraries, bundled and minified by esbuild."""

import json
from pathlib import Path

from pipeline import words
from pipeline.node import NODE_MODULES, run
from pipeline.precache import FROM_NETWORK, PACK

JS = Path(__file__).resolve().parents[1] / "js"

CRYPTO_OPTIONS = {
    "alias": {
        "@noble/post-quantum/hybrid.js": str(JS / "crypto" / "hybrid.js"),
        "@noble/curves/nist.js": str(JS / "crypto" / "absent.js"),
        "@noble/curves/ed25519.js": str(JS / "crypto" / "x25519.js"),
    },
}
"""age without its hardware keys: see decision 0008."""

AGED = {"target": "es5"}
"""For the script that a browser too old for all the others must be able to read."""

ENTRIES = {
    "ancien.js": AGED,
    "boot.js": {"define": {"__SINGLE__": "false"}},
    "storage.js": {},
    "coffre.js": {},
    "importer.js": {},
    "handover.js": {},
    "crypto.js": CRYPTO_OPTIONS,
    "cles.js": {},
    "formulations.js": {},
}
"""Scripts of the pages, by the name under which they are served."""

SINGLE_OPTIONS = {"define": {"__SINGLE__": "true"}}

PDF_OPTIONS = {
    "define": {"import.meta.url": '"file:///pdfkit/"', "process.env.NODE_ENV": '"production"'},
    "alias": {
        "brotli/decompress.js": str(JS / "pdf" / "absent.js"),
        "png-js": str(JS / "pdf" / "absent.js"),
        "@noble/ciphers/aes": str(JS / "pdf" / "absent.js"),
        "unicode-properties": str(JS / "pdf" / "latin.js"),
    },
    "nodePaths": [str(NODE_MODULES)],
}


USUAL = ("string", "object", "array")
"""Types that the importer tells by what lies within; a text has nothing."""


def shape(schema: dict) -> dict:
    """What the importer reads of the JSON Schema of the dossier: 1.4 kB sent instead of 4.6. The rules judge the
    rest."""
    kept = {name: schema[name] for name in ("type", "const", "maxItems")
            if name in schema and schema[name] not in USUAL}
    if "properties" in schema:
        kept["properties"] = {name: shape(one) for name, one in schema["properties"].items()}
    return kept | {name: shape(schema[name]) for name in ("items", "additionalProperties")
                   if isinstance(schema.get(name), dict)}


def received(schema: dict, limits: dict) -> dict[str, str]:
    """The generated modules of what reads the files that come from elsewhere: the form of a dossier, and its limits."""
    return {"format": json.dumps(shape(schema), ensure_ascii=False), "limites": json.dumps(limits)}


def bundle(name: str, options: dict, data: dict) -> str:
    """The text of one bundled classic script. ``data`` are generated modules, imported as « pid:name »."""
    request = {"entry": str(JS / name), "options": options, "data": data}
    return run(Path(__file__).with_name("bundle.js"), request)["text"]


def minify(text: str) -> str:
    """A script without comments, spaces and long names; top-level names are kept."""
    return run(Path(__file__).with_name("bundle.js"), {"minify": text})["text"]


def scripts(schema: dict, characters: dict, limits: dict, skeletons: dict, work: Path) -> dict[str, str]:
    """Every script of the pages but Brython's and the service worker, by name; ``work`` holds the fonts and fontkit.

    ``characters`` are those of one program, by the character that everybody sees; ``limits`` those of a file received;
    ``skeletons`` are the sentences that answers may begin by.
    """
    data = {**received(schema, limits), "signes": json.dumps(characters),
            "formulations": json.dumps(skeletons, ensure_ascii=False),
            "mots": json.dumps(words.coded(words.french(NODE_MODULES)), ensure_ascii=False)}
    made = {name: bundle(name, options, data) for name, options in ENTRIES.items()}
    prepared = {"pid-fonts": str(work / "fonts"), "fontkit": str(work / "fontkit.mjs")}
    made["pdf.js"] = bundle("pdf.js", {**PDF_OPTIONS, "alias": {**PDF_OPTIONS["alias"], **prepared}}, data)
    return made


def single_file_start() -> str:
    """The script that starts the single file: the one of the pages, which finds pages and scripts in the document."""
    return bundle("boot.js", SINGLE_OPTIONS, {})


def service_worker(precache: dict[str, str], version: str) -> str:
    """The service worker with the list of files of this version."""
    define = {"__PRECACHE__": json.dumps(precache), "__FROM_NETWORK__": json.dumps(FROM_NETWORK),
              "__PACK__": json.dumps(PACK), "__VERSION__": json.dumps(version)}
    return bundle("sw.js", {"define": define}, {})
