"""Our two cities."""

from ui.frame import current
from views import cities

page = current()
page.draw(cities.view, cities.NEEDS)
