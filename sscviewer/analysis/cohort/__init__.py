"""Every patient in one picture."""
