"""The installer for Windows: Inno Setup from windows/sscviewer.iss. Not yet built anywhere (see README)."""

import argparse
import shutil
import subprocess
from pathlib import Path

from project import FILE_TYPES, ROOT, VERSION

SCRIPT = ROOT / "packaging" / "windows" / "sscviewer.iss"
COMPILERS = (
    "iscc",
    r"C:\Program Files (x86)\Inno Setup 6\ISCC.exe",
    r"C:\Program Files\Inno Setup 6\ISCC.exe",
)


def package(folder: Path, out: Path, _options: argparse.Namespace) -> list[Path]:
    """Return a zip of the folder, for those who may not install, and the installer where Inno Setup is."""
    made = [
        Path(
            shutil.make_archive(str(out / f"sscviewer-{VERSION}-windows"), "zip", folder.parent, folder.name)
        )
    ]
    compiler = next((found for name in COMPILERS if (found := shutil.which(name))), None)
    if compiler is None:
        print("Inno Setup is not installed: no installer was made, only the zip.")
        return made
    script = out / "sscviewer.iss"
    script.write_text(installer_script(folder), encoding="utf-8-sig")
    subprocess.run([compiler, "/Q", f"/O{out}", str(script)], check=True)
    script.unlink()
    return [*made, out / f"sscviewer-{VERSION}-setup.exe"]


def installer_script(folder: Path) -> str:
    """Return the script with version, folder and kinds of files filled in."""
    words = {"@VERSION@": VERSION, "@FOLDER@": str(folder), "@ROOT@": str(ROOT), "@TYPES@": registry_lines()}
    text = SCRIPT.read_text(encoding="utf-8")
    for mark, word in words.items():
        text = text.replace(mark, word)
    return text


def registry_lines() -> str:
    """Return the lines that put the program into "Open with" of each kind of file, as nobody's default."""
    known = 'Root: HKA; Subkey: "Software\\Classes\\Applications\\sscviewer-gui.exe\\SupportedTypes"; '
    offered = 'Root: HKA; Subkey: "Software\\Classes\\.{end}\\OpenWithProgids"; '
    lines = []
    for end in (end for kind in FILE_TYPES for end in kind.ends):
        lines.append(f'{known}ValueType: string; ValueName: ".{end}"; ValueData: ""')
        value = 'ValueType: string; ValueName: "sscviewer.table"; ValueData: ""; Flags: uninsdeletevalue'
        lines.append(offered.format(end=end) + value)
    return "\n".join(lines)
