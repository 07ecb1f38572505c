"""Which libraries the program is made of: the list of parts (CycloneDX), their licences and texts.

    python packaging/parts.py        # writes resources/licences/libraries.md anew

Names, versions and hashes are those of locks/program.txt; the licence is what each library says of itself
where it is installed, so this runs in an environment made from the lock.
"""

import json
import re
import shutil
import subprocess
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from project import PROJECT, ROOT, VERSION

LOCK = ROOT / "packaging" / "locks" / "program.txt"
PAGE = ROOT / "resources" / "licences" / "libraries.md"
LONGEST = 60
"""Characters: a longer "License" is the text itself, not its name."""

_TEXTS = re.compile(r"(^|/)(licen[cs]es?|copying|notice|authors)[^/]*$|\.dist-info/licenses/", re.IGNORECASE)


def libraries() -> list[Distribution]:
    """Return what the program needs to run, by name; what only builds it is left out."""
    found: dict[str, Distribution] = {}
    wanted = [Requirement(text) for text in PROJECT["dependencies"]]
    while wanted:
        asked = wanted.pop()
        name = canonicalize_name(asked.name)
        if name in found or (asked.marker is not None and not asked.marker.evaluate({"extra": ""})):
            continue
        found[name] = distribution(name)
        wanted += [Requirement(text) for text in found[name].requires or ()]
    return [found[name] for name in sorted(found)]


def licence(library: Distribution) -> str:
    """Return what a library calls its licence."""
    said = library.metadata
    if said["License-Expression"]:
        return str(said["License-Expression"])
    short = (said["License"] or "").strip()
    if short and len(short) <= LONGEST and "\n" not in short:
        return short
    classes = [
        line.rpartition(" :: ")[2] for line in said.get_all("Classifier", ()) if line.startswith("License ::")
    ]
    return ", ".join(classes) or "see its page"


def locked() -> dict[str, list[str]]:
    """Return the versions of each library in the lock: more than one where Pythons differ."""
    found: dict[str, list[str]] = {}
    for name, version in re.findall(
        r"^([\w.-]+)==([\w.]+)", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE
    ):
        found.setdefault(canonicalize_name(name), []).append(version)
    return found


def licences_page() -> str:
    """Return the page of the libraries and their licences."""
    versions = {name: " or ".join(found) for name, found in locked().items()}
    rows = "".join(
        f"| {library.name} | {versions[canonicalize_name(library.name)]} | {licence(library)} |\n"
        for library in libraries()
    )
    head = (ROOT / "packaging" / "licences_head.md").read_text(encoding="utf-8")
    return f"{head}\n| library | version | licence |\n|---|---|---|\n{rows}"


def copy_texts(folder: Path) -> int:
    """Copy every library's licence texts into a folder of its own; return how many libraries have one."""
    with_text = 0
    for library in libraries():
        files = [
            file for file in library.files or () if _TEXTS.search(file.as_posix()) and file.suffix != ".py"
        ]
        for number, file in enumerate(files):
            place = folder / library.name / f"{number:02d}_{file.name}"
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(Path(str(library.locate_file(file))), place)
        with_text += bool(files)
    return with_text


def bill_of_materials() -> str:
    """Return the list of parts as CycloneDX JSON: the lock with its hashes, each library with its licence.

    Where the lock has two versions for two Pythons, the part is the one installed here, which is built in.
    """
    command = [
        sys.executable,
        "-m",
        "cyclonedx_py",
        "requirements",
        str(LOCK),
        "--output-reproducible",
        "--validate",
    ]
    made = subprocess.run([*command, "--of", "JSON"], check=True, capture_output=True, text=True)
    bill: dict[str, Any] = json.loads(made.stdout)
    here = {canonicalize_name(library.name): library for library in libraries()}
    said = {name: licence(library) for name, library in here.items()}
    parts = [
        part
        for part in bill["components"]
        if (name := canonicalize_name(part["name"])) in here and part["version"] == here[name].version
    ]
    if len(parts) != len(here):
        raise SystemExit("The libraries installed here are not those of the lock: make the environment anew.")
    for part in parts:
        part["licenses"] = [{"license": {"name": said[canonicalize_name(part["name"])]}}]
        # where this machine took the list from tells nobody anything
        part["externalReferences"] = [_by_registry(one, part) for one in part.get("externalReferences", ())]
        part.pop("description", None)
    bill["components"] = parts
    bill["metadata"]["component"] = {
        "type": "application",
        "bom-ref": "sscviewer",
        "name": "sscviewer",
        "version": VERSION,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    bill["dependencies"] = [{"ref": "sscviewer", "dependsOn": sorted(part["bom-ref"] for part in parts)}]
    return json.dumps(bill, indent=1, ensure_ascii=False) + "\n"


def _by_registry(reference: dict[str, Any], part: dict[str, Any]) -> dict[str, Any]:
    return reference | {"url": f"https://pypi.org/project/{part['name']}/{part['version']}/"}


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(licences_page(), encoding="utf-8")
