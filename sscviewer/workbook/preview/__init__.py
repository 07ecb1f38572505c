"""What the mapping dialog shows of a workbook."""
