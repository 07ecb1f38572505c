"""The flow of patients through the trial (CONSORT), as boxes and arrows to draw."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np

from sscviewer.analysis.baselines import changed_after_baseline
from sscviewer.analysis.enrolment.allocation import Allocation, allocation
from sscviewer.analysis.enrolment.trial_ends import ArmEnds, EndGroup, TrialEnds, in_arm, trial_ends
from sscviewer.analysis.modelled import MODELLED_KINDS
from sscviewer.analysis.population import ALL, Population
from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.model.sentence import joined, say
from sscviewer.model.study import Study

Kind = Literal["main", "side"]
EVERYBODY = -1
"""The column of boxes above the arms."""


@dataclass(frozen=True, slots=True)
class FlowBox:
    """One box.

    Attributes
    ----------
    key
        What links and marks tell it by: "enrolled", "treated:0" …
    title, n, usubjids
        What the patients of the box have in common, how many and who they are.
    items
        The lines below the title: reasons, or endpoints, with their patients.
    kind
        "main": on the way down; "side": those who leave it there.
    column, level
        Arm column (`EVERYBODY`: across all) and step from the top; side boxes hang below their step.
    """

    key: str
    title: str
    n: int
    usubjids: tuple[str, ...]
    items: tuple[EndGroup, ...]
    kind: Kind
    column: int
    level: int


@dataclass(frozen=True, slots=True)
class Flow:
    """The whole chart.

    Attributes
    ----------
    arms
        Titles of the columns; ("",) where there is one.
    boxes
        From top to bottom and left to right.
    links
        (key, key): an arrow from one box to another.
    adds_up, check
        Whether the counts agree with their totals, and the sentences on those that do not.
    """

    arms: tuple[str, ...]
    boxes: tuple[FlowBox, ...]
    links: tuple[tuple[str, str], ...]
    adds_up: bool
    check: str

    def patients(self, key: str) -> tuple[str, ...]:
        """Return who is in a box ("stopped:0") or in one of its lines ("stopped:0/2").

        Raises
        ------
        KeyError
            If there is no such box or line.
        """
        name, _, line = key.partition("/")
        box = {one.key: one for one in self.boxes}[name]
        if not line:
            return box.usubjids
        return dict(enumerate(item.usubjids for item in box.items))[int(line)]


def flow(study: Study, who: Population) -> Flow:
    """Return the flow: in the file → randomised → treated (by arm) → completed, and who left on the way.

    Without arms as randomised, or with arms as treated, it goes from the file to the treated.
    """
    ends = trial_ends(study, who)
    names = tuple(arm for arm, _ in who.arms if arm != ALL)
    columns = [in_arm(ends, name) for name in names] or [in_arm(ends)]
    given = allocation(study, who)
    if given is None:
        top = _top(ends, bool(names))
        below = [_column(study, arm, i, 2 if names else 1) for i, arm in enumerate(columns)]
    else:
        top = _top_of_randomised(ends, given)
        below = [
            (*_allocated(given, arm, i), *_column(study, arm, i, 3, given)) for i, arm in enumerate(columns)
        ]
    boxes = (*top, *(box for column in below for box in column))
    wrong = [check.words for check in ends.checks if not check.agrees]
    return Flow(
        arms=names or ("",),
        boxes=boxes,
        links=_links(top, below),
        adds_up=not wrong,
        check=joined(wrong) or say("All counts agree with their totals."),
    )


def _top(ends: TrialEnds, several: bool) -> tuple[FlowBox, ...]:
    title = "Screened" if ends.screen_failures.n else "Enrolled"
    boxes = [_box("enrolled", title, ends.enrolled, EVERYBODY, 0)]
    never = (ends.screen_failures, ends.not_treated)
    left = [group for group in never if group.n]
    if left:
        all_never = EndGroup("Not treated", tuple(usubjid for group in left for usubjid in group.usubjids))
        items = tuple(left) if ends.screen_failures.n else ()
        boxes.append(_box("never", "Not treated", all_never, EVERYBODY, 0, items, "side"))
    if several:
        boxes.append(_box("treated", "Treated", in_arm(ends).treated, EVERYBODY, 1))
    return tuple(boxes)


def _top_of_randomised(ends: TrialEnds, given: Allocation) -> tuple[FlowBox, ...]:
    """Return the boxes down to everyone randomised."""
    title = "Screened" if ends.screen_failures.n else "Enrolled"
    everyone = given.randomised()
    out = set(everyone.usubjids)
    left = EndGroup("Not randomised", tuple(u for u in ends.enrolled.usubjids if u not in out))
    failures = tuple(u for u in ends.screen_failures.usubjids if u not in out)
    items = (EndGroup("Screen failure", failures),) if failures else ()
    boxes = [_box("enrolled", title, ends.enrolled, EVERYBODY, 0)]
    if left.n:
        boxes.append(_box("never", "Not randomised", left, EVERYBODY, 0, items, "side"))
    return (*boxes, _box("randomised", "Randomised", everyone, EVERYBODY, 1))


def _allocated(given: Allocation, arm: ArmEnds, column: int) -> tuple[FlowBox, ...]:
    """Return who was randomised to an arm, and who of them took no dose."""
    group, treated = given.to(arm.arm), set(arm.treated.usubjids)
    boxes = [_box(f"allocated:{column}", f"Randomised to {arm.arm}", group, column, 2)]
    never = EndGroup("Not treated", tuple(u for u in group.usubjids if u not in treated))
    if never.n:
        boxes.append(_box(f"never:{column}", "Not treated", never, column, 2, (), "side"))
    return tuple(boxes)


def _column(
    study: Study, arm: ArmEnds, column: int, level: int, given: Allocation | None = None
) -> tuple[FlowBox, ...]:
    """Return the boxes of one arm, from treated down; its first has lines of who took another's treatment."""
    title = "Treated" if arm.arm == ALL or given is not None else arm.arm
    others = given.took_another(arm.treated.usubjids) if given is not None else ()
    boxes = [_box(f"treated:{column}", title, arm.treated, column, level, others)]
    if arm.stopped.n:
        boxes.append(_box(f"stopped:{column}", "Stopped", arm.stopped, column, level, arm.reasons, "side"))
    for name, group in (("ongoing", arm.ongoing), ("unknown", arm.unknown)):
        if group.n:
            boxes.append(_box(f"{name}:{column}", group.words, group, column, level, (), "side"))
    if arm.unknown.n < arm.treated.n:  # else nobody's end is recorded, and "0 completed" would say too much
        level += 1
        boxes.append(_box(f"completed:{column}", "Completed", arm.completed, column, level))
    # Where some took another arm's treatment the tables of events have other numbers by arm than this box.
    safety = "Safety, there by the arm taken" if given is not None and given.differs() else "Safety"
    items = (EndGroup(safety, arm.treated.usubjids), *_analysed(study, arm))
    boxes.append(_box(f"analysed:{column}", "Analysed", arm.treated, column, level + 1, items))
    return tuple(boxes)


def _analysed(study: Study, arm: ArmEnds) -> tuple[EndGroup, ...]:
    """Return for each endpoint the treated patients with a baseline and a value after it."""
    groups = []
    shown = [code for code in default_parameters(study) if study.parameters[code].kind in MODELLED_KINDS]
    for paramcd in shown:
        changed = changed_after_baseline(study, paramcd)
        ids = np.array(study.usubjids, dtype=object)[changed]
        members = set(ids.tolist())
        chosen = tuple(usubjid for usubjid in arm.treated.usubjids if usubjid in members)
        groups.append(EndGroup(f"Change in {study.parameters[paramcd].short}", chosen))
    return tuple(groups)


def _box(
    key: str,
    title: str,
    group: EndGroup,
    column: int,
    level: int,
    items: tuple[EndGroup, ...] = (),
    kind: Kind = "main",
) -> FlowBox:
    return FlowBox(key, title, group.n, group.usubjids, items, kind, column, level)


def _links(top: tuple[FlowBox, ...], below: list[tuple[FlowBox, ...]]) -> tuple[tuple[str, str], ...]:
    """Return the arrows: each main box to the side boxes of its step and to the next main box."""
    links = []
    for chain in [top, *below]:
        main = [box for box in chain if box.kind == "main"]
        links += [(one.key, other.key) for one, other in pairwise(main)]
        links += [
            (one.key, side.key)
            for one in main
            for side in chain
            if side.kind == "side" and side.level == one.level
        ]
    last = [box for box in top if box.kind == "main"][-1]
    links += [(last.key, column[0].key) for column in below]
    return tuple(links)
