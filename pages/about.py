"""The about page."""

from ui.frame import current

current().draw()
