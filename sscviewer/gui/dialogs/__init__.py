"""One dialog per module: plain values in, properties out."""
