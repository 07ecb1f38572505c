"""How changes are spread over the patients: every threshold, categories, each patient's slope."""
