"""Every page in Chinese on a phone: axe finds nothing. In English, and on a large screen, `make test` asks it."""

from playwright.sync_api import Browser

from tests.e2e.axe import breaches
from tests.e2e.conftest import contexts_of
from tests.e2e.driving import PAGES, PHONE, Server, Visit
from tests.e2e.pages.conftest import HANDSET, localised


def test_no_chinese_page_shuts_anyone_out_on_a_phone(browser: Browser, server: Server) -> None:
    contexts, faults = contexts_of(browser, server), []
    for path in PAGES:
        visit = Visit(contexts(**HANDSET).new_page(), server)
        visit.page.set_viewport_size(PHONE)
        visit.open(localised(path, "zh"))
        faults += [(path, *breach) for breach in breaches(visit.page)]
        visit.keeps_its_promises()
        visit.close()
    assert faults == []
