"""Each page opened once in each way of looking at it, and held open for every claim on it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Playwright, ViewportSize, expect

from tests.e2e.conftest import ONE_PROCESS, Contexts, contexts_of
from tests.e2e.driving import DESKTOP, PAGES, PHONE, Server, Visit, launch
from tests.e2e.outside import Outside

# A phone says by its name that it is one.
HANDSET = {"has_touch": True, "user_agent": "Mozilla/5.0 (Linux; Android 16) Mobile Chrome"}
# 1280 by 1024 at 400 % leaves 320 by 256; WCAG 1.4.10 asks for 320 across.
ZOOMED = ViewportSize(width=320, height=256)
CHINESE = (
    *PAGES,
    "/record?view=data&dataset=exchanges",
    "/record?view=sources&pick=kind:council",
    "/record?q=世博会",
    "/record?id=TRD-001",
    "/record?id=none",
    "/timeline?sector=tourism",
    "/trade?view=rates",
    "/trade?view=visits&years=1999-1999",
    "/students?years=1999-2000",
    "/cities?step=2",
)
# The machine's own fonts but those that know a sign as common as 一.
WITHOUT_CHINESE = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <selectfont><rejectfont><pattern>
    <patelt name="charset"><charset><int>0x4e00</int></charset></patelt>
  </pattern></rejectfont></selectfont>
</fontconfig>
"""


@contextmanager
def opened(visit: Visit, path: str, size: ViewportSize) -> Iterator[Visit]:
    """Open a page in a window of a size, until all claims on it are tested."""
    visit.page.set_viewport_size(size)
    visit.open(path)
    yield visit
    visit.close()


@contextmanager
def at_rest(visit: Visit) -> Iterator[Visit]:
    """Lend an open visit to one claim: nothing has the focus, and afterwards the visit has kept its promises."""
    visit.page.evaluate("() => { document.activeElement.blur(); getSelection().removeAllRanges(); }")
    yield visit
    visit.keeps_its_promises()


@pytest.fixture(scope="session", params=PAGES, ids="visit wide {}".format)
def wide_visit(request: pytest.FixtureRequest, contexts: Contexts, server: Server) -> Iterator[Visit]:
    with opened(Visit(contexts().new_page(), server), request.param, DESKTOP) as visit:
        yield visit


@pytest.fixture
def wide(wide_visit: Visit) -> Iterator[Visit]:
    """Look at a page on a large screen, in English."""
    with at_rest(wide_visit) as visit:
        yield visit


@pytest.fixture(scope="session", params=PAGES, ids="visit phone {}".format)
def phone_visit(request: pytest.FixtureRequest, contexts: Contexts, server: Server) -> Iterator[Visit]:
    with opened(Visit(contexts(**HANDSET).new_page(), server), request.param, PHONE) as visit:
        yield visit


@pytest.fixture
def phone(phone_visit: Visit) -> Iterator[Visit]:
    """Look at a page on a phone, in English."""
    with at_rest(phone_visit) as visit:
        yield visit


@pytest.fixture(scope="session", params=PAGES, ids="visit zoomed {}".format)
def zoomed_visit(request: pytest.FixtureRequest, contexts: Contexts, server: Server) -> Iterator[Visit]:
    with opened(Visit(contexts().new_page(), server), request.param, ZOOMED) as visit:
        expect(visit.page.locator(".st-key-nav [data-testid=stPopoverButton]")).to_be_visible()
        visit.drawn()
        yield visit


@pytest.fixture
def zoomed(zoomed_visit: Visit) -> Iterator[Visit]:
    """Look at a page at 400 per cent, in English."""
    with at_rest(zoomed_visit) as visit:
        yield visit


@pytest.fixture(scope="session")
def chinese_contexts(
    playwright: Playwright, outside: Outside, server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Contexts]:
    """Start a Chromium that finds none of this machine's Chinese fonts."""
    fonts = tmp_path_factory.mktemp("fonts") / "fonts.conf"
    fonts.write_text(WITHOUT_CHINESE, encoding="utf-8")
    started = launch(playwright, *outside.flags, ONE_PROCESS, FONTCONFIG_FILE=str(fonts))
    yield contexts_of(started, server)
    started.close()


@pytest.fixture(scope="session", params=CHINESE, ids="visit chinese {}".format)
def chinese_visit(request: pytest.FixtureRequest, chinese_contexts: Contexts, server: Server) -> Iterator[Visit]:
    with opened(Visit(chinese_contexts().new_page(), server), localised(request.param, "zh"), DESKTOP) as visit:
        yield visit


@pytest.fixture
def chinese(chinese_visit: Visit) -> Iterator[Visit]:
    """Look at a page on a large screen, in Chinese."""
    with at_rest(chinese_visit) as visit:
        yield visit


def localised(path: str, lang: str) -> str:
    """Ask for a page in a language."""
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"
