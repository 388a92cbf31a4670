"""The timeline page."""

from ui.frame import current
from views.timeline import page as timeline

page = current()
page.draw(timeline.view, timeline.NEEDS)
