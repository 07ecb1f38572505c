"""What the page of one patient and the list of patients show."""
