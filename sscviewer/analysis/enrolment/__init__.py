"""Who was in the trial, who they were, and how it ended for them."""
