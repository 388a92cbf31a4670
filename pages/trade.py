"""The trade page."""

from ui.frame import current

current().draw()
