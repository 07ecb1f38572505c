"""Files are written whole or not at all, and what hinders it is said in the same words everywhere."""

import errno
import os
import stat
import sys

import pytest

from sscviewer.whole_file import NO_ANSWER, not_written, write_whole_file


def test_an_old_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_bytes(b"old")
    write_whole_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_put_in_place_leaves_the_old_file(tmp_path):
    folder = tmp_path / "taken"
    (folder / "inside").mkdir(parents=True)
    with pytest.raises((IsADirectoryError, NotADirectoryError, PermissionError)):
        write_whole_file(folder, b"new")
    assert [p.name for p in tmp_path.iterdir()] == ["taken"]
    with pytest.raises(FileNotFoundError):
        write_whole_file(tmp_path / "no such folder" / "x.txt", b"new")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes of this kind")
def test_colleagues_may_read_what_they_may_read_of_other_files(tmp_path):
    plain, ours = tmp_path / "plain", tmp_path / "ours"
    before = os.umask(0o022)
    try:
        plain.write_bytes(b"")
        write_whole_file(ours, b"")
    finally:
        os.umask(before)
    assert stat.S_IMODE(ours.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [
        ("none/x.pdf", 0, "its folder is not there"),
        ("a file/x.pdf", 0, "its folder is not there"),
        ("a folder", 0, "a folder has its name"),
        ("x.pdf", errno.ENOSPC, "the disk is full"),
        ("x.pdf", errno.EDQUOT, "the disk is full"),
        ("x.pdf", errno.EROFS, "nothing can be written on that disk"),
        ("x.pdf", errno.EACCES, "open in another program"),
        ("x.pdf", errno.ESTALE, NO_ANSWER),
        ("x.pdf", errno.EIO, NO_ANSWER),
    ],
)
def test_why_it_cannot_be_written_is_said(tmp_path, monkeypatch, name, code, words):
    (tmp_path / "a file").touch()
    (tmp_path / "a folder").mkdir()
    if code:
        monkeypatch.setattr("sscviewer.whole_file.Path.replace", _refusing(code))
    with pytest.raises(OSError) as raised:  # noqa: PT011 - which one is what the words are for
        write_whole_file(tmp_path / name, b"new")
    said = not_written(tmp_path / name, raised.value)
    assert words in said
    assert said.endswith("Choose another folder or name.")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a file", "a folder"]


def test_what_a_library_says_is_no_answer_of_the_disk(tmp_path):
    assert "cannot write mode F as PNG" in not_written(tmp_path, OSError("cannot write mode F as PNG"))
    assert NO_ANSWER in not_written(tmp_path, OSError())


def _refusing(code):
    def replace(path, target):
        raise OSError(code, os.strerror(code), str(target))

    return replace
