"""A figure without the bundled font: drawn in the system's, not refused."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from sscviewer.plots import style


def test_the_system_font_stands_in(qapp, monkeypatch):
    monkeypatch.setattr(style, "FAMILY", "A font nobody has")
    monkeypatch.setattr(style, "font_paths", lambda: (Path("/nowhere/font.ttf"),))
    family = style.load_fonts()
    assert family == QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    assert family != style.FAMILY


def test_a_missing_package_of_fonts_is_no_error(monkeypatch):
    from sscviewer import bundled

    def gone(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(bundled, "files", gone)
    assert bundled.font_paths() == ()
