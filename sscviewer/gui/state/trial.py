"""An opened file with everything about it that is computed once."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer.gui.state.kept_plan import kept_plan
from sscviewer.gui.state.patient_row import PatientRows, patient_rows
from sscviewer.gui.state.tasks import Cancelled, Ticket
from sscviewer.model.sentence import sentence_of

if TYPE_CHECKING:
    from sscviewer.analysis.patient.not_shown import NotShown
    from sscviewer.analysis.patient.patient_page import TrialFrame
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.model.load_report import LoadReport
    from sscviewer.model.questions import Answers, Question
    from sscviewer.model.study import Study
    from sscviewer.workbook import Loaded
    from sscviewer.workbook.mapping.mapping import Mapping

# What needs pandas is imported where it is used, in the worker: the start page is on screen by then.

READING = 0.8
"""The share of opening a file that is reading it."""


class CannotOpen(Exception):  # noqa: N818 - reads as what happened
    """The file cannot be used; the text is one sentence for the user.

    Attributes
    ----------
    can_map
        Whether a mapping that says what its sheets are would make it usable.
    questions
        What may be asked, whose answers would make it usable.
    shape
        The key under which answers for such workbooks are kept.
    """

    def __init__(
        self,
        sentence: str,
        *,
        can_map: bool = False,
        questions: "tuple[Question, ...]" = (),
        shape: str = "",
    ) -> None:
        super().__init__(sentence)
        self.can_map, self.questions, self.shape = can_map, questions, shape


class NeedsPassword(CannotOpen):
    """The file is encrypted; `is_wrong` if a password was given that does not open it."""

    def __init__(self, text: str, *, is_wrong: bool) -> None:
        super().__init__(text)
        self.is_wrong = is_wrong


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Trial:
    """An opened file, equal to itself alone: a file opened again, or prepared anew, is another trial.

    Attributes
    ----------
    study
        With derived parameters beside the collected ones.
    collected
        The same as read: what exports are compared by, and what is derived anew from.
    report
        What was read, and in its issues also what the derived parameters found.
    frame
        What all patient pages share, for `parameters`.
    parameters
        The PARAMCDs a patient page shows first.
    patients
        The patient list.
    not_shown
        Records that no picture can show.
    n_without_start
        Adverse events without a start date: drawn from the left edge.
    path
        Where the file lies.
    plan
        The analysis plan it was prepared by, or that is kept for its shape.
    mapping
        The mapping by which it was read, as TOML.
    answers
        What the user said to questions about the file, now or for an earlier file of its shape.
    shape
        The key under which mappings for such workbooks are kept.
    """

    study: "Study"
    collected: "Study"
    report: "LoadReport"
    frame: "TrialFrame"
    parameters: tuple[str, ...]
    patients: PatientRows
    not_shown: tuple["NotShown", ...]
    n_without_start: int
    path: Path
    plan: "AnalysisPlan"
    mapping: str = ""
    answers: "Answers" = ()
    shape: str = ""

    @property
    def has_anything_to_draw(self) -> bool:
        """Whether there is a measured value, an event, a dose or other medication."""
        drawn = ("measurements", "adverse_events", "exposure", "medications")
        return any(len(getattr(self.collected, table)) for table in drawn)

    def is_same_file(self, other: "Trial") -> bool:
        """Whether another trial is of the same file, read or prepared again, and names patients alike."""
        return self.path == other.path and self.study.is_hidden == other.study.is_hidden

    def is_settled_by(self, plan: "AnalysisPlan") -> bool:
        """Whether the values would be the same by another plan; if not, the trial must be prepared anew."""
        from sscviewer.analysis.settle import settling_choices

        return settling_choices(self.plan) == settling_choices(plan)


@dataclass(frozen=True, slots=True)
class HowToRead:
    """What the user said about how a file is to be read.

    Attributes
    ----------
    mapping
        What its sheets and columns are; None to recognise them.
    library
        Folder of mappings kept for files of a shape.
    password
        Of an encrypted workbook.
    answers
        What was said to questions about the file.
    fvc_tolerance
        Points by which FVC % predicted may differ from what the litres say.
    """

    mapping: "Mapping | None" = None
    library: Path | None = None
    password: str | None = None
    answers: "Answers" = ()
    fvc_tolerance: float = 8.0


def load_trial(path: Path, ticket: Ticket, how: HowToRead, first: "Callable[[], AnalysisPlan]") -> Trial:
    """Read a file and prepare everything the window shows at once; for the worker.

    Parameters, and what is raised, as `read_file` and `prepare_trial`; `first` returns the plan where none is
    kept for the file's shape.
    """
    loaded = read_file(path, ticket, how, share=READING)
    from sscviewer.workbook.mapping.file import mapping_text
    from sscviewer.workbook.mapping.mapping import answers_of

    kept = kept_plan(how.library, loaded.shape, loaded.mapping, first())
    trial = prepare_trial(loaded.study, loaded.report, path, ticket, kept)
    return replace(
        trial,
        answers=answers_of(loaded.mapping),
        shape=loaded.shape,
        mapping=mapping_text(loaded.mapping),
    )


def read_file(path: Path, ticket: Ticket, how: HowToRead, *, share: float = 1.0) -> "Loaded":
    """Read a file; for the worker.

    Parameters
    ----------
    share
        Which part of the whole work reading is.

    Raises
    ------
    NeedsPassword
        If the file is encrypted and the password is missing or wrong.
    CannotOpen
        If the file cannot be used.
    Cancelled
        If the ticket was cancelled.
    """
    from sscviewer.workbook import LoadCancelled, PasswordNeeded, Unrecognised, UnusableFile, load_study

    def progress(text: str, fraction: float) -> None:
        ticket.progress(text, share * fraction)

    try:
        return load_study(
            path,
            progress=progress,
            cancelled=ticket.cancelled,
            **{field.name: getattr(how, field.name) for field in fields(how)},
        )
    except PasswordNeeded as error:
        raise NeedsPassword(str(error), is_wrong=error.is_wrong) from error
    except Unrecognised as error:
        raise CannotOpen(
            sentence_of(error), can_map=True, questions=error.questions, shape=error.shape
        ) from error
    except UnusableFile as error:
        raise CannotOpen(sentence_of(error)) from error
    except LoadCancelled as error:
        raise Cancelled from error


def prepare_trial(
    collected: "Study",
    report: "LoadReport",
    path: Path,
    ticket: Ticket,
    plan: "AnalysisPlan",
    before: "AnalysisPlan | None" = None,
) -> Trial:
    """Compute what the window shows of a study as read; for the worker.

    Parameters
    ----------
    plan
        What parameters are derived by, and what chooses the values that count.
    before
        By which the report was made; None where it is that of the file as read.

    Raises
    ------
    Cancelled
        If the ticket was cancelled.
    """
    import numpy as np

    from sscviewer.analysis.patient.cohort_overview import cohort_overview
    from sscviewer.analysis.patient.not_shown import find_not_shown
    from sscviewer.analysis.patient.patient_page import trial_frame
    from sscviewer.analysis.settle import settle_study
    from sscviewer.analysis.shown_parameters import default_panels, default_parameters
    from sscviewer.report.findings import report_by_plan

    ticket.progress("Preparing the patient list", READING)
    study = settle_study(collected, plan)
    parameters = default_panels(study)
    overview = cohort_overview(study, default_parameters(study))
    if ticket.cancelled():
        raise Cancelled
    ticket.progress("Preparing the patient pages", (1 + READING) / 2)
    frame = trial_frame(study, parameters)
    if ticket.cancelled():
        raise Cancelled
    return Trial(
        study=study,
        collected=collected,
        report=report_by_plan(report, collected, study, plan, before),
        frame=frame,
        parameters=parameters,
        patients=patient_rows(
            overview, {usubjid: _event_words(study, usubjid) for usubjid in study.usubjids}
        ),
        not_shown=find_not_shown(study),
        n_without_start=int(np.isnan(study.column("adverse_events", "ASTDY")).sum()),
        path=path,
        plan=plan,
    )


def derive_again(trial: Trial, ticket: Ticket, plan: "AnalysisPlan") -> Trial:
    """Return an opened file with its derived parameters computed in another way; for the worker.

    Raises
    ------
    Cancelled
        If the ticket was cancelled.
    """
    n_derived = len(trial.study.issues) - len(trial.collected.issues)
    read = trial.report.issues[: len(trial.report.issues) - n_derived]
    report = replace(trial.report, issues=read)
    again = prepare_trial(trial.collected, report, trial.path, ticket, plan, trial.plan)
    said = {name: getattr(trial, name) for name in ("answers", "shape", "mapping")}
    return replace(again, **said)


def _event_words(study: "Study", usubjid: str) -> str:
    """Return the terms of a patient's adverse events, each once."""
    rows = study.rows("adverse_events", usubjid)
    terms = {
        str(term) for name in ("AEDECOD", "AETERM") for term in study.column("adverse_events", name)[rows]
    }
    return " ".join(sorted(terms))
