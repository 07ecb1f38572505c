"""The laboratory sheet's rows: ten tests every few weeks, in step with the adverse events that name them."""

from dataclasses import dataclass

from patients import Patient, rng
from schedule import clinic_visits

_SAMPLED = {
    "Screening", "Baseline", "Week 2", "Week 4", *(f"Week {week}" for week in range(8, 53, 4)),
    "Early termination", "Follow-up",
}  # fmt: skip
COLUMNS = ("Test", "Result", "Unit", "Lower limit", "Upper limit")


@dataclass(frozen=True, slots=True)
class Test:
    """A laboratory test: usual value, its spread between and within patients, and the normal range by sex."""

    name: str
    unit: str
    decimals: int
    usual: dict[str, float]
    between: float
    within: float
    normal: dict[str, tuple[float | None, float | None]]


def _test(
    name: str,
    unit: str,
    decimals: int,
    usual: tuple[float, float],
    spread: tuple[float, float],
    *normal: float,
) -> Test:
    """Build a test; ``usual`` and ``normal`` (low, high) are for women, then men (or once for both)."""
    limits = normal if len(normal) > 2 else normal * 2
    return Test(
        name, unit, decimals, dict(zip(("Female", "Male"), usual, strict=True)), *spread,
        {"Female": (limits[0], limits[1]), "Male": (limits[2], limits[3])},
    )  # fmt: skip


TESTS = (
    _test("Creatinine", "mg/dL", 2, (0.78, 0.98), (0.08, 0.04), 0.5, 1.1, 0.6, 1.3),
    _test("ALT", "U/L", 0, (20, 25), (4, 3), 7, 40),
    _test("AST", "U/L", 0, (21, 24), (3, 2.5), 8, 40),
    _test("Bilirubin, total", "mg/dL", 1, (0.4, 0.6), (0.15, 0.1), 0.1, 1.2),
    _test("Haemoglobin", "g/dL", 1, (13.1, 14.6), (0.35, 0.25), 12.0, 16.0, 13.5, 17.5),
    _test("Neutrophils", "10^9/L", 1, (4.3, 4.4), (0.6, 0.4), 1.8, 7.7),
    _test("Platelets", "10^9/L", 0, (262, 248), (30, 14), 150, 400),
    _test("Creatine kinase", "U/L", 0, (82, 110), (18, 12), 26, 170, 38, 200),
    _test("Phosphate", "mg/dL", 1, (3.6, 3.5), (0.15, 0.15), 2.7, 4.5),
)
URINE = "Urine protein (dipstick)"
# patient, test, first day, last day, value: what an adverse event says the laboratory saw
_EFFECTS = (
    ("SSC-001", "Phosphate", 141, 226, 2.6), ("SSC-012", "Phosphate", 52, 120, 2.2),
    ("SSC-002", "Haemoglobin", 83, 198, 12.4), ("SSC-016", "Haemoglobin", 138, 999, 12.1),
    ("SSC-008", "Neutrophils", 166, 196, 0.8), ("SSC-012", "Neutrophils", 108, 121, 0.7),
    ("SSC-011", "Platelets", 55, 84, 116), ("SSC-010", "ALT", 55, 97, 78), ("SSC-010", "AST", 55, 97, 61),
    ("SSC-019", "ALT", 110, 139, 142), ("SSC-019", "AST", 110, 139, 88),
    ("SSC-018", "Creatine kinase", 150, 172, 2410), ("SSC-005", "Creatine kinase", 194, 253, 310),
    ("SSC-014", "Creatinine", 111, 140, 1.42), ("SSC-009", "Creatinine", 115, 160, 4.1),
)  # fmt: skip
_DIPSTICK = (
    ("SSC-007", 52, 176, "1+"), ("SSC-008", 110, 168, "1+"), ("SSC-009", 115, 160, "2+"),
    ("SSC-012", 278, 999, "1+"), ("SSC-014", 225, 239, "1+"), ("SSC-014", 240, 999, "2+"),
    ("SSC-020", 98, 150, "1+"), ("SSC-020", 151, 189, "2+"), ("SSC-020", 190, 999, "4+"),
)  # fmt: skip
_MARGIN = 0.02  # of the normal range: how far inside it an uneventful result stays
_NOT_DONE = 0.005


def lab_rows(who: Patient) -> list[list[object]]:
    """Return one row a sample and test: visit, sample date and ``COLUMNS``."""
    rows: list[list[object]] = []
    for visit in clinic_visits(who):
        if visit.held is None or visit.label not in _SAMPLED:
            continue
        day = (visit.held - who.first_dose).days + 1
        for test in TESTS:
            result = _result(who, test, day)
            rows.append([visit.label, visit.held, test.name, result, test.unit, *test.normal[who.sex]])
        rows.append([visit.label, visit.held, URINE, _dipstick(who, day), None, None, None])
    return rows


def _result(who: Patient, test: Test, day: int) -> float | int | str:
    """Draw one result, or give the value that an adverse event asks for."""
    chance = rng("laboratory", who.subject, test.name, day)
    own = test.usual[who.sex] + rng("own level", who.subject, test.name).gauss(0, test.between)
    low, high = test.normal[who.sex]
    margin = _MARGIN * (high - low)
    value = min(high - margin, max(low + margin, own + chance.gauss(0, test.within)))
    for subject, name, first, last, abnormal in _EFFECTS:
        if (subject, name) == (who.subject, test.name) and first <= day <= last:
            value = abnormal * (1 + chance.uniform(-0.02, 0.02))
    if chance.random() < _NOT_DONE:
        return "ND"
    if test.name.startswith("Bilirubin") and round(value, 1) <= low:
        return "<0.1"
    return round(value, test.decimals) if test.decimals else round(value)


def _dipstick(who: Patient, day: int) -> str:
    """Return the dipstick's reading."""
    for subject, first, last, reading in _DIPSTICK:
        if subject == who.subject and first <= day <= last:
            return reading
    return rng("dipstick", who.subject, day).choices(("Negative", "Trace", "ND"), (92, 7, 1))[0]
