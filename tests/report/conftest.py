"""Texts are measured where a document is laid out, for which Qt needs an application."""

import pytest


@pytest.fixture(autouse=True)
def _application(qapp):
    """Have one for every test of the room."""
