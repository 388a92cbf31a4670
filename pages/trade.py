"""The trade page."""

from ui.frame import current
from views.trade import page as trade

page = current()
page.draw(trade.view, trade.NEEDS)
