"""A mapping changes what is read, and only that; what of it no longer fits is said."""

import dataclasses

import numpy as np
import pytest

from sscviewer.model.tables import TABLES
from sscviewer.workbook import UnusableFile, load_study
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.mapping.file import mapping_text, parse_mapping
from sscviewer.workbook.mapping.library import (
    forget_mapping,
    store_mapping,
    stored_mapping,
)
from sscviewer.workbook.mapping.mapping import Mapping, ParameterMapping
from sscviewer.workbook.preview.preview import look_at
from sscviewer.workbook.preview.problems import doubts, problems

GERMAN = {
    "Lungenfunktion": [
        ["Studie XY, Zentrum 3"],
        [],
        ["Kennung", "Besuch", "Untersuchungstag", "Vitalkapazität", "Gehstrecke"],
        ["001", "V1", "04.03.2020", 2810, 410],
        ["001", "V2", "04.06.2020", 2790, 400],
        ["002", "V1", "05.03.2020", 3100, 350],
    ],
    "Ereignisse": [
        ["Kennung", "Was", "Wann", "Bis", "Zusammenhang", "Schwer wiegend"],
        ["001", "Kopfschmerz", "10.03.2020", "läuft weiter", "eventuell", "jawohl"],
        ["002", "Fieber", "11.03.2020", "14.03.2020", "sicher nicht", "keinesfalls"],
    ],
}


def german_mapping(preview) -> Mapping:
    lung, events = preview.mapping.sheets
    return Mapping(
        (
            dataclasses.replace(
                lung,
                tables=("measurements",),
                fields={
                    "measurements": {
                        "USUBJID": ("Kennung",),
                        "VISIT": ("Besuch",),
                        "ADT": ("Untersuchungstag",),
                    }
                },
                parameters=(
                    ParameterMapping("Vitalkapazität", "FVC", "", "mL"),
                    ParameterMapping("Gehstrecke", "STEPS", "Gehstrecke in 6 min", "m"),
                ),
                visits={"V1": 0.0, "V2": 3.0},
            ),
            dataclasses.replace(
                events,
                tables=("adverse_events",),
                fields={
                    "adverse_events": {
                        "USUBJID": ("Kennung",),
                        "AETERM": ("Was",),
                        "ASTDT": ("Wann",),
                        "AENDT": ("Bis",),
                        "AEREL": ("Zusammenhang",),
                        "AESER": ("Schwer wiegend",),
                    }
                },
                words={
                    "AEREL": {"eventuell": "Y", "sicher nicht": "N"},
                    "AESER": {"jawohl": "Y", "keinesfalls": "N"},
                    "AENDT": {"läuft weiter": "ONGOING"},
                },
            ),
        )
    )


def same(one, other) -> bool:
    return all(one.frame(name).equals(other.frame(name)) for name in TABLES)


def codes(loaded) -> set[str]:
    return {issue.code for issue in loaded.report.issues}


@pytest.fixture(scope="module")
def demo_loaded(demo_path):
    return load_study(demo_path)


def applied_unchanged(path, plain=None) -> None:
    plain = plain or load_study(path)
    mapping = parse_mapping(mapping_text(plain.mapping))
    assert mapping == plain.mapping
    mapped = load_study(path, mapping=mapping)
    assert same(plain.study, mapped.study)
    assert plain.report == mapped.report
    assert mapped.mapping == mapping


def test_the_guess_gives_the_same_study(demo_path, demo_loaded):
    applied_unchanged(demo_path, demo_loaded)


def test_the_guess_gives_the_same_study_of_sdtm(sdtm_core):
    applied_unchanged(sdtm_core)


def test_the_guess_gives_the_same_study_of_a_redcap_export(make_workbook):
    head = ["record_id", "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance", "fvc_l"]
    rows = [
        [who, event, None, None, 2.5] for who in (1, 2, 3) for event in ("baseline_arm_1", "month_3_arm_1")
    ]
    applied_unchanged(make_workbook({"data": [head, *rows]}))


@pytest.mark.parametrize("name", ["redcap/simple.xlsx", "messy/messy_glucose.xlsx"])
def test_the_guess_gives_the_same_study_of_samples(shared, name):
    applied_unchanged(shared / "samples" / name)


def test_a_sheet_in_german_with_a_measurement_of_its_own(make_workbook):
    path = make_workbook(GERMAN)
    preview = look_at(path).preview()
    loaded = load_study(path, mapping=german_mapping(preview))
    measured = loaded.study.measurements
    fvc = measured[measured["PARAMCD"] == "FVC"]
    assert fvc["AVAL"].tolist() == [2.81, 2.79, 3.10]
    assert fvc["VISIT"].tolist() == ["V1", "V2", "V1"]
    assert fvc["AVISIT"].tolist() == ["Baseline", "Month 3", "Baseline"]
    assert fvc["AVISITN"].tolist() == [0, 3, 0]
    assert fvc["SRCREF"].tolist() == ["Lungenfunktion!D4", "Lungenfunktion!D5", "Lungenfunktion!D6"]
    own = loaded.study.parameters["STEPS"]
    assert (own.param, own.unit) == ("Gehstrecke in 6 min", "m")
    events = loaded.study.adverse_events
    assert events["AESER"].tolist() == ["Y", "N"]
    assert events["AERELFL"].tolist() == ["Y", "N"]
    assert events["AEREL"].tolist() == ["eventuell", "sicher nicht"]
    assert events["AEENRTPT"].tolist() == ["ONGOING", ""]
    assert np.datetime64("2020-03-10") == events["ASTDT"].to_numpy()[0]
    assert not codes(loaded) & {"mapping.unmatched", "date.unreadable"}


def test_the_next_export_may_have_more_rows_another_name_and_moved_headings(make_workbook):
    mapping = german_mapping(look_at(make_workbook(GERMAN)).preview())
    rows = GERMAN["Lungenfunktion"]
    later = {
        "Lufu 2021": [["Stand 2021"], *rows, ["003", "V1", "06.03.2020", 2500, 300]],
        "Ereignisse": GERMAN["Ereignisse"],
        "Neu": [["Notiz"], ["nichts"]],
    }
    loaded = load_study(make_workbook(later), mapping=mapping)
    assert len(loaded.study.measurements) == 8
    assert codes(loaded) >= {"mapping.renamed_sheet", "mapping.new_sheet"}
    assert "mapping.unmatched" not in codes(loaded)


def test_what_no_longer_fits_is_said(make_workbook):
    mapping = german_mapping(look_at(make_workbook(GERMAN)).preview())
    changed = {
        "Lungenfunktion": [[*row[:4]] for row in GERMAN["Lungenfunktion"]],
        "Anderes": [["a", "b"], [1, 2]],
    }
    loaded = load_study(make_workbook(changed), mapping=mapping)
    unmatched = [i for i in loaded.report.issues if i.code == "mapping.unmatched"]
    assert {i.sheet for i in unmatched} == {"Lungenfunktion", "Ereignisse"}
    assert any("“Gehstrecke”" in i.message for i in unmatched)
    assert len(loaded.study.measurements) == 3


def test_a_mapping_that_fits_nothing_is_refused_in_a_sentence(make_workbook):
    mapping = german_mapping(look_at(make_workbook(GERMAN)).preview())
    with pytest.raises(UnusableFile, match="The mapping does not fit"):
        load_study(make_workbook({"X": [["a", "b"], [1, 2]]}), mapping=mapping)


def test_a_sheet_can_be_left_out(demo_path, demo_loaded):
    sheets = tuple(
        dataclasses.replace(s, tables=(), fields={}, parameters=()) if s.name == "HAQ" else s
        for s in demo_loaded.mapping.sheets
    )
    loaded = load_study(demo_path, mapping=Mapping(sheets))
    haq = next(sheet for sheet in loaded.report.sheets if sheet.name == "HAQ")
    assert (haq.role, haq.used) == ("ignored", 0)
    assert "HAQDI" not in loaded.study.parameters


def test_tests_in_rows_get_meaning_and_unit(make_workbook):
    path = make_workbook(
        {
            "Labor": [
                ["Patient", "Visit", "Test", "Result"],
                ["001", "Baseline", "Lungenvolumen", 2810],
                ["001", "Month 3", "Lungenvolumen", 2700],
            ]
        }
    )
    plain = load_study(path)
    sheet = dataclasses.replace(
        plain.mapping.sheets[0], words={"TEST": {"Lungenvolumen": "FVC"}}, units={"Lungenvolumen": "mL"}
    )
    loaded = load_study(path, mapping=Mapping((sheet,)))
    assert list(loaded.study.parameters) == ["FVC"]
    assert loaded.study.measurements["AVAL"].tolist() == [2.81, 2.7]


def test_a_mapping_is_kept_for_the_shape_and_used_again(make_workbook, tmp_path):
    library = tmp_path / "mappings"
    path = make_workbook(GERMAN)
    preview = look_at(path).preview()
    store_mapping(library, preview.shape, german_mapping(preview))
    loaded = load_study(path, library=library)
    assert "mapping.reused" in codes(loaded)
    assert look_at(path).preview(library=library).is_stored
    (kept,) = library.iterdir()
    assert kept.name == f"{preview.shape}.toml"
    kept.write_text("format = 9")
    assert "mapping.reused" not in codes(load_study(path, library=library))
    forget_mapping(library, preview.shape)
    forget_mapping(library, preview.shape)
    assert stored_mapping(library, preview.shape, Findings()) is None


def test_groups_of_events_are_kept_with_and_without_a_mapping(make_workbook, tmp_path):
    library, groups = tmp_path / "mappings", {"Nausea and vomiting": ("Nausea", "Vomiting")}
    events = [["Patient", "Adverse event", "Start date"]]
    events += [[who, term, "2020-03-10"] for who in ("A-1", "A-2") for term in ("Nausea", "Vomiting")]
    read = make_workbook({"Adverse Events": events})
    plain = load_study(read, library=library)
    store_mapping(library, plain.shape, Mapping(groups=groups))
    again = load_study(read, library=library)
    assert again.mapping.groups == groups
    assert again.mapping.sheets == plain.mapping.sheets
    assert codes(again) == codes(plain)
    preview = look_at(read).preview(library=library)
    assert (preview.mapping.groups, preview.is_stored) == (groups, False)

    path = make_workbook(GERMAN)
    preview = look_at(path).preview()
    store_mapping(library, preview.shape, dataclasses.replace(german_mapping(preview), groups=groups))
    loaded = load_study(path, library=library)
    assert loaded.shape == preview.shape
    assert loaded.mapping.groups == groups
    assert "mapping.reused" in codes(loaded)
    forget_mapping(library, preview.shape)
    kept = stored_mapping(library, preview.shape, Findings())
    assert kept == Mapping(groups=groups)


def test_a_preview_shows_what_values_become(make_workbook):
    look = look_at(make_workbook(GERMAN))
    lung, events = look.preview().sheets
    assert (lung.confidence, lung.rows) == ("sure", 3)
    columns = {c.name: c for c in (*lung.columns, *events.columns)}
    assert columns["Untersuchungstag"].dates[0] == "4 Mar 2020"
    assert columns["Gehstrecke"].is_numeric
    assert not columns["Was"].is_numeric
    first = look.with_header("Ereignisse", 0)
    assert [c.name for c in first.columns][:2] == ["(column A)", "(column B)"]
    assert first.rows == 3


def test_problems_are_said_in_words(make_workbook):
    preview = look_at(make_workbook(GERMAN)).preview()
    lung, events = german_mapping(preview).sheets
    assert problems(lung) == ()
    assert doubts(lung, preview.sheets[0]) == ()
    without = dataclasses.replace(lung, fields={"measurements": {}}, parameters=())
    assert len(problems(without)) == 3
    odd = dataclasses.replace(
        events, words={}, fields={"adverse_events": {"USUBJID": ("Kennung",), "AEREL": ("Gone",)}}
    )
    assert any("what the event was" in text for text in problems(odd))
    assert any("“Gone”" in text for text in doubts(odd, preview.sheets[1]))
