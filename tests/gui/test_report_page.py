"""The Report page shows what the analysis counts, names who is behind it and saves it as one document."""

import json
import re
from dataclasses import replace

import docx
import pypdfium2
import pytest

from sscviewer.analysis.dose_question.titration import NO_LOG
from sscviewer.analysis.enrolment.flow import flow
from sscviewer.analysis.enrolment.table_one import Count, table_one
from sscviewer.analysis.enrolment.trial_ends import trial_ends
from sscviewer.analysis.guarded import attempted
from sscviewer.analysis.population import populations
from sscviewer.gui.analysis.page import AnalysisPage
from sscviewer.gui.report.disposition import Disposition, bars_of
from sscviewer.gui.report.document import Report
from sscviewer.gui.report.flow import PatientFlow
from sscviewer.gui.report.table_one import TableOneView
from sscviewer.model.issue import Issue
from sscviewer.model.study import Study, build_study
from sscviewer.plots.mark import Mark
from sscviewer.report.trial_report import DocumentChoice, document_of, trial_contents
from tests.gui.trials import TABLES, show_trial
from tests.planned import analyse_study, population


@pytest.fixture
def shown(window, qtbot):
    """Show one view of a trial and wait for its result."""
    kept = []

    def show(trial, kind):
        show_trial(window, trial)
        page = AnalysisPage("report", (kind,), window.parts)
        qtbot.addWidget(page)
        kept.append(page)
        page.resize(900, 700)
        page.show()
        view = page.view
        name = "_lines" if kind is Disposition else "result"
        qtbot.waitUntil(lambda: bool(getattr(view, name)))
        drills = []
        view.drill_asked.connect(drills.append)
        return view, drills

    return show


def test_table_1_is_that_of_the_analysis(shown, demo):
    view, drills = shown(demo, TableOneView)
    study = demo.study
    expected = table_one(study, population(study))
    rows = view.rows.model.listing.rows
    assert [(row[0].strip(), *row[1:]) for row in rows] == [(r.label, *r.texts) for r in expected.rows]
    women = next(i for i, row in enumerate(rows) if row[0].strip() == "Female")
    assert rows[women][1].startswith(f"{(study.subjects['SEX'] == 'F').sum()} ")
    view.cell_clicked(women, 1)
    assert set(drills[0].usubjids) == set(study.subjects.loc[study.subjects["SEX"] == "F", "USUBJID"])
    assert isinstance(expected.rows[women].numbers[0], Count)
    assert "type 7" in view.table().notes[0]


def test_ticks_choose_variables_columns_and_statistics(shown, demo, qtbot):
    from PySide6.QtCore import Qt

    view, _ = shown(demo, TableOneView)
    first = view.result
    for at in range(1, view.variables.count()):
        view.variables.item(at).setCheckState(Qt.CheckState.Unchecked)
    view.by.setCurrentIndex(view.by.findData("outcome"))
    view.statistics["range"].setChecked(False)
    view.settings_changed.emit()
    qtbot.waitUntil(lambda: view.result is not None and view.result is not first)
    assert len(view.result.table.columns) == 3
    assert [row[0].strip() for row in view.rows.model.listing.rows] == [
        "Age, years", "n", "Mean ± SD", "Median [quartiles]"
    ]  # fmt: skip
    titles = [title for title, _ in view.result.table.columns]
    assert titles[-1] == "All"
    assert sum(n for _, n in view.result.table.columns[:-1]) == view.result.table.columns[-1][1]


def test_a_box_of_the_flow_lists_its_patients(shown, demo):
    view, drills = shown(demo, PatientFlow)
    boxes = flow(demo.study, population(demo.study))
    stopped = next(box for box in boxes.boxes if box.title == "Stopped")
    view.clicked(Mark("subjects", -1, f"Stopped: {stopped.n} patients", key=stopped.key))
    assert drills[0].usubjids == stopped.usubjids
    status = demo.study.disposition.set_index("USUBJID")["EOSSTT"]
    assert set(drills[0].usubjids) == set(status.index[status == "DISCONTINUED"])
    assert "All counts agree with their totals." in view.note.text()
    rows = {row[0].strip(): int(row[-1]) for row in view.table().rows}
    assert {box.title: box.n for box in boxes.boxes}.items() <= rows.items()
    assert view.odd.isHidden()


def test_contradictions_are_listed_with_their_cells(shown, trial):
    import dataclasses

    issue = Issue("warning", "disposition.no_event", "Stopped for an event; none says so.", "DS", "B3", "A2")
    study: Study = dataclasses.replace(trial.study, issues=(*trial.study.issues, issue))
    view, _ = shown(dataclasses.replace(trial, study=study), PatientFlow)
    assert ("A2", "DS!B3", issue.message) in view.odd.model.listing.rows
    assert f"A2: DS!B3: {issue.message}" in view.table().notes
    asked = []
    view.patient_asked.connect(asked.append)
    view.odd.row_chosen.emit(0)
    assert asked == ["A2"]


def plain(text):
    """Return a text of the document with usual spaces."""
    return text.replace("\u00a0", " ")


def test_an_end_that_nobody_recorded_is_no_bar(demo):
    """Not 100 % of anything: the picture says what the file does not."""
    tables = {name: demo.study.frame(name) for name in ("subjects", "exposure")}
    unsaid = build_study(tables, [], source=demo.study.source)
    data, whole = (bars_of(trial_ends(of, population(of))) for of in (unsaid, demo.study))
    assert (data.bars, data.empty) == ((), "The file does not say who completed or stopped.")
    assert [round(part, 6) for part in whole.bars[0].parts] == [60, 40, 0, 0]


def test_disposition_adds_up_and_equals_the_document_of_analyse(shown, demo):
    from sscviewer.cli.analysis_text import analysis_json

    view, drills = shown(demo, Disposition)
    study = demo.study
    document = json.loads(json.dumps(analysis_json(analyse_study(study), study.source)))
    texts = {row[0].strip(): row[1] for row in view.rows.model.listing.rows}
    words = {"COMPLETED": "Completed", "DISCONTINUED": "Stopped early", "ONGOING": "Ongoing"}
    for row in document["disposition"]:
        name = words[row["status"]] if row["reason"] is None else row["reason"].capitalize()
        assert texts[name] == f"{row['n']} ({row['percent']:.1f} %)"
    assert int(texts["Treated"]) == document["population"]["treated"]
    ends = trial_ends(study, population(study))
    line = next(i for i, row in enumerate(view.rows.model.listing.rows) if row[0].strip() == "Completed")
    view.rows.cell_chosen.emit(line, 1)
    assert drills[0].usubjids == ends.arms[0].completed.usubjids


def test_the_report_is_saved_as_word_and_as_pdf(shown, demo, tmp_path):
    view, _ = shown(demo, Report)
    told = []
    view.told.connect(lambda text, kind: told.append((text, kind)))
    for suffix in ("docx", "pdf"):
        view.write(tmp_path / f"report.{suffix}", view.document())
    assert [kind for _, kind in told] == ["info", "info"]
    file = docx.Document(str(tmp_path / "report.docx"))
    headings = [p.text for p in file.paragraphs if p.style.name == "Heading 1"]
    assert headings == [
        "Analysis plan", "Results", "Baseline characteristics", "Flow of patients", "Disposition", "Exposure",
        "Which dose is tolerated", "Adverse events", "Change from baseline", "Methods", "Abbreviations",
    ]  # fmt: skip
    assert len(file.inline_shapes) == 1
    cells = [[cell.text for cell in row.cells] for row in file.tables[1].rows]
    assert ["Completed", "12 (60.0\u00a0%)"] in cells
    sha = demo.report.source.sha256[:8]
    assert all(sha in page.footer.paragraphs[0].text for page in file.sections)
    pdf = pypdfium2.PdfDocument((tmp_path / "report.pdf").read_bytes())
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert len(pdf) > 3
    assert "12 (60.0 %)" in text
    assert sha in text
    assert re.search(r"Any adverse event\s+19 \(95\.0 %\)", text)


def test_the_dose_question_has_a_section(shown, demo, printed):
    view, _ = shown(demo, Report)
    section = next(one for one in view.document().sections if one.name == "dose_question")
    block = printed["dose_question"]
    assert [plain(paragraph.text) for paragraph in section.said] == block["sentences"]
    top, modelled = block["doses"][-1], block["tolerates_to_end"][-1]
    limits = [round(100 * modelled[key]) for key in ("estimate", "lower", "upper")]
    assert tuple(map(plain, section.table.rows[-1])) == (
        "600 mg", str(top["reached"]), str(top["patient_days"]), str(top["limiting_events"]),
        "11 of 17: 65 % (38 to 86)", "5 of 20: 25 % (9 to 49)", "{} % ({} to {})".format(*limits),
    )  # fmt: skip
    assert section.table.rows[0][-1].endswith("passed through only")


def test_without_a_dose_log_the_section_says_what_cannot_be_told(demo):
    tables = {name: getattr(demo.study, name) for name in TABLES if name != "exposure"}
    study = build_study(tables, list(demo.study.parameters.values()), source=demo.study.source)
    contents = trial_contents(study, demo.plan, populations(study, demo.plan))
    (section,) = document_of(contents, DocumentChoice({"dose_question"}), title="", footer="").sections
    assert ([plain(paragraph.text) for paragraph in section.said], section.table) == ([NO_LOG], None)


def test_unticked_parts_are_left_out(shown, demo):
    from PySide6.QtCore import Qt

    view, _ = shown(demo, Report)
    for at in range(view.parts_list.count()):
        view.parts_list.item(at).setCheckState(Qt.CheckState.Unchecked)
    assert not view.save_button.isEnabled()
    view.parts_list.item(4).setCheckState(Qt.CheckState.Checked)
    assert [section.heading for section in view.document().sections] == ["Disposition"]
    assert "Disposition" in view.preview.toPlainText()
    assert "Exposure" not in view.preview.toPlainText()
    view.endpoints.set_chosen(tuple(view.result.endpoints))
    assert view.endpoints.chosen
    view.show_result(replace(view.result, endpoints=attempted(int, "no number")))
    assert view.endpoints.chosen == ()
    assert "Disposition" in view.preview.toPlainText()


def test_only_common_events_stand_in_the_document(shown, demo):
    view, _ = shown(demo, Report)
    view.least.setValue(20)
    events = next(section for section in view.document().sections if section.name == "adverse_events").table
    counts = [int(row[1].split()[0]) for row in events.rows]
    assert min(counts) == 4
    assert counts[0] == 19
    assert "≥ 20 % = ≥ 4 of 20" in plain(" ".join(events.notes))
