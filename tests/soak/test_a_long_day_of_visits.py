"""A long day's visits to one server: it holds no more at the end than after its caches were filled."""

from collections.abc import Callable

from playwright.sync_api import Browser

from tests.e2e.conftest import contexts_of
from tests.e2e.driving import PAGES, Server, Visit
from tests.soak.memory import ON_LINUX, memory_of

VISITS = 60
GROWTH = 60  # MB that a server may gain over the last two thirds of the visits: its caches, and no more


@ON_LINUX
def test_a_long_day_of_visits_leaves_the_server_as_it_was(
    browser: Browser, server: Server, record_property: Callable[[str, object], None]
) -> None:
    contexts, sizes = contexts_of(browser, server), []
    for count in range(VISITS):
        visit = Visit(contexts().new_page(), server)
        visit.open(PAGES[count % len(PAGES)])
        visit.keeps_its_promises()
        visit.close()
        sizes.append(memory_of(server))
    growth = sizes[-1] - sizes[VISITS // 3]
    record_property("visits", VISITS)
    record_property("visits_memory_mb", round(sizes[-1]))
    record_property("visits_growth_mb", round(growth))
    assert growth < GROWTH
