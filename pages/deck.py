"""The deck on its desk."""

from ui.frame import current
from views import desk

page = current()
page.draw(desk.view, desk.NEEDS)
