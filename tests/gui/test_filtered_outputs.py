"""Everything made while a filter is in force is made from the patients it leaves, and says so."""

import json
import re
from datetime import date

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from sscviewer.cli.remake import make_again
from sscviewer.gui.dialogs.figure_choices import FigureChoices
from sscviewer.gui.saving.trial_folder import Prepared
from sscviewer.gui.saving.writer import Writer
from sscviewer.gui.state.patient_filter import EventCondition, PatientFilter
from sscviewer.gui.window.main_window import unseen_views
from sscviewer.report.manifest import read_manifest
from tests.gui.trials import settle, show_trial

SERIOUS = PatientFilter(events=(EventCondition(serious=True),))
NAME = re.compile(r"SSC-\d{3}")


@pytest.fixture(scope="module")
def kept(demo):
    """The patients with a serious event, counted by pandas."""
    table = demo.study.adverse_events
    found = set(table.loc[table["AESER"] == "Y", "USUBJID"])
    assert 0 < len(found) < len(demo.study.usubjids)
    return found


@pytest.fixture
def filtered(window, demo):
    show_trial(window, demo)
    window.session.set_filters(SERIOUS)
    return window


def pdf_text(path):
    document = PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    n = len(document)
    document.close()
    return text, n


def docx_text(path):
    document = Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    footers = [p.text for section in document.sections for p in section.footer.paragraphs]
    return "\n".join([*(p.text for p in document.paragraphs), *cells, *footers])


def test_the_patients_of_the_window(filtered, kept):
    assert set(filtered.patients.visible) == kept == filtered.session.kept


def test_the_pdf_of_all_patients(filtered, kept, demo, tmp_path, qtbot):
    path = tmp_path / "serious.pdf"
    assert "with a serious event" in filtered.profiles.who_words
    assert filtered.actions_["profiles"].text() == f"&All {len(kept)} patients of the filter to one PDF…"
    with qtbot.waitSignal(filtered.profiles.ended, timeout=120_000):
        filtered.profiles.write(path)
    assert filtered.message.text == f"Saved {len(kept)} patients to serious.pdf."
    text, n = pdf_text(path)
    assert set(NAME.findall(text)) == kept
    assert n == len(kept) + 1  # and the index
    assert f"{len(kept)} of 20 patients: with a serious event" in text.replace("\r\n", " ")
    said = json.loads((tmp_path / "serious.pdf.json").read_text(encoding="utf-8"))
    assert set(said["patients"]) == kept
    assert said["filter"] == "with a serious event"
    trial = Prepared(demo.collected, demo.study, demo.report, demo.plan, demo.mapping)
    remade = make_again(read_manifest(tmp_path / "serious.pdf.json"), trial, tmp_path / "again")
    assert set(NAME.findall(pdf_text(remade.files[0])[0])) == kept


def test_nobody_left_is_said_and_no_file_written(filtered, tmp_path):
    filtered.session.set_filters(PatientFilter(arm=("no such arm",)))
    filtered.profiles.write(tmp_path / "none.pdf")
    assert filtered.message.text == "The filter leaves no patient: there is nothing to write."
    assert not list(tmp_path.glob("none*"))


def test_a_picture_of_the_trial_and_its_manifest(filtered, kept, demo, tmp_path, qtbot):
    filtered.session.set_view("cohort")
    page = filtered.trial_window.workspace.analysis["cohort"]
    settle(page, qtbot)
    path = tmp_path / "courses.svg"
    filtered.figures.write(
        FigureChoices(path, 174.0, 0.0, 150, 7.0, None, footer=True, manifest=True),
        filtered.figures.shown(page.figure()),
    )
    text = path.read_text(encoding="utf-8")
    assert "with a serious event" in text
    assert set(page.view.result.subjects) <= kept
    manifest = read_manifest(tmp_path / "courses.svg.json")
    assert set(manifest.patients) == kept
    trial = Prepared(demo.collected, demo.study, demo.report, demo.plan, demo.mapping)
    assert make_again(manifest, trial, tmp_path / "again").differs == ()


def test_a_table_of_the_trial(filtered, kept, tmp_path, qtbot):
    filtered.session.set_view("safety")
    page = filtered.trial_window.workspace.analysis["safety"]
    settle(page, qtbot)
    for suffix in ("xlsx", "csv"):
        path = tmp_path / f"events.{suffix}"
        filtered.tables.write(path, filtered.tables._with_origin(page.table()))
        text = path.read_text(encoding="utf-8-sig") if suffix == "csv" else cells(path)
        assert f"{len(kept)} of 20 patients: with a serious event" in text
        assert re.search(rf"Any adverse event\W+{len(kept)}\b", text)


def cells(path):
    rows = [row for sheet in load_workbook(path) for row in sheet.iter_rows(values_only=True)]
    return "\n".join(" ".join(str(cell) for cell in row if cell) for row in rows)


def test_the_report(filtered, kept, tmp_path, qtbot):
    filtered.session.set_view("report")
    page = filtered.trial_window.workspace.analysis["report"]
    page.show_view("report")
    settle(page, qtbot)
    for suffix, read in (("docx", docx_text), ("pdf", lambda path: pdf_text(path)[0])):
        path = tmp_path / f"report.{suffix}"
        page.view.write(path, page.view.document())
        text = " ".join(read(path).split())
        assert f"{len(kept)} of 20 patients: with a serious event" in text
        assert set(NAME.findall(text)) <= kept


def test_what_the_command_line_makes_of_the_same_patients(filtered, kept, demo, tmp_path, qapp):
    """Narratives, the board's reports, tables, report: from the patients of a manifest alone."""
    trial = Prepared(demo.collected, demo.study, demo.report, demo.plan, demo.mapping)
    patients = [u for u in demo.study.usubjids if u in kept]
    writer = Writer(
        trial, tmp_path, patients, date(2026, 1, 2), "with a serious event", views_of=unseen_views
    )
    (stories,) = writer.documents.narratives()
    report, *_ = writer.documents.report(["docx"])
    tables = [made for made in writer.documents.result_tables() if made.path.suffix == ".csv"]
    board = [made for made in writer.documents.board(["docx"]) if made.path.suffix == ".docx"]
    queries = [made for made in writer.documents.queries() if made.path.suffix == ".csv"]
    writer.close()
    assert set(NAME.findall(docx_text(stories.path))) == kept
    for made in (stories, report, *board):
        text = " ".join(docx_text(made.path).split())
        assert f"{len(kept)} of 20 patients: with a serious event" in text, made.path.name
        assert set(NAME.findall(text)) <= kept, made.path.name
    assert tables
    for made in tables:
        text = made.path.read_text(encoding="utf-8-sig")
        assert f"{len(kept)} of 20 patients: with a serious event" in text, made.path.name
        assert set(NAME.findall(text)) <= kept, made.path.name
    assert set(NAME.findall(queries[0].path.read_text(encoding="utf-8-sig"))) <= kept


def test_an_empty_set_is_nobody_and_not_everybody(demo, tmp_path, qapp):
    trial = Prepared(demo.collected, demo.study, demo.report, demo.plan, demo.mapping)
    writer = Writer(trial, tmp_path, (), date(2026, 1, 2), views_of=unseen_views)
    assert writer.usubjids == ()
    assert (
        writer.who.safety.n == 0 if hasattr(writer.who.safety, "n") else not writer.who.safety.treated.any()
    )
    assert writer.origin().patients == ()
    writer.close()
