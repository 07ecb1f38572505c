"""What the endpoints mean in SSc-ILD: progression, response, scores."""
