"""Table 1 shows who the patients were, not what became of them."""

import pytest

from sscviewer.analysis.enrolment.at_entry import is_at_entry

ENTRY = [
    "SMOKING_STATUS",
    "PACK_YEARS",
    "DISEASE_DURATION",
    "ANTI_SCL_70",
    "BMIBL",
    "AGEGR1",
    "EDUCLVL",
    "MMSETOT",
    "DURDIS",
    "COUNTRY",
    "ECOG",
    "PRIOR_CUMULATIVE_DOSE",
    "HISTORY_OF_SERIOUS_INFECTION",
    "PREDNISONE_DOSE",
    "BASELINE_RESPONSE",
    "ILD_ON_HRCT",
    "SIX_MINUTE_WALK",
    "NYHA_CLASS",
    "FEMALE",
    "PREVIOUS_WITHDRAWAL",
    "PRIOR_ARM_SURGERY",
]
LATER = [
    "RELAPSE_DURING_TRIAL",
    "INFECTION_DURING_STUDY",
    "STUDIENTAGE",
    "DIED",
    "ITT",
    "SAFETY",
    "COMPLT16",
    "PER_PROTOCOL",
    "DISCONTINUED_DUE_TO_AE",
    "NUMBER_OF_SAES",
    "CUMULATIVE_DOSE_MG",
    "ARM_CODE",
    "STUDY_DAY_OF_CONSENT",
    "DTHFL",
    "CUMDOSE",
    "DMDY",
    "ARMCD",
    "ACTARM",
    "SAFFL",
    "COMP24FL",
    "RACEN",
    "TRT01PN",
    "AVGDD",
    "TRTDUR",
    "FVC_MONTH_12",
    "MRSS_W24",
    "RESPONDER",
    "LAST_CONTACT",
    "EARLY_TERMINATION",
    "VITAL_STATUS",
    "RFENDTC",
    "DAYS_ON_TREATMENT",
    "RANDOMISATION_NUMBER",
    "DCDECOD",
    "VISNUMEN",
    "TREATMENT_DURATION",
    "EOSSTT",
    "SCREENING_NUMBER",
    "DAYS_ON_STUDY",
    "OFF_STUDY_REASON",
]


@pytest.mark.parametrize("name", ENTRY)
def test_characteristics(name):
    assert is_at_entry(name, (*ENTRY, *LATER))


@pytest.mark.parametrize("name", LATER)
def test_outcomes_exposure_and_codes(name):
    assert not is_at_entry(name, ("RACE", *LATER))


def test_a_name_that_ends_in_n_is_a_code_only_beside_its_words():
    assert is_at_entry("HAEMOGLOBIN", ("HAEMOGLOBIN",))
    assert not is_at_entry("AGEGR1N", ("AGEGR1", "AGEGR1N"))
