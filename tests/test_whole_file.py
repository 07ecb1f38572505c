"""Files are written whole or not at all."""

import os
import stat
import sys

import pytest

from sscviewer.whole_file import write_whole_file


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
