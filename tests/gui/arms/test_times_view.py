"""The view of times: its table is the document's, its counts open their patients."""

import pytest


def test_rows_are_those_of_the_document_and_open_their_patients(shown, armed, document):
    page, view = shown(armed, "efficacy", "arm_times")
    listing = view.rows.model.listing
    entries = [(one, arm) for one in document["arm_times"] for arm in one["arms"]]
    assert len(listing.rows) == len(entries) > 4
    for at, (cells, (_, arm)) in enumerate(zip(listing.rows, entries, strict=True)):
        assert cells[1:4] == (arm["arm"], str(arm["n"]), str(arm["events"]))
        for column, n in ((2, arm["n"]), (3, arm["events"])):
            view.rows.cell_chosen.emit(at, column)
            assert len(page.drill.model.listing.rows) == n


def test_the_win_ratio_is_a_picture_of_its_own(shown, armed, document):
    _, view = shown(armed, "efficacy", "arm_times")
    assert "Win ratio" not in view.note.text()
    view.kind.setCurrentIndex(view.kind.findData("win_ratio"))
    view.kind.activated.emit(view.kind.currentIndex())
    (drawn,) = view.chart.chart.data.rows
    (written,) = document["win_ratio"]
    assert 10 ** drawn.dots[0].estimate == pytest.approx(written["ratio"])
    assert drawn.hover == written["sentence"]
    assert view.note.text().startswith(f"{drawn.hover} With fewer than 20 in an arm the interval of the net ")


def test_every_kind_can_be_drawn(shown, armed):
    _, view = shown(armed, "efficacy", "arm_times")
    for at in range(view.kind.count() - 1):
        view.kind.setCurrentIndex(at)
        view._redraw()
        assert view.kind.currentText() in view.chart.figure.title
        assert len(view.chart.chart.data.curves) == 2


def test_one_arm_is_said_in_a_sentence(shown, demo):
    _, view = shown(demo, "efficacy", "arm_times")
    assert "The file has one arm: there is nothing to compare." in view.note.text()
    assert all(row[1] == "All patients" for row in view.rows.model.listing.rows)
