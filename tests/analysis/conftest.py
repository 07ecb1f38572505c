"""SYN20, the made-up single-arm trial of resources/reference, in the shapes the analyses take."""

import pandas as pd
import pytest

from sscviewer.bundled import resource_path


@pytest.fixture(scope="session")
def syn20():
    return pd.read_csv(resource_path("reference", "syn20.csv"))


@pytest.fixture(scope="session")
def syn20_later(syn20):
    later = syn20[syn20["MONTH"] > 0]
    return later.assign(VISIT=pd.Categorical("M" + later["MONTH"].astype(str), ["M3", "M6", "M9", "M12"]))


@pytest.fixture(scope="session")
def syn20_wide(syn20):
    """Change in MRSS by subject (all 20) and month."""
    wide = syn20.pivot_table("MRSS_CHG", "USUBJID", "MONTH", dropna=False)
    return wide.drop(columns=0)
