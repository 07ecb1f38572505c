"""Numbers in sentences: how many digits, which sign, and a P only beside its estimate and interval.

Rules: means and standard deviations have the digits of their parameter, one at least and two at most;
modelled changes one more, three at most. P is "< 0.001", has three decimals below 0.01 and near 0.05, as many
more as show on which side of 0.05 it lies, and two otherwise.
"""

import math
from collections.abc import Sequence

from sscviewer.analysis.estimate import Estimate
from sscviewer.model.counted import counted
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.parameters import BY_CODE, Parameter
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say

MINUS = "−"
MOST_MEAN_DIGITS, MOST_CHANGE_DIGITS = 2, 3
SMALLEST_P, LARGEST_P = 0.001, 0.99
"""P outside is printed "< 0.001" or "> 0.99", as medical journals ask (ICMJE, NEJM)."""
SMALL_P, NEAR_THE_LIMIT = 0.01, (0.045, 0.055)
"""Below the first, and between the others, P has three decimals: two would print 0.049 and 0.051 alike."""
MOST_P_DIGITS = 8
"""Decimals tried so that a rounded P lies on its own side of the limit; past them it is printed as it is."""
SIGNIFICANT = 0.05
"""What is said to be shown has a two-sided P below this, whatever level the plan gives to intervals: a trial
that plans with one-sided 2.5 % asks the same. With another plan of errors read P and interval, not the
verb."""
WHOLE_MONTHS = 0.05
"""So near a whole number the months are told as whole."""
SHORTEST_IN_MONTHS, SHORTEST_IN_DAYS, HOURS_PER_DAY = 1 - WHOLE_MONTHS, 1.5, 24
"""Shorter than a month is told in days, and up to a day and a half in hours: levels of a drug over a day
would else have changed "over 0 months"."""
MANY = 200
"""From so many patients on a percentage has a decimal."""


def plain(value: float, digits: int) -> str:
    """Return "3.9" or "−3.9"; a value that rounds to zero has no sign."""
    text = rounded(value, digits)
    if float(text) == 0:
        text = text.lstrip("-")
    return text.replace("-", MINUS)


def signed(value: float, digits: int) -> str:
    """Return "+1.74" or "−3.9"."""
    text = plain(value, digits)
    return text if text.startswith(MINUS) or float(text) == 0 else f"+{text}"


def signed_short(value: float) -> str:
    """Return "+1.5" or "−3" with no more digits than the number has, six at most; no change has no sign."""
    return f"{value:+g}".replace("-", MINUS) if value else "0"


def p_words(p_value: float, name: str = "P") -> str:
    """Return "P < 0.001", "P = 0.004", "P = 0.0496" or "P = 0.32"; the one way a P is written."""
    number = p_number(p_value)
    if not number:
        return "no P value"
    return f"{name} {number}" if number[0] in "<>" else f"{name} = {number}"


def p_number(p_value: float) -> str:
    """Return the P of a column: "< 0.001", "0.004", "0.0496" or "0.32"; "" where there is none."""
    if not math.isfinite(p_value):
        return ""
    if p_value < SMALLEST_P:
        return "< 0.001"
    if p_value > LARGEST_P:
        return "> 0.99"
    digits = 3 if p_value < SMALL_P or NEAR_THE_LIMIT[0] <= p_value < NEAR_THE_LIMIT[1] else 2
    # never "0.05" or "0.050": as many digits as show on which side of the limit it lies
    while float(f"{p_value:.{digits}f}") == SIGNIFICANT and digits < MOST_P_DIGITS:
        digits += 1
    return f"{p_value:.{digits}f}"


def mean_digits(parameter: Parameter) -> int:
    """Return the decimals of a mean."""
    return min(max(parameter.digits, 1), MOST_MEAN_DIGITS)


def change_digits(parameter: Parameter) -> int:
    """Return the decimals of a modelled change."""
    return min(parameter.digits + 1, MOST_CHANGE_DIGITS)


def unit_words(parameter: Parameter) -> str:
    """Return "% predicted", "L", or "units" for a score such as 0-51; "" without a unit."""
    return "units" if parameter.is_scale else parameter.unit


def name_words(parameter: Parameter) -> str:
    """Return the parameter's name as it stands within a sentence: "FVC", "systolic BP".

    A name of the file stays as the file writes it: "Raynaud VAS", "Hb".
    """
    short, known = parameter.short, BY_CODE.get(parameter.paramcd)
    is_noun = known is not None and known.short == short and short[1:2].islower()
    return short[:1].lower() + short[1:] if is_noun else short


def name_with_unit(parameter: Parameter) -> str:
    """Return "FVC (% predicted)", "MRSS (units)", "pH"."""
    unit = unit_words(parameter)
    return f"{name_words(parameter)} ({unit})" if unit else name_words(parameter)


def with_unit(number: str, parameter: Parameter) -> str:
    """Return "3.9 units"."""
    return f"{number} {unit_words(parameter)}".rstrip()


def interval_words(value: Estimate, digits: int, p_name: str = "P") -> str:
    """Return "95 % CI −5.3 to −2.5; P < 0.001"; what there is none of is said."""
    if not (math.isfinite(value.lower) and math.isfinite(value.upper)):
        return "no interval can be given"
    limits = f"{plain(value.lower, digits)} to {plain(value.upper, digits)}"
    p_value = f"; {p_words(value.p_value, p_name)}" if math.isfinite(value.p_value) else ""
    return f"{100 * value.level:g} % CI {limits}{p_value}"


def with_limits(estimate: float, lower: float, upper: float, digits: int) -> str:
    """Return "+1.74 (−0.50 to 4.00)", or "+1.74 (no interval)"."""
    number = signed(estimate, digits)
    if not math.isfinite(lower):
        return say("{number} (no interval)", number=number)
    lower_limit, upper_limit = plain(lower, digits), plain(upper, digits)
    return say("{number} ({lower} to {upper})", number=number, lower=lower_limit, upper=upper_limit)


def is_significant(value: Estimate) -> bool:
    """Return whether P is below the usual limit; there is nothing between yes and no."""
    return value.p_value < SIGNIFICANT


def share(n: int, of: int) -> str:
    """Return "13 of 20 (65 %)"."""
    return say("{n} of {of} ({share})", n=n, of=of, share=percent(100 * n / of if of else math.nan, of))


def percent(value: float, of: int) -> str:
    """Return "65 %", with a decimal where there are many patients."""
    return f"{rounded(value, 1 if of >= MANY else 0)} %"


def dose_words(value: float) -> str:
    """Return a dose with three digits: "445", "62.5", "3.25"."""
    return f"{value:.{max(0, 2 - math.floor(math.log10(value)))}f}" if value > 0 else "0"


def period_words(months: float) -> str:
    """Return "12 months", of 52 weeks too, "5.5 months" of 24 weeks, "9 days" or "7.5 hours"."""
    days = months * DAYS_PER_MONTH
    if days < SHORTEST_IN_DAYS:
        hours = round(days * HOURS_PER_DAY, 1)
        return counted(round(hours), "hour") if hours == round(hours) else say("{n} hours", n=plain(hours, 1))
    if months < SHORTEST_IN_MONTHS:
        return counted(round(days), "day")
    whole = abs(months - round(months)) <= WHOLE_MONTHS
    return counted(round(months), "month") if whole else say("{n} months", n=plain(months, 1))


def join_words(words: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    if len(words) < 2:
        return joined(words)
    return say("{words} and {last}", words=joined(words[:-1], ", "), last=words[-1])
