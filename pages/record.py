"""The record page."""

from ui.frame import current
from views import record

page = current()
page.draw(record.view, record.NEEDS)
