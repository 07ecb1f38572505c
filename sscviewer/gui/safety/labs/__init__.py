"""Views of the Safety page about laboratory values."""
