"""Which measured values count: where the plan's visits, readings and baseline become columns, once."""
