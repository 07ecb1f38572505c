"""The disk image for macOS: signed from the inside out and notarised. Not yet built anywhere (see README)."""

import argparse
import subprocess
import tempfile
from pathlib import Path

from project import ROOT, VERSION

ENTITLEMENTS = ROOT / "packaging" / "macos" / "entitlements.plist"


def package(bundle: Path, out: Path, options: argparse.Namespace) -> list[Path]:
    """Return the .dmg of a bundle; signed and notarised where the options say by whom."""
    if options.sign:
        sign(bundle, options.sign)
    image = out / f"sscviewer-{VERSION}.dmg"
    image.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        subprocess.run(["ditto", str(bundle), str(stage / bundle.name)], check=True)
        (stage / "Applications").symlink_to("/Applications")
        command = ["hdiutil", "create", "-volname", "sscviewer", "-srcfolder", str(stage), "-format", "ULFO"]
        subprocess.run([*command, str(image)], check=True)
    if options.sign:
        subprocess.run(["codesign", "--timestamp", "--sign", options.sign, str(image)], check=True)
    if options.notary:
        notarise(image, options.notary)
    return [image]


def sign(bundle: Path, identity: str) -> None:
    """Sign every library, then every program, then the bundle: Apple refuses any other order."""
    command = ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity]
    libraries = [
        path for path in bundle.rglob("*") if path.suffix in (".dylib", ".so") and not path.is_symlink()
    ]
    frameworks = [path for path in bundle.rglob("*.framework") if not path.is_symlink()]
    for path in sorted((*libraries, *frameworks), key=lambda path: -len(path.parts)):
        subprocess.run([*command, str(path)], check=True)
    with_rights = [*command, "--entitlements", str(ENTITLEMENTS)]
    for path in sorted((bundle / "Contents" / "MacOS").iterdir()):
        if path.is_file() and not path.is_symlink():
            subprocess.run([*with_rights, str(path)], check=True)
    subprocess.run([*with_rights, str(bundle)], check=True)
    subprocess.run(["codesign", "--verify", "--deep", "--strict", str(bundle)], check=True)


def notarise(image: Path, profile: str) -> None:
    """Let Apple look at the image and fasten its ticket to it; `profile` is in the keychain (notarytool)."""
    command = ["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"]
    subprocess.run(command, check=True)
    subprocess.run(["xcrun", "stapler", "staple", str(image)], check=True)
