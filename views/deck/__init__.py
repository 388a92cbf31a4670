"""The deck: its talk, its editor, its event pack."""
