"""The list of what the site is made of, in CycloneDX 1.6: the npm packages of the lock, the Python ones of the build.

The same commit gives the same bytes: no serial number, the day of the commit for a date. Nothing of a registry's address.
"""

import base64
import json
import re
import tomllib
from importlib import metadata
from pathlib import Path

NAME = "sbom.cdx.json"
IN_PAGE = ("brython",)
"""The Python packages whose code is in the pages; the others only serve to build them."""


def sbom(project: Path, lock: Path, day: str) -> str:
    """The JSON text, from ``pyproject.toml``, ``package-lock.json`` and the day of the commit, AAAA-MM-JJ."""
    about = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    components = python_components(about["dependencies"]) + npm_components(json.loads(lock.read_text(encoding="utf-8")))
    root = {"type": "application", "bom-ref": about["name"], "name": about["name"], "version": about["version"]}
    document = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
                "metadata": {"timestamp": f"{day}T00:00:00Z", "component": root},
                "components": sorted(components, key=lambda one: one["bom-ref"])}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def npm_components(lock: dict) -> list[dict]:
    """Every package of the lock; those that only serve to build are « excluded » from the scope of what runs."""
    found = {}
    for place, package in lock["packages"].items():
        if not place:
            continue
        name = package.get("name") or place.rpartition("node_modules/")[2]
        component = _component("npm", name, package["version"], not package.get("dev"), package.get("license", ""))
        if "integrity" in package:
            algorithm, _, value = package["integrity"].partition("-")
            component["hashes"] = [{"alg": algorithm.upper().replace("SHA", "SHA-"), "content": base64.b64decode(value).hex()}]
        found[component["bom-ref"]] = component
    return list(found.values())


def python_components(requirements: list[str]) -> list[dict]:
    """The packages that the project requires, and those that they require in turn, as they are installed."""
    wanted, found = [_name(one) for one in requirements], {}
    while wanted:
        name = wanted.pop()
        if name in found:
            continue
        try:
            package = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # required on another system, or by an option that we do not take
        found[name] = _component("pypi", name, package["Version"], name in IN_PAGE, package.get("License-Expression") or "")
        wanted += [_name(one) for one in metadata.requires(name) or [] if "extra ==" not in one]
    return list(found.values())


def _name(requirement: str) -> str:
    """The normalised name of a package, from « Name[option]>=1; marker »."""
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", requirement)[0]).lower()


def _component(kind: str, name: str, version: str, runs: bool, licence: str) -> dict:
    purl = f"pkg:{kind}/{name.replace('@', '%40')}@{version}"
    component = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
                 "scope": "required" if runs else "excluded"}
    if licence:
        component["licenses"] = [{"expression": licence}]
    return component
