"""Every sentence a reader sees, and how numbers, dates and lists are written in each language."""

from texts.languages import FIRST, LANGUAGES, ROWS, Language
from texts.words import Words, load

__all__ = ["FIRST", "LANGUAGES", "ROWS", "Language", "Words", "load"]
