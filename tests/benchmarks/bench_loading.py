"""How long and how much memory loading takes, as ratios to other readers in the same run.

    python tests/benchmarks/bench_loading.py [--rows 500000] [--workbook FILE]

One workbook of five sheets and fifteen columns is made with XlsxWriter (or FILE, which has that many rows, is
taken) and read in turn, each in a process of its own, best of a few rounds: calamine's bare parse (each cell
a Python object), the program's reading of the cells (both processes), the whole `check`, and
pandas.read_excel with openpyxl. The last is slow, so it reads a workbook of fewer rows, and its time is
multiplied up (it grows with the number of rows). Compared is processor time, of all threads of both
processes: what others do on the computer does not change it. Time on the clock stands beside it. Memory is
what both processes hold at one moment, the most of many moments (Linux), and beside it their peaks added,
which are not at one time: the child has ended when this process has its own.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import xlsxwriter

ROOT = Path(__file__).resolve().parents[2]
SHEETS = ("LB", "VS", "EG", "QS", "PFT")
HEAD = (
    *("Subject", "Visit", "Date", "Test", "Result", "Unit", "Low", "High"),
    *("Flag", "Fasting", "Site", "Method", "Comment", "Number", "Change"),
)
OPENPYXL_ROWS = 20_000
TARGETS = {"cells": 1.3, "memory": 2.5, "check": 1.5, "check memory": 3.0, "pandas": 8.0}

BARE = """
from python_calamine import CalamineWorkbook
book = CalamineWorkbook.from_path(path)
for name in book.sheet_names:
    book.get_sheet_by_name(name).to_python()
"""
CELLS = """
from pathlib import Path
from sscviewer.workbook.values.cells import make_sheets
from sscviewer.workbook.container import open_container
from sscviewer.workbook.reading import read_workbook
begun = now()
make_sheets(read_workbook(open_container(Path(path)), lambda: False).sheets)
"""
CHECK = """
from sscviewer.workbook import load_study
load_study(path).report.to_json()
"""
PANDAS = """
import pandas as pd
begun = now()
pd.read_excel(path, sheet_name=None, engine="openpyxl")
"""
# resource counts in kilobytes on Linux
AROUND = """
import glob, json, resource, sys, threading, time
def held(process):
    try:
        with open(f"/proc/{{process}}/statm") as pages:
            return int(pages.read().split()[1]) * resource.getpagesize() / 1024**2
    except (OSError, IndexError):
        return 0.0
def watch():
    while True:
        children = set()
        for listed in glob.glob("/proc/self/task/*/children"):
            try:
                with open(listed) as file:
                    children |= set(file.read().split())
            except OSError:
                pass
        together.append(held("self") + sum(map(held, children)))
        time.sleep(0.02)
together = [0.0]
threading.Thread(target=watch, daemon=True).start()
def used():
    return [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
def now():
    return time.perf_counter(), sum(u.ru_utime + u.ru_stime for u in used())
path = sys.argv[1]
begun = now()
{}
spent = [after - before for after, before in zip(now(), begun)]
print(json.dumps([*spent, max(together), sum(u.ru_maxrss for u in used()) / 1024]))
"""


def make_workbook(path: Path, rows: int) -> None:
    """Write a trial of some rows: repeated words, dates, and numbers that are all different."""
    dice = random.Random(1)
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for name in SHEETS:
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, HEAD)
        for row in range(1, rows // len(SHEETS) + 1):
            sheet.write_string(row, 0, f"S-{row % 400:04d}")
            month = row // 400 % 13
            sheet.write_string(row, 1, f"Month {month}" if month else "Baseline")
            sheet.write_datetime(row, 2, datetime(2008, 1, 1) + timedelta(days=round(30.4 * month)), day)
            sheet.write_string(row, 3, f"Test {name} {row // 5200 % 30}")
            sheet.write_number(row, 4, round(dice.gauss(50, 10), 2))
            words = (
                "mmol/L",
                3.5,
                5.5,
                "N",
                "Y",
                f"Site {row % 11}",
                "central",
                f"comment {row % 5000}",
                row,
            )
            sheet.write_row(row, 5, words)
            sheet.write_number(row, 14, round(dice.gauss(0, 1), 4))
    book.close()


def as_installed(folder: Path) -> dict[str, str]:
    """Return an environment in which modules are compiled once, into a folder, as an installation has."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder)}


def measure(program: str, path: Path, rounds: int, environment: dict[str, str]) -> tuple[float, ...]:
    """Return the least seconds on the clock and of the processors, megabytes at one time, and peaks added."""
    command = [sys.executable, "-c", AROUND.format(program), str(path)]
    results: list[Any] = [
        json.loads(
            subprocess.run(
                command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment
            ).stdout
        )
        for _ in range(rounds)
    ]
    return tuple(min(values) for values in zip(*results, strict=True))


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--workbook", type=Path)
    options = parser.parse_args()
    small_rows = min(options.rows, OPENPYXL_ROWS)
    with tempfile.TemporaryDirectory() as folder:
        path, small = options.workbook or Path(folder) / "large.xlsx", Path(folder) / "small.xlsx"
        if not options.workbook:
            make_workbook(path, options.rows)
        make_workbook(small, small_rows)
        environment = as_installed(Path(folder) / "compiled")
        measure(CHECK, small, 1, environment)
        print(f"{options.rows} rows x {len(HEAD)}, {path.stat().st_size / 1e6:.1f} MB")
        results = {
            name: measure(program, path, options.rounds, environment)
            for name, program in (("bare", BARE), ("cells", CELLS), ("check", CHECK))
        }
        pandas_small = measure(PANDAS, small, 1, environment)[1]
    pandas = pandas_small * options.rows / small_rows
    for name, (clock, processor, together, added) in results.items():
        print(
            f"{name:<6} {processor:7.2f} s of processors {clock:7.2f} s on the clock "
            f"{together:7.0f} MB at one time {added:7.0f} MB peaks added"
        )
    print(f"pandas {pandas:7.2f} s ({pandas_small:.2f} s for {small_rows} rows)")
    _, bare, bare_mb, _ = results["bare"]
    _, cells, cells_mb, cells_added = results["cells"]
    _, check, check_mb, check_added = results["check"]
    print(f"cells / bare parse         {cells / bare:5.2f}   target <= {TARGETS['cells']}")
    print(f"cells / bare, memory       {cells_mb / bare_mb:5.2f}   target <= {TARGETS['memory']}")
    print(f"cells / bare, peaks added  {cells_added / bare_mb:5.2f}")
    print(f"check / bare parse         {check / bare:5.2f}   target <= {TARGETS['check']}")
    print(f"check / bare, memory       {check_mb / bare_mb:5.2f}   target <= {TARGETS['check memory']}")
    print(f"check / bare, peaks added  {check_added / bare_mb:5.2f}")
    print(f"pandas+openpyxl / cells    {pandas / cells:5.1f}   target >= {TARGETS['pandas']}")


if __name__ == "__main__":
    main()
