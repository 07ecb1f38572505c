"""Lines of the plan about events, doses and time, and about what is computed from measurements."""

from sscviewer.analysis.plan.choices import (
    COUNTS,
    DOSE,
    DOSE_CHANGES,
    DOSE_QUESTION,
    EVERYWHERE,
    INTERVALS,
    LABS,
    LANES,
    LIVER,
    PATIENT,
    RATES,
    RATES_BY_DOSE,
    REPORT,
    RESPONDERS,
    RISK,
    SCALES,
    TIME_ON_DRUG,
    WORDS,
    YES_NO,
    equations_words,
)
from sscviewer.analysis.plan.line import PlanLine
from sscviewer.clinical.ctcae_criteria import VERSIONS

SAFETY_LINES: tuple[PlanLine, ...] = (
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
    PlanLine(
        "events", "level", "Confidence level of percentages", share=True, used_by=(*COUNTS, TIME_ON_DRUG)
    ),
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
    PlanLine(
        "events",
        "common_percent",
        "An event is named in paragraphs from",
        unit="% of patients",
        used_by=(WORDS, REPORT),
    ),
    PlanLine("events", "groups", "Terms counted together", none="none", used_by=COUNTS),
    PlanLine(
        "laboratory",
        "version",
        "Laboratory values are graded by",
        tuple(VERSIONS.items()),
        used_by=LABS,
    ),
    PlanLine(
        "laboratory",
        "hys_law_days",
        "For Hy’s law bilirubin follows within",
        unit="days",
        used_by=(LIVER, REPORT),
    ),
    PlanLine(
        "doses",
        "gap_is_zero",
        "Days between two dose records",
        (
            (
                False,
                "are not known; a dose of a single day, as an infusion, is in force until the next within "
                "1.5 times the usual time between two, else for the usual time",
            ),
            (True, "are days without drug"),
        ),
        used_by=(DOSE, DOSE_CHANGES, DOSE_QUESTION, LANES, RATES, PATIENT, REPORT),
    ),
    PlanLine(
        "doses",
        "same_day",
        "Two dose records that begin on one day",
        (
            ("sum", "are taken together"),
            ("last", "are a dose and its correction: the last in the file counts"),
            ("larger", "are one dose: the larger counts"),
        ),
        used_by=(DOSE, DOSE_CHANGES, DOSE_QUESTION, LANES, RATES, PATIENT, REPORT),
    ),
    PlanLine(
        "doses",
        "event_lag_days",
        "An event counts at the dose of",
        unit="days before",
        used_by=(RATES_BY_DOSE,),
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
        equations_words("FVC"),
        used_by=EVERYWHERE,
    ),
    PlanLine("derivation", "diffusion", "… DLCO by", equations_words("DLCO"), used_by=EVERYWHERE),
    PlanLine("derivation", "volumes", "… TLC by", equations_words("TLC"), used_by=EVERYWHERE),
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
