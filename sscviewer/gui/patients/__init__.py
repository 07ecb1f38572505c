"""The pane on the left: all patients, finding them, and the filter."""
