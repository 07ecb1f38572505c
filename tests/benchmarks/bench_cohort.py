"""How long a large trial's Cohort page takes in the window; run under Xvfb, prints a table.

    xvfb-run -s "-screen 0 1600x1200x24" python tests/benchmarks/bench_cohort.py [--patients 2000]

Without a display: `QT_QPA_PLATFORM=offscreen`. The trial is invented and handed to the window as if it had
been loaded. Each view: from asking for it to its picture on screen; then, over the picture, mouse moves and
patients chosen one after the other, each to the repainted window. At 200 patients: from a filter to the new
models.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.tasks import Ticket
from sscviewer.gui.state.trial import prepare_trial
from sscviewer.gui.window.main_window import MainWindow
from sscviewer.gui.window.places import Places
from sscviewer.model.load_report import LoadReport
from tests.benchmarks.invented_trial import trial

SIZE = (1400, 900)
VIEWS = ("courses", "multiples", "lanes", "waterfall")
MOVES = 200
PATIENCE = 300.0
"""Seconds for one view on a busy computer."""


def shown(app, window, study):
    """Show a study in the window and wait for the patient page; return the seconds of preparing it."""
    report = LoadReport(study.source, (), (), (), (), ())
    begin = time.perf_counter()
    prepared = prepare_trial(
        study, report, Path("invented.xlsx"), Ticket("bench", lambda *_: None), DEFAULT_PLAN
    )
    seconds = time.perf_counter() - begin
    window.opening.opened.emit(prepared)
    window.session.set_trial(prepared)
    settle(app, window)
    return seconds


def settle(app, window):
    """Let the worker finish and the window paint."""
    while window.tasks._latest:
        app.processEvents()
        time.sleep(0.0005)
    app.processEvents()


def painted(app, view):
    """Wait until the view's picture is on screen."""
    until = time.monotonic() + PATIENCE
    while view.chart.figure is None or view.chart._item._picture is None:
        if time.monotonic() > until:
            raise TimeoutError(f"{type(view).__name__} was not painted")
        app.processEvents()
        time.sleep(0.0005)
    app.processEvents()


def p95(seconds):
    """Return the 95th percentile in milliseconds."""
    return 1000 * sorted(seconds)[int(0.95 * len(seconds))]


def hover(app, chart):
    """Return the seconds of each mouse move over a chart until the window is painted again."""
    dice, seconds = random.Random(1), []
    area = chart.visibleRegion().boundingRect()
    for _ in range(MOVES):
        at = QPoint(dice.randrange(area.left(), area.right()), dice.randrange(area.top(), area.bottom()))
        begin = time.perf_counter()
        QTest.mouseMove(chart, at)
        app.processEvents()
        seconds.append(time.perf_counter() - begin)
    return seconds


def highlight(app, chart, usubjids):
    """Return the seconds of letting one patient after the other stand out."""
    seconds = []
    for usubjid in random.Random(2).choices(usubjids, k=MOVES):
        begin = time.perf_counter()
        chart.set_highlight(usubjid)
        app.processEvents()
        seconds.append(time.perf_counter() - begin)
    return seconds


def pages(app, window, study):
    """Print every view of the Cohort page."""
    page = window.trial_window.workspace.analysis["cohort"]
    for name in VIEWS:
        begin = time.perf_counter()
        if name == VIEWS[0]:
            window.session.set_view("cohort")
        page.show_view(name)
        painted(app, page.view)
        first = time.perf_counter() - begin
        settle(app, window)
        chart = page.view.chart
        figures = f"hover p95 {p95(hover(app, chart)):5.1f} ms   highlight p95 "
        figures += f"{p95(highlight(app, chart, study.usubjids)):5.1f} ms"
        print(f"  {name:<12}first picture {1000 * first:6.0f} ms   {figures}")


def refit(app, window):
    """Return the seconds from choosing an arm in the filter to the models of its 200 patients on screen."""
    page, seconds = window.trial_window.workspace.analysis["efficacy"], []
    window.session.set_view("efficacy")
    settle(app, window)
    for arm in ("Arm 0", "Arm 1", "Arm 2"):
        result = []
        page.shown.connect(lambda result=result: result.append(True))
        begin = time.perf_counter()
        window.session.set_filters(PatientFilter(arm=(arm,)))
        while not result:
            app.processEvents()
            time.sleep(0.0005)
        app.processEvents()
        seconds.append(time.perf_counter() - begin)
        settle(app, window)
    window.session.set_filters(PatientFilter())
    settle(app, window)
    return seconds


def main():
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--patients", type=int, default=2000)
    parser.add_argument("--visits", type=int, default=20)
    parser.add_argument("--events", type=int, default=50, help="adverse events per patient")
    options = parser.parse_args()
    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Places.under(Path(folder)))
        window.resize(*SIZE)
        window.show()
        study = trial(options.patients, options.visits, 2, events_each=options.events)
        size = f"{options.patients} patients x {options.visits} visits, {options.events} events each"
        print(f"{size}; {app.platformName()}, load {os.getloadavg()[0]:.1f}")
        print(f"  prepared in {shown(app, window, study):.1f} s")
        pages(app, window, study)
        seconds = []
        for seed in (1, 2, 3):
            shown(app, window, trial(600, 5, 3, seed=seed))
            seconds += refit(app, window)
        each = ", ".join(f"{1000 * second:.0f}" for second in seconds)
        print(f"  filter to new models, 200 of 600 patients x 5 visits: {each} ms")
        window.close()


if __name__ == "__main__":
    main()
