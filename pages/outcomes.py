"""What came of it."""

from ui.frame import current

current().draw()
