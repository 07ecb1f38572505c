"""The safety board: the open report knows no arm, the closed one only letters; counts are the file's."""

import io

import numpy as np
import pytest
from pptx import Presentation

from sscviewer.analysis.board.masked import arm_letters, without_arms_and_doses
from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.proportion import proportion_interval
from sscviewer.model.study import build_study
from sscviewer.report.board_pack import board_pack
from sscviewer.report.slides_file import MOST_ROWS, slides_bytes
from sscviewer.workbook import load_study

ARMS = ("Imatinib 600", "Imatinib 300")


@pytest.fixture(scope="module")
def two_arms(demo_path):
    study = load_study(demo_path).study
    subjects = study.subjects
    names = np.array([ARMS[i % 2] for i in range(len(subjects))], dtype=object)
    subjects["TRT01P"] = subjects["TRT01A"] = names
    frames = {
        name: study.frame(name)
        for name in ("visits", "measurements", "adverse_events", "exposure", "disposition")
    }
    return build_study({**frames, "subjects": subjects}, study.parameters.values(), source=study.source)


@pytest.fixture(scope="module")
def packs(two_arms):
    letters = arm_letters(ARMS)
    made = board_pack(two_arms, AnalysisPlan(), None, letters, name="x", footer="from x.xlsx")
    return {pack.kind: pack for pack in made}


def texts(pack):
    for section in pack.document.sections:
        yield from (section.heading, section.text)
        if section.table is not None:
            yield from (*section.table.columns, *section.table.notes)
            yield from (cell for row in section.table.rows for cell in row)


def test_no_report_names_an_arm(packs):
    for kind, pack in packs.items():
        said = "\n".join(texts(pack)).replace("\u00a0", " ")
        assert not any(arm in said for arm in ARMS), kind
        assert ("Arm A" in said) == (kind == "closed")


def test_the_closed_report_has_no_doses(packs):
    shown = {kind: next(s for s in p.document.sections if s.name == "exposure") for kind, p in packs.items()}
    units = {kind: {row[2] for row in section.table.rows} for kind, section in shown.items()}
    assert "mg" in units["open"]
    assert units["closed"] == {"days"}
    said = "\n".join(texts(packs["closed"])).lower()
    assert "imatinib" not in said
    assert "which arm is which" in "\n".join(texts(packs["closed"]))


def test_the_pages_of_patients_tell_neither_arm_nor_dose(two_arms):
    """Days stay those of the trial: day 1 is the first dose, which is not shown."""
    masked = without_arms_and_doses(two_arms)
    assert set(masked.column("subjects", "TRT01P")) | set(masked.column("subjects", "TRT01A")) == {""}
    for usubjid in two_arms.usubjids:
        page, as_treated = (
            patient_page(study, usubjid, trial_frame(study, ("FVCPP",)), ("FVCPP",))
            for study in (masked, two_arms)
        )
        assert as_treated.dose.steps
        assert not page.dose.steps
        assert page.day1 == as_treated.day1
        days = [[event.start_first for event in one.timeline.events] for one in (page, as_treated)]
        np.testing.assert_array_equal(*days)


def test_serious_events_are_counted_as_in_the_file(packs, two_arms):
    serious = set(
        two_arms.column("adverse_events", "USUBJID")[two_arms.column("adverse_events", "AESER") == "Y"]
    )
    table = next(s.table for s in packs["open"].document.sections if s.name == "overview")
    row = next(row for row in table.rows if row[0] == "Serious")
    low, high = (100 * value for value in proportion_interval(len(serious), 20, 0.95, "clopper-pearson"))
    assert row[1].startswith(f"{len(serious)} (")
    assert f"{low:.1f} to {high:.1f}" in row[1].replace("\u00a0", " ")
    assert set(packs["open"].usubjids) >= serious


def test_two_arms_have_their_difference(packs):
    table = next(s.table for s in packs["closed"].document.sections if s.name == "overview")
    assert table.columns[-1].replace("\u00a0", " ") == "Arm B − Arm A, percentage points"
    assert all("(" in row[-1] for row in table.rows)


def test_new_arms_get_the_letters_after_the_known():
    known = {"a": "Arm B", "c": "Arm A"}
    assert arm_letters(("a", "b", "c"), known) == {"a": "Arm B", "b": "Arm C", "c": "Arm A"}


def test_letters_are_dealt_by_chance():
    dealt = {tuple(arm_letters(("a", "b", "c")).items()) for _ in range(60)}
    assert len({letters for letters in dealt}) > 1
    assert {letter for letters in dealt for _, letter in letters} == {"Arm A", "Arm B", "Arm C"}


def test_slides_hold_every_row_of_every_table(packs):
    show = Presentation(io.BytesIO(slides_bytes(packs["closed"].document)))
    rows = 0
    for slide in show.slides:
        for shape in slide.shapes:
            if shape.has_table:
                assert len(shape.table.rows) <= MOST_ROWS + 1
                rows += len(shape.table.rows) - 1
    sections = packs["closed"].document.sections
    assert rows == sum(len(s.table.rows) for s in sections if s.table is not None)
