"""What `analyse --json` has of the demo trial in two arms."""

import pytest

from sscviewer.cli.analysis_text import analysis_json
from tests.analysis.arms.demo_arms import with_arms
from tests.planned import analyse_study


@pytest.fixture(scope="package")
def armed_document(demo_study):
    return analysis_json(analyse_study(with_arms(demo_study)), demo_study.source)
