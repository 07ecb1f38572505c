"""What people have said about a study, kept over its exports: marks, comments, queries, a trail."""
