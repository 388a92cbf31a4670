"""Files to checked tidy frames: one data folder is one immutable package."""

from loaders.deck import DECK, MOST, Deck, Occasion, SlideEntry
from loaders.package import Package, open
from loaders.partnership import Contact
from loaders.problem import Problem
from loaders.watch import Snapshot, Watch
