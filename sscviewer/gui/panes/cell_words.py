"""The words of tables of results in the user's language, on screen alone: what is copied or saved is English.

As `plots/screen/said.py` for figures, whose words tables use too. Names of the file are `Verbatim`.
"""

from functools import lru_cache

from sscviewer.model.sentence import Sentence
from sscviewer.plots.screen.said import WORDS, Speaker, Verbatim, is_english, sentence_said

CELLS = (
    "all",
    "all patients",
    "yes",
    "no",
    "none",
    "days",
    "n",
    "{1} ({2} to ∞)",
    "{1} [{2} to {3}]",
    "{1} of {2}: {3} % ({4} to {5})",
    "{1} (below {2})",
    "{1} in {2}",
    "completed on day {1} ({who})",
    "stopped on day {1}: adverse event ({who})",
    "stopped on day {1}: death ({who})",
    "stopped on day {1}: lack of efficacy ({who})",
    "stopped on day {1}: lost to follow-up ({who})",
    "stopped on day {1}: protocol violation ({who})",
    "stopped on day {1}: withdrawal by subject ({who})",
    "not reached",
    "not in the file",
    "no first stay was so long",
    "no, passed through",
    "Patient-days",
    "Days on drug",
    "Cumulative dose",
    "Average daily dose",
    "Average dose on dosing days",
    "Reductions",
    "Interruptions",
    "Increases after a reduction",
    "increase",
    "reduction",
    "interruption",
    "restart",
    "stop",
    "Slope per month",
    "Slope per year",
    "higher is better",
    "lower is better",
    "No lower than at baseline",
    "No higher than at baseline",
    "the result is not a number",
    "not a number",
    "no date",
    "no date and no visit",
    "no dose",
    "no start date",
    "Normal or near normal",
    "Temple’s corollary",
    "Total",
    "Progression, OMERACT",
    "Progression, RELIEF",
    "PPF 2022, physiology",
    "Each patient changes along a straight line; missing values lie on the patient's line.",
    "Who leaves earlier changes at another rate, which goes with the last visit along a straight line.",
    "Patients without a value at the visit would have changed like those who have one.",
    "As completers; changes are symmetrical about their centre, which need not be their mean.",
    "Nothing changes after a patient's last value; the interval is too narrow.",
    "Patients without a value at the visit have lost all change; the interval is too narrow.",
    "Mean ± SD",
    "Median",
    "Median [quartiles]",
    "Minimum to maximum",
    "Age, years",
    "Sex, n (%)",
    "Race, n (%)",
    "Ethnicity, n (%)",
    "Subset, n (%)",
    "Disease duration, years",
    "Female",
    "Male",
    "Missing",
    "Diffuse cutaneous",
    "Limited cutaneous",
    "Screened",
    "Screen failure",
    "Screen failures",
    "Enrolled",
    "Randomised",
    "Not randomised",
    "Treated",
    "Stopped",
    "Stopped early",
    "Completed",
    "Ongoing",
    "Analysed",
    "Safety",
    "Adverse event",
    "Lost to follow-up",
    "Death",
    "Withdrawal by subject",
    "Lack of efficacy",
    "Protocol violation",
    "Study terminated by sponsor",
    "Time on study, days",
    "Patient-years",
    "Change in {what}",
    "Trend, per unit of dose",
)
"""What cells of tables say besides the words of figures; shaped as those."""

KEPT = 4000
"""Cells whose words are kept."""

OF_AXES = frozenset({"{what}/day"})
"""Words of axes that in a cell are a unit of the file: "Tablets/day"."""

_speaker = Speaker((*(words for words in WORDS if words not in OF_AXES), *CELLS))


def cell_said(text: str) -> str:
    """Return a cell in the user's language, standing in as far as it does; a name of the file as it is."""
    if isinstance(text, Sentence):
        return sentence_said(text)
    return str(text) if isinstance(text, Verbatim) or is_english() else _said(text)


@lru_cache(KEPT)
def _said(text: str) -> str:
    words = text.lstrip()
    return text[: len(text) - len(words)] + _speaker.said(words)
