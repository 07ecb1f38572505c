import hashlib
import json

import pypdfium2
import pytest

from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.model.load_report import Source
from sscviewer.plots.paper.figure_files import SINGLE, SaveFailed
from sscviewer.plots.paper.figure_settings import FigureSettings
from sscviewer.plots.patient.save import save_patient_figure
from sscviewer.report.manifest import Made, Origin, read_manifest, undated_sha256, write_manifest
from sscviewer.report.profile_index import index_row
from sscviewer.report.profiles import save_profiles
from tests.planned import PLAN
from tests.plots.dense_study import dense_study

pytestmark = pytest.mark.usefixtures("qapp")
FOOTER = "dense.xlsx · sha256 11111111 · 20 patients"


@pytest.fixture(scope="module")
def trial():
    study = dense_study(0)
    codes = default_parameters(study)
    frame = trial_frame(study, codes)
    return study, frame, [patient_page(study, usubjid, frame, codes) for usubjid in study.usubjids]


def texts(path) -> list[str]:
    document = pypdfium2.PdfDocument(path.read_bytes())
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def test_one_page_per_patient_after_an_index_with_right_page_numbers(tmp_path, trial) -> None:
    study, frame, pages = trial
    path = tmp_path / "all.pdf"
    assert save_profiles(path, iter(pages), frame, footer=FOOTER, total=len(pages)) == 8
    found = texts(path)
    assert len(found) == 9
    for number, usubjid in enumerate(study.usubjids, start=2):
        assert found[number - 1].startswith(usubjid)
        assert f"{FOOTER} · page {number}" in found[number - 1]
        assert " ".join(index_row(pages[number - 2], number).cells()) in found[0]


def test_the_number_of_patients_need_not_be_known(tmp_path, trial) -> None:
    _, frame, pages = trial
    told = []
    path = tmp_path / "all.pdf"
    save_profiles(path, iter(pages), frame, progress=lambda words, share: told.append((words, share)))
    assert told[0] == ("Patient S01", 1 / 8)
    assert told[-1] == ("Patient S08", 1.0)
    assert len(texts(path)) == 9


def test_a_patient_with_many_events_gets_a_page_high_enough(tmp_path, trial) -> None:
    _, frame, pages = trial
    path = tmp_path / "all.pdf"
    save_profiles(path, pages, frame)
    many = texts(path)[2]
    assert many.count("\n") > 34
    assert "Months since first dose" in many


def test_a_cancelled_document_is_not_written(tmp_path, trial) -> None:
    _, frame, pages = trial
    path = tmp_path / "all.pdf"
    answers = iter([False, False, True])
    assert save_profiles(path, pages, frame, total=8, cancelled=lambda: next(answers)) == 0
    assert not path.exists()


def test_a_folder_that_is_not_there_is_said(tmp_path, trial) -> None:
    _, frame, pages = trial
    with pytest.raises(SaveFailed, match="cannot be written"):
        save_profiles(tmp_path / "nowhere" / "all.pdf", pages[:1], frame)


def test_a_row_of_the_index_says_outcome_events_and_worst_grade(trial) -> None:
    page = trial[2][3]
    row = index_row(page, 5)
    assert (row.usubjid, row.events, row.page) == ("S04", "12", 5)
    assert row.outcome == "stopped on day 243: adverse event"
    assert row.worst == str(max(event.level for event in page.timeline.events))
    assert index_row(trial[2][2], 4).worst == "–"


def test_from_a_manifest_the_same_figure_can_be_made_again(tmp_path, trial) -> None:
    study, frame, pages = trial
    settings = FigureSettings(
        size=SINGLE, font_pt=8, time_unit="days", footer=FOOTER, paramcds=default_parameters(study)
    )
    path, beside = tmp_path / "S04.svg", tmp_path / "manifest.json"
    save_patient_figure(path, pages[3], frame, settings)
    plan = PLAN.with_value("model", "covariance", "cs")
    origin = Origin(study.source, 8, plan, mapping="format = 1", patients=("S04",))
    write_manifest(beside, origin, [Made(path, "patient", "S04", settings=settings)])
    told = read_manifest(beside)
    assert told.source["sha256"] == study.source.sha256
    assert (told.plan, told.mapping, told.patients, told.day) == (plan, "format = 1", ("S04",), origin.day)
    (listed,) = told.files
    assert (listed.name, listed.kind, listed.shows) == ("S04.svg", "patient", "S04")
    assert listed.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    again = trial_frame(study, listed.settings.paramcds)
    page = patient_page(study, listed.shows, again, listed.settings.paramcds)
    save_patient_figure(tmp_path / "again.svg", page, again, listed.settings)
    assert (tmp_path / "again.svg").read_bytes() == path.read_bytes()


def test_a_manifest_names_no_folder(tmp_path) -> None:
    beside, file = tmp_path / "manifest.json", tmp_path / "a.png"
    file.write_bytes(b"x")
    source = Source("trial.xlsx", "0" * 64, 5, "xlsx")
    write_manifest(beside, Origin(source, 1, PLAN), [Made(file, "patient", "S01", settings=FigureSettings())])
    assert tmp_path.name not in beside.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", ["", "{}", "[1]", json.dumps({"schema": 99})])
def test_what_is_no_manifest_is_said(tmp_path, content) -> None:
    path = tmp_path / "manifest.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SaveFailed, match="manifest"):
        read_manifest(path)


def test_two_days_of_one_figure_have_all_but_their_dates_in_common() -> None:
    figure = "<text>trial.xlsx · {day} · sscviewer</text><path d='M 1 2 L 3 {y}'/>"
    monday, tuesday = (figure.format(day=day, y=4).encode() for day in ("2026-11-30", "2026-12-01"))
    assert undated_sha256(monday) == undated_sha256(tuesday)
    assert undated_sha256(monday) != undated_sha256(figure.format(day="2026-11-30", y=5).encode())
