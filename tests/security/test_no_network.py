"""The program makes no network connection: it has nothing to make one with, and a test that does fails."""

import asyncio
import contextlib
import socket
import subprocess
import sys

import pytest

from tests.no_sockets import NetworkError, opened

EVERYTHING = """
import sys
from sscviewer.cli import run, verify_text
figures = verify_text.rule_figures
verify_text.rule_figures = lambda: [next(figures())]  # one small trial, read and analysed by every analysis
code = run(["verify"])
import sscviewer.gui.window.trial_window, sscviewer.gui.window.unseen, sscviewer.report.document_file
import sscviewer.report.slides_file, sscviewer.workbook.load, sscviewer.memory.study_memory
network = "PySide6.QtNetwork", "requests", "urllib3", "ftplib", "smtplib", "xmlrpc"
print([name for name in network if name in sys.modules])
sys.exit(code)
"""


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_the_watch_sees_a_socket_and_refuses_it(family):
    with pytest.raises(NetworkError):
        socket.socket(family)
    assert opened
    opened.clear()


def test_the_watch_sees_a_question_for_an_address():
    with pytest.raises(NetworkError):
        socket.getaddrinfo("localhost", 80)
    opened.clear()


def test_a_swallowed_refusal_is_seen_too():
    with contextlib.suppress(Exception):  # what a careless library does
        socket.create_connection(("127.0.0.1", 9))
    assert opened
    opened.clear()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows pairs sockets over the network's own layer")
def test_sockets_within_the_computer_are_let_be():
    asyncio.run(asyncio.sleep(0))
    assert not opened


def test_no_library_for_the_network_is_loaded():
    command = [sys.executable, "-c", EVERYTHING]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=None)
    assert done.stdout.splitlines()[-1] == "[]"
