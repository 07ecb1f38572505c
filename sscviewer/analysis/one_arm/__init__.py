"""What one arm says with what was known before: posteriors of the mean change, and of the next trial."""
