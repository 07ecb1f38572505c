"""Two groups compared: shares, means, and several comparisons at once."""
