"""The body map of the skin score."""
