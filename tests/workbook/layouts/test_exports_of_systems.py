"""What data capture systems and SDTM write around the answers: no facts of patients, no doses, no events."""

import pytest

from sscviewer.workbook.child.text_tables import find_separator, read_text
from sscviewer.workbook.evidence.columns.export_frame import export_frame
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.values.cells import text_cells
from sscviewer.workbook.values.words import split_heading
from tests.workbook.layouts.views import sheets

PEOPLE = ["S-01", "S-02", "S-03"]


@pytest.mark.parametrize("heading", [str.upper, str.lower, str.capitalize])
def test_what_did_not_occur_or_was_planned_is_no_record(load, heading):
    doses = [
        [p, "TABLET", mood, 2, "TABLET", "2021-03-01"] for p in PEOPLE for mood in ("Scheduled", "PERFORMED")
    ]
    asked = [[p, "MH", term, said] for p in PEOPLE for term, said in (("Asthma", "Y"), ("Diabetes", "N"))]
    ec, mh = (
        ["USUBJID", "ECTRT", "ECMOOD", "ECDOSE", "ECDOSU", "ECSTDTC"],
        ["USUBJID", "DOMAIN", "MHTERM", "MHOCCUR"],
    )
    study = load({"EC": [[*map(heading, ec)], *doses], "MH": [[*map(heading, mh)], *asked]}).study
    assert len(study.exposure) == 3
    assert study.history["MHTERM"].tolist() == ["Asthma"] * 3


@pytest.mark.parametrize(("in_ex", "read"), [(PEOPLE, {10.0}), (PEOPLE[:2], {1.0, 10.0})])
def test_ec_is_read_where_ex_lacks_a_patient(load, in_ex, read):
    ec = [[p, "EC", "TABLET", 1, "TABLET", "2021-03-01"] for p in PEOPLE]
    ex = [[p, "EX", "DRUG X", 10, "mg", "2021-03-01"] for p in in_ex]
    head = ["USUBJID", "DOMAIN", "{}TRT", "{}DOSE", "{}DOSU", "{}STDTC"]
    book = {name: [[h.format(name) for h in head], *rows] for name, rows in (("EC", ec), ("EX", ex))}
    assert set(load(book).study.exposure["EXDOSE"]) == read


def test_dates_and_limits_as_collected(load):
    ae = [[p, "1", "rash", "2021-03-02", "2021-03-09"] for p in PEOPLE]
    lb = [[p, "1", "Week 4", "2021-03-29", "ALT", 20 + i, "U/L", 5, 40] for i, p in enumerate(PEOPLE)]
    study = load(
        {
            "AE": [["SUBJID", "SITEID", "AETERM", "AESTDAT", "AEENDAT"], *ae],
            "LB": [
                [
                    "SUBJID",
                    "SITEID",
                    "VISIT",
                    "LBDAT",
                    "LBTEST",
                    "LBORRES",
                    "LBORRESU",
                    "LBORNRLO",
                    "LBORNRHI",
                ],
                *lb,
            ],
        }
    ).study
    assert study.adverse_events["ASTDT"].dt.strftime("%m-%d").tolist() == ["03-02"] * 3
    assert study.measurements["ADT"].dt.strftime("%m-%d").tolist() == ["03-29"] * 3
    assert set(zip(study.measurements["ANRLO"], study.measurements["ANRHI"], strict=True)) == {(5.0, 40.0)}


def test_the_patient_is_who_people_call_so(load):
    rows = [[100 + i, p, day, 2.5] for i, p in enumerate(PEOPLE) for day in ("2021-03-01", "2021-04-01")]
    study = load({"PFT": [["subjectId", "Subject", "Date", "FVC (L)"], *rows]}).study
    assert study.subjects["USUBJID"].tolist() == PEOPLE


def test_facts_in_rows_of_answers(load):
    rows = [
        [p, "Week 0", item, value]
        for i, p in enumerate(PEOPLE)
        for item, value in (("Sex", "F"), ("Age", 50 + i), ("Weight", 70 + i))
    ] + [[p, "Week 4", "Weight", 71] for p in PEOPLE]
    loaded = load({"data": [["Subject", "Visit", "Item", "Value"], *rows]})
    assert loaded.study.subjects[["SEX", "AGE"]].to_numpy().tolist() == [["F", 50], ["F", 51], ["F", 52]]
    assert len(loaded.study.measurements) == 6
    assert sheets(loaded)["data"][2:] == (12, 12)


FRAMES = {
    "rave": ["projectid", "instanceId", "folderid", "FolderSeq", "MinCreated", "SaveTS", "RecordPosition"],
    "viedoc": ["Form sequence number", "Initiated by", "Last edited date", "Event date", "Activity name"],
    "items": [],
    "repeats of OpenClinica": ["Form_E1_C1", "Visit_E1_C1_2", "Created"],
}


@pytest.mark.parametrize("system", FRAMES)
def test_the_frame_of_an_export(system):
    answers = ["Item 1", "Item 2", "Item 3", "Status", "Age", "Smoking status", "Date of diagnosis"]
    headings = [*FRAMES[system], *answers]
    columns = [Column(str(i), split_heading(h), text_cells(["1", "2"])) for i, h in enumerate(headings)]
    assert export_frame(columns, of_edc=False) == {str(i) for i in range(len(FRAMES[system]))}


@pytest.mark.parametrize(
    "headings",
    [
        ("Activity", "Entry", "Last activity"),
        ("Study ID", "Study entry", "Study status", "Event"),
        ("Item_1", "Item_2", "Item_3"),
    ],
)
def test_columns_that_people_head_so_are_no_frame(headings):
    columns = [Column(str(i), split_heading(h), text_cells(["1", "2"])) for i, h in enumerate(headings)]
    assert export_frame(columns, of_edc=False) == set()


def test_a_table_below_notes_of_its_export():
    notes = "Dataset Name:\tAll\nStudy:\tX\n" + "CRF\tVisit\tC2\n" * 12
    table = "Subject\tSex\tVISDT_E1_C1\tFVC_E1_C1\tVISDT_E2_C1\tFVC_E2_C1\n" + "A\tf\tx\t2\ty\t3\n" * 2
    assert find_separator(notes + table) == "\t"


@pytest.mark.parametrize(
    ("cells", "read"), [(["1.0", "", "0.0"], ["1", "", "0"]), (["1.0", "2.5", "3.0"], ["1.0", "2.5", "3.0"])]
)
def test_whole_numbers_written_with_a_zero(cells, read):
    text = "Subject,Code\n" + "".join(f"P{i},{cell}\n" for i, cell in enumerate(cells))
    plain = "Subject,Code\n" + "".join(f"P{i},{cell}\n" for i, cell in enumerate(read))
    assert read_text("a.csv", text.encode())[1] == read_text("a.csv", plain.encode())[1]


def test_a_name_in_dm_is_hidden(load):
    rows = [[p, "DM", "Dr. A. Person", "F", 50, "Drug X"] for p in PEOPLE]
    loaded = load({"DM": [["USUBJID", "DOMAIN", "INVNAM", "SEX", "AGE", "ARM"], *rows]})
    assert "INVNAM" not in loaded.study.subjects
