"""The body map's results: 17 sites a visit with their cells, totals and changes."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.endpoints.skin_map import compare_maps, has_skin_sites, skin_maps
from sscviewer.clinical.skin_score import SITE_CODES, SITES
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE, Parameter
from sscviewer.model.study import build_study


def _study(scores: dict[str, list[float]], **columns):
    """One patient: for each visit name the 17 scores, NaN for a site without a row."""
    rows = [
        {
            "USUBJID": "P1",
            "SRCREF": f"Skin!{chr(67 + i)}{line}",
            "PARAMCD": code,
            "AVISIT": visit,
            "AVISITN": float(month),
            "AVAL": score,
        }
        for line, (month, (visit, listed)) in enumerate(zip((0, 6, 12), scores.items(), strict=False), 2)
        for i, (code, score) in enumerate(zip(SITE_CODES, listed, strict=True))
        if not np.isnan(score)
    ]
    items = [Parameter(c, n, "", n, "item", 0, 3, 0) for c, n in zip(SITE_CODES, SITES, strict=True)]
    frame = pd.DataFrame(rows).assign(**columns)
    return build_study(
        {"measurements": frame}, [*items, BY_CODE["MRSS"]], source=Source("t.xlsx", "", 0, "xlsx")
    )


def test_the_demo_against_the_frame(demo_study) -> None:
    frame = demo_study.measurements
    sites = frame[frame["PARAMCD"].isin(SITE_CODES)]
    for usubjid in demo_study.usubjids:
        own = sites[sites["USUBJID"] == usubjid]
        maps = skin_maps(demo_study, usubjid, 0)
        assert [one.visit for one in maps] == list(own.sort_values("ADY")["AVISIT"].unique())
        for one in maps:
            of_visit = own[own["AVISIT"] == one.visit].set_index("PARAMCD")
            assert [site.score for site in one.sites] == of_visit["AVAL"].reindex(list(SITE_CODES)).tolist()
            assert [site.srcref for site in one.sites] == of_visit["SRCREF"].reindex(
                list(SITE_CODES)
            ).tolist()
            for site in one.sites:
                assert demo_study.column("measurements", "SRCREF")[site.row] == site.srcref
            if not one.missing:
                assert one.total == of_visit["AVAL"].sum()
    assert has_skin_sites(demo_study)


def test_the_recorded_total_is_told_where_it_is_another(demo_study) -> None:
    one = next(m for m in skin_maps(demo_study, "SSC-003", 0) if m.visit == "Month 9")
    assert (one.total, one.recorded) == (23, 24)
    assert one.total_words == "23 of 51 (recorded as 24)"


def test_missing_sites_and_prorating() -> None:
    full, gaps = [1.0] * 17, [2.0] * 15 + [np.nan, np.nan]
    study = _study({"Baseline": full, "Month 6": gaps})
    first, second = skin_maps(study, "P1", 0)
    assert (first.total, first.missing, first.prorated) == (17, (), False)
    assert np.isnan(second.total)
    assert second.missing == ("Foot, right", "Foot, left")
    assert second.total_words == "not known"
    assert second.sites[15].row == -1
    prorated = skin_maps(study, "P1", most_missing=2)[1]
    assert prorated.total == pytest.approx(34)
    assert prorated.prorated
    assert prorated.total_words == "about 34.0 of 51, 2 sites prorated"


def test_change_of_each_site() -> None:
    study = _study({"Baseline": [2.0] * 17, "Month 6": [np.nan, 0, 3, *[2.0] * 14]})
    change = compare_maps(*skin_maps(study, "P1", 0))
    assert np.isnan(change.changes[0])
    assert change.changes[1:4] == (-2, 1, 0)
    assert change.missing == ("Face",)
    assert np.isnan(change.total)


def test_values_without_a_date_belong_together_by_visit_and_readings_are_kept_apart() -> None:
    study = _study({"Baseline": [1.0] * 17, "Month 6": [2.0] * 17})
    assert [one.total for one in skin_maps(study, "P1", 0)] == [17, 34]
    unplanned = _study({"Unscheduled": [1.0] * 17, "Other": [2.0] * 17}, AVISITN=np.nan)
    assert sorted(one.total for one in skin_maps(unplanned, "P1", 0)) == [17, 34]
