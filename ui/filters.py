"""The shared filters: one quiet row, drawn once by the frame; every change is written to the address."""

import streamlit as st

from texts import Words
from views.choices import DIRECTIONS, SECTORS, Choices
from views.place import Place


def draw(place: Place, choices: Choices, words: Words, *, years: tuple[int, int], narrow: bool) -> None:
    """Draw the filters; one that acts on nothing here is disabled, and where none acts there is no row."""
    if not place.filters:
        return
    if narrow:
        with st.expander(in_words(place, choices, words), key="filters"):
            _row(place.filters, choices, words, years)
    else:
        with st.container(key="filters"):
            _row(place.filters, choices, words, years)


def in_words(place: Place, choices: Choices, words: Words) -> str:
    """Say which filters that act on a page are set, and to what; nothing on a page that none acts on."""
    first, last = choices.years or (0, 0)
    span = words("filter.one_year" if first == last else "filter.span", first=str(first), last=str(last))
    values = {
        "sector": words.listed(words(f"sector.{sector}") for sector in choices.sectors),
        "years": span if choices.years else "",
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


def _row(acts: tuple[str, ...], choices: Choices, words: Words, years: tuple[int, int]) -> None:
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        _sector("sector" in acts, choices, words)
        _years("years" in acts, choices, words, years)
        _direction("direction" in acts, choices, words)
        _relation("relation" in acts, choices, words)
        if choices.filtered:
            st.button(
                words("filter.clear"),
                key="clear",
                type="tertiary",
                on_click=_write,
                kwargs={"sector": "", "years": "", "direction": "", "relation": ""},
            )


def _write(**words: str) -> None:
    """Write words of the address; a blank word is taken out, and the step through a list starts again."""
    for name, value in {**words, "page": "", "pick": ""}.items():
        if value:
            st.query_params[name] = value
        else:
            st.query_params.pop(name, None)


def _label(words: Words, name: str, value: str) -> str:
    return f"{words(f'filter.{name}')} **{value}**"


def _sector(acts: bool, choices: Choices, words: Words) -> None:
    names = [words(f"sector.{sector}") for sector in choices.sectors]
    value = words("filter.all") if not names else names[0] if len(names) == 1 else words("filter.chosen", n=len(names))
    with st.popover(_label(words, "sector", value)):
        st.session_state["f-sector"] = list(choices.sectors)
        st.pills(
            words("filter.sector"),
            SECTORS,
            selection_mode="multi",
            format_func=lambda sector: words(f"sector.{sector}"),
            key="f-sector",
            disabled=not acts,
            on_change=lambda: _write(sector=",".join(s for s in SECTORS if s in st.session_state["f-sector"])),
        )
        _idle(acts, words)


def _years(acts: bool, choices: Choices, words: Words, years: tuple[int, int]) -> None:
    first, last = choices.years or years
    every = list(range(years[0], years[1] + 1))

    def write() -> None:
        low, high = sorted((st.session_state["f-from"], st.session_state["f-to"]))
        _write(years="" if (low, high) == years else f"{low}-{high}")

    value = (
        words("filter.one_year", first=str(first))
        if first == last
        else words("filter.span", first=str(first), last=str(last))
    )
    with st.popover(_label(words, "years", value)):
        st.session_state["f-from"], st.session_state["f-to"] = first, last
        # Chosen from a list, not typed: for what is not on it Streamlit has words in English alone.
        for column, end in zip(st.columns(2), ("from", "to"), strict=True):
            column.selectbox(
                words(f"filter.{end}"),
                every,
                key=f"f-{end}",
                format_func=str,
                placeholder=words(f"filter.{end}"),
                filter_mode=None,
                disabled=not acts,
                on_change=write,
            )
        _idle(acts, words)


def _direction(acts: bool, choices: Choices, words: Words) -> None:
    value = words(f"direction.{choices.direction}") if choices.direction else words("filter.all")
    with st.popover(_label(words, "direction", value)):
        st.session_state["f-direction"] = choices.direction
        st.pills(
            words("filter.direction"),
            DIRECTIONS,
            format_func=lambda direction: words(f"direction.{direction}"),
            key="f-direction",
            disabled=not acts,
            on_change=lambda: _write(direction=st.session_state["f-direction"] or ""),
        )
        _idle(acts, words)


def _relation(acts: bool, choices: Choices, words: Words) -> None:
    value = words("filter.wider" if choices.wider else "filter.direct")
    with st.popover(f"**{value}**"):
        st.session_state["f-wider"] = choices.wider
        st.toggle(
            words("filter.wider"),
            key="f-wider",
            disabled=not acts,
            on_change=lambda: _write(relation="wider" if st.session_state["f-wider"] else ""),
        )
        st.write(words("filter.wider_help"))
        _idle(acts, words)


def _idle(acts: bool, words: Words) -> None:
    if not acts:
        st.write(words("filter.idle"))
