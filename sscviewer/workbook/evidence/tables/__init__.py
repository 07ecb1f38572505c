"""Where the tables of a sheet are, and which rows are their headings."""
