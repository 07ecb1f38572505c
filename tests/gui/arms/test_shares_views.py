"""Views of arms compared: the numbers are those of the analysis, counts open patients, one arm is said."""

import dataclasses

import pytest

VIEWS = (
    ("safety", "events_compared", "adverse_event"),
    ("safety", "labs_compared", "laboratory"),
    ("efficacy", "responders_compared", "responder"),
)


@pytest.fixture(scope="module")
def written(document):
    """The entries of the document."""
    return document["comparisons"]


@pytest.mark.parametrize(("page_name", "name", "block"), VIEWS)
def test_rows_are_those_of_the_document_and_counts_open_their_patients(
    shown, armed, written, page_name, name, block
):
    page, view = shown(armed, page_name, name)
    listing = view.rows.model.listing
    assert listing.rows
    entries = {
        (one["words"], one["detail"], one["denominator"]): one for one in written if one["what"] == block
    }
    arms = dict(zip(armed.study.usubjids, armed.study.column("subjects", "TRT01A"), strict=True))
    for at, cells in enumerate(listing.rows[:12]):
        row = view._listed[at]
        entry = entries[row.counted.words, row.counted.detail, row.counted.denominator or "treated"]
        found = dict(zip(listing.columns, cells, strict=True))
        assert found["Imatinib"].startswith(f"{entry['n']} of {entry['N']}")
        assert found["Placebo"].startswith(f"{entry['n_reference']} of {entry['N_reference']}")
        for arm, n in (("Imatinib", entry["n"]), ("Placebo", entry["n_reference"])):
            view.rows.cell_chosen.emit(at, listing.columns.index(arm))
            patients = [line[0] for line in page.drill.model.listing.rows]
            assert len(patients) == n
            assert {arms[usubjid] for usubjid in patients} <= {arm}


@pytest.mark.parametrize(("page_name", "name", "block"), VIEWS)
def test_one_arm_is_said_in_a_sentence(shown, demo, page_name, name, block):
    page, view = shown(demo, page_name, name)
    assert page.nothing.text().startswith("All patients of this workbook are of one arm")
    assert view.table() is None


def test_ratio_and_difference_are_drawn_on_their_own_axes(shown, armed):
    _, view = shown(armed, "safety", "events_compared")
    titles = []
    for at in range(view.measure.count()):
        view.measure.setCurrentIndex(at)
        view.redraw()
        chart = view.chart.chart
        chart.lay_out(900.0, 600.0)
        titles.append(chart.data.right.title)
        rows = [row for row in chart.data.rows if row.beside.lower > chart.data.right.low]
        assert all(row.beside.lower <= row.beside.estimate <= row.beside.upper for row in rows)
        assert chart.beside.first < chart.beside.last
    assert titles == ["Difference, points", "Risk ratio (log scale)", "Odds ratio (log scale)"]


def test_responders_change_with_whom_they_count(shown, armed):
    _, view = shown(armed, "efficacy", "responders_compared")
    before = [row.groups.n + row.groups.n_other for row in view._listed]
    view.judged.setCurrentIndex(view.judged.findData("observed"))
    view.redraw()
    after = [row.groups.n + row.groups.n_other for row in view._listed]
    assert sum(after) < sum(before)
    view.visit.setCurrentIndex(view.visit.findData("Month 3"))
    view.redraw()
    assert {row.counted.detail for row in view._listed} == {"Month 3"}


def test_a_plan_with_strata_adds_their_columns(window, shown, armed, qtbot):
    _, view = shown(armed, "efficacy", "responders_compared")
    plan = window.session.planning.plan
    window.session.planning.choose(
        dataclasses.replace(plan, comparisons=dataclasses.replace(plan.comparisons, strata=("SEX",)))
    )
    qtbot.waitUntil(lambda: view.result is not None and bool(view.result.found.rules.strata))
    assert "CMH P" in view.rows.model.listing.columns
    assert "Within strata of sex" in view.note.text()
