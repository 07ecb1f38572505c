"""What ships with the program is found from a checkout."""

import subprocess
import sys

import pytest

from sscviewer.bundled import font_paths, reference_table, resource_path


def test_demo_workbook_ships():
    assert resource_path("demo", "demo_trial.xlsx").read_bytes()[:2] == b"PK"


def test_unknown_resource_is_named():
    with pytest.raises(FileNotFoundError, match="demo/nothing"):
        resource_path("demo", "nothing")


def test_fonts_are_there():
    paths = font_paths()
    assert len(paths) == 4
    assert all(path.stat().st_size > 100_000 for path in paths)


def test_tables_of_reference_equations_are_found_without_importing_their_package():
    program = (
        "import sys\n"
        "from sscviewer.bundled import reference_table\n"
        "assert reference_table('gli_2012_splines.csv').stat().st_size > 50_000\n"
        "assert 'pyspiro' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    with pytest.raises(FileNotFoundError, match=r"nothing\.csv"):
        reference_table("nothing.csv")
