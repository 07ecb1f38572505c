"""Every measure in one table: ours, the yardstick's in the same run, their ratio; prints it and writes JSON.

    xvfb-run -s "-screen 0 1600x1200x24" python tests/benchmarks/run.py [--quick] [--only PART] [--out FILE]

Without a display: `QT_QPA_PLATFORM=offscreen`. The parts are those of the scripts beside this one, each in a
process of its own, so that what one leaves in memory is not another's. `--quick` takes small sizes: it shows
that all of it runs, its figures are no measure. On a busy computer only ratios mean anything. The yardsticks
come with the `bench` extra. ARCHITECTURE.md says what limits each. Seconds are those of the processors, which
other work on the computer changes little, but where a line says "on the clock".
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "plots"), str(ROOT / "tests" / "benchmarks")]

LARGE_ROWS = 500_000
PAGES = 200
"""Patients of the PDF of all patients."""


@dataclass(frozen=True)
class Line:
    """One measure; `theirs` is the yardstick's, or the target where there is no yardstick."""

    what: str
    ours: float
    unit: str
    yardstick: str = ""
    theirs: float | None = None
    target: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours over theirs: below 1 is faster or smaller than the yardstick."""
        return self.ours / self.theirs if self.theirs else None


def start(quick: bool) -> Iterator[Line]:
    """Give the start of the program to its painted start page."""
    from bench_switching import start_ratio

    bare, ours = start_ratio(1 if quick else 3)
    yield Line("start to the start page", ours, "s", "bare Qt + pyqtgraph", bare, "≤ 1.1 ×")


def loading(quick: bool) -> Iterator[Line]:
    """Give what reading a large workbook takes, and a small one."""
    import bench_loading as bench

    for rows in (2_000,) if quick else (20 * 60, LARGE_ROWS):
        with tempfile.TemporaryDirectory() as folder:
            path, small = Path(folder) / "large.xlsx", Path(folder) / "small.xlsx"
            bench.make_workbook(path, rows)
            few = min(rows, bench.OPENPYXL_ROWS)
            bench.make_workbook(small, few)
            rounds = 1 if rows >= LARGE_ROWS else 2
            environment = bench.as_installed(Path(folder) / "compiled")
            bench.measure(bench.CHECK, small, 1, environment)
            _, bare, bare_mb, _ = bench.measure(bench.BARE, path, rounds, environment)
            _, cells, cells_mb, _ = bench.measure(bench.CELLS, path, rounds, environment)
            clock, check, check_mb, _ = bench.measure(bench.CHECK, path, rounds, environment)
            pandas = bench.measure(bench.PANDAS, small, 1, environment)[1] * rows / few
        # start-up of two processes is most of the time of a small workbook: no target for it
        far = rows >= LARGE_ROWS
        for what, ours, unit, yardstick, theirs, target in (
            ("read the cells of", cells, "s", "calamine", bare, "≤ 1.3 ×"),
            ("read the cells of", cells, "s", "pandas + openpyxl", pandas, "≤ 0.13 ×"),
            ("memory of the cells of", cells_mb, "MB", "calamine", bare_mb, "≤ 2.5 ×"),
            ("check", check, "s", "calamine", bare, "≤ 1.5 ×"),
            ("memory of check of", check_mb, "MB", "calamine", bare_mb, "≤ 3 ×"),
        ):
            yield Line(f"{what} {rows} rows", ours, unit, yardstick, theirs, target if far else "")
        yield Line(f"check {rows} rows, on the clock", clock, "s")


def switching(quick: bool) -> Iterator[Line]:
    """Give the time from one patient to the next, and what a thousand of them leave in memory."""
    from bench_switching import Ours, switch_matplotlib
    from dense_study import dense_study
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    for patients in (20,) if quick else (20, 2_000, 20_000):
        study = dense_study(n_extra=patients - 8)
        ours = Ours(app, study)
        ours.switch(5)
        ours.switch(20 if quick else 100)
        each = _median_ms(ours.busy)
        theirs = None
        if find_spec("matplotlib"):
            theirs = _median_ms(switch_matplotlib(app, study, 10))
        yield Line(f"next patient of {patients}", each, "ms", "matplotlib", theirs, "≤ 0.2 ×")
        if patients == 20 and find_spec("psutil"):
            count = 50 if quick else 1000
            yield Line(f"memory over {count} switches", ours.memory_growth(count), "MB", "", None, "< 20 MB")
        ours.figure.close()


def _median_ms(seconds: list[float]) -> float:
    return 1000 * statistics.median(seconds)


def models(quick: bool) -> Iterator[Line]:
    """Give the time of a mixed model with its small-sample inference."""
    import bench_engine as bench

    for patients in (20,) if quick else (20, 200):
        data = bench.make_trial(patients, 5)

        def fit(frame=data) -> object:
            return bench.fit_random_slope(frame, "y ~ month * arm", subject="id", time="month").coefficients

        theirs = bench.statsmodels_ms(data)
        what = f"random slopes, {patients} patients"
        yield Line(what, bench.median_ms(fit, 5), "ms", "statsmodels MixedLM", theirs, "≤ 1 ×")
    for patients in (20,) if quick else (20, 200, 2_000):
        data = bench.make_trial(patients, 5)

        def mmrm(frame=data) -> object:
            return bench.fit_mmrm(frame, "y ~ base + arm * visit", subject="id", visit="visit").coefficients

        # R was timed once on another computer: a figure to know, not a ratio of one run
        yield Line(f"MMRM with Kenward-Roger, {patients} patients", bench.median_ms(mmrm, 5), "ms")


def events(quick: bool) -> Iterator[Line]:
    """Give the time of the table of adverse events."""
    import bench_adverse_events as bench

    many, patients = (2_000, 200) if quick else (100_000, 5_000)
    study = bench.make_trial(many, patients)
    everyone = bench.population(study)
    clock = time.process_time
    full, _ = bench.timed(
        lambda: bench.event_table(bench.code_events(study, bench.EVENTS), everyone), 3, clock
    )
    plain, _ = bench.timed(lambda: bench.plain_pandas(study), 1, clock)
    what = f"table of {many} adverse events, with intervals"
    yield Line(what, full, "s", "pandas groupby, none", plain, "≤ 1 ×")


def views(quick: bool) -> Iterator[Line]:
    """Give the time from asking for a view of the whole trial to its picture."""
    import bench_cohort as bench
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    patients, visits, each = (100, 5, 5) if quick else (2_000, 20, 50)
    with tempfile.TemporaryDirectory() as folder:
        window = bench.MainWindow(bench.Places.under(Path(folder)))
        window.resize(*bench.SIZE)
        window.show()
        study = bench.trial(patients, visits, 2, events_each=each)
        seconds = bench.shown(app, window, study)
        yield Line(f"prepare {patients} patients, {patients * each} events, on the clock", seconds, "s")
        page = window.trial_window.workspace.analysis["cohort"]
        for name in bench.VIEWS:
            begin = time.perf_counter()
            if name == bench.VIEWS[0]:
                window.session.set_view("cohort")
            page.show_view(name)
            bench.painted(app, page.view)
            spent = time.perf_counter() - begin
            yield Line(
                f"view “{name}” of {patients} patients, on the clock",
                1000 * spent,
                "ms",
                "",
                None,
                "≤ 1000 ms",
            )
            bench.settle(app, window)
        window.close()


def writing(quick: bool) -> Iterator[Line]:
    """Give the time and memory of `export`: all patients in one PDF, and the report with its tables."""
    pages = 20 if quick else PAGES
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trial.xlsx"
        patients_of_the_demo(path, pages)
        seconds, megabytes = exported(path, "profiles")
        yield Line(f"export: PDF of {pages} patients", seconds, "s", "", None, "≤ 60 s")
        yield Line(f"memory of it, {pages} patients", megabytes, "MB", "", None, "≤ 1000 MB")
        seconds, _ = exported(path, "report,tables")
        yield Line(f"export: report and tables of {pages} patients", seconds, "s")


def patients_of_the_demo(path: Path, count: int) -> None:
    """Write the demo trial with its patients repeated under other numbers until they are so many."""
    import openpyxl

    from sscviewer.bundled import resource_path

    book = openpyxl.load_workbook(resource_path("demo", "demo_trial.xlsx"))
    for sheet in book:
        rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
        of_patients = [row for row in rows if any(_number(value) for value in row)]
        for again in range(1, count // 20):
            for row in of_patients:
                sheet.append([f"SSC-{_number(v) + 20 * again:03d}" if _number(v) else v for v in row])
    book.save(path)


def _number(value: object) -> int:
    """Return a patient's number in a cell of the demo trial; 0 in any other cell."""
    text = str(value)
    return int(text[4:]) if text.startswith("SSC-") and text[4:].isdigit() else 0


def exported(path: Path, what: str) -> tuple[float, float]:
    """Return seconds of processors and megabytes of one export."""
    program = (
        "import resource, sys\nfrom sscviewer.cli import run\ncode = run(sys.argv[1:])\n"
        "own, child = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))\n"
        "spent = sum(used.ru_utime + used.ru_stime for used in (own, child))\n"
        "sys.stderr.write(f'{spent} {own.ru_maxrss / 1024}')\nsys.exit(code)"
    )
    words = ["export", str(path), "--out", str(path.parent / "out"), "--what", what, "--quiet"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False, env=environment
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    seconds, megabytes = map(float, done.stderr.splitlines()[-1].split())
    return seconds, megabytes


PARTS: dict[str, Callable[[bool], Iterator[Line]]] = {
    part.__name__: part for part in (start, loading, switching, views, events, models, writing)
}


def table(lines: list[Line]) -> str:
    """Return the table."""
    head = ("what", "ours", "", "yardstick", "theirs", "ratio", "target")
    rows = [head, *(_row(line) for line in lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(head))]
    return "\n".join(
        "  ".join(
            text.rjust(width) if at in (1, 4, 5) else text.ljust(width)
            for at, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _row(line: Line) -> tuple[str, ...]:
    theirs = "" if line.theirs is None else f"{line.theirs:.3g}"
    ratio = "" if line.ratio is None else f"{line.ratio:.2f}"
    return line.what, f"{line.ours:.3g}", line.unit, line.yardstick, theirs, ratio, line.target


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="small sizes: to see that it runs")
    parser.add_argument("--only", choices=PARTS, help="one part")
    parser.add_argument("--out", type=Path, help="write JSON here")
    parser.add_argument("--part", choices=PARTS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.part:
        for line in PARTS[options.part](options.quick):
            print(json.dumps(asdict(line)), flush=True)
        return 0
    began, lines, failed = os.getloadavg()[0], [], []
    for name in [options.only] if options.only else PARTS:
        command = [sys.executable, __file__, "--part", name, *(["--quick"] if options.quick else [])]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
        lines += [Line(**json.loads(text)) for text in done.stdout.splitlines() if text.startswith('{"what"')]
        failed += [name] if done.returncode else []
        print(f"{name}: {'failed' if done.returncode else 'measured'}", file=sys.stderr)
    about = f"{platform.machine()}, Python {platform.python_version()}, load {began:.1f} before"
    print(f"{about}{'; quick: small sizes, no measure' if options.quick else ''}\n{table(lines)}")
    if options.out:
        rows = [asdict(line) | {"ratio": line.ratio} for line in lines]
        document = {"about": about, "quick": options.quick, "failed": failed, "lines": rows}
        options.out.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
