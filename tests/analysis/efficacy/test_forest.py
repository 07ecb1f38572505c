"""Endpoints in standard deviations of their baseline."""

import numpy as np
import pytest

from sscviewer.analysis.efficacy.forest import forest
from sscviewer.model.endpoint_cards import card_of
from tests.planned import efficacy_settings, population


def test_syn20(syn20_study, syn20):
    found = forest(syn20_study, population(syn20_study), efficacy_settings("FVCPP"))
    assert [row.parameter.paramcd for row in found.rows] == ["FVCPP", "MRSS"]
    expected = {"FVCPP": (1.156770, 1.323496), "MRSS": (-4.773843, 0.964238)}
    for row in found.rows:
        estimate, se = expected[row.parameter.paramcd]
        sd = np.std(syn20.loc[syn20["MONTH"] == 0, row.parameter.paramcd], ddof=1)
        assert row.sd_baseline == pytest.approx(sd)
        assert row.in_sd.estimate == pytest.approx(estimate / sd, abs=1e-6)
        assert row.in_sd.se == pytest.approx(se / sd, abs=1e-6)
        assert row.in_sd.p_value == row.change.p_value
        assert (row.n, row.avisit) == (12, "Month 12")
    assert [row.better for row in found.rows] == [1, -1]


def test_arms_and_difference(armed_study):
    found = forest(armed_study, population(armed_study), efficacy_settings("FVCPP"), ("FVCPP",))
    assert [(row.arm, row.reference) for row in found.rows] == [
        ("ALL", ""),
        ("Placebo", ""),
        ("Drug", ""),
        ("Drug", "Placebo"),
    ]
    placebo, drug, difference = (row.in_sd.estimate for row in found.rows[1:])
    assert difference == pytest.approx(drug - placebo)


def test_what_cannot_be_shown_is_named(tiny_study):
    found = forest(tiny_study, population(tiny_study), efficacy_settings("FVCPP"))
    shown = {row.parameter.paramcd for row in found.rows}
    assert shown | {paramcd for paramcd, _ in found.left_out} == {"FVCPP", "MRSS"}
    assert all(why for _, why in found.left_out)


def test_directions():
    directions = {"FVC": 1, "HAQDI": -1, "SGRQTOT": -1, "TDI": 1, "SIXMWD": 1, "ALT": 0, "NO SUCH": 0}
    assert {code: card_of(code).better for code in directions} == directions
