"""The demo workbook, read cell by cell: its figures, its inner agreement, its faults, its script."""

import itertools
import re
import statistics
import subprocess
import sys
import warnings
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils.cell import coordinate_to_tuple
from statsmodels.regression.mixed_linear_model import MixedLM, MixedLMParams

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
WORKBOOK = DEMO / "demo_trial.xlsx"
# statsmodels' "lbfgs" stops five digits short here whatever its tolerance
OPTIMISERS = {
    "bfgs": {"gtol": 1e-9},
    "nm": {"xtol": 1e-10, "ftol": 1e-13},
}
MONTHS = {"Baseline": 0, "Month 3": 3, "Month 6": 6, "Month 9": 9, "Month 12": 12}
COMMON = {"Fatigue", "Oedema peripheral", "Nausea", "Diarrhoea", "Rash generalised", "Proteinuria"}
GROUPS = {
    "Oedema peripheral": "facial or lower-extremity oedema",
    "Face oedema": "facial or lower-extremity oedema",
    "Periorbital oedema": "facial or lower-extremity oedema",
    "Nausea": "nausea and vomiting",
    "Vomiting": "nausea and vomiting",
}
CATEGORIES = {
    "Dressing": 2, "Arising": 2, "Eating": 3, "Walking": 2, "Hygiene": 3, "Reach": 2, "Grip": 3,
    "Activities": 3,
}  # fmt: skip


def cells(path):
    book = openpyxl.load_workbook(path)
    return {page.title: [[cell.value for cell in row] for row in page.iter_rows()] for page in book}


@pytest.fixture(scope="module")
def book():
    return cells(WORKBOOK)


@pytest.fixture(scope="module")
def rows(book):
    def strip(value):
        value = value.strip() if isinstance(value, str) else value
        return value.date() if isinstance(value, datetime) else value

    return {
        name: [dict(zip(table[0], map(strip, row), strict=True)) for row in table[1:]]
        for name, table in book.items()
        if name != "About"
    }


@pytest.fixture(scope="module")
def made_again(tmp_path_factory):
    """A second workbook from the script, and what the script printed."""
    path = tmp_path_factory.mktemp("demo") / "again.xlsx"
    command = [sys.executable, "-B", str(DEMO / "make_demo.py"), "--output", str(path)]
    return path, subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout


def by_subject(table):
    found = defaultdict(list)
    for row in table:
        found[row["Subject"]].append(row)
    return found


def baseline(rows, sheet, column):
    return [row[column] for row in rows[sheet] if row["Visit"] == "Baseline"]


def test_first_sheet_says_that_everything_is_invented(book):
    assert next(iter(book)) == "About"
    text = " ".join(str(row[0]) for row in book["About"] if row[0])
    assert "SYNTHETIC" in text
    assert "no real patient" in text
    assert "As exported: 16-Jan-2009" in text


def test_no_formula_and_no_name_in_the_properties():
    book = openpyxl.load_workbook(WORKBOOK)
    assert not [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert not book.properties.creator
    assert not book.properties.lastModifiedBy
    assert book.properties.created == datetime(2009, 1, 16, 9, 0)


def test_demographics(rows):
    people = rows["Demographics"]
    assert [row["Subject"] for row in people] == [f"SSC-{number:03}" for number in range(1, 21)]
    assert sum(row["Sex"] == "Female" for row in people) == 13
    assert sum(row["Race"] == "Caucasian" for row in people) == 15
    assert sum(row["SSc subset"] == "Diffuse" for row in people) == 14
    doses = [row["First dose date"] for row in people]
    assert date(2006, 9, 1) <= min(doses)
    assert max(doses) <= date(2007, 10, 31)


def test_baseline_means(rows):
    fvc = baseline(rows, "Pulmonary Function", "FVC (% predicted)")
    skin = baseline(rows, "Skin Score", "Total")
    assert len(fvc) == len(skin) == 20
    assert max(fvc) < 85
    assert f"{statistics.mean(fvc):.1f} {statistics.stdev(fvc):.1f}" == "65.2 14.0"
    assert f"{statistics.mean(skin):.1f} {statistics.stdev(skin):.1f}" == "18.7 10.1"


def test_average_daily_dose(rows):
    averages = []
    for log in by_subject(rows["Study Drug"]).values():
        total = sum(row["Daily dose (mg)"] * ((row["End date"] - row["Start date"]).days + 1) for row in log)
        averages.append(total / ((log[-1]["End date"] - log[0]["Start date"]).days + 1))
    assert len(averages) == 20
    assert f"{statistics.mean(averages):.0f} {statistics.stdev(averages):.0f}" == "445 125"


def test_disposition(rows):
    kinds = Counter((row["Status"], row["Reason"]) for row in rows["Disposition"])
    assert kinds == {
        ("Completed", None): 12,
        ("Discontinued", "Adverse event"): 7,
        ("Discontinued", "Lost to follow-up"): 1,
    }
    stopped = [row["Specify"] for row in rows["Disposition"] if row["Reason"] == "Adverse event"]
    assert sum(text.endswith("drug-related") for text in stopped) == 5
    assert sum(text.endswith("related to systemic sclerosis") for text in stopped) == 2


def patients_with(events, name):
    found = defaultdict(set)
    for event in events:
        found[name(event)].add(event["Subject"])
    return {term: len(subjects) for term, subjects in found.items()}


@pytest.mark.parametrize("emergent_only", [True, False])
def test_common_adverse_events(rows, emergent_only):
    start = {row["Subject"]: row["First dose date"] for row in rows["Demographics"]}
    stop = {row["Subject"]: row["Date of last dose"] for row in rows["Disposition"]}

    def is_emergent(event):
        day = event["Start date"]
        subject = event["Subject"]
        return isinstance(day, date) and start[subject] <= day <= stop[subject] + timedelta(days=30)

    events = [event for event in rows["Adverse Events"] if not emergent_only or is_emergent(event)]
    terms = patients_with(events, lambda event: event["Preferred term"])
    assert {term for term, count in terms.items() if count >= 4} == COMMON
    grouped = patients_with(
        events, lambda event: GROUPS.get(event["Preferred term"], event["Preferred term"])
    )
    assert {term for term, count in grouped.items() if count >= 4} == {
        "Fatigue", "facial or lower-extremity oedema", "nausea and vomiting", "Diarrhoea", "Rash generalised",
        "Proteinuria",
    }  # fmt: skip


def test_size_and_kinds_of_adverse_events(rows):
    events = rows["Adverse Events"]
    counts = Counter(event["Subject"] for event in events)
    assert 150 <= len(events) <= 190
    assert counts["SSC-004"] == 0
    assert len(counts) == 19
    assert counts["SSC-012"] == 35
    assert Counter(event["CTCAE grade"] for event in events)[4] == 2
    assert max(event["CTCAE grade"] for event in events) == 4
    assert sum(event["Start date"] is None for event in events) == 2
    assert any(event["Start date"] == event["End date"] for event in events)
    assert sum(event["Ongoing"] == "Yes" for event in events) >= 10
    assert sum(event["End date"] is None and event["Ongoing"] is None for event in events) >= 3
    partial = [event[side] for event in events for side in ("Start date", "End date")]
    shapes = Counter(re.sub(r"\d", "9", re.sub("[A-Z]{3}", "MMM", x)) for x in partial if isinstance(x, str))
    assert set(shapes) == {"99/9999", "UN-MMM-9999", "9999-99", "9999"}


def annual_change(rows, sheet, column):
    """12 × the slope, its t, and the random part, of a random-intercept-and-slope model by REML."""
    data = pd.DataFrame(
        [
            (row["Subject"], MONTHS[row["Visit"]], row[column])
            for row in rows[sheet]
            if row[column] is not None
        ],
        columns=["USUBJID", "MONTH", "AVAL"],
    )
    changes = []
    for optimiser, options in OPTIMISERS.items():
        model = MixedLM.from_formula("AVAL ~ MONTH", data, groups="USUBJID", re_formula="~ MONTH")
        start = MixedLMParams.from_components(
            fe_params=[data["AVAL"].mean(), 0.0], cov_re=pd.DataFrame([[25.0, 0.0], [0.0, 0.02]]).to_numpy()
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fit = model.fit(reml=True, method=optimiser, start_params=start, maxiter=9000, **options)
        changes.append(12 * fit.fe_params["MONTH"])
    covariance = fit.cov_re.to_numpy()
    correlation = covariance[0, 1] / (covariance[0, 0] * covariance[1, 1]) ** 0.5
    assert max(changes) - min(changes) < 1e-5
    assert abs(correlation) < 0.9, "the fit is at the edge of what it may be"
    assert covariance[1, 1] > 0.001
    return changes[0], fit.fe_params["MONTH"] / fit.bse_fe["MONTH"]


def test_one_year_change_of_fvc(rows):
    change, t = annual_change(rows, "Pulmonary Function", "FVC (% predicted)")
    assert change == pytest.approx(1.74, abs=0.003)
    assert abs(t) < 1.35  # P > 0.2 with 13 degrees of freedom


def test_one_year_change_of_the_skin_score(rows):
    change, t = annual_change(rows, "Skin Score", "Total")
    assert change == pytest.approx(-3.9, abs=0.03)
    assert t < -5


@pytest.mark.parametrize(("parameter", "change"), [("TLC", 4.17), ("DLCO", 1.46)])
def test_one_year_change_of_volume_and_diffusion(rows, parameter, change):
    assert annual_change(rows, "Pulmonary Function", f"{parameter} (% predicted)")[0] == pytest.approx(
        change, abs=0.01
    )


def nhanes_fvc(person):
    """Hankinson 1999, adults, written down a second time."""
    age, height = person["Age at consent"], person["Height (cm)"]
    black = person["Race"].startswith("Black")
    if person["Sex"] == "Male" and black:
        return -0.1517 - 0.01821 * age + 0.00016643 * height**2
    if person["Sex"] == "Male":
        return -0.1933 + 0.00064 * age - 0.000269 * age**2 + 0.00018642 * height**2
    if black:
        return -0.3039 + 0.00536 * age - 0.000265 * age**2 + 0.00013606 * height**2
    return -0.3560 + 0.01870 * age - 0.000382 * age**2 + 0.00014815 * height**2


def test_litres_agree_with_percent_predicted(rows):
    people = {row["Subject"]: row for row in rows["Demographics"]}
    for row in rows["Pulmonary Function"]:
        who = row["Subject"]
        if row["FVC (L)"] is None or (who, row["Visit"]) == ("SSC-008", "Month 6"):
            continue
        assert row["FVC (% predicted)"] == pytest.approx(
            100 * row["FVC (L)"] / nhanes_fvc(people[who]), abs=0.051
        )
        assert row["FEV1 (L)"] < row["FVC (L)"]
        assert row["TLC (L)"] is None or row["TLC (L)"] > row["FVC (L)"]


def test_skin_sites_agree_with_total_and_subset(rows):
    subset = {row["Subject"]: row["SSc subset"] for row in rows["Demographics"]}
    off = []
    for row in rows["Skin Score"]:
        sites = list(row.values())[4:21]
        if row["Total"] is None:
            assert sites == [None] * 17
            continue
        assert set(sites) <= {0, 1, 2, 3}
        if sum(sites) != row["Total"]:
            off.append((row["Subject"], row["Visit"], row["Total"] - sum(sites)))
        proximal = sum(score for site, score in zip(list(row)[4:21], sites, strict=True)
                       if site.endswith(("Upper arm", "Thigh", "chest", "Abdomen")))  # fmt: skip
        if row["Visit"] == "Baseline" or subset[row["Subject"]] == "Limited":
            assert (proximal > 0) == (subset[row["Subject"]] == "Diffuse")
    assert off == [("SSC-003", "Month 9", 1)]


def test_haq_index_agrees_with_items_and_aids(rows):
    for row in rows["HAQ"]:
        scores = []
        for category, count in CATEGORIES.items():
            items = [value for name, value in row.items() if name.startswith(f"{category}: ")]
            answers, aid = items[:count], items[count:]
            assert len(aid) == 2
            given = [answer for answer in answers if answer is not None]
            if given:
                scores.append(max([*given, 2]) if "Yes" in aid else max(given))
        assert row["HAQ-DI"] == pytest.approx(sum(scores) / len(scores), abs=0.0005)


def test_dose_log_agrees_with_disposition_and_events(rows):
    events = by_subject(rows["Adverse Events"])
    left = {row["Subject"]: row for row in rows["Disposition"]}
    first = {row["Subject"]: row["First dose date"] for row in rows["Demographics"]}
    for who, log in by_subject(rows["Study Drug"]).items():
        assert log[0]["Start date"] == first[who]
        assert log[-1]["End date"] == left[who]["Date of last dose"]
        assert all(row["Start date"] <= row["End date"] for row in log)
        gaps = [(b["Start date"] - a["End date"]).days - 1 for a, b in itertools.pairwise(log)]
        assert [gap for gap in gaps if gap] == ([11] if who == "SSC-006" else [])
        done = {"Dose reduced": [], "Drug interrupted": [], "Drug withdrawn": []}
        for event in events[who]:
            if event["Action taken"] in done:
                done[event["Action taken"]].append(event)
        changed = [(row["Action"], row["Start date"]) for row in log if row["Action"] in done]
        if who == "SSC-006":
            changed.append(("Drug interrupted", log[5]["End date"] + timedelta(days=1)))
        if left[who]["Reason"] == "Adverse event":
            changed.append(("Drug withdrawn", log[-1]["End date"]))
        assert Counter(action for action, _ in changed) == {
            key: len(found) for key, found in done.items() if found
        }
        for action, day in changed:
            assert any(
                event["Start date"] <= day <= (event["End date"] or date.max) for event in done[action]
            ), (who, action, day)


def test_nothing_happens_after_last_contact_but_one_event(rows):
    last = {row["Subject"]: row["Date of last contact"] for row in rows["Disposition"]}
    late = []
    for name in ("Visits", "Pulmonary Function", "Skin Score", "HAQ", "Adverse Events", "Laboratory"):
        for row in rows[name]:
            for heading in ("Visit date", "Test date", "Assessment date", "Date completed", "Start date"):
                day = row.get(heading)
                if isinstance(day, date) and day > last[row["Subject"]]:
                    late.append((name, row["Subject"], day))
    assert late == [("Adverse Events", "SSC-013", date(2007, 7, 14))]


def test_quarterly_assessments_are_in_time_but_one(rows):
    first = {row["Subject"]: row["First dose date"] for row in rows["Demographics"]}
    due = {"Baseline": 0, "Month 3": 90, "Month 6": 182, "Month 9": 273, "Month 12": 364}
    late = {
        (row["Subject"], row["Visit"])
        for row in rows["Pulmonary Function"]
        if row["Test date"] and abs((row["Test date"] - first[row["Subject"]]).days - due[row["Visit"]]) > 10
    }
    assert late == {("SSC-016", "Month 6")}


def test_laboratory_is_abnormal_only_where_an_event_says_so(rows):
    events = by_subject(rows["Adverse Events"])
    named = {
        "Neutrophils": "Neutropenia", "Haemoglobin": "Anaemia", "Platelets": "Thrombocytopenia",
        "ALT": "Alanine aminotransferase increased", "AST": "Alanine aminotransferase increased",
        "Creatine kinase": "Blood creatine phosphokinase increased", "Phosphate": "Hypophosphataemia",
    }  # fmt: skip
    seen = set()
    for row in rows["Laboratory"]:
        result, low, high = row["Result"], row["Lower limit"], row["Upper limit"]
        if row["Test"] in named and not isinstance(result, str) and not low <= result <= high:
            causes = [
                event for event in events[row["Subject"]] if event["Preferred term"] == named[row["Test"]]
            ]
            assert causes, row
            seen.add((row["Subject"], named[row["Test"]]))
    wanted = {
        (event["Subject"], event["Preferred term"])
        for event in rows["Adverse Events"]
        if event["Preferred term"] in named.values()
    }
    assert seen == wanted


def test_blemishes_are_where_the_script_says(book, made_again):
    said = re.findall(r"^(.+![A-Z]+\d+)  SSC-", made_again[1], re.MULTILINE)
    held = []
    for address in said:
        sheet, cell = address.split("!")
        row, column = coordinate_to_tuple(cell)
        held.append((sheet, book[sheet][0][column - 1], book[sheet][row - 1][column - 1]))
    assert held == [
        ("Adverse Events", "Start date", None),
        ("Adverse Events", "Start date", None),
        ("Pulmonary Function", "FVC (L)", 28.1),
        ("Pulmonary Function", "Test date", datetime(2008, 2, 6)),
        ("Adverse Events", "Start date", datetime(2007, 7, 14)),
        ("Skin Score", "Total", 24),
        ("Laboratory", "Result", "#N/A"),
        ("Laboratory", "Result", "clumped, repeat requested"),
    ]


def test_error_cell_is_an_error_and_not_text():
    page = openpyxl.load_workbook(WORKBOOK)["Laboratory"]
    assert [cell.value for row in page.iter_rows() for cell in row if cell.data_type == "e"] == ["#N/A"]


def test_script_makes_the_same_cells_again(made_again):
    assert cells(made_again[0]) == cells(WORKBOOK)
