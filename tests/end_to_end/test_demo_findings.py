"""The demo's faults are found, each in its cell, and nothing else is called a contradiction."""

import importlib.util
import sys
from argparse import Namespace

import pytest

from sscviewer.bundled import resource_path
from sscviewer.cli.commands import found_by_plan, prepared
from sscviewer.clinical.ctcae_criteria import DEFAULT_VERSION
from sscviewer.workbook import load_study
from sscviewer.workbook.contradictions.rules import OF_PLAN, RULES, check_by_plan

SAME_DAY = {"HAQ!C64", "Skin Score!C64"}
"""The other tests of the visit that is out of its window: same visit, same day."""

INCOMPLETE = {"visit.missing", "form.missing"}
"""Patients of the demo miss visits and tests, as patients do."""

NOT_DONE = "ND"
"""What the demo's laboratory writes for a test it did not do."""


@pytest.fixture(scope="module")
def blemishes():
    folder = str(resource_path("demo"))
    sys.path.insert(0, folder)
    try:
        spec = importlib.util.spec_from_file_location("make_demo", resource_path("demo", "make_demo.py"))
        module = importlib.util.module_from_spec(spec)
        sys.modules["make_demo"] = module
        spec.loader.exec_module(module)
        return module.blemish_cells()
    finally:
        sys.path.remove(folder)
        sys.modules.pop("make_demo", None)


@pytest.fixture(scope="module")
def loaded(demo_path):
    return load_study(demo_path)


@pytest.fixture(scope="module")
def issues(loaded):
    return loaded.report.issues


def test_exactly_the_blemishes_are_found(blemishes, issues):
    found = {i.srcref for i in issues if i.severity != "info" and f"“{NOT_DONE}”" not in i.message}
    assert found == set(blemishes) | SAME_DAY


def test_the_contradictions_are_those_of_the_blemishes(blemishes, issues):
    codes = {rule.code for rule in RULES} - INCOMPLETE
    told = sorted((i.code, i.usubjid) for i in issues if i.code in codes)
    assert told == [
        ("ae.after_last_contact", "SSC-013"),
        ("date.missing_start", "SSC-007"),
        ("date.missing_start", "SSC-019"),
        ("visit.window", "SSC-016"),
        ("visit.window", "SSC-016"),
        ("visit.window", "SSC-016"),
    ]
    assert all(i.srcref in set(blemishes) | SAME_DAY for i in issues if i.code in codes)
    assert {(i.code, i.usubjid) for i in issues if i.code == "visit.missing"} == {
        ("visit.missing", "SSC-009")
    }


def test_what_is_left_are_partial_dates_and_notes_on_sheets(issues):
    infos = {i.code for i in issues if i.severity == "info"}
    assert (
        infos
        == {
            "column.not_read",
            "date.partial",
            "sheet.ignored",
            "row.no_values",
            "value.text_only",
            "value.limit",
        }
        | INCOMPLETE
    )


def test_a_window_of_the_plan_is_the_one_the_findings_know(loaded):
    """SSC-016 came 33 days late to month 6 (the HAQ 32), SSC-009 has no week 16 of 112 days."""
    read = loaded.report.issues
    assert check_by_plan(read, loaded.study, {}, DEFAULT_VERSION) == read

    def late(**margins):
        of_visits = {name.replace("_", " "): days for name, days in margins.items()}
        found = check_by_plan(read, loaded.study, of_visits, DEFAULT_VERSION)
        assert set(read) - set(found) <= {issue for issue in read if issue.code in OF_PLAN}
        grave = [("error", "warning", "info").index(issue.severity) for issue in found]
        assert grave == sorted(grave)
        return [issue for issue in found if issue.code in OF_PLAN and issue.usubjid in ("SSC-016", "SSC-009")]

    assert [issue.sheet for issue in late(month_6=(14, 33))] == ["Demographics"]
    first, second, _ = late(month_6=(14, 32))
    assert (first.srcref, second.srcref) == ("Pulmonary Function!C64", "Skin Score!C64")
    assert "(the plan allows for −14 to +32)" in first.message
    assert "visit.missing" not in {issue.code for issue in late(week_16=(7, 3650))}


def test_what_is_printed_and_what_the_sites_are_asked_is_one_report(loaded, tmp_path):
    plan = tmp_path / "plan.toml"
    plan.write_text('[visits]\nmargins = "Month 6: 60"\n', "utf-8")  # nobody came late to it
    options = Namespace(plan=plan)
    printed = found_by_plan(options, loaded)
    assert "visit.window" in {issue.code for issue in loaded.report.issues}
    assert "visit.window" not in {issue.code for issue in printed.issues}
    assert prepared(options, loaded).report == printed
