"""The arms of a trial compared: shares, changes, times, and several of them at once."""
