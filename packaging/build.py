"""Build the package of the platform this runs on, from a Python that has what packaging/locks/build.txt says.

    python packaging/build.py [--out FOLDER] [--folder-only]

Linux: a folder and a .deb. Windows: a folder, and an installer where Inno Setup is installed. macOS: an .app
and a .dmg, signed and notarised where `--sign IDENTITY` and `--notary PROFILE` are given. Beside them: the
list of parts (CycloneDX), and the hash of every file written. What is built is tried by smoke.py.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import icons
import linux_package
import macos_package
import parts
import traceability
import windows_package
from project import ROOT, VERSION

PACKAGERS = {
    "linux": linux_package.package,
    "win32": windows_package.package,
    "darwin": macos_package.package,
}


def main() -> int:
    """Build everything and say what was built."""
    options = _parser().parse_args()
    out: Path = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    traceability.write()  # tests were added since it was last written
    with tempfile.TemporaryDirectory() as folder:
        built = freeze(Path(folder), out)
    print(f"{built}: {size_of(built) / 1e6:.0f} MB")
    made = [] if options.folder_only else PACKAGERS[sys.platform](built, out, options)
    bill = out / f"sscviewer-{VERSION}.cdx.json"
    bill.write_text(parts.bill_of_materials(), encoding="utf-8")
    for path in (*made, bill):
        print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")
    write_hashes(out, [*made, bill])
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--out", type=Path, default=ROOT / "packaging" / "dist")
    parser.add_argument("--folder-only", action="store_true", help="no installer")
    parser.add_argument("--sign", default="", metavar="IDENTITY", help="macOS: the certificate's name")
    parser.add_argument(
        "--notary", default="", metavar="PROFILE", help="macOS: keychain profile of notarytool"
    )
    return parser


def freeze(work: Path, out: Path) -> Path:
    """Return the folder (or, on macOS, the bundle) that PyInstaller makes."""
    spec = ROOT / "packaging" / "sscviewer.spec"
    # where the specification looks for icon and licences: PyInstaller calls this folder `workpath`
    made = work / spec.stem
    made.mkdir()
    icons.write_icons(ROOT / "resources" / "icons" / "sscviewer.svg", made)
    parts.copy_texts(made / "licences")
    folder = out / "sscviewer"
    shutil.rmtree(folder, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run([*command, "--distpath", str(out), "--workpath", str(work), str(spec)], check=True)
    own = (*folder.glob("_internal/libpython*.so*"), *folder.glob("_internal/python*/lib-dynload/*.so"))
    for library in own:
        # a Python built by hand carries 24 MB for its debuggers; the wheels' libraries break when stripped
        subprocess.run(["strip", "--strip-unneeded", str(library)], check=True)
    return out / "sscviewer.app" if sys.platform == "darwin" else folder


def size_of(folder: Path) -> int:
    """Return the bytes of a folder's files, each link counted as itself."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_symlink() or path.is_file())


def write_hashes(out: Path, made: list[Path]) -> None:
    """Write SHA256SUMS of what is handed out."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in made]
    (out / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
