"""Overview."""

from ui.frame import current
from views import overview

page = current()
page.draw(overview.view, overview.NEEDS)
