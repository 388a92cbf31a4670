"""The students page."""

from ui.frame import current
from views import students

page = current()
page.draw(students.view, students.NEEDS)
