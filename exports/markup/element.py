"""Markup built from elements: text is escaped by itself, and only what was built here passes as markup."""

import json
import re
from collections.abc import Iterable
from functools import cache
from html import escape

from markupsafe import Markup

Attribute = str | int | float | bool | None
_NAME = re.compile(r"[A-Za-z][\w:.-]*", re.ASCII)
# HTML's void elements, and the shapes of SVG, which close themselves where they hold nothing.
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
_SHAPES = frozenset({"circle", "line", "path", "rect"})
# Control characters no document may hold, and half a character cannot be written at all.
_UNWRITABLE = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_REPLACEMENT = "\ufffd"
# A browser leaves out blanks within a scheme, so they are left out here too before it is read.
_BLANK, _SCHEME = re.compile("[\0-\x20]"), re.compile(r"[a-z][a-z\d+.-]*:")
_ADDRESSES = frozenset({"href", "src"})
_SAFE = ("http:", "https:", "mailto:", "data:image/")
_END = re.compile("<(?=/(?:script|style)|!--)", re.IGNORECASE)


def element(name: str, /, *children: str, **attributes: Attribute) -> Markup:
    """Write an element; a child that is not Markup is text, and is escaped.

    Attributes are named in Python's way: `aria_label` for aria-label, `class_` for class. One that is None or False is
    left out, True is written bare.

    Raises ValueError for what is no name, for a void element that is to hold something, and for an address that a
    browser might run.
    """
    opening = f"<{_name(name)}{''.join([_attribute(key, value) for key, value in attributes.items()])}"
    if name in _VOID and children:
        raise ValueError(f"{name} is a void element")
    if name in _VOID:
        return Markup(f"{opening}>")
    if name in _SHAPES and not children:
        return Markup(f"{opening}/>")
    return Markup(f"{opening}>{''.join([_written(child) for child in children])}</{name}>")


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Join pieces of markup; those that are text are escaped."""
    return Markup(str(_written(between)).join([_written(part) for part in parts]))


def style(sheet: str) -> Markup:
    """Hold a style sheet; none of its strings can end the element, for a backslash within them changes nothing."""
    return Markup(f"<style>{_contained(sheet)}</style>")


def script(code: str, *, module: bool = False) -> Markup:
    """Hold JavaScript; none of its strings can end the element, for a backslash within them changes nothing."""
    return Markup(f"<script{_attribute('type', 'module' if module else None)}>{_contained(code)}</script>")


def data_script(name: str, value: object) -> Markup:
    """Hold JSON for scripts to read by the element's id, with no sign in it that could end the element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    text = _UNWRITABLE.sub(_REPLACEMENT, text)
    return Markup(f'<script type="application/json" id="{_written(name)}">{text}</script>')


def _contained(text: str) -> str:
    return _END.sub(r"<\\", text)


def _written(text: str) -> str:
    """Write text as markup, with a sign of replacement for each character that no document may hold."""
    if isinstance(text, Markup):
        return text
    return escape(text if text.isprintable() else _UNWRITABLE.sub(_REPLACEMENT, text))


def _attribute(key: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    name = _name(key)
    if value is True:
        return f" {name}"
    text = str(value)
    if name in _ADDRESSES and _runs(text):
        raise ValueError(f"an address that a browser may run: {text[:40]!r}")
    return f' {name}="{_written(text)}"'


def _runs(address: str) -> bool:
    bare = _BLANK.sub("", address).lower()
    return bool(_SCHEME.match(bare)) and not bare.startswith(_SAFE)


@cache
def _name(key: str) -> str:
    """Give the name of an element or an attribute as markup spells it."""
    name = key.rstrip("_").replace("_", "-")
    if not _NAME.fullmatch(name):
        raise ValueError(f"no name for markup: {key!r}")
    return name
