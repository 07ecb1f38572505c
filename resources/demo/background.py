"""Medical history and concomitant medication as table rows."""

from datetime import date, timedelta

from dates import partial_text
from events import Event
from patients import Patient, rng

_DAYS_A_YEAR = 365.25
# verbatim, preferred term, organ class, chance, years before consent (from, to)
_HISTORY = (
    ("reflux", "Gastrooesophageal reflux disease", "Gastrointestinal disorders", 0.75, (1, 9)),
    ("high blood pressure", "Hypertension", "Vascular disorders", 0.3, (1, 15)),
    ("underactive thyroid", "Hypothyroidism", "Endocrine disorders", 0.25, (2, 18)),
    ("digital ulcers", "Skin ulcer", "Skin and subcutaneous tissue disorders", 0.4, (0.5, 4)),
    ("joint pain", "Arthralgia", "Musculoskeletal and connective tissue disorders", 0.4, (1, 6)),
    ("depression", "Depression", "Psychiatric disorders", 0.2, (2, 12)),
    ("calcinosis", "Calcinosis", "Musculoskeletal and connective tissue disorders", 0.15, (1, 5)),
    ("gall bladder removed", "Cholecystectomy", "Surgical and medical procedures", 0.15, (4, 25)),
    ("migraine", "Migraine", "Nervous system disorders", 0.15, (5, 25)),
    ("high cholesterol", "Hypercholesterolaemia", "Metabolism and nutrition disorders", 0.25, (2, 12)),
)
_OVER = {"Cholecystectomy"}
# verbatim, drug, indication, chance, dose, unit, frequency
_USUAL = (
    ("Prilosec", "Omeprazole", "reflux", 0.8, 20, "mg", "BID"),
    ("Norvasc", "Amlodipine", "Raynaud's", 0.45, 5, "mg", "QD"),
    ("nifedipine XL", "Nifedipine", "Raynaud's", 0.35, 30, "mg", "QD"),
    ("prednisone", "Prednisone", "scleroderma", 0.4, 7.5, "mg", "QD"),
    ("lisinopril", "Lisinopril", "blood pressure", 0.3, 10, "mg", "QD"),
    ("baby aspirin", "Acetylsalicylic acid", "digital ulcers", 0.4, 81, "mg", "QD"),
    ("Synthroid", "Levothyroxine", "thyroid", 0.25, 0.075, "mg", "QD"),
    ("multivitamin", "Vitamins NOS", "supplement", 0.5, 1, "tablet", "QD"),
    ("calcium + vit D", "Calcium carbonate with colecalciferol", "bone health", 0.45, 1, "tablet", "BID"),
    ("Tylenol", "Paracetamol", "pain", 0.35, 500, "mg", "PRN"),
)
# preferred term -> verbatim, drug, dose, unit, frequency, lowest grade treated
_REMEDIES = {
    "Oedema peripheral": ("Lasix", "Furosemide", 20, "mg", "QD", 2),
    "Nausea": ("Compazine", "Prochlorperazine", 10, "mg", "PRN", 1),
    "Vomiting": ("Zofran", "Ondansetron", 8, "mg", "TID", 2),
    "Diarrhoea": ("Imodium", "Loperamide", 2, "mg", "PRN", 1),
    "Rash generalised": ("triamcinolone 0.1 % cream", "Triamcinolone", 1, "application", "BID", 1),
    "Pneumonia": ("Levaquin", "Levofloxacin", 750, "mg", "QD", 1),
    "Bronchitis": ("Z-pack", "Azithromycin", 250, "mg", "QD", 2),
    "Sinusitis": ("Augmentin", "Amoxicillin with clavulanic acid", 875, "mg", "BID", 1),
    "Urinary tract infection": ("cipro", "Ciprofloxacin", 250, "mg", "BID", 1),
    "Scleroderma renal crisis": ("captopril", "Captopril", 25, "mg", "TID", 1),
    "Hypophosphataemia": ("K-Phos", "Potassium phosphate", 500, "mg", "TID", 2),
    "Proteinuria": ("losartan", "Losartan", 50, "mg", "QD", 2),
    "Headache": ("ibuprofen", "Ibuprofen", 400, "mg", "PRN", 1),
    "Pruritus": ("Benadryl", "Diphenhydramine", 25, "mg", "PRN", 1),
    "Oral candidiasis": ("nystatin swish", "Nystatin", 5, "mL", "QID", 1),
    "Cholecystitis": ("Unasyn", "Ampicillin with sulbactam", 3, "g", "Q6H", 1),
}
_TOPICAL = {"Triamcinolone"}

Row = list[object]


def history_rows(who: Patient) -> list[Row]:
    """Return verbatim, term, organ class, start (mostly partial), end and ongoing, one condition a row."""
    chance = rng("history", who.subject)
    consent = who.day(-who.screening_lead)
    raynaud = consent - timedelta(days=round((who.duration + chance.uniform(0.1, 6)) * _DAYS_A_YEAR))
    lung = consent - timedelta(days=round(who.duration * chance.uniform(0.1, 0.6) * _DAYS_A_YEAR))
    rows: list[Row] = [
        ["Raynaud's", "Raynaud's phenomenon", "Vascular disorders", str(raynaud.year), None, "Yes"],
        ["ILD due to SSc", "Interstitial lung disease", "Respiratory, thoracic and mediastinal disorders",
         partial_text(lung, "month", 0), None, "Yes"],
    ]  # fmt: skip
    for verbatim, term, organ_class, probability, (latest, earliest) in _HISTORY:
        if chance.random() < probability:
            start = consent - timedelta(days=round(chance.uniform(latest, earliest) * _DAYS_A_YEAR))
            text = partial_text(start, chance.choice(("year", "year", "month")), chance.randrange(3))
            ended = str(start.year) if term in _OVER else None
            rows.append([verbatim, term, organ_class, text, ended, None if ended else "Yes"])
    return rows


def medication_rows(who: Patient, events: list[Event]) -> list[Row]:
    """Return verbatim, drug, indication, dose, unit, frequency, route, start, end, ongoing; a drug a row."""
    chance = rng("medication", who.subject)
    consent = who.day(-who.screening_lead)
    rows: list[Row] = []
    for verbatim, drug, indication, probability, dose, unit, often in _USUAL:
        if chance.random() < probability:
            begun = consent - timedelta(days=chance.randint(60, 1500))
            start = partial_text(begun, chance.choice(("year", "month", "month")), chance.randrange(3))
            rows.append([verbatim, drug, indication, dose, unit, often, "Oral", start, None, "Yes"])
    for event in events:
        remedy = _REMEDIES.get(event.term)
        start_day = event.start.day
        if not remedy or event.grade < remedy[-1] or start_day is None or start_day > who.last_contact:
            continue
        verbatim, drug, dose, unit, often, _ = remedy
        end: date | None = event.end.day
        start_cell: object = start_day
        if event.start.known != "day":
            start_cell = partial_text(start_day, event.start.known, 0)
        route = "Topical" if drug in _TOPICAL else "Oral"
        ongoing = "Yes" if event.ongoing else None
        rows.append([verbatim, drug, event.verbatim, dose, unit, often, route, start_cell, end, ongoing])
    return rows
