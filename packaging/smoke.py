"""Try a built program as a stranger would, from a folder with a space and an umlaut that he may not write to.

    python packaging/smoke.py packaging/dist/sscviewer [--out FOLDER]

Linux; wants Xvfb and xdotool. The window, on a virtual screen and by keys: the demo trial, other patients, a
saved figure (PNG, SVG, PDF), quit. The command line: verify, check, and export of every kind of file. Prints
what it did and how long each start took; ends with 0 when everything held.
"""

import argparse
import hashlib
import os
import pwd
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

NAME = "Studien Prüfung"
"""The folder everything lies in: a space and an umlaut."""

STRANGER = "nobody"
STARTS = {
    "png": b"\x89PNG",
    "svg": b"<?xml",
    "pdf": b"%PDF",
    "docx": b"PK",
    "pptx": b"PK",
    "xlsx": b"PK",
    "json": b"{",
    "csv": b"",
}
FONT = b"SourceSansPro"
AGAIN = 15.0
"""Seconds after which a key without effect is pressed again."""
PATIENCE = 900
"""Seconds that one step may take on a busy machine."""


class Smoke:
    """One walk through one built folder."""

    def __init__(self, folder: Path, work: Path) -> None:
        self.work = work
        self.home = work / "Zuhause"
        self.home.mkdir()
        self.installed = work / "Programm" / "sscviewer"
        shutil.copytree(folder, self.installed, symlinks=True)
        for path in (self.installed, *self.installed.rglob("*")):
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & ~0o222)
        self.as_other: dict[str, int] = {}
        if os.getuid() == 0:
            who = pwd.getpwnam(STRANGER)
            self.as_other = {"user": who.pw_uid, "group": who.pw_gid}
            os.chown(self.home, who.pw_uid, who.pw_gid)
        kept = ("PATH", "LANG", "LC_ALL")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ}
        self.environment |= {"HOME": str(self.home), "LANG": "C.UTF-8", "XDG_RUNTIME_DIR": str(self.home)}
        self.program = str(self.installed / "sscviewer")
        self.before = fingerprint(self.installed)

    def run(self, *words: str, code: int = 0) -> str:
        """Run a command of the program; its output, once it ended as expected."""
        began = time.monotonic()
        command = [self.program, *words]
        ended = subprocess.run(
            command,
            capture_output=True,
            text=True,
            cwd=self.home,
            env=self.environment,
            check=False,
            **self.as_other,
        )
        say(f"{' '.join(words[:1])}: ended with {ended.returncode} after {time.monotonic() - began:.1f} s")
        if ended.returncode != code:
            raise SystemExit(f"{words} ended with {ended.returncode}:\n{ended.stderr}")
        return ended.stdout

    def command_line(self) -> None:
        """Verify, read, and write every kind of file."""
        self.run("--version")
        verdict = self.run("verify").splitlines()[-1]
        say(f"  {verdict}")
        self.run("verify", "--out", str(self.home / "Nachweis.pdf"))
        workbook = self.home / "Größe der Studie.xlsx"
        self.run("demo", "--write", str(workbook))
        self.run("check", str(workbook))
        out = self.home / "Alle Bilder"
        kinds = "png,svg,pdf,docx,pptx"
        self.run("export", str(workbook), "--out", str(out), "--what", "all", "--format", kinds)
        self.look_at([self.home / "Nachweis.pdf", *(path for path in out.rglob("*") if path.is_file())])
        (damaged := self.home / "kaputt.xlsx").write_bytes(workbook.read_bytes()[:5000])
        self.run("check", str(damaged), code=2)

    def look_at(self, paths: list[Path]) -> None:
        """See that each file is what its name says."""
        kinds: dict[str, int] = {}
        for path in paths:
            kind = path.suffix.removeprefix(".")
            kinds[kind] = kinds.get(kind, 0) + 1
            content = path.read_bytes()
            if not content.startswith(STARTS.get(kind, b"")) or not content:
                raise SystemExit(f"{path} is no {kind}")
            if kind == "pdf" and FONT not in content:
                raise SystemExit(f"{path} is in another font: that of the figures was left out")
        missing = {"png", "svg", "pdf", "docx", "pptx", "xlsx", "csv"} - set(kinds)
        if missing:
            raise SystemExit(f"no file of the kinds {missing} was written")
        say("  " + ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items())))

    def window(self, kind: str, display: str) -> None:
        """Open the demo trial in the window, go to other patients, save the figure, quit; all by keys."""
        figures = self.home / "Abbildungen"
        figures.mkdir(exist_ok=True)
        settings = self.home / ".config" / "sscviewer" / "sscviewer" / "sscviewer.ini"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text(f"[files]\nsave_folder={figures}\n[figure]\nformat={kind}\n", encoding="utf-8")
        for path in (self.home, *self.home.rglob("*")):
            if self.as_other:
                os.chown(path, self.as_other["user"], self.as_other["group"])
        began = time.monotonic()
        environment = self.environment | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        program = subprocess.Popen(
            [self.program, "demo"],
            cwd=self.home,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
            **self.as_other,
        )
        window = self.wait_for_window("sscviewer", program, display)
        shown = time.monotonic() - began
        self.wait_for_window("demo_trial.xlsx", program, display)
        say(f"window: on screen after {shown:.1f} s, trial open after {time.monotonic() - began:.1f} s")
        time.sleep(1)
        keys(display, "windowfocus", "--sync", window)
        for _ in range(3):
            keys(display, "key", "j")
            time.sleep(1)
        self.press("ctrl+s", window, display, lambda: bool(dialogs(display)), program)
        saved_one = lambda: any(figures.glob(f"*.{kind}"))  # noqa: E731 - said once, asked often
        self.press("Return", dialogs(display)[0], display, saved_one, program)
        time.sleep(1)  # it is written under another name first, and its manifest after it
        (saved,) = figures.glob(f"*.{kind}")
        if not re.search(r"4", saved.name) or not saved.read_bytes().startswith(STARTS[kind]):
            raise SystemExit(f"{saved} is not the figure of the fourth patient")
        say(f"  saved {saved.name}, {saved.stat().st_size} bytes; memory {memory(program.pid)} MB")
        self.press("ctrl+q", window, display, lambda: program.poll() is not None, program)
        _, errors = program.communicate(timeout=PATIENCE)
        say(f"  ended with {program.returncode}")
        if program.returncode or errors or self.faults():
            raise SystemExit(f"the window ended with {program.returncode}:\n{errors}\n{self.faults()}")

    def faults(self) -> str:
        """Return what the program noted as its own faults."""
        log = self.home / ".local" / "state" / "sscviewer" / "sscviewer.log"
        text = log.read_text(encoding="utf-8") if log.exists() else ""
        return text if "ERROR" in text else ""

    def press(
        self, key: str, window: str, display: str, is_so: Callable[[], bool], program: "subprocess.Popen[str]"
    ) -> None:
        """Press a key in a window until it has shown effect: on a busy machine one may be lost.

        The window gets the focus first, since without a window manager nobody hands keys over.
        """
        pressed = 0.0

        def has_effect() -> bool:
            nonlocal pressed
            if is_so():
                return True
            if time.monotonic() - pressed > AGAIN:
                keys(display, "windowfocus", window)
                keys(display, "key", key)
                pressed = time.monotonic()
            return False

        self.wait_for(has_effect, f"the effect of {key}", program)

    def wait_for_window(self, name: str, program: "subprocess.Popen[str]", display: str) -> str:
        """Return the window of a name once it is on the screen."""
        found: list[str] = []

        def is_there() -> bool:
            found[:] = keys(display, "search", "--onlyvisible", "--name", name).split()
            return bool(found)

        self.wait_for(is_there, f"the window “{name}”", program)
        return found[0]

    def wait_for(self, is_so: Callable[[], bool], what: str, program: "subprocess.Popen[str]") -> None:
        """Wait until something is so; a fault or an end of the program is not waited through."""
        until = time.monotonic() + PATIENCE
        while not is_so():
            if program.poll() is not None or self.faults() or time.monotonic() > until:
                program.kill()
                raise SystemExit(f"{what} never came:\n{program.communicate()[1]}\n{self.faults()}")
            time.sleep(0.1)

    def untouched(self) -> None:
        """See that the program wrote nothing beside itself."""
        if fingerprint(self.installed) != self.before:
            raise SystemExit("the program changed its own folder")
        say("the program's folder is as it was")


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)


def fingerprint(folder: Path) -> str:
    """Return one hash of all names and sizes and times."""
    lines = sorted(f"{path}{path.lstat().st_size}{path.lstat().st_mtime_ns}" for path in folder.rglob("*"))
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def cool(folder: Path) -> None:
    """Have the system forget what it holds of a folder's files: the next start reads them from the disk."""
    for path in folder.rglob("*"):
        if path.is_file():
            file = os.open(path, os.O_RDONLY)
            os.fsync(file)
            os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
            os.close(file)


def dialogs(display: str) -> list[str]:
    """Return the windows that ask how to save."""
    return keys(display, "search", "--onlyvisible", "--name", "^Save ").split()


def keys(display: str, *words: str) -> str:
    """Send keys to a screen, or look for a window on it."""
    environment = os.environ | {"DISPLAY": display}
    done = subprocess.run(
        ["xdotool", *words], env=environment, capture_output=True, text=True, check=False, timeout=PATIENCE
    )
    return done.stdout


def memory(pid: int) -> int:
    """Return the megabytes a process holds."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status).group(1)) // 1024


def main() -> int:
    """Walk through everything."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, help="keep what was written here")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        work = Path(place) / NAME
        work.mkdir()
        smoke = Smoke(options.folder, work)
        display = f":{90 + os.getpid() % 400}"
        screen = subprocess.Popen(
            ["Xvfb", display, "-screen", "0", "1600x1000x24"], stderr=subprocess.DEVNULL
        )
        try:
            cool(smoke.installed)  # the first start is a cold one, the others are warm
            for kind in ("png", "svg", "pdf"):
                smoke.window(kind, display)
        finally:
            screen.terminate()
            screen.wait()
        smoke.command_line()
        smoke.untouched()
        if options.out:
            shutil.copytree(smoke.home, options.out, dirs_exist_ok=True)
    say("everything held")
    return 0


if __name__ == "__main__":
    sys.exit(main())
