"""What headings, visits and arms are called, in several languages."""
