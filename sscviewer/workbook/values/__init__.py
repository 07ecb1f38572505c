"""How a cell's text becomes a value: cells, words, numbers, dates."""
