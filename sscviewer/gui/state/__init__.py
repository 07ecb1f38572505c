"""What the parts of the window share: the session, the open trial, settings, the worker, the look."""
