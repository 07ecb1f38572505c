"""What a patient page shows first."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.shown_parameters import default_parameters
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import build_study


@pytest.mark.parametrize(
    ("measured", "shown"),
    [
        (("MRSS", "FVC", "FVCPP", "HAQDI"), ("FVCPP", "MRSS", "HAQDI")),
        (("FVC", "MRSS"), ("FVC", "MRSS")),  # litres where there is no % predicted
        (("WEIGHT", "PULSE"), ("WEIGHT", "PULSE")),
    ],
)
def test_first_shown(measured, shown):
    frame = pd.DataFrame(
        {"USUBJID": "P", "SRCREF": "S!A1", "PARAMCD": [*measured, *measured], "AVAL": np.nan}
    )
    parameters = [BY_CODE[code] for code in measured]
    study = build_study({"measurements": frame}, parameters, source=Source("x.xlsx", "", 0, "xlsx"))
    assert default_parameters(study) == shown
