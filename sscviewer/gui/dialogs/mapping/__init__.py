"""The dialog in which the user says which sheet and column is what."""
