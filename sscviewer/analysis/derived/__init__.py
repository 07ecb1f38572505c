"""Parameters computed from collected ones, offered beside them: each value with its recipe and its cell."""
