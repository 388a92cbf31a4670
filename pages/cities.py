"""Our two cities."""

from ui.frame import current

current().draw()
