"""The list of what the site is made of, in CycloneDX 1.6: the npm packages of the lock, the Python ones that are
pinned.

The same commit gives the same bytes: no serial number, the day of the commit for a date. Nothing of a registry's
address.
"""

import base64
import json
import tomllib
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
            component["hashes"] = [{"alg": algorithm.upper().replace("SHA", "SHA-"),
                                    "content": base64.b64decode(value).hex()}]
        other = found.get(component["bom-ref"])
        if other is None or other["scope"] == "excluded":  # a package that is shipped at one place is shipped
            found[component["bom-ref"]] = component
    return list(found.values())


def python_components(requirements: list[str]) -> list[dict]:
    """The packages that the project pins, « name==version »; what these bring in turn changes with the machine.

    Raises ValueError for a requirement that is not pinned.
    """
    found = []
    for requirement in requirements:
        name, pinned, version = requirement.partition("==")
        if not pinned:
            raise ValueError(f"not pinned: {requirement}")
        found.append(_component("pypi", name, version, name in IN_PAGE, ""))
    return found


def _component(kind: str, name: str, version: str, runs: bool, licence: str) -> dict:
    purl = f"pkg:{kind}/{name.replace('@', '%40')}@{version}"
    component: dict[str, object] = {"type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl,
                 "scope": "required" if runs else "excluded"}
    if licence:
        component["licenses"] = [{"expression": licence}]
    return component
