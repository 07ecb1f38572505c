"""A file becomes a Study and a load report; the only place that knows spreadsheets."""
