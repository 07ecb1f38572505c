"""Everything that leaves the window as a file."""
