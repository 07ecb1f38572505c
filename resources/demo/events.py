"""The adverse events: the telling ones written by hand, the everyday ones drawn from the catalogue.

A day may carry a letter for what is known of the date: ``45m`` the month only, ``45y`` the year only, ``-``
nothing. An end may be ``on`` (ongoing) or ``?`` (the end was not recorded).
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from catalogue import KINDS, ORGAN_CLASS, Kind
from patients import PATIENTS, Patient, rng

_RELATION = {"N": "Not related", "U": "Unlikely", "P": "Possible", "B": "Probable", "D": "Definite"}
_ACTION = {"=": "Dose not changed", "R": "Dose reduced", "I": "Drug interrupted", "W": "Drug withdrawn"}
_WANTED = dict(zip(
    (who.subject for who in PATIENTS),
    (8, 9, 11, 0, 10, 7, 10, 6, 8, 12, 5, 35, 5, 7, 8, 7, 8, 7, 8, 8), strict=True,
))  # fmt: skip
_COMES_BACK = 0.2  # chance that an everyday event is drawn a second time
_AT_MOST = 3  # patients with the same everyday event: 15 %, below the 20 % of the common ones
# patient | verbatim | preferred term | start | end | grade | serious | relation | action
_BY_HAND = """
001 | tired all the time | Fatigue | 36 | 120 | 1 |  | P | =
001 | nausea after dose | Nausea | 4 | 75 | 1 |  | B | =
001 | puffy eyes | Periorbital oedema | 52 | on | 1 |  | B | =
001 | low phosphate | Hypophosphataemia | 141 | 227 | 1 |  | P | =
002 | fatigue | Fatigue | 60 | 150 | 2 |  | P | =
002 | diarrhea, 8 stools a day | Diarrhoea | 120 | 130 | 3 |  | B | I
002 | anemia | Anaemia | 85 | 198 | 1 |  | P | =
003 | fatigue | Fatigue | 29 | 101m | 1 |  | P | =
003 | ankle swelling | Oedema peripheral | 66 | 127 | 1 |  | B | =
003 | worse swelling of both legs | Oedema peripheral | 128 | on | 2 |  | B | R
003 | facial swelling | Face oedema | 130 | 212 | 1 |  | B | =
005 | fatigue | Fatigue | 50 | ? | 1 |  | P | =
005 | nausea | Nausea | 8 | 48 | 1 |  | B | =
005 | rash over trunk, arms and legs | Rash generalised | 98 | 112 | 2 |  | B | I
005 | leg edema | Oedema peripheral | 190 | on | 1 |  | P | =
005 | CK elevated | Blood creatine phosphokinase increased | 197 | 254 | 1 |  | P | =
006 | loose stools | Diarrhoea | 40 | 66 | 1 |  | B | =
006 | community acquired pneumonia | Pneumonia | 139 | 150 | 3 | Y | U | I
006 | loose stools again | Diarrhoea | 230m | 251 | 1 |  | P | =
007 | nausea | Nausea | 13 | 61 | 1 |  | B | =
007 | swelling of ankles | Oedema peripheral | 39 | on | 2 |  | D | =
007 | fatigue | Fatigue | 53 | 119 | 2 |  | P | =
007 | vomiting | Vomiting | 98 | 104 | 3 |  | B | I
007 | protein in urine | Proteinuria | - | 178 | 1 |  | U | =
007 | diarrhea | Diarrhoea | 131m | 160 | 1 |  | P | =
007 | cold | Upper respiratory tract infection | 151 | 151 | 1 |  | N | =
007 | rash all over body | Rash generalised | 215 | on | 3 | Y | B | W
007 | headache | Headache | 231 | ? | 1 |  | U | =
008 | eyelid swelling in the morning | Periorbital oedema | 33 | 120 | 1 |  | B | =
008 | new protein in urine | Proteinuria | 113 | 170 | 1 |  | P | =
008 | low neutrophils | Neutropenia | 171 | 197 | 3 |  | B | R
009 | scleroderma renal crisis | Scleroderma renal crisis | 117 | on | 4 | Y | N | W
009 | swelling of legs | Oedema peripheral | 57 | 104 | 1 |  | P | =
010 | pain at bronchoscopy site | Procedural pain | -9 | -7 | 1 |  | N | =
010 | nausea | Nausea | 3 | 64 | 1 |  | B | =
010 | loose bowels | Diarrhoea | 22 | 37 | 1 |  | P | =
010 | tiredness | Fatigue | 71 | 260m | 1 |  | P | =
010 | ALT up | Alanine aminotransferase increased | 57 | 99 | 1 |  | P | =
010 | ankle edema | Oedema peripheral | 88 | 301 | 1 |  | B | =
010 | cholecystitis, hospitalised | Cholecystitis | 290 | 299 | 3 | Y | U | =
011 | generalized rash | Rash generalised | 62 | 79 | 1 |  | B | =
011 | low platelets | Thrombocytopenia | 57 | 85 | 1 |  | P | =
012 | nausea | Nausea | 2 | 30 | 1 |  | B | =
012 | nausea | Nausea | 58 | 90 | 2 |  | B | =
012 | nausea again | Nausea | 185 | 206 | 2 |  | B | =
012 | emesis | Vomiting | 197 | 204 | 3 |  | B | I
012 | diarrhea | Diarrhoea | 18 | 25 | 1 |  | P | =
012 | diarrhea | Diarrhoea | 60 | 83 | 2 |  | B | =
012 | diarrhea | Diarrhoea | 250 | 255 | 1 |  | P | =
012 | fatigue | Fatigue | 30 | on | 2 |  | P | =
012 | pitting edema both legs | Oedema peripheral | 77 | 180 | 2 |  | D | R
012 | facial edema | Face oedema | 45 | 100 | 1 |  | B | =
012 | periorbital edema | Periorbital oedema | 40 | 210m | 1 |  | D | =
012 | rash, generalized | Rash generalised | 86 | 104 | 2 |  | B | =
012 | neutropenia | Neutropenia | 110 | 121 | 3 |  | B | I
012 | low phosphorus | Hypophosphataemia | 57 | 120 | 2 |  | P | =
012 | dehydration, admitted for i.v. fluids | Dehydration | 198 | 202 | 3 | Y | P | =
012 | proteinuria | Proteinuria | 281 | on | 1 |  | P | =
013 | fluid retention, both legs | Oedema peripheral | 24 | on | 3 |  | D | W
013 | bladder infection | Urinary tract infection | 75 | 82 | 2 |  | N | =
014 | swollen face | Face oedema | 64 | 130 | 1 |  | B | =
014 | proteinuria, new | Proteinuria | 225 | 239 | 1 |  | P | =
014 | proteinuria | Proteinuria | 240 | on | 2 |  | P | R
014 | hair loss | Alopecia | 180y | on | 1 |  | P | =
014 | creatinine increased | Blood creatinine increased | 113 | 150 | 1 |  | P | =
015 | severe nausea | Nausea | 59 | 66 | 3 |  | B | I
015 | nausea | Nausea | 10 | 58 | 1 |  | B | =
015 | fatigue | Fatigue | 44 | on | 2 |  | P | =
015 | vomiting several times a day | Vomiting | 80 | 91 | 3 |  | D | W
016 | headache | Headache | -8 | -8 | 1 |  | N | =
016 | ankle edema | Oedema peripheral | 120 | 205 | 1 |  | P | =
016 | anemia | Anaemia | 141 | on | 1 |  | P | =
017 | fatigue | Fatigue | 75 | on | 2 |  | P | =
017 | rash on whole body | Rash generalised | 40 | 58 | 1 |  | B | =
017 | progression of ILD | Interstitial lung disease | 236 | on | 3 | Y | N | W
018 | nausea | Nausea | 21 | 70 | 1 |  | B | =
018 | CK > 10 x ULN | Blood creatine phosphokinase increased | 150 | 173 | 4 |  | B | W
018 | muscle aches | Myalgia | 148 | 176 | 2 |  | B | =
019 | fatigue | Fatigue | - | 90 | 1 |  | P | =
019 | diarrhea | Diarrhoea | 100 | 114 | 1 |  | P | =
019 | ALT increased | Alanine aminotransferase increased | 113 | 140 | 2 |  | P | =
020 | nausea | Nausea | 12 | 40 | 1 |  | B | =
020 | proteinuria | Proteinuria | 100 | 154 | 1 |  | P | =
020 | proteinuria | Proteinuria | 155 | 189 | 2 |  | B | R
020 | proteinuria > 3.5 g/24 h | Proteinuria | 190 | on | 3 |  | B | W
"""


@dataclass(frozen=True, slots=True)
class When:
    """A date and how much of it was written down: ``day``, ``month``, ``year`` or ``nothing``."""

    day: date | None
    known: str = "day"


@dataclass(frozen=True, slots=True)
class Event:
    """One adverse event; ``end`` without a day and not ``ongoing`` is an end that nobody recorded."""

    verbatim: str
    term: str
    start: When
    end: When
    ongoing: bool
    grade: int
    serious: bool
    relation: str
    action: str
    outcome: str

    @property
    def organ_class(self) -> str:
        """System organ class of the preferred term."""
        return ORGAN_CLASS[self.term]


def _when(who: Patient, text: str) -> When:
    """Read a day of the tables: ``45``, ``45m``, ``45y``; anything else is no date."""
    known = {"m": "month", "y": "year"}.get(text[-1], "day")
    digits = text.rstrip("my")
    return When(who.day(int(digits)), known) if digits.lstrip("-").isdigit() else When(None, "nothing")


def _outcome(term: str, end: str) -> str:
    """Return the outcome that goes with an end date, an ongoing event or an end not recorded."""
    if end == "?":
        return "Unknown"
    if end != "on":
        return "Recovered/Resolved"
    return "Recovering/Resolving" if term in {"Fatigue", "Face oedema"} else "Not recovered/Not resolved"


def _event(who: Patient, line: str) -> Event:
    """Build an event from one line of the table."""
    _, verbatim, term, start, end, grade, serious, relation, action = (
        part.strip() for part in line.split("|")
    )
    return Event(
        verbatim=verbatim,
        term=term,
        start=_when(who, start),
        end=_when(who, end),
        ongoing=end == "on",
        grade=int(grade),
        serious=serious == "Y",
        relation=_RELATION[relation],
        action=_ACTION[action],
        outcome=_outcome(term, end),
    )


def _everyday_line(who: Patient, kind: Kind, number: int) -> str:
    """Draw one everyday event of a kind."""
    chance = rng("everyday", who.subject, kind.term, number)
    start = chance.randint(2, who.follow_up_day - 6)
    length = max(1, round(kind.days * chance.lognormvariate(0, 0.5)))
    end = start + length - 1
    start_text = f"{start}{chance.choices(('', 'm', 'y'), (90, 9, 1))[0]}"
    if end > who.follow_up_day - 1:
        end_text = chance.choices(("on", "?"), (6, 1))[0]
    else:
        end_text = chance.choices((str(end), f"{end}m", "?"), (90, 7, 3))[0]
    grade = chance.choices((1, 2)[: kind.worst], (7, 3)[: kind.worst])[0]
    related = chance.random() < kind.related
    relation = chance.choice("PPPBBD" if related else "NNUU")
    verbatim = chance.choice(kind.verbatim)
    return f"| {verbatim} | {kind.term} | {start_text} | {end_text} | {grade} |  | {relation} | ="


def _everyday(have: dict[str, list[str]]) -> None:
    """Fill up each patient's list to the wanted number, no kind in more than three patients."""
    used = Counter(term for lines in have.values() for term in {line.split("|")[2].strip() for line in lines})
    chance = rng("which everyday events")
    for who in sorted(PATIENTS, key=lambda who: -_WANTED[who.subject]):
        lines = have[who.subject]
        own = {line.split("|")[2].strip() for line in lines}
        while len(lines) < _WANTED[who.subject]:
            free = [kind for kind in KINDS if used[kind.term] < _AT_MOST and kind.term not in own]
            kind = chance.choice(free)
            used[kind.term] += 1
            own.add(kind.term)
            first, again = (_event(who, _everyday_line(who, kind, number)) for number in (0, 1))
            lines.append(_everyday_line(who, kind, 0))
            wanted = chance.random() < _COMES_BACK and len(lines) < _WANTED[who.subject]
            if wanted and first.end.day and again.start.day > first.end.day:
                lines.append(_everyday_line(who, kind, 1))


def adverse_events() -> dict[str, list[Event]]:
    """Return every patient's events in order of their start, those without a start last."""
    have: dict[str, list[str]] = {who.subject: [] for who in PATIENTS}
    for line in _BY_HAND.strip().splitlines():
        have[f"SSC-{line[:3]}"].append(line)
    _everyday(have)
    return {
        who.subject: sorted(
            (_event(who, line) for line in have[who.subject]),
            key=lambda event: (event.start.day or date.max, event.term),
        )
        for who in PATIENTS
    }
