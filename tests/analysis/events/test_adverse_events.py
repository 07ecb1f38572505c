"""Counting events: each patient once, each count with the patients and rows it is made of."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.events.adverse_events import behind, max_levels
from sscviewer.analysis.events.event_columns import COLUMNS, WORST, column_words, threshold
from sscviewer.analysis.events.event_names import ANY_EVENT, EventName
from sscviewer.analysis.plan.events import TermGroup, term_groups
from sscviewer.analysis.proportion import proportion_interval
from sscviewer.cli.events_text import event_lines, events_json
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from tests.planned import EVENTS, adverse_events, code_events, event_table, population

FACIAL = "Facial/lower-extremity oedema"


def _trial(events, arms=("",), treated=None):
    """A trial of patients P0, P1 … with events given as dicts; each patient's arm in turn."""
    n = len(arms)
    subjects = pd.DataFrame(
        {
            "USUBJID": [f"P{i}" for i in range(n)],
            "SRCREF": "DM!A1",
            "TRT01A": arms,
            "TRTSDT": np.array(
                ["2008-01-01" if t else "NaT" for t in treated or [True] * n], dtype="datetime64[s]"
            ),
            "TRTSDTF": "",
        }
    )
    frame = pd.DataFrame([{"AETERM": "X", "ASTDT": "2008-02-01"} | event for event in events])
    frame = frame.assign(SRCREF="AE!A1", ASTDT=frame["ASTDT"].to_numpy(dtype="datetime64[s]"))
    text = {name: frame[name].fillna("") for name in frame if frame[name].dtype == object}
    tables = {"subjects": subjects, "adverse_events": frame.assign(**text)}
    return build_study(tables, [], source=Source("x.xlsx", "", 0, "xlsx"))


def _row(table, words):
    return next(i for i, name in enumerate(table.names) if name.words == words)


def test_counts_of_the_tiny_trial(tiny_study):
    table = adverse_events(tiny_study, population(tiny_study))
    any_event = table.cell(0)
    assert (table.n[0], any_event.subjects, any_event.events) == (3, 2, 5)
    assert max_levels(table, 0, "ALL") == {2: 1, 3: 1}
    terms = {name.term: table.cell(i).subjects for i, name in enumerate(table.names) if name.term}
    assert terms == {"Fatigue": 1, "Headache": 1, "Nausea": 1, "Proteinuria": 1, "Rash generalised": 1}
    by_column = {column: table.cell(0, "ALL", column) for column in COLUMNS}
    counts = {name: (cell.subjects, cell.events) for name, cell in by_column.items()}
    assert counts == {
        "any": (2, 5),
        "level_2": (2, 2),
        "level_3": (1, 1),
        "related": (2, 5),  # headache and nausea do not say so and count as related
        "serious": (1, 1),
        "withdrawal": (1, 1),
        "dose_change": (1, 1),
    }
    nausea = _row(table, "Nausea")
    assert table.worst[nausea, 0].tolist() == [1, 0, 0, 0, 0, 0]
    assert any(note == "Events without a grade, counted in no column by grade: 1." for note in table.notes)
    assert any(
        "do not say whether" in note and note.endswith("counted as related: 2.") for note in table.notes
    )


def test_the_rules_for_what_is_missing_can_be_changed(tiny_study):
    settings = replace(EVENTS, ungraded_is_severe=True, unsaid_is_related=False)
    table = adverse_events(tiny_study, population(tiny_study), settings)
    assert table.worst[_row(table, "Nausea"), 0].tolist() == [0, 0, 0, 1, 0, 0]
    assert table.cell(0, "ALL", "level_3").events == 2
    assert table.cell(0, "ALL", "related").events == 3


PILOT = pytest.param("pilot_study", marks=pytest.mark.shared)


@pytest.fixture(scope="module")
def core(sdtm_study):
    return sdtm_study


@pytest.fixture(scope="module")
def sheets(sdtm_core):
    """The file as pandas reads it; nothing of it has been through the program."""
    return pd.read_excel(sdtm_core, sheet_name=["AE", "DM", "SUPPAE", "EX"], engine="openpyxl")


@pytest.mark.parametrize("emergent_only", [True, False])
def test_the_sample_against_plain_pandas(core, sheets, emergent_only):
    table = adverse_events(core, population(core), replace(EVENTS, emergent_only=emergent_only))
    dosed = sheets["DM"][sheets["DM"]["USUBJID"].isin(sheets["EX"]["USUBJID"])]
    supplement = sheets["SUPPAE"].assign(AESEQ=lambda f: f["IDVARVAL"].astype(int))
    events = sheets["AE"].merge(supplement[["USUBJID", "AESEQ", "QVAL"]], on=["USUBJID", "AESEQ"])
    events = events[events["USUBJID"].isin(dosed["USUBJID"])]
    if emergent_only:
        events = events[events["QVAL"] == "Y"]
    arms = {"ALL": dosed, **dict(tuple(dosed.groupby("ACTARM")))}
    assert len(arms) == 4
    assert sorted(table.arms) == sorted(arms)
    arms = {name: arms[name] for name in table.arms}
    assert table.n.tolist() == [len(patients) for patients in arms.values()]
    pairs = events.drop_duplicates(["AEBODSYS", "AEDECOD"])
    assert len(table.names) == 1 + pairs["AEBODSYS"].nunique() + len(pairs)
    rank = {"MILD": 1, "MODERATE": 2, "SEVERE": 3}
    chosen = {
        "any": lambda e: e,
        "level_2": lambda e: e[e["AESEV"] != "MILD"],
        "level_3": lambda e: e[e["AESEV"] == "SEVERE"],
        "related": lambda e: e[e["AEREL"].isin(["POSSIBLE", "PROBABLE"])],
        "serious": lambda e: e[e["AESER"] == "Y"],
    }
    for i, name in enumerate(table.names):
        row = events
        if name.kind != "any":
            row = row[row["AEBODSYS"] == name.body_system]
        if name.kind == "term":
            row = row[row["AEDECOD"] == name.term]
        for j, patients in enumerate(arms.values()):
            here = row[row["USUBJID"].isin(patients["USUBJID"])]
            for column, choose in chosen.items():
                k = COLUMNS.index(column)
                found = choose(here)
                assert table.subjects[i, j, k] == found["USUBJID"].nunique()
                assert table.events[i, j, k] == len(found)
            worst = here.assign(R=here["AESEV"].map(rank)).groupby("USUBJID")["R"].max().value_counts()
            assert table.worst[i, j].tolist() == [0, *(worst.get(level, 0) for level in range(1, 6))]
    assert table.scale == "severity"
    assert table.cell(0, "ALL", "withdrawal") is None  # the file has no action taken


def test_the_document_has_the_words_of_the_file(core, sheets):
    table = adverse_events(core, population(core))
    document = events_json(table)
    any_event = document["rows"][0]
    assert (any_event["arm"], any_event["AEBODSYS"], any_event["AEDECOD"], any_event["N"]) == (
        "ALL",
        None,
        None,
        sheets["EX"]["USUBJID"].nunique(),
    )
    assert list(any_event["max_grade"]) == ["MILD", "MODERATE", "SEVERE"]
    assert sum(any_event["max_grade"].values()) == any_event["subjects"]
    assert document["scale"] == "severity"
    assert any_event["withdrawal"] is None
    in_arms = [row for row in document["rows"] if row["arm"] == "Placebo"]
    assert all(row["subjects"] > 0 for row in in_arms[1:])
    text = "\n".join(event_lines(table))
    assert "Moderate or worse" in text
    assert "Leading to withdrawal             not in the file" in text


def test_every_interval_of_the_sample(core):
    table = adverse_events(core, population(core))
    for i, j in np.ndindex(table.subjects.shape[:2]):
        limits = proportion_interval(
            int(table.subjects[i, j, 0]), int(table.n[j]), level=0.95, method="clopper-pearson"
        )
        shown = (table.lower[i, j, 0] / 100, table.upper[i, j, 0] / 100)
        assert shown == pytest.approx(limits, abs=1e-14)
    wilson = adverse_events(core, population(core), replace(EVENTS, interval="wilson", level=0.9))
    low, high = proportion_interval(
        int(wilson.subjects[0, 0, 0]), core.subjects["TRTSDT"].notna().sum(), 0.9, "wilson"
    )
    assert (wilson.cell(0).lower, wilson.cell(0).upper) == pytest.approx((100 * low, 100 * high))


@pytest.mark.parametrize("which", [PILOT, "made_study", "demo_study", "tiny_study"])
def test_every_count_is_what_stands_behind_it(which, request):
    study = request.getfixturevalue(which)
    terms = list(dict.fromkeys(study.column("adverse_events", "AEDECOD")))
    groups = (TermGroup("first three", tuple(terms[:3])), TermGroup("nothing", ("no such event",)))
    coded, who = code_events(study, replace(EVENTS, groups=groups)), population(study)
    table = event_table(coded, who)
    frame = study.adverse_events
    for i, name in enumerate(table.names):
        for j, arm in enumerate(table.arms):
            for k, column in enumerate(COLUMNS):
                found = behind(coded, who, name, column, arm)
                assert len(found.usubjids) == len(set(found.usubjids)) == table.subjects[i, j, k]
                assert len(found.events) == len(set(found.events)) == table.events[i, j, k]
                assert set(frame["USUBJID"].iloc[found.events]) == set(found.usubjids)
                terms_found = set(frame["AEDECOD"].iloc[found.events])
                if name.kind == "term":
                    assert terms_found <= {name.term}
                if name.kind == "group":
                    assert terms_found <= set(terms[:3])
            for level, column in enumerate(WORST):
                assert len(behind(coded, who, name, column, arm).usubjids) == table.worst[i, j, level]


def test_a_group_counts_each_patient_once(demo_study):
    named = {
        FACIAL: ["Oedema peripheral", "face  OEDEMA", "Moon face"],
        "Nausea and vomiting": ["Nausea", "Vomiting"],
    }
    settings = replace(EVENTS, groups=term_groups(named))
    table = adverse_events(demo_study, population(demo_study), settings)
    plain = adverse_events(demo_study, population(demo_study))
    frame = demo_study.adverse_events
    first_dose = demo_study.subjects.set_index("USUBJID")["TRTSDT"]
    emergent = ~(frame["ASTDT"] < frame["USUBJID"].map(first_dose)) | (frame["ASTDTF"] != "")
    for group, terms in named.items():
        wanted = {" ".join(term.split()).lower() for term in terms}
        events = frame[frame["AEDECOD"].str.lower().isin(wanted) & emergent]
        cell = table.cell(_row(table, group))
        assert (cell.subjects, cell.events) == (events["USUBJID"].nunique(), len(events))
        assert cell.subjects < sum(
            plain.cell(i).subjects for i, n in enumerate(plain.names) if n.term.lower() in wanted
        )
    assert table.cell(0) == plain.cell(0)
    assert [name.kind for name in table.names[:4]] == ["any", "group", "group", "class"]
    assert any("Moon face" in note and FACIAL in note for note in table.notes)


def test_untreated_and_screen_failures_never_count():
    events = [{"USUBJID": "P0"}, {"USUBJID": "P2"}, {"USUBJID": "P3"}]
    study = _trial(events, arms=("A", "A", "B", "Screen Failure"), treated=(True, True, True, False))
    table = adverse_events(study, population(study))
    assert table.arms == ("ALL", "A", "B")
    assert table.n.tolist() == [3, 2, 1]
    assert table.subjects[0, :, 0].tolist() == [2, 1, 1]
    filtered = population(study, {"P1", "P3"})
    table = adverse_events(study, filtered)
    assert table.n.tolist() == [1]
    assert [name.kind for name in table.names] == ["any"]
    assert table.cell(0).subjects == 0
    nobody = adverse_events(study, population(study, set()))
    assert nobody.n.tolist() == [0]
    assert np.isnan(nobody.cell(0).percent)


def test_a_trial_without_events():
    study = build_study(
        {"subjects": pd.DataFrame({"USUBJID": ["P1"], "SRCREF": "DM!A1"})},
        [],
        source=Source("x.xlsx", "", 0, "xlsx"),
    )
    coded, who = code_events(study, replace(EVENTS, groups=(TermGroup("G", ("x",)),))), population(study)
    table = event_table(coded, who)
    assert [name.words for name in table.names] == ["Any adverse event", "G"]
    assert table.cell(0).subjects == 0
    assert behind(coded, who, ANY_EVENT).usubjids == ()


def test_verbatim_terms_stand_in_and_spelling_makes_no_new_term():
    events = [
        {"USUBJID": "P0", "AETERM": "Rash"},
        {"USUBJID": "P1", "AETERM": "rash "},
        {"USUBJID": "P1", "AETERM": "Rash"},
        {"USUBJID": "P1", "AETERM": "itchy", "AEDECOD": "Pruritus", "AEBODSYS": "Skin"},
        {"USUBJID": "P1", "AETERM": ""},
    ]
    table = adverse_events(study := _trial(events, arms=("", "")), population(study))
    assert table.cell(_row(table, "Rash")).subjects == 2
    assert table.cell(_row(table, "Rash")).events == 3
    assert EventName("term", "Skin", "Pruritus") in table.names
    assert EventName("term", "Not coded", "Event without a name") in table.names
    assert any("without a preferred term" in note and note.endswith(": 4.") for note in table.notes)


def test_order_and_threshold(demo_study):
    who = population(demo_study)
    table = adverse_events(demo_study, who)
    classes = [i for i, name in enumerate(table.names) if name.kind == "class"]
    assert (np.diff(table.subjects[classes, 0, 0]) <= 0).all()
    for start, end in zip(classes, [*classes[1:], len(table.names)], strict=True):
        assert {name.body_system for name in table.names[start:end]} == {table.names[start].body_system}
        assert (np.diff(table.subjects[start + 1 : end, 0, 0]) <= 0).all()
    alphabet = event_table(code_events(demo_study), who, "alphabet")
    listed = [name.words.casefold() for name in alphabet.names if name.kind == "class"]
    assert listed == sorted(listed)
    assert set(alphabet.names) == set(table.names)
    shown = table.rows_at_least(threshold(20, int(table.n[0])))
    assert (table.subjects[shown, 0, 0] >= 4).all()
    hidden = np.setdiff1d(np.arange(len(table.names)), shown)
    assert (table.subjects[hidden, 0, 0] < 4).all()
    assert shown[0] == 0


@pytest.mark.parametrize(
    ("percent", "of", "words"),
    [
        (20, 20, "≥ 20 % = ≥ 4 of 20"),
        (7, 100, "≥ 7 % = ≥ 7 of 100"),
        (5, 19, "≥ 5 % = ≥ 1 of 19"),
        (10, 59, "≥ 10 % = ≥ 6 of 59"),
        (0, 20, "≥ 0 % = ≥ 1 of 20"),
        (12.5, 16, "≥ 12.5 % = ≥ 2 of 16"),
    ],
)
def test_threshold_in_words(percent, of, words):
    assert threshold(percent, of).words == words


def test_columns_are_named_by_what_the_file_has():
    assert column_words("level_2", "grade") == "Grade ≥ 2"
    assert column_words("level_2", "severity") == "Moderate or worse"
    assert column_words("worst_4", "grade") == "Grade 4"
    assert column_words("worst_1", "severity") == "Mild"
    assert all(column_words(c, s) for c in COLUMNS + WORST for s in ("grade", "severity", ""))


def test_severity_is_never_made_a_grade():
    events = [
        {"USUBJID": "P0", "AETOXGR": 1.0, "AESEV": ""},
        {"USUBJID": "P1", "AETOXGR": np.nan, "AESEV": "SEVERE"},
    ]
    table = adverse_events(study := _trial(events, arms=("", "")), population(study))
    assert table.scale == "grade"
    assert table.worst[0, 0].tolist() == [1, 1, 0, 0, 0, 0]
    assert table.cell(0, "ALL", "level_3").subjects == 0
