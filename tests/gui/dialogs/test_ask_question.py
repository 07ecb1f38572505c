"""What a file leaves open: asked one at a time, answered, left to the program, remembered, dropped."""

import openpyxl
import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from sscviewer.gui.dialogs.ask_question import AskQuestion
from sscviewer.workbook.mapping.file import read_mapping


def times():
    """Times whose unit nothing says; sexes in codes that nothing explains."""
    rows = [["Patient", "Sex", "Time", "FVC (L)"]]
    return rows + [
        [f"P{p:02d}", 1 + p % 2, t, 2.5 + 0.1 * p - 0.01 * t + 0.003 * ((p * 7 + t) % 5)]
        for p in range(6)
        for t in (0, 2, 4, 8)
    ]


def centres():
    """Numbers that start again in each centre."""
    rows = [["Centre", "Patient No", "Visit", "FVC (L)"]]
    visits = ("Baseline", "Week 12")
    return rows + [[c, p, v, 2 + p / 10 + c / 7] for c in (1, 2) for p in (1, 2, 3) for v in visits]


def nobody():
    """Rows that no column names."""
    rows = [["A tag", "Sex", "Age", "FVC baseline", "FVC month 6"]]
    return rows + [[f"X{p}", "mf"[p % 2], 40 + p, 2.5 + 0.1 * p, 2.4 + 0.1 * p] for p in range(6)]


def refused():
    """A table of which nothing was recognised."""
    return [["When", "Who", "Value"], *([f"X{p}", f"Y{p % 3}", 40 + p] for p in range(6))]


def save(path, rows):
    book = openpyxl.Workbook()
    book.active.title = "Data"
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def asked(window) -> list[AskQuestion]:
    return [dialog for dialog in window.findChildren(AskQuestion) if dialog.isVisible()]


def ask(window, qtbot, path) -> AskQuestion:
    window.open_file(path)
    return wait_for(window, qtbot)


def wait_for(window, qtbot, title="") -> AskQuestion:
    qtbot.waitUntil(lambda: any(title in dialog.windowTitle() for dialog in asked(window)), timeout=20_000)
    (dialog,) = asked(window)  # never two at a time
    return dialog


def answer(dialog, option):
    dialog.options[option].setChecked(True)
    dialog.buttons.button(QDialogButtonBox.StandardButton.Open).click()


def days(window) -> list[float]:
    return sorted(set(window.session.trial.study.measurements["ADY"]))


def patients(window) -> list[str]:
    return list(window.session.trial.study.usubjids)


KINDS = {
    # rows, the question, the answer other than the likeliest, what it changes
    "date": (
        lambda: [["Patient", "Adverse event", "Start"], ["1", "Rash", "03/04/2007"]],
        *("date_order", "mdy"),
        lambda window: str(window.session.trial.study.adverse_events["ASTDT"].iloc[0].date()),
        ("2007-04-03", "2007-03-04"),
    ),
    "centre": (centres, "patient", "number alone", lambda window: len(patients(window)), (6, 3)),
    "row": (nobody, "patient", "A tag", lambda window: patients(window)[0], ("1", "X0")),
    "time": (
        lambda: [[row[0], *row[2:]] for row in times()],
        *("time_unit", "months", days),
        ([1, 15, 29, 57], [1, 61, 122, 244]),
    ),
    "sex": (
        lambda: [[r[0], r[1], f"Week {r[2]}" if i else "Visit", r[3]] for i, r in enumerate(times())],
        *("sex_codes", "1 is male, 2 is female"),
        lambda window: list(window.session.trial.study.subjects["SEX"]),
        (list("121212"), list("MFMFMF")),
    ),
}


@pytest.fixture(params=KINDS)
def kind(request):
    return KINDS[request.param]


def test_a_question_is_asked_with_cells_of_the_file_before_anything_is_shown(window, qtbot, tmp_path, kind):
    rows, name, _, _, _ = kind
    dialog = ask(window, qtbot, save(tmp_path / "one.xlsx", rows()))
    assert window.session.trial is None
    assert dialog._question.id == name
    assert dialog.choice == dialog._question.taken
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert dialog._question.examples
    for example in dialog._question.examples[:2]:
        assert {example.written, *example.read} <= said
        assert len(example.read) == len(dialog._question.options)


def test_leaving_it_to_the_program_reads_the_likeliest_and_keeps_nothing(
    window, qtbot, tmp_path, places, kind
):
    rows, _, _, seen, (likeliest, _) = kind
    path = save(tmp_path / "one.xlsx", rows())
    dialog = ask(window, qtbot, path)
    with qtbot.waitSignal(window.session.trial_changed):
        dialog.skip.click()
    assert seen(window) == likeliest
    assert not places.mappings.exists() or not list(places.mappings.iterdir())
    assert window.session.trial.report.questions  # still open, and listed
    ask(window, qtbot, path).reject()  # it is asked again when the file is opened anew


def test_an_answer_changes_how_the_file_is_read_and_is_kept_for_its_shape(
    window, qtbot, tmp_path, places, kind
):
    rows, name, option, seen, (_, other) = kind
    dialog = ask(window, qtbot, save(tmp_path / "one.xlsx", rows()))
    with qtbot.waitSignal(window.session.trial_changed, timeout=20_000):
        answer(dialog, option)
    assert seen(window) == other
    assert window.session.trial.report.questions == ()
    (kept,) = places.mappings.iterdir()
    mapping = read_mapping(kept)
    said = {"date_order": mapping.date_order, **{a.id: a.option for a in mapping.answers}}
    assert said[name] == option
    later = save(tmp_path / "later.xlsx", rows())
    with qtbot.waitSignal(window.session.trial_changed, timeout=20_000):
        window.open_file(later)
    assert asked(window) == []
    assert seen(window) == other


def test_another_file_closes_the_question_and_takes_nothing_of_it(window, qtbot, tmp_path, places, kind):
    rows, _, option, _, _ = kind
    dialog = ask(window, qtbot, save(tmp_path / "one.xlsx", rows()))
    dialog.options[option].setChecked(True)
    plain = [["Patient", "Visit", "FVC (L)"], ["A", "Baseline", 2.5], ["A", "Week 12", 2.4]]
    with qtbot.waitSignal(window.session.trial_changed, timeout=20_000):
        window.open_file(save(tmp_path / "two.xlsx", plain))
    assert asked(window) == []
    assert patients(window) == ["A"]
    assert not places.mappings.exists() or not list(places.mappings.iterdir())


def test_a_file_with_a_question_takes_the_place_of_the_question_of_another(window, qtbot, tmp_path):
    ask(window, qtbot, save(tmp_path / "one.xlsx", centres()))
    window.open_file(save(tmp_path / "two.xlsx", KINDS["sex"][0]()))
    dialog = wait_for(window, qtbot, "codes")
    with qtbot.waitSignal(window.session.trial_changed, timeout=20_000):
        answer(dialog, "1 is female, 2 is male")
    assert window.session.trial.path.name == "two.xlsx"


def test_two_questions_of_a_file_are_asked_one_after_the_other(window, qtbot, tmp_path, places):
    dialog = ask(window, qtbot, save(tmp_path / "one.xlsx", times()))
    assert dialog._question.id == "time_unit"
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert any("1 other question follows" in text for text in said)
    answer(dialog, "months")
    second = wait_for(window, qtbot, "codes")
    with qtbot.waitSignal(window.session.trial_changed, timeout=20_000):
        answer(second, "1 is female, 2 is male")
    assert days(window) == [1, 61, 122, 244]
    assert list(window.session.trial.study.subjects["SEX"]) == list("FMFMFM")
    (kept,) = places.mappings.iterdir()
    assert [a.id for a in read_mapping(kept).answers] == ["time_unit", "sex_codes"]


def test_an_answer_makes_a_refused_file_usable(window, qtbot, tmp_path):
    dialog = ask(window, qtbot, save(tmp_path / "one.xlsx", refused()))
    assert "names the patient" in dialog._question.text
    assert dialog.skip.text() == "&Map columns…"
    assert set(dialog.options) == {"When", "Who", "Value", "row numbers as patients"}
    with qtbot.waitSignal(window.session.trial_changed, timeout=20_000):
        answer(dialog, "Who")
    assert patients(window) == ["Y0", "Y1", "Y2"]


def test_a_refused_file_left_to_the_user_opens_the_mapping_by_itself(window, qtbot, tmp_path):
    dialog = ask(window, qtbot, save(tmp_path / "one.xlsx", refused()))
    dialog.skip.click()
    qtbot.waitUntil(lambda: window.mapping.dialog is not None, timeout=20_000)
    assert "no column of patient numbers" in window.mapping.dialog.said.text()
    window.mapping.dialog.reject()


def test_a_file_with_patients_and_nothing_to_draw_opens_the_mapping(window, qtbot, tmp_path):
    window.open_file(save(tmp_path / "one.xlsx", [["Patient", "Age"], ["A", 50], ["B", 60]]))
    qtbot.waitUntil(lambda: window.mapping.dialog is not None, timeout=20_000)
    assert patients(window) == ["A", "B"]
    assert "nothing" not in window.mapping.dialog.draft.sheet.role
    assert "can be drawn" in window.mapping.dialog.said.text()
    window.mapping.dialog.reject()
