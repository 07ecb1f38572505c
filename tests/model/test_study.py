"""The frozen study: complete, in order, sliced per patient, read-only."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.model.issue import Issue
from sscviewer.model.load_report import ColumnReport, LoadReport, ParameterReport, SheetReport, Source
from sscviewer.model.parameters import BY_CODE, Parameter
from sscviewer.model.questions import Question
from sscviewer.model.study import build_study
from sscviewer.model.tables import DATE_FLAGS, TABLES

SOURCE = Source("t.xlsx", "00", 1, "xlsx")


def dates(*texts):
    return np.array(texts, dtype="datetime64[s]")


@pytest.fixture
def study():
    return build_study(
        {
            "subjects": pd.DataFrame(
                {"USUBJID": ["P10", "P2"], "SRCREF": ["S!A2", "S!A3"], "AGE": [50, None]}
            ),
            "measurements": pd.DataFrame(
                {
                    "USUBJID": ["P2", "P10", "P2"],
                    "SRCREF": ["M!C4", "M!C2", "M!C3"],
                    "PARAMCD": ["FVC", "FVC", "FVC"],
                    "AVISITN": [3.0, 0.0, 0.0],
                    "ADT": dates("2007-04-01", "2007-02-01", "2007-01-01"),
                    "AVAL": [2.5, 3.0, 2.6],
                }
            ),
            "exposure": pd.DataFrame(
                {
                    "USUBJID": ["P2", "P2"],
                    "SRCREF": ["E!A2", "E!A3"],
                    "EXDOSE": [0.0, 100.0],
                    "ASTDT": dates("2006-12-01", "2007-01-02"),
                    "ASTDTF": ["", ""],
                    "AENDT": dates("2006-12-31", "2007-03-01"),
                    "AENDTF": ["", "D"],
                }
            ),
            "adverse_events": pd.DataFrame(
                {"USUBJID": ["P7"], "SRCREF": ["AE!A2"], "AETERM": ["Rash"], "ASTDT": dates("2007-05-05")}
            ),
        },
        [BY_CODE["FVC"]],
        source=SOURCE,
        cells={("adverse_events", "AE"): {"AETERM": "C"}},
    )


def test_patients_come_in_natural_order_with_those_of_other_sheets(study):
    assert study.usubjids == ("P2", "P7", "P10")
    assert study.value("P7", "SRCREF") == "AE!A2"


def test_every_table_has_its_columns_in_their_kinds(study):
    for name, columns in TABLES.items():
        frame = study.frame(name)
        assert [c.name for c in columns] == list(frame.columns)[: len(columns)]
        for column in columns:
            kind = study.column(name, column.name).dtype.kind
            assert kind == {"text": "O", "number": "f", "date": "M"}[column.kind]
        for day, flag in DATE_FLAGS[name]:
            missing = frame[day].isna()
            assert (frame.loc[missing, flag] == "Y").all()


def test_first_and_last_dose_ignore_zero_doses(study):
    assert str(study.value("P2", "TRTSDT"))[:10] == "2007-01-02"
    assert str(study.value("P2", "TRTEDT"))[:10] == "2007-03-31"
    assert study.value("P2", "TRTEDTF") == "D"


def test_day_one_falls_back(study):
    source = [study.value(u, "RFSTSRC") for u in study.usubjids]
    assert source == ["first dose", "none", "baseline visit"]
    rows = study.rows("measurements", "P2")
    assert study.column("measurements", "ADY")[rows].tolist() == [-1, 90]


def test_a_slice_is_one_patient(study):
    rows = study.rows("measurements", "P2")
    assert set(study.column("measurements", "USUBJID")[rows]) == {"P2"}
    empty = study.rows("measurements", "P7")
    assert empty.start == empty.stop
    with pytest.raises(KeyError):
        study.rows("measurements", "nobody")


def test_arrays_cannot_be_written(study):
    with pytest.raises(ValueError, match="read-only"):
        study.column("measurements", "AVAL")[0] = 1
    frame = study.measurements
    frame["AVAL"] = 0.0
    assert study.measurements["AVAL"].tolist() != [0.0, 0.0, 0.0]


def test_columns_that_are_not_in_the_file_take_no_memory_however_many_rows(study):
    for name in ("ATPT", "ANRLO", "RECIPE", "AWTARGET"):
        assert study.column("measurements", name).strides == (0,)
        assert np.shares_memory(study.column("measurements", name), study.measurements[name].to_numpy())
    changed = study.measurements
    changed.loc[0, "RECIPE"] = "by hand"
    assert set(study.column("measurements", "RECIPE")) == {""}


def test_cells(study):
    assert study.srcref("measurements", 0, "AVAL") == str(study.column("measurements", "SRCREF")[0])
    assert study.srcref("adverse_events", 0, "AETERM") == "AE!C2"
    assert study.srcref("adverse_events", 0, "AEOUT") == ""


def test_report_json_has_the_agreed_keys():
    columns = (ColumnReport("B", "Term", "adverse_events.AETERM", 3),)
    report = LoadReport(
        SOURCE,
        (SheetReport("AE", "adverse_events", "sdtm", 1, 3, 2, 1, "x", columns),),
        (("subjects", 1, 1),),
        (ParameterReport("FVC", "Forced vital capacity", "L", 3, 1, 1),),
        (Issue("warning", "date.partial", "m", "AE", "H12", "P1"), Issue("info", "date.partial", "m")),
        (("measurements", 1),),
        (Question("time_unit", "AE", "D", "Days?", ("days", "weeks"), "days"),),
    )
    assert report.to_json() == {
        "schema": 2,
        "source": {"name": "t.xlsx", "sha256": "00", "bytes": 1, "container": "xlsx"},
        "sheets": [
            {
                "name": "AE", "role": "adverse_events", "layout": "sdtm", "header_row": 1,
                "rows": 3, "used": 2, "not_used": 1, "why_not": "x",
                "columns": [
                    {"column": "B", "heading": "Term", "read_as": "adverse_events.AETERM", "filled": 3,
                     "why_not": None},
                ],
            }
        ],
        "tables": {"subjects": {"rows": 1, "subjects": 1}},
        "parameters": [
            {
                "PARAMCD": "FVC", "PARAM": "Forced vital capacity", "unit": "L",
                "values": 3, "subjects": 1, "not_numeric": 1,
            }
        ],
        "issues": [
            {
                "severity": "warning", "code": "date.partial", "message": "m",
                "sheet": "AE", "cell": "H12", "USUBJID": "P1",
            },
            {
                "severity": "info", "code": "date.partial", "message": "m",
                "sheet": None, "cell": None, "USUBJID": None,
            },
        ],
        "issue_counts": {"date.partial": 2},
        "not_shown": {"measurements": 1},
        "questions": [
            {
                "id": "time_unit", "sheet": "AE", "column": "D", "heading": None, "text": "Days?",
                "options": ["days", "weeks"], "taken": "days",
            }
        ],
    }  # fmt: skip


def test_axis_labels():
    assert BY_CODE["FVCPP"].axis_label == "FVC, % predicted"
    assert Parameter("X", "X", "", "X").axis_label == "X"


@pytest.mark.parametrize(
    ("subjects", "visits", "written", "flag", "first"),
    [
        ({"RFICDT": "2007-02-10"}, None, "2007-01-01", "M", "2007-02-10"),  # consent in that year
        ({}, "2007-02-15", "2007-01-01", "M", "2007-02-15"),  # the baseline visit
        ({"RFICDT": "2007-02-10"}, "2007-02-15", "2007-02-01", "D", "2007-02-15"),  # the later of the two
        (
            {"TRTSDT": "2007-02-20"},
            "2007-02-15",
            "2007-02-01",
            "D",
            "2007-02-20",
        ),  # the first dose as recorded
        ({"RFICDT": "2007-06-01"}, None, "2007-02-01", "D", "2007-02-01"),  # would leave no day
        ({"RFICDT": "2007-02-10"}, None, "2007-02-03", "", "2007-02-03"),  # a whole date stands
    ],
)
def test_a_partial_start_of_a_dose_is_not_before_it_can_be(subjects, visits, written, flag, first):
    tables = {
        "subjects": pd.DataFrame(
            {"USUBJID": ["P"], "SRCREF": ["S!A2"], **{name: dates(day) for name, day in subjects.items()}}
        ),
        "exposure": pd.DataFrame(
            {"USUBJID": ["P"], "SRCREF": ["E!A2"], "EXDOSE": [1.0], "ASTDT": dates(written), "ASTDTF": [flag]}
        ),
    }
    if visits:
        tables["visits"] = pd.DataFrame(
            {
                "USUBJID": ["P"],
                "SRCREF": ["V!A2"],
                "VISIT": "Baseline",
                "AVISITN": [0.0],
                "ADT": dates(visits),
            }
        )
    study = build_study(tables, [], source=SOURCE)
    assert study.column("exposure", "ASTDT")[0] == np.datetime64(first)
    assert study.value("P", "RFSTDT") == np.datetime64(subjects.get("TRTSDT", first))
    assert study.column("exposure", "ASTDTF")[0] == flag
