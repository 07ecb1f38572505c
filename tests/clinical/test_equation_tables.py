"""The tables of reference equations are those that were copied."""

import hashlib

import pytest

from sscviewer.bundled import resource_path
from sscviewer.clinical.equation_tables import coefficients, splines

SUMS = dict(
    reversed(line.split(maxsplit=1))
    for line in resource_path("equations", "SHA256SUMS").read_text(encoding="ascii").splitlines()
)


def test_every_table_has_its_checksum_and_nothing_else_has():
    assert set(SUMS) == {path.name for path in resource_path("equations").glob("*.csv")}


@pytest.mark.parametrize("name", SUMS)
def test_a_table_is_as_it_was_copied(name):
    assert hashlib.sha256(resource_path("equations", name).read_bytes()).hexdigest() == SUMS[name]


def test_a_coefficient_is_the_published_one():
    """Quanjer 2012, table of FVC in males: ln M = -11.2281 + …"""
    assert coefficients("gli_2012_coefficients")["FVC_males"]["a0"] == -11.2281
    assert splines("gli_2012_splines")["age"][0] == 3


def test_an_unknown_table_is_named():
    with pytest.raises(FileNotFoundError, match=r"nothing\.csv"):
        coefficients("nothing")
