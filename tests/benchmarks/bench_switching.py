# ruff: noqa: E501
"""How long it takes from a key press to the next patient painted; run under Xvfb, prints a table.

    xvfb-run -s "-screen 0 1600x1200x24" python tests/benchmarks/bench_switching.py

In the same run: the same picture in matplotlib's Qt canvas (set_data and draw), memory over 1 000 switches, and
the start of the program, to its start page, against a bare PySide6 + pyqtgraph window.
"""

import argparse
import gc
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "plots")]
SIZE = (1400, 900)

BARE = """
import time; begin = time.process_time()
from PySide6.QtWidgets import QApplication
import pyqtgraph as pg
app = QApplication([])
view = pg.GraphicsLayoutWidget(); view.addPlot().plot([1, 2, 3]); view.resize(1400, 900); view.show()
app.processEvents(); view.viewport().repaint()
print(time.process_time() - begin, flush=True)
import os; os._exit(0)  # a window alive at the end of the interpreter crashes PySide (pitfalls C3)
"""
OURS = """
import time; begin = time.process_time()
import tempfile
from pathlib import Path
from sscviewer.app import Application, MainWindow, Places
app = Application([])
window = MainWindow(Places.under(Path(tempfile.mkdtemp()))); window.resize(1400, 900); window.show()
app.processEvents(); window.repaint()
print(time.process_time() - begin, flush=True)
import os; os._exit(0)  # a window alive at the end of the interpreter crashes PySide (pitfalls C3)
"""


def percentiles(seconds: list[float]) -> str:
    """Return "median 12.3 ms, p95 20.1 ms"."""
    ordered = sorted(seconds)
    p95 = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    return f"median {1000 * statistics.median(ordered):5.1f} ms   p95 {1000 * p95:5.1f} ms"


class Ours:
    """The program's figure on one trial."""

    def __init__(self, app, study) -> None:
        from sscviewer.analysis.patient.patient_page import trial_frame
        from sscviewer.analysis.shown_parameters import default_parameters
        from sscviewer.plots.patient.patient_figure import PatientFigure
        from sscviewer.plots.style import screen_style
        from tests.planned import with_models

        self.app, self.study = app, study
        self.codes = default_parameters(study)
        self.frame = with_models(study, trial_frame(study, self.codes))
        self.figure = PatientFigure(screen_style(False, 9.5, 1.0))
        self.figure.resize(*SIZE)
        self.figure.set_frame(self.frame)
        self.figure.show()

    def switch(self, count: int) -> tuple[list[float], list[float]]:
        """Return seconds per switch to the painted picture, and of the computation alone."""
        from sscviewer.analysis.patient.patient_page import patient_page

        painted, computed, self.busy = [], [], []
        for i in range(count):
            begin, cpu = time.perf_counter(), time.process_time()
            usubjid = self.study.usubjids[i % len(self.study.usubjids)]
            page = patient_page(self.study, usubjid, self.frame, self.codes)
            computed.append(time.perf_counter() - begin)
            self.figure.show_page(page)
            self.app.processEvents()
            painted.append(time.perf_counter() - begin)
            self.busy.append(time.process_time() - cpu)
        return painted, computed

    def memory_growth(self, count: int) -> float:
        """Return MB grown over so many switches, after a warm-up."""
        import psutil

        process = psutil.Process()
        self.switch(200)
        gc.collect()
        before = process.memory_info().rss
        self.switch(count)
        gc.collect()
        return (process.memory_info().rss - before) / 1e6


def switch_matplotlib(app, study, switches: int) -> list[float]:
    """Return seconds of processors per switch of the same content in matplotlib: artists kept, set_data."""
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure

    from sscviewer.analysis.patient.patient_page import patient_page, trial_frame
    from sscviewer.analysis.shown_parameters import default_parameters

    codes = default_parameters(study)
    frame = trial_frame(study, codes)
    canvas = FigureCanvasQTAgg(Figure(figsize=(14, 9), dpi=100))
    canvas.resize(*SIZE)
    axes = canvas.figure.subplots(2 + len(codes), 1, sharex=True)
    axes[0].set_xlim(frame.first_day, frame.last_day)
    (dose,) = axes[0].step([], [], where="post")
    axes[0].set_ylim(0, frame.highest_dose * 1.2 or 1)
    bars = [axes[1].barh(i, 0, 0.8, color="C0", edgecolor="k")[0] for i in range(40)]
    names = [axes[1].text(-2, i, "", ha="right", va="center", fontsize=7) for i in range(40)]
    grades = [axes[1].text(0, i, "", va="center", fontsize=7) for i in range(40)]
    axes[1].set_ylim(40, -1)
    lines = []
    for axis, lines_of in zip(axes[2:], frame.cohort, strict=True):
        axis.plot(lines_of.day, lines_of.aval, color="0.85", lw=0.7)
        lines.append(axis.plot([], [], "o-")[0])
        axis.set_ylim(lines_of.low, lines_of.high)
    ends = [axis.axvline(0, color="k") for axis in axes]
    canvas.show()
    times = []
    for i in range(switches + 3):
        begin = time.process_time()
        page = patient_page(study, study.usubjids[i % len(study.usubjids)], frame, codes)
        dose.set_data([s.start for s in page.dose.steps], [s.dose for s in page.dose.steps])
        for k, bar in enumerate(bars):
            shown = k < len(page.timeline.events)
            for artist in (bar, names[k], grades[k]):
                artist.set_visible(shown)
            if shown:
                event = page.timeline.events[k]
                start = np.nan_to_num(event.start_first, nan=1.0)
                bar.set_bounds(
                    start,
                    k - 0.4,
                    max(np.nan_to_num(event.end_last, nan=page.timeline.open_until) - start, 1),
                    0.8,
                )
                names[k].set_text(event.label)
                grades[k].set_text(event.mark)
                grades[k].set_x(start)
        for line, course in zip(lines, page.trajectories, strict=True):
            line.set_data(course.day, course.aval)
        for end in ends:
            end.set_xdata([page.outcome.day] * 2)
        canvas.draw()
        canvas.repaint()
        app.processEvents()
        times.append(time.process_time() - begin)
    canvas.hide()
    return times[3:]


def start_ratio(repeats: int) -> tuple[float, float]:
    """Return median seconds of processors from the first line to first paint: bare window, our start page."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    out: dict[str, list[float]] = {BARE: [], OURS: []}
    for _ in range(repeats):
        for code in (BARE, OURS):
            done = subprocess.run(
                [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
            )
            out[code].append(float(done.stdout))
    return statistics.median(out[BARE]), statistics.median(out[OURS])


def main() -> None:
    """Run everything and print it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--switches", type=int, default=200)
    parser.add_argument("--patients", type=int, nargs="+", default=[20, 2000])
    parser.add_argument("--leak", type=int, default=1000, help="switches of the memory test, 0 for none")
    parser.add_argument("--no-matplotlib", action="store_true")
    parser.add_argument("--starts", type=int, default=5)
    args = parser.parse_args()

    from dense_study import dense_study
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    print(f"platform {app.platformName()}, {SIZE[0]} x {SIZE[1]}")
    for patients in args.patients:
        study = dense_study(n_extra=max(patients - 8, 0))
        ours = Ours(app, study)
        ours.switch(5)
        painted, computed = ours.switch(args.switches)
        print(
            f"{patients:5} patients  sscviewer   {percentiles(painted)}   (of it computing: {percentiles(computed)})"
        )
        print(
            f"{patients:5} patients  sscviewer   {percentiles(ours.busy)}   of processor time, whatever else runs"
        )
        if not args.no_matplotlib:
            theirs = switch_matplotlib(app, study, min(args.switches, 60))
            ratio = statistics.median(theirs) / statistics.median(painted)
            print(f"{patients:5} patients  matplotlib  {percentiles(theirs)}   ratio of medians {ratio:.1f}")
        if args.leak:
            print(
                f"{patients:5} patients  memory over {args.leak} switches: {ours.memory_growth(args.leak):+.1f} MB"
            )
    if args.starts:
        bare, own = start_ratio(args.starts)
        print(f"start to the start page: bare {bare:.2f} s, ours {own:.2f} s, ratio {own / bare:.2f}")


if __name__ == "__main__":
    main()
