"""What each column holds: kinds of cells, families, times, units, identities."""
