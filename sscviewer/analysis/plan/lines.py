"""The plan in plain words: one line for every choice, for the Plan page, sentences, report and JSON alike.

A choice whose rule does not work yet in any analysis has an empty `used_by`: it can be written in a plan, and
it is said that it changes nothing yet.
"""

from collections.abc import Iterable, Iterator

from sscviewer.analysis.plan.comparisons import STRATA
from sscviewer.analysis.plan.line import PlanLine, Words
from sscviewer.analysis.plan.models import COVARIANCE_WORDS, COVARIATE_WORDS, DF_WORDS
from sscviewer.analysis.plan.plan import AnalysisPlan
from sscviewer.clinical.reference_equations import equations_for

EVENTS, RATES = "Safety: adverse events", "Safety: rates"
DOSE, DOSE_QUESTION = "Dose: exposure", "Dose: dose question"
CHANGE, FOREST, SENSITIVITY = (
    "Efficacy: change",
    "Efficacy: all endpoints",
    "Efficacy: sensitivity",
)
RESPONDERS, PATIENT, WORDS, REPORT = "Efficacy: responders", "Patient page", "Efficacy: in words", "Report"
EVENTS_COMPARED, LABS_COMPARED, RESPONDERS_COMPARED = (
    "Safety: arms compared",
    "Safety: labs, arms compared",
    "Efficacy: responders compared",
)
CHANGES = ("Efficacy: ANCOVA", "Efficacy: tests", "Efficacy: subgroups")
SHARES = (EVENTS_COMPARED, LABS_COMPARED, RESPONDERS_COMPARED)
MODELS = (CHANGE, FOREST, SENSITIVITY, PATIENT, WORDS, REPORT)
COUNTS = (EVENTS, RATES, WORDS, REPORT)
ARMS = ("Every view with arms", REPORT)
EVERYWHERE = ("Every view", REPORT)


PARTS = {
    "study": "The study",
    "arms": "Arms",
    "populations": "Who counts",
    "visits": "Visits",
    "readings": "Readings",
    "baseline": "Baseline",
    "endpoints": "Endpoints",
    "after_stop": "After stopping",
    "model": "Models",
    "missing": "Missing values",
    "events": "Adverse events",
    "comparisons": "Arms compared",
    "doses": "Doses",
    "dose_question": "The dose question",
    "time": "Time",
    "derivation": "Computed measurements",
    "responses": "Response and composites",
}
"""Titles of the parts, in the order of the plan."""

YES_NO: Words = ((True, "yes"), (False, "no"))
BASES: Words = (("randomised", "as randomised"), ("treated", "as treated"))
MEMBERS: Words = (
    ("treated", "at least one dose"),
    ("randomised", "everyone randomised"),
    ("treated with a change", "treated, with baseline and later value"),
    ("flag", "by the file's own flag"),
)
STRATEGIES: Words = (
    ("treatment policy", "used (treatment policy)"),
    ("hypothetical", "as if it had not happened (hypothetical)"),
    ("while on treatment", "not used (while on treatment)"),
    ("composite", "counts as a failure (composite)"),
)
SCALES: Words = (("from the values", "by unit and values"), ("0-10", "0 to 10"), ("0-100", "0 to 100"))
RISK: Words = (
    ("treatment", "first to last dose"),
    ("window", "first to last dose and the days after"),
    ("study", "first dose to last contact"),
)
MULTIPLICITY: Words = (
    ("none", "as they are"),
    ("holm", "adjusted by Holm"),
    ("hochberg", "adjusted by Hochberg"),
    ("fixed sequence", "in a fixed sequence"),
)
DIFFERENCES: Words = (
    ("miettinen-nurminen", "score (Miettinen-Nurminen)"),
    ("newcombe", "Newcombe"),
    ("exact", "exact unconditional (Chan-Zhang)"),
)
INTERVALS: Words = (("clopper-pearson", "exact (Clopper-Pearson)"), ("wilson", "Wilson"))


def _equations(quantity: str) -> Words:
    return tuple((equation.name, equation.name) for equation in equations_for(quantity))


LINES: tuple[PlanLine, ...] = (
    PlanLine("study", "title", "Title of the trial", none="the name of the file"),
    PlanLine("study", "cut_off", "Data after this day do not count", none="the last date in the data"),
    PlanLine("study", "duration_days", "Planned treatment", unit="days", none="to the last planned visit"),
    PlanLine(
        "study",
        "dose_schedule",
        "Planned doses per day, from study day on (1: 100, 15: 200, until 364)",
        none="not known, so no dose intensity",
        used_by=(DOSE, DOSE_QUESTION, REPORT),
    ),
    PlanLine("arms", "efficacy", "Efficacy, demographics and disposition", BASES, used_by=ARMS),
    PlanLine("arms", "safety", "Adverse events, laboratory and doses", BASES, used_by=ARMS),
    PlanLine(
        "arms",
        "reference",
        "Others are compared with",
        none="placebo or control, else the first",
        used_by=ARMS,
    ),
    PlanLine("populations", "safety", "Counted for safety", MEMBERS),
    PlanLine("populations", "efficacy", "Counted for efficacy", MEMBERS),
    PlanLine("populations", "safety_flag", "Column of the safety flag"),
    PlanLine("populations", "efficacy_flag", "Column of the efficacy flag"),
    PlanLine(
        "visits",
        "windows",
        "Values belong to a visit",
        ((True, "by their day, half-way between"), (False, "by the name of the visit alone")),
    ),
    PlanLine(
        "visits",
        "map_unplanned",
        "Early-termination and unscheduled values",
        ((True, "count for the visit of their day"), (False, "are used by their date only")),
    ),
    PlanLine(
        "visits",
        "several",
        "Of several days in one visit",
        (("nearest", "the nearest to the planned day"), ("mean", "their mean"), ("last", "the last")),
    ),
    PlanLine(
        "visits",
        "fewest_patients",
        "A visit is modelled from",
        unit="patients",
        used_by=(CHANGE, FOREST, SENSITIVITY, WORDS, REPORT),
    ),
    PlanLine(
        "visits",
        "fewest_percent",
        "… and from",
        unit="% of those with a baseline",
        used_by=(CHANGE, FOREST, SENSITIVITY, WORDS, REPORT),
    ),
    PlanLine(
        "readings",
        "several",
        "Several readings of one day",
        (("mean", "their mean"), ("first", "the first"), ("last", "the last")),
    ),
    PlanLine(
        "baseline",
        "choice",
        "The baseline is",
        (
            ("flag or last", "the file's flag, else the last by day 1"),
            ("last before first dose", "the last by day 1"),
            ("mean before first dose", "the mean of all by day 1"),
        ),
    ),
    PlanLine("endpoints", "primary", "Primary endpoint", none="none named"),
    PlanLine("endpoints", "visit", "… compared at", none="the last visit that is modelled"),
    PlanLine("endpoints", "secondary", "Secondary endpoints, in order", none="none named"),
    PlanLine(
        "endpoints",
        "multiplicity",
        "P values of secondary endpoints",
        MULTIPLICITY,
    ),
    PlanLine("after_stop", "adverse_event", "Values after stopping for an adverse event", STRATEGIES),
    PlanLine("after_stop", "rescue", "Values after rescue treatment", STRATEGIES),
    PlanLine("after_stop", "death", "Values missing through death", STRATEGIES),
    PlanLine("after_stop", "other", "Values after stopping for another reason", STRATEGIES),
    PlanLine(
        "model",
        "response",
        "What is modelled",
        (("CHG", "change from baseline"), ("AVAL", "the value, baseline a visit (cLDA)")),
        used_by=MODELS,
    ),
    PlanLine(
        "model",
        "covariance",
        "Covariance between visits",
        (("auto", "automatic: unstructured or plainer"), *COVARIANCE_WORDS.items()),
        used_by=MODELS,
    ),
    PlanLine(
        "model",
        "covariates",
        "Adjusted for",
        tuple(COVARIATE_WORDS.items()),
        none="nothing",
        used_by=MODELS,
    ),
    PlanLine("model", "df_method", "Degrees of freedom", tuple(DF_WORDS.items()), used_by=MODELS),
    PlanLine(
        "model",
        "smallest_df",
        "No interval below",
        unit="degrees of freedom",
        used_by=(CHANGE, FOREST, REPORT),
    ),
    PlanLine(
        "model",
        "slope_time",
        "Time in the slope",
        (("AVISITN", "months as planned"), ("ADY", "actual days")),
        used_by=MODELS,
    ),
    PlanLine("model", "level", "Confidence level of models", share=True, used_by=MODELS),
    PlanLine(
        "missing", "imputations", "Multiple imputation", unit="data sets", used_by=(SENSITIVITY, REPORT)
    ),
    PlanLine("missing", "seed", "Start of its random numbers", used_by=(SENSITIVITY, REPORT)),
    PlanLine(
        "missing",
        "delta",
        "Imputed values shifted by, in the endpoint's unit",
        none="nothing (the tipping point alone)",
        used_by=(SENSITIVITY, REPORT),
    ),
    PlanLine(
        "events",
        "emergent_only",
        "Events that are counted",
        ((True, "begun or worsened on treatment"), (False, "all, whenever they began")),
        used_by=COUNTS,
    ),
    PlanLine(
        "events",
        "window_days",
        "On treatment until after the last dose",
        unit="days",
        none="without end",
        used_by=COUNTS,
    ),
    PlanLine("events", "risk_basis", "Rates are counted over", RISK, used_by=(RATES, WORDS, REPORT)),
    PlanLine("events", "interval", "Interval of percentages", INTERVALS, used_by=COUNTS),
    PlanLine("events", "level", "Confidence level of percentages", share=True, used_by=COUNTS),
    PlanLine(
        "events",
        "ungraded_is_severe",
        "An event without a grade",
        ((False, "is in “any” only"), (True, "counts as grade 3 (severe)")),
        used_by=COUNTS,
    ),
    PlanLine(
        "events",
        "unsaid_is_related",
        "An event without a relation to the drug",
        ((True, "counts as related"), (False, "counts as not related")),
        used_by=COUNTS,
    ),
    PlanLine("events", "common_percent", "An event is named in paragraphs from", unit="% of patients"),
    PlanLine("events", "groups", "Terms counted together", none="none", used_by=COUNTS),
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
        ((False, "leaves the patient out of the visit"), (True, "is the last before it (LOCF)")),
        used_by=CHANGES,
    ),
    PlanLine(
        "comparisons", "level", "Confidence level of comparisons", share=True, used_by=(*SHARES, *CHANGES)
    ),
    PlanLine(
        "doses",
        "gap_is_zero",
        "Days between two dose records",
        ((False, "are not known"), (True, "are days without drug")),
    ),
    PlanLine(
        "doses",
        "event_lag_days",
        "An event counts at the dose of",
        unit="days before",
        used_by=("Dose: rates and ratios by dose",),
    ),
    PlanLine(
        "dose_question",
        "limiting",
        "An event is dose-limiting",
        (
            ("action", "by its action taken, else by the dose log"),
            ("reason", "by the reason in the dose log"),
        ),
        used_by=(DOSE_QUESTION,),
    ),
    PlanLine(
        "dose_question",
        "limiting_reasons",
        "… words of the dose log that mean an event",
        used_by=(DOSE_QUESTION,),
    ),
    PlanLine(
        "dose_question",
        "response_reasons",
        "… words that mean an increase for lack of response",
        used_by=(DOSE_QUESTION,),
    ),
    PlanLine(
        "dose_question",
        "titration",
        "Doses were raised",
        (("protocol", "by the protocol"), ("response", "by the response")),
        used_by=(DOSE_QUESTION,),
    ),
    PlanLine(
        "dose_question", "tolerated_weeks", "Tolerated when kept for", unit="weeks", used_by=(DOSE_QUESTION,)
    ),
    PlanLine(
        "dose_question",
        "duration_weeks",
        "Planned duration",
        unit="weeks",
        none="as long as completers took it",
        used_by=(DOSE_QUESTION,),
    ),
    PlanLine(
        "dose_question",
        "end_slack_days",
        "Taken to the end within",
        unit="days of it",
        used_by=(DOSE_QUESTION,),
    ),
    PlanLine(
        "dose_question", "reference_dose", "Reference dose, in the unit of the log", used_by=(DOSE_QUESTION,)
    ),
    PlanLine("dose_question", "reference_week", "Reference week", used_by=(DOSE_QUESTION,)),
    PlanLine("dose_question", "priors", "Priors of the weekly hazard", used_by=(DOSE_QUESTION,)),
    PlanLine(
        "dose_question", "seen_person_weeks", "A dose was seen from", unit="weeks", used_by=(DOSE_QUESTION,)
    ),
    PlanLine(
        "dose_question", "seen_days", "… with a patient at it for", unit="days", used_by=(DOSE_QUESTION,)
    ),
    PlanLine(
        "dose_question", "arrival_weeks", "Read off after arrival at", unit="weeks", used_by=(DOSE_QUESTION,)
    ),
    PlanLine(
        "dose_question",
        "exposure_days",
        "Benefit against the doses of the last",
        unit="days",
        none="all days before the value",
        used_by=(DOSE_QUESTION,),
    ),
    PlanLine(
        "dose_question", "per_dose", "Benefit per dose of, in the unit of the log", used_by=(DOSE_QUESTION,)
    ),
    PlanLine(
        "dose_question",
        "challenge_days",
        "De- and rechallenge: an event ends, or comes again, within",
        unit="days",
        used_by=(DOSE_QUESTION,),
    ),
    PlanLine("dose_question", "most_doses", "Tables by dose up to", unit="doses", used_by=(DOSE_QUESTION,)),
    PlanLine(
        "dose_question",
        "level",
        "Confidence level of the dose question",
        share=True,
        used_by=(DOSE_QUESTION,),
    ),
    PlanLine("dose_question", "resamples", "Bootstrap", unit="resamples", used_by=(DOSE_QUESTION,)),
    PlanLine("dose_question", "seed", "Start of its random numbers", used_by=(DOSE_QUESTION,)),
    PlanLine("time", "month_days", "A month has", unit="days"),
    PlanLine(
        "time",
        "end",
        "Follow-up ends with the",
        (("last contact", "last contact"), ("last dose", "last dose")),
    ),
    PlanLine(
        "derivation",
        "prefer",
        "% predicted",
        (("file", "as in the file, else computed"), ("computed", "computed")),
        used_by=EVERYWHERE,
    ),
    PlanLine(
        "derivation",
        "equation",
        "… spirometry by",
        _equations("FVC"),
        used_by=EVERYWHERE,
    ),
    PlanLine("derivation", "diffusion", "… DLCO by", _equations("DLCO"), used_by=EVERYWHERE),
    PlanLine("derivation", "volumes", "… TLC by", _equations("TLC"), used_by=EVERYWHERE),
    PlanLine(
        "derivation",
        "tolerance",
        "Recorded and computed may differ by",
        unit="points",
        used_by=("Data: findings",),
    ),
    PlanLine(
        "derivation",
        "haemoglobin_days",
        "A haemoglobin corrects DLCO within",
        unit="days",
        used_by=EVERYWHERE,
    ),
    PlanLine(
        "responses", "changed", "Limits that differ from the endpoints' cards", used_by=(RESPONDERS, REPORT)
    ),
    PlanLine(
        "responses",
        "criss_improved",
        "ACR-CRISS improved from a probability of",
        used_by=(RESPONDERS, REPORT),
    ),
    PlanLine("responses", "criss_levels", "Revised CRISS levels", unit="%", used_by=(RESPONDERS, REPORT)),
    PlanLine(
        "responses",
        "revised_keeps_step_one",
        "Events of step 1 exclude from revised CRISS too",
        YES_NO,
        used_by=(RESPONDERS, REPORT),
    ),
    PlanLine(
        "responses", "all_have_ild", "Every patient has ILD on HRCT", YES_NO, used_by=(RESPONDERS, REPORT)
    ),
    PlanLine(
        "responses", "global_scale", "Scale of global assessments", SCALES, used_by=(RESPONDERS, REPORT)
    ),
    PlanLine(
        "responses",
        "indeterminate",
        "FVC decides where the HRCT extent lies between",
        unit="%",
        none="nowhere: every reading is trusted",
        used_by=(PATIENT, REPORT),
    ),
    PlanLine(
        "responses",
        "most_missing_sites",
        "Skin score prorated with up to",
        unit="sites missing",
        used_by=EVERYWHERE,
    ),
    PlanLine("responses", "least_categories", "HAQ-DI needs", unit="of 8 categories", used_by=EVERYWHERE),
    PlanLine(
        "responses",
        "shaq_line_cm",
        "Length of SHAQ lines",
        unit="cm",
        none="by unit and values",
        used_by=EVERYWHERE,
    ),
    PlanLine("responses", "own", "Your own rules", none="none", used_by=(RESPONDERS, REPORT)),
)

_BY_KEY = {(line.part, line.name): line for line in LINES}


def line_of(part: str, name: str) -> PlanLine:
    """Return the line of a choice (raises KeyError)."""
    return _BY_KEY[part, name]


def lines_by_part(lines: Iterable[PlanLine] = LINES) -> Iterator[tuple[str, tuple[PlanLine, ...]]]:
    """Yield (part, its lines), in the order of the plan."""
    lines = tuple(lines)
    for part in PARTS:
        yield part, tuple(line for line in lines if line.part == part)


def changed_words(before: AnalysisPlan, after: AnalysisPlan) -> tuple[str, ...]:
    """Return what another plan chooses otherwise: "Time · A month has: 30.4375 days → 30 days"."""
    found = []
    for part, name in before.changed(after):
        line = line_of(part, name)
        old, new = line.value_words(line.value(before)), line.value_words(line.value(after))
        found.append(f"{PARTS[part]} · {line.text}: {old} → {new}")
    return tuple(found)
