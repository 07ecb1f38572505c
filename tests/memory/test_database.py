"""The file: private, whole after a kill, shared by two windows, and said when it cannot be used."""

import os
import random
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
import threading
import time

import pytest

from sscviewer.memory.database import Database, MemoryUnusable
from sscviewer.memory.study_memory import StudyMemory
from sscviewer.workbook.changes.snapshots import shape_of

KILLS = 20


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


WRITER = """
import sys
from pathlib import Path
from sscviewer.memory.database import Database
database = Database(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    with database.writing() as connection:
        connection.execute(
            "INSERT INTO trail (study, at, who, subject, record, kind, before, after)"
            " VALUES (1, '', '', ?, '', 'comment', '', ?)", (str(number), "x" * 5000))
        connection.execute("INSERT OR REPLACE INTO mark VALUES (1, ?, '', 'comment', ?, '', '', '')",
                           (str(number), "x" * 5000))
    print(number, flush=True)
    number += 1
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_nothing_confirmed_is_lost_by_a_kill(tmp_path):
    path = tmp_path / "memory.sqlite"
    database = Database(path)
    with database.writing() as connection:
        connection.execute("INSERT INTO study (name, shape, begun) VALUES ('a', 'b', '')")
    database.close()
    confirmed = 0
    for kill in range(KILLS):
        command = [sys.executable, "-c", textwrap.dedent(WRITER), str(path), str(confirmed + 1)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            for _ in range(kill % 4 + 1):
                confirmed = int(writer.stdout.readline())
            writer.send_signal(signal.SIGKILL)
            rest = writer.stdout.read().split("\n")  # what it confirmed before the signal reached it
            confirmed = max([confirmed, *(int(line) for line in rest[:-1])])
        database = Database(path)
        trail = {int(row[0]) for row in database.rows("SELECT subject FROM trail")}
        marks = {int(row[0]) for row in database.rows("SELECT subject FROM mark")}
        assert database.rows("PRAGMA integrity_check") == [("ok",)]
        database.close()
        assert trail == marks, "a line without its mark, or the reverse"
        assert set(range(1, confirmed + 1)) <= trail
        confirmed = max(trail)  # one that was kept just before the kill, unconfirmed
    assert [file.name for file in tmp_path.iterdir()] == ["memory.sqlite"]


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
