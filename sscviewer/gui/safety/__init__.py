"""The page that counts adverse events."""
