"""What happened: adverse events, counted, coded and per time at risk."""
