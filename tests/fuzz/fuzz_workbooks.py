"""Breaks files on purpose: each must open or be refused in one sentence, in bounded time and memory.

Bytes are damaged (of workbooks, text and data sets of statistics programs), tables of a good file changed.

    python tests/fuzz/fuzz_workbooks.py --runs 1000 --seed 1 [--seconds 480] [--samples ../shared/samples]

The same seed and seeds' folder give the same mutations. What fails is kept in --keep and named at the end.
"""

import argparse
import gc
import io
import random
import resource
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pandas as pd
import pyreadstat
import xlsxwriter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sscviewer.workbook import UnusableFile, load_study, reading  # noqa: E402
from tests.fuzz.forked import Forked  # noqa: E402
from tests.fuzz.tables import mutate_tables  # noqa: E402

SLOWEST = reading.TIME_LIMIT + 10.0
"""Processor time: the child's limit, and what this process may take to make sense of what came."""

LARGEST_SEED = 400_000
MADE = 10
"""Seeds made here: trials, which half of the damage is done to."""

AS_TABLES = 0.3
"""Share of the mutations that change tables in good files, instead of damaging bytes."""

MOST_MB = 1500

SPITEFUL = (
    b"\x00",
    b"\xff" * 8,
    b"<" * 50,
    b'r="XFD1048576"',
    b'count="4294967295"',
    b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
    b"&a;",
    b"</row>",
    b"99999999999999999999",
    b"-1",
    b"NaN",
    b"1E999",
    b't="e"',
    b't="s"',
    b"\xed\xa0\x80",
)


@dataclass
class Outcome:
    """What became of the mutations."""

    counts: Counter = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    slowest: float = 0.0


def make_seeds() -> list[tuple[str, bytes]]:
    """Return small trials in every kind of file that can be written here."""
    rows = [["Subject", "Visit", "Date", "FVC (L)", "mRSS"]]
    rows += [
        [f"S-{i:02d}", f"Month {3 * (i % 4)}", f"2008-0{1 + i % 9}-15", 2.5 + i / 50, i] for i in range(40)
    ]
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.active.merge_cells("A1:A2")
    other = book.create_sheet("AE")
    other.append(["Subject", "Adverse event", "Start date", "Serious"])
    other.append(["S-01", "Rash", "#N/A", "=1+1"])
    written = io.BytesIO()
    book.save(written)
    second = io.BytesIO()
    with xlsxwriter.Workbook(second, {"in_memory": True}) as other_book:
        sheet = other_book.add_worksheet("Visits")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    text = "\r\n".join(";".join(str(cell) for cell in row) for row in rows)
    cells = "".join(
        "<Row>" + "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in row) + "</Row>"
        for row in rows
    )
    xml = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="Visits"><Table>{cells}</Table></Worksheet></Workbook>'
    )
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("visits_X.xls", text.replace(";", "\t").encode("utf-16"))
        packed.writestr("ae_X.xls", "Subject\tAdverse event\tStart date\nS-01\tRash\t2008-02-01\n")
    return [
        ("openpyxl.xlsx", written.getvalue()),
        ("xlsxwriter.xlsx", second.getvalue()),
        ("text.csv", text.encode()),
        ("xml.xls", xml.encode()),
        ("study.zip", archive.getvalue()),
        ("errors.ods", _make_ods(rows)),
        *_make_data_sets(rows),
    ]


def _make_data_sets(rows: list[list]) -> list[tuple[str, bytes]]:
    """Return the trial as statistics programs write it."""
    frame = pd.DataFrame(rows[1:], columns=["USUBJID", "VISIT", "ADT", "FVC", "SKIN"])
    frame["ADT"] = pd.to_datetime(frame["ADT"])
    labels = ["Subject", "Visit", "Date", "FVC (L)", "mRSS"]
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for kind in ("sav", "dta", "por", "xpt"):
            path = Path(folder) / f"set.{kind}"
            more = {"file_format_version": 5} if kind == "xpt" else {}
            write = getattr(pyreadstat, f"write_{'xport' if kind == 'xpt' else kind}")
            write(frame, path, column_labels=labels, **more)
            made.append((path.name, path.read_bytes()))
    return made


def _make_ods(rows: list[list]) -> bytes:
    """Return a workbook as LibreOffice writes it, with an error, a hidden column and a formula."""
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    error = (
        '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
        'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell><table:table-cell '
        'table:formula="of:=1+1" table:number-columns-repeated="2"/>'
    )
    body = "".join(
        "<table:table-row>" + "".join(text.format(cell) for cell in row) + error + "</table:table-row>"
        for row in rows
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            '<?xml version="1.0"?><office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
            'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
            "<office:body><office:spreadsheet><table:calculation-settings><table:null-date "
            'table:date-value="1904-01-01"/></table:calculation-settings><table:table table:name="PFT">'
            '<table:table-column table:visibility="collapse"/>'
            f"{body}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return packed.getvalue()


def find_seeds(folder: Path | None) -> list[tuple[str, bytes]]:
    """Return the made seeds and the small files of a folder."""
    seeds = make_seeds()
    if folder and folder.is_dir():
        more = folder.parent / "corpus_cdisc" / "files"
        files = sorted(p for f in (folder, more) for p in f.rglob("*") if p.is_file() and p.suffix != ".md")
        seeds += [(p.name, p.read_bytes()) for p in files if p.stat().st_size <= LARGEST_SEED]
    return seeds


def mutate(data: bytes, dice: random.Random) -> bytes:
    """Return the file with some damage: to its bytes, or to a part of it packed again in good order."""
    if data[:2] == b"PK" and dice.random() < 0.7:
        try:
            return _mutate_member(data, dice)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError, EOFError):
            pass
    return _damage(data, dice)


def _mutate_member(data: bytes, dice: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [(e.filename, archive.read(e)) for e in archive.infolist() if e.file_size < 5_000_000]
    if not parts:
        return _damage(data, dice)
    victim = dice.randrange(len(parts))
    name, part = parts[victim]
    action = dice.random()
    if action < 0.1:
        del parts[victim]
    elif action < 0.15:
        parts.append((name, part))
    else:
        parts[victim] = (name, _damage(part, dice))
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # two parts of one name are meant
        for member, content in parts:
            archive.writestr(member, content)
    return packed.getvalue()


def _damage(data: bytes, dice: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        if not broken:
            return bytes(broken)
        place = dice.randrange(len(broken))
        length = dice.choice((1, 2, 8, 64, 512))
        action = dice.randrange(7)
        if action == 0:
            broken[place] ^= 1 << dice.randrange(8)
        elif action == 1:
            broken[place : place + length] = dice.randbytes(length)
        elif action == 2:
            del broken[place : place + length]
        elif action == 3:
            broken[place:place] = broken[place : place + length] * dice.choice((1, 3, 100))
        elif action == 4:
            broken[place:place] = dice.choice(SPITEFUL)
        elif action == 5:
            broken[place : place + 4] = dice.choice((b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f"))
        elif dice.random() < 0.3:
            del broken[place:]
    return bytes(broken)


def try_one(name: str, data: bytes, folder: Path, outcome: Outcome) -> bool:
    """Open one file; return whether it ended well."""
    path = folder / name
    path.write_bytes(data)
    begun = processor_time()
    trouble = ""
    try:
        load_study(path)
        outcome.counts["opened"] += 1
    except UnusableFile as error:
        outcome.counts["refused"] += 1
        sentence = str(error)
        if not sentence.endswith((".", ")")) or "\n" in sentence or name not in sentence:
            trouble = f"not one sentence about the file: {sentence!r}"
    except BaseException:  # noqa: BLE001 - anything else is what is looked for
        trouble = traceback.format_exc(limit=-6)
    took = processor_time() - begun
    outcome.slowest = max(outcome.slowest, took)
    if took > SLOWEST:
        trouble = f"took {took:.1f} s"
    if trouble:
        outcome.counts["failed"] += 1
        outcome.failures.append(f"{name}: {trouble}")
    return not trouble


def fuzz(
    runs: int, seed: int, *, samples: Path | None = None, seconds: float = 1e9, keep: Path | None = None
):
    """Return the outcome of some mutations."""
    dice = random.Random(seed)
    seeds = find_seeds(samples)
    outcome = Outcome()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for run in range(runs):
            if time.monotonic() - begun > seconds:
                break
            if dice.random() < AS_TABLES:
                name, broken = mutate_tables(dice)
            else:
                name, data = dice.choice(seeds if dice.random() < 0.5 else seeds[:MADE])
                broken = mutate(data, dice)
            if not try_one(name, broken, Path(folder), outcome) and keep:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{seed}-{run}-{name}").write_bytes(broken)
    return outcome


def processor_time() -> float:
    """Return the seconds of processor time that this process and its ended children have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(u.ru_utime + u.ru_stime for u in used)


def peak_mb() -> tuple[int, int]:
    """Return the most memory this process, and the largest of its children, has held."""
    factor = 1024 * 1024 if sys.platform == "darwin" else 1024
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, child = (resource.getrusage(who).ru_maxrss // factor for who in whose)
    return own, child


def main() -> int:
    """Run from the command line; 0 if everything ended well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--samples", type=Path, default=ROOT.parent / "shared" / "samples")
    parser.add_argument("--keep", type=Path)
    parser.add_argument(
        "--forked", action="store_true", help="fork the reading child: many more runs an hour"
    )
    options = parser.parse_args()
    if options.forked:
        reading.subprocess = SimpleNamespace(**{**vars(subprocess), "Popen": Forked})
        gc.freeze()  # what is there before the first run is not looked through, nor copied, for each
    outcome = fuzz(
        options.runs, options.seed, samples=options.samples, seconds=options.seconds, keep=options.keep
    )
    own, child = peak_mb()
    print(dict(outcome.counts), f"slowest {outcome.slowest:.1f} s, peak {own} MB here, {child} MB in a child")
    print("\n".join(outcome.failures))
    # a forked child holds what this process does beside what the file needs
    most = MOST_MB + own * options.forked
    return int(bool(outcome.failures) or child > most or reading.MEMORY_LIMIT_MB > MOST_MB)


if __name__ == "__main__":
    sys.exit(main())
