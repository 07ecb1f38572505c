"""The analysed data as tables for a statistician, ADaM-like: what was used, what was not, and why."""
