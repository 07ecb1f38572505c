"""Measured values: read from sheets, one unit each, looked at together."""
