"""What came of it."""

from ui.frame import current
from views import outcomes

page = current()
page.draw(outcomes.view, outcomes.NEEDS)
