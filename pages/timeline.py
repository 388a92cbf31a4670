"""The timeline page."""

from ui.frame import current
from views import timeline

page = current()
page.draw(timeline.view, timeline.NEEDS)
