"""The deck editor."""

from ui.frame import current
from views.deck import editor

page = current()
page.draw(editor.view, editor.NEEDS)
