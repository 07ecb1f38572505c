"""Lines of the plan about the trial, who counts, visits, readings, endpoints and models."""

from sscviewer.analysis.plan.choices import (
    ARM_CHANGES,
    ARM_TIMES,
    ARMS,
    BASES,
    CHANGE,
    COUNTS,
    DOSE,
    DOSE_QUESTION,
    EFFICACY_MEMBERS,
    EVERYWHERE,
    FOREST,
    MODELS,
    PATIENT,
    REPORT,
    RESPONDERS,
    SAFETY_MEMBERS,
    SENSITIVITY,
    STRATEGIES,
    THRESHOLDS,
    WORDS,
)
from sscviewer.analysis.plan.line import PlanLine
from sscviewer.analysis.plan.models import COVARIANCE_WORDS, COVARIATE_WORDS, DF_WORDS

LEADING = ("Efficacy: one arm", *ARM_CHANGES, *ARM_TIMES, WORDS, REPORT)
SECONDARY = (*ARM_CHANGES, WORDS, REPORT)

TRIAL_LINES: tuple[PlanLine, ...] = (
    PlanLine("study", "title", "Title of the trial", none="the name of the file", used_by=(REPORT,)),
    PlanLine(
        "study",
        "cut_off",
        "Last day of data: what is later does not count, visits planned later are not yet due",
        none="the last date in the data",
        used_by=EVERYWHERE,
    ),
    PlanLine(
        "study",
        "duration_days",
        "Planned treatment",
        unit="days",
        none="to the last planned visit",
        used_by=(*MODELS, DOSE_QUESTION),
    ),
    PlanLine(
        "study",
        "dose_schedule",
        "Planned doses per day, from study day on (1: 100, 15: 200, until 364)",
        none="not known, so no dose intensity",
        used_by=(PATIENT, DOSE, DOSE_QUESTION, REPORT),
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
    PlanLine("populations", "safety", "Counted for safety", SAFETY_MEMBERS, used_by=(*COUNTS, DOSE)),
    PlanLine(
        "populations", "efficacy", "Counted for efficacy", EFFICACY_MEMBERS, used_by=(*MODELS, RESPONDERS)
    ),
    PlanLine("populations", "safety_flag", "Column of the safety flag", used_by=(*COUNTS, DOSE)),
    PlanLine("populations", "efficacy_flag", "Column of the efficacy flag", used_by=(*MODELS, RESPONDERS)),
    PlanLine("populations", "safety_rule", "Own rule for safety", none="none", used_by=(*COUNTS, DOSE)),
    PlanLine(
        "populations", "efficacy_rule", "Own rule for efficacy", none="none", used_by=(*MODELS, RESPONDERS)
    ),
    PlanLine(
        "visits",
        "windows",
        "Values belong to a visit",
        ((True, "by their day, half-way between"), (False, "by the name of the visit alone")),
        used_by=EVERYWHERE,
    ),
    PlanLine(
        "visits",
        "map_unplanned",
        "Early-termination and unscheduled values",
        ((True, "count for the visit of their day"), (False, "are used by their date only")),
        used_by=EVERYWHERE,
    ),
    PlanLine(
        "visits",
        "several",
        "Of several days in one visit",
        (("nearest", "the nearest to the planned day"), ("mean", "their mean"), ("last", "the last")),
        used_by=EVERYWHERE,
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
        used_by=EVERYWHERE,
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
        used_by=EVERYWHERE,
    ),
    PlanLine("endpoints", "primary", "Primary endpoint", none="none named", used_by=LEADING),
    PlanLine("endpoints", "visit", "… compared at", none="the last visit that is modelled", used_by=LEADING),
    PlanLine("endpoints", "secondary", "Secondary endpoints, in order", none="none named", used_by=SECONDARY),
    PlanLine(
        "endpoints",
        "multiplicity",
        "P values of secondary endpoints",
        (
            ("none", "not given"),
            ("holm", "adjusted by Holm"),
            ("hochberg", "adjusted by Hochberg"),
            ("fixed sequence", "in a fixed sequence"),
        ),
        used_by=SECONDARY,
    ),
    PlanLine(
        "after_stop",
        "adverse_event",
        "Values after stopping for an adverse event",
        STRATEGIES,
        used_by=EVERYWHERE,
    ),
    PlanLine(
        "after_stop", "other", "Values after stopping for another reason", STRATEGIES, used_by=EVERYWHERE
    ),
    PlanLine("after_stop", "death", "Values missing after death", STRATEGIES, used_by=EVERYWHERE),
    PlanLine("after_stop", "rescue", "Values after rescue treatment", STRATEGIES, used_by=EVERYWHERE),
    PlanLine(
        "after_stop",
        "rescue_names",
        "Rescue treatment is called, in the list of medications",
        none="nothing, so nobody’s is known",
        used_by=EVERYWHERE,
    ),
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
        used_by=(*MODELS, *ARM_CHANGES),
    ),
    PlanLine(
        "model",
        "baseline_by_visit",
        "The baseline value, if adjusted for, has",
        ((False, "the same effect at every visit"), (True, "an effect of its own at each visit")),
        used_by=MODELS,
    ),
    PlanLine(
        "model",
        "covariance_by_arm",
        "The covariance between visits is",
        ((False, "common to the arms"), (True, "each arm’s own")),
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
    PlanLine(
        "model", "level", "Confidence level of models", share=True, used_by=(*MODELS, RESPONDERS, THRESHOLDS)
    ),
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
        "missing",
        "delta_reference",
        "Imputed values of the reference arm shifted by, in the endpoint's unit",
        none="nothing",
        used_by=(SENSITIVITY, REPORT),
    ),
)
