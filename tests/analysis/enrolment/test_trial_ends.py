"""Who was treated, completed and stopped; sums that agree, and sums that do not."""

import pandas as pd
import pytest

from sscviewer.analysis.enrolment.trial_ends import in_arm, trial_ends
from sscviewer.model.issue import Issue
from sscviewer.report.who_tables import disposition_lines
from tests.analysis.ended_trials import study_of
from tests.planned import population
from tests.reference.shipped import shipped


def test_a_trial_that_adds_up():
    study = study_of(
        [("A", "X", True), ("B", "Y", True), ("C", "Y", True), ("D", "Y", True), ("E", "", False),
         ("F", "", False)],
        [("A", "COMPLETED", "COMPLETED", 300), ("B", "DISCONTINUED", "ADVERSE EVENT", 31),
         ("C", "DISCONTINUED", "LOST TO FOLLOW-UP", 100), ("D", "ONGOING", "", 50),
         ("E", "SCREEN FAILURE", "SCREEN FAILURE", 1)],
    )  # fmt: skip
    found = trial_ends(study, population(study))
    assert (found.enrolled.n, found.screen_failures.usubjids, found.not_treated.usubjids) == (
        6,
        ("E",),
        ("F",),
    )
    every = in_arm(found)
    groups = (every.treated, every.completed, every.stopped, every.lost, every.ongoing, every.unknown)
    assert [group.n for group in groups] == [4, 1, 2, 1, 1, 0]
    assert [(group.words, group.usubjids) for group in every.reasons] == [
        ("Adverse event", ("B",)),
        ("Lost to follow-up", ("C",)),
    ]
    assert (every.time.n, every.time.days, every.time.median) == (4, 481, 75)
    assert every.time.years == pytest.approx(481 / 365.25)
    assert (in_arm(found, "Y").treated.n, in_arm(found, "X").completed.n) == (3, 1)
    assert found.adds_up
    assert found.checks[0].words == "1 completed + 2 stopped + 1 ongoing = 4 of 4 treated."


def test_what_does_not_add_up_is_said_and_named():
    study = study_of(
        [("A", "X", True), ("B", "Y", True), ("C", "", True), ("D", "X", True), ("E", "X", False),
         ("F", "X", True)],
        [("A", "DISCONTINUED", "DISCONTINUED", 30), ("A", "DISCONTINUED", "", 31),
         ("B", "COMPLETED", "COMPLETED", 30), ("B", "DISCONTINUED", "ADVERSE EVENT", 300),
         ("C", "COMPLETED", "COMPLETED", 300), ("D", "SCREEN FAILURE", "", 3),
         ("E", "COMPLETED", "COMPLETED", 9)],
    )  # fmt: skip
    found = trial_ends(study, population(study))
    assert [(check.agrees, check.usubjids) for check in found.checks] == [
        (False, ("D", "F")),
        (False, ("A",)),
        (False, ("C",)),
        (False, ("D", "E")),
        (False, ("B",)),
    ]
    assert not found.adds_up
    words = "1 completed + 2 stopped = 3 of 5 treated; how it ended is not recorded for the others."
    assert found.checks[0].words == words


def test_discrepancies_with_the_action_taken_for_events():
    issues = [
        Issue("warning", "disposition.no_event", "A.", usubjid="A"),
        Issue("warning", "ae.withdrawn_not_stopped", "B.", usubjid="B"),
        Issue("info", "date.partial", "C.", usubjid="A"),
    ]
    study = study_of([("A", "", True), ("B", "", True)], [("A", "COMPLETED", "COMPLETED", 9)], issues)
    assert [i.message for i in trial_ends(study, population(study)).discrepancies] == ["A.", "B."]
    only_a = trial_ends(study, population(study, among=["A"]))
    assert [i.message for i in only_a.discrepancies] == ["A."]
    assert only_a.enrolled.usubjids == ("A",)


def test_the_demo_is_the_model_trial(demo_study):
    """12 completed, 7 stopped for an adverse event, 1 lost (clinical facts 1.1)."""
    found = trial_ends(demo_study, population(demo_study))
    every = in_arm(found)
    assert (every.treated.n, every.completed.n, every.stopped.n, every.lost.n) == (20, 12, 8, 1)
    assert [(group.words, group.n) for group in every.reasons] == [
        ("Adverse event", 7),
        ("Lost to follow-up", 1),
    ]
    assert found.adds_up


def test_three_arms_against_their_sheets(sdtm_core, sdtm_study):
    book = pd.read_excel(sdtm_core, sheet_name=["DM", "DS", "EX"], engine="calamine")
    ends = book["DS"][book["DS"]["DSCAT"] == "DISPOSITION EVENT"]
    dosed = ends[ends["USUBJID"].isin(book["EX"]["USUBJID"])]
    found = trial_ends(sdtm_study, population(sdtm_study))
    every = in_arm(found)
    assert found.enrolled.n == len(book["DM"])
    assert found.screen_failures.n == int((ends["DSDECOD"] == "SCREEN FAILURE").sum()) > 0
    assert every.completed.n == int((dosed["DSDECOD"] == "COMPLETED").sum())
    stopped = dosed[dosed["DSDECOD"] != "COMPLETED"]["DSDECOD"]
    reasons = stopped.str.capitalize().value_counts().to_dict()
    assert {group.words: group.n for group in every.reasons} == reasons
    arms = book["DM"].set_index("USUBJID")["ACTARM"]
    by_arm = dosed[dosed["DSDECOD"] == "COMPLETED"]["USUBJID"].map(arms).value_counts().to_dict()
    assert {arm.arm: arm.completed.n for arm in found.arms[1:]} == by_arm
    assert found.adds_up


def test_time_on_study_of_the_made_up_trial():
    """SYN20: 5494 person-days = 15.0417522 years (clinical facts 9.6)."""
    ends = shipped("syn20_ends")
    study = study_of(
        [(row["subject"], "", True) for row in ends],
        [
            (
                row["subject"],
                "COMPLETED" if row["reason"] == "COMPLETED" else "DISCONTINUED",
                row["reason"],
                int(row["last_day"]),
            )
            for row in ends
        ],
    )
    every = in_arm(trial_ends(study, population(study)))
    assert (every.time.n, every.time.days) == (20, 5494)
    assert every.time.years == pytest.approx(15.0417522, abs=5e-8)
    assert [group.n for group in (every.completed, *every.reasons)] == [12, 5, 2, 1]


def test_nobody_completed_is_not_said_of_a_file_that_tells_of_others_only():
    ends = [("A", "DISCONTINUED", "DISCONTINUED", 30), ("B", "COMPLETED", "COMPLETED", 300)]
    told = {}
    for kept in (ends[:1], ends[1:], ends):
        study = study_of([("A", "X", True), ("B", "X", True), ("C", "X", len(kept) < 2)], kept)
        lines = disposition_lines(trial_ends(study, population(study)))
        told[len(kept), kept[0][0]] = [
            line.texts[0] for line in lines if line.label.strip() in ("Completed", "Stopped early")
        ]
    assert told[1, "A"] == ["not in the file", "1 (33.3 %)"]
    assert told[1, "B"] == ["1 (33.3 %)", "not in the file"]
    assert told[2, "A"] == ["1 (50.0 %)", "1 (50.0 %)"]


@pytest.mark.parametrize(
    ("state", "completed"), [(None, "not in the file"), ("", "0"), ("unknown", "0"), ("ONGOING", "0")]
)
def test_nobody_completed_is_said_where_the_ends_of_all_are_asked_for(state, completed):
    """Of three patients two stopped; the third has no row in the sheet of ends, or one that tells no end."""
    ends = [("A", "DISCONTINUED", "ADVERSE EVENT", 30), ("B", "DISCONTINUED", "DEATH", 60)]
    ends += [] if state is None else [("C", state, "", 9)]
    study = study_of([(who, "X", True) for who in "ABC"], ends)
    lines = {line.label.strip(): line for line in disposition_lines(trial_ends(study, population(study)))}
    assert lines["Completed"].texts == (completed,)
    assert lines["Stopped early"].texts == ("2 (66.7 %)",)


def test_a_sheet_of_those_who_left_says_nothing_of_the_others():
    """The sheet of ends has a row of two of four patients; of one of them it does not know how it ended."""
    ends = [("A", "DISCONTINUED", "ADVERSE EVENT", 30), ("B", "unknown", "", 60)]
    study = study_of([(who, "X", True) for who in "ABCD"], ends)
    lines = {line.label.strip(): line for line in disposition_lines(trial_ends(study, population(study)))}
    assert lines["Completed"].texts == ("not in the file",)
    assert lines["Stopped early"].texts == ("1 (25.0 %)",)
