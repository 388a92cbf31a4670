"""The briefing as a file: HTML that stands alone, and Word."""
