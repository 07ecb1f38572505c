"""Which drugs of a dose log are the trial's: background treatment on the same log is medication."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

from sscviewer.model.arrays import Bools
from sscviewer.model.dates import last_possible
from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.model.treatments import is_placebo
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.vocabulary import standard, value_words
from sscviewer.workbook.values.words import words

QUESTION, ALL_OF_THEM = "study_drug", "all of them"

BEFORE_DAYS = 7
"""A drug that most patients had longer than this before day 1 is not the one the trial began (ours)."""
_SHORTEST = 4
"""Letters of one word of a drug's name that can stand for it in an arm, a sheet or a file; a shorter name
("MMF", "AB-101") does as a whole."""
_FIRST_DAY, _LAST_DAY = pd.Timestamp("1800-01-01"), pd.Timestamp("2200-01-01")
"""Before and after all dates of trials: ends of a period that is open."""
_LETTERS, _TOKENS = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W_]+")
_LONGEST = 4
"""So many words beside one another at most are looked at as one name."""
_EXAMPLES = 3
_COLUMNS = {
    "EXTRT": "CMTRT",
    "EXDOSE": "CMDOSE",
    "EXDOSU": "CMDOSU",
    "EXDOSFRQ": "CMDOSFRQ",
    "AEENRTPT": "CMENRTPT",
}
_KEPT = ("USUBJID", "SRCREF", "ROW", "ASTDT", "ASTDTF", "AENDT", "AENDTF", "ASTDY", "AENDY")


@dataclass(frozen=True, slots=True)
class LogAsked:
    """What may be asked and was said about the dose log.

    Attributes
    ----------
    sheet, column, heading
        Of the names of the drugs.
    said
        The answer, "" for none.
    names
        Texts that may name the trial's drug: of arms, sheet and file.
    is_standard
        Whether the log is SDTM's or ADaM's, which holds what the protocol gives and nothing else.
    """

    sheet: str
    column: str
    heading: str
    said: str
    names: tuple[str, ...]
    is_standard: bool


def settle_study_drug(
    tables: Mapping[str, pd.DataFrame], log: LogAsked | None, findings: Findings
) -> dict[str, pd.DataFrame]:
    """Return the tables with background drugs of the dose log among the medications; ask where it is unclear.

    A drug is background when the user or a column of the log says so; when most of its patients have it on
    the list of medications at the same time; when most had it before day 1; when arms, sheet or file name
    another drug of the log and every patient with this one had that. With no such evidence all stay in the
    log, and it is asked which is the trial's, if patients had more than one.
    """
    exposure = tables["exposure"]
    drugs = _active(exposure)
    if log is None or not drugs:
        return dict(tables)
    why = _said(drugs, log) if log.said else _evidence(tables, drugs, log)
    left = [drug for drug in drugs if drug not in why]
    if not log.said and len(left) > 1 and not log.is_standard and _together(exposure, left, log):
        likely = [drug for drug in left if not _is_usual(drug)]
        if 0 < len(likely) < len(left):
            why |= {drug: "it is seldom what a trial is about" for drug in left if drug not in likely}
        findings.ask(_question(exposure, left, likely, log))
    if not why:
        return dict(tables)
    return _moved(tables, why, findings)


def _active(exposure: pd.DataFrame) -> list[str]:
    """Return the drugs of the log, placebo left out, those of most patients first."""
    if "EXTRT" not in exposure:
        return []
    had = exposure[["USUBJID", "EXTRT"]].drop_duplicates()["EXTRT"].value_counts()
    return [str(drug) for drug in had.index if drug and not is_placebo(str(drug))]


def _said(drugs: Sequence[str], log: LogAsked) -> dict[str, str]:
    if log.said not in drugs:
        return {}
    return {
        drug: say("you said that {said} is the trial’s drug", said=log.said)
        for drug in drugs
        if drug != log.said
    }


def _evidence(tables: Mapping[str, pd.DataFrame], drugs: Sequence[str], log: LogAsked) -> dict[str, str]:
    """Return the drugs that something says are background, and what.

    Only a column of the log can say so of all its drugs: such a log is a list of medications.
    """
    why = _by_category(tables["exposure"], drugs)
    if log.is_standard:
        return why if len(why) < len(drugs) else {}
    if len(why) == len(drugs):
        return why
    for found in (_by_medications, _by_start):
        why |= {drug: reason for drug, reason in found(tables, drugs).items() if drug not in why}
    if len(why) == len(drugs):
        return {}
    return why | _by_name(tables["exposure"], drugs, why, log)


def _by_category(log: pd.DataFrame, drugs: Sequence[str]) -> dict[str, str]:
    if "EXCAT" not in log:
        return {}
    is_background = log["EXCAT"].map(lambda text: standard("treatment_role", str(text), "") == "BACKGROUND")
    share = is_background.groupby(log["EXTRT"]).mean()
    return {drug: "the log says so" for drug in drugs if share.get(drug, 0.0) > 1 / 2}


def _by_medications(tables: Mapping[str, pd.DataFrame], drugs: Sequence[str]) -> dict[str, str]:
    """Return drugs that most of their patients have on the list of medications while the log gives them."""
    listed, log = tables["medications"], tables["exposure"]
    names = [name for name in ("CMTRT", "CMDECOD") if name in listed]
    first, last = _period(listed)
    found = {}
    for drug in drugs if names else ():
        naming = np.any([_names(drug, listed[name]) for name in names], axis=0)
        given = log[log["EXTRT"] == drug]
        begun, ended = _period(given)
        begun, ended = begun.groupby(given["USUBJID"]).min(), ended.groupby(given["USUBJID"]).max()
        who = listed["USUBJID"]
        meets = (last >= who.map(begun)) & (first <= who.map(ended))
        n = who[naming & meets].nunique()
        if 2 * n > len(begun):
            found[drug] = "it is also on the list of medications"
    return found


def _period(records: pd.DataFrame) -> tuple["pd.Series[pd.Timestamp]", "pd.Series[pd.Timestamp]"]:
    """Return the first and the last day a record may be of; open where a date is missing."""
    missing = pd.Series(pd.NaT, index=records.index, dtype="datetime64[s]")
    first, end = (records.get(name, missing).astype("datetime64[s]") for name in ("ASTDT", "AENDT"))
    flag = records.get("AENDTF", pd.Series("", index=records.index))
    last = pd.Series(last_possible(end.to_numpy(), flag.to_numpy(dtype=object)), index=records.index)
    return first.fillna(_FIRST_DAY), last.astype("datetime64[s]").fillna(_LAST_DAY)


def _by_start(tables: Mapping[str, pd.DataFrame], drugs: Sequence[str]) -> dict[str, str]:
    """Return drugs that most patients surely had long before day 1, as `_day_one` knows it."""
    log, day1 = tables["exposure"], _day_one(tables)
    if not day1 or not {"ASTDT", "ASTDTF"} <= set(log):
        return {}
    latest = last_possible(log["ASTDT"].to_numpy(), log["ASTDTF"].to_numpy(dtype=object))
    first = pd.Series(latest, index=log.index).groupby([log["EXTRT"], log["USUBJID"]]).min().dropna()
    found = {}
    for drug in drugs:
        starts = first.get(drug)
        known = [] if starts is None else [(start, day1[who]) for who, start in starts.items() if who in day1]
        before = sum(start < day - np.timedelta64(BEFORE_DAYS, "D") for start, day in known)
        if known and 2 * before > len(known):
            found[drug] = say(
                "most patients had it more than {before_days} days before day 1", before_days=BEFORE_DAYS
            )
    return found


def _day_one(tables: Mapping[str, pd.DataFrame]) -> dict[str, np.datetime64]:
    """Return the day each patient began the trial, as the file says it beside the log."""
    subjects = tables["subjects"]
    if "TRTSDT" in subjects and subjects["TRTSDT"].notna().any():
        known = subjects.dropna(subset=["TRTSDT"])
        return dict(zip(known["USUBJID"], known["TRTSDT"], strict=True))
    seen = [
        tables[name].loc[tables[name]["AVISITN"] == 0, ["USUBJID", "ADT"]]
        for name in ("visits", "measurements")
        if {"AVISITN", "ADT"} <= set(tables[name])
    ]
    if not seen:
        return {}
    first = pd.concat(seen).dropna().groupby("USUBJID")["ADT"].min()
    return {str(who): np.datetime64(day) for who, day in first.items()}


def _by_name(
    log: pd.DataFrame, drugs: Sequence[str], known: Mapping[str, str], asked: LogAsked
) -> dict[str, str]:
    """Return drugs that are named nowhere, while each of their patients had one that is.

    What patients of any trial have says nothing of the others ("placebo + prednisone"), and of a drug whose
    name is no word ("MMF") it is not known by which other it would be named.
    """
    named = [drug for drug in drugs if drug not in known and _names(drug, asked.names).any()]
    trial = [drug for drug in named if not _is_usual(drug)]
    others = [drug for drug in drugs if drug not in named and drug not in known and _words(drug)]
    treated = {who for drug in trial for who in _patients(log, drug)}
    by = " and ".join(trial)
    return {
        drug: say("arms, sheet or file name {by} and not this", by=by)
        for drug in others
        if _patients(log, drug) <= treated
    }


def _is_usual(drug: str) -> bool:
    """Return whether patients of any trial may have a drug beside the trial's."""
    return bool(standard("background_drug", drug, ""))


def _together(log: pd.DataFrame, drugs: Sequence[str], asked: LogAsked) -> bool:
    """Return whether patients had two of the drugs that no arm names together, as a combination."""
    for i, one in enumerate(drugs):
        for other in drugs[:i]:
            a, b = _patients(log, one), _patients(log, other)
            combined = _names(one, asked.names) & _names(other, asked.names)
            if 2 * len(a & b) > min(len(a), len(b)) and not combined.any():
                return True
    return False


def _patients(log: pd.DataFrame, drug: str) -> set[str]:
    return {str(who) for who in log.loc[log["EXTRT"] == drug, "USUBJID"]}


def _names(drug: str, texts: Iterable[str]) -> Bools:
    """Return which texts name a drug: by a word of its name, or by all of it."""
    handles = {*_words(drug), *_whole(drug)}
    listed = [str(text) for text in texts]
    known = {text: bool(handles & _said_in(text)) for text in dict.fromkeys(listed)}
    return np.array([known[text] for text in listed], dtype=bool)


def _words(drug: str) -> list[str]:
    """Return the words of a drug's name that can name it alone."""
    common = value_words("no_drug_name")
    return [word for word in _LETTERS.findall(words(drug)) if len(word) >= _SHORTEST and word not in common]


def _whole(drug: str) -> list[str]:
    """Return a drug's whole name as one word; nothing where it is but a letter, a number or common words."""
    common, whole = value_words("no_drug_name"), "".join(_TOKENS.findall(words(drug)))
    is_name = len(whole) > 1 and any(word not in common for word in _LETTERS.findall(words(drug)))
    return [whole] if is_name else []


@lru_cache(maxsize=20_000)
def _said_in(text: str) -> frozenset[str]:
    """Return the words of a text and what neighbours among them are together ("AB 101" is "ab101")."""
    said = _TOKENS.findall(words(text))
    runs = {"".join(said[i:j]) for i in range(len(said)) for j in range(i + 1, i + 1 + _LONGEST)}
    return frozenset({*_LETTERS.findall(words(text)), *runs})


def _question(log: pd.DataFrame, drugs: Sequence[str], likely: Sequence[str], asked: LogAsked) -> Question:
    options = (*drugs, ALL_OF_THEM)
    listed = say(
        "{what} and “{drugs}”",
        what=", ".join(say("“{drug}”", drug=drug) for drug in drugs[:-1]),
        drugs=drugs[-1],
    )
    return Question(
        QUESTION,
        asked.sheet,
        asked.column,
        say(
            "The dose log holds {listed}, which the same patients had: which is the trial’s drug?",
            listed=listed,
        ),
        options,
        likely[0] if len(likely) == 1 else ALL_OF_THEM,
        asked.heading,
        tuple(_examples(log, drugs)),
    )


def _examples(log: pd.DataFrame, drugs: Sequence[str]) -> Iterator[Example]:
    for drug in drugs[:_EXAMPLES]:
        read = ("dose" if option in (drug, ALL_OF_THEM) else "medication" for option in (*drugs, ALL_OF_THEM))
        yield Example(say("{drug}, {n} rows", drug=drug, n=int((log["EXTRT"] == drug).sum())), tuple(read))


def _moved(
    tables: Mapping[str, pd.DataFrame], why: Mapping[str, str], findings: Findings
) -> dict[str, pd.DataFrame]:
    log = tables["exposure"]
    is_background = log["EXTRT"].isin(list(why))
    for drug, reason in why.items():
        own = log[log["EXTRT"] == drug]
        sheet, _, cell = str(own["SRCREF"].iloc[0]).rpartition("!")
        findings.add(
            "info",
            "dose.background",
            say(
                "“{drug}” of the dose log ({n} records of {n_patients} patients) is taken for "
                "background treatment: {reason}. It is shown with the medications and counted in no "
                "dose.",
                drug=drug,
                n=len(own),
                n_patients=own["USUBJID"].nunique(),
                reason=reason,
            ),
            sheet=sheet,
            cell=cell,
        )
    rows = log[is_background]
    kept = {name: rows[name] for name in _KEPT if name in rows}
    told = {new: rows[old] for old, new in _COLUMNS.items() if old in rows}
    told["CMDOSE"] = rows["EXDOSE"].map(lambda dose: "" if np.isnan(dose) else f"{dose:g}")
    medications = pd.concat(
        [one for one in (tables["medications"], pd.DataFrame(kept | told)) if len(one)], ignore_index=True
    )
    return {**tables, "exposure": log[~is_background].reset_index(drop=True), "medications": medications}


def medication_cells(letters: Mapping[str, str]) -> dict[str, str]:
    """Return where the columns of a dose log stand that become those of medications."""
    names = {**_COLUMNS, **{name: name for name in _KEPT}}
    return {names[name]: letter for name, letter in letters.items() if name in names}
