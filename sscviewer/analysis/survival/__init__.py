"""Times to events: curves, comparisons, repeated events."""
