"""Make the demo trial, ``demo_trial.xlsx``: invented patients with the shape of a published trial.

``python resources/demo/make_demo.py [--output FILE]`` (needs XlsxWriter). Same script, same cells, anywhere.

The shape is that of Khanna 2011 (Arthritis Rheum 63:3540, NCT00512902): twenty patients with systemic
sclerosis and interstitial lung disease, one year of open-label imatinib. Only the abstract's figures are
taken from it; every patient, date, dose, event and value here is invented. These figures come out of the
workbook as printed there, and ``tests/end_to_end/test_demo_workbook.py`` holds it to them:

- 13 of 20 women, 15 of 20 Caucasian, 14 of 20 diffuse; FVC 65.2 ± 14.0 % predicted, skin score 18.7 ± 10.1;
- average daily dose 445 ± 125 mg (a patient's total over first to last dosing day, interruptions included);
- 12 completed, 7 stopped for adverse events (5 of them drug-related), 1 was lost;
- events in at least 4 of 20: fatigue, oedema, nausea and vomiting, diarrhoea, generalised rash, proteinuria;
- random intercept and slope by REML, nominal months: FVC +1.74 % predicted a year, skin score −3.9 points.

Who is who is in ``patients.py``, the dose logs in ``dosing.py``, the events in ``events.py``, the measured
values in ``outcomes.py``. FVC and FEV1 in litres follow from NHANES III, TLC and DLCO from Crapo
(``predicted.py``). Like every real export this one has faults: they are ``BLEMISHES``, and there are no
others on purpose.
"""

import argparse
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

from sheets import EXPORTED, Sheet, build_sheets
from write_workbook import NOT_AVAILABLE, write_workbook

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Blemish:
    """A fault left in or put into one cell: the patient's row where ``row`` matches, what the cell holds."""

    sheet: str
    subject: str
    row: dict[str, str] = field(hash=False)
    column: str
    holds: object
    what: str


BLEMISHES = (
    Blemish("Adverse Events", "SSC-007", {"Event (verbatim)": "protein in urine"}, "Start date", None,
            "no start date"),
    Blemish("Adverse Events", "SSC-019", {"Event (verbatim)": "fatigue"}, "Start date", None,
            "no start date"),
    Blemish("Pulmonary Function", "SSC-008", {"Visit": "Month 6"}, "FVC (L)", 28.1,
            "impossible: the point of 2.81 is one place off; the % predicted beside it is right"),
    Blemish("Pulmonary Function", "SSC-016", {"Visit": "Month 6"}, "Test date", date(2008, 2, 6),
            "day 217, a month after the target; skin score and questionnaire were done on the same day"),
    Blemish("Adverse Events", "SSC-013", {"Event (verbatim)": "bladder infection"}, "Start date",
            date(2007, 7, 14), "starts after the last contact"),
    Blemish("Skin Score", "SSC-003", {"Visit": "Month 9"}, "Total", 24,
            "one more than the sum of the sites"),
    Blemish("Laboratory", "SSC-010", {"Visit": "Week 8", "Test": "AST"}, "Result", NOT_AVAILABLE,
            "an Excel error"),
    Blemish("Laboratory", "SSC-005", {"Visit": "Week 12", "Test": "Platelets"}, "Result",
            "clumped, repeat requested", "a comment where a number belongs"),
)  # fmt: skip

ABOUT = [
    "SYNTHETIC DATA – an invented trial for trying out sscviewer. There is no real patient behind any row.",
    "",
    "Twenty made-up patients with systemic sclerosis and interstitial lung disease take made-up open-label "
    "imatinib, 100 mg a day rising to 600 mg, for one year.",
    "Every patient, date, dose, adverse event, laboratory value and score was written or drawn at random by "
    "a program (resources/demo/make_demo.py in sscviewer). Nothing was copied, altered or de-identified from "
    "a real person's record.",
    "The size and the summary figures were shaped after the abstract of a published trial (Khanna and "
    "others, Arthritis Rheum 2011;63:3540), so that the program's results can be compared with known ones. "
    "The individual data of that trial were neither used nor seen. Draw no medical conclusion from this.",
    "",
    "The other sheets look like an export from a trial's data base: one sheet a form, headings in the first "
    "row, dates as dates where complete and as text where only the month or year is known.",
    "Clinic visits are due every two weeks up to week 20 and then every four weeks. Lung function, skin "
    "score and questionnaire are due at baseline and on days 91, 183, 274 and 365 (months 3, 6, 9 and 12).",
    "FVC and FEV1 % predicted: NHANES III (Hankinson 1999; the Caucasian equation for Asian). TLC and DLCO "
    "% predicted: Crapo 1981/82. All with the age at consent. DLCO is not corrected for haemoglobin.",
    "Adverse events are graded by CTCAE. A dose of 0 mg is an interruption.",
    "A few faults, as every export has, were left in on purpose.",
    "",
    f"As exported: {EXPORTED:%d-%b-%Y} (an invented date as well)",
]


def find_row(sheet: Sheet, blemish: Blemish) -> int:
    """Return the index in ``sheet.rows`` of the one row that a blemish points at."""
    wanted = {"Subject": blemish.subject, **blemish.row}
    places = {sheet.columns.index(heading): text for heading, text in wanted.items()}
    (found,) = [
        number
        for number, row in enumerate(sheet.rows)
        if all(str(row[place]).strip() == text for place, text in places.items())
    ]
    return found


def blemished_sheets() -> dict[str, Sheet]:
    """Return the sheets with the typing errors in them."""
    sheets = build_sheets()
    for blemish in BLEMISHES:
        sheet = sheets[blemish.sheet]
        sheet.rows[find_row(sheet, blemish)][sheet.columns.index(blemish.column)] = blemish.holds
    return sheets


def blemish_cells() -> dict[str, Blemish]:
    """Return where each blemish is in the workbook, as ``Sheet!A1``."""
    sheets = build_sheets()
    cells = {}
    for blemish in BLEMISHES:
        sheet = sheets[blemish.sheet]
        letter = chr(ord("A") + sheet.columns.index(blemish.column))
        cells[f"{blemish.sheet}!{letter}{find_row(sheet, blemish) + 2}"] = blemish
    return cells


def main() -> None:
    """Write the workbook and say where its faults are."""
    parser = argparse.ArgumentParser(description="Make the demo trial.")
    parser.add_argument("--output", type=Path, default=HERE / "demo_trial.xlsx")
    output = parser.parse_args().output
    sheets = blemished_sheets()
    write_workbook(output, ABOUT, sheets, datetime.combine(EXPORTED, time(9, 0)))
    for name, sheet in sheets.items():
        print(f"{name}: {len(sheet.rows)} rows")
    for cell, blemish in blemish_cells().items():
        print(f"{cell}  {blemish.subject}  {blemish.what}")


if __name__ == "__main__":
    main()
