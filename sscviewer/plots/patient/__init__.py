"""A patient's page: its panels on one time axis, on screen and on paper."""
