"""Pictures of the whole trial."""
