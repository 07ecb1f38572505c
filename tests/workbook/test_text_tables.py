"""Text with separators: encoding and separator are found, cells stay as written."""

import pytest

from sscviewer.workbook import UnusableFile
from sscviewer.workbook.child.text_tables import decode, find_separator, read_text

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
        ("sep=;\nSubject;FVC\nA;2,5\n", ";"),
        ("Export of the trial\n\nSubject;Visit;FVC\nA;1;2\nB;1;2\nC;1;2\n", ";"),
        ("Dear all,\nplease see below.\nRegards\n", ""),
        ("one\ntwo\nthree\n", ""),
    ],
)
def test_separator(text, separator):
    assert find_separator(text) == separator


def cells(text: str) -> list[list[str]]:
    _, sheet = read_text("x", text.encode())
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
    _, sheet = read_text("glued", glued.encode("utf-16"))
    assert "\ufeff" not in str(sheet["columns"])
    assert sheet["rows"] == 2
