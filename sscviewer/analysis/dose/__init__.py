"""How much of the drug the patients had, and what went with it."""
