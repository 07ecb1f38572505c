"""What `export` can write."""

WHAT = ("profiles", "figures", "tables", "report", "narratives", "queries")
"""In the order in which it is written; "all" is all of them."""
