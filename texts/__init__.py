"""Every sentence a reader sees, and how numbers, dates and lists are written in each language."""

from texts.languages import FIRST, LANGUAGES, ROWS
from texts.words import Words, load
