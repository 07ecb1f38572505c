"""What a loader cannot tell is settled here, once, before anything is counted."""
