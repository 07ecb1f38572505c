"""The dose of one patient over time."""
