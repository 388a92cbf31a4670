"""The record page."""

from ui.frame import current
from views.record import page as record

page = current()
page.draw(record.view, record.NEEDS)
