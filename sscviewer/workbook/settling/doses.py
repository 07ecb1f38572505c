"""The dose log settled: a record twice is one, one unit per drug, what gives no daily dose is counted out."""

from collections import Counter
from collections.abc import Mapping, Set

import numpy as np
import pandas as pd

from sscviewer.model.counted import counted
from sscviewer.model.sentence import say
from sscviewer.model.treatments import is_placebo
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.settling.dose_units import dose_unit, mass_factor
from sscviewer.workbook.values.values_in_cells import convert
from sscviewer.workbook.values.vocabulary import standard

_DOSES = ("EXDOSE", "EXDAILY")
_PLACEBO = "Placebo"


def settle_doses(
    frame: pd.DataFrame, repeated: Set[tuple[str, int]], arms: Mapping[str, str], findings: Findings
) -> pd.DataFrame:
    """Return the dose log without repeated rows, with one unit per drug and placebo called so.

    Parameters
    ----------
    frame
        The exposure table of the file: EXTRT, EXDOSE, EXDAILY, EXDOSU, ROW and SRCREF.
    repeated
        Rows that repeat an earlier row of their sheet in every cell: (sheet, ROW).
    arms
        The treatment each patient had, as far as the file says it.

    A row without a dose whose reason or action says that the drug was interrupted is a dose of 0; any other
    row without a dose beside those with one, or with one below 0, is kept, counts in no dose and is named.

    A dose in a unit that does not convert into the drug's (mg/kg beside mg) keeps its unit, by which every
    analysis knows it is not to be counted; a record without a unit is taken to be in the drug's.
    """
    if not len(frame):
        return frame
    frame = _without_dose(_once(frame, repeated), arms, findings)
    unit = np.array([dose_unit(str(text)) for text in _texts(frame, "EXDOSU")], dtype=object)
    drug = np.array([" ".join(str(text).split()) for text in _texts(frame, "EXTRT")], dtype=object)
    frame = frame.assign(EXDOSU=unit, EXTRT=_one_spelling(drug))
    for name, rows in frame.groupby("EXTRT", sort=False):
        frame = _one_unit(frame, str(name), rows, findings)
    _tell_single_days(frame, findings)
    return _of_placebo(frame, arms, findings)


def _tell_single_days(frame: pd.DataFrame, findings: Findings) -> None:
    """Say of drugs given on single days, as infusions are, what their dose per day is the dose of."""
    if "ASTDT" not in frame or "AENDT" not in frame:
        return
    for name, rows in frame[frame["EXDOSE"] > 0].groupby("EXTRT", sort=False):
        per_patient = rows.groupby("USUBJID")["ASTDT"].nunique()
        if (rows["ASTDT"] == rows["AENDT"]).all() and (per_patient > 1).mean() > 1 / 2:
            sheet, _, cell = str(rows["SRCREF"].iloc[0]).rpartition("!")
            findings.add(
                "info",
                "dose.single_days",
                say(
                    "Every dose of {drug} is of one day, as an infusion is: doses per day are those of the "
                    "days it was given; the days between have no record.",
                    drug=str(name) or "the drug",
                ),
                sheet=sheet,
                cell=cell,
            )


def _without_dose(frame: pd.DataFrame, arms: Mapping[str, str], findings: Findings) -> pd.DataFrame:
    doses = {column: frame[column].to_numpy(dtype=float) for column in _DOSES if column in frame}
    silent = np.all([np.isnan(value) for value in doses.values()], axis=0)
    if silent.all():
        return frame  # a log without doses
    below = np.any([value < 0 for value in doses.values()], axis=0)
    held = silent & np.any([_is_held(_texts(frame, column)) for column in ("EXADJ", "EXACN")], axis=0)
    settled = {name: np.where(held, 0.0, np.where(below, np.nan, value)) for name, value in doses.items()}
    frame = frame.assign(**settled)
    _tell(
        findings,
        frame[held],
        "info",
        "dose.interrupted",
        "A record without a dose that says that the drug was interrupted is read as a dose of 0.",
    )
    drugs = zip(_texts(frame, "EXTRT"), frame["USUBJID"], strict=True)
    placebo = [is_placebo(str(drug)) or is_placebo(arms.get(who, "")) for drug, who in drugs]
    words = "A record {}; it is listed, and counted in no dose. Write 0 where the drug was interrupted."
    for which, what in ((below, "has a dose below 0"), (silent & ~held & ~np.array(placebo), "has no dose")):
        _tell(findings, frame[which], "warning", "dose.none", words.format(what))
    return frame


def _is_held(texts: list[object]) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    return np.array([standard("action_taken", str(t), "") == "DRUG INTERRUPTED" for t in texts], dtype=bool)


def _of_placebo(frame: pd.DataFrame, arms: Mapping[str, str], findings: Findings) -> pd.DataFrame:
    """Return the log in which a drug of which a patient of a placebo arm has 0 alone is placebo.

    One with a dose above 0 as well had the drug at some time, whatever the arm: there 0 is a pause.
    """
    given = list(zip(frame["USUBJID"], frame["EXTRT"], frame["EXDOSE"], strict=True))
    dosed = {(usubjid, drug) for usubjid, drug, dose in given if dose > 0}
    zero = np.array(
        [
            dose == 0
            and (usubjid, drug) not in dosed
            and is_placebo(arms.get(usubjid, ""))
            and not is_placebo(drug)
            for usubjid, drug, dose in given
        ],
        dtype=bool,
    )
    if not zero.any():
        return frame
    first, n = frame[zero].iloc[0], frame[zero]["USUBJID"].nunique()
    sheet, _, cell = str(first["SRCREF"]).rpartition("!")
    findings.add(
        "info",
        "dose.placebo",
        say(
            "Doses of 0 of {patients} of a placebo arm ({records}) are read as placebo taken, not "
            "as days without drug.",
            patients=counted(n, "patient"),
            records=counted(int(zero.sum()), "record"),
        ),
        sheet=sheet,
        cell=cell,
    )
    return frame.assign(EXTRT=np.where(zero, _PLACEBO, frame["EXTRT"]))


def _texts(frame: pd.DataFrame, column: str) -> list[object]:
    return frame[column].fillna("").tolist() if column in frame else [""] * len(frame)


def _once(frame: pd.DataFrame, repeated: Set[tuple[str, int]]) -> pd.DataFrame:
    sheets = [str(cell).rpartition("!")[0] for cell in frame["SRCREF"]]
    again = [(sheet, int(row)) in repeated for sheet, row in zip(sheets, frame["ROW"], strict=True)]
    return frame[~np.array(again, dtype=bool)].reset_index(drop=True)


def _one_spelling(drugs: "np.ndarray[tuple[int], np.dtype[np.object_]]") -> list[str]:
    """Return the names with one spelling for those that differ in capitals only: the commonest."""
    common: dict[str, str] = {}
    for name, _ in Counter(drugs.tolist()).most_common():
        common.setdefault(name.casefold(), name)
    return [common[name.casefold()] for name in drugs.tolist()]


def _one_unit(frame: pd.DataFrame, drug: str, rows: pd.DataFrame, findings: Findings) -> pd.DataFrame:
    units = Counter(unit for unit in rows["EXDOSU"] if unit)
    if len(units) + bool((rows["EXDOSU"] == "").any()) < 2:
        return frame
    wanted = units.most_common(1)[0][0]
    of_drug = drug or "the drug"
    frame = frame.copy()
    for unit, same in rows[rows["EXDOSU"] != wanted].groupby("EXDOSU", sort=False):
        n = counted(len(same), "record")
        factor = 1.0 if unit == "" else mass_factor(str(unit), wanted)
        if factor is None:
            _tell(
                findings,
                same,
                "warning",
                "dose.unit_apart",
                say(
                    "Doses of {of_drug} in “{unit}” ({n}) are not converted to {wanted}, the unit of the "
                    "other records; they are listed, and counted in no dose.",
                    of_drug=of_drug,
                    unit=unit,
                    n=n,
                    wanted=wanted,
                ),
            )
            continue
        frame.loc[same.index, "EXDOSU"] = wanted
        if unit == "":
            _tell(
                findings,
                same,
                "warning",
                "dose.no_unit",
                say(
                    "Doses of {of_drug} without a unit ({n}) are taken to be in {wanted}, the unit of "
                    "the other records; write the unit if that is wrong.",
                    of_drug=of_drug,
                    n=n,
                    wanted=wanted,
                ),
            )
            continue
        for column in _DOSES:
            frame.loc[same.index, column] = convert(same[column], factor, 0.0)
        _tell(
            findings,
            same,
            "info",
            "dose.unit_converted",
            say(
                "Doses of {of_drug} in {unit} ({n}) were converted to {wanted}, the unit of most records.",
                of_drug=of_drug,
                unit=unit,
                n=n,
                wanted=wanted,
            ),
        )
    return frame


def _tell(findings: Findings, rows: pd.DataFrame, severity: str, code: str, message: str) -> None:
    """Add one finding per patient, at the patient's first record."""
    for usubjid, own in rows.groupby("USUBJID", sort=False):
        sheet, _, cell = str(own["SRCREF"].iloc[0]).rpartition("!")
        findings.add(
            "info" if severity == "info" else "warning",
            code,
            message,
            sheet=sheet,
            cell=cell,
            usubjid=str(usubjid),
        )
