"""What is counted in the arms, one patient one yes or no: adverse events, responders, laboratory grades."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from sscviewer.analysis.due import due_at
from sscviewer.analysis.endpoints.meaning import rule_name
from sscviewer.analysis.endpoints.progression import needed
from sscviewer.analysis.endpoints.responders import OBSERVED, TREATED, endpoint_rules
from sscviewer.analysis.endpoints.visit_table import visit_table
from sscviewer.analysis.events.adverse_events import rows_in_order
from sscviewer.analysis.events.event_codes import CodedEvents
from sscviewer.analysis.events.event_columns import COLUMNS, column_words
from sscviewer.analysis.labs.lab_shift import worst_by_patient
from sscviewer.analysis.labs.labs import Labs
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Bools
from sscviewer.model.study import Study

Codes = tuple[tuple[str, str | None], ...]
EVENT = "adverse_event"
WHAT = {
    "any": EVENT,
    "level_2": f"moderate_{EVENT}",
    "level_3": f"severe_{EVENT}",
    "related": f"related_{EVENT}",
    "serious": f"serious_{EVENT}",
    "withdrawal": f"{EVENT}_leading_to_withdrawal",
    "dose_change": f"{EVENT}_leading_to_dose_change",
}
"""What is counted, by the column of the table of events."""
RESPONDER, LABORATORY = "responder", "laboratory"
ANY = "ANY"
"""The key of any event."""
SEVERE = 3
"""Grade from which a laboratory value counts."""
WORSE = "worse than at baseline"


@dataclass(frozen=True, slots=True)
class Counted:
    """One thing that a patient had or had not.

    Attributes
    ----------
    what
        One of `WHAT`, `RESPONDER` or `LABORATORY`.
    key, name, words
        "Nausea", `ANY`, or the key of a rule; its name for a picture; how it is said in full.
    detail
        The column ("Grade ≥ 3"), the visit, the direction.
    denominator
        Of responders, one of `responders.DENOMINATORS`; "" where all treated patients count.
    met, of : (n,) bool, by the order of the study's patients
        Who had it, of whom.
    codes
        Its standard names and their values: (("AEBODSYS", "Skin"), ("AEDECOD", "Rash")).
    heading
        A total or a class rather than a term.
    month
        Of a visit; NaN where there is none.
    """

    what: str
    key: str
    name: str
    words: str
    detail: str
    met: Bools
    of: Bools
    codes: Codes = ()
    denominator: str = ""
    heading: bool = False
    month: float = np.nan


def counted_events(coded: CodedEvents, who: Population, column: str = "any") -> tuple[Counted, ...]:
    """Return who had each event in a column of the table (`COLUMNS`); none where the file does not say.

    In the order of the table of events: classes with their terms, commonest first. What nobody had
    is left out.
    """
    at = COLUMNS.index(column)
    if not coded.available[at]:
        return ()
    met = np.zeros((len(coded.names), len(coded.usubjids)), dtype=bool)
    met[coded.cell_row, coded.cell_patient] = coded.counts[:, at] > 0
    met &= who.treated
    detail = column_words(column, coded.scale)
    rows = [(coded.names[row], met[row]) for row in rows_in_order(coded, met.sum(axis=1), "frequency")]
    return tuple(
        Counted(
            WHAT[column],
            ANY if name.kind == "any" else name.words,
            name.words,
            name.words,
            detail,
            had,
            who.treated,
            (("AEBODSYS", name.body_system or None), ("AEDECOD", name.term or None)),
            heading=name.kind != "term",
        )
        for name, had in rows
    )


def counted_responders(
    study: Study, who: Population, settings: EndpointSettings, cut_off: date | None
) -> tuple[Counted, ...]:
    """Return who met each rule at each visit, of all whose visit was due and of those who can be judged."""
    return tuple(_responders(study, who, settings, cut_off))


def _responders(
    study: Study, who: Population, settings: EndpointSettings, cut_off: date | None
) -> Iterator[Counted]:
    rules = endpoint_rules(study, settings)
    treated = np.flatnonzero(who.treated)
    usubjids = [study.usubjids[i] for i in treated]
    table = visit_table(study, needed(rules), usubjids)
    due = [due_at(study, usubjids, float(months), cut_off) for months in table.avisitn]

    def of_all(chosen: Bools) -> Bools:
        full = np.zeros(len(study.usubjids), dtype=bool)
        full[treated[chosen]] = True
        return full

    for rule in rules:
        verdicts = rule.verdicts(table)
        for at, avisit in enumerate(table.avisit):
            judged = ~np.isnan(verdicts[:, at])
            if not judged.any():
                continue
            met = of_all(verdicts[:, at] == 1)
            for denominator, of in ((TREATED, judged | due[at]), (OBSERVED, judged)):
                yield Counted(
                    RESPONDER,
                    rule.code,
                    rule_name(rule.code, rule.words),
                    rule.words,
                    avisit,
                    met,
                    of_all(of),
                    (("PARAMCD", rule.needs[0]), ("rule", rule.code), ("AVISIT", avisit)),
                    denominator,
                    month=float(table.avisitn[at]),
                )


def counted_labs(of: Labs, who: Population) -> tuple[Counted, ...]:
    """Return who had a worst grade of 3 or more after baseline, and who one worse than at baseline.

    Of the patients with a graded value after baseline, and with one at baseline too. Tests that never got
    worse in anybody are left out.
    """
    found = []
    for paramcd, direction in of.graded:
        base, worst = worst_by_patient(of, paramcd, direction)
        known = who.treated & ~np.isnan(worst)
        both = known & ~np.isnan(base)
        term = of.tests[paramcd].term(direction)
        worse = both & (np.nan_to_num(worst) > np.nan_to_num(base))
        severe = known & (np.nan_to_num(worst) >= SEVERE)
        codes = (("PARAMCD", paramcd), ("direction", direction))
        for detail, met, among in ((WORSE, worse, both), (f"grade ≥ {SEVERE}", severe, known)):
            if met.any():
                found.append(Counted(LABORATORY, paramcd, term, term, detail, met, among, codes))
    return tuple(found)
