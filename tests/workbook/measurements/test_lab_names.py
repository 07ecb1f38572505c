"""What laboratories call their tests, in the languages of the sites."""

import pytest

from sscviewer.workbook.evidence.columns.parameter_names import find_parameter


@pytest.mark.parametrize(
    ("paramcd", "names"),
    [
        ("HGB", ["Hb", "Hämoglobin", "Hémoglobine", "Hemoglobina", "HGB"]),
        ("PLAT", ["Thrombozyten", "Plaquettes", "Plaquetas", "Platelets"]),
        ("WBC", ["Leukozyten", "Leucocytes", "Leucocitos", "White Blood Cell Count"]),
        ("NEUT", ["Neutrophile", "Polynucléaires neutrophiles", "Neutrófilos", "ANC"]),
        ("ALT", ["ALAT (GPT)", "SGPT", "Alanine transaminase"]),
        ("AST", ["ASAT", "GOT", "Aspartat-Aminotransferase"]),
        ("ALP", ["Alkalische Phosphatase", "Phosphatases alcalines", "Fosfatasa alcalina", "Alk Phos"]),
        ("BILI", ["Bilirubin, total", "Bilirubin gesamt", "Bilirubine totale", "Bilirrubina total", "TBili"]),
        ("CREAT", ["Kreatinin", "Créatinine", "Creatinina"]),
        ("CK", ["CPK", "Kreatinkinase", "Creatine Kinase"]),
        ("PHOS", ["Phosphat", "Fósforo", "Inorganic phosphate"]),
        ("K", ["Kalium", "Kaliémie", "Potasio", "Potassium"]),
        ("PROTDIP", ["Urine protein (dipstick)", "Dipstick protein"]),
        ("PROTU", ["Urine protein, 24 h", "24-hour urine protein"]),
    ],
)
def test_names(paramcd, names):
    assert {name: find_parameter(name, "") for name in names} == dict.fromkeys(names, paramcd)
