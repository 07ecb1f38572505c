"""Predicted lung function of an adult: spirometry by NHANES III, lung volume and diffusion by Crapo.

The age is the age at consent all year long, as a laboratory does that enters a patient once.
"""

from patients import Patient

# Hankinson 1999 (Am J Respir Crit Care Med 159:179), adults: b0 + b1·age + b2·age² + b3·height².
# There is no Asian equation; the laboratory of this invented trial uses the Caucasian one.
_NHANES_III = {
    ("FVC", "Male", "Caucasian"): (-0.1933, 0.00064, -0.000269, 1.8642e-4),
    ("FVC", "Male", "Black or African American"): (-0.1517, -0.01821, 0.0, 1.6643e-4),
    ("FVC", "Female", "Caucasian"): (-0.3560, 0.01870, -0.000382, 1.4815e-4),
    ("FVC", "Female", "Black or African American"): (-0.3039, 0.00536, -0.000265, 1.3606e-4),
    ("FEV1", "Male", "Caucasian"): (0.5536, -0.01303, -0.000172, 1.4098e-4),
    ("FEV1", "Male", "Black or African American"): (0.3411, -0.02309, 0.0, 1.3194e-4),
    ("FEV1", "Female", "Caucasian"): (0.4333, -0.00361, -0.000194, 1.1496e-4),
    ("FEV1", "Female", "Black or African American"): (0.3433, -0.01283, -0.000097, 1.0846e-4),
}
# Crapo 1981 and 1982: a·height + b·age + c; TLC in litres, DLCO in mL/min/mmHg.
_CRAPO = {
    ("TLC", "Male"): (0.0795, 0.0032, -7.333),
    ("TLC", "Female"): (0.0590, 0.0, -4.537),
    ("DLCO", "Male"): (0.410, -0.210, -26.31),
    ("DLCO", "Female"): (0.282, -0.157, -10.89),
}


def predicted(parameter: str, who: Patient) -> float:
    """Return the predicted value.

    Parameters
    ----------
    parameter : str
        ``FVC``, ``FEV1`` or ``TLC`` (litres), or ``DLCO`` (mL/min/mmHg).
    who : Patient
        Sex, age, height and race are used.

    Returns
    -------
    float
        The predicted value, not rounded.
    """
    if (parameter, who.sex) in _CRAPO:
        a, b, c = _CRAPO[parameter, who.sex]
        return a * who.height + b * who.age + c
    race = "Caucasian" if who.race == "Asian" else who.race
    b0, b1, b2, b3 = _NHANES_III[parameter, who.sex, race]
    return b0 + b1 * who.age + b2 * who.age**2 + b3 * who.height**2


def percent_predicted(parameter: str, who: Patient, value: float) -> float:
    """Return a value as a percentage of predicted, to the one decimal that the laboratory prints."""
    return round(100 * value / predicted(parameter, who), 1)
