"""The briefing for a committee."""
