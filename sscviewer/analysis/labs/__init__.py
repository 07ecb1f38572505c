"""Laboratory values: grades, shifts, liver tests."""
