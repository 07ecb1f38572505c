"""Work is done beside the window and brought back; stale results and closed windows hear nothing."""

import gc
import threading

import pytest

from sscviewer.gui.state.tasks import Cancelled, Tasks


@pytest.fixture
def tasks(qapp):
    tasks = Tasks()
    yield tasks
    tasks.close()


def test_results_come_back_in_the_windows_thread(tasks, qtbot):
    got = []
    tasks.run(
        "a", lambda _: threading.current_thread(), lambda r: got.append((r, threading.current_thread()))
    )
    qtbot.waitUntil(lambda: bool(got))
    worker, window = got[0]
    assert worker is not threading.main_thread()
    assert window is threading.main_thread()
    assert not tasks.is_running("a")


def test_a_newer_request_makes_the_older_one_stale(tasks, qtbot):
    got, gate = [], threading.Event()

    def slow(ticket):
        gate.wait(5)
        return "old"

    first = tasks.run("a", slow, got.append)
    tasks.run("a", lambda _: "new", got.append)
    assert first.cancelled()
    gate.set()
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["new"]


def test_failures_are_handed_over(tasks, qtbot):
    got = []

    def broken(_):
        raise OSError("no")

    tasks.run("a", broken, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], OSError)


def test_a_failure_nobody_takes_is_raised(tasks, qtbot):
    def broken(_):
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        tasks.run("a", broken, lambda _: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_progress_arrives_in_order(tasks, qtbot):
    got = []

    def work(ticket):
        ticket.progress("begin", 0.0)
        ticket.progress("end", 1.0)

    tasks.run("a", work, lambda _: got.append("done"), None, lambda *p: got.append(p))
    qtbot.waitUntil(lambda: "done" in got)
    assert got == [("begin", 0.0), ("end", 1.0), "done"]


def test_cancel_is_seen_and_nothing_is_heard_after_it(tasks, qtbot):
    got, began, ended = [], threading.Event(), threading.Event()

    def work(ticket):
        began.set()
        while not ticket.cancelled():
            pass
        ended.set()
        raise Cancelled

    tasks.run("a", work, got.append, got.append)
    assert began.wait(5)
    tasks.cancel("a")
    assert ended.wait(5)
    qtbot.wait(20)
    assert got == []


def test_close_stops_everything(qtbot):
    tasks, got, began = Tasks(), [], threading.Event()

    def work(ticket):
        began.set()
        while not ticket.cancelled():
            pass
        return "late"

    tasks.run("a", work, got.append)
    tasks.run("b", lambda _: "never", got.append)
    assert began.wait(5)
    tasks.close()
    tasks.run("c", lambda _: "too late", got.append)
    qtbot.wait(20)
    assert got == []


@pytest.mark.parametrize("lane", ["reading", "looking"])
def test_a_slow_model_keeps_neither_a_file_nor_a_view_waiting(tasks, qtbot, lane):
    got, gate = [], threading.Event()
    tasks.run("model", lambda _: gate.wait(30), lambda _: got.append("model"), lane="computing")
    tasks.run("quick", lambda _: "there", got.append, lane=lane)
    qtbot.waitUntil(lambda: got == ["there"])
    gate.set()
    qtbot.waitUntil(lambda: got == ["there", "model"])


def test_a_view_given_up_that_does_not_hear_keeps_the_next_not_waiting(tasks, qtbot):
    got, gate = [], threading.Event()
    tasks.run("view", lambda _: gate.wait(30), lambda _: got.append("given up"), lane="looking")
    tasks.run("view", lambda _: "there", got.append, lane="looking")
    qtbot.waitUntil(lambda: got == ["there"])
    gate.set()


def test_one_lane_does_one_thing_at_a_time(tasks, qtbot):
    order, gate = [], threading.Event()

    def first(ticket):
        gate.wait(30)
        order.append("first")

    tasks.run("a", first, lambda _: None, lane="computing")
    tasks.run("b", lambda _: order.append("second"), lambda _: gate, lane="computing")
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_running("b"))
    assert order == ["first", "second"]


def test_garbage_of_a_worker_is_collected_in_the_windows_thread(tasks, qtbot):
    """Items of a scene are in cycles: on another thread Qt would destroy them while the window paints."""
    freed = []

    class Cycle:
        def __init__(self):
            self.me = self

        def __del__(self):
            freed.append(threading.current_thread())

    def litter(ticket):
        for _ in range(5000):
            Cycle()

    tasks.run("litter", litter, lambda _: None, lane="computing")
    qtbot.waitUntil(lambda: len(freed) >= 5000)
    assert set(freed) == {threading.main_thread()}


def test_python_collects_again_when_the_work_is_over(qapp):
    tasks = Tasks()
    assert not gc.isenabled()
    tasks.close()
    assert gc.isenabled()
