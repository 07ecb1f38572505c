"""How long the Safety page takes to show a large trial after another filter; prints a table.

    python tests/benchmarks/bench_safety_view.py [--events 100000] [--patients 5000]

The parts of one redraw, as the window does them: counting in the worker, then listing, picture and table in
the window's thread. Times are of the processor, so that a busy machine changes little.
"""

import argparse
import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from sscviewer.analysis.events.adverse_events import behind
from sscviewer.analysis.events.event_rates import event_rates, place_events
from sscviewer.analysis.listing import list_records
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.safety.events_table import figure_of, listing_of, shown_columns
from sscviewer.gui.safety.rates_drawing import RatesShown, rates_figure, rates_listing
from sscviewer.plots.charts.chart_view import ChartView
from tests.benchmarks.bench_adverse_events import make_trial
from tests.benchmarks.bench_adverse_events import timed as fastest
from tests.planned import code_events, event_table, population, risk_time

ROUNDS = 5


def timed(work) -> tuple[float, object]:
    """Return the processor seconds of the fastest round, and the last result."""
    return fastest(work, ROUNDS, time.process_time)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--patients", type=int, default=5_000)
    options = parser.parse_args()
    app = QApplication([])
    study = make_trial(options.events, options.patients)
    some = population(study, set(study.usubjids[::2]))
    chart, pane = ChartView("Events"), TablePane("Events")
    for widget in (chart, pane):
        widget.resize(900, 400)
        widget.show()
    first, coded = timed(lambda: code_events(study))
    whole, _ = timed(lambda: event_table(coded, population(study)))
    counting, table = timed(lambda: event_table(coded, some))
    rows = list(table.rows_in("ALL"))
    listing, texts = timed(lambda: listing_of(table, rows, "ALL", shown_columns(table)))

    def show() -> None:
        chart.show_figure(figure_of(table, rows, "ALL", 0, ""))
        pane.show_listing(texts)
        app.processEvents()
        chart.grab()
        pane.grab()

    shown, _ = timed(show)
    begin = time.process_time()
    risk = risk_time(study)
    at_risk = time.process_time() - begin
    placed = place_events(coded, risk)
    rating, rates = timed(lambda: event_rates(coded, risk, some, table, placed))
    wanted = RatesShown(rows, table.arms[1], table.arms[2], "any", False)
    of_rates, _ = timed(lambda: (rates_listing(table, rates, wanted), rates_figure(table, rates, wanted, "")))
    events = tuple(int(row) for row in behind(coded, some, table.names[0]).events)
    drill, _ = timed(lambda: list_records(study, "adverse_events", events))
    print(f"{options.events} events, {options.patients} patients, {len(rows)} rows shown")
    for words, seconds in (
        ("table of all patients, first time", first + whole),
        ("another filter: count again", counting),
        ("  texts of the table", listing),
        ("  picture and table on screen", shown),
        ("  filter to redraw, all of it", counting + listing + shown),
        ("rates: time at risk, once per trial", at_risk),
        ("rates: another filter, count again", rating),
        ("rates: table and picture of two arms with ratios", of_rates),
        (f"listing the {len(events)} records behind “any event”", drill),
    ):
        print(f"  {words:<56}{1000 * seconds:9.0f} ms")


if __name__ == "__main__":
    main()
