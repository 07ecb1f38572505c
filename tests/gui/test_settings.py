"""Settings come back in another process as what they were."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QByteArray, QSettings

from sscviewer.gui.state.settings import SETTINGS, Settings

ASK = """
import sys
from sscviewer.gui.state.settings import SETTINGS, Settings
from pathlib import Path
settings = Settings(Path(sys.argv[1]))
for setting in SETTINGS:
    print(setting.key, repr(settings.get(setting.key)))
"""

VALUES = {
    "look/theme": "dark",
    "files/remember": False,
    "files/recent": ("/a b/é,1.xlsx",),
    "page/bands": (),
    "figure/dpi": 600,
    "figure/font_pt": 7.5,
    "figure/name_pattern": "{patient}, {view}",
    "window/state": QByteArray(b"\x00\xff,"),
}


def ask(path):
    out = subprocess.run(
        [sys.executable, "-c", ASK, str(path)], capture_output=True, text=True, check=True, timeout=300
    )
    return dict(line.split(" ", 1) for line in out.stdout.splitlines())


def test_round_trip(tmp_path):
    path = tmp_path / "s.ini"
    settings = Settings(path)
    for key, value in VALUES.items():
        settings.set(key, value)
    settings.save()
    found = ask(path)
    for key, value in VALUES.items():
        assert found[key] == repr(value), key
    for setting in SETTINGS:
        if setting.key not in VALUES:
            assert found[setting.key] == repr(setting.default)


def test_nonsense_in_the_file_gives_the_default(tmp_path):
    path = tmp_path / "s.ini"
    path.write_text("[look]\ntheme=pink\n[figure]\ndpi=banana\nfont_pt=900\n[files]\nremember=maybe\n")
    settings = Settings(path)
    assert settings.text("look/theme") == "system"
    assert settings.number("figure/dpi") == 300
    assert settings.number("figure/font_pt") == 8


def test_unknown_keys_and_values_are_refused(tmp_path):
    settings = Settings(tmp_path / "s.ini")
    with pytest.raises(KeyError):
        settings.get("no/such")
    with pytest.raises(KeyError):
        settings.set("no/such", 1)
    with pytest.raises(ValueError, match="pink"):
        settings.set("look/theme", "pink")
    with pytest.raises(ValueError, match="figure/dpi"):
        settings.set("figure/dpi", 5000)


def test_a_limit_kept_by_an_earlier_version_still_holds(tmp_path):
    path = tmp_path / "kept.ini"
    old = QSettings(str(path), QSettings.Format.IniFormat)
    old.setValue("endpoints/haq_changed", 0.22)
    old.sync()
    settings = Settings(path)
    assert settings.number("endpoints/limit/HAQ_IMPROVED/points") == 0.22
    assert settings.number("endpoints/limit/HAQ_WORSE/points") == 0.22
    settings.set("endpoints/limit/HAQ_WORSE/points", 0.1)
    assert settings.number("endpoints/limit/HAQ_WORSE/points") == 0.1
