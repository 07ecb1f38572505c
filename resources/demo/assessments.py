"""The quarterly assessments as table rows: lung function, skin score and questionnaire."""

from datetime import date, timedelta

from outcomes import OUTCOMES
from patients import Patient, rng
from predicted import percent_predicted
from schedule import QUARTERS, on_weekday, quarterly_dates

LUNG_COLUMNS = (
    "FVC (L)", "FVC (% predicted)", "FEV1 (L)", "FEV1 (% predicted)", "TLC (L)", "TLC (% predicted)",
    "DLCO (mL/min/mmHg)", "DLCO (% predicted)", "Comment",
)  # fmt: skip
_MIDLINE = ("Face", "Anterior chest", "Abdomen")
_PAIRED = ("Fingers", "Hand", "Forearm", "Upper arm", "Thigh", "Lower leg", "Foot")
SKIN_SITES = (*_MIDLINE, *(f"{side} {site}" for site in _PAIRED for side in ("Right", "Left")))
_PROXIMAL = {"Anterior chest", "Abdomen", "Upper arm", "Thigh"}  # never thickened in limited disease
_READINESS = {"Fingers": 9, "Hand": 7, "Forearm": 5, "Face": 4, "Foot": 3, "Lower leg": 3}  # others: 2
_SITE_WORST = 3
_EVEN = 5  # how strongly the two sides of the body are kept alike
_SUM_IS_OFF_BY_ONE = ("SSC-003", "Month 9")  # a blemish
_NO_LUNG_TEST = {
    ("SSC-006", "Month 6"): "Test cancelled, spirometer out of order",
    ("SSC-014", "Month 9"): "Patient could not attend the laboratory",
    ("SSC-003", "Month 9"): "Spirometry only, body box out of order",
    ("SSC-011", "Baseline"): "Unable to tolerate body box, inspired volume too small for DLCO",
    ("SSC-011", "Month 3"): "Inspired volume too small for DLCO",
    ("SSC-017", "Month 6"): "Too breathless for DLCO",
}
_ASSESSORS = {"01": ("A. Rivers", "C. Lindqvist"), "02": ("M. Okafor",)}

Row = list[object]


def _outcome(parameter: str, who: Patient, label: str) -> float | None:
    """Return the measured value of a quarter."""
    return OUTCOMES[parameter][who.subject][QUARTERS.index(label)]


def lung_rows(who: Patient) -> list[Row]:
    """Return one row a quarter: visit, test date and ``LUNG_COLUMNS``."""
    rows: list[Row] = []
    for label, held in quarterly_dates(who).items():
        cells: Row = []
        for parameter in ("FVC", "FEV1", "TLC", "DLCO"):
            value = _outcome(parameter, who, label)
            cells += [value, None if value is None else percent_predicted(parameter, who, value)]
        comment = _NO_LUNG_TEST.get((who.subject, label))
        done = None if all(cell is None for cell in cells) else held
        rows.append([label, done, *cells, comment])
    return rows


def _spread(who: Patient, total: int, before: dict[str, int]) -> dict[str, int]:
    """Move site scores, one point at a time and the likely sites first, until they sum to ``total``."""
    chance = rng("skin", who.subject, total, *before.values())
    sites = dict(before)
    while sum(sites.values()) != total:
        step = 1 if sum(sites.values()) < total else -1
        open_sites = [site for site, score in sites.items() if 0 <= score + step <= _site_worst(who, site)]
        weights = [
            (_weight(site) * _EVEN ** (sites[_other_side(site)] - sites[site])) ** step for site in open_sites
        ]
        sites[chance.choices(open_sites, weights)[0]] += step
    return sites


def _bare(site: str) -> str:
    """Return a site's name without its side."""
    return site.removeprefix("Right ").removeprefix("Left ")


def _other_side(site: str) -> str:
    """Return the same site on the other side, or the site itself in the midline."""
    sides = {"Right": "Left", "Left": "Right"}
    side, _, rest = site.partition(" ")
    return f"{sides[side]} {rest}" if side in sides else site


def _weight(site: str) -> float:
    """Return how readily a site thickens."""
    return _READINESS.get(_bare(site), 2)


def _site_worst(who: Patient, site: str) -> int:
    """Return the highest score a site may have in this patient's subset."""
    return 0 if who.subset == "Limited" and _bare(site) in _PROXIMAL else _SITE_WORST


def skin_rows(who: Patient) -> list[Row]:
    """Return one row a quarter: visit, date, assessor, the 17 sites and the total."""
    rows: list[Row] = []
    sites = dict.fromkeys(SKIN_SITES, 0)
    for number, (label, held) in enumerate(quarterly_dates(who).items()):
        total = _outcome("MRSS", who, label)
        if total is None:
            rows.append([label, None, None, *[None] * len(SKIN_SITES), None])
            continue
        off = 1 if (who.subject, label) == _SUM_IS_OFF_BY_ONE else 0
        sites = _spread(who, int(total) - off, sites)
        names = _ASSESSORS[who.site]
        rows.append([label, held, names[0 if number != 2 else -1], *sites.values(), int(total)])
    return rows


HAQ_ITEMS = {
    "Dressing": ("dress yourself", "shampoo your hair"),
    "Arising": ("stand up from a chair", "get in and out of bed"),
    "Eating": ("cut your meat", "lift a full cup", "open a milk carton"),
    "Walking": ("walk outdoors on flat ground", "climb five steps"),
    "Hygiene": ("wash and dry your body", "take a tub bath", "get on and off the toilet"),
    "Reach": ("reach above your head", "bend to pick up clothing"),
    "Grip": ("open car doors", "open jars", "turn taps"),
    "Activities": ("run errands", "get in and out of a car", "do chores"),
}
HAQ_COLUMNS = (
    *(f"{category}: {item}" for category, items in HAQ_ITEMS.items() for item in items),
    *(f"{category}: aids or devices" for category in HAQ_ITEMS),
    *(f"{category}: help from another person" for category in HAQ_ITEMS),
    "HAQ-DI",
)
_AIDS = {  # patient -> categories ticked from the first form to the last
    "SSC-003": ("Grip",), "SSC-009": ("Reach", "Grip"), "SSC-011": ("Hygiene",), "SSC-017": ("Walking",),
}  # fmt: skip
_HELP = {
    "SSC-007": ("Grip",),
    "SSC-009": ("Dressing",),
    "SSC-012": ("Activities",),
    "SSC-017": ("Activities",),
}
_LEFT_OUT = {("SSC-010", "Month 6"): "Activities", ("SSC-005", "Month 3"): "Hygiene"}
_HELPED = 2  # a category with an aid or help counts at least this much


def haq_rows(who: Patient) -> list[Row]:
    """Return one row a quarter: visit, date, 20 items, aids and help ticked, and the index on the form."""
    skin = OUTCOMES["MRSS"][who.subject]
    fvc = OUTCOMES["FVC"][who.subject]
    own = rng("questionnaire", who.subject).gauss(0, 0.25)
    rows: list[Row] = []
    for number, (label, held) in enumerate(quarterly_dates(who).items()):
        points = skin[number] if skin[number] is not None else skin[number - 1]
        litres = fvc[number] if fvc[number] is not None else fvc[number - 1]
        burden = 0.03 * points + 0.25 * (3 - litres) + own
        rows.append([label, _completed_on(who, label, held), *_haq_cells(who, label, burden)])
    return rows


def _completed_on(who: Patient, label: str, held: date) -> date:
    """Return the day on which the form was filled in: the assessment, or a few days before it at home."""
    return on_weekday(held - timedelta(days=rng("haq date", who.subject, label).choice((0, 0, 0, 1))))


def _haq_cells(who: Patient, label: str, burden: float) -> Row:
    """Fill in one form; ``burden`` is roughly the index that comes out."""
    items: Row = []
    scores = []
    aids, helped = _AIDS.get(who.subject, ()), _HELP.get(who.subject, ())
    for category, names in HAQ_ITEMS.items():
        steady = rng("category", who.subject, category).gauss(0, 0.5)
        answers: list[int | None] = []
        for item in names:
            level = burden + steady - 0.3 + rng("item", who.subject, item, label).gauss(0, 0.3)
            answers.append(min(3, max(0, round(level))))
        if _LEFT_OUT.get((who.subject, label)) == category:
            answers = [None] * len(names) if category == "Activities" else [*answers[:-1], None]
        items += answers
        given = [answer for answer in answers if answer is not None]
        if given:
            worst = max(given)
            scores.append(max(worst, _HELPED) if category in (*aids, *helped) else worst)
    ticks = ["Yes" if category in ticked else None for ticked in (aids, helped) for category in HAQ_ITEMS]
    return [*items, *ticks, round(sum(scores) / len(scores), 3)]
