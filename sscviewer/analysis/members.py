"""Who belongs to a population by the plan: the treated, the randomised, the flagged, or by an own rule."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.own_population import RuleError, own_population
from sscviewer.analysis.plan.rules import EfficacyMembers, SafetyMembers
from sscviewer.bundled import read_toml
from sscviewer.model.arrays import Bools
from sscviewer.model.plain_text import capital, texts_of
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.model.treatments import is_arm

TREATED_WORDS = say("patients with at least one dose")
NO_DOSE_WORDS = say("all patients of the file, as it does not say who was treated")
RANDOMISED_WORDS = say("all patients randomised, treated or not")
HEADINGS = {
    TREATED_WORDS: say("Treated patients"),
    NO_DOSE_WORDS: say("Patients of the file"),
    RANDOMISED_WORDS: say("Randomised patients"),
}


@dataclass(frozen=True, slots=True)
class Counting:
    """By what a population is counted: the choice of the plan, the column of a flag, the own rule."""

    members: SafetyMembers | EfficacyMembers = "treated"
    flag: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Members:
    """Who is counted.

    Attributes
    ----------
    counted : (n,) bool, one per patient of `study.usubjids`
    words : who they are, to stand in a sentence: "patients with at least one dose"
    note : where the file lacks what the plan asks for, the sentence that says what was done instead; else ""
    """

    counted: Bools
    words: str
    note: str = ""

    @property
    def heading(self) -> str:
        """Who they are in two or three words, to stand above or below numbers: "Treated patients"."""
        return HEADINGS.get(self.words) or capital(self.words)

    @property
    def is_treated(self) -> bool:
        """Whether it is the treated, chosen by the plan or for want of what it asks for."""
        return self.words in (TREATED_WORDS, NO_DOSE_WORDS)


def members_of(study: Study, counting: Counting) -> Members:
    """Return who is counted; the treated where the file lacks what the plan asks for, which the note says."""
    treated = _treated(study)
    if counting.members == "flag":
        return _flagged(study, counting.flag, treated)
    if counting.members == "rule":
        return _by_rule(study, counting.rule, treated)
    if counting.members == "randomised":
        chosen = randomised(study)
        if chosen.any():
            return Members(chosen, RANDOMISED_WORDS)
        note = say("The file does not say who was randomised: counted were {words}.", words=treated.words)
        return Members(treated.counted, treated.words, note)
    return treated


def _treated(study: Study) -> Members:
    """Return who has a date of first dose; everybody in a file that records doses of nobody.

    The loader takes the date from the dose log where the patient's own sheet has none.
    """
    dosed = ~np.isnat(study.column("subjects", "TRTSDT"))
    if dosed.any():
        return Members(dosed, TREATED_WORDS)
    return Members(np.ones_like(dosed), NO_DOSE_WORDS)


def randomised(study: Study) -> Bools:
    """Return (n,) who was randomised: by the file's flag RANDFL, else who has an arm as planned."""
    said = study.column("subjects", "RANDFL")
    if np.any(said != ""):
        return _is_yes(said)
    planned = study.column("subjects", "TRT01P")
    return np.array([is_arm(str(name)) for name in planned], dtype=np.bool_)


def _by_rule(study: Study, rule: str, treated: Members) -> Members:
    """Return the treated who meet the own rule; all treated, with a note, where it cannot be followed."""
    try:
        chosen = own_population(study, rule) & treated.counted
    except RuleError as error:
        return Members(
            treated.counted,
            treated.words,
            say("Own rule: {error}; counted were {words}.", error=error, words=treated.words),
        )
    return Members(
        chosen, say("{words} who meet the plan’s rule ({rule})", words=treated.words, rule=rule.strip())
    )


def _flagged(study: Study, flag: str, treated: Members) -> Members:
    name = flag.strip().upper().replace(" ", "_")
    frame = study.frame("subjects")
    said = np.array(texts_of(frame[name]) if name in frame else [], dtype=object)
    if not np.any(said != ""):
        note = say(
            "The file has no column {what}: counted were {words}.",
            what=name or say("of that flag"),
            words=treated.words,
        )
        return Members(treated.counted, treated.words, note)
    yes = _is_yes(said)
    no = np.isin(_plain(said), [*read_toml("values")["yes_no"]["N"], ""])
    unclear = int((~yes & ~no).sum())
    note = (
        say(
            "{name} is neither yes nor no in {unclear} of {n} patients, who are not counted.",
            name=name,
            unclear=unclear,
            n=len(said),
        )
        if unclear
        else ""
    )
    return Members(yes, say("patients whom the file flags ({name})", name=name), note)


def _is_yes(said: npt.NDArray[np.object_]) -> Bools:
    yes: Bools = np.isin(_plain(said), read_toml("values")["yes_no"]["Y"])
    return yes


def _plain(said: npt.NDArray[np.object_]) -> list[str]:
    return [str(text).strip().casefold() for text in said]
