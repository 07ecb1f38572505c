"""Two names of a file that differ on one patient-day are two measurements; one name or the other is one."""

import datetime as dt

import pandas as pd
import pytest

from sscviewer.workbook.findings import Findings
from sscviewer.workbook.load import load_study
from sscviewer.workbook.measurements.parameters import settle_parameters

DAYS = (dt.date(2021, 3, 1), dt.date(2021, 6, 1))


def loaded(make_workbook, rows):
    head = ["Patient", "Sample date", "Test", "Result", "Unit"]
    return load_study(make_workbook({"Labs": [head, *rows]})).study


def values(study, code):
    return sorted(study.column("measurements", "AVAL")[study.column("measurements", "PARAMCD") == code])


@pytest.mark.parametrize("names", [("Sodium", "Sodium."), ("sodium", "Serum sodium")])
@pytest.mark.parametrize("order", [1, -1])
def test_two_names_of_one_day_are_two_measurements(make_workbook, names, order):
    rows = [[f"P{k}", day, names[0], 140 + k, "mmol/L"] for k in range(3) for day in DAYS]
    rows += [[f"P{k}", DAYS[0], names[1], 120 + k, "mmol/L"] for k in range(3)]
    study = loaded(make_workbook, rows[::order])
    assert values(study, "SODIUM") == [140, 140, 141, 141, 142, 142]
    assert values(study, "SODIUM_2") == [120, 121, 122]
    said = [issue for issue in study.issues if issue.code == "value.names_apart"]
    assert len(said) == 1
    assert all(f"“{name}”" in said[0].message for name in names)
    assert said[0].sheet == "Labs"


def test_a_name_each_site_writes_its_own_way_is_one_measurement(make_workbook):
    rows = [[f"P{k}", day, ("Sodium", "sodium.")[k % 2], 140 + k, "mmol/L"] for k in range(4) for day in DAYS]
    study = loaded(make_workbook, rows)
    assert len(values(study, "SODIUM")) == 8
    assert not [issue for issue in study.issues if issue.code == "value.names_apart"]


def test_no_measurements_have_no_parameters():
    none = pd.DataFrame(
        {name: [] for name in ("PARAMCD", "AVAL", "AVALU", "AVALC", "NAME", "KIND", "SRCREF")}
    )
    assert settle_parameters(none, Findings())[1] == ()
