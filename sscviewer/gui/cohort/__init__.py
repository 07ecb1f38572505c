"""The page with every patient in one picture."""
