"""Figures as files: what they look like in print, and the one place that writes them."""
