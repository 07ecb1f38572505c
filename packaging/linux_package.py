"""The .deb: the program's folder, a desktop entry, icons, MIME types of data sets, the copyright file."""

import argparse
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import icons
from project import FILE_TYPES, ROOT, SUMMARY, VERSION

HOME = "usr/lib/sscviewer"
COMPRESSION = ("-Zzstd", "-z12")
"""The dpkg of Debian 12 and later reads it, and older systems' C library will not do anyway. A sixth smaller
than gzip and a minute to make; xz or zstd's highest level took seven for another tenth."""
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def package(folder: Path, out: Path, _options: argparse.Namespace) -> list[Path]:
    """Return the .deb made of a built folder."""
    import platform

    architecture = ARCHITECTURES[platform.machine()]
    deb = out / f"sscviewer_{VERSION}_{architecture}.deb"
    with tempfile.TemporaryDirectory() as made:
        root = Path(made) / "root"
        lay_out(folder, root)
        control = root / "DEBIAN" / "control"
        control.parent.mkdir()
        control.write_text(control_text(root, architecture), encoding="utf-8")
        command = ["dpkg-deb", "--root-owner-group", *COMPRESSION, "--build", str(root), str(deb)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return [deb]


def lay_out(folder: Path, root: Path) -> None:
    """Put everything where a Debian system looks for it."""
    shutil.copytree(folder, root / HOME, symlinks=True)
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/sscviewer").symlink_to(f"/{HOME}/sscviewer")
    _write(root / "usr/share/applications/sscviewer.desktop", desktop_entry())
    _write(root / "usr/share/mime/packages/sscviewer.xml", mime_types())
    _write(root / "usr/share/doc/sscviewer/copyright", (ROOT / "LICENSE").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as made:
        icons.write_icons(ROOT / "resources/icons/sscviewer.svg", Path(made))
        for size in icons.PNG_SIZES:
            place = root / f"usr/share/icons/hicolor/{size}x{size}/apps/sscviewer.png"
            _write(place, (Path(made) / f"sscviewer-{size}.png").read_bytes())
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def desktop_entry() -> str:
    """Return the desktop entry: offered for every kind of file it reads."""
    template = (ROOT / "packaging/linux/sscviewer.desktop").read_text(encoding="utf-8")
    return template.replace("@MIME@", "".join(f"{kind.mime};" for kind in FILE_TYPES))


def mime_types() -> str:
    """Return the types of files that Linux has no name for."""
    types = "".join(
        f'  <mime-type type="{kind.mime}">\n    <comment>{kind.text}</comment>\n'
        + "".join(f'    <glob pattern="*.{end}"/>\n' for end in kind.ends)
        + "  </mime-type>\n"
        for kind in FILE_TYPES
        if kind.is_ours
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    space = "http://www.freedesktop.org/standards/shared-mime-info"
    return f'{head}<mime-info xmlns="{space}">\n{types}</mime-info>\n'


def needed() -> str:
    """Return what must be installed: what setup.sh installs, under the older name or the newer one (t64)."""
    setup = (ROOT / "packaging/setup.sh").read_text(encoding="utf-8")
    names = re.search(r"QT_LIBRARIES=\(([^)]*)\)", setup).group(1).split()
    return ", ".join(f"{name} | {name}t64" if name == "libglib2.0-0" else name for name in names)


def control_text(root: Path, architecture: str) -> str:
    """Return the package's description."""
    size = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    return (
        f"Package: sscviewer\nVersion: {VERSION}\nArchitecture: {architecture}\n"
        "Section: science\nPriority: optional\n"
        f"Maintainer: The sscviewer founders <none@sscviewer.invalid>\nInstalled-Size: {size}\n"
        f"Depends: libc6 (>= {glibc()}), {needed()}\nRecommends: libcups2 | libcups2t64\n"
        f"Description: {SUMMARY}\n"
        " A desktop program for clinical investigators. It reads the spreadsheet of a trial, never changes\n"
        " it and makes no network connection. Not a medical device.\n"
    )


def glibc() -> str:
    """Return the C library this was built with: older ones will not do."""
    import platform

    return platform.libc_ver()[1]
