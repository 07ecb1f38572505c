"""German: a whole catalogue, no English left on the pages where there is German, files as in English."""

import csv
import importlib.util
import io
import re
import string

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtGui import QAction, QFontMetrics, QImage, QPainter, QValidator
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QTabBar,
    QTableView,
    QWidget,
)

from sscviewer.bundled import resource_path
from sscviewer.gui.analysis.choices import choices_of
from sscviewer.gui.language import CONTEXT, language_of, number_of, speak, tr, tr_head, within
from sscviewer.gui.panes.cell_words import cell_said
from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.gui.panes.sentence_label import SentenceLabel
from sscviewer.gui.state.patient_filter import EventCondition, PatientFilter
from sscviewer.gui.state.showing import VIEWS
from sscviewer.gui.state.trial import prepare_trial
from sscviewer.gui.window.main_window import MainWindow
from sscviewer.model.study import build_study
from sscviewer.plots.ink import Ink
from sscviewer.plots.screen.said import Verbatim, said
from sscviewer.plots.short_names import short_names
from sscviewer.plots.style import paper_style, screen_style
from sscviewer.report.table_file import csv_bytes
from tests.gui.conftest import ticket
from tests.gui.test_menu_keys import doubled, every_menu
from tests.gui.trials import settle, show_trial, shown
from tests.planned import PLAN

SPEC = importlib.util.spec_from_file_location("collect", resource_path("translations", "collect.py"))
collect = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(collect)


@pytest.fixture(scope="module")
def sources():
    return collect.sources()


@pytest.fixture(scope="module")
def german():
    return collect.translations()


@pytest.fixture
def in_german(qapp):
    """German from now on; the language and the numbers of before after it."""
    before = QLocale()
    speak(qapp, "de")
    yield
    for translator in qapp.findChildren(QTranslator):
        QApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def german_window(in_german, places, qtbot, demo):
    window = MainWindow(places)
    qtbot.addWidget(window)
    window.show()
    show_trial(window, demo)
    yield window
    window.close()


def fields(text):
    return sorted(
        (name, spec, conversion)
        for _, name, spec, conversion in string.Formatter().parse(text)
        if name is not None
    )


# The catalogue -----------------------------------------------------------------------------------


def test_the_catalogue_is_of_these_sources_and_whole(sources, german):
    """Else run `python resources/translations/collect.py` and translate what it names."""
    assert set(sources) == set(german)
    assert len(sources) > 1500
    assert [source for source, words in german.items() if not words] == []


def test_a_translation_has_the_fields_and_edges_of_its_source(german):
    for source, words in german.items():
        assert fields(words) == fields(source), source
        assert (words[0] == " ", words[-1] == " ") == (source[0] == " ", source[-1] == " "), source
        assert ("&" in words) == ("&" in source) or ("&" in source and "& " in source), source


def test_german_quotes_and_the_formal_you(german):
    for source, words in german.items():
        assert "“" not in words.replace("“", "", words.count("„")), source
        assert not re.search(r"\b(du|dein\w*|dich|dir)\b", words), source


def test_the_compiled_catalogue_says_the_same(german):
    translator = QTranslator()
    assert translator.load(f"{CONTEXT}_de", str(resource_path("translations")))
    differ = [source for source, words in german.items() if translator.translate(CONTEXT, source) != words]
    assert differ == []


# The window --------------------------------------------------------------------------------------


def test_no_two_keys_of_a_german_menu_alike(german_window):
    assert not doubled([action.text() for action in german_window.menuBar().actions()])
    found = {}
    for menu in every_menu(german_window):
        texts = [action.text() for action in menu.actions()]
        if double := doubled(texts):
            found[menu.title()] = (double, texts)
    assert found == {}


@pytest.mark.parametrize("width", [1280, 1024])
def test_the_names_of_the_pages_are_whole_beside_list_and_details(german_window, width):
    german_window.resize(width, 800)
    german_window.trial_window.show_details(True)
    QApplication.processEvents()
    tabs = german_window.trial_window.workspace.tabs
    for i in range(tabs.count()):
        assert (
            tabs.tabRect(i).width()
            >= tabs.tabSizeHint(i).width()
            > tabs.fontMetrics().horizontalAdvance(tabs.tabText(i))
        )
    assert german_window.minimumSizeHint().width() <= 1024
    course = german_window.trial_window.workspace.patient.head.course
    assert "HAQ-DI" in course.text()
    assert QFontMetrics(course.font_shown()).horizontalAdvance(course.text()) <= course.width()


def test_headings_with_an_interval_are_translated(in_german):
    assert tr_head("Observed mean (95 % CI)").endswith(" (95-%-KI)")
    assert tr_head("95 % CI") == "95-%-KI"
    assert tr_head("Patients (N = 20)") == "Patienten (N = 20)"


def plain(text):
    return text.replace("&", "").removesuffix("…")


def seen(root):
    """Yield every text of a window that a user reads or hears."""
    for widget in root.findChildren(QWidget):
        for name in ("text", "title", "placeholderText", "toolTip", "accessibleName", "windowTitle"):
            says = getattr(widget, name, None)
            if callable(says) and isinstance(text := says(), str):
                yield text
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(i) for i in range(widget.count()))
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(i) for i in range(widget.count()))
        if isinstance(widget, QTableView) and widget.model() is not None:
            model = widget.model()
            for column in range(model.columnCount()):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "").strip()
    yield from (action.text() for action in root.findChildren(QAction))


DATA_TOO = {"Adverse Events", "Medical History", "info", "warning"}
"""Names of sheets and codes of the file, which are words of the window elsewhere."""


@pytest.fixture
def drawn(monkeypatch):
    """Every text that figures draw from now on, as it is seen."""
    texts, text_of = set(), Ink.text

    def noted(ink, painter, x, y, text, *more, **named):
        texts.add(ink._said(text))
        text_of(ink, painter, x, y, text, *more, **named)

    monkeypatch.setattr(Ink, "text", noted)
    return texts


ENGLISH = re.compile(r"\b(the|of|and|are|with|from|not|were|has|have|that|who|which)\b")
"""Words of our sentences that German does not have."""
NOT_YET = ()
"""Beginnings of sentences that are still English in the German window. It only gets shorter."""


def sentences(root):
    """Yield what is said below pictures and tables, of the patient, and of each finding in the file."""
    for kind in (SentenceLabel, ElidedLabel):
        yield from (label.text() for label in root.findChildren(kind))
    model = root.trial_window.workspace.data.tables.issues.model
    yield from (model.index(row, 1).data() for row in range(model.rowCount()))


def without_names(text):
    """Return a sentence without what it quotes of the file."""
    return re.sub(r"„[^“]*“|“[^”]*”|\([^)]*\)", "", text)


def test_nothing_is_left_in_english_that_has_german(german_window, german, drawn, qtbot):
    said = set()
    alike = {plain(words) for words in german.values()}
    english = {source for source in german if plain(source) not in alike}
    texts = set()
    for view in VIEWS:
        german_window.session.set_view(view)
        qtbot.wait(1)
        if view in german_window.trial_window.workspace.analysis:
            settle(german_window.trial_window.workspace.analysis[view], qtbot)
        german_window.repaint()
        texts |= set(seen(german_window))
        said |= set(sentences(german_window))
    assert {"grau: geplant", "Monate seit der ersten Dosis", "abgeschlossen"} <= drawn
    texts |= drawn
    shown_texts = set(map(plain, texts))
    left = {source for source in english if plain(source) in shown_texts}
    assert sorted(left - DATA_TOO) == []
    assert len(texts & set(german.values())) > 500
    english_still = [text for text in said if ENGLISH.search(without_names(text))]
    assert [text for text in english_still if not text.startswith(NOT_YET)] == []
    assert {start for start in NOT_YET if not any(text.startswith(start) for text in english_still)} == set()
    assert german_window.trial_window.workspace.tabs.tabText(1) == "Kohorte"


def test_what_is_saved_is_english_with_points(german_window, german, qtbot):
    page = german_window.trial_window.workspace.analysis["safety"]
    german_window.session.set_view("safety")
    view = shown(page, qtbot, "adverse_events")
    table, figure = view.table(), view.figure()
    only_german = {words for source, words in german.items() if words != source} - set(german)
    assert view.rows.view.model().headerData(0, Qt.Orientation.Horizontal).strip() == "Unerwünschtes Ereignis"
    assert table.columns[0] == "Adverse event"
    assert view.rows.view.model().index(0, 0).data() == said("Any adverse event") != "Any adverse event"
    assert table.rows[0][0] == "Any adverse event"
    view.rows.search.setText(said("Any adverse event"))
    assert view.rows.model.rowCount() == 1
    view.rows.search.clear()
    assert not only_german & {table.title, figure.title, *table.columns, *table.notes}
    cells = [cell for row in csv.reader(io.StringIO(csv_bytes(table).decode("utf-8-sig"))) for cell in row]
    assert any(re.fullmatch(r".*\d\.\d.*", cell) for cell in cells)
    assert not any(re.search(r"\d,\d", cell) for cell in cells)
    assert set(choices_of(view)) <= {source for source in german}


# Words and numbers ---------------------------------------------------------------------------------


def test_numbers_are_written_as_the_language_does(in_german, qtbot):
    box = QDoubleSpinBox()
    qtbot.addWidget(box)
    box.setValue(0.6)
    assert box.text() == "0,60"
    assert box.value() == 0.6
    box.setDecimals(3)
    assert box.validate("1.234", 5)[0] == QValidator.State.Invalid
    assert box.valueFromText("1,234") == 1.234
    assert number_of(1, "patient", "patients") == "1 Patient"
    assert number_of(1200, "patient", "patients") == "1\u202f200 Patienten"
    assert within("Befunde") == "Befunde"
    assert tr("SSC-001") == "SSC-001"


def test_figures_speak_german_on_screen_and_english_on_paper(in_german):
    for text, words in (
        ("baseline 66.2", "Ausgangswert 66,2"),
        ("– – cohort model, 90 % CI", "– – Modell der Kohorte, 90-%-KI"),
        ("DLCO, % predicted (Month 12)", "DLCO, % des Sollwerts (Monat 12)"),
        ("Change in IL-6 (n = 12)", "Veränderung von IL-6 (n = 12)"),
        ("Completed (n\u00a0=\u00a013)", "Abgeschlossen (n = 13)"),
        ("Return to baseline: Drug A minus Visits", "Rückkehr zum Ausgangswert: Drug A minus Visits"),
        ("Change in bowel habit", "Change in bowel habit"),
        ("Visits 2", "Visits 2"),
        ("Fatigue", "Fatigue"),
    ):
        assert said(text) == words
        assert paper_style(8.0).said(text) == text
    ink = Ink(screen_style(False, 9.5, 1.0))
    assert ink.width("serious") == ink.width("schwerwiegend")
    assert ink.fold("observed mean", 1e4) == ["beobachteter Mittelwert"]


@pytest.mark.parametrize("term", ["related", "Age", "Window", "Depression, Month 2", "Change in taste, bad"])
def test_a_name_of_the_file_is_never_translated(in_german, term):
    """Each of these is, or looks like, what figures say themselves."""
    assert said(term) != term
    ink, image = Ink(screen_style(False, 9.5, 1.0)), QImage(400, 50, QImage.Format.Format_RGB32)
    name, ink.written = Verbatim(term), []
    assert ink.width(name) == ink.metrics(ink.plain).horizontalAdvance(term)
    painter = QPainter(image)
    ink.text(painter, 0, 10, name)
    ink.text(painter, 0, 10, ink.elide(name, 1e4))
    ink.block(painter, 0, 10, ink.fold(name, 1e4))
    ink.text(painter, 0, 10, short_names([term], 1e4, ink)[0])
    painter.end()
    assert [text for _, _, text in ink.written] == [term] * 4


ARM_VIEWS = {
    "safety": {"adverse_events": {"Age"}, "events_compared": {"Window", "no value"}},
    "dose": {"time_on_drug": {"Window", "no value"}},
    "report": {"disposition": {"Window", "no value"}},
}


def test_arms_and_terms_that_are_words_of_ours_stay_in_pictures_of_the_trial(
    in_german, trial, places, drawn, qtbot
):
    """The arms are called "Window" and "no value", an event "Age"."""
    study = trial.study
    arms = [("Window", "no value")[i % 2] for i in range(len(study.usubjids))]
    people = study.subjects.assign(TRT01P=arms, TRT01A=arms)
    events = study.adverse_events.replace({"AEDECOD": {"Nausea": "Age"}})
    tables = {name: getattr(study, name) for name in ("measurements", "exposure", "disposition")}
    tables |= {"subjects": people, "adverse_events": events}
    other = build_study(tables, list(study.parameters.values()), source=study.source)
    window = MainWindow(places)
    qtbot.addWidget(window)
    window.show()
    show_trial(window, prepare_trial(other, trial.report, trial.path, ticket(), PLAN))
    for page, views in ARM_VIEWS.items():
        window.session.set_view(page)
        for name, own in views.items():
            drawn.clear()
            shown(window.trial_window.workspace.analysis[page], qtbot, name)
            window.grab()
            assert own <= drawn
            assert not {text for text in drawn for word in ("Fenster", "kein Wert", "Alter") if word in text}
    window.close()


def test_cells_of_tables_are_german_on_screen_but_names_of_the_file(in_german):
    for text, words in (
        ("11 of 17: 65 % (38 to 86)", "11 von 17: 65 % (38 bis 86)"),
        ("−2.10 (−18.29 to −4.81)", "−2,10 (−18,29 bis −4,81)"),
        ("Month 12", "Monat 12"),
        ("        Lost to follow-up", "        Nicht mehr erreichbar"),
        ("stopped on day 86: adverse event (Age)", "abgebrochen an Tag 86: unerwünschtes Ereignis (Age)"),
        ("2007-05-12", "2007-05-12"),
        ("101.02", "101.02"),  # may be a patient
        ("Rash, to the arms", "Rash, to the arms"),
        (Verbatim("Death"), "Death"),
        ("mg/day", "mg/Tag"),
        ("Tablets/day", "Tablets/day"),
    ):
        assert cell_said(text) == words


def test_headings_and_filters_with_numbers_in_german_on_screen_and_english_in_files(in_german):
    assert tr_head("Patients (N = 20)") == "Patienten (N = 20)"
    assert tr_head("Adverse event") == "Unerwünschtes Ereignis"
    assert tr_head("Arm 1 (x)") == "Arm 1 (x)"
    events = (EventCondition(related=True, least=3, term="rash"),)
    wanted = PatientFilter(reason=("ADVERSE EVENT",), sex=("F",), least_grade=2, events=events)
    assert wanted.words() == (
        "stopped for adverse event, sex F, worst grade ≥ 2, with a related event, grade ≥ 3, “rash”"
    )
    assert wanted.words(tr) == (
        "abgebrochen wegen unerwünschtes Ereignis, Geschlecht F, schlimmster Grad ≥ 2, "
        "mit einem zusammenhängenden Ereignis, Grad ≥ 3, “rash”"
    )


def test_qt_speaks_german_too(in_german, qtbot):
    from PySide6.QtWidgets import QDialogButtonBox

    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


def test_english_is_what_the_code_says(qapp, qtbot):
    label = QLabel(tr("Progress"))
    qtbot.addWidget(label)
    assert label.text() == "Progress"
    assert within("Issues") == "issues"


@pytest.mark.parametrize(("wish", "language"), [("de", "de"), ("en", "en")])
def test_a_wish_is_followed(wish, language):
    assert language_of(wish) == language


def test_the_system_decides_where_nothing_is_wished(monkeypatch):
    for name, language in (("de_AT", "de"), ("fr_FR", "en"), ("C", "en")):
        monkeypatch.setattr(QLocale, "system", staticmethod(lambda name=name: QLocale(name)))
        assert language_of("system") == language
