"""Data sets of SAS, SPSS and Stata: cells, labels, dates, values that are missing."""

import datetime as dt
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from sscviewer.workbook import UnusableFile, load_study
from sscviewer.workbook.container import open_container
from sscviewer.workbook.reading import read_workbook
from sscviewer.workbook.values.cells import make_sheets

FRAME = pd.DataFrame(
    {
        "USUBJID": ["A-1", "A-2", "A-3"],
        "SEX": [2.0, 1.0, np.nan],
        "ADT": [dt.date(2020, 1, 2), dt.date(1965, 2, 3), None],
        "SEEN": pd.to_datetime(["2020-01-02 10:11:12", None, "2020-01-02 00:00:00"]),
        "FVC": [2.5, 999.0, 3.25],
    }
)
LABELS = ["Subject", "Sex at birth", "Date of the test", "Seen", "FVC (L)"]
WORDS = {"SEX": {1: "Male", 2: "Female"}, "FVC": {999: "not done"}}
WRITERS = {
    "sav": lambda path, **more: pyreadstat.write_sav(FRAME, path, column_labels=LABELS, **more),
    "zsav": lambda path, **more: pyreadstat.write_sav(
        FRAME, path, column_labels=LABELS, compress=True, **more
    ),
    "dta": lambda path, **more: pyreadstat.write_dta(FRAME, path, column_labels=LABELS, **more),
    "por": lambda path: pyreadstat.write_por(FRAME, path, column_labels=LABELS),
    "xpt": lambda path: pyreadstat.write_xport(
        FRAME, path, column_labels=LABELS, table_name="LUNG", file_format_version=5
    ),
}


def opened(path: Path):
    found = read_workbook(open_container(path), lambda: False)
    sheets = {}
    for sheet in make_sheets(found.sheets):
        sheets[sheet.name] = sheet.labels, [list(row) for row in zip(*(c.texts for c in sheet.columns))]  # noqa: B905
    return found, sheets


def said(found) -> dict[str, str]:
    return {code: sentence for _, code, sentence in found.notes}


@pytest.mark.parametrize("kind", WRITERS)
def test_names_labels_dates_and_missing_values(tmp_path, kind):
    path = tmp_path / "named_otherwise.xlsx"
    WRITERS[kind](path)
    found, sheets = opened(path)
    assert found.kind == ("sav" if kind == "zsav" else kind)
    ((name, (labels, rows)),) = sheets.items()
    assert name == ("LUNG" if kind == "xpt" else "named_otherwise")
    assert labels == tuple(LABELS)
    assert rows == [
        ["USUBJID", "SEX", "ADT", "SEEN", "FVC"],
        ["A-1", "2", "2020-01-02", "2020-01-02T10:11:12", "2.5"],
        ["A-2", "1", "1965-02-03", "", "999"],
        ["A-3", "", "", "2020-01-02", "3.25"],
    ]


@pytest.mark.parametrize("kind", ["sav", "zsav", "dta"])
def test_codes_become_their_labels_and_numbers_stay(tmp_path, kind):
    path = tmp_path / f"x.{kind}"
    WRITERS[kind](path, variable_value_labels=WORDS)
    found, sheets = opened(path)
    _, rows = sheets["x"]
    assert [row[1] for row in rows] == ["SEX", "Female", "Male", ""]
    assert [row[4] for row in rows] == ["FVC", "2.5", "not done", "3.25"]
    assert found.notes == [
        ("info", "file.value_labels", f"“x.{kind}”: read by their value labels, not their codes: SEX.")
    ]


def test_what_the_file_declares_missing_is_empty_and_counted(tmp_path):
    path = tmp_path / "x.sav"
    WRITERS["sav"](path, variable_value_labels=WORDS, missing_ranges={"FVC": [{"lo": 990, "hi": 999}]})
    found, sheets = opened(path)
    assert [row[4] for row in sheets["x"][1]] == ["FVC", "2.5", "", "3.25"]
    assert said(found)["file.declared_missing"] == (
        "“x.sav”: cells whose value the file declares missing, read as empty: FVC 999 “not done” (1)."
    )


def test_stata_letters_of_missing_values(tmp_path):
    path = tmp_path / "x.dta"
    frame = pd.DataFrame({"id": ["A", "B", "C"], "fvc": [2.5, "a", 3.0]})
    pyreadstat.write_dta(
        frame, path, missing_user_values={"fvc": ["a"]}, variable_value_labels={"fvc": {"a": "refused"}}
    )
    found, sheets = opened(path)
    assert [row[1] for row in sheets["x"][1]] == ["fvc", "2.5", "", "3"]
    assert "fvc a “refused” (1)" in said(found)["file.declared_missing"]


def test_items_of_a_questionnaire_keep_their_numbers(tmp_path):
    answers = {0: "none", 1: "some", 2: "much", 3: "unable", 9: "not answered"}
    names = ["dress", "rise", "eat", "walk"]
    frame = pd.DataFrame({"id": ["A", "B"]} | {name: [1, 9] for name in names} | {"grade": [1, 2]})
    path = tmp_path / "x.sav"
    labels = dict.fromkeys(names, answers) | {"grade": {1: "mild", 2: "severe", 3: "fatal"}}
    pyreadstat.write_sav(frame, path, variable_value_labels=labels)
    found, sheets = opened(path)
    assert sheets["x"][1][1:] == [["A", *["1"] * 4, "mild"], ["B", *["not answered"] * 4, "severe"]]
    assert [code for _, code, _ in found.notes] == ["file.value_labels", "file.codes_kept"]
    assert "dress, rise, eat, walk" in found.notes[1][2]


def test_ends_of_a_scale_are_numbers(tmp_path):
    path = tmp_path / "x.sav"
    frame = pd.DataFrame({"id": ["A", "B", "C"], "mrss": [0, 7, 51]})
    pyreadstat.write_sav(frame, path, variable_value_labels={"mrss": {0: "none", 51: "everywhere"}})
    assert [row[1] for row in opened(path)[1]["x"][1]] == ["mrss", "0", "7", "51"]


def test_four_byte_numbers_are_read_as_written(tmp_path):
    path = tmp_path / "x.dta"
    frame = pd.DataFrame({"id": ["A", "B"], "fvc": np.array([2.1, 3.05], dtype=np.float32)})
    frame.to_stata(path, write_index=False)
    assert [row[1] for row in opened(path)[1]["x"][1]] == ["fvc", "2.1", "3.05"]


def test_a_date_beyond_the_calendar_leaves_the_others(tmp_path):
    path = tmp_path / "x.sav"
    frame = pd.DataFrame({"id": ["A", "B"], "seen": [dt.date(2020, 1, 2), None], "far": [1e15, 1.0]})
    pyreadstat.write_sav(frame, path, variable_format={"far": "DATE11"})
    found, sheets = opened(path)
    assert [row[1] for row in sheets["x"][1]] == ["seen", "2020-01-02", ""]
    assert "far" in said(found)["file.dates_beyond"]


def test_every_data_set_of_a_transport_file(tmp_path):
    parts = []
    for name, value in (("DM", "F"), ("VS", "x")):
        path = tmp_path / f"{name}.xpt"
        frame = pd.DataFrame({"USUBJID": [f"A-{i}" for i in range(7)], "SEX": [value] * 7})
        pyreadstat.write_xport(frame, path, table_name=name, file_format_version=5)
        parts.append(path.read_bytes())
    both = tmp_path / "both.xpt"
    both.write_bytes(parts[0] + parts[1][240:])
    found, sheets = opened(both)
    assert {name: len(rows) for name, (_, rows) in sheets.items()} == {"DM": 8, "VS": 8}
    assert found.notes == []
    both.write_bytes(both.read_bytes()[:-33])
    assert opened(both)[0].notes[0][:2] == ("warning", "file.partly_read")


def test_a_folder_of_them_is_one_study(tmp_path):
    for kind in ("sav", "dta", "xpt"):
        WRITERS[kind](tmp_path / f"lung_{kind}.{kind}")
    loaded = load_study(tmp_path)
    assert loaded.study.usubjids == ("A-1", "A-2", "A-3")
    assert [sheet.name for sheet in loaded.report.sheets] == ["dta", "sav", "xpt"]


@pytest.mark.parametrize("kind", WRITERS)
def test_a_cut_file_is_said_to_be_cut(tmp_path, kind):
    path = tmp_path / f"x.{kind}"
    WRITERS[kind](path)
    path.write_bytes(path.read_bytes()[: 700 if kind in ("por", "xpt") else 250])
    with pytest.raises(UnusableFile, match=r"is a data set .* damaged, cut short"):
        load_study(path)


def test_sas_data_sets(shared):
    path = shared / "corpus_cdisc" / "files" / "watson_diab_folder" / "adaediab.sas7bdat"
    found, sheets = opened(path)
    columns, _ = pyreadstat.read_sas7bdat(str(path), output_format="dict")
    labels, rows = sheets["ADAE"]
    assert found.kind == "sas7bdat"
    assert rows[0] == list(columns)
    assert len(labels) == len(columns)
    assert [row[1] for row in rows[1:]] == [str(day or "") for day in columns["TRTSDT"]]


def test_a_zip_of_sas_data_sets(shared, tmp_path):
    folder = shared / "corpus_cdisc" / "files" / "watson_diab_folder"
    files = sorted(folder.glob("*.sas7bdat"))
    path = tmp_path / "study.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in files:
            archive.write(file, f"export/{file.name}")
    assert len(opened(path)[1]) == len(files)
