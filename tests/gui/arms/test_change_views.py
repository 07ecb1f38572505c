"""Views of changes by arm: their numbers are those of the document, their rows open the patients."""

import dataclasses

import pytest

VIEWS = ("ancova", "tests", "subgroups")


def found_in(page):
    return {line[0] for line in page.drill.model.listing.rows}


def test_ancova_is_that_of_the_document_and_opens_its_patients(shown, armed, document):
    page, view = shown(armed, "efficacy", "ancova")
    listing = view.rows.model.listing
    code = view.endpoint.currentData()
    entries = [one for one in document["ancova"] if one["PARAMCD"] == code]
    assert len(listing.rows) == len(entries) > 0
    arms = dict(zip(armed.study.usubjids, armed.study.column("subjects", "TRT01A"), strict=True))
    for at, cells in enumerate(listing.rows):
        row = dict(zip(listing.columns, cells, strict=True))
        wanted = row["Arm"].split(" − ")
        named = [(one, [one["arm"], one["reference"]][: 2 if one["reference"] else 1]) for one in entries]
        (entry,) = [one for one, names in named if one["AVISIT"] == row["Visit"] and names == wanted]
        assert int(row["n"]) == entry["n"]
        assert float(row["Estimate"].replace("−", "-")) == pytest.approx(entry["estimate"], abs=0.006)
        view.rows.cell_chosen.emit(at, 0)
        patients = found_in(page)
        assert len(patients) == entry["n"]
        assert {arms[usubjid] for usubjid in patients} == set(wanted)


def test_tests_have_a_row_an_endpoint_and_the_plans_adjusted_p(window, shown, armed, qtbot):
    _, view = shown(armed, "efficacy", "tests")
    assert "exploratory" in view.note.text()
    assert all(row[-1] == "" for row in view.rows.model.listing.rows)
    plan = window.session.planning.plan
    chosen = dataclasses.replace(
        plan.endpoints, primary="FVCPP", secondary=("MRSS", "HAQDI"), multiplicity="hochberg"
    )
    window.session.planning.choose(dataclasses.replace(plan, endpoints=chosen))
    qtbot.waitUntil(lambda: view.result is not None and "Hochberg" in view.note.text())
    rows = {row[0]: row for row in view.rows.model.listing.rows}
    roles = {name: row[1] for name, row in rows.items()}
    assert list(roles.values())[:3] == ["primary", "secondary", "secondary"]
    adjusted = [row[-1] for row in view.rows.model.listing.rows]
    assert adjusted[0] == ""
    assert all(adjusted[1:3])
    assert not any(adjusted[3:])


def test_subgroups_are_those_of_the_document(shown, armed, document):
    page, view = shown(armed, "efficacy", "subgroups")
    listing = view.rows.model.listing
    entries = [one for one in document["subgroups"] if one["PARAMCD"] == view.endpoint.currentData()]
    assert len(listing.rows) == len(entries) > 5
    for at, (cells, entry) in enumerate(zip(listing.rows, entries, strict=True)):
        assert (int(cells[2]), int(cells[3])) == (entry["n"], entry["n_reference"])
        assert bool(cells[4]) == (entry["estimate"] is not None)
        view.rows.cell_chosen.emit(at, 0)
        assert len(found_in(page)) == entry["n"] + entry["n_reference"]
    assert "n is small" in view.note.text()


@pytest.mark.parametrize("name", VIEWS)
def test_one_arm_is_said_in_a_sentence(shown, demo, name):
    page, view = shown(demo, "efficacy", name)
    assert page.nothing.text().startswith("All patients of this workbook are of one arm")
    assert view.table() is None
