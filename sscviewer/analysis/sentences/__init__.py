"""Results and methods in words."""
