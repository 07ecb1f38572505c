"""What the packages say: entries for the desktop, installers' scripts, icons, what is left out."""

import ast
import configparser
import importlib.util
import plistlib
import re
import struct
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import icons
import leave_out
import linux_package
import project
import pytest
import windows_package
from PySide6.QtGui import QImage

from sscviewer import __version__, bundled

ROOT = Path(__file__).resolve().parents[2]
ENDS = [end for kind in project.FILE_TYPES for end in kind.ends]


@pytest.fixture(scope="module")
def drawn(tmp_path_factory, qapp):
    folder = tmp_path_factory.mktemp("icons")
    icons.write_icons(ROOT / "resources" / "icons" / "sscviewer.svg", folder)
    return folder


def test_one_version_everywhere():
    assert __version__ == project.VERSION


def test_every_kind_of_file_the_window_opens_is_offered():
    from sscviewer.gui.opening.open_file import KINDS

    # "txt", "xml" and "zip" are mostly other things than a trial's tables
    assert set(re.findall(r"\*\.(\w+)", KINDS)) - set(ENDS) == {"txt", "xml", "zip"}
    assert set(ENDS) <= set(re.findall(r"\*\.(\w+)", KINDS))


def test_the_desktop_entry_starts_the_program_with_a_file():
    entry = configparser.ConfigParser(interpolation=None)
    entry.read_string(linux_package.desktop_entry())
    section = entry["Desktop Entry"]
    assert section["Exec"] == "sscviewer %f"
    assert section["Terminal"] == "false"
    kinds = section["MimeType"].rstrip(";").split(";")
    assert kinds == [kind.mime for kind in project.FILE_TYPES]


def test_new_types_of_files_are_declared_and_known_ones_are_not():
    root = ElementTree.fromstring(linux_package.mime_types())
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    declared = {kind.get("type") for kind in root.iter(f"{space}mime-type")}
    assert declared == {kind.mime for kind in project.FILE_TYPES if kind.is_ours}
    assert {glob.get("pattern") for glob in root.iter(f"{space}glob")} == {
        f"*.{end}" for kind in project.FILE_TYPES if kind.is_ours for end in kind.ends
    }


def test_the_deb_holds_everything_in_its_place(tmp_path, drawn):
    built = tmp_path / "sscviewer"
    built.mkdir()
    (built / "sscviewer").write_text("#!/bin/sh\n")
    (built / "sscviewer").chmod(0o755)
    root = tmp_path / "root"
    linux_package.lay_out(built, root)
    assert (root / "usr/lib/sscviewer/sscviewer").stat().st_mode & 0o777 == 0o755
    assert (root / "usr/bin/sscviewer").readlink() == Path("/usr/lib/sscviewer/sscviewer")
    assert (root / "usr/share/applications/sscviewer.desktop").stat().st_mode & 0o777 == 0o644
    assert QImage(str(root / "usr/share/icons/hicolor/48x48/apps/sscviewer.png")).width() == 48
    control = linux_package.control_text(root, "amd64")
    assert f"Version: {__version__}\n" in control
    assert "libglib2.0-0 | libglib2.0-0t64" in control
    assert re.search(r"Depends: libc6 \(>= \d+\.\d+\), .*libxcb-cursor0", control)


def test_the_installer_offers_every_kind_and_takes_none():
    script = windows_package.installer_script(Path("C:/built/sscviewer"))
    assert "@" not in re.sub(r"@.*?@\\", "", script.partition("[Setup]")[2])
    assert f"AppVersion={__version__}" in script
    assert "PrivilegesRequired=lowest" in script
    offered = re.findall(r"Classes\\\.(\w+)\\OpenWithProgids", script)
    assert offered == ENDS
    # the default program of a kind is the value without a name of its key
    assert not re.search(r"Classes\\\.\w+\"; ValueType", script)


def test_the_mac_shows_files_and_owns_none():
    assert {kind["LSHandlerRank"] for kind in project.MACOS_TYPES} == {"Alternate"}
    assert {kind["CFBundleTypeRole"] for kind in project.MACOS_TYPES} == {"Viewer"}
    rights = plistlib.loads((ROOT / "packaging/macos/entitlements.plist").read_bytes())
    assert not [right for right in rights if "network" in right or "personal" in right or "device" in right]


def test_icons_open_in_every_size(drawn):
    for size in icons.PNG_SIZES:
        assert QImage(str(drawn / f"sscviewer-{size}.png")).width() == size
    ico = (drawn / "sscviewer.ico").read_bytes()
    count = struct.unpack("<HHH", ico[:6])[2]
    for at in range(count):
        side, _, _, _, _, _, length, start = struct.unpack("<BBBBHHII", ico[6 + 16 * at : 22 + 16 * at])
        assert QImage.fromData(ico[start : start + length]).width() == (side or 256)
    icns = (drawn / "sscviewer.icns").read_bytes()
    assert icns[:4] == b"icns"
    assert struct.unpack(">I", icns[4:8])[0] == len(icns)


def test_nothing_that_the_program_imports_is_left_out():
    """What is imported only when it is asked for, such as printing, no walk through a package would meet."""
    package = ROOT / "sscviewer"
    trees = {path: ast.parse(path.read_text("utf-8")) for path in package.rglob("*.py")}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module else []
            assert not set(names) & set(leave_out.NOT_IN_THE_PROGRAM), path
            for qt in (name.removeprefix("PySide6.Qt") for name in names if name.startswith("PySide6.Qt")):
                assert not leave_out.is_left_out(f"PySide6/Qt/lib/libQt6{qt}.so.6"), path


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt6Network.dll",
        "PySide6/Qt/lib/libQt6QuickControls2.so.6",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6\\plugins\\imageformats\\qpdf.dll",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "libssl.so.3",
        "libgio-2.0.so.0",
        "libcups.so.2",
        "rapidfuzz/fuzz_cpp_avx2.cpython-311-x86_64-linux-gnu.so",
        "font_source_sans_pro/files/SourceSansPro-Regular.otf",
        "font_source_sans_pro/files/SourceSansPro-BoldIt.ttf",
        "pandas-3.1.1.dist-info/RECORD",
        "sscviewer/resources/demo/make_demo.py",
    ],
)
def test_left_out(path):
    assert leave_out.is_left_out(path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "libXext.so.6",
        "libcrypto.so.3",
        "libglib-2.0.so.0",
        "pillow.libs/libharfbuzz-fb49c9fc.so.0.61450.0",
        "rapidfuzz/fuzz_cpp.cpython-311-x86_64-linux-gnu.so",
        "font_source_sans_pro/files/LICENSE.txt",
        "pandas-3.1.1.dist-info/METADATA",
        "sscviewer/resources/demo/demo_trial.xlsx",
        "statsmodels/tsa/_innovations.so",
    ],
)
def test_kept(path):
    assert not leave_out.is_left_out(path)


def test_the_fonts_of_the_figures_are_kept():
    kept = [path.name for path in bundled.font_paths()]
    assert len(kept) == 4
    assert not [name for name in kept if leave_out.is_left_out(f"font_source_sans_pro/files/{name}")]


def test_of_the_program_s_own_files_only_what_they_are_made_of_is_left_out():
    own = [path.relative_to(ROOT) for path in (ROOT / "resources").rglob("*.*") if path.suffix != ".pyc"]
    left = {path for path in own if leave_out.is_left_out(f"sscviewer/{path.as_posix()}")}
    assert {path.suffix for path in left} == {".py", ".ts"}
    folders = {"resources/demo", "resources/manual", "resources/translations"}
    assert {path.parent.as_posix() for path in left} == folders
    assert ROOT / "resources" / "translations" / "sscviewer_de.qm" not in {ROOT / path for path in left}


@pytest.mark.parametrize("library", ["docx", "pptx"])
def test_folders_from_which_a_library_goes_up_are_in_the_package(library):
    """What is found by ".." from a folder wants the folder, and packed code lies in none."""
    home = Path(importlib.util.find_spec(library).origin).parent
    upward = re.compile(r"""(?<!abspath\(os\.path\.)join\([^"\n]*"\.\.\"""")
    going_up = {path.parent.name for path in home.rglob("*.py") if upward.search(path.read_text("utf-8"))}
    spec = (ROOT / "packaging" / "sscviewer.spec").read_text(encoding="utf-8")
    kept = re.findall(rf'"{library}", include_py_files=True, includes=\["(\w+)/__init__\.py"\]', spec)
    assert going_up
    assert going_up == set(kept)


def test_the_program_can_do_without_what_is_left_out(demo_path):
    """Nothing that is left out may be needed by the window, the models or the report."""
    program = f"""
import sys
class Left:
    def find_spec(self, name, path=None, target=None):
        if any(name == left or name.startswith(left + ".") for left in {leave_out.NOT_IN_THE_PROGRAM!r}):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Left())
import sscviewer.gui.window.trial_window, sscviewer.report.document_file, sscviewer.report.slides_file
import docx, pptx, openpyxl, statsmodels.duration.survfunc, formulaic, pypdfium2
from sscviewer.cli import run
sys.exit(run(["verify"]))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
