"""Charts of student figures."""
