"""The record: every record, what is missing, who says so, and the data."""
