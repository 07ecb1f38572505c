"""The wheel holds the resources where the installed program looks for them."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_wheel_ships_the_resources(tmp_path):
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=300)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "sscviewer/resources/demo/demo_trial.xlsx" in names
    for path in (ROOT / "resources" / "vocabulary").glob("*.toml"):
        assert f"sscviewer/resources/vocabulary/{path.name}" in names
    assert not [name for name in names if "__pycache__" in name or name.startswith("tests/")]
    entry_points = next(name for name in names if name.endswith("entry_points.txt"))
    text = zipfile.ZipFile(wheel).read(entry_points).decode()
    assert "sscviewer = sscviewer.__main__:main" in text
