"""The document of `verify`: what agrees and what does not, with what, watched by which tests."""

import hashlib
import json
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pypdfium2
import pytest

from sscviewer.analysis.verify import VerifyRow, run_verification
from sscviewer.bundled import resource_path
from sscviewer.cli import run
from sscviewer.report.installation import this_installation
from sscviewer.report.qualification import cases_of, qualification, verdict

NOON = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
MMRM, HAQ = "analysis/mmrm.py", "clinical/haq.py"


def row(case: str, difference: float, tolerance: float, module: str = "") -> VerifyRow:
    return VerifyRow(
        case, "estimate", 1.0, 1.0 + difference, difference, tolerance, abs(difference) <= tolerance, module
    )


GOOD = [row("model", 0.02, 0.1, MMRM), row("model", -0.05, 0.1, MMRM), row("index", 0.0, 0.0, HAQ)]
BAD = [*GOOD, row("index", 0.3, 0.1, HAQ)]


@pytest.fixture(scope="module")
def installation():
    return this_installation()


def section(document, name):
    return next(part for part in document.sections if part.name == name)


def test_a_case_says_how_near_to_its_limit_it_is():
    model, index = cases_of(BAD)
    assert (model.count, model.agreed, round(model.nearest, 9)) == (2, 2, 0.5)
    assert (index.count, index.agreed, round(index.nearest, 9)) == (2, 1, 3.0)


def test_what_could_not_be_computed_is_not_near():
    (case,) = cases_of([row("model", 0.01, 0.1), row("model", float("nan"), 0.1)])
    assert case.nearest != case.nearest
    assert case.agreed == 1


def test_the_verdict_names_what_differs():
    assert verdict(GOOD) == "All 3 figures of 2 reference cases agree."
    assert verdict(BAD) == "1 of 4 figures DIFFER: index. Do not use this installation."


def test_every_method_page_stands_with_the_figures_its_modules_computed(installation):
    table = section(qualification(BAD, installation, NOON), "traced").table
    results = {line[0].rpartition("(")[2].rstrip(")"): line[3] for line in table.rows}
    pages = {path.name for path in resource_path("methods").glob("*.md")}
    assert set(results) == pages
    assert results["mixed_models.md"] == "2 of 2 agree"
    assert results["haq.md"] == "1 of 2 agree"
    assert results["survival.md"] == "by tests"
    tests = {line[0].rpartition("(")[2].rstrip(")"): line[2] for line in table.rows}
    assert "test_sas_oracles.py" in tests["mixed_models.md"]


def test_versions_and_hashes_are_those_of_this_machine(installation):
    lines = dict(section(qualification(GOOD, installation, NOON), "installation").table.rows)
    assert lines["pandas"] == version("pandas")
    assert lines["PySide6_Essentials"] == version("PySide6_Essentials")
    files = dict(section(qualification(GOOD, installation, NOON), "files").table.rows)
    cases = resource_path("reference", "cases.json").read_bytes()
    assert files["reference/cases.json"] == hashlib.sha256(cases).hexdigest()


def test_another_program_has_another_hash(installation, monkeypatch, tmp_path):
    """A change of one letter in one module."""
    from sscviewer.report import installation as module

    package = tmp_path / "sscviewer"
    (package / "report").mkdir(parents=True)
    (package / "report" / "installation.py").write_text("a = 1\n")
    monkeypatch.setattr(module, "__file__", str(package / "report" / "installation.py"))
    before = module._program_hash()
    (package / "report" / "installation.py").write_text("a = 2\n")
    assert module._program_hash() != before != installation.program


def test_no_name_of_computer_user_or_folder_is_in_it(installation):
    text = json.dumps([part.text for part in qualification(GOOD, installation).sections]) + json.dumps(
        [part.table.rows for part in qualification(GOOD, installation).sections if part.table]
    )
    import getpass
    import platform

    assert platform.node() not in text.split()
    assert str(Path.home()) not in text
    assert f"/{getpass.getuser()}/" not in text


def test_every_real_row_names_its_module():
    for one in run_verification():
        assert not one.module or (Path(resource_path()).parent / "sscviewer" / one.module).is_file(), one


@pytest.fixture
def few_figures(monkeypatch):
    """Leave out the figures of the rules where only the writing is tried: they take seconds."""
    monkeypatch.setattr("sscviewer.cli.verify_text.rule_figures", list)


def test_the_command_writes_a_pdf(tmp_path, capsys, few_figures, installation):
    out = tmp_path / "verified.pdf"
    assert run(["verify", "--json", "--out", str(out)]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["installation"]["program"] == installation.program
    pdf = pypdfium2.PdfDocument(out)
    first = pdf[0].get_textpage().get_text_range()
    assert f"All {len(said['rows'])} figures" in first
    assert "Reviewed by" in first
    pdf.close()


def test_the_command_writes_a_word_file(tmp_path, capsys, few_figures, installation):
    out = tmp_path / "verified.docx"
    assert run(["verify", "--json", "--out", str(out)]) == 0
    assert json.loads(capsys.readouterr().out)["installation"]["program"] == installation.program
    assert out.read_bytes()[:2] == b"PK"


def test_a_place_that_cannot_be_written_is_said(tmp_path, capsys, few_figures):
    assert run(["verify", "--out", str(tmp_path / "none" / "v.pdf")]) == 2
    said = capsys.readouterr().err
    assert "v.pdf" in said
    assert "Traceback" not in said


def test_a_figure_that_differs_is_written_as_such(installation):
    table = section(qualification([replace(GOOD[0], passed=False)], installation, NOON), "figures").table
    assert table.rows[0][-1] == "DIFFERS"
