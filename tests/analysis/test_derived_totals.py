"""Totals from items: rows marked as derived with their cells; what the file records stands; rules as set."""

import numpy as np
import pytest

from sscviewer.analysis.derived.totals import cells_in_words
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.analysis.record import record
from sscviewer.clinical.haq import ITEM_CODES, ITEMS_PER_CATEGORY
from sscviewer.clinical.skin_score import SITE_CODES
from sscviewer.model.tables import DERIVED
from tests.analysis.endpoint_study import make_study
from tests.planned import with_derived

CATEGORIES = (1, 0, 2, 1, 0, 3, 1, 2)
ITEMS = [v for c, n in zip(CATEGORIES, ITEMS_PER_CATEGORY, strict=True) for v in [0] * (n - 1) + [c]]
ANSWERS = {code: {0: value} for code, value in zip(ITEM_CODES, ITEMS, strict=True)}
AIDS = {"HAQ04AID": {0: 1}, "HAQ07AID": {0: 1}}
GAPS = {code: {0: 2.0} for code in SITE_CODES[:15]} | {"MRSS17": {0: 2.0}}
WHOLE = {code: {0: 1.0, 6: 2.0} for code in SITE_CODES}


def rows(study, code):
    """Return (patient, value, DTYPE, recipe) of a parameter."""
    frame = study.measurements
    frame = frame[frame["PARAMCD"] == code]
    return [tuple(row) for row in frame[["USUBJID", "AVAL", "DTYPE", "RECIPE"]].itertuples(index=False)]


def settings(**chosen):
    return EndpointSettings(**chosen)


def test_a_skin_score_is_the_sum_of_its_sites_with_its_cells() -> None:
    study = with_derived(make_study({"A": WHOLE}))
    assert [row[1:3] for row in rows(study, "MRSS")] == [(17.0, DERIVED), (34.0, DERIVED)]
    first = study.measurements.query("PARAMCD == 'MRSS'").index[0]
    assert record(study, "measurements", first).title == "Derived value"
    assert study.parameters["MRSS"].kind == "endpoint"
    assert rows(study, "MRSS")[0][3].startswith("Sum of the 17 sites (Data!C")


def test_a_recorded_skin_score_stands_and_a_difference_is_an_issue() -> None:
    study = with_derived(make_study({"A": WHOLE | {"MRSS": {0: 16.0}}}))
    assert [row[1:3] for row in rows(study, "MRSS")] == [(16.0, ""), (34.0, DERIVED)]
    (issue,) = [one for one in study.issues if one.code == "mrss.sum"]
    assert "16 is not what its items give, which is 17" in issue.message
    assert issue.usubjid == "A"


def test_skin_scores_are_prorated_only_where_the_user_chose_to() -> None:
    study = make_study({"A": GAPS, "B": {code: {0: 1.0} for code in SITE_CODES}})
    assert [row[0] for row in rows(with_derived(study), "MRSS")] == ["B"]
    prorated = with_derived(study, responses=settings(most_missing_sites=2))
    (first, second) = rows(prorated, "MRSS")
    assert first[:2] == ("A", pytest.approx(34))
    assert first[3].startswith("Prorated from 16 of 17 sites")
    assert "not assessed: Foot, right" in first[3]
    assert second[:2] == ("B", 17)
    assert [one.code for one in prorated.issues] == ["mrss.prorated"]


def test_the_haq_from_items_with_aids_and_the_one_that_ignores_them() -> None:
    study = with_derived(make_study({"A": ANSWERS | AIDS}))
    ((_, index, dtype, recipe),) = rows(study, "HAQDI")
    assert (index, dtype) == (1.5, DERIVED)
    assert recipe.startswith("Mean over categories of the 20 items with aids and help; 8 of 8 categories")
    assert rows(study, "HAQALT")[0][1] == 1.25
    assert study.parameters["HAQALT"].kind == "derived"


def test_how_many_categories_are_needed_is_a_setting() -> None:
    five = {code: by for code, by in ANSWERS.items() if code[3:5] in ("01", "02", "03", "04", "05")}
    study = make_study({"A": five})
    assert rows(with_derived(study), "HAQDI") == []
    ((_, index, _, recipe),) = rows(with_derived(study, responses=settings(least_categories=5)), "HAQDI")
    assert index == pytest.approx((1 + 0 + 2 + 1 + 0) / 5)
    assert "5 of 8 categories" in recipe


def test_an_index_worked_out_while_reading_follows_the_setting_too() -> None:
    seven = {code: by for code, by in ANSWERS.items() if code[3:5] != "08"}
    once = with_derived(make_study({"A": seven}))
    assert len(rows(once, "HAQDI")) == 1
    assert rows(with_derived(once, responses=settings(least_categories=8)), "HAQDI") == []


def test_other_endpoints_join_with_recipe_and_cells() -> None:
    parts = {"TDIFI": {6: 1}, "TDIMT": {6: 2}, "TDIME": {6: -1}, "PAINVAS": {0: 7.5}}
    study = with_derived(make_study({"A": parts}, units={"PAINVAS": "cm"}))
    assert rows(study, "TDI")[0][1:3] == (2.0, DERIVED)
    assert rows(study, "TDI")[0][3] == "sum of three components, Data!C2:C4"
    assert rows(study, "PAINVAS3")[0][1] == 1.5
    assert study.parameters["PAINVAS3"].kind == "derived"
    at = np.flatnonzero(study.column("measurements", "PARAMCD") == "TDI")[0]
    assert study.column("measurements", "AVISIT")[at] == "Month 6"


def test_the_demos_totals_are_all_recorded(demo_study) -> None:
    derived = with_derived(demo_study).measurements.query("PARAMCD == 'MRSS'")
    assert (derived["DTYPE"] == "").all()
    assert derived["SRCREF"].tolist() == demo_study.measurements.query("PARAMCD == 'MRSS'")["SRCREF"].tolist()


def test_cells_in_words() -> None:
    assert cells_in_words(["S!D5", "S!E5", "S!T5"]) == "S!D5:T5"
    assert cells_in_words(["S!D5", "T!E5"]) == "S!D5, T!E5"
