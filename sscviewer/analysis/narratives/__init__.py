"""What is recorded of a patient around a serious moment, clause by clause, each with its cells."""
