"""Letters of the arms: dealt once for a study, the same in its next export and beside its workbook."""

import shutil

from sscviewer.memory.arm_letters import kept_letters, letters_so_far
from sscviewer.memory.beside import beside, copy_beside
from sscviewer.memory.database import Database
from sscviewer.memory.study_memory import StudyMemory
from sscviewer.workbook.changes.snapshots import shape_of

ARMS = tuple(f"Dose {n}" for n in range(8))
"""Dealt anew, eight arms have the same letters once in 40 320 times."""


def test_the_next_export_has_the_same_letters_and_a_new_arm_the_next(remember, demo, export):
    first = kept_letters(remember(demo), ARMS)
    assert sorted(first.values()) == [f"Arm {letter}" for letter in "ABCDEFGH"]
    later = kept_letters(remember(export()), (*ARMS[::-1], "Placebo"))
    assert {arm: later[arm] for arm in ARMS} == first
    assert later["Placebo"] == "Arm I"


def test_letters_go_beside_the_workbook_with_the_marks(remember, demo, demo_path, tmp_path):
    workbook = tmp_path / "trial.xlsx"
    shutil.copy(demo_path, workbook)
    memory = remember(demo)
    first = kept_letters(memory, ARMS)
    copy_beside(memory, workbook)
    there = Database(beside(workbook), is_shared=True)
    try:
        assert kept_letters(StudyMemory(there, demo.study, shape_of(demo.report)), ARMS) == first
    finally:
        there.close()


def test_a_memory_without_a_pack_has_none(remember, demo):
    memory = remember(demo)
    assert letters_so_far(memory.database, memory.number) == {}
