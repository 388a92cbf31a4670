"""Every sentence a reader sees, and how numbers, dates and lists are written in each language."""

from texts.words import LANGUAGES, Words, load

__all__ = ["LANGUAGES", "Words", "load"]
