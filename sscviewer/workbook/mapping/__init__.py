"""A mapping says what each sheet and column is: guessed, changed by the user, kept, applied."""
