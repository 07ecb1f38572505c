"""A figure is the same on the Efficacy page, in `analyse --json` and from the engine."""

import json

import pytest

from sscviewer.analysis.efficacy.efficacy import efficacy
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.random_slope import fit_random_slope
from sscviewer.cli.analysis_text import analysis_json
from tests.planned import efficacy_settings, population

NUMBERS = ("estimate", "se", "df", "lower", "upper", "p_value")


@pytest.fixture(scope="module")
def document(demo_study, demo_results):
    """What the command prints; that it prints this is tried in test_analyse_over_time."""
    return json.loads(json.dumps(analysis_json(demo_results, demo_study.source)))


@pytest.mark.parametrize("paramcd", ["FVCPP", "MRSS", "HAQDI"])
def test_page_json_engine(demo_study, document, paramcd):
    who = population(demo_study)
    page = efficacy(demo_study, who, efficacy_settings(paramcd))
    entries = {entry["model"]: entry for entry in document["course"] if entry["PARAMCD"] == paramcd}
    frame = endpoint_frame(demo_study, who, paramcd)
    later = frame[(frame["AVISITN"] > 0) & frame["CHG"].notna()]
    rows = later.assign(V=later["AVISITN"].map(lambda m: f"m{m:02.0f}"))
    engine = fit_mmrm(rows, "CHG ~ 0 + V", subject="USUBJID", visit="V")
    assert entries["mmrm"]["arm"] == "ALL"
    assert entries["mmrm"]["by_arm"] is None
    for i, visit in enumerate(page.course.mmrm.visits):
        shown, written = visit.change, entries["mmrm"]["visits"][i]
        fitted = engine.contrast({f"Vm{visit.avisitn:02.0f}": 1.0})
        for name in NUMBERS:
            assert written[name] == getattr(shown, name)
            assert getattr(fitted, name) == pytest.approx(getattr(shown, name), rel=1e-9)
        assert written["n"] == visit.n == (later["AVISITN"] == visit.avisitn).sum()
    line = fit_random_slope(
        frame.assign(M=frame["AVISITN"]), "AVAL ~ M", subject="USUBJID", time="M", df="kenward-roger-expected"
    ).contrast({"M": 1.0})
    for name in NUMBERS:
        assert entries["random_slope"]["slope"][name] == getattr(page.course.random_slope.slope, name)
        assert getattr(line, name) == pytest.approx(entries["random_slope"]["slope"][name], rel=1e-9)


def test_sentences_are_in_the_document(document):
    assert document["sentences"]
    assert all(isinstance(sentence, str) for sentence in document["sentences"])
    change = next(e for e in document["course"] if e["PARAMCD"] == "MRSS" and e["model"] == "random_slope")
    fell = f"{-12 * change['slope']['estimate']:.1f}"
    assert any(f"MRSS fell by {fell} units" in sentence for sentence in document["sentences"])
