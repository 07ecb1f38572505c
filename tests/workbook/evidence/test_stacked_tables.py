"""Two tables on one sheet: the first is read, the second is told of, and nothing of it is mixed in."""

import openpyxl
import pytest

from sscviewer.workbook import load_study

LUNG = [[f"P{i:02d}", v, 2.5 + i / 10 - v / 50] for i in range(1, 7) for v in (0, 3, 6)]
SKIN = [[f"P{i:02d}", v, 20 + i - v] for i in range(1, 7) for v in (0, 3, 6)]
EVENTS = [
    ["P01", "Nausea", "2020-02-03", 1],
    ["P03", "Rash", "2020-03-05", 2],
    ["P09", "Cough", "2020-04-05", 1],
]


def opened(tmp_path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "stacked.xlsx")
    return load_study(tmp_path / "stacked.xlsx")


def told(loaded):
    return [i.message for i in loaded.report.issues if i.code == "sheet.second_table"]


@pytest.mark.parametrize("title", [[], ["Adverse events"]], ids=["no title", "title"])
@pytest.mark.parametrize("above", [(), (["Lung function"], [])], ids=["top", "below a title"])
def test_the_first_table_is_read_and_the_second_told(tmp_path, title, above):
    """The second one's headings are the better known: they must not push the first one's rows aside."""
    second = ["Patient", "Event", "Start", "Grade"]
    loaded = opened(tmp_path, *above, ["Patient", "Visit", "FVC (L)"], *LUNG, [], title, second, *EVENTS)
    measured = loaded.study.measurements
    assert len(measured) == 18
    assert measured["AVAL"].notna().all()
    assert "P09" not in loaded.study.usubjids
    (sentence,) = told(loaded)
    assert "“Event”" in sentence
    (sheet,) = loaded.report.sheets
    assert sheet.used == 18
    assert sheet.not_used >= len(EVENTS) + 1


def test_values_of_the_second_are_none_of_the_first(tmp_path):
    rows = (["Patient", "Visit", "FVC (L)"], *LUNG, [], ["Skin"], ["Patient", "Visit", "mRSS"], *SKIN)
    loaded = opened(tmp_path, *rows)
    assert set(loaded.study.measurements["PARAMCD"]) == {"FVC"}
    assert len(told(loaded)) == 1


def test_headings_repeated_on_each_page_go_on_with_the_table(tmp_path):
    heading = ["Patient", "Visit", "FVC (L)"]
    loaded = opened(tmp_path, heading, *LUNG[:9], [], heading, *LUNG[9:])
    assert len(loaded.study.measurements) == 18
    assert not told(loaded)


def test_rows_spaced_by_empty_ones_are_one_table(tmp_path):
    spaced = [row for i in range(0, 18, 3) for row in (*LUNG[i : i + 3], [])]
    loaded = opened(tmp_path, ["Patient", "Visit", "FVC (L)"], *spaced)
    assert len(loaded.study.measurements) == 18
    assert not told(loaded)


def test_facts_above_the_headings_are_no_table(tmp_path):
    facts = (["Patient", "Centre"], ["12 enrolled", "3"], [])
    loaded = opened(tmp_path, *facts, ["Patient", "Visit", "FVC (L)"], *LUNG)
    assert len(loaded.study.measurements) == 18
