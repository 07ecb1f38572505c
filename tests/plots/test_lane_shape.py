import dataclasses

import numpy as np
import pytest

from sscviewer.plots.box import Box
from sscviewer.plots.patient.lane_shape import lane_shape

# One unit per day, day 0 at 100.
BOX = Box(0, 100, 0, 500, 100, 600, 0, 400)
BAR = 10.0


def shape(event, until=300.0):
    return lane_shape(event, until, BOX, BAR, stub=BAR)


@pytest.fixture(scope="module")
def events(tiny) -> dict[str, object]:
    lanes = [*tiny.page("A1").timeline.events, *tiny.page("A2").timeline.events]
    return {event.label: event for event in lanes}


def test_days_and_values_become_positions() -> None:
    assert (BOX.x(0), BOX.x(400), BOX.day(300)) == (100, 500, 200)
    assert (BOX.y(0), BOX.y(1)) == (100, 0)


def test_an_ongoing_event_ends_in_an_arrow_at_the_patients_own_last_contact(events) -> None:
    got = shape(events["Fatigue"], until=372.0)
    assert got.left == BOX.x(18)
    assert got.right == BOX.x(373)
    assert got.arrow_right
    assert np.isnan(got.dotted_to)


def test_a_one_day_event_is_a_dot(events) -> None:
    assert shape(events["Headache"]).is_dot


def test_a_partial_start_fades_over_its_month(events) -> None:
    got = shape(events["Rash generalised"], until=71.0)
    # June 2007 is days 32 to 61 of a patient whose day 1 is 2007-05-01.
    assert (got.fade_from, got.left) == (BOX.x(32), BOX.x(61))
    assert got.right == BOX.x(72)


def test_a_missing_start_has_an_arrow_at_day_1(events) -> None:
    got = shape(events["Proteinuria"])
    assert got.arrow_left
    assert got.left == max(BOX.x(1), BOX.left + 0.7 * BAR)
    assert got.right == BOX.x(63)


def test_an_end_not_recorded_is_a_stub_and_a_dotted_line_never_an_arrow(events) -> None:
    got = shape(events["Nausea"], until=71.0)
    assert not got.arrow_right
    assert got.right == got.left + BAR
    assert got.dotted_to == BOX.x(72)


def test_overlapping_spans_of_start_and_end_leave_nothing_certain(events) -> None:
    event = dataclasses.replace(
        events["Headache"],
        start_first=32.0,
        start_last=61.0,
        end_first=40.0,
        end_last=92.0,
        start_state="partial",
        end_state="partial",
    )
    got = shape(event)
    assert got.left == got.right
    assert (got.fade_from, got.fade_to) == (BOX.x(32), BOX.x(93))


def test_an_event_after_the_last_contact_is_drawn_where_it_is(events) -> None:
    event = dataclasses.replace(events["Fatigue"], start_first=350.0, start_last=350.0)
    got = shape(event, until=300.0)
    assert got.left == BOX.x(350)
    assert got.right > got.left
