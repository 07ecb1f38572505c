"""What an empty trial workbook asks for: sheets, headings with units, allowed answers and ranges.

The ranges are what a form accepts, wide enough for the sickest patient: they stop slips, not findings.
A value beyond them can still be entered after a warning.
"""

from collections.abc import Iterable
from dataclasses import dataclass

SEXES = ("F", "M")
YES_NO = ("Yes", "No")
VISITS = (
    *(
        "Screening",
        "Baseline",
        "Month 1",
        "Month 3",
        "Month 6",
        "Month 9",
        "Month 12",
        "Month 18",
        "Month 24",
    ),
    *("Early termination", "Follow-up"),
)
GRADES = ("1", "2", "3", "4", "5")
RELATIONS = ("Related", "Not related")
OUTCOMES = ("Recovered", "Recovering", "Not recovered", "Recovered with sequelae", "Fatal")
UNITS = ("mg", "g", "µg", "mg/kg")
FREQUENCIES = (
    "Once daily",
    "Twice daily",
    "Three times daily",
    "Once weekly",
    "Every 2 weeks",
    "Every 4 weeks",
)
ENDS = ("Completed", "Discontinued", "Death", "Lost to follow-up", "Screen failure")
REASONS = (
    *(
        "Adverse event",
        "Withdrawal by subject",
        "Lack of efficacy",
        "Physician decision",
        "Lost to follow-up",
    ),
    *("Protocol deviation", "Death", "Other"),
)


@dataclass(frozen=True, slots=True)
class Field:
    """A column.

    Attributes
    ----------
    heading
        With its unit.
    kind
        "text", "date", "number", "whole", "choice" or "patient" (a number from the sheet of patients).
    choices
        Answers to choose from; others can be typed after a warning.
    low, high
        Allowed range of numbers.
    help
        What to enter, shown when the cell is chosen.
    """

    heading: str
    kind: str = "text"
    choices: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 0.0
    help: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet.

    Attributes
    ----------
    key, name
        Stable name; name of the sheet.
    rule
        What one row is, for the instructions.
    """

    key: str
    name: str
    rule: str
    fields: tuple[Field, ...]


def _number(heading: str, low: float, high: float, text: str = "") -> Field:
    return Field(heading, "number", low=low, high=high, help=text)


PATIENT = Field("Patient ID", "patient", help="A number of the trial, never a name or initials.")
VISIT = Field("Visit", "choice", VISITS, help="Choose a visit, or type one: “Week 6”.")
DATE = Field("Date", "date", help="Year-month-day, such as 2008-03-15.")
START = Field("Start date", "date", help="As much as is known: 2008-03-15, 2008-03 or 2008.")
END = Field("End date", "date", help="Leave empty while it goes on.")

_HAQ = (
    ("Dressing", ("Dress yourself", "Shampoo your hair")),
    ("Arising", ("Stand up from a straight chair", "Get in and out of bed")),
    ("Eating", ("Cut your meat", "Lift a full cup or glass to your mouth", "Open a new milk carton")),
    ("Walking", ("Walk outdoors on flat ground", "Climb up five steps")),
    ("Hygiene", ("Wash and dry your body", "Take a tub bath", "Get on and off the toilet")),
    ("Reach", ("Reach and get down a 5 pound object", "Bend down to pick up clothing")),
    ("Grip", ("Open car doors", "Open previously opened jars", "Turn faucets on and off")),
    ("Activities", ("Run errands and shop", "Get in and out of a car", "Do chores")),
)
"""The 20 questions of the HAQ-DI in their 8 categories (as `resources/vocabulary/items.toml` has them)."""


def _haq_fields() -> Iterable[Field]:
    answer = "0 without any difficulty, 1 with some, 2 with much difficulty, 3 unable to do."
    for category, items in _HAQ:
        for item in items:
            yield Field(f"HAQ {item}", "whole", low=0, high=3, help=answer)
        yield Field(f"HAQ {category}: aids or devices", "choice", YES_NO)
        yield Field(f"HAQ {category}: help from another person", "choice", YES_NO)


PARTS = (
    Part(
        "patients",
        "Patients",
        "one row for each patient",
        (
            Field("Patient ID", help="A number of the trial, never a name or initials."),
            Field("Sex", "choice", SEXES),
            _number("Age (years)", 0, 110, "At consent."),
            Field(
                "Arm", help="The group the patient was assigned to; the same word for all if there is one."
            ),
            Field("Date of informed consent", "date", help=DATE.help),
            Field("Date of first dose", "date", help=DATE.help),
            Field("Date of death", "date", help="Leave empty if the patient is alive."),
        ),
    ),
    Part("visits", "Visits", "one row for each visit of a patient", (PATIENT, VISIT, DATE)),
    Part(
        "lung",
        "Lung function",
        "one row for each test",
        (
            PATIENT,
            VISIT,
            DATE,
            _number("FVC (L)", 0.3, 9.0),
            _number("FVC % predicted (%)", 10, 200),
            _number("FEV1 (L)", 0.2, 8.0),
            _number("DLCO (mL/min/mmHg)", 1, 60),
            _number("DLCO % predicted (%)", 5, 200),
        ),
    ),
    Part(
        "skin",
        "Skin score",
        "one row for each examination",
        (
            PATIENT,
            VISIT,
            DATE,
            Field("mRSS", "whole", low=0, high=51, help="Modified Rodnan skin score: the sum, 0 to 51."),
        ),
    ),
    Part("haq", "HAQ", "one row for each questionnaire", (PATIENT, VISIT, DATE, *_haq_fields())),
    Part(
        "doses",
        "Doses",
        "one row for each period at one dose; a pause is a row with dose 0",
        (
            PATIENT,
            Field("Study drug"),
            _number("Dose", 0, 100_000, "As taken each time, in the unit beside it."),
            Field("Dose unit", "choice", UNITS),
            Field("Frequency", "choice", FREQUENCIES),
            START,
            END,
        ),
    ),
    Part(
        "events",
        "Adverse events",
        "one row for each event; one that changes its grade may have several",
        (
            PATIENT,
            Field("Adverse event", help="In words, one event a row."),
            START,
            END,
            Field("Grade", "choice", GRADES, help="CTCAE grade 1 to 5."),
            Field("Serious", "choice", YES_NO),
            Field("Relationship to study drug", "choice", RELATIONS),
            Field("Outcome", "choice", OUTCOMES),
        ),
    ),
    Part(
        "medication",
        "Medication",
        "one row for each other drug",
        (PATIENT, Field("Medication"), Field("Indication"), START, END),
    ),
    Part(
        "end",
        "End of study",
        "one row for each patient who has ended",
        (
            PATIENT,
            Field("Status", "choice", ENDS),
            Field("Date of end of study", "date", help=DATE.help),
            Field("Reason", "choice", REASONS),
        ),
    ),
)
