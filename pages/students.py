"""The students page."""

from ui.frame import current

current().draw()
