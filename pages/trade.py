"""The trade page."""

from ui.frame import current
from views import trade

page = current()
page.draw(trade.view, trade.NEEDS)
