"""The students page."""

from ui.frame import current
from views.students import page as students

page = current()
page.draw(students.view, students.NEEDS)
