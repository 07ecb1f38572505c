"""What ships with the program is found from a checkout."""

import pytest

from sscviewer.bundled import font_paths, resource_path


def test_demo_workbook_ships():
    assert resource_path("demo", "demo_trial.xlsx").read_bytes()[:2] == b"PK"


def test_unknown_resource_is_named():
    with pytest.raises(FileNotFoundError, match="demo/nothing"):
        resource_path("demo", "nothing")


def test_fonts_are_there():
    paths = font_paths()
    assert len(paths) == 4
    assert all(path.stat().st_size > 100_000 for path in paths)
