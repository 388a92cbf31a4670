"""Rules for what of Plotly a renderer knows: whatever else a figure sets is refused by its name, never drawn as something else.

A rule is a mapping (the attributes that are known, each with its rule), a set of values, a pattern, or ANY.
"""

import re
from collections.abc import Mapping
from typing import Any

ANY = object()
NONE: frozenset[str] = frozenset()  # for what a renderer knows no value of


class Undrawable(ValueError):  # noqa: N818 - it is said of a figure, and is no fault of the program
    """Name what a renderer does not know: a trace, an attribute, or a value of one."""

    def __init__(self, where: str, value: object) -> None:
        """`where` is the attribute, such as scatter.marker.symbol."""
        super().__init__(f"not drawn: {where} = {value!r:.80}")
        self.where = where


def anything(names: str) -> dict[str, Any]:
    """Give rules for attributes, named with blanks between, that may have any value."""
    return dict.fromkeys(names.split(), ANY)


def hold(value: Any, rule: Any, where: str) -> None:
    """Hold a value, or each of several, against the rule of its attribute; raises Undrawable."""
    if rule is ANY or value is None:
        return
    if isinstance(rule, Mapping):
        for part in (value,) if isinstance(value, Mapping) else value:
            for key, inner in part.items():
                if key not in rule:
                    raise Undrawable(f"{where}.{key}", inner)
                hold(inner, rule[key], f"{where}.{key}")
        return
    for one in [value] if isinstance(value, str | int | float) else value:
        known = rule.fullmatch(str(one)) if isinstance(rule, re.Pattern) else one in rule
        if one is not None and not known:
            raise Undrawable(where, one)
