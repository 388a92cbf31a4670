"""The record page."""

from ui.frame import current

current().draw()
