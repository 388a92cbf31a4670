"""Files to checked tidy frames: one data folder is one immutable package."""

from loaders.deck import DECK, KINDS, MOST, Deck, Occasion, SlideEntry
from loaders.package import Package, open
from loaders.partnership import Annotation, City, Contact, Era, Partnership
from loaders.problem import CODES, Code, Problem
from loaders.watch import Snapshot, Watch

__all__ = [
    "CODES",
    "DECK",
    "KINDS",
    "MOST",
    "Annotation",
    "City",
    "Code",
    "Contact",
    "Deck",
    "Era",
    "Occasion",
    "Package",
    "Partnership",
    "Problem",
    "SlideEntry",
    "Snapshot",
    "Watch",
    "open",
]
