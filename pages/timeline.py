"""The timeline page."""

from ui.frame import current

current().draw()
