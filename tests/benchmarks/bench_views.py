"""How long every view of the whole trial computes: 200 patients x 5 visits in two arms, with a laboratory.

    python tests/benchmarks/bench_views.py [--patients 200] [--page efficacy]

Each view computes as the window asks it to, with the choices it begins with. "first" also works out what is
kept per trial (baselines, coded events); "again" is what a change of filter costs. The yardstick, in the same
run, is one mixed model of the same trial with Kenward-Roger inference. A view over 300 ms says so, and
whether it asks to be stopped on the way (so that it shows progress and can be cancelled).
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from sscviewer.analysis.asked import Asked
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.population import populations
from sscviewer.analysis.settle import settle_study
from sscviewer.analysis.stopping import stoppable
from sscviewer.gui.window.main_window import MainWindow
from sscviewer.gui.window.places import Places
from sscviewer.gui.window.trial_views import VIEWS_OF
from sscviewer.model.study import Study
from tests.benchmarks.bench_cohort import shown
from tests.benchmarks.invented_trial import trial

LIMIT_MS = 300.0
ROUNDS = 3


class Steps:
    """Counts how often a computation asks whether it is still wanted."""

    def __init__(self) -> None:
        self.n = 0

    def __call__(self) -> bool:
        self.n += 1
        return False


def timed(call) -> float:
    """Return milliseconds of processor time."""
    begin = time.process_time()
    call()
    return 1000 * (time.process_time() - begin)


def filtered(study: Study) -> list[Asked]:
    """Return the question of as many filters, each without another patient: nothing is kept of any."""
    every = frozenset(study.usubjids)
    left = [every - {usubjid} for usubjid in study.usubjids[:ROUNDS]]
    return [Asked(study, DEFAULT_PLAN, populations(study, DEFAULT_PLAN, among)) for among in left]


def one_model(study: Study) -> float:
    """Return the median time of one mixed model by arm and visit, baseline adjusted."""
    from sscviewer.analysis.modelled import endpoint_frame

    who = populations(study, DEFAULT_PLAN).efficacy
    frame = endpoint_frame(study, who, "FVCPP")
    arm = dict(zip(study.usubjids, who.arm, strict=True))
    frame = frame[(frame["AVISITN"] > 0) & frame["CHG"].notna()].assign(ARM=frame["USUBJID"].map(arm))

    def fit() -> object:
        return fit_mmrm(frame, "CHG ~ BASE + ARM * AVISIT", subject="USUBJID", visit="AVISIT").coefficients

    fit()
    return statistics.median(timed(fit) for _ in range(ROUNDS))


def main() -> None:
    """Print a line a view."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--patients", type=int, default=200)
    parser.add_argument("--page", default="", choices=("", *VIEWS_OF))
    options = parser.parse_args()
    app = QApplication.instance() or QApplication([])
    study = trial(options.patients, 5, 2, laboratory=True)
    yardstick = one_model(settle_study(study, DEFAULT_PLAN))
    print(f"{options.patients} patients x 5 visits, two arms; one mixed model: {yardstick:.0f} ms")
    print(f"{'view':<34}{'first':>9}{'again':>9}{'models':>8}{'steps':>7}")
    with tempfile.TemporaryDirectory() as folder:
        window = MainWindow(Places.under(Path(folder)))
        shown(app, window, study)
        for page, views in VIEWS_OF.items():
            for kind in views if options.page in ("", page) else ():
                view = kind(window.parts, window)
                # a trial of its own: nothing is kept of what the view before worked out
                own = settle_study(trial(options.patients, 5, 2, laboratory=True), DEFAULT_PLAN)
                asked = Asked(own, DEFAULT_PLAN, populations(own, DEFAULT_PLAN))
                compute, settings, steps = view.computation(), view.settings, Steps()
                with stoppable(steps):
                    first = timed(lambda c=compute, a=asked, s=settings: c(a, s))
                n = steps.n
                again = statistics.median(
                    timed(lambda c=compute, a=other, s=settings: c(a, s)) for other in filtered(own)
                )
                over = f"  over {LIMIT_MS:.0f} ms" if again > LIMIT_MS else ""
                name = f"{page}: {kind.title}"
                print(
                    f"{name:<34}{first:>9.0f}{again:>9.0f}{again / yardstick:>8.1f}{n:>7}{over}", flush=True
                )
                view.deleteLater()
        window.close()


if __name__ == "__main__":
    main()
