"""The window: decides which numbers and when, computes none."""
