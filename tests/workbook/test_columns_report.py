"""Every column that holds anything is accounted for, once."""

import datetime as dt

from sscviewer.model.load_report import HIDDEN


def test_read_hidden_and_left_are_all(load):
    head = ["Subject", "Nachname", "Visit", "Date", "FVC (L)", "Remark", "Empty"]
    rows = [[p, "Muster", v, dt.date(2030, m, 1), 2.5, f"remark {p}{m}", None]
            for p in "AB" for m, v in ((1, "Baseline"), (4, "Month 3"))]  # fmt: skip
    loaded = load({"PFT": [head, *rows]})
    columns = {c.heading: (c.read_as, c.filled) for c in loaded.report.sheets[0].columns}
    assert columns == {
        "Subject": ("measurements.USUBJID", 4),
        "Nachname": (HIDDEN, 4),
        "Visit": ("measurements.VISIT", 4),
        "Date": ("measurements.ADT", 4),
        "FVC (L)": ("measurements.FVC", 4),
        "Remark": (None, 4),
    }
    (said,) = [i.message for i in loaded.report.issues if i.code == "column.not_read"]
    assert said.startswith("Not read: 1 column with 4 filled cells: “Remark” (")
    document = loaded.report.to_json()["sheets"][0]["columns"]
    assert [c["column"] for c in document] == list("ABCDEF")


def test_dates_of_the_visit_sheet_date_the_values(load):
    day = dt.date(2030, 2, 3)
    loaded = load(
        {
            "Visits": [["Subject", "Visit", "Visit date"], ["A", "Visit 1", day], ["A", "Visit 2", None]],
            "Labs": [["Subject", "Visit", "Creatinine"], ["A", "Visit 1", 0.8], ["A", "Visit 2", 0.9]],
        }
    )
    dates = loaded.study.measurements.set_index("VISIT")["ADT"]
    assert dates["Visit 1"].date() == day
    assert dates.isna()["Visit 2"]
