"""The one exception of the engine: a sentence for the person who asked for the model."""


class FitError(ValueError):
    """A model that cannot be fitted; the message is one plain sentence that says why."""
