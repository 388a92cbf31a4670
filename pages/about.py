"""The about page."""

from ui.frame import current
from views.about import page as about

page = current()
page.draw(about.view, about.NEEDS)
