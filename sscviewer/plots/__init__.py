"""Results become drawings, and the one place that saves figures."""
