"""The open file replaced on the disk is said once, with a way to read it; a touched one is not."""

import os
import time

import openpyxl
import pytest

from sscviewer.gui.opening.on_disk import CHANGED


@pytest.fixture
def workbook(window, qtbot, tmp_path):
    path = tmp_path / "trial.xlsx"
    write(path, 52)
    window.opening.open(path)
    qtbot.waitUntil(lambda: window.session.trial is not None and not window.tasks._latest)
    window.message.hide()
    return path


def write(path, age):
    book = openpyxl.Workbook()
    book.active.title = "DM"
    for row in (("Patient", "Sex", "Age"), ("A-1", "F", age), ("A-2", "M", 61), ("A-3", "F", 47)):
        book.active.append(row)
    sheet = book.create_sheet("PFT")
    sheet.append(("Patient", "Visit", "Date", "FVC (L)"))
    for n in (1, 2, 3):
        for visit, year in (("Baseline", 2020), ("Month 12", 2021)):
            sheet.append((f"A-{n}", visit, f"{year}-01-0{n}", 2 + n / 10))
    beside = path.with_name("other.xlsx")
    book.save(beside)
    beside.replace(path)  # as Excel does


def look(window, qtbot):
    window.on_disk.look()
    qtbot.waitUntil(lambda: not window.tasks._latest)


def test_a_replaced_file_is_said_once_and_read_again(window, workbook, qtbot):
    write(workbook, 33)
    os.utime(workbook, (time.time() + 60,) * 2)
    look(window, qtbot)
    assert window.message.text == CHANGED
    assert window.message.offer_button.isVisible()
    before = window.session.trial
    window.message.offer_button.click()
    qtbot.waitUntil(lambda: window.session.trial is not before and not window.tasks._latest)
    assert window.session.trial.study.column("subjects", "AGE")[0] == 33
    window.message.hide()
    look(window, qtbot)
    assert not window.message.isVisible()


def test_it_is_not_said_twice(window, workbook, qtbot):
    write(workbook, 33)
    os.utime(workbook, (time.time() + 60,) * 2)
    look(window, qtbot)
    window.message.hide()
    look(window, qtbot)
    assert not window.message.isVisible()


def test_a_file_with_the_same_bytes_is_the_same(window, workbook, qtbot):
    os.utime(workbook, (time.time() + 3600,) * 2)  # a clock that is ahead, or a copy put back
    look(window, qtbot)
    assert not window.message.isVisible()


def test_a_file_that_is_gone_stops_nothing(window, workbook, qtbot):
    workbook.unlink()
    look(window, qtbot)
    assert not window.message.isVisible()
    assert window.session.usubjid
