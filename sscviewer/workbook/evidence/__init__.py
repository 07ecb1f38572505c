"""What a sheet and its columns are, and on what evidence: the cells first, the words last."""
