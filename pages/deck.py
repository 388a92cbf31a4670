"""The deck editor."""

from ui.frame import current

current().draw()
