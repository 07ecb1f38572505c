"""The laboratory criteria of CTCAE, as far as they were checked against two transcriptions."""

from dataclasses import dataclass
from math import nan
from typing import Literal

from sscviewer.model.sentence import say

Direction = Literal["low", "high"]
Version = Literal[3, 4, 5]
Bounds = tuple[float, float, float, float]
"""Beyond which each of the grades 1 to 4 begins; NaN for a grade that has none."""

VERSIONS: dict[Version, str] = {5: "CTCAE 5.0", 4: "CTCAE 4.03", 3: "CTCAE 3.0"}
DEFAULT_VERSION: Version = 5
NONE: Bounds = (nan, nan, nan, nan)


@dataclass(frozen=True, slots=True)
class Criterion:
    """How one test is graded in one direction.

    Attributes
    ----------
    term
        The CTCAE term, in words.
    limit
        Multiples of the limit of normal (upper for "high", lower for "low").
    absolute
        Values in the SI unit of the test.
    printed
        The same in another unit, where CTCAE prints its own numbers for it: (unit, values).
    baseline
        Multiples of the baseline value, which count beside the limits.
    abnormal
        Multiples of the baseline that take the place of `limit` where the baseline was abnormal; its first
        bound belongs to grade 1 when `from_first` (1.5 × baseline is grade 1), else only what lies beyond.
    needs_baseline
        Whether grade 0 can only be told with a baseline.
    remark
        What the numbers alone cannot tell.
    from_grade
        The first grade the value alone tells; a value beyond the limit of normal without such a grade has
        none, because it may have a lower one (hyperglycaemia asks whether the patient had fasted).
    """

    term: str
    direction: Direction
    limit: Bounds = NONE
    absolute: Bounds = NONE
    printed: tuple[str, Bounds] | None = None
    baseline: Bounds = NONE
    abnormal: Bounds | None = None
    from_first: bool = True
    needs_baseline: bool = False
    remark: str = ""
    from_grade: int = 1

    @property
    def is_relative(self) -> bool:
        """Whether the unit does not matter: every bound is a multiple of a limit or of the baseline."""
        return all(bound != bound for bound in self.absolute)


_OUTSIDE: Bounds = (1.0, nan, nan, nan)


def _below(term: str, *absolute: float, remark: str = "") -> Criterion:
    """Return a criterion "below the lower limit, then below fixed values" (grades 2, 3, 4)."""
    two, three, four = absolute
    return Criterion(term, "low", _OUTSIDE, (nan, two, three, four), remark=remark)


def _above(term: str, *absolute: float) -> Criterion:
    two, three, four = absolute
    return Criterion(term, "high", _OUTSIDE, (nan, two, three, four))


def _printed(term: str, direction: Direction, si: tuple[float, ...], mg_dl: tuple[float, ...]) -> Criterion:
    """Return a criterion whose fixed values CTCAE prints in mmol/L and in mg/dL (grades 2, 3, 4)."""
    two, three, four = si
    a, b, c = mg_dl
    return Criterion(term, direction, _OUTSIDE, (nan, two, three, four), ("mg/dL", (nan, a, b, c)))


_SAME = {
    "HGB": (_below("Anaemia", 100, 80, nan, remark="grade 4 and transfusions are not told by the value"),),
    "NEUT": (_below("Neutrophil count decreased", 1.5, 1.0, 0.5),),
    "PLAT": (_below("Platelet count decreased", 75, 50, 25),),
    "WBC": (
        _below("White blood cells decreased", 3, 2, 1),
        Criterion("Leukocytosis", "high", absolute=(nan, nan, 100, nan)),
    ),
    "LYM": (
        _below("Lymphocyte count decreased", 0.8, 0.5, 0.2),
        Criterion("Lymphocyte count increased", "high", absolute=(nan, 4, 20, nan)),
    ),
    "ALB": (_below("Hypoalbuminaemia", 30, 20, nan),),
    "K": (
        _below("Hypokalaemia", nan, 3.0, 2.5, remark="grade 1 is grade 2 in a patient with symptoms"),
        _above("Hyperkalaemia", 5.5, 6.0, 7.0),
    ),
    "CA": (
        _printed("Hypocalcaemia", "low", (2.0, 1.75, 1.5), (8.0, 7.0, 6.0)),
        _printed("Hypercalcaemia", "high", (2.9, 3.1, 3.4), (11.5, 12.5, 13.5)),
    ),
    "MG": (
        _printed("Hypomagnesaemia", "low", (0.5, 0.4, 0.3), (1.2, 0.9, 0.7)),
        _printed("Hypermagnesaemia", "high", (nan, 1.23, 3.30), (nan, 3.0, 8.0)),
    ),
    "CK": (Criterion("CPK increased", "high", (1, 2.5, 5, 10)),),
}
"""What version 4 and version 5 grade alike."""

_NATRIUM = _above("Hypernatraemia", 150, 155, 160)
_LOW_GLUCOSE = _printed("Hypoglycaemia", "low", (3.0, 2.2, 1.7), (55, 40, 30))
_COUMARIN = "in a patient on an anticoagulant multiples of the baseline count instead"
_SYMPTOMS = "from 2 × the upper limit on, symptoms make the grade one higher"

_ALAT: Bounds = (1, 3, 5, 20)
_ALP: Bounds = (1, 2.5, 5, 20)
_BILI: Bounds = (1, 1.5, 3, 10)
_CREAT: Bounds = (1, 1.5, 3, 6)


def _enzyme(
    term: str, limit: Bounds, abnormal: Bounds | None = None, from_first: bool = True
) -> tuple[Criterion]:
    return (Criterion(term, "high", limit, abnormal=abnormal, from_first=from_first),)


_FOUR: dict[str, tuple[Criterion, ...]] = {
    **_SAME,
    "ALT": _enzyme("ALT increased", _ALAT),
    "AST": _enzyme("AST increased", _ALAT),
    "ALP": _enzyme("Alkaline phosphatase increased", _ALP),
    "GGT": _enzyme("GGT increased", _ALP),
    "BILI": _enzyme("Blood bilirubin increased", _BILI),
    "CREAT": (
        Criterion("Creatinine increased", "high", _CREAT, baseline=(1, 1.5, 3, nan), needs_baseline=True),
    ),
    "SODIUM": (_below("Hyponatraemia", nan, 130, 120), _NATRIUM),
    "GLUC": (
        _LOW_GLUCOSE,
        Criterion(
            "Hyperglycaemia",
            "high",
            _OUTSIDE,
            (nan, nan, 13.9, 27.8),
            ("mg/dL", (nan, nan, 250, 500)),
            remark="grades 1 and 2 need a fasting value, and the file does not tell which are",
            from_grade=3,
        ),
    ),
    "INR": (Criterion("INR increased", "high", (1, 1.5, 2.5, nan), remark=_COUMARIN),),
    "LIPASE": _enzyme("Lipase increased", (1, 1.5, 2, 5)),
    "AMYLASE": _enzyme("Serum amylase increased", (1, 1.5, 2, 5)),
    "PHOS": (
        Criterion(
            "Hypophosphataemia",
            "low",
            _OUTSIDE,
            (nan, 0.8, 0.6, 0.3),
            printed=("mg/dL", (nan, 2.5, 2.0, 1.0)),
        ),
    ),
}
_FIVE: dict[str, tuple[Criterion, ...]] = {
    **_SAME,
    "ALT": _enzyme("ALT increased", _ALAT, (1.5, 3, 5, 20)),
    "AST": _enzyme("AST increased", _ALAT, (1.5, 3, 5, 20)),
    "ALP": _enzyme("Alkaline phosphatase increased", _ALP, (2, 2.5, 5, 20)),
    "GGT": _enzyme("GGT increased", _ALP, (2, 2.5, 5, 20)),
    "BILI": _enzyme("Blood bilirubin increased", _BILI, (1, 1.5, 3, 10), from_first=False),
    "CREAT": (Criterion("Creatinine increased", "high", _CREAT, baseline=(nan, 1.5, 3, nan)),),
    "SODIUM": (
        _below("Hyponatraemia", 130, 125, 120, remark="grade 2 is grade 3 in a patient with symptoms"),
        _NATRIUM,
    ),
    "GLUC": (_LOW_GLUCOSE,),
    "INR": (Criterion("INR increased", "high", absolute=(1.2, 1.5, 2.5, nan), remark=_COUMARIN),),
    "LIPASE": (Criterion("Lipase increased", "high", (1, 1.5, 5, nan), remark=_SYMPTOMS),),
    "AMYLASE": (Criterion("Serum amylase increased", "high", (1, 1.5, 5, nan), remark=_SYMPTOMS),),
}
_THREE: dict[str, tuple[Criterion, ...]] = {
    "ALT": _enzyme("ALT increased", (1, 2.5, 5, 20)),
    "AST": _enzyme("AST increased", (1, 2.5, 5, 20)),
}

CRITERIA: dict[int, dict[str, tuple[Criterion, ...]]] = {3: _THREE, 4: _FOUR, 5: _FIVE}
"""{version: {test: criteria}}.

**Source**: NCI CTCAE v4.03 and v5.0 as transcribed in admiral (data-raw/adlb_grading/ncictcaev4.json and
ncictcaev5.json); v3.0 ALT and AST: PMC1524981 (clinical facts 7.1).
"""

WITHOUT_NUMBERS = {
    (5, "PHOS", "low"): say("version 5 grades low phosphate by its treatment, not by the value"),
    (5, "GLUC", "high"): say("version 5 grades high glucose by its treatment, not by the value"),
}
"""{(version, test, direction): why}: what a version knows but does not grade by numbers."""


def criteria(version: int, paramcd: str) -> tuple[Criterion, ...]:
    """Return how a version grades a test; none where it does not, or where that was not checked."""
    return CRITERIA[version].get(paramcd, ())


def version_words(version: int) -> str:
    """Return "CTCAE version 5.0"."""
    return say("CTCAE version {number}", number={3: "3.0", 4: "4.03", 5: "5.0"}[version])


CTCAE_VERSION = "version 5"

HIGHEST_GRADE = {"fatigue": 3, "nausea": 3}
"""Terms whose last grade is below 5. **Source**: CTCAE v5.0 (ctcaev5.js; clinical facts 7.2)."""


def highest_grade(term: str) -> int | None:
    """Return the last grade there is for a preferred term; None when it was not checked or is 5."""
    return HIGHEST_GRADE.get(term.strip().casefold())
