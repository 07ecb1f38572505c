"""The program that reads cells: it runs as a child process, so that a bad file can only kill the child.

`main.py` is run as a file (``python -I``), never imported by the program. Nothing here imports pandas or Qt,
which keeps its start at a few hundredths of a second.
"""
