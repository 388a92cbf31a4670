"""The about page."""

from ui.frame import current
from views import about

page = current()
page.draw(about.view, about.NEEDS)
