"""One bar per patient: the change from baseline, sorted."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.cohort.cohort_settings import WaterfallSettings
from sscviewer.analysis.cohort.spaghetti import y_label
from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.outcome import WORDS, Outcome
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Floats
from sscviewer.model.endpoint_cards import way_of
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class ThresholdCount:
    """Patients at or beyond a threshold: at most a negative one, at least a positive one."""

    threshold: float
    n: int


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The bars, from the highest change on the left to the lowest (k,).

    Attributes
    ----------
    y_label : axis title with the unit
    subjects, arm, visits, months : patient, arm and the visit the change is from, with its planned month
    change : in the unit of the picture
    outcome : "completed", "stopped" … (for the colour)
    words : "stopped on day 154: adverse event (rash)"
    better : +1 if higher is better, -1 if lower is, 0 if that is not known
    missing : treated patients without a bar, and why
    thresholds : each with how many of the bars reach it
    """

    settings: WaterfallSettings
    parameter: Parameter
    y_label: str
    subjects: tuple[str, ...]
    arm: tuple[str, ...]
    visits: tuple[str, ...]
    months: tuple[float, ...]
    change: Floats
    outcome: tuple[str, ...]
    words: tuple[str, ...]
    better: int
    missing: tuple[tuple[str, str], ...]
    thresholds: tuple[ThresholdCount, ...]


def waterfall(
    study: Study, who: Population, settings: WaterfallSettings, outcomes: Sequence[Outcome]
) -> Waterfall:
    """Return each patient's change at a visit, at the last value, or the best one.

    The best change is the farthest in the better direction, or from zero where that is not known.

    Parameters
    ----------
    outcomes : one per patient of `study.usubjids`, as `cohort_overview` has them
    """
    parameter = study.parameters[settings.paramcd]
    frame = endpoint_frame(study, who, settings.paramcd)
    base = frame["BASE"].where(frame["BASE"] != 0)
    scale = 100.0 / base if settings.measure == "percent" else 1.0
    frame = frame.assign(Y=frame["CHG"] * scale)
    later = frame[(frame["AVISITN"] > 0) & frame["Y"].notna()]
    better = way_of(parameter)
    if settings.at == "last":
        picked = later.drop_duplicates("USUBJID", keep="last")
    elif settings.at == "best":
        rank = better * later["Y"] if better else later["Y"].abs()
        picked = later.loc[rank.sort_values(kind="stable", ascending=False).index].drop_duplicates("USUBJID")
    else:
        picked = later[later["AVISIT"] == settings.at]
    picked = picked.sort_values(["Y", "USUBJID"], ascending=[False, True], kind="stable")
    at = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
    patients = [at[usubjid] for usubjid in picked["USUBJID"]]
    arms = who.arm
    change = picked["Y"].to_numpy(dtype=np.float64)
    reasons = {
        "baseline": set(frame.loc[frame["BASE"].notna(), "USUBJID"]),
        "value": set(frame["USUBJID"]),
        "later": set(frame.loc[frame["AVISITN"] > 0, "USUBJID"]),
    }
    shown = set(patients)
    return Waterfall(
        settings=settings,
        parameter=parameter,
        y_label=y_label(parameter, settings.measure),
        subjects=tuple(study.usubjids[i] for i in patients),
        arm=tuple(str(arms[i]) for i in patients),
        visits=tuple(str(visit) for visit in picked["AVISIT"]),
        months=tuple(float(month) for month in picked["AVISITN"]),
        change=change,
        outcome=tuple(WORDS[outcomes[i].status] for i in patients),
        words=tuple(outcomes[i].words for i in patients),
        better=better,
        missing=tuple(
            (study.usubjids[i], _why(study.usubjids[i], reasons, settings))
            for i in np.flatnonzero(who.treated).tolist()
            if i not in shown
        ),
        thresholds=tuple(ThresholdCount(value, _reached(change, value)) for value in settings.thresholds),
    )


def _reached(change: Floats, threshold: float) -> int:
    return int(np.sum(change <= threshold if threshold < 0 else change >= threshold))


def _why(usubjid: str, having: dict[str, set[str]], settings: WaterfallSettings) -> str:
    if usubjid not in having["value"]:
        return "no value"
    if usubjid not in having["baseline"]:
        return "no baseline"
    if usubjid not in having["later"]:
        return say("no value after baseline")
    if settings.at in ("last", "best"):
        return say("baseline is zero")
    return say("no value at {visit}", visit=settings.at)
