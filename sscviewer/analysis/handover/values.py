"""The values handed over: one row for each reading, then one for each mean that was analysed in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from sscviewer.analysis.analysed_values import BASELINE, analysed_values
from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
from sscviewer.analysis.efficacy.model_rows import model_frame, with_enough_values
from sscviewer.analysis.modelled import CARRIED, has_course, modelled_parameters
from sscviewer.analysis.settled.columns import settled_columns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.population import Populations
    from sscviewer.model.study import Study

USED = "used"
NO_NUMBER = "not a number"
NO_DAY = "no date and no planned day"
NOT_OF_DAY = "another reading stands for its day"
NO_VISIT = "in no visit window"
NOT_OF_VISIT = "another day stands for its visit"
BEFORE = "before the first dose and not the baseline"
AVERAGE = "AVERAGE"
LAST_ON_TREATMENT = "the last value before the drug was stopped, by the plan"


def values_table(study: Study, plan: AnalysisPlan, who: Populations) -> pd.DataFrame:
    """Return ADBDS: every reading of every parameter with why it is used or not, and what was analysed.

    Rows with ANL01FL "Y" are what every result is computed from: one for each patient, parameter and visit,
    the baseline among them (ABLFL "Y"). Where several readings make one value, they have ANL01FL "N", and a
    row with DTYPE "AVERAGE" is their mean. A row with DTYPE "LOCF" is the last value on treatment, at a later
    visit. MMRMFL "Y" marks the changes the model by visit takes.
    """
    readings = _readings(study)
    used = pd.concat([_analysed(study, code) for code in _codes(study)], ignore_index=True)
    single = readings.set_index("ROW")["AVAL"]
    same = np.isclose(single.reindex(used["ROW"]).to_numpy(dtype=float), used["AVAL"].to_numpy(dtype=float))
    used["DTYPE"] = np.where(used["CARRIED"], CARRIED, np.where(same, "", AVERAGE))
    same &= ~used["CARRIED"].to_numpy(dtype=bool)
    left = readings[~readings["ROW"].isin(used.loc[same, "ROW"])]
    table = pd.concat([used, left], ignore_index=True).merge(_about(study), on="ROW", how="left")
    table["MMRMFL"] = _modelled(study, plan, who, table)
    arm = dict(zip(study.usubjids, who.efficacy.arm, strict=True))
    table["ARMEFF"] = table["USUBJID"].map(arm)
    table = table.sort_values(["USUBJID", "PARAMCD", "ADY", "AVISITN", "ROW"], kind="stable")
    return table[list(COLUMNS)].reset_index(drop=True)


COLUMNS = (
    "USUBJID", "ARMEFF", "PARAMCD", "PARAM", "AVISIT", "AVISITN", "ADY", "AVAL", "BASE", "CHG", "ABLFL",
    "ANL01FL", "MMRMFL", "DTYPE", "WHY", "AWTARGET", "AWLO", "AWHI", "VISIT", "SRCREF",
)  # fmt: skip


def _codes(study: Study) -> Iterable[str]:
    return dict.fromkeys(study.column("measurements", "PARAMCD"))


def _about(study: Study) -> pd.DataFrame:
    """Return what is known of each row of the measurements, whatever becomes of it."""
    names = ("AWTARGET", "AWLO", "AWHI", "VISIT", "SRCREF")
    data = {name: study.column("measurements", name) for name in names}
    return pd.DataFrame({"ROW": np.arange(len(data["VISIT"])), **data})


def _readings(study: Study) -> pd.DataFrame:
    settled = settled_columns(study)
    code = study.column("measurements", "PARAMCD")
    return pd.DataFrame(
        {
            "ROW": np.arange(len(code)),
            "USUBJID": study.column("measurements", "USUBJID"),
            "PARAMCD": code,
            "PARAM": [study.parameters[one].title if one in study.parameters else one for one in code],
            "AVISIT": settled.avisit,
            "AVISITN": settled.avisitn,
            "ADY": settled.day,
            "AVAL": study.column("measurements", "AVAL"),
            "BASE": np.nan,
            "CHG": np.nan,
            "ABLFL": "",
            "ANL01FL": "N",
            "DTYPE": "",
            "WHY": _why(study),
        }
    )


def _why(study: Study) -> np.ndarray[Any, np.dtype[np.object_]]:
    """Return why each reading is used or not."""
    settled = settled_columns(study)
    number = study.column("measurements", "AVAL")
    conditions = (
        (np.isnan(number), NO_NUMBER),
        (np.isnan(settled.day), NO_DAY),
        (settled.counts | settled.is_baseline, f"{USED} in the mean"),
        (~settled.stands, NOT_OF_DAY),
        (np.isnan(settled.avisitn), NO_VISIT),
        (settled.avisitn <= 0, BEFORE),
    )
    which, words = zip(*conditions, strict=True)
    return np.asarray(np.select(which, words, NOT_OF_VISIT), dtype=object)


def _analysed(study: Study, code: str) -> pd.DataFrame:
    values = analysed_values(study, code)
    base = values.base[values.patient]
    parameter = study.parameters.get(code)
    return pd.DataFrame(
        {
            "ROW": values.row,
            "USUBJID": np.array(study.usubjids, dtype=object)[values.patient],
            "PARAMCD": code,
            "PARAM": parameter.title if parameter is not None else code,
            "AVISIT": values.avisit,
            "AVISITN": values.avisitn,
            "ADY": values.day,
            "AVAL": values.aval,
            "BASE": base,
            "CHG": values.aval - base,
            "ABLFL": np.where(values.avisit == BASELINE, "Y", ""),
            "ANL01FL": "Y",
            "CARRIED": values.is_carried,
            "WHY": np.where(values.is_carried, LAST_ON_TREATMENT, USED),
        }
    )


def _modelled(study: Study, plan: AnalysisPlan, who: Populations, table: pd.DataFrame) -> pd.Series[Any]:
    """Return "Y" for the changes that the model by visit of all patients takes."""
    taken: set[tuple[str, str, str]] = set()
    for code in modelled_parameters(study):
        settings = efficacy_settings(plan, code)
        frame = model_frame(study, who.efficacy, settings)
        if not has_course(frame):
            continue
        frame, _ = with_enough_values(
            frame, fewest_patients=settings.fewest_patients, fewest_share=settings.fewest_share
        )
        later = frame[(frame["AVISITN"] > 0) & frame["CHG"].notna()]
        pairs = zip(later["USUBJID"], later["AVISIT"], strict=True)
        taken |= {(usubjid, code, visit) for usubjid, visit in pairs}
    keys = zip(table["USUBJID"], table["PARAMCD"], table["AVISIT"], strict=True)
    is_taken = np.array([key in taken for key in keys], dtype=bool) & (table["ANL01FL"] == "Y").to_numpy()
    return pd.Series(np.where(is_taken, "Y", ""), index=table.index)
