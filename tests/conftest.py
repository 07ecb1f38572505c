"""Fixtures for all tests: offscreen unless told otherwise; two small trials."""

import os
import sys
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pandas as pd
import pytest
from hypothesis import settings

from sscviewer.analysis.results import Analysis
from sscviewer.bundled import resource_path
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import Study, build_study

# Machines differ in speed and this one may be shared: a slow example is not a wrong one.
settings.register_profile("sscviewer", deadline=None, database=None, print_blob=True)
settings.load_profile("sscviewer")

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


@pytest.fixture(autouse=True)
def no_sockets():
    """Fail a test that opens a socket, also where the program swallows the refusal."""
    from tests.no_sockets import opened

    opened.clear()
    yield
    assert not opened, f"a socket was opened: {opened}"


def pytest_configure() -> None:
    """Watch for sockets before anything is imported that might open one."""
    from tests.no_sockets import watch

    watch()


WAIT_MS = 120_000
"""How long a test waits for what the window does: a machine may be slow, and what never comes still fails."""


@pytest.fixture
def qtbot(qtbot):
    """pytest-qt's, with one time for all its waits."""
    for wait in ("waitUntil", "waitSignal", "waitExposed"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=WAIT_MS))
    return qtbot


SHARED = Path(os.environ.get("SSCVIEWER_SHARED", ROOT.parent / "shared"))
"""Where files and results of others may lie that do not ship with the project."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark `shared` what takes that fixture, and leave all so marked out where SHARED is not.

    These are extra runs. Each has a counterpart that always runs: on a trial made from a seed
    (`tests/sdtm_trial.py`), on a workbook made in the test, or on figures of other software
    (`tests/reference/figures`). `-m shared` runs the extra ones alone.
    """
    for item in items:
        if "shared" in getattr(item, "fixturenames", ()):
            item.add_marker("shared")
    if SHARED.is_dir() and any(SHARED.iterdir()):
        return
    extra = [item for item in items if item.get_closest_marker("shared")]
    config.hook.pytest_deselected(items=extra)
    items[:] = [item for item in items if not item.get_closest_marker("shared")]


@pytest.fixture(scope="module")
def without_a_child():
    """Read the cells of files in this process, for modules that are about what is made of them."""
    from sscviewer.workbook import reading
    from tests import reading_here

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_run", reading_here.run)
        yield


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of files of others; without it pytest_collection_modifyitems leaves the test out."""
    return SHARED


def _made(kind: str, folders: pytest.TempPathFactory) -> Path:
    from tests.sdtm_trial import MADE, write_sheets

    return write_sheets(MADE[kind](), folders.mktemp("sdtm") / f"made_{kind}.xlsx")


def _loaded(path: Path) -> Study:
    from sscviewer.workbook import load_study

    return load_study(path).study


@pytest.fixture(scope="session", params=["made", pytest.param("pilot", marks=pytest.mark.shared)])
def sdtm_core(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SDTM workbook of three arms: doses, events, visits, vital signs and how the patients left."""
    pilot = SHARED / "samples" / "sdtm" / "sdtm_core.xlsx"
    return pilot if request.param == "pilot" else _made("core", tmp_path_factory)


@pytest.fixture(scope="session", params=["made", pytest.param("pilot", marks=pytest.mark.shared)])
def sdtm_labs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SDTM workbook of three arms: doses, events, laboratory and ECG."""
    pilot = SHARED / "samples" / "sdtm" / "sdtm_labs.xlsx"
    return pilot if request.param == "pilot" else _made("labs", tmp_path_factory)


@pytest.fixture(scope="session")
def sdtm_study(sdtm_core: Path) -> Study:
    """The study of sdtm_core."""
    return _loaded(sdtm_core)


@pytest.fixture(scope="session")
def made_study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    """The study of the made one alone, for tests that call their study by its name."""
    return _loaded(_made("core", tmp_path_factory))


@pytest.fixture(scope="session")
def pilot_study(shared: Path) -> Study:
    """The study of the other alone; who asks for it by its name marks the parameter `shared`."""
    return _loaded(shared / "samples" / "sdtm" / "sdtm_core.xlsx")


@pytest.fixture(scope="session")
def demo_path() -> Path:
    """The demo workbook that ships with the program."""
    return resource_path("demo", "demo_trial.xlsx")


@pytest.fixture(scope="session")
def demo_study(demo_path: Path) -> Study:
    """The demo trial, loaded."""
    from sscviewer.workbook import load_study

    return load_study(demo_path).study


@pytest.fixture(scope="session")
def demo_results(demo_study: Study) -> Analysis:
    """The whole analysis of the demo trial by the default plan."""
    from tests.planned import analyse_study

    return analyse_study(demo_study)


def _dates(*texts: str) -> np.ndarray:
    return np.array(texts, dtype="datetime64[s]")


@pytest.fixture(scope="session")
def tiny_study() -> Study:
    """Four invented patients whose every number can be worked out by hand.

    A1 completes with one ongoing and one one-day event; A2 stops on day 57 for a serious related rash with
    a partial start, has an event without start and one without end, and a dose cut, a hold and a gap;
    A3 has no event and no lung function; A10 was never treated.
    """
    subjects = pd.DataFrame(
        {
            "USUBJID": ["A1", "A2", "A3", "A10"],
            "SRCREF": ["DM!A2", "DM!A3", "DM!A4", "DM!A5"],
            "SEX": ["F", "M", "F", ""],
            "AGE": [52, 61, 38, np.nan],
            "RACE": ["Caucasian", "CAUCASIAN", "Asian", ""],
            "SSCSUB": ["DIFFUSE", "LIMITED", "", ""],
            "DISDUR": [2.1, 0.5, np.nan, np.nan],
            "TRTSDT": _dates("2007-03-15", "2007-05-01", "2007-06-01", "NaT"),
            "TRTSDTF": ["", "", "", "Y"],
            "LSTALVDT": _dates("2008-03-20", "2007-07-10", "NaT", "NaT"),
            "LSTALVDTF": ["", "", "Y", "Y"],
        }
    )
    months = [0, 3, 6, 12]
    day = ["2007-03-14", "2007-06-15", "2007-11-20", "2008-03-14"]
    names = ["Baseline", "Month 3", "Month 6", "Month 12"]
    values = [
        *[
            ("A1", "FVCPP", v, m, d, n)
            for v, m, d, n in zip([60, 63, 61.5, 66], months, day, names, strict=True)
        ],
        *[
            ("A1", "MRSS", v, m, d, n)
            for v, m, d, n in zip([24, 22, np.nan, 17], months, day, names, strict=True)
        ],
        ("A2", "FVCPP", 70.0, 0, "2007-05-01", "Baseline"),
        ("A2", "MRSS", 10.0, 0, "2007-05-01", "Baseline"),
        ("A2", "MRSS", 12.0, 1, "2007-06-01", "Month 1"),
        ("A3", "MRSS", 5.0, 0, "2007-06-01", "Baseline"),
    ]
    measurements = pd.DataFrame(
        {
            "USUBJID": [v[0] for v in values],
            "PARAMCD": [v[1] for v in values],
            "AVAL": [v[2] for v in values],
            "AVALC": ["unreadable" if np.isnan(v[2]) else f"{v[2]:g}" for v in values],
            "AVISITN": [float(v[3]) for v in values],
            "ADT": _dates(*[v[4] for v in values]),
            "ADTF": "",
            "AVISIT": [v[5] for v in values],
            "VISIT": [v[5] for v in values],
            "SRCREF": [f"PFT!D{i + 2}" for i in range(len(values))],
        }
    )
    events = pd.DataFrame(
        {
            "USUBJID": ["A1", "A1", "A2", "A2", "A2"],
            "SRCREF": [f"AE!A{i}" for i in range(2, 7)],
            "AETERM": ["Tired", "Headache", "Rash", "Protein in urine", "Nausea"],
            "AEDECOD": ["Fatigue", "Headache", "Rash generalised", "Proteinuria", "Nausea"],
            "AEBODSYS": ["General", "Nervous", "Skin", "Renal", "Gastrointestinal"],
            "ASTDT": _dates("2007-04-01", "2007-08-01", "2007-06-01", "NaT", "2007-05-10"),
            "ASTDTF": ["", "", "D", "Y", ""],
            "AENDT": _dates("NaT", "2007-08-01", "NaT", "2007-07-01", "NaT"),
            "AENDTF": ["Y", "", "Y", "", "Y"],
            "AEENRTPT": ["ONGOING", "", "ONGOING", "", ""],
            "AETOXGR": [2, 1, 3, 1, np.nan],
            "AESEV": ["", "", "", "", "MODERATE"],
            "AESER": ["N", "N", "Y", "N", ""],
            "AERELFL": ["Y", "", "Y", "Y", ""],
            "AEACN": ["DOSE NOT CHANGED", "DOSE NOT CHANGED", "DRUG WITHDRAWN", "DOSE REDUCED", ""],
        }
    )
    exposure = pd.DataFrame(
        {
            "USUBJID": ["A1", "A1", "A2", "A2", "A2", "A2"],
            "SRCREF": [f"EX!A{i}" for i in range(2, 8)],
            "EXTRT": "Imatinib",
            "EXDOSE": [100.0, 200, 300, 200, 0, 200],
            "EXDOSU": "mg",
            "EXDAILY": [100.0, 200, 300, 200, 0, 200],
            "ASTDT": _dates(
                "2007-03-15", "2007-03-29", "2007-05-01", "2007-05-15", "2007-05-25", "2007-06-10"
            ),
            "AENDT": _dates(
                "2007-03-28", "2008-03-13", "2007-05-14", "2007-05-24", "2007-06-03", "2007-06-26"
            ),
            "ASTDTF": "",
            "AENDTF": "",
        }
    )
    disposition = pd.DataFrame(
        {
            "USUBJID": ["A1", "A2", "A3"],
            "SRCREF": ["DS!A2", "DS!A3", "DS!A4"],
            "DSDECOD": ["COMPLETED", "ADVERSE EVENT", "LOST TO FOLLOW-UP"],
            "EOSSTT": ["COMPLETED", "DISCONTINUED", "DISCONTINUED"],
            "DSSPFY": ["", "rash", ""],
            "ADT": _dates("2008-03-14", "2007-06-26", "2007-08-01"),
            "ADTF": "",
        }
    )
    tables = {
        "subjects": subjects,
        "measurements": measurements,
        "adverse_events": events,
        "exposure": exposure,
        "disposition": disposition,
    }
    cells = {("adverse_events", "AE"): {"AETERM": "C", "AEDECOD": "D", "ASTDT": "F"}}
    source = Source("tiny.xlsx", "0" * 64, 1234, "xlsx")
    return build_study(
        tables, [BY_CODE["FVCPP"], BY_CODE["MRSS"]], source=source, cells=cells, is_synthetic=True
    )
