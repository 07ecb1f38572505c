"""Footers and names of what is saved."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from sscviewer.model.load_report import Source
from sscviewer.report.provenance import PATTERN, Names, file_stem, provenance

SOURCE = Source("Export 20 patients.xlsx", "ab" * 32, 5, "xlsx")
ALIKE = ("01/003", "01-003", "01:003", "p01", "P01", "Ä1", "A\u03081", "A\x001", "A1")
DAY = dt.date(2026, 11, 29)


def test_a_filter_changes_the_count_and_never_the_name_of_the_file():
    said = provenance(SOURCE, 20, DAY, kept=12, filtered="stopped early").split(" · ")
    assert said[0] == "Export 20 patients.xlsx"
    assert said[2] == "12 of 20 patients: stopped early"
    assert provenance(SOURCE, 20, DAY).split(" · ")[2:4] == ["20 patients", "2026-11-29"]


def test_one_patient_is_one():
    assert "1 patient" in provenance(SOURCE, 1, DAY).split(" · ")


def test_names_alike_become_different_files():
    stems = [
        file_stem(PATTERN, study="t", patient=patient, view="profile")
        for patient in (*ALIKE, *(long + end for long in ("x" * 300, "試" * 90) for end in "12"))
    ]
    names = Names()
    given_names = [names.give(stem) for stem in stems]
    assert len({name.casefold() for name in given_names}) == len(stems)
    assert all(len(name.encode()) <= 125 for name in given_names)


@given(st.lists(st.text(max_size=200), max_size=30))
def test_no_two_names_are_one_file(patients):
    names = Names()
    found = [names.give(file_stem(PATTERN, study="s", patient=p, view="v")) for p in patients]
    assert len({name.casefold() for name in found}) == len(patients)
