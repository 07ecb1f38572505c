"""What lines of the plan have in common: the views that follow them, and choices in words."""

from sscviewer.analysis.plan.line import Words
from sscviewer.clinical.reference_equations import equations_for

EVENTS, RATES = "Safety: adverse events", "Safety: rates"
RATES_BY_DOSE = "Dose: rates and ratios by dose"
DOSE, DOSE_QUESTION = "Dose: exposure", "Dose: dose question"
DOSE_CHANGES, TIME_ON_DRUG, LANES = "Dose: changes", "Dose: time on drug", "Cohort: doses and events"
CHANGE, FOREST, SENSITIVITY = (
    "Efficacy: change",
    "Efficacy: all endpoints",
    "Efficacy: sensitivity",
)
RESPONDERS, PATIENT, WORDS, REPORT = "Efficacy: responders", "Patient page", "Efficacy: in words", "Report"
SLOPES, THRESHOLDS, DIAGNOSTICS = "Efficacy: each slope", "Efficacy: every threshold", "Efficacy: diagnostics"
ARM_CHANGES = ("Efficacy: ANCOVA", "Efficacy: tests", "Efficacy: subgroups")
ARM_TIMES = ("Efficacy: times",)
MODELS = (CHANGE, FOREST, SENSITIVITY, SLOPES, DIAGNOSTICS, PATIENT, WORDS, REPORT)
FOLLOWED = ("Safety: over time", RATES, RATES_BY_DOSE, TIME_ON_DRUG, *ARM_TIMES, REPORT)
ENDED = ("Report: disposition", "Report: flow", TIME_ON_DRUG, *ARM_TIMES, PATIENT, WORDS, REPORT)
LIVER, ISSUES = "Safety: labs, liver", "Data: issues"
LABS = ("Safety: labs, grades and shift", "Safety: labs, arms compared", PATIENT, ISSUES, REPORT)
COUNTS = (EVENTS, RATES, WORDS, REPORT)
ARMS = ("Every view with arms", REPORT)
EVERYWHERE = ("Every view", REPORT)

YES_NO: Words = ((True, "yes"), (False, "no"))
BASES: Words = (("randomised", "as randomised"), ("treated", "as treated"))
_OTHERS: Words = (
    ("randomised", "everyone randomised"),
    ("flag", "by the file's own flag"),
    ("rule", "treated, by the own rule"),
)
SAFETY_MEMBERS: Words = (("treated", "at least one dose"), *_OTHERS)
EFFICACY_MEMBERS: Words = (("treated with a change", "treated, with baseline and later value"), *_OTHERS)
STRATEGIES: Words = (
    ("treatment policy", "count (treatment policy)"),
    ("hypothetical", "are left out, as if on treatment (hypothetical)"),
    ("while on treatment", "are replaced by the last before (while on treatment)"),
    ("composite", "are left out, and the patient counts as a failure (composite)"),
)
CLOCK: Words = (
    ("first dose", "with the first dose"),
    ("randomisation", "with randomisation"),
    ("consent", "with consent"),
    ("first visit", "with the first visit"),
)
FOLLOW_UP: Words = (
    ("last contact", "with the last contact"),
    ("last visit", "with the last visit"),
    ("planned end", "with the planned end of treatment, or the last contact before it"),
)
SCALES: Words = (("from the values", "by unit and values"), ("0-10", "0 to 10"), ("0-100", "0 to 100"))
RISK: Words = (
    ("treatment", "first to last dose"),
    ("window", "first to last dose and the days after"),
    ("study", "first dose to last contact"),
)
INTERVALS: Words = (("clopper-pearson", "exact (Clopper-Pearson)"), ("wilson", "Wilson"))


def equations_words(quantity: str) -> Words:
    """Return the reference equations for a quantity as choices."""
    return tuple((equation.name, equation.name) for equation in equations_for(quantity))
