"""What the browser alone knows: its language, whether its window is narrow; and what must be told to it."""

from pathlib import Path

import streamlit as st
import streamlit.components.v2 as components

import texts
from exports.scripts import linked

NARROW = 640  # px; below it charts turn and navigation folds
_HERE = Path(__file__).parent
_window = components.component(
    "browser_window",
    html='<div aria-live="polite" class="heard"></div>',
    css=".heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }",
    js=linked(_HERE / "browser.js"),
)
_copy = components.component(
    "browser_copy",
    html='<button type="button" hidden></button><span role="status"></span>',
    css=(_HERE / "button.css").read_text(encoding="utf-8"),
    js=linked(_HERE / "copy.js"),
)


def language() -> str:
    """Choose the language for an address that names none: the browser's, where there are words for it."""
    code = (st.context.locale or "").split("-")[0].lower()
    return code if code in texts.LANGUAGES else texts.FIRST


def narrow(lang: str, hint: str, skip: str) -> bool:
    """Tell whether the window is a phone's; also tells the browser the page's language and the words it needs."""
    if "narrow" not in st.session_state:
        st.session_state["narrow"] = "Mobi" in st.context.headers.get("User-Agent", "")
    known = bool(st.session_state["narrow"])
    with st.container(key="tell"):
        answer = _window(
            key="browser",
            data={"lang": texts.ROWS[lang].tag, "width": NARROW, "narrow": known, "hint": hint, "skip": skip},
            on_narrow_change=lambda: None,
        )
    return known if answer.narrow is None else bool(answer.narrow)


def copy(key: str, label: str, text: str, done: str) -> None:
    """Draw a button that copies a text and the view's address."""
    _copy(key=key, data={"label": label, "text": text, "done": done}, width="content")
