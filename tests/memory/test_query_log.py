"""Queries: asked once over all exports, numbered once and for all, closed by what the site changed."""

import dataclasses

from sscviewer.memory.query_log import QueryLog
from sscviewer.memory.query_words import Asker
from sscviewer.model.issue import Issue
from tests.memory.conftest import column


def log_of(remember, loaded, who="Ana"):
    memory = remember(loaded, who)
    return memory, QueryLog(memory, loaded.study), Asker(loaded.study, loaded.report)


def grade_issue(study, term="nausea after dose"):
    (row,) = (study.column("adverse_events", "AETERM") == term).nonzero()[0][:1]
    sheet, _, cell = study.srcref("adverse_events", int(row), "AETOXGR").rpartition("!")
    usubjid = str(study.column("adverse_events", "USUBJID")[row])
    return Issue("warning", "grade.odd", "The grade is odd; it was kept.", sheet, cell, usubjid)


def test_a_question_says_all_a_site_needs(demo, remember):
    _, log, asker = log_of(remember, demo)
    issue = grade_issue(demo.study)
    (number,) = log.ask(asker.questions([issue]))
    (query,) = log.queries()
    asked = query.question
    assert (number, query.status, asked.usubjid, asked.form) == (1, "open", issue.usubjid, "Adverse Events")
    assert asked.field == "CTCAE grade"
    assert asked.cells == (issue.cell,)
    assert asked.record == issue.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert asked.date == str(demo.study.column("adverse_events", "ASTDT")[asked.row].astype("datetime64[D]"))
    assert asked.text.startswith("The grade is odd (nausea after dose)")


def test_the_same_words_in_one_column_are_one_question(demo, remember):
    _, log, asker = log_of(remember, demo)
    nd = [
        Issue(
            "warning", "value.not_numeric", "“ND” is no number; not drawn.", "Pulmonary Function", f"G{n}", u
        )
        for n, u in enumerate(demo.study.usubjids[:16], 2)
    ]
    sites = {str(demo.study.value(u, "SITEID")) for u in demo.study.usubjids[:16]}
    assert len(log.ask(asker.questions(nd))) == len(sites)
    asked = [q.question for q in log.queries()]
    assert sum(len(q.cells) for q in asked) == 16
    assert any("the same in" in q.text for q in asked)


def test_it_is_asked_once_over_exports_and_closed_by_the_change(demo, export, remember):
    def regrade(book):
        events = book["Adverse Events"]
        events.cell(2, column(events, "CTCAE grade")).value = 3

    _, log, asker = log_of(remember, demo)
    assert log.ask(asker.questions([grade_issue(demo.study)])) == (1,)
    assert log.ask(asker.questions([grade_issue(demo.study)])) == ()

    same = export(seed=11)
    _, log, asker = log_of(remember, same)
    assert log.ask(asker.questions([grade_issue(same.study)])) == ()
    assert log.take_answers({1: ("is corrected", "2026-11-20"), 77: ("what?", "")}) == (77,)
    (query,) = log.queries()
    assert (query.status, query.answer, query.answered) == ("answered", "is corrected", "2026-11-20")
    assert query.proposal == "answered, but the record is as it was"

    changed = export(regrade, seed=12)
    memory, log, _ = log_of(remember, changed, "Ben")
    assert log.queries()[0].proposal == "answered and changed (CTCAE grade: 1 → 3): close?"
    log.set_status(1, "closed")
    assert log.queries()[0].proposal == ""
    assert [(s.who, s.after) for s in memory.trail()] == [
        ("Ana", "1: open"),
        ("Ana", "1: answered (is corrected)"),
        ("Ben", "1: closed"),
    ]


def test_numbers_never_begin_again(demo, remember):
    _, log, asker = log_of(remember, demo)
    first = grade_issue(demo.study)
    log.ask(asker.questions([first]))
    log.set_status(1, "closed")
    other = dataclasses.replace(first, code="grade.other")
    assert log.ask(asker.questions([first, other])) == (2, 3)
    log.set_status(2, "will not query")
    assert log.ask(asker.questions([first])) == ()
    assert [(q.number, q.status) for q in log.queries()] == [
        (1, "closed"),
        (2, "will not query"),
        (3, "open"),
    ]
