"""The Plan page: every choice behind the numbers, in plain words, each line editable."""
