"""What a trial is: frozen tables, partial dates, parameters, issues. pandas and the standard library only."""
