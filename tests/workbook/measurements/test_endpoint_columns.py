"""The columns that composites and questionnaires need are recognised, whatever a site calls them."""

import openpyxl
import pytest

from sscviewer.clinical.haq import CATEGORY_CODES
from sscviewer.workbook import load_study
from sscviewer.workbook.evidence.columns.parameter_names import find_parameter
from sscviewer.workbook.evidence.words.item_names import haq_category


@pytest.mark.parametrize(
    ("name", "paramcd"),
    [
        ("Patient Global Assessment", "PTGA"),
        ("Physician's global assessment", "MDGA"),
        ("SHAQ VAS Raynaud", "RAYNVAS"),
        ("VAS overall severity", "OVERVAS"),
        ("BDI - functional impairment", "BDIFI"),
        ("TDI magnitude of effort", "TDIME"),
        ("Mahler TDI", "TDI"),
        ("SGRQ Total", "SGRQTOT"),
        ("SGRQ_Impacts", "SGRQIMP"),
        ("UCLA GIT reflux", "GITREF"),
        ("UCLA SCTC GIT 2.0 Distention/Bloating", "GITDIS"),
        ("UCLA GIT total score", "GITTOT"),
        ("Digital ulcers", "DIGULC"),
        ("Tendon friction rubs", "TFR"),
        ("Extent on HRCT", "HRCTEXT"),
        ("Reflux", None),
        ("Activity", None),
    ],
)
def test_names(name: str, paramcd: str | None) -> None:
    assert find_parameter(name, None) == paramcd


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("HAQ Dressing", "HAQC01"),
        ("Eating score", "HAQC03"),
        ("Reach", "HAQC06"),
        ("Gripping and opening", "HAQC07"),
    ],
)
def test_category_headings(heading: str, code: str) -> None:
    assert haq_category(heading) == code


def _write(path, sheet: str, heading: list[str], rows: list[list[object]]):
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in (heading, *rows):
        page.append(row)
    book.save(path)
    return path


def test_yes_and_no_become_numbers_and_counts_stay(tmp_path) -> None:
    path = _write(
        tmp_path / "t.xlsx",
        "Vascular",
        [
            "Patient",
            "Visit",
            "Visit date",
            "Digital ulcers",
            "Tendon friction rubs",
            "Skin worsening",
            "MRSS",
        ],
        [
            ["P1", "Baseline", "2020-01-01", "Yes", "no", "N", 20],
            ["P1", "Month 6", "2020-07-01", "No", "Y", "unclear", 15],
        ],
    )
    frame = load_study(path).study.measurements.set_index(["PARAMCD", "AVISIT"])
    assert frame.loc[("DIGULC", "Baseline"), "AVAL"] == 1
    assert frame.loc[("DIGULC", "Month 6"), "AVAL"] == 0
    assert frame.loc[("TFR", "Month 6"), "AVAL"] == 1
    assert frame.loc[("DIGULC", "Baseline"), "AVALC"] == "Yes"
    assert frame.loc[("SKINWORS", "Baseline"), "AVAL"] == 0
    assert frame["AVAL"].isna().sum() == 1, "“unclear” is neither"
    counted = _write(
        tmp_path / "c.xlsx",
        "Vascular",
        ["Patient", "Visit", "Visit date", "Number of digital ulcers", "MRSS"],
        [["P1", "Baseline", "2020-01-01", 3, 20], ["P2", "Baseline", "2020-01-01", 0, 12]],
    )
    frame = load_study(counted).study.measurements
    assert frame[frame["PARAMCD"] == "DIGULC"]["AVAL"].tolist() == [3, 0]


def test_impossible_questionnaire_values_are_kept_out(tmp_path) -> None:
    path = _write(
        tmp_path / "q.xlsx",
        "Questionnaires",
        ["Patient", "Visit", "Visit date", "SGRQ total", "TDI", "UCLA GIT reflux"],
        [["P1", "Baseline", "2020-01-01", 101, -10, 3.2], ["P1", "Month 6", "2020-07-01", 45, -9, 0.5]],
    )
    loaded = load_study(path)
    frame = loaded.study.measurements
    assert frame[frame["AVISIT"] == "Baseline"]["AVAL"].isna().all()
    assert sorted(frame[frame["AVISIT"] == "Month 6"]["AVAL"]) == [-9, 0.5, 45]
    assert sum(issue.code == "value.impossible" for issue in loaded.report.issues) == 3


def test_the_index_is_worked_out_from_category_scores(tmp_path) -> None:
    names = ["Dressing", "Arising", "Eating", "Walking", "Hygiene", "Reach", "Grip", "Activities"]
    path = _write(
        tmp_path / "h.xlsx",
        "HAQ",
        ["Patient", "Visit", "Visit date", *names],
        [
            ["P1", "Baseline", "2020-01-01", 1, 0, 2, 2, 0, 3, 2, 2],
            ["P1", "Month 6", "2020-07-01", 1, 0, 2, 2, 0, None, 2, None],
        ],
    )
    frame = load_study(path).study.measurements
    assert set(CATEGORY_CODES) <= set(frame["PARAMCD"])
    index = frame[frame["PARAMCD"] == "HAQDI"].set_index("AVISIT")["AVAL"]
    assert index["Baseline"] == 1.5
    assert index["Month 6"] == pytest.approx(7 / 6)
