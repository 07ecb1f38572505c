"""CMH, adjusted P and posterior, from a workbook and a plan's file to `analyse --json` and the window."""

import dataclasses
import json
from datetime import date
from pathlib import Path

import numpy as np
import openpyxl
import pytest
from scipy.stats import nct, t

from sscviewer.analysis.plan.plan_file import read_plan
from sscviewer.cli.arm_changes_text import ancova_json
from sscviewer.gui.state.trial import prepare_trial
from sscviewer.workbook.load import load_study
from tests.end_to_end.called import called
from tests.gui.conftest import ticket
from tests.gui.trials import settle

R = json.loads((Path(__file__).parents[2] / "reference/figures/two_arms.json").read_text("utf-8"))["cmh"]
VISITS = ("Baseline", "Month 6")
ENDPOINTS = {"FVC % predicted": ("FVCPP", 70.0), "mRSS": ("MRSS", 20.0), "HAQ-DI": ("HAQDI", 1.2)}
TWO_ARMS = """
[comparisons]
strata = ["SITEID"]
[endpoints]
primary = "FVCPP"
secondary = ["MRSS", "HAQDI"]
multiplicity = "hochberg"
[missing]
imputations = 10
"""
SAID = {"hochberg": "Hochberg", "holm": "Holm", "fixed sequence": "in the plan’s order"}
PRIOR, PRIOR_SE, DISCOUNT, NEXT = -1.0, 0.8, 0.5, 24
ONE_ARM = f"""
[one_arm]
endpoint = "FVCPP"
months = 6.0
prior_change = {PRIOR}
prior_se = {PRIOR_SE}
prior_source = "An earlier trial"
discount = {DISCOUNT}
next_patients = {NEXT}
"""


def write(folder, plan, arms, sites, events, values):
    """Write patients, events and values at two visits to a workbook, and the plan beside it."""
    book = openpyxl.Workbook()
    patients, visits, adverse = book.active, book.create_sheet("Visits"), book.create_sheet("Adverse events")
    patients.title = "Patients"
    patients.append(["Patient ID", "Arm", "Site", "Sex", "Age", "First dose"])
    visits.append(["Patient ID", "Visit", "Date", *values])
    adverse.append(["Patient ID", "Adverse event", "Start date", "Grade"])
    for i, arm in enumerate(arms):
        name = f"SSC-{i + 1:03d}"
        patients.append([name, arm, sites[i], "F", 40 + i % 9, date(2024, 1, 8)])
        for at, (visit, day) in enumerate(zip(VISITS, (date(2024, 1, 8), date(2024, 7, 8)), strict=True)):
            visits.append([name, visit, day, *(float(column[i, at]) for column in values.values())])
        if events[i]:
            adverse.append([name, "Nausea", date(2024, 2, 1), 2])
    book.save(folder / "trial.xlsx")
    (folder / "plan.toml").write_text(plan, "utf-8")
    return folder / "trial.xlsx", folder / "plan.toml"


def analysed(workbook, plan):
    done = called("analyse", workbook, "--json", "--plan", plan)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def two_arms(tmp_path_factory):
    """R's three strata as sites, three endpoints with changes drawn once."""
    cells = np.array(R["table"])  # arm, with or without the event, stratum
    rows = [(a, e, s) for a in (0, 1) for e in (0, 1) for s in (0, 1, 2) for _ in range(cells[a, e, s])]
    arm, without, site = np.array(rows).T
    rng = np.random.default_rng(54)
    values = {}
    for effect, (heading, (_, level)) in zip((0.5, 0.62, 0.58), ENDPOINTS.items(), strict=True):
        base = level * (1 + 0.15 * rng.standard_normal(len(arm)))
        change = level * 0.05 * (rng.standard_normal(len(arm)) - effect * (arm == 0))
        values[heading] = np.column_stack([base, base + change]).round(3)
    names = np.array(["Drug", "Placebo"])[arm]
    paths = write(
        tmp_path_factory.mktemp("two"), TWO_ARMS, names, [f"Site {s + 1}" for s in site], without == 0, values
    )
    return paths, names, values


@pytest.fixture(scope="module")
def document(two_arms):
    """What the command says of it."""
    return analysed(*two_arms[0])


def by_least_squares(arms, values):
    """Return the P of the arm in change ~ arm + baseline."""
    x = np.column_stack([np.ones(len(arms)), arms == "Drug", values[:, 0]])
    y = values[:, 1] - values[:, 0]
    beta, (rss,), *_ = np.linalg.lstsq(x, y, rcond=None)
    df = len(y) - 3
    se = np.sqrt(rss / df * np.linalg.inv(x.T @ x)[1, 1])
    return float(2 * t.sf(abs(beta[1] / se), df))


def adjusted(raw, method):
    """Return R's p.adjust of two P values, and the fixed sequence: no smaller than the one before."""
    low, high = min(raw), max(raw)
    if method == "holm":
        smaller, larger = min(2 * low, 1.0), max(min(2 * low, 1.0), high)
    elif method == "hochberg":
        smaller, larger = min(2 * low, high), high
    else:
        return [raw[0], max(raw)]
    return [smaller if p == low else larger for p in raw]


def test_strata_are_those_of_mantelhaen_test(document):
    (row,) = [one for one in document["comparisons"] if one["words"] == "Nausea"]
    cells = np.array(R["table"]).sum(axis=2)
    assert (row["n"], row["N"], row["n_reference"], row["N_reference"]) == (
        *(cells[0, 0], cells[0].sum()),
        *(cells[1, 0], cells[1].sum()),
    )
    found = row["stratified"]
    assert (found["by"], found["strata"]) == (["SITEID"], 3)
    assert found["cmh_p"] == pytest.approx(R["p"], rel=1e-9)
    limits = found["odds_ratio"], found["odds_ratio_lower"], found["odds_ratio_upper"]
    assert limits == pytest.approx((R["odds"], R["lower"], R["upper"]), rel=1e-9)


def test_adjusted_p_and_strata_of_the_file_and_of_the_page(two_arms, document, shown, window, qtbot):
    (workbook, plan), arms, values = two_arms
    codes = [code for code, _ in ENDPOINTS.values()]
    raw = dict(zip(codes, (by_least_squares(arms, of) for of in values.values()), strict=True))
    entries = {one["PARAMCD"]: one for one in document["ancova"] if one["reference"]}
    for code in codes:
        assert entries[code]["p_value"] == pytest.approx(raw[code], rel=1e-6)
    secondary = [raw["MRSS"], raw["HAQDI"]]
    methods = {
        method: [max(raw["FVCPP"], p) for p in adjusted(secondary, method)]
        for method in ("hochberg", "holm", "fixed sequence")
    }
    assert len({tuple(found) for found in methods.values()}) == 3  # else one method would pass for another
    assert entries["FVCPP"]["adjusted_p"] is None
    assert [entries[code]["adjusted_p"] for code in codes[1:]] == pytest.approx(methods["hochberg"], rel=1e-6)
    loaded, chosen = load_study(workbook), read_plan(plan.read_text("utf-8")).plan
    trial = prepare_trial(loaded.study, loaded.report, workbook, ticket(), chosen)
    window.session.planning.choose(chosen)
    _, view = shown(trial, "efficacy", "tests")
    for method, wanted in methods.items():
        rules = dataclasses.replace(chosen.endpoints, multiplicity=method)
        window.session.planning.choose(dataclasses.replace(chosen, endpoints=rules))
        qtbot.waitUntil(lambda word=SAID[method]: view.result is not None and word in view.note.text())
        cells = [row[-1] for row in view.rows.model.listing.rows]
        assert [float(cell) for cell in cells[1:]] == pytest.approx(wanted, abs=0.005)
        printed = {
            one["PARAMCD"]: one["adjusted_p"] for one in ancova_json(view.result.rows) if one["reference"]
        }
        assert [printed[code] for code in codes[1:]] == pytest.approx(wanted, rel=1e-6)
    page = window.trial_window.workspace.analysis["safety"]
    window.session.set_view("safety")
    page.show_view("events_compared")
    settle(page, qtbot)
    (row,) = [row for row in page.view.rows.model.listing.rows if row[0] == "Nausea"]
    assert page.view.rows.model.listing.columns[-1] == "CMH P"
    assert row[-1] == f"{R['p']:.2f}"


@pytest.fixture(scope="module")
def one_arm(tmp_path_factory):
    """Fourteen patients whose changes are drawn once."""
    rng = np.random.default_rng(7)
    base = 70 + 8 * rng.standard_normal(14)
    change = -1.2 + 2.5 * rng.standard_normal(14)
    values = np.column_stack([base, base + change]).round(3)
    drug, site, nobody = ["Drug"] * 14, ["1"] * 14, np.zeros(14, dtype=bool)
    columns = {"FVC % predicted": values}
    paths = write(tmp_path_factory.mktemp("one"), ONE_ARM, drug, site, nobody, columns)
    return paths, values[:, 1] - values[:, 0]


def on_an_even_grid(change, prior):
    """Return mean, SD, P(above 0) and the next trial's chance, summed over a million even steps."""
    n, mean, se = len(change), change.mean(), change.std(ddof=1) / np.sqrt(len(change))
    theta = np.linspace(mean - 40 * se, mean + 40 * se, 400_001)
    log = t.logpdf((theta - mean) / se, n - 1)
    if prior:
        log -= DISCOUNT * ((theta - PRIOR) / PRIOR_SE) ** 2 / 2
    weight = np.exp(log - log.max())
    weight /= weight.sum()
    centre = weight @ theta
    few, held = theta[::400], weight[::400] / weight[::400].sum()
    critical, next_se = t.ppf(0.975, NEXT - 1), se * np.sqrt(n / NEXT)
    near = np.abs(few / next_se) < 37
    chance = np.where(few > 0, 1.0, 0.0)
    chance[near] = nct.sf(critical, NEXT - 1, few[near] / next_se)
    return (
        centre,
        np.sqrt(weight @ (theta - centre) ** 2),
        weight @ (theta > 0),
        held @ chance,
    )


def test_posterior_of_the_file_and_of_the_page(one_arm, shown, window):
    (workbook, plan), change = one_arm
    (entry,) = analysed(workbook, plan)["one_arm"]
    assert entry["seen"]["estimate"] == pytest.approx(change.mean(), rel=1e-9)
    assert entry["seen"]["df"] == pytest.approx(13)
    weak, informed = entry["posteriors"]
    for found, prior in ((weak, False), (informed, True)):
        mean, sd, better, following = on_an_even_grid(change, prior)
        assert found["mean"] == pytest.approx(mean, abs=1e-4)
        assert found["sd"] == pytest.approx(sd, rel=2e-3)
        assert found["better"] == pytest.approx(better, abs=1e-4)
        assert found["next_trial"] == pytest.approx(following, abs=1e-3)
    assert informed["prior_se"] == pytest.approx(PRIOR_SE / np.sqrt(DISCOUNT))
    loaded, chosen = load_study(workbook), read_plan(plan.read_text("utf-8")).plan
    window.session.planning.choose(chosen)
    trial = prepare_trial(loaded.study, loaded.report, workbook, ticket(), chosen)
    _, view = shown(trial, "efficacy", "one_arm")
    listing = view.rows.model.listing
    for name, head in (("better", "P(better than baseline)"), ("next_trial", "P(next trial shows it)")):
        shares = [100 * found[name] for found in (weak, informed)]
        wanted = ["< 1 %" if share < 1 else "> 99 %" if share > 99 else f"{share:.0f} %" for share in shares]
        assert [row[listing.columns.index(head)] for row in listing.rows[:2]] == wanted
