"""Timeline: when, who and where."""
