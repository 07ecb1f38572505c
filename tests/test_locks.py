"""The locks hold what pyproject.toml asks for; where they do not, packaging/lock.sh was forgotten."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PROGRAM = PROJECT["dependencies"]
TESTS = PROGRAM + PROJECT["optional-dependencies"]["dev"]


def locked(name: str) -> dict[str, set[str]]:
    """Return the versions of each library: more than one where Pythons differ."""
    found: dict[str, set[str]] = {}
    text = (ROOT / "packaging" / "locks" / name).read_text(encoding="utf-8")
    for library, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, flags=re.MULTILINE):
        found.setdefault(canonicalize_name(library), set()).add(version)
    return found


@pytest.mark.parametrize(("name", "asked"), [("program.txt", PROGRAM), ("tests.txt", TESTS)])
def test_every_range_is_met(name, asked):
    versions = locked(name)
    for requirement in map(Requirement, asked):
        found = versions.get(canonicalize_name(requirement.name), set())
        assert found, f"{requirement.name} is not in {name}"
        assert all(requirement.specifier.contains(version) for version in found), (requirement, found)


def test_the_program_has_the_same_versions_in_both():
    tests = locked("tests.txt")
    assert all(tests[library] == versions for library, versions in locked("program.txt").items())
