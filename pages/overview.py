"""Overview."""

from ui.frame import current

current().draw()
