"""Windows of visits as people write them."""

import pytest

from sscviewer.analysis.visit_margins import margins_of, read_margins


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Week 4: 3", (3, 3)),
        ("Week 4: ±3 days", (3, 3)),
        ("week  4:+/-3", (3, 3)),
        ("Week 4 : +- 3", (3, 3)),
        ("Week 4: -14 +28", (14, 28)),
        ("Week 4: –14 +28", (14, 28)),
        ("Week 4: −14/+28", (14, 28)),
        ("Week 4: -14/+28;", (14, 28)),
    ],
)
def test_windows_as_people_write_them(text, days):
    assert read_margins(text) == ({"week 4": days}, ())


def test_one_bad_part_leaves_the_others():
    found, refused = read_margins("Follow–up 1: 3, soon, Week 4: -3, Week 8: 2, WEEK 8: 5, : 4,,")
    assert found == {"follow–up 1": (3, 3), "week 8": (2, 2)}
    assert [said.split("”")[0] for said in refused] == ["“soon", "“Week 4: -3", "“WEEK 8: 5", "“: 4"]
    assert "second time" in refused[2]


def test_nothing_is_written():
    assert margins_of("") == {}
