"""Text with separators: encoding and separator are found, cells stay as written."""

import pytest

from sscviewer.workbook import UnusableFile
from sscviewer.workbook.child.text_tables import decode, find_separator, read_text
from sscviewer.workbook.kinds import kind_of

WORDS = "Patient;Übelkeit;Größe;café;señor;5 µg;38 °C\nA;Fièvre à 39 °C;naïve;Ödem;Älter;façade;œdème\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "mac-roman"])
def test_encodings_that_can_write_it_all(encoding):
    assert decode(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-15"])
def test_windows_and_latin_9(encoding):
    words = WORDS.replace("œ", "oe")
    assert decode(words.encode(encoding)) == words


def test_euro_sign_of_windows():
    assert decode("Preis;12 €\nGrün;5 €\n".encode("cp1252")) == "Preis;12 €\nGrün;5 €\n"


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("Subject;Visit;FVC\nA;Baseline;2,51\nB;Baseline;1,54\n", ";"),
        ('Subject,Visit,Comment\nA,Baseline,"tired; dizzy"\nB,Month 3,well\n', ","),
        ("Subject\tVisit\tTerm\nA\tBaseline\tnausea, vomiting\nB\tMonth 3\tfever, rash\n", "\t"),
        ("Subject|FVC\nA|2.5\nB|2.4\n", "|"),
        ("Subject|FVC|DLCO\nA|2,5|6,0\nB|2,4|6,1\n", "|"),
        ("Trial 7\nSubject|FVC|DLCO\nA|2,5|6,0\nB|2,4|6,1\n", "|"),
        ("Trial,7\nVisits\nSubject,Visit,FVC,DLCO\nA,V1,2.5,6\nB,V1,2.4,6\n", ","),
        ("sep=;\nSubject;FVC\nA;2,5\n", ";"),
        ("Export of the trial\n\nSubject;Visit;FVC\nA;1;2\nB;1;2\nC;1;2\n", ";"),
        ("Dear all,\nplease see below.\nRegards\n", ""),
        ("one\ntwo\nthree\n", ""),
        ("Subject;Sex;Weight;Height\nA;F;61;170;\n", ";"),
        ("Dear Ann,\nplease, see, below\n", ""),
        ('"id" "fvc"\n"1" "A" 2.5\n"2" "B" 2.4\n', " "),
        ("id fvc\nA 2.5\nB 2.4\n", " "),
        ("one two\nthree four\nfive six\n", ""),
        ("Dear Ann\nI am\nfine now\nBye then\n", ""),
    ],
)
def test_separator(text, separator):
    assert find_separator(text) == separator


def cells(text: str) -> list[list[str]]:
    _, sheet, _ = read_text("x", text.encode())
    columns = [
        [values[code] for code in memoryview(codes).cast("i")] for codes, _, values, _ in sheet["columns"]
    ]
    return [list(row) for row in zip(*columns, strict=True)]


def test_cells_stay_as_written():
    text = 'Subject;ID;FVC;Comment\r\nA;007;2,50;"two\nlines; one ""cell"""\r\nB; 1e3 ;  ;NA\r\n'
    assert cells(text) == [
        ["Subject", "ID", "FVC", "Comment"],
        ["A", "007", "2,50", 'two\nlines; one "cell"'],
        ["B", " 1e3 ", "", "NA"],
    ]


def test_an_inch_sign_swallows_nothing():
    rows = [["S", "Scar"], ["A", '"5 inch'], *[[f"B{i}", "none of the usual size"] for i in range(400)]]
    assert cells("\n".join("\t".join(row) for row in rows)) == rows


def test_rows_of_different_length():
    assert cells("a,b,c\n1,2,3\n4,5\n6,7,8,9\n") == [
        ["a", "b", "c", ""],
        ["1", "2", "3", ""],
        ["4", "5", "", ""],
        ["6", "7", "8", "9"],
    ]


def test_prose_is_refused():
    with pytest.raises(UnusableFile, match="plain text without columns"):
        read_text("letter", b"Nothing to separate here.\nNor here.\n")


def test_byte_order_marks_between_fields_are_no_text():
    glued = "".join(f"\ufeff{field}" for field in ("pid\t", "age\n", "1\t", "50\n"))
    _, sheet, _ = read_text("glued", glued.encode("utf-16"))
    assert "\ufeff" not in str(sheet["columns"])
    assert sheet["rows"] == 2


ROWS = [["Subject", "FVC"], ["A", "2.5"], ["B", "2.4"], ["C", "3.1"]]


def as_lines(rows: list[list[str]], separator: str = ",") -> str:
    return "".join(separator.join(row) + "\n" for row in rows)


@pytest.mark.parametrize("separator", [",", ";", "\t", " "])
def test_row_names_of_r_are_no_patients(separator):
    numbered = [ROWS[0], *([str(i), *row] for i, row in enumerate(ROWS[1:], 1))]
    assert cells(as_lines(numbered, separator)) == [["Row number", *ROWS[0]], *numbered[1:]]
    named = [ROWS[0], *([f"P{i}", *row] for i, row in enumerate(ROWS[1:], 1))]
    assert cells(as_lines(named, separator))[0] == ["Row name", *ROWS[0]]


@pytest.mark.parametrize("first", [0, 1])
def test_numbers_of_rows_under_an_empty_heading(first):
    numbered = [["", *ROWS[0]], *([str(i + first), *row] for i, row in enumerate(ROWS[1:]))]
    assert cells(as_lines(numbered))[0] == ["Row number", *ROWS[0]]
    _, _, notes = read_text("x.csv", as_lines(numbered).encode())
    assert notes == [
        (
            "info",
            "file.row_names",
            "“x.csv”: the first column has no heading; "
            "it was taken for numbers of the rows, not of patients.",
        )
    ]
    patients = [["", *ROWS[0]], *([str(1001 + i), *row] for i, row in enumerate(ROWS[1:]))]
    assert cells(as_lines(patients))[0] == ["", *ROWS[0]]


def test_a_separator_too_many_at_the_end_of_a_line_is_no_row_name():
    assert cells("Subject,FVC\nA,2.5,\nB,2.4,\n") == [
        ["Subject", "FVC", ""],
        ["A", "2.5", ""],
        ["B", "2.4", ""],
    ]


def test_stray_control_characters_are_left_out_and_counted():
    text = "Subject;FVC\nA\x00;2.5\x07\nB;2.4\n\x1a"
    assert kind_of("x.csv", text.encode()) == "text"
    assert cells(text) == [["Subject", "FVC"], ["A", "2.5"], ["B", "2.4"]]
    _, _, notes = read_text("x.csv", text.encode())
    assert notes == [
        ("info", "file.control_characters", "“x.csv”: 2 control characters were left out of the text.")
    ]


@pytest.mark.parametrize("quote", ["", '"'])
def test_lines_and_cells_of_any_length(quote):
    long = "x" * 1_200_000
    text = f"Subject;Comment;FVC\nA;{quote}{long}{quote};2.5\nB;short;2.4\n"
    assert cells(text)[1] == ["A", long, "2.5"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize(
    "words", ["患者,访视,肺活量\n", "Пациент,Визит,ФЖЕЛ\n", "Patient,Größe,FVC\n", "ασθενής,ημερομηνία,FVC\n"]
)
def test_wide_text_of_any_language_without_a_mark(encoding, words):
    text = words + "001,1,2.5\n002,1,2.4\n"
    assert decode(text.encode(encoding)) == text
    assert kind_of("x.csv", text.encode(encoding)) == "text"


def test_numbers_in_bytes_are_no_wide_text():
    with pytest.raises(UnusableFile, match="nothing else we know"):
        kind_of("x.csv", b"".join(i.to_bytes(4, "little") for i in range(3000)))
