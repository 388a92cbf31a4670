"""The stage's address: a whole document of its own, so that nothing of Streamlit stands between a talk and its hall."""

import base64
import gzip
import logging
import time
import zlib
from collections import OrderedDict
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from threading import Lock

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

import exports.stage.document
import loaders
import loaders.deck
import texts
from exports.markup.document import document
from exports.markup.element import element
from loaders import Deck, Package
from texts import Words
from ui import data
from views.deck import talk as talks
from views.places import PLACES
from views.wording import problems

_log = logging.getLogger("dashboard.stage")

DOCUMENTS = 6  # that are kept: the decks in use, and the data they were opened with
LARGEST = 200_000  # bytes of a deck: more is no deck, and would only cost memory
_LOOK = (
    "body{margin:0;background:#0e2a45;color:#fff;font:24px/1.4 'Source Sans','Source Sans Pro','Noto Sans SC',sans-serif}"
    "main{max-width:40rem;margin:20vh auto 0;padding:0 2rem}h1{font-size:44px;line-height:1.15}a{color:#fff}"
)
_HEAD = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": f"{exports.stage.document.POLICY}; frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class _Shelf:
    """Keep the last few documents, compressed, by version and deck; whoever asks for one being written waits for it."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._documents: OrderedDict[tuple[str, str], bytes] = OrderedDict()

    def document(self, package: Package, code: str, version: str) -> bytes:
        """Give the document of a deck, with the data of `version` while that is kept, else with the newest.

        Raises NoDeckError where there is no deck to show.
        """
        with self._lock:
            key = (version, code) if (version, code) in self._documents else (package.version, code)
            if key not in self._documents:
                self._documents[key] = _compressed(package, code)
            self._documents.move_to_end(key)
            while len(self._documents) > DOCUMENTS:
                self._documents.popitem(last=False)
            return self._documents[key]


def _compressed(package: Package, code: str) -> bytes:
    begun = time.monotonic()
    talk = talks.talk(package, read(code, package))
    if not any(talk.slides.values()):
        raise NoDeckError("empty")
    name = sha256(code.encode()).hexdigest()[:12] if code else ""
    content = gzip.compress(exports.stage.document.stage(talk, deck=name), 6)
    took = time.monotonic() - begun
    _log.info("stage written for version %s, deck %s, in %.1f s", package.version, name or "that ships", took)
    return content


class NoDeckError(ValueError):
    """Tell why there is no deck to show: none in the address, one that is wrong and in what, or one without slides."""

    def __init__(self, name: str, problems: Sequence[loaders.Problem] = ()) -> None:
        super().__init__(name)
        self.name, self.problems = name, tuple(problems)


_shelf = _Shelf()


def read(code: str, package: Package) -> Deck:
    """Unpack the deck in an address, TOML in zlib in base64url; the package's own where there is none."""
    if not code:
        return package.deck
    try:
        packed = base64.b64decode(code + "=" * (-len(code) % 4), altchars=b"-_", validate=True)
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(packed, LARGEST)
    except (ValueError, zlib.error) as error:
        raise NoDeckError("bad_deck") from error
    if unpacking.unconsumed_tail:
        raise NoDeckError("bad_deck")
    deck, faults = loaders.deck.parse(content)
    if faults:
        raise NoDeckError("bad_slides", faults)
    return deck


def _answer(request: Request) -> Response:
    """Show the stage, or say in words why it cannot be shown. Runs in a thread of its own: drawing takes its time."""
    query = request.query_params
    lang = query.get("lang", "") if query.get("lang") in texts.LANGUAGES else texts.FIRST
    package = data.latest().package
    if not package.frames or not package.has(*PLACES["deck"].needs):
        words = texts.load(lang, home="", away="")
        return _message("unreadable", problems.sentences(package.problems, words), words, status=503)
    words = texts.load(lang, **package.partnership.names(lang))
    try:
        content = _shelf.document(package, query.get("deck", ""), query.get("version", ""))
    except NoDeckError as error:
        sentences = problems.sentences(error.problems, words) or [words(f"stage.{error.name}_why")]
        return _message(error.name, sentences, words)
    except OSError as error:
        _log.exception("stage failed")
        reason = words("stage.failed_why", file=Path(error.filename or "?").name, reason=error.strerror or error)
        return _message("failed", [reason], words, status=500)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return HTMLResponse(content, headers={**_HEAD, "Content-Encoding": "gzip"})
    return HTMLResponse(gzip.decompress(content), headers=_HEAD)


def _message(name: str, sentences: Sequence[str], words: Words, *, status: int = 400) -> Response:
    _log.warning("stage refused: %s, status %d", name, status)
    main = element(
        "main",
        element("h1", words(f"stage.{name}")),
        *(element("p", sentence) for sentence in sentences),
        element("p", element("a", words("stage.back"), href=f"./?lang={words.lang}")),
    )
    page = document(main, lang=words.lang, title=words("stage.title"), sheet=_LOOK)
    return HTMLResponse(page, status_code=status, headers=_HEAD)


ROUTE = Route("/stage", _answer)
