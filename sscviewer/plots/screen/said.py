"""The words of figures in the user's language, on screen alone: what is saved stays English.

Figures are drawn of English texts. Those that `WORDS` knows are translated as they are drawn, their numbers
written in the way of the language. Names of the file (terms, arms, patients) are data and never translated,
whatever they say: who draws one makes it `Verbatim`.
"""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from sscviewer.model.sentence import Sentence

CONTEXT = "sscviewer"
NO_BREAK = "\N{NO-BREAK SPACE}"
NUMBER = r"(?<![\w.-])[+\-−]?\d+(?:[.,:\u202f]\d+)*(?![\w-])"

WORDS = (
    "% predicted",
    "{what}, % predicted",
    "mg/day",
    "{what}/day",
    "Visits",
    "Grade",
    "Grade {1}",
    "baseline {1}",
    "grey: {1} patients",
    "grey: planned",
    "– – cohort model, {1} % CI",
    "– – cohort model",
    "···· own fitted line",
    "completed",
    "ongoing",
    "fatal",
    "end not recorded",
    "stopped",
    "died",
    "lost to follow-up",
    "last contact",
    "partial date",
    "related",
    "serious",
    "start not recorded",
    "No adverse events recorded",
    "no dated visits",
    "This workbook has no dose sheet.",
    "This workbook has no adverse-event sheet.",
    "This workbook has no sheet of measurements.",
    "Months since baseline",
    "Adverse events",
    "Measurements",
    "Dose",
    "stopped: adverse event",
    "stopped: death",
    "stopped: lost to follow-up",
    "stopped: withdrawal by subject",
    "stopped: lack of efficacy",
    "Months since first dose",
    "Days since first dose",
    "observed mean, all patients",
    "observed mean",
    "observed mean, completed",
    "observed mean, stopped",
    "observed mean, ongoing",
    "observed mean, end not recorded",
    "observed mean, {who}",
    "All patients",
    "× last value of a patient who stopped",
    "╌ model slope, {1} % band",
    "□ model at visits, {1} % CI",
    "Dose, {what}/day",
    "Dose, mg a day",
    "Dose in force, {unit} a day",
    "dose-limiting",
    "other",
    "Changes of dose",
    "tied to an adverse event",
    "another reason in the log",
    "no reason in the log",
    "HAQ-DI, no aids",
    "HAQ-DI, no aids, 0-3",
    "{1} to {2}",
    "{1} ({2} to {3})",
    "{1} % ({2} to {3})",
    "completed on day {1}",
    "stopped on day {1}",
    "died on day {1}",
    "ongoing on day {1}",
    "▨ no dose",
    "● adverse event, grade ≥ {1} (its grade; bold edge: serious)",
    "{what}; months since first dose; line: day of the stop",
    "Change in {what}, % predicted",
    "Any adverse event",
    "Patients (%)",
    "Patients, %",
    "Patients, % ({1} % CI)",
    "Events",
    "First of a patient",
    "Further",
    "Events per {1} patient-years ({2} % CI)",
    "Rate per {1}",
    "patient-years",
    "Risk difference, points ({1} % CI)",
    "Test, too low ↓ or too high ↑",
    "Grade at baseline; worst after",
    "Mean",
    "Mean change, {what} ({1} % CI)",
    "Peak ALT or AST, × upper limit",
    "Peak bilirubin, × upper limit",
    "n = {1} ({2} %): Cholestasis or hyperbilirubinaemia",
    "n = {1} ({2} %): Hy’s law range",
    "n = {1} ({2} %): Temple’s corollary",
    "n = {1} ({2} %): Normal or near normal",
    "At risk",
    "Patients on drug, %",
    "Without a dose-limiting event, %",
    "Change in {1} months ({what}, higher is better)",
    "Change in {1} months, {what} ({2} %)",
    "Change ({1} %)",
    "both thresholds met",
    "met",
    "not met",
    "not decided",
    "by the exposure so far",
    "within patients",
    "first events only",
    "without time",
    "dose-limiting event",
    "kept for {1} weeks",
    "nothing failed",
    "No dose-limiting event in {1} months, %",
    "Person-weeks, weeks with an event",
    "{1} in {2} weeks",
    "Events a year at the dose ({1} %)",
    "Events in",
    "person-weeks",
    "Estimate ({1} % CI)",
    "({1} % CI)",
    "{1} % CI",
    "SD ({1} % CI)",
    "{1} % interval",
    "Mean change from baseline in {what} ({1} % CI)",
    "Mean change from baseline in {what}, % predicted",
    "Mean change in {what} at Month {1} ({2} % CI)",
    "Month {1}",
    "Week {1}",
    "Baseline",
    "Month {1} (n = {2})",
    "Week {1} (n = {2})",
    "{what} (Month {1})",
    "{what}, Month {1}",
    "{what} (Week {1})",
    "{what}, Week {1}",
    "Change at the last visit, in standard deviations of the baseline ({1} % CI)",
    "Patients without it, %",
    "Visit",
    "better",
    "worse",
    "stable",
    "no value",
    "Fitted mean",
    "Scaled residual",
    "Multiple imputation",
    "With shrinkage",
    "own values alone",
    "with shrinkage, and its interval",
    "Without earlier knowledge",
    "{1} of {2}",
    "n of N",
    "FVC better (MCID)",
    "FVC worse (MCID)",
    "FVC lower, relative",
    "HAQ-DI better",
    "HAQ-DI worse",
    "INBUILD, FVC part",
    "Skin score better",
    "Skin score worse",
    "Unclassifiable ILD, FVC",
    "Completers, Wilcoxon",
    "Completers, paired t",
    "Last value carried forward",
    "MMRM, missing changes shifted",
    "Random slope",
    "Random slope by last visit",
    "Return to baseline",
    "Slope of {what} a year",
    "Change from baseline in {what} (higher is better)",
    "Change from baseline in {what} (lower is better)",
    "Patients with such a change or a better one, %",
    "Study day",
    "Window",
    "day {1} to {2}; {3} patients",
    "Adverse event (n = {1})",
    "Analysed (n = {1})",
    "Change in {what} (n = {1})",
    "Completed (n = {1})",
    "End not recorded",
    "End not recorded (n = {1})",
    "Enrolled (n = {1})",
    "Randomised (n = {1})",
    "Lost to follow-up (n = {1})",
    "Withdrawal by subject (n = {1})",
    "Death (n = {1})",
    "Ongoing (n = {1})",
    "Safety (n = {1})",
    "Stopped (n = {1})",
    "Treated (n = {1})",
    "All counts agree with their totals.",
    "Choose doses and duration, then Plan: power and widths come from the models of this trial.",
    "No patient counted has ALT and alkaline phosphatase at one visit, with upper limits of normal.",
    "{what}: {who} minus {whom}",
    "stopped before day 1",
    "stopped before day 1: adverse event",
    "stopped before day 1: death",
    "stopped before day 1: lack of efficacy",
    "stopped before day 1: lost to follow-up",
    "stopped before day 1: protocol violation",
    "stopped before day 1: study terminated by sponsor",
    "stopped before day 1: withdrawal by subject",
    "stopped on day {1}: adverse event",
    "stopped on day {1}: death",
    "stopped on day {1}: lack of efficacy",
    "stopped on day {1}: lost to follow-up",
    "stopped on day {1}: protocol violation",
    "stopped on day {1}: study terminated by sponsor",
    "stopped on day {1}: withdrawal by subject",
    "● adverse event, {what} (its severity; bold edge: serious)",
    "mild or worse",
    "moderate or worse",
    "severe or worse",
    "Change in {what}, {unit}",
    "Adjusted mean change",
    "{who} less the reference",
    "Difference from {who} in mean change in {what} at Month {1} ({2} % CI)",
    "Difference from {who} in mean change in {what} at Week {1} ({2} % CI)",
    "Mean change in {what} at Week {1} ({2} % CI)",
    "With shrinkage ({1} % CI)",
    "Age",
    "Sex",
    "Race",
    "Baseline value",
    "All patients (n = {1} and {2})",
    "{who} (n = {1} and {2})",
    "Difference in the change of {what}, {who} less {whom}",
    "P of interaction {1}",
    "no interaction test",
    "not estimable",
    "Difference in standard deviations of the baseline",
    "P (adjusted)",
    "Change from baseline in {what}",
    "Patients with such a change or a lower one, %",
    "Shift of the missing changes of {who}, {unit}",
    "Shift of those of {who}, {unit}",
    "interval below zero",
    "interval holds zero",
    "interval above zero",
    "Not randomised (n = {1})",
    "Lack of efficacy (n = {1})",
    "Protocol violation (n = {1})",
    "Randomised to {who} (n = {1})",
    "Safety, there by the arm taken (n = {1})",
    "Screen failure (n = {1})",
    "Screened (n = {1})",
    "Study terminated by sponsor (n = {1})",
    "Took {who} (n = {1})",
    "Which events were dose-limiting is not known.",
    "No weeks at a dose to count events in.",
    "No patient of these arms had anything that could be compared.",
)
"""What figures say: its numbers are {1}, {2} …, {what} is looked up on its own ("FVC, % predicted"),
other names ({who}) are the file's."""


_NUMBER_ALONE = re.compile(r"[+\-−]?\d+(?:\.\d+)?(?: ?%)?")
"""What an axis has at its ticks; a date or a code has more in it."""


class Verbatim(str):
    """A text that is written as it stands: of the file, or in the user's language already."""

    __slots__ = ()


class Speaker:
    """Says texts of some shapes in the user's language."""

    def __init__(self, words: Sequence[str]) -> None:
        self._known = frozenset(source for source in words if not _NAMED.search(source))
        named = [source for source in words if source not in self._known]
        self._open = tuple((source, _shape(source)) for source in sorted(named, key=len, reverse=True))

    def said(self, text: str) -> str:
        """Return a text in the user's language, or as it is where it has none of the shapes."""
        text = text.replace(NO_BREAK, " ") if NO_BREAK in text else text
        numbers: list[str] = []

        def field(match: re.Match[str]) -> str:
            numbers.append(match.group())
            return f"{{{len(numbers)}}}"

        pattern = re.sub(NUMBER, field, text)
        if pattern in self._known:
            return _filled(_translated(pattern), {str(i): number for i, number in enumerate(numbers, 1)})
        for source, shape in self._open:
            if found := shape.fullmatch(text):
                parts = {re.sub(r"^n(?=\d)", "", name): part for name, part in found.groupdict().items()}
                if "what" in parts:
                    parts["what"] = self.said(parts["what"])
                return _filled(_translated(source), parts)
        return text


def is_english() -> bool:
    """Return whether texts are shown as they are drawn."""
    return _translated(WORDS[0]) == WORDS[0]


def for_screen() -> Callable[[str], str]:
    """Return what gives a text of a figure as it is shown; in English that is the text."""
    return str if is_english() else said


def _translated(source: str) -> str:
    return QCoreApplication.translate(CONTEXT, source)


def _filled(words: str, parts: dict[str, str]) -> str:
    def part(match: re.Match[str]) -> str:
        name = match.group(1)
        return number_said(parts[name]) if name.isdigit() else parts[name]

    return re.sub(r"\{(\w+)\}", part, words)


def _shape(source: str) -> re.Pattern[str]:
    def part(match: re.Match[str]) -> str:
        name = match.group(1)
        return f"(?P<n{name}>{NUMBER})" if name.isdigit() else f"(?P<{name}>.+)"

    return re.compile(re.sub(r"\\\{(\w+)\\\}", part, re.escape(source)))


_NAMED = re.compile(r"\{[a-z]+\}")
_FIGURES = Speaker(WORDS)


def said(text: str) -> str:
    """Return a text of a figure in the user's language, or as it is where figures do not know it.

    A number alone is taken for one of an axis; names of patients are `Verbatim`. In a table it may be a name
    ("101.02"), so that cells know nothing of this.
    """
    if isinstance(text, Sentence):
        return sentence_said(text)
    return number_said(text) if _NUMBER_ALONE.fullmatch(text) else _FIGURES.said(text)


def sentence_said(sentence: Sentence) -> str:
    """Return a sentence of whatever layer in the user's language, its numbers as that writes them."""
    return str(sentence) if is_english() else sentence.told(_translated, number_said)


def number_said(text: str) -> str:
    """Return a number that was written with a point as the user's language writes it."""
    if is_english():
        return text
    point = QLocale().decimalPoint()
    return re.sub(r"(?<=\d)\.(?=\d)", point, text)
