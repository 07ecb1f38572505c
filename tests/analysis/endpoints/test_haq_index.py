"""The HAQ-DI of a visit: what it is from is said, and what was recorded stands."""

import numpy as np
import pytest

from sscviewer.analysis.endpoints.haq_index import haq_indices
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.clinical.haq import CATEGORY_CODES, ITEM_CODES, ITEMS_PER_CATEGORY
from tests.analysis.endpoint_study import make_study
from tests.planned import derive_endpoints, with_derived

CATEGORIES = (1, 0, 2, 1, 0, 3, 1, 2)
ITEMS = [v for c, n in zip(CATEGORIES, ITEMS_PER_CATEGORY, strict=True) for v in [0] * (n - 1) + [c]]
ANSWERS = {code: {0: value} for code, value in zip(ITEM_CODES, ITEMS, strict=True)}
AIDS = {"HAQ04AID": {0: 1}, "HAQ07AID": {0: 1}}


def test_from_items_with_aids() -> None:
    (found,) = haq_indices(make_study({"A": ANSWERS | AIDS}), None, EndpointSettings())
    assert (found.index, found.alternative, found.answered) == (1.5, 1.25, 8)
    assert found.source == "from the 20 items"
    assert "Walking, Grip" in found.words
    assert "without them 1.250" in found.words
    assert [score for _, score, _ in found.categories] == [1, 0, 2, 2, 0, 3, 2, 2]


def test_too_few_categories_unless_the_setting_allows_them() -> None:
    five = {code: by for code, by in ANSWERS.items() if code[3:5] in ("01", "02", "03", "04", "05")}
    study = make_study({"A": five})
    (found,) = haq_indices(study, None, EndpointSettings())
    assert np.isnan(found.index)
    assert found.words == "not known: 5 of 8 categories answered"
    (allowed,) = haq_indices(study, None, EndpointSettings(least_categories=5))
    assert allowed.index == pytest.approx((1 + 0 + 2 + 1 + 0) / 5)


def test_what_is_recorded_stands_and_what_the_items_give_is_said() -> None:
    (found,) = haq_indices(make_study({"A": ANSWERS | AIDS | {"HAQDI": {0: 1.25}}}), None, EndpointSettings())
    assert (found.index, found.of_items, found.source) == (1.25, 1.5, "as recorded")
    assert found.words == "1.250 as recorded; its items give 1.500"
    (same,) = haq_indices(make_study({"A": ANSWERS | AIDS | {"HAQDI": {0: 1.5}}}), None, EndpointSettings())
    assert same.source == "from the 20 items"


def test_from_category_scores() -> None:
    scores = {code: {0: s} for code, s in zip(CATEGORY_CODES, (1, 0, 2, 2, 0, 3, 2, 2), strict=True)}
    (found,) = haq_indices(make_study({"A": scores}), None, EndpointSettings())
    assert (found.index, found.source) == (1.5, "from the category scores")
    assert np.isnan(found.alternative)


def test_derived_parameters_are_arrays_with_their_recipe_and_cells() -> None:
    values = ANSWERS | AIDS
    values |= {"TDIFI": {6: 1}, "TDIMT": {6: 2}, "TDIME": {6: -1}}
    values |= {"BDIFI": {0: 2}, "BDIMT": {0: 3}, "BDIME": {0: 1}}
    values |= {code: {0: 1.0} for code in ("GITREF", "GITDIS", "GITDIA", "GITSOI", "GITEMO", "GITSOC")}
    values |= {"PAINVAS": {0: 7.5}, "RAYNVAS": {0: 50.0}}
    study = make_study({"A": values}, units={"PAINVAS": "cm", "RAYNVAS": "mm"})
    found = {d.parameter.paramcd: d for d in derive_endpoints(study, EndpointSettings())}
    assert found["HAQALT"].aval.tolist() == [1.25]
    assert found["TDI"].aval.tolist() == [2]
    assert study.column("measurements", "AVISIT")[found["TDI"].rows].tolist() == ["Month 6"]
    assert found["BDI"].aval.tolist() == [6]
    assert found["GITTOT"].aval.tolist() == [1]
    assert found["PAINVAS3"].aval.tolist() == [1.5]
    assert found["RAYNVAS3"].aval.tolist() == [1.5], "50 mm on a line of 100 mm"
    assert "10 cm" in found["RAYNVAS3"].recipe[0]
    long = {d.parameter.paramcd: d for d in derive_endpoints(study, EndpointSettings(shaq_line_cm=15.0))}
    assert long["RAYNVAS3"].aval.tolist() == [1.0]
    beyond = make_study({"A": {"PAINVAS": {0: 50.0, 6: 140.0}}}, units={"PAINVAS": "mm"})
    assert derive_endpoints(beyond, EndpointSettings())[0].aval == pytest.approx([1.0, 2.8])
    assert found["TDI"].recipe[0].startswith("sum of three components, Data!C")


def test_a_recorded_total_is_not_derived_again() -> None:
    values = {"TDI": {6: 2}, "TDIFI": {6: 1}, "TDIMT": {6: 2}, "TDIME": {6: -1}}
    assert derive_endpoints(make_study({"A": values}), EndpointSettings()) == []


def test_derived_endpoints_join_the_trial_with_their_recipe() -> None:
    study = with_derived(make_study({"A": ANSWERS | AIDS}))
    frame = study.measurements
    row = frame[frame["PARAMCD"] == "HAQALT"].iloc[0]
    assert (row["AVAL"], row["AVISIT"], row["DTYPE"]) == (1.25, "Baseline", "DERIVED")
    assert "aids and help ignored" in row["RECIPE"]
    assert study.parameters["HAQALT"].kind == "derived"


def test_the_criss_of_a_trial_becomes_a_parameter() -> None:
    base = {"MRSS": 28, "FVCPP": 65, "PTGA": 6, "MDGA": 6, "HAQDI": 1.25}
    after = {"MRSS": 20, "FVCPP": 67, "PTGA": 5, "MDGA": 4, "HAQDI": 1.0}
    study = with_derived(make_study({"A": {code: {0: base[code], 12: after[code]} for code in base}}))
    frame = study.measurements
    row = frame[frame["PARAMCD"] == "CRISS"]
    assert row["AVISIT"].tolist() == ["Month 12"]
    assert row["AVAL"].tolist() == pytest.approx([0.970474], abs=5e-7)
