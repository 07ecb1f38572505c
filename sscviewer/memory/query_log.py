"""Questions to the sites, numbered once and for all: open, answered, closed, or not to be asked."""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sscviewer.memory.contents import Standing, hashed, where_it_stands
from sscviewer.memory.query_words import SiteQuestion
from sscviewer.memory.study_memory import WHOLE, MarkedRecord, StudyMemory, now_text
from sscviewer.model.study import Study

Status = Literal["open", "answered", "closed", "will not query"]
STATUSES: tuple[Status, ...] = ("open", "answered", "closed", "will not query")

QUERY = "query"
"""The kind of a line of the trail that is about a query."""


@dataclass(frozen=True, slots=True)
class Query:
    """One question and what became of it.

    Attributes
    ----------
    number
        Of the study; never given twice.
    answered
        Day of the site's answer, as the site wrote it.
    proposal
        What the program proposes to do next, in a sentence; "" when nothing.
    row
        Of the record in the open file, -1 when there is none or the query is over.
    """

    number: int
    status: Status
    question: SiteQuestion
    answer: str
    answered: str
    who: str
    at: str
    proposal: str = ""
    row: int = -1


def numbered(questions: Iterable[SiteQuestion]) -> tuple[Query, ...]:
    """Return questions as open queries of nobody's log: numbered here and now, kept nowhere."""
    return tuple(Query(number, "open", asked, "", "", "", "") for number, asked in enumerate(questions, 1))


class QueryLog:
    """The queries of a study; every change is written before it returns.

    Raises
    ------
    MemoryUnusable
        From every method: if the memory cannot be read or written.
    """

    def __init__(self, memory: StudyMemory, study: Study) -> None:
        self._memory = memory
        self._study = study

    def ask(self, questions: Iterable[SiteQuestion]) -> tuple[int, ...]:
        """Open a query for each question not asked before, and return their numbers.

        What was closed and is found again is asked anew; what is open, answered or not to be asked is not.
        """
        prepared = [(question, *self._record_of(question)) for question in questions]
        with self._memory.database.writing() as connection:
            numbers = [self._ask(connection, *one) for one in prepared]
        return tuple(number for number in numbers if number)

    def _ask(
        self, connection: sqlite3.Connection, question: SiteQuestion, record: MarkedRecord, has_record: bool
    ) -> int:
        """Open one query, inside a transaction, and return its number; 0 when it was asked before."""
        memory = self._memory
        about = hashed(question.about())
        found = connection.execute(
            "SELECT number, status FROM query WHERE study = ? AND about = ?", (memory.number, about)
        ).fetchone()
        if found is not None and found[1] != "closed":
            return 0
        if found is not None:  # the closed one keeps its number and its story under a name of its own
            connection.execute(
                "UPDATE query SET about = ? WHERE study = ? AND number = ?",
                (f"{about}:{found[0]}", memory.number, found[0]),
            )
        (number,) = connection.execute(
            "UPDATE study SET next_query = next_query + 1 WHERE id = ? RETURNING next_query - 1",
            (memory.number,),
        ).fetchone()
        kept = memory.keep_content(connection, memory.content(question.usubjid)) if has_record else ""
        connection.execute(
            "INSERT INTO query (study, number, about, status, subject, record, content, said, who, at)"
            " VALUES (?, ?, ?, 'open', ?, ?, ?, ?, ?, ?)",
            (
                *(memory.number, number, about, question.usubjid, record.text(), kept),
                *(json.dumps(asdict(question), ensure_ascii=False), memory.who, now_text()),
            ),
        )
        memory.write_trail(connection, question.usubjid, record, QUERY, "", f"{number}: open")
        return int(number)

    def queries(self) -> tuple[Query, ...]:
        """Return all queries by number, each with what is proposed for it."""
        rows = self._memory.database.rows(
            "SELECT number, status, subject, record, content, said, answer, answered, who, at FROM query"
            " WHERE study = ? ORDER BY number",
            self._memory.number,
        )
        return tuple(map(self._query, rows))

    def set_status(self, number: int, status: Status, answer: str | None = None, answered: str = "") -> None:
        """Say what became of a query; an answer is kept with it.

        Raises
        ------
        KeyError
            If there is no such query.
        """
        memory = self._memory
        with memory.database.writing() as connection:
            found = connection.execute(
                "SELECT status, subject, answer, answered FROM query WHERE study = ? AND number = ?",
                (memory.number, number),
            ).fetchone()
            if found is None:
                raise KeyError(number)
            before, usubjid, old_answer, old_day = map(str, found)
            said, day = (old_answer, old_day) if answer is None else (answer, answered)
            if (before, old_answer, old_day) == (status, said, day):
                return
            connection.execute(
                "UPDATE query SET status = ?, answer = ?, answered = ?, who = ?, at = ?"
                " WHERE study = ? AND number = ?",
                (status, said, day, memory.who, now_text(), memory.number, number),
            )
            after = f"{number}: {status}" + (f" ({said})" if answer else "")
            memory.write_trail(connection, usubjid, WHOLE, QUERY, f"{number}: {before}", after)

    def take_answers(self, answers: Mapping[int, tuple[str, str]]) -> tuple[int, ...]:
        """Keep the answers of a list that came back, (answer, day) by number; return numbers nobody asked."""
        known = {query.number: query for query in self.queries()}
        for number, (answer, day) in answers.items():
            query = known.get(number)
            if query is not None and answer and (answer, day) != (query.answer, query.answered):
                status: Status = "answered" if query.status == "open" else query.status
                self.set_status(number, status, answer, day)
        return tuple(number for number in answers if number not in known)

    def _record_of(self, question: SiteQuestion) -> tuple[MarkedRecord, bool]:
        if question.row < 0:
            return WHOLE, False
        return self._memory.record(question.table, question.row)[1], True

    def _query(self, row: tuple[Any, ...]) -> Query:
        number, status, usubjid, record, content, said, answer, answered, who, at = row
        fields = json.loads(said)
        question = SiteQuestion(**{**fields, "cells": tuple(fields["cells"])})
        has_standing = status in ("open", "answered") and record
        standing = self._standing(usubjid, MarkedRecord.of(record), content) if has_standing else None
        proposal, now = (_proposal(status, standing), standing.row) if standing else ("", -1)
        return Query(number, status, question, answer, answered, who, at, proposal, now)

    def _standing(self, usubjid: str, record: MarkedRecord, content: str) -> Standing:
        memory = self._memory
        if usubjid not in self._study.usubjids or record.table not in memory.content(usubjid).tables:
            return Standing("gone", -1)
        first = self._study.rows(record.table, usubjid).start
        return where_it_stands(memory.looks(usubjid, content), record.table, record.row, first)


def _proposal(status: str, standing: Standing) -> str:
    if standing.state == "same":
        return "answered, but the record is as it was" if status == "answered" else ""
    if standing.state == "gone":
        return "the record is gone from the file: close?"
    said = "; ".join(field.words() for field in standing.fields)
    return f"{'answered and ' if status == 'answered' else ''}changed ({said}): close?"
