"""With identities hidden nothing written names a patient, a site, a date or the file; numbers stay."""

import csv
import io
import re
import zipfile
from dataclasses import replace

import openpyxl
import pypdfium2
import pytest

from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.settle import settle_study
from sscviewer.analysis.visit_margins import margins_of
from sscviewer.cli import run
from sscviewer.clinical.ctcae_criteria import DEFAULT_VERSION
from sscviewer.gui.saving import export_steps
from sscviewer.memory.labels import new_labels
from sscviewer.model.hidden import hide_identities, hide_report
from sscviewer.model.study import with_tables
from sscviewer.report.results_tables import results_tables
from sscviewer.workbook import load_study
from sscviewer.workbook.contradictions.rules import check_by_plan

DATE_OR_PATIENT = r"SSC-\d{3}|\d{4}-\d\d-\d\d|\d{1,2} [A-Z][a-z]{2} \d{4}"
FROM_ANYWHERE = re.compile(f"(?=({DATE_OR_PATIENT}))")
"""Finds them within longer words too: "8 Jan 2024" in "08 Jan 2024", "SSC-007" in "SSC-0071"."""
NEVER_SHOWN = ("Comment", "Specify", "Assessor")
"""Columns of the demo in which somebody wrote in their own words, or their name."""


@pytest.fixture(scope="module")
def loaded(demo_path):
    return load_study(demo_path)


@pytest.fixture(scope="module")
def written(demo_path, tmp_path_factory, qapp):
    folder = tmp_path_factory.mktemp("hidden")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(folder / "own"))
        call = ["export", str(demo_path), "--out", str(folder / "out"), "--what", "all", "--hide-identities"]
        assert (
            run([*call, "--format", "svg,pdf,docx,pptx", "--subject", "SSC-007", "--subject", "SSC-008"]) == 0
        )
    return folder / "out"


def texts_of(path):
    if path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(path)
        for page in document:
            yield page.get_textpage().get_text_bounded()
    elif path.suffix in (".xlsx", ".docx", ".pptx"):
        with zipfile.ZipFile(path) as file:
            for name in file.namelist():
                if name.endswith((".xml", ".rels")):
                    text = file.read(name).decode("utf-8")
                    yield text
                    yield re.sub("<[^>]+>", "", text)  # a word can stand in several runs
                else:
                    yield file.read(name).decode("latin-1")
    elif path.suffix == ".xpt":
        yield path.read_bytes().decode("latin-1")
    else:
        yield path.read_text("utf-8-sig")


def identifiers(demo_path):
    book = openpyxl.load_workbook(demo_path, data_only=True)
    people = book["Demographics"]
    head = [cell.value for cell in people[1]]
    for row in people.iter_rows(min_row=2, values_only=True):
        yield str(row[head.index("Subject")])
    for sheet in book:
        head = [cell.value for cell in sheet[1]]
        for row in sheet.iter_rows(min_row=2, values_only=True):
            for name, value in zip(head, row, strict=True):
                if hasattr(value, "date") and value.year > 1950:
                    yield value.date().isoformat()
                    yield f"{value.day} {value:%b %Y}"
                if name in NEVER_SHOWN and value:
                    yield str(value).strip()


def test_no_file_names_a_patient_a_date_or_the_workbook(written, demo_path):
    telling = set(identifiers(demo_path))
    assert len(telling) > 200
    assert FROM_ANYWHERE.findall("SSC-0071, 08 Jan 2024") == ["SSC-007", "08 Jan 2024", "8 Jan 2024"]
    # Dates and patients are looked up, not sought one by one: hundreds of words in every part of every file.
    words = {
        "demo_trial",
        "rash all over body",
        *(w for w in telling if not re.fullmatch(DATE_OR_PATIENT, w)),
    }
    found, seen = [], set()
    files = [path for path in written.rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {
        *(".svg", ".pdf", ".xlsx", ".csv", ".docx", ".pptx", ".json", ".html"),
        *(".xpt", ".R", ".py"),
    }
    for path in files:
        assert not re.search(r"SSC-\d|demo_trial", path.name), path.name
        for text in set(texts_of(path)) - seen:
            seen.add(text)  # every workbook has the same styles, every document the same theme
            found += [(path.name, word) for word in telling.intersection(FROM_ANYWHERE.findall(text))]
            found += [(path.name, word) for word in words if word in text]
    assert not found, sorted(set(found))[:10]


def test_numbers_stay_what_they_are(written, demo_path, tmp_path):
    call = ["export", str(demo_path), "--out", str(tmp_path), "--what", "tables"]
    assert run([*call, "--subject", "SSC-007", "--subject", "SSC-008"]) == 0
    plain = {path.name.removeprefix("demo_trial"): path for path in tmp_path.glob("*.csv")}
    hidden = {path.name.removeprefix("trial"): path for path in written.glob("*.csv")}
    assert plain.keys() <= hidden.keys()
    for name in ("_change.csv", "_adverse_events.csv", "_disposition.csv", "_exposure.csv"):
        rows = [list(csv.reader(io.StringIO(f[name].read_text("utf-8-sig")))) for f in (plain, hidden)]
        body = [[row for row in one if len(row) > 1] for one in rows]  # the notes below name the file
        assert body[0] == body[1], name


@pytest.mark.parametrize("words", ["", "Month 3: 1, Month 6: -2 +60"])
def test_windows_are_checked_anew_while_identities_are_hidden(loaded, demo_path, words):
    margins = margins_of(words)
    labels = new_labels(loaded.study.usubjids)
    study = hide_identities(loaded.study, labels, "trial")
    seen = check_by_plan(loaded.report.issues, loaded.study, margins, DEFAULT_VERSION)
    wanted = hide_report(replace(loaded.report, issues=seen), loaded.study, labels, "trial").issues
    before = hide_report(loaded.report, loaded.study, labels, "trial").issues
    found = check_by_plan(before, study, margins, DEFAULT_VERSION)
    assert sorted(map(repr, found)) == sorted(map(repr, wanted))
    assert (found != before) == bool(words)
    said = " ".join(map(repr, found))
    assert not [name for name in identifiers(demo_path) if name in said]


def test_numbers_of_the_whole_trial_stay_what_they_are(loaded):
    plan = AnalysisPlan()
    both = (
        loaded.study,
        hide_identities(
            loaded.study, new_labels(loaded.study.usubjids), "trial", plan.dose_question.reason_words
        ),
    )
    plain, hidden = (results_tables(settle_study(study, plan), plan) for study in both)
    assert len(plain) == 6
    assert {name: table.rows for name, table in plain.items()} == {
        n: table.rows for n, table in hidden.items()
    }


def test_labels_are_kept_over_exports_and_say_nothing(demo_path, tmp_path, monkeypatch, qapp):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    monkeypatch.setattr(export_steps, "_view_steps", lambda *_: iter(()))  # the patients' pages alone
    names = []
    for number in range(2):
        out = tmp_path / str(number)
        call = ["export", str(demo_path), "--out", str(out), "--what", "figures", "--hide-identities"]
        assert run([*call, "--subject", "SSC-003", "--format", "svg"]) == 0
        names.append(sorted(path.name for path in out.glob("trial_P*.svg")))
    assert names[0] == names[1]
    assert len(names[0]) == 1


def test_new_labels_follow_the_known_ones(loaded):
    labels = new_labels(loaded.study.usubjids, 40)
    assert sorted(labels.values()) == [f"P{number:03d}" for number in range(41, 61)]
    orders = {tuple(sorted(of, key=of.get)) for of in (new_labels(loaded.study.usubjids) for _ in range(5))}
    assert len(orders) > 1


def test_the_old_are_ninety_and_notes_are_withheld(loaded):
    study = loaded.study
    labels = new_labels(study.usubjids)
    hidden = hide_identities(study, labels, "trial")
    assert set(hidden.usubjids) == set(labels.values())
    assert hidden.column("subjects", "AGE").max() <= 90
    assert set(hidden.column("subjects", "BRTHDTC")) == {""}
    assert len(hidden.measurements) == len(study.measurements)
    assert not set(hidden.column("adverse_events", "AETERM")) & {"rash all over body", "low neutrophils"}
    assert all("withheld" in issue.message for issue in hidden.issues)


def test_a_reason_is_a_choice_of_a_list_or_only_the_plans_words_of_it(loaded):
    study = loaded.study
    exposure = study.exposure.copy()
    told = "Intolerance: vomits since her daughter Mia married"
    exposure.loc[0, "EXADJ"], exposure.loc[1, "EXADJ"] = told, "Wife called on Tuesday"
    study = with_tables(study, {"exposure": exposure})
    hidden = hide_identities(
        study, new_labels(study.usubjids), "trial", AnalysisPlan().dose_question.reason_words
    )
    reasons = set(hidden.column("exposure", "EXADJ"))
    assert {"Adverse event", "Titration per protocol", "intoleran (withheld)", "withheld"} <= reasons
    assert not [reason for reason in reasons if "Mia" in reason or "Tuesday" in reason]
