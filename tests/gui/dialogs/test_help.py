"""Help: the verification computed in the window and saved; the licences of every library."""

import json
import re
from functools import cache
from pathlib import Path

import pypdfium2

from sscviewer.analysis import verify
from sscviewer.gui.dialogs.about import About
from sscviewer.gui.dialogs.licences import Licences
from sscviewer.gui.dialogs.verifying import Verifying

ROOT = Path(__file__).resolve().parents[3]


def opened_by(window, action, kind):
    window.actions_[action].trigger()
    return window.findChild(kind)


def test_the_verification_is_computed_shown_and_saved(window, qtbot, tmp_path):
    dialog = opened_by(window, "verify", Verifying)
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.document is not None)
    rows = verify.run_verification()
    assert f"All {len(rows)} figures" in dialog.page.toPlainText()
    dialog.write(tmp_path / "here.pdf")
    pdf = pypdfium2.PdfDocument(tmp_path / "here.pdf")
    assert f"All {len(rows)} figures" in pdf[0].get_textpage().get_text_range()
    pdf.close()
    dialog.write(tmp_path / "nowhere" / "here.pdf")
    assert "here.pdf" in dialog.told.text()
    assert dialog.told.isVisible()
    dialog.close()


def test_a_verification_closed_before_it_is_done_says_nothing(window, qtbot):
    opened_by(window, "verify", Verifying).close()
    assert not window.tasks.is_running("verifying")


def test_about_leads_to_the_licences_of_every_library(window):
    about = opened_by(window, "about", About)
    about.licences_asked.emit()
    page = window.findChild(Licences)
    text = page.libraries.toPlainText()
    lock = (ROOT / "packaging" / "locks" / "program.txt").read_text(encoding="utf-8")
    for name in ("pandas", "pyqtgraph", "statsmodels", "PySide6_Essentials", "lxml", "scipy"):
        versions = re.findall(rf"^{name.lower().replace('_', '-')}==([\d.]+)", lock, flags=re.MULTILINE)
        assert versions
        assert all(version in text for version in versions), name
    assert "GNU Lesser General Public License" in text
    page.close()
    about.close()


def test_the_page_as_a_table_follows_the_patient_and_is_reached_by_a_key(opened, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from sscviewer.gui.dialogs.page_table import PageTable

    opened.activateWindow()
    QTest.keyClick(opened, Qt.Key.Key_V)
    dialog = opened.findChild(PageTable)
    assert dialog.table.view.hasFocus() or dialog.isVisible()
    first = dialog.table.model.listing.rows
    assert dialog.windowTitle().startswith("A1")
    opened.session.set_usubjid("A2")
    qtbot.waitUntil(lambda: dialog.windowTitle().startswith("A2"))
    assert dialog.table.model.listing.rows != first
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_window_verifies_what_the_command_does(window, qtbot, monkeypatch):
    from sscviewer.__main__ import _rule_figures
    from sscviewer.cli import verify_rules
    from sscviewer.cli.verify_text import verification

    once = cache(lambda text, analysed=verify_rules._analysed: analysed(json.loads(text)))
    monkeypatch.setattr(verify_rules, "_analysed", lambda tables: once(json.dumps(tables)))
    window.help.rules = _rule_figures
    dialog = opened_by(window, "verify", Verifying)
    qtbot.waitUntil(lambda: dialog.document is not None)
    rows = verification()[1]["rows"]
    assert f"All {len(rows)} figures" in dialog.page.toPlainText()
    dialog.close()
