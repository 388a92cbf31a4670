"""The deck on its desk."""

from ui.frame import current
from views.deck import editor as desk

page = current()
page.draw(desk.view, desk.NEEDS)
