"""The page with the modelled results of the endpoints."""
