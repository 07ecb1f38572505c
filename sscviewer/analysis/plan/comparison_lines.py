"""The lines of how arms are compared."""

from sscviewer.analysis.plan.choices import ARM_CHANGES, ARM_TIMES
from sscviewer.analysis.plan.comparisons import STRATA
from sscviewer.analysis.plan.line import PlanLine, Words
from sscviewer.analysis.plan.models import COVARIATE_WORDS

SHARES = ("Safety: arms compared", "Safety: labs, arms compared", "Efficacy: responders compared")
CHANGES = (*ARM_CHANGES, "Safety: labs, by visit")
DIFFERENCES: Words = (
    ("miettinen-nurminen", "score (Miettinen-Nurminen)"),
    ("newcombe", "Newcombe"),
    ("exact", "exact unconditional (Chan-Zhang)"),
)

COMPARISON_LINES: tuple[PlanLine, ...] = (
    PlanLine(
        "comparisons", "difference", "Interval of a difference of two shares", DIFFERENCES, used_by=SHARES
    ),
    PlanLine(
        "comparisons",
        "strata",
        "Arms are compared within",
        tuple((name, COVARIATE_WORDS[name]) for name in STRATA),
        none="the whole trial",
        used_by=SHARES,
    ),
    PlanLine(
        "comparisons",
        "carried_forward",
        "In analysis of covariance a missing value",
        (
            (False, "leaves the patient out of the visit"),
            (True, "is the file's own carried value, else the last before it (LOCF)"),
        ),
        used_by=CHANGES,
    ),
    PlanLine(
        "comparisons",
        "doses",
        "Doses of the arms for the trend (Placebo: 0; Low dose: 54; High dose: 81)",
        none="as the arms are named, else as the file numbers them",
        used_by=CHANGES,
    ),
    PlanLine(
        "comparisons",
        "level",
        "Confidence level of comparisons",
        share=True,
        used_by=(*SHARES, *CHANGES, *ARM_TIMES),
    ),
)
