"""Several tables on one sheet: each is a sheet of its own, and nothing of one is mixed into another."""

import openpyxl
import pytest

from sscviewer.workbook import load_study
from tests.fuzz.tables import make_trial

LUNG = [[f"P{i:02d}", v, 2.5 + i / 10 - v / 50] for i in range(1, 7) for v in (0, 3, 6)]
SKIN = [[f"P{i:02d}", v, 20 + i - v] for i in range(1, 7) for v in (0, 3, 6)]
EVENTS = [
    ["P01", "Nausea", "2020-02-03", 1],
    ["P03", "Rash", "2020-03-05", 2],
    ["P09", "Cough", "2020-04-05", 1],
]
HEADS, EVENT_HEADS = ["Patient", "Visit", "FVC (L)"], ["Patient", "Event", "Start", "Grade"]


def opened(tmp_path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / "stacked.xlsx")
    return load_study(tmp_path / "stacked.xlsx")


def told(loaded):
    return [i.message for i in loaded.report.issues if i.code in ("sheet.second_table", "sheet.one_form")]


def names(loaded):
    return [sheet.name for sheet in loaded.report.sheets]


def events(loaded):
    return loaded.study.adverse_events[["USUBJID", "AETERM", "SRCREF"]].to_numpy().tolist()


@pytest.mark.parametrize("title", [[], ["Adverse events"]], ids=["no title", "title"])
@pytest.mark.parametrize("above", [(), (["Lung function"], [])], ids=["top", "below a title"])
def test_a_table_below_is_a_sheet_of_its_own(tmp_path, title, above):
    """The second one's headings are the better known: they must not push the first one's rows aside."""
    loaded = opened(tmp_path, *above, HEADS, *LUNG, [], title, EVENT_HEADS, *EVENTS)
    assert len(loaded.study.measurements) == 18
    assert loaded.study.measurements["AVAL"].notna().all()
    part = f"Sheet: {title[0]}" if title else "Sheet: table 2"
    assert names(loaded) == ["Sheet", part]
    first = len(above) + 1 + 18 + 4
    assert events(loaded) == [[row[0], row[1], f"{part}!A{first + i}"] for i, row in enumerate(EVENTS)]
    (sentence,) = told(loaded)
    assert "“Event”" in sentence
    assert [(s.rows, s.used) for s in loaded.report.sheets] == [(18, 18), (3, 3)]


def test_values_of_the_second_are_none_of_the_first(tmp_path):
    loaded = opened(tmp_path, HEADS, *LUNG, [], ["Skin"], ["Patient", "Visit", "mRSS"], *SKIN)
    found = loaded.study.measurements
    assert found.groupby("PARAMCD")["AVAL"].agg(["size", "max"]).to_dict("index") == {
        "FVC": {"size": 18, "max": 3.1},
        "MRSS": {"size": 18, "max": 26.0},
    }


def test_a_table_beside_is_a_sheet_of_its_own(tmp_path):
    """Events beside the visits are those of the patient who stands with them, not of the row's first one."""
    rows = [row + [None] + (EVENTS[i] if i < 3 else []) for i, row in enumerate(LUNG)]
    loaded = opened(tmp_path, [*HEADS, None, *EVENT_HEADS], *rows)
    assert names(loaded) == ["Sheet", "Sheet: table 2"]
    part = "Sheet: table 2"
    assert events(loaded) == [[row[0], row[1], f"{part}!E{2 + i}"] for i, row in enumerate(EVENTS)]
    assert len(loaded.study.measurements) == 18


def test_columns_beside_without_a_time_are_of_the_visits_left_of_them(tmp_path):
    rows = [[*one, None, other[0], other[2]] for one, other in zip(LUNG, SKIN, strict=True)]
    loaded = opened(tmp_path, [*HEADS, None, "Patient", "mRSS"], *rows)
    assert names(loaded) == ["Sheet"]
    found = loaded.study.measurements
    assert found.groupby("PARAMCD").size().to_dict() == {"FVC": 18, "MRSS": 18}
    assert set(found["AVISIT"]) == {"Visit 0", "Visit 3", "Visit 6"}


def counted(study):
    """How much of each kind, and the sums: what does not depend on where a table stands."""
    tables = (study.measurements, study.adverse_events, study.exposure, study.disposition, study.subjects)
    return [len(t) for t in tables], study.measurements.groupby("PARAMCD")["AVAL"].sum().to_dict()


def test_all_tables_of_a_trial_below_or_beside_one_another(load):
    tables = make_trial()
    below = [row for title, rows in tables.items() for row in ([title], *rows, [])]
    height = max(map(len, tables.values()))
    blank = {title: [None] * (len(rows[0]) + 1) for title, rows in tables.items()}
    beside = [
        [c for t, rows in tables.items() for c in ([*rows[i], None] if i < len(rows) else blank[t])]
        for i in range(height)
    ]
    whole = counted(load(tables).study)
    assert counted(load({"All": below}).study) == whole
    assert counted(load({"All": beside}).study) == whole


def test_one_form_below_titles_is_a_visit_each(tmp_path):
    rows = []
    for k, visit in enumerate(("Baseline", "Month 3", "Month 6")):
        rows += [[visit], ["Patient", "FVC (L)"], *([f"P{i}", 2.5 + i / 10 - k / 50] for i in range(6)), []]
    loaded = opened(tmp_path, *rows)
    found = loaded.study.measurements
    assert found[found["USUBJID"] == "P2"].set_index("AVISIT")["AVAL"].to_dict() == pytest.approx(
        {"Baseline": 2.7, "Month 3": 2.68, "Month 6": 2.66}
    )
    assert len(told(loaded)) == 1


def test_one_form_below_titles_is_a_patient_each(tmp_path):
    rows = []
    for i in range(1, 5):
        values = ([f"Month {3 * k}", 2.5 + i / 10 - k / 50, 60 + i] for k in range(3))
        rows += [[f"Patient {i:03d}"], ["Visit", "FVC (L)", "DLCO (%)"], *values, []]
    loaded = opened(tmp_path, *rows)
    assert loaded.study.usubjids == tuple(f"Patient {i:03d}" for i in range(1, 5))
    assert len(loaded.study.measurements) == 24


def test_titles_that_may_be_names_of_people_name_no_sheet(tmp_path):
    rows = []
    for who in ("Anna Weber", "Karl Blum"):
        rows += [[who], ["Visit", "FVC (L)"], *([f"Month {3 * k}", 2.5 + k / 50] for k in range(3)), []]
    loaded = opened(tmp_path, *rows)
    assert "Weber" not in repr((loaded.report, loaded.study.usubjids))


def test_headings_repeated_on_each_page_go_on_with_the_table(tmp_path):
    loaded = opened(tmp_path, HEADS, *LUNG[:9], [], HEADS, *LUNG[9:])
    assert len(loaded.study.measurements) == 18
    assert not told(loaded)


def test_rows_spaced_by_empty_ones_are_one_table(tmp_path):
    spaced = [row for i in range(0, 18, 3) for row in (*LUNG[i : i + 3], [])]
    loaded = opened(tmp_path, HEADS, *spaced)
    assert len(loaded.study.measurements) == 18
    assert not told(loaded)


def test_facts_above_the_headings_are_no_table(tmp_path):
    facts = (["Patient", "Centre"], ["12 enrolled", "3"], [])
    loaded = opened(tmp_path, *facts, HEADS, *LUNG)
    assert len(loaded.study.measurements) == 18


def test_errors_and_hidden_rows_stay_with_their_table(tmp_path):
    book = openpyxl.Workbook()
    for row in (HEADS, *LUNG, [], EVENT_HEADS, *EVENTS):
        book.active.append(row)
    book.active["C3"] = "#N/A"
    book.active["D23"] = "#N/A"
    book.active.row_dimensions[24].hidden = True
    book.save(tmp_path / "errors.xlsx")
    issues = load_study(tmp_path / "errors.xlsx").report.issues
    assert [i.srcref for i in issues if i.code == "cell.error"] == ["Sheet!C3", "Sheet: table 2!D23"]
    assert [i.srcref for i in issues if i.code == "sheet.hidden_parts"] == ["Sheet: table 2"]
