"""Rules that choose the data: which patients, arms, visits, readings, baseline, doses and time.

Each class is one part of `AnalysisPlan`; the defaults stand here and nowhere else.

**Source**: ICH E9, E9(R1); ADaMIG 1.1; CONSORT 2010.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

ArmBasis = Literal["randomised", "treated"]
SafetyMembers = Literal["treated", "randomised", "flag", "rule"]
EfficacyMembers = Literal["treated with a change", "randomised", "flag", "rule"]
Several = Literal["nearest", "mean", "last"]
Readings = Literal["mean", "first", "last"]
SLOPE = "slope"
"""What the plan compares of the primary endpoint in place of a visit."""
BaselineChoice = Literal["flag or last", "last before first dose", "mean before first dose", "first value"]
Multiplicity = Literal["none", "holm", "hochberg", "fixed sequence"]
Clock = Literal["first dose", "randomisation", "consent", "first visit"]
CLOCKS: tuple[Clock, ...] = tuple(one for one in get_args(Clock) if one != "first dose")
"""Starts of the clock other than the default."""
FollowUpEnd = Literal["last contact", "last visit", "planned end"]
SameDay = Literal["sum", "last", "larger"]
Strategy = Literal["treatment policy", "hypothetical", "while on treatment", "composite"]


@dataclass(frozen=True, slots=True)
class StudyRules:
    """What the protocol says of the whole trial.

    Attributes
    ----------
    title
        Of the trial, at the head of report, profiles and the board's pack; "" for the name of the file.
    cut_off
        Last day of data that counts; None for the last date in the data.
    duration_days
        Planned length of treatment, days; None for the last planned visit. Later visits are modelled and
        shown; what is told of an endpoint is told of this one or the last before it.
    dose_schedule
        Planned doses ("1: 100, 15: 200, until 364": from study day on, per day); "" when not known: no dose
        intensity is reported then.
    """

    title: str = ""
    cut_off: date | None = None
    duration_days: int | None = None
    dose_schedule: str = ""


@dataclass(frozen=True, slots=True)
class TimeRules:
    """From when to when time is counted.

    Attributes
    ----------
    clock
        Day 1 of study days, and the start of times to events: of planned visits and their windows too. What
        is of the drug (dose in force, exposure, the dose question) counts from the first dose always, and a
        baseline is a value up to the first dose. A patient without a date of it keeps the first dose.
    follow_up_end
        Until when patients without an event are counted, and events count: the last contact (recorded, else
        the last record); the last visit (a death counts though no visit follows it); or the planned end of
        treatment (`StudyRules.duration_days` from the first dose), where the last contact is later.
    death_days
        A death up to so many days after the last dose ended the treatment of who has no record of its end; a
        later one, in follow-up, did not; None: however late. 30 as events are treatment-emergent by default.
        It takes an unrelated death within a month for the end of a treatment that was over.
    """

    clock: Clock = "first dose"
    follow_up_end: FollowUpEnd = "last contact"
    death_days: float | None = 30.0


@dataclass(frozen=True, slots=True)
class ArmRules:
    """By which arm patients are counted.

    Attributes
    ----------
    efficacy
        For demographics, disposition and efficacy: as randomised (ARM, TRT01P) by ICH E9 5.2.
    safety
        For adverse events, laboratory and doses: as treated (ACTARM, TRT01A).
    reference
        The arm others are compared with; "" for placebo or control, else the first by name.
    """

    efficacy: ArmBasis = "randomised"
    safety: ArmBasis = "treated"
    reference: str = ""


@dataclass(frozen=True, slots=True)
class PopulationRules:
    """Who counts.

    Attributes
    ----------
    safety, efficacy
        "treated": at least one dose. "randomised": every patient with a planned arm, treated or not.
        "treated with a change": treated; each endpoint then counts those with a baseline and one later
        value, as the others do too: a change needs both. "flag": the file's own flag. "rule": the treated
        who meet a rule of one's own.
    safety_flag, efficacy_flag
        The column of the patients' sheet that says Y where the choice is "flag": PPROTFL for an analysis
        per protocol.
    safety_rule, efficacy_rule
        Conditions that must all hold where the choice is "rule": "AGE >= 18; baseline.FVCPP >= 45".
    """

    safety: SafetyMembers = "treated"
    efficacy: EfficacyMembers = "treated with a change"
    safety_flag: str = "SAFFL"
    efficacy_flag: str = "ITTFL"
    safety_rule: str = ""
    efficacy_rule: str = ""


@dataclass(frozen=True, slots=True)
class VisitRules:
    """Which visit a value belongs to.

    Attributes
    ----------
    windows
        Whether values are placed by their day in windows half-way between planned visits; otherwise by the
        name of their visit alone. Where the file gives analysis visits (ADaM, AVISIT) they stay: whoever
        made it had windows of their own.
    map_unplanned
        Whether early-termination and unscheduled values are placed in the window of their day; otherwise
        they are used by date only.
    margins
        Windows that the protocol gives: "Week 4: 3, Month 6: -14 +28", days before and after the planned day.
        They end half-way to the next visit at the latest, so that no value has two. A value outside is of no
        visit, whatever the file calls it, and is used by its date. Visits that are not named keep the whole.
    several
        Of several days in a window the one nearest the planned day, their mean, or the last.
    fewest_patients, fewest_percent
        A visit with values of fewer patients, or of fewer than so many per cent of those who have a value
        of the endpoint at baseline, is in no model and is named. 3 and 10 are ours: they keep one stray
        value from a headline and from the covariance; in a trial with only two patients left they lose a
        visit that a protocol may want.
    """

    windows: bool = True
    map_unplanned: bool = True
    margins: str = ""
    several: Several = "nearest"
    fewest_patients: int = 3
    fewest_percent: float = 10.0


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What several readings of one day, told apart by nothing, stand for; baseline and later alike."""

    several: Readings = "mean"


@dataclass(frozen=True, slots=True)
class BaselineRules:
    """Which value is the baseline.

    Attributes
    ----------
    choice
        "flag or last": the value the file flags, else that of the visit the file calls baseline (which may be
        some days after the first dose), else the last day with a value on or before day 1.
        "first value": the first of the patient's values, for files that begin after day 1.
    """

    choice: BaselineChoice = "flag or last"


@dataclass(frozen=True, slots=True)
class EndpointRules:
    """Which endpoint leads, and how the others follow.

    Attributes
    ----------
    primary
        PARAMCD; "" when the plan names none: the words then say so and give intervals first.
    visit
        The visit of the primary comparison ("Month 12"); "" for the last that is modelled; "slope" for the
        change over the whole time.
    secondary
        PARAMCDs in order.
    multiplicity
        How P values of secondary endpoints are adjusted, after the primary one; "none": they have none.
    """

    primary: str = ""
    visit: str = ""
    secondary: tuple[str, ...] = ()
    multiplicity: Multiplicity = "none"


@dataclass(frozen=True, slots=True)
class AfterStopRules:
    """What values after an intercurrent event mean, per kind of event (ICH E9(R1) A.3.2, strategies).

    Attributes
    ----------
    adverse_event, other
        Stopping for an adverse event, or for another reason: values after the last dose. "treatment policy":
        they count like any other. "hypothetical": they are left out, and the models take them to be as they
        would have been on treatment (missing at random). "while on treatment": the last value before stands
        at every later visit that was due; slopes are of the values before alone. "composite": they are left
        out of changes, and from then on the patient counts as without response and as having progressed.
    death
        The same of death, after which nothing is measured: under treatment policy it is missing like the
        rest, so that hypothetical differs from it in words alone.
    rescue
        The same of rescue treatment, from the day it began.
    rescue_names
        What rescue treatment is called in the list of medications ("mycophenolate"), by its standard name
        where it has one: a part of the name will do. None named, none is known: no file says of a
        medication that it is rescue.
    """

    adverse_event: Strategy = "treatment policy"
    other: Strategy = "treatment policy"
    death: Strategy = "treatment policy"
    rescue: Strategy = "treatment policy"
    rescue_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MissingRules:
    """How the sensitivity table treats what is missing.

    Attributes
    ----------
    imputations, seed
        Of multiple imputation.
    delta
        Shift of imputed values in the endpoint's unit, worse direction; None for the tipping point alone.
        In a trial with arms it is that of every arm but the reference.
    delta_reference
        Shift of imputed values of the reference arm; None for none.
    """

    imputations: int = 1000
    seed: int = 1
    delta: float | None = None
    delta_reference: float | None = None


@dataclass(frozen=True, slots=True)
class DoseRules:
    """What a dose log means.

    Attributes
    ----------
    gap_is_zero
        Whether days between two records without one are days without drug; otherwise they are not known, but
        between the single days on which a drug is given the dose before is in force.
    same_day
        What two records of the drug that begin on one day are together: "sum", a morning and an evening dose;
        "last", a correction of the first, further down in the file; "larger", the same dose written twice.
        Exact duplicates count once before.
    event_lag_days
        An event counts at the dose of so many days before it began: with 0 a pause collects the event that
        caused it.
    """

    gap_is_zero: bool = False
    same_day: SameDay = "sum"
    event_lag_days: int = 1
