"""Deciding what the columns of a foreign sheet are. Pure: rows of cells in, proposals out."""
