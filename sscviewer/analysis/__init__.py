"""A Study becomes plain frozen results; no Qt, no printing, no global state."""
