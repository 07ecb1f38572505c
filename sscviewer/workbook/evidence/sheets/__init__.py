"""Which tables a sheet holds, and in which of its columns."""
