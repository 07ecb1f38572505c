"""Show a trial in a window without reading a file."""

import dataclasses

from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QScrollArea, QWidget

from sscviewer.gui.state.trial import Trial
from sscviewer.gui.window.main_window import MainWindow
from sscviewer.model.study import build_study

TABLES = ("subjects", "measurements", "adverse_events", "exposure", "disposition")


def show_trial(window: MainWindow, trial: Trial) -> None:
    window.opening.opened.emit(trial)
    window.session.set_trial(trial)


def renamed(trial: Trial, sha256: str) -> Trial:
    source = dataclasses.replace(trial.report.source, sha256=sha256)
    return dataclasses.replace(trial, report=dataclasses.replace(trial.report, source=source))


def shown(page, qtbot, name):
    """Turn a page of the whole trial to a view and wait for its result."""
    page.show_view(name)
    settle(page, qtbot)
    return page.view


def settle(page, qtbot):
    """Wait until the view on screen has its result, and what is added to it, or says that it has none."""

    def is_there():
        words, at_work = page.view.waiting.words.text(), ", ".join(page._tasks._latest)
        where = f"{page.name}, {page.view.name}: {words} At work: {at_work}"
        assert not page.busy.isVisible(), f"{where}; the model is missing"
        assert page.has_result or page.stack.currentWidget() is page.nothing, where

    qtbot.waitUntil(is_there)


def answer_file(window: MainWindow, path, kind: str = "") -> None:
    """Choose a file in the dialog that is open."""
    (dialog,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    if kind:
        dialog.selectNameFilter(kind)
        dialog.filterSelected.emit(kind)
    if not path.parent.is_dir():
        # The dialog itself would ask again.
        dialog.selectedFiles = lambda: [str(path)]
        QDialog.accept(dialog)
        return
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


def disguised(study, mark: str = "Zz"):
    """Return the trial under another name: its patients, terms and arms carry a mark."""
    source = dataclasses.replace(study.source, name=f"{mark}.xlsx", sha256=mark[:1].lower() * 64)
    tables = {}
    for name in TABLES:
        table = getattr(study, name)
        if not len(table):
            continue
        table = table.copy()
        for column in {"USUBJID", "AETERM", "AEDECOD", "AEBODSYS", "EXTRT", "DSSPFY"} & set(table.columns):
            table[column] = [f"{mark}{text}" if text else text for text in table[column]]
        tables[name] = table
    cells = {("adverse_events", "AE"): {"AETERM": "C", "AEDECOD": "D", "ASTDT": "F"}}
    parameters = list(study.parameters.values())
    return build_study(tables, parameters, source=source, cells=cells, is_synthetic=study.is_synthetic)


def cut_labels(page: QWidget) -> list[str]:
    """Return the labels of a page that are not whole, and what must be scrolled across to be read."""
    cut = [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible()
        and (
            label.width() < label.minimumSizeHint().width()
            or label.height() < (label.heightForWidth(label.width()) if label.wordWrap() else 0)
        )
    ]
    across = [area for area in page.findChildren(QScrollArea) if area.horizontalScrollBar().maximum()]
    return [*cut, *(area.accessibleName() for area in across)]
