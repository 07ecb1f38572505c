"""The adverse events that may befall anybody: preferred term, organ class and how they usually go."""

from dataclasses import dataclass

_GENERAL = "General disorders and administration site conditions"
_GUT = "Gastrointestinal disorders"
_SKIN = "Skin and subcutaneous tissue disorders"
_CHEST = "Respiratory, thoracic and mediastinal disorders"
_INFECTION = "Infections and infestations"
_MUSCLE = "Musculoskeletal and connective tissue disorders"
_NERVE = "Nervous system disorders"
_BLOOD = "Blood and lymphatic system disorders"
_METABOLISM = "Metabolism and nutrition disorders"
_EYE = "Eye disorders"
_LAB = "Investigations"
_KIDNEY = "Renal and urinary disorders"
_MIND = "Psychiatric disorders"
_VESSEL = "Vascular disorders"
_INJURY = "Injury, poisoning and procedural complications"

# Terms that are written by hand in events.py only
ORGAN_CLASS = {
    "Fatigue": _GENERAL,
    "Oedema peripheral": _GENERAL,
    "Face oedema": _GENERAL,
    "Periorbital oedema": _EYE,
    "Nausea": _GUT,
    "Vomiting": _GUT,
    "Diarrhoea": _GUT,
    "Rash generalised": _SKIN,
    "Proteinuria": _KIDNEY,
    "Pneumonia": _INFECTION,
    "Interstitial lung disease": _CHEST,
    "Scleroderma renal crisis": _KIDNEY,
    "Blood creatine phosphokinase increased": _LAB,
    "Alanine aminotransferase increased": _LAB,
    "Blood creatinine increased": _LAB,
    "Neutropenia": _BLOOD,
    "Anaemia": _BLOOD,
    "Thrombocytopenia": _BLOOD,
    "Hypophosphataemia": _METABOLISM,
    "Dehydration": _METABOLISM,
    "Cholecystitis": "Hepatobiliary disorders",
    "Procedural pain": _INJURY,
}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event: typical length in days, highest grade, chance that it is called related."""

    term: str
    organ_class: str
    verbatim: tuple[str, ...]
    days: int
    worst: int
    related: float


_LINES = {
    _INFECTION: """
Upper respiratory tract infection | common cold / URI | 9 | 2 | 0
Nasopharyngitis | sore throat and runny nose / head cold | 7 | 1 | 0
Sinusitis | sinus infection | 14 | 2 | 0
Bronchitis | acute bronchitis / chest cold | 12 | 2 | 0
Urinary tract infection | UTI / bladder infection | 8 | 2 | 0
Influenza | flu | 8 | 2 | 0
Oral candidiasis | thrush | 12 | 1 | .2
Herpes zoster | shingles, left trunk | 24 | 2 | .2
Infected skin ulcer | infected digital ulcer R index finger | 28 | 2 | 0""",
    _MUSCLE: """
Muscle spasms | leg cramps / muscle cramps at night | 60 | 1 | .9
Myalgia | muscle aches | 30 | 2 | .7
Arthralgia | joint pain, hands / aching knees | 50 | 2 | .4
Back pain | low back pain | 25 | 2 | .1
Pain in extremity | pain L leg | 20 | 1 | .3
Joint swelling | swollen wrists | 25 | 2 | .2
Muscular weakness | weak thighs | 45 | 2 | .5""",
    _NERVE: """
Headache | headache / HA | 3 | 2 | .4
Dizziness | lightheaded / dizzy spells | 6 | 1 | .4
Paraesthesia | tingling of fingers | 40 | 1 | .3
Dysgeusia | metallic taste | 60 | 1 | .7
Migraine | migraine | 1 | 2 | 0""",
    _GUT: """
Abdominal pain upper | epigastric pain / stomach ache | 10 | 2 | .6
Constipation | constipated | 20 | 1 | .2
Dyspepsia | indigestion | 30 | 1 | .6
Gastrooesophageal reflux disease | worsening reflux / heartburn | 60 | 2 | .3
Abdominal distension | bloating | 40 | 1 | .5
Flatulence | gas | 25 | 1 | .5
Dysphagia | trouble swallowing solids | 70 | 2 | .1
Dry mouth | dry mouth | 60 | 1 | .2
Mouth ulceration | mouth sore | 8 | 1 | .4""",
    _CHEST: """
Cough | dry cough / cough | 30 | 2 | .1
Dyspnoea exertional | more short of breath on stairs | 50 | 2 | .1
Epistaxis | nose bleed | 1 | 1 | .2
Oropharyngeal pain | sore throat | 5 | 1 | 0
Pleuritic pain | pleuritic chest pain | 6 | 2 | 0
Nasal congestion | stuffy nose | 9 | 1 | 0""",
    _SKIN: """
Pruritus | itching / itchy arms | 30 | 2 | .6
Alopecia | hair thinning | 120 | 1 | .6
Dry skin | dry skin | 90 | 1 | .3
Skin ulcer | new digital ulcer / fingertip ulcer L 3rd | 45 | 2 | 0
Ecchymosis | easy bruising | 20 | 1 | .4
Photosensitivity reaction | sun rash | 7 | 1 | .5
Nail disorder | brittle nails | 90 | 1 | .3
Skin hypopigmentation | lighter patches of skin | 150 | 1 | .8""",
    _EYE: """
Lacrimation increased | watery eyes | 60 | 1 | .8
Conjunctival haemorrhage | red eye, subconj. bleed | 8 | 1 | .7
Vision blurred | blurry vision | 10 | 1 | .4""",
    _GENERAL: """
Pyrexia | fever / fever 38.4 C | 2 | 1 | .1
Chest pain | chest tightness | 2 | 2 | .1
Chills | chills | 1 | 1 | .1
Asthenia | generalised weakness | 30 | 2 | .6""",
    _METABOLISM: """
Decreased appetite | poor appetite | 40 | 1 | .6
Hypokalaemia | low potassium | 15 | 1 | .4""",
    _MIND: """
Insomnia | can't sleep | 40 | 2 | .2
Depressed mood | feeling down | 60 | 1 | .1
Anxiety | anxious | 40 | 1 | 0""",
    _VESSEL: """
Raynaud's phenomenon | Raynaud's worse / more Raynaud's attacks | 80 | 2 | 0
Hypertension | high blood pressure | 60 | 2 | .2
Hot flush | hot flashes | 50 | 1 | .2""",
    _LAB: """
Weight increased | gained 4 kg | 80 | 1 | .7
Weight decreased | weight loss | 60 | 1 | .3""",
    _INJURY: """
Fall | tripped on stairs | 1 | 1 | 0
Contusion | bruised shin | 9 | 1 | 0
Ligament sprain | twisted ankle | 20 | 2 | 0
Laceration | cut on R hand | 10 | 1 | 0""",
}


def _kind(organ_class: str, line: str) -> Kind:
    """Read one line of the table above."""
    term, verbatim, days, worst, related = (part.strip() for part in line.split(" | "))
    return Kind(term, organ_class, tuple(verbatim.split(" / ")), int(days), int(worst), float(related))


KINDS = tuple(
    _kind(organ_class, line) for organ_class, block in _LINES.items() for line in block.strip().splitlines()
)
ORGAN_CLASS |= {kind.term: kind.organ_class for kind in KINDS}
