"""The list of parts and the page of licences name every library the program runs on."""

import json
import re
from importlib.util import find_spec
from pathlib import Path

import parts
import pytest
from packaging.utils import canonicalize_name

from sscviewer.bundled import resource_path

PAGE = resource_path("licences", "libraries.md").read_text(encoding="utf-8")
ROWS = {
    canonicalize_name(name): (versions.split(" or "), licence)
    for name, versions, licence in re.findall(
        r"^\| ([\w.-]+) \| (\d[^|]*) \| ([^|]+) \|$", PAGE, flags=re.MULTILINE
    )
}


def test_the_page_names_every_library_with_the_locked_version():
    """After a change of the lock run packaging/parts.py."""
    locked = parts.locked()
    assert {name: versions for name, (versions, _) in ROWS.items()} == {name: locked[name] for name in ROWS}
    for library in parts.libraries():
        assert canonicalize_name(library.name) in ROWS, library.name


def test_each_has_a_licence_and_qt_is_under_the_lgpl():
    assert all(licence.strip() and licence != "see its page" for _, licence in ROWS.values())
    for name in ("pyside6-essentials", "shiboken6"):
        assert "LGPL-3.0-only" in ROWS[name][1]
    assert "no GPL alone" not in PAGE
    only_gpl = [name for name, (_, licence) in ROWS.items() if re.fullmatch(r"A?GPL\S*", licence.strip())]
    assert only_gpl == []


def test_what_only_builds_the_program_is_not_in_it():
    assert not {"hatchling", "pyinstaller", "pytest", "editables"} & set(ROWS)


def test_qt_texts_are_whole():
    lesser = resource_path("licences", "LGPL-3.txt").read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in lesser
    assert "4. Combined Works." in lesser
    assert "END OF TERMS AND CONDITIONS" in resource_path("licences", "GPL-3.txt").read_text(encoding="utf-8")


def test_texts_of_all_but_qt_are_copied(tmp_path):
    parts.copy_texts(tmp_path)
    without = {library.name for library in parts.libraries()} - {path.name for path in tmp_path.iterdir()}
    assert without <= {"PySide6_Essentials", "shiboken6"}
    assert any(
        "Redistribution" in path.read_text("utf-8", "replace") for path in Path(tmp_path, "pandas").iterdir()
    )


@pytest.mark.skipif(find_spec("cyclonedx_py") is None, reason="its tool is in packaging/locks/build.txt only")
def test_the_list_of_parts_has_versions_hashes_and_licences():
    bill = json.loads(parts.bill_of_materials())
    assert bill["bomFormat"] == "CycloneDX"
    named = [(canonicalize_name(part["name"]), part["version"]) for part in bill["components"]]
    installed = {canonicalize_name(library.name): library.version for library in parts.libraries()}
    assert sorted(named) == sorted(installed.items())
    assert all(version in ROWS[name][0] for name, version in named)
    for part in bill["components"]:
        assert part["licenses"]
        assert any(one["alg"] == "SHA-256" for ref in part["externalReferences"] for one in ref["hashes"])
    assert "requirements line" not in json.dumps(bill)
