"""What the fuzz target once found, as small files."""

import openpyxl
import pytest

from sscviewer.workbook import load_study


@pytest.mark.parametrize(
    ("subject", "date"),
    [
        ("A-¹", "2008-01-15"),  # a digit to str.isdigit, none to int
        ("A-1", "2008-¹-15"),
        ("A-1", "15/²/2008"),
        ("A-1", "²²²²"),
        ("A-1", "99999999999999999999999/01/2008"),
        ("A-1", "2008-01-99999999999999999999999"),
        ("A-" + "9" * 400, "2008-01-15"),
    ],
)
def test_digits_that_are_none_and_numbers_beyond_all(tmp_path, subject, date):
    path = tmp_path / "trial.csv"
    path.write_text(f"Subject;Visit;Date;FVC (L)\n{subject};Baseline;{date};2.5\nB;Baseline;2008-01-15;3\n")
    study = load_study(path).study
    assert set(study.usubjids) == {subject, "B"}
    assert study.measurements["AVAL"].tolist() == [2.5, 3.0]


def test_infinity_is_a_cell_like_any_other(tmp_path):
    path = tmp_path / "trial.xls"
    cell = '<Cell><Data ss:Type="{}">{}</Data></Cell>'
    rows = [["Subject", "Sex", "Age"], ["A-1", "F", "50"]]
    body = "".join("<Row>" + "".join(cell.format("String", c) for c in row) + "</Row>" for row in rows)
    body += (
        "<Row>" + cell.format("String", "A-2") + cell.format("String", "M") + cell.format("Number", "1E999")
    )
    path.write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="DM"><Table>{body}</Row></Table></Worksheet></Workbook>'
    )
    assert load_study(path).study.usubjids == ("A-1", "A-2")


def test_a_planned_day_beyond_the_calendar(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "DM"
    book["DM"].append(["STUDYID", "DOMAIN", "USUBJID", "RFXSTDTC", "SEX"])
    book["DM"].append(["S", "DM", "A-1", "2013-01-01", "F"])
    visits = book.create_sheet("SV")
    visits.append(["STUDYID", "DOMAIN", "USUBJID", "VISITNUM", "VISIT", "VISITDY", "SVSTDTC"])
    visits.append(["S", "SV", "A-1", 1, "WEEK 2", 1e300, "2013-01-15"])
    visits.append(["S", "SV", "A-1", 2, "WEEK 4", 29, "2013-01-29"])
    path = tmp_path / "far.xlsx"
    book.save(path)
    loaded = load_study(path)
    assert len(loaded.study.visits) == 2
    assert [i for i in loaded.report.issues if i.code == "visit.window"] == []


def test_numbers_of_thousands_of_digits(tmp_path):
    many = "1" * 5000
    path = tmp_path / "digits.csv"
    rows = ("Patient,Visit,Date,FVC (L)", f"A-1,Baseline,{many}/2/2010,2.1", "A-2,Month 3,3/4/2010,2.2")
    more = (f"A-{many},Baseline,2010-01-05,2.3", f"A-1,Month 6,5/{many}/2010,2.4")
    path.write_text("\n".join((*rows, *more)), encoding="utf-8")
    loaded = load_study(path)
    assert loaded.study.usubjids[:2] == ("A-1", "A-2")
    assert len(loaded.study.measurements) == 4
