"""One module per way of laying a trial out on sheets."""
