"""Files come in: opening, questions, mapping, comparing, deriving."""
