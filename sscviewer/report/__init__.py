"""Results and figures become documents."""
