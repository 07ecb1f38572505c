"""The body map of a patient's skin score: beside the patient page, and large in a window of its own."""
