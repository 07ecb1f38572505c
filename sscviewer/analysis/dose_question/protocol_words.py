"""The planned trial as a paragraph for a protocol."""

from sscviewer.analysis.dose_question.next_trial import OUTER, POWER_WANTED, NextTrial, PlannedArm
from sscviewer.analysis.dose_question.trend_test import SHAPES
from sscviewer.analysis.dose_question.words import duration_words
from sscviewer.analysis.number_words import change_digits, join_words, name_words, plain, signed
from sscviewer.model.parameters import Parameter


def protocol_paragraph(plan: NextTrial, parameter: Parameter) -> str:
    """Return design, assumptions and numbers; every figure is of the plan."""
    s, unit = plan.settings, plan.unit
    doses = join_words([f"{dose:g}" if dose else "placebo (0)" for dose in s.doses])
    name, end = name_words(parameter), duration_words(s.duration_weeks)
    said = [
        f"A parallel-dose trial of {doses} {unit} a day, {len(s.doses)} arms of equal size, {end}, each dose "
        "reached by the steps of the first trial.",
        f"Dose-response of the change in {name} at {end} is tested by the largest of {len(SHAPES)} contrasts "
        f"({join_words(list(SHAPES))}; MCP-Mod, one-sided {100 * s.alpha:g} %), all patients as randomised.",
        "From the first trial are taken: the weekly risk of a dose-limiting event by dose and time, the "
        f"change in {name} by the exposure so far, and that {plain(100 * plan.stop_share, 0)} % of "
        f"dose-limiting events end treatment (after the others the next lower dose is taken); "
        f"{_lost(plan)} stop for other reasons.",
        f"Expected: {'; '.join(_arm(plan, arm, parameter) for arm in plan.arms)}.",
        _numbers(plan, parameter),
        f"All figures rest on {s.draws} sets of parameters drawn from the fits (seed {s.seed}), variances "
        "fixed at their estimates; values after stopping are taken as missing at random.",
    ]
    return " ".join(said)


def _lost(plan: NextTrial) -> str:
    return f"{plain(100 * (1 - (1 - plan.lost_per_week) ** 52), 0)} % a year"


def _arm(plan: NextTrial, arm: PlannedArm, parameter: Parameter) -> str:
    digits = change_digits(parameter)
    value, low, high = arm.change
    text = f"{arm.dose:g} {plan.unit}: {name_words(parameter)} {signed(value, digits)}"
    staying = plain(100 * arm.staying[0], 0)
    text += f" ({plain(low, digits)} to {plain(high, digits)}), {staying} % still measured"
    if not arm.dose:
        return text
    share, least, most = (plain(100 * one, 0) for one in arm.tolerates)
    return f"{text}, {share} % ({least} to {most}) without a dose-limiting event"


def _assurance(plan: NextTrial) -> str:
    at = next((row for row in plan.rows if row.per_arm == plan.for_power), plan.rows[-1])
    return (
        f"; over what they leave open its average, the assurance, is {plain(100 * at.assurance, 0)} % at "
        f"{at.per_arm} an arm (in the middle {plain(100 * (OUTER[1] - OUTER[0]), 0)} % of draws "
        f"{plain(100 * at.power_low, 0)} to {plain(100 * at.power_high, 0)} %)"
    )


def _numbers(plan: NextTrial, parameter: Parameter) -> str:
    s, last = plan.settings, plan.rows[-1]
    wanted = f"{plain(100 * POWER_WANTED, 0)} %"
    premise = "If the fitted models are exactly true"
    if s.difference is not None:
        digits = change_digits(parameter)
        premise = f"To find a difference of {plain(s.difference, digits)} between highest and lowest dose"
    if plan.for_power is None:
        reached = plain(100 * last.power, 0)
        power = f"{premise}, even {last.per_arm} patients an arm have a power of {reached} % only"
    else:
        power = f"{premise}, {plan.for_power} patients an arm give {wanted} power"
    if s.difference is None:
        power += _assurance(plan)
    if s.difference is None and not plan.improves:
        power += "; in the first trial the endpoint did not improve with dose"
    if plan.for_width is None:
        width = f"no number to {last.per_arm} an arm gives the tolerated share of every arm within "
    else:
        width = f"{plan.for_width} an arm give the tolerated share of every arm within about "
    points = f"± {plain(100 * s.half_width, 0)} points ({100 * plan.level:g} %)"
    return f"{power}. For tolerability {width}{points}."
