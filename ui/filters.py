"""The shared filters: one quiet row, drawn once by the frame; every change is written to the address."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from texts import Words
from views.choices import DIRECTIONS, SECTORS, Choices
from views.place import Place


def draw(place: Place, choices: Choices, words: Words, *, years: tuple[int, int], narrow: bool) -> None:
    """Draw the filters; one that acts on nothing here is disabled, and where none acts there is no row."""
    if not place.filters:
        return
    box = st.expander(in_words(place, choices, words), key="filters") if narrow else st.container(key="filters")
    with box, st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _sector("sector" in place.filters, choices, words)
        _years("years" in place.filters, choices, words, years)
        _direction("direction" in place.filters, choices, words)
        _relation("relation" in place.filters, choices, words)
        if choices.filtered:
            blank = dict.fromkeys(("sector", "years", "direction", "relation"), "")
            st.button(words("filter.clear"), key="clear", type="tertiary", on_click=write, kwargs=blank)


def in_words(place: Place, choices: Choices, words: Words) -> str:
    """Say which filters that act on a page are set, and to what; nothing on a page that none acts on."""
    values = {
        "sector": words.listed(words(f"sector.{sector}") for sector in choices.sectors),
        "years": _span(choices.years, words) if choices.years else "",
        "direction": words(f"direction.{choices.direction}") if choices.direction else "",
        "relation": words("filter.wider") if choices.wider else "",
    }
    active = [
        words("filter.named", name=words(f"filter.{name}"), value=values[name])
        for name in place.filters
        if values[name]
    ]
    if active:
        return words("filter.active", list=words.joined(active))
    return words("filter.none_active") if place.filters else ""


def _span(years: tuple[int, int], words: Words) -> str:
    first, last = years
    return words("filter.one_year" if first == last else "filter.span", first=str(first), last=str(last))


def write(**words: str) -> None:
    """Write words of the address; a blank one is taken out. A list starts again at its first step, and nothing is picked."""
    for name, value in {"page": "", "pick": "", **words}.items():
        if value:
            st.query_params[name] = value
        else:
            st.query_params.pop(name, None)


@contextmanager
def _box(name: str, value: str, acts: bool, words: Words) -> Iterator[None]:
    """Hold a filter in a box that says what it is set to, and whether it acts on nothing here."""
    with st.popover(f"{name} **{value}**".strip()):
        yield
        if not acts:
            st.write(words("filter.idle"))


def _sector(acts: bool, choices: Choices, words: Words) -> None:
    names = [words(f"sector.{sector}") for sector in choices.sectors]
    value = words("filter.all") if not names else names[0] if len(names) == 1 else words("filter.chosen", n=len(names))
    with _box(words("filter.sector"), value, acts, words):
        st.session_state["f-sector"] = list(choices.sectors)
        st.pills(
            words("filter.sector"),
            SECTORS,
            selection_mode="multi",
            format_func=lambda sector: words(f"sector.{sector}"),
            key="f-sector",
            disabled=not acts,
            on_change=lambda: write(sector=",".join(s for s in SECTORS if s in st.session_state["f-sector"])),
        )


def _years(acts: bool, choices: Choices, words: Words, years: tuple[int, int]) -> None:
    def written() -> None:
        low, high = sorted((st.session_state["f-from"], st.session_state["f-to"]))
        write(years="" if (low, high) == years else f"{low}-{high}")

    chosen = choices.years or years
    with _box(words("filter.years"), _span(chosen, words), acts, words):
        st.session_state["f-from"], st.session_state["f-to"] = chosen
        # Chosen from a list, not typed: for what is not on it Streamlit has words in English alone.
        for column, end in zip(st.columns(2), ("from", "to"), strict=True):
            column.selectbox(
                words(f"filter.{end}"),
                list(range(years[0], years[1] + 1)),
                key=f"f-{end}",
                format_func=str,
                placeholder=words(f"filter.{end}"),
                filter_mode=None,
                disabled=not acts,
                on_change=written,
            )


def _direction(acts: bool, choices: Choices, words: Words) -> None:
    value = words(f"direction.{choices.direction}") if choices.direction else words("filter.all")
    with _box(words("filter.direction"), value, acts, words):
        st.session_state["f-direction"] = choices.direction
        st.pills(
            words("filter.direction"),
            DIRECTIONS,
            format_func=lambda direction: words(f"direction.{direction}"),
            key="f-direction",
            disabled=not acts,
            on_change=lambda: write(direction=st.session_state["f-direction"] or ""),
        )


def _relation(acts: bool, choices: Choices, words: Words) -> None:
    with _box("", words("filter.wider" if choices.wider else "filter.direct"), acts, words):
        st.session_state["f-wider"] = choices.wider
        st.toggle(
            words("filter.wider"),
            key="f-wider",
            disabled=not acts,
            on_change=lambda: write(relation="wider" if st.session_state["f-wider"] else ""),
        )
        st.write(words("filter.wider_help"))
