"""The `course` entries of `analyse --json`; numbers that do not exist are None."""

import math
from collections.abc import Callable
from operator import attrgetter
from typing import Any

from sscviewer.analysis.efficacy.course import ArmCourse, Course, CourseByArm
from sscviewer.analysis.efficacy.headline import VisitChange
from sscviewer.analysis.estimate import Estimate

NUMBERS = ("estimate", "se", "df", "lower", "upper", "p_value")


def course_entries(result: Course) -> list[dict[str, Any]]:
    """Return the two entries of an endpoint: all patients together, and under `by_arm` each arm."""
    by_visit, slope = result.mmrm, result.random_slope
    arms = result.by_arm
    return [
        {
            "PARAMCD": by_visit.paramcd,
            "model": "mmrm",
            "arm": "ALL",
            "covariance": by_visit.covariance or None,
            "response": by_visit.response,
            "covariates": list(by_visit.covariates),
            "method": "REML",
            "df_method": by_visit.df_method,
            "n_subjects": by_visit.n_subjects,
            "n_obs": by_visit.n_obs,
            "converged": by_visit.converged,
            "warnings": list(by_visit.warnings),
            "visits": [_visit(visit) for visit in by_visit.visits],
            "headline": result.headline or None,
            "by_arm": None if arms is None else _by_arm(arms, "patients", _visits),
        },
        {
            "PARAMCD": slope.paramcd,
            "model": "random_slope",
            "arm": "ALL",
            "per": "month",
            "response": "AVAL",
            "covariates": list(slope.covariates),
            "method": "REML",
            "df_method": slope.df_method,
            "n_subjects": slope.n_subjects,
            "n_obs": slope.n_obs,
            "converged": slope.converged,
            "warnings": list(slope.warnings),
            "intercept": _numbers(slope.intercept),
            "slope": _numbers(slope.slope),
            "by_arm": None if arms is None else _by_arm(arms, "slope_patients", _slope),
        },
    ]


def _by_arm(of: CourseByArm, counted: str, what: Callable[[ArmCourse], dict[str, Any]]) -> dict[str, Any]:
    """Return arms with the number of their patients; a difference is of two arms and has none."""
    patients = attrgetter(counted)
    return {
        "reference": of.reference,
        "arms": [{"arm": arm.arm, "n_subjects": len(patients(arm)), **what(arm)} for arm in of.arms],
        "differences": [{"arm": arm.arm, "reference": arm.reference, **what(arm)} for arm in of.differences],
    }


def _visits(arm: ArmCourse) -> dict[str, Any]:
    return {"visits": [_visit(visit) for visit in arm.visits]}


def _slope(arm: ArmCourse) -> dict[str, Any]:
    return {"slope": _numbers(arm.slope)}


def _visit(visit: VisitChange) -> dict[str, Any]:
    return {
        "AVISIT": visit.avisit,
        "AVISITN": visit.avisitn if math.isfinite(visit.avisitn) else None,
        "n": visit.n,
        **_numbers(visit.change),
    }


def _numbers(estimate: Estimate | None) -> dict[str, float | None]:
    values = {name: None if estimate is None else float(getattr(estimate, name)) for name in NUMBERS}
    return {name: v if v is not None and math.isfinite(v) else None for name, v in values.items()}
