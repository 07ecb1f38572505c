"""The table of `verify` that says which tests watch what: every page is in it, every test of it is there."""

import json
from pathlib import Path

import pytest
import traceability

from sscviewer.bundled import resource_path

ROOT = Path(__file__).resolve().parents[2]

PAGES = sorted(path.stem for path in (ROOT / "resources" / "methods").glob("*.md"))
KEPT = {
    row["page"]: row for row in json.loads(resource_path("reference", "traceability.json").read_text("utf-8"))
}


@pytest.fixture(scope="module")
def made():
    """Not at import: every process that collects the tests would read them all."""
    return {row["page"]: row for row in traceability.traced()}


def test_every_page_is_in_it_and_watched(made):
    """After a new page run packaging/traceability.py; some test must import a module that the page names."""
    assert sorted(KEPT) == PAGES
    for row in made.values():
        assert row["modules"], f"{row['page']} names no module"
        assert row["tests"], f"no test imports what {row['page']} names"


@pytest.mark.parametrize("page", PAGES)
def test_what_is_kept_is_still_true(made, page):
    for test in KEPT[page]["tests"]:
        assert (ROOT / test).is_file(), f"{test} is gone: run packaging/traceability.py"
    for module in KEPT[page]["modules"]:
        assert (ROOT / "sscviewer" / module).is_file(), f"{module} is gone: run packaging/traceability.py"
    assert KEPT[page]["title"] == made[page]["title"]


def test_a_name_that_fits_two_modules_is_none():
    sources = ["analysis/a/words.py", "analysis/b/words.py", "analysis/mmrm.py", "clinical/haq.py"]
    text = "`words.py: f`, `b/words.py`, `sscviewer.analysis.mmrm.fit_mmrm`, `haq.py`, and `clinical/`"
    assert traceability.named_modules(text, sources) == [
        "analysis/b/words.py",
        "analysis/mmrm.py",
        "clinical/haq.py",
    ]
