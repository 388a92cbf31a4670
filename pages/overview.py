"""Overview."""

from ui.frame import current
from views.overview import page as overview

page = current()
page.draw(overview.view, overview.NEEDS)
