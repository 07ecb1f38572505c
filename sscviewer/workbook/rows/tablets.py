"""Doses beside numbers of tablets: what one tablet holds times their number, and what a person would ask."""

import numpy as np
import pandas as pd

from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.sheets.tablets import DOSES, OF_ONE, QUESTION, WHOLE, mass_unit, open_dose
from sscviewer.workbook.rows.fields import SheetContext
from sscviewer.workbook.settling.dose_units import dose_unit, is_mass

_SHOWN = 3


def of_tablets(fields: Fields, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the log with numbers of tablets made doses: times what one holds, in its unit.

    A dose in a unit of mass is the dose itself, whatever its tablets hold.
    """
    doses = [c for name in DOSES for c in fields.get(name, ())]
    if "EXPSTRG" not in frame or any(mass_unit(c) for c in doses):
        return frame
    heading = next((mass_unit(c) for c in fields["EXPSTRG"]), "")
    units = {name: frame[name] if name in frame else [""] * len(frame) for name in ("EXPSTRGU", "EXDOSU")}
    unit = np.array([dose_unit(str(text)) or heading for text in units["EXPSTRGU"]], dtype=object)
    is_own = np.array([is_mass(dose_unit(str(text))) for text in units["EXDOSU"]], dtype=bool)
    strength = frame["EXPSTRG"].to_numpy(dtype=float)
    counted = ~is_own & ~np.isnan(strength)
    given = {c: np.where(counted, frame[c] * strength, frame[c]) for c in DOSES if c in frame}
    return frame.assign(**given, EXDOSU=np.where(counted, unit, units["EXDOSU"]))


def ask_about_tablets(context: SheetContext, fields: Fields) -> None:
    """Ask what a dose is, where a number of tablets beside it leaves that open and nobody said."""
    found = open_dose(fields, context.table.columns)
    if found is None:
        return
    dose, count, pairs = found
    name = context.table.name_of(dose)
    if context.table.said(QUESTION, name):
        return
    examples = tuple(
        Example(
            say("{mass:g}, {n:g} tablets", mass=mass, n=n),
            (say("{mass:g}", mass=mass), say("{n:g}", n=mass * n)),
        )
        for mass, n in pairs[:_SHOWN]
    )
    context.findings.ask(
        Question(
            QUESTION,
            context.table.sheet,
            dose.letter,
            say(
                "In column “{written}” {pairs:g} stands beside {pairs2:g} in “{written2}”: is it the "
                "whole dose, or what one tablet holds?",
                written=dose.heading.written,
                pairs=pairs[0][0],
                pairs2=pairs[0][1],
                written2=count.heading.written,
            ),
            (WHOLE, OF_ONE),
            WHOLE,
            name,
            examples,
        )
    )
