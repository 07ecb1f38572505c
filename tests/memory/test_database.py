"""The file: private, whole after a kill, shared by two windows, and said when it cannot be used."""

import os
import random
import signal
import sqlite3
import stat
import threading
import time
from datetime import date

import openpyxl
import pytest

from sscviewer.memory.database import Database, MemoryUnusable
from sscviewer.memory.query_log import QueryLog
from sscviewer.memory.query_words import Asker
from sscviewer.memory.study_memory import StudyMemory
from sscviewer.whole_file import write_whole_file
from sscviewer.workbook import load_study
from sscviewer.workbook.changes.snapshots import shape_of

KILLS = 10


def opened(path, loaded, who, *, is_shared=False):
    return StudyMemory(Database(path, is_shared=is_shared), loaded.study, shape_of(loaded.report), who)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_its_owner_may_read_it_and_nothing_is_left_beside_it(tmp_path, demo):
    path = tmp_path / "kept" / "memory.sqlite"
    memory = opened(path, demo, "Ana")
    memory.set_mark("SSC-001", "reviewed", "yes")
    for file in path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    memory.database.close()
    assert [file.name for file in path.parent.iterdir()] == ["memory.sqlite"]


@pytest.mark.parametrize("is_shared", [False, True])
def test_two_windows_lose_none_of_500_actions(tmp_path, demo, is_shared):
    path = tmp_path / "memory.sqlite"
    memories = [opened(path, demo, who, is_shared=is_shared) for who in ("Ana", "Ben")]
    failed = []

    def work(memory):
        chosen = random.Random(memory.who)
        try:
            for number in range(250):
                usubjid = chosen.choice(demo.study.usubjids)
                memory.set_mark(usubjid, "comment", f"{memory.who} {number}", was="not what is there")
                time.sleep(0.002)  # nobody clicks without a pause, and SQLite's waiting is not in turn
        except MemoryUnusable as error:
            failed.append(error)

    threads = [threading.Thread(target=work, args=[memory]) for memory in memories]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    trail = memories[0].trail()
    assert len(trail) == 500
    kept = "\n".join(mark.value for mark in memories[1].marks()).split("\n")
    assert sorted(kept) == sorted(f"{who} {number}" for who in ("Ana", "Ben") for number in range(250))
    for memory in memories:
        memory.database.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Return three patients with ten values each: a memory of them opens at once."""
    book = openpyxl.Workbook()
    book.active.title = "PFT"
    book.active.append(["Subject", "Visit", "Date", "FVC (L)"])
    for usubjid in ("A-1", "A-2", "A-3"):
        for month in range(10):
            book.active.append([usubjid, f"Month {month}", date(2024, month + 1, 5), 2.5 + month / 100])
    path = tmp_path_factory.mktemp("small") / "small.xlsx"
    book.save(path)
    return load_study(path)


def say_for_ever(pipe, path, loaded, asker, number):
    """Be the process that is killed: a mark, a query and a saved list, over and over, each confirmed."""
    try:
        memory = opened(path, loaded, "Ana")
        log = QueryLog(memory, loaded.study)
        usubjids = loaded.study.usubjids
        while True:
            memory.set_mark(usubjids[number % len(usubjids)], "comment", f"{number} " + "x" * 2000)
            (asked,) = log.ask([asker.about_record("measurements", number % 30, f"Is it {number}?")])
            assert asked == number
            write_whole_file(path.with_name("list.csv"), f"{number}\n".encode() * 50_000)
            os.write(pipe, f"{number}\n".encode())
            number += 1
    finally:
        os._exit(1)


def confirmed_before_a_kill(path, loaded, asker, number, most):
    """Let another process say things from `number` on, kill it, and return the last it confirmed."""
    here, there = os.pipe()
    pid = os.fork()
    if not pid:
        say_for_ever(there, path, loaded, asker, number)
    os.close(there)
    with os.fdopen(here) as lines:
        said = [int(lines.readline()) for _ in range(most)]
        time.sleep(random.Random(number).random() * 0.02)  # anywhere in what it does next
        os.kill(pid, signal.SIGKILL)
        said += [int(line) for line in lines.read().splitlines()]  # confirmed before the signal reached it
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == -signal.SIGKILL
    return said[-1]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_nothing_confirmed_is_lost_by_a_kill(tmp_path, small):
    path = tmp_path / "memory.sqlite"
    opened(path, small, "Ana").database.close()
    asker, done = Asker(small.study, small.report), 0
    for kill in range(KILLS):
        confirmed = confirmed_before_a_kill(path, small, asker, done + 1, kill % 3 + 1)
        memory = opened(path, small, "Ben")
        assert memory.database.rows("PRAGMA integrity_check") == [("ok",)]
        marks = {mark.usubjid: mark.value for mark in memory.marks()}
        trail = [line for line in memory.trail() if line.kind == "comment"]
        queries = [row[0] for row in memory.database.rows("SELECT number FROM query ORDER BY number")]
        memory.database.close()
        assert queries == list(range(1, len(queries) + 1))
        assert len(queries) >= confirmed
        assert {line.usubjid: line.after for line in trail} == marks, (
            "a line without its mark, or the reverse"
        )
        assert {int(line.after.split()[0]) for line in trail} >= set(range(1, confirmed + 1))
        lines = path.with_name("list.csv").read_bytes().splitlines()
        assert (len(lines), len(set(lines))) == (50_000, 1), "half a file"
        assert int(lines[0]) >= confirmed
        done = len(queries)


def damage(path):
    path.write_bytes(b"this is no database at all" * 100)


def make_newer(path):
    Database(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE about SET version = 99")
    connection.close()


def make_other(path):
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE about (version TEXT)")
        connection.execute("INSERT INTO about VALUES ('something else')")
    connection.close()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [(damage, "damaged"), (make_newer, "a newer version"), (make_other, "not one of sscviewer's")],
)
def test_a_file_that_cannot_be_used_is_said_and_left_as_it_is(tmp_path, spoil, words):
    path = tmp_path / "memory.sqlite"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(MemoryUnusable, match=words) as raised:
        Database(path)
    assert str(path) in str(raised.value)
    assert path.read_bytes() == before


def test_a_place_that_is_a_file_is_said(tmp_path):
    (tmp_path / "kept").write_text("a file where the folder should be")
    with pytest.raises(MemoryUnusable, match="could not be read"):
        Database(tmp_path / "kept" / "memory.sqlite")


def test_a_full_disk_keeps_nothing_of_an_action_and_says_so(tmp_path, demo):
    memory = opened(tmp_path / "memory.sqlite", demo, "Ana")
    memory.set_mark("SSC-001", "comment", "kept")
    (pages,) = memory.database.rows("PRAGMA page_count")[0]
    memory.database.rows(f"PRAGMA max_page_count = {pages}")  # SQLite then says what it says on a full disk
    with pytest.raises(MemoryUnusable, match="the disk is full"):
        memory.set_mark("SSC-002", "comment", "x" * 100_000)
    assert [(m.usubjid, m.value) for m in memory.marks()] == [("SSC-001", "kept")]
    assert len(memory.trail()) == 1
    memory.database.close()
