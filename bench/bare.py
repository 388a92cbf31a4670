"""The floor to measure against: a bare Streamlit script that draws a page's figures and nothing else.

The figures come from the same views, kept by Streamlit in the same way, so what differs is all that stands around them.
"""

import importlib
from pathlib import Path

import streamlit as st

import loaders
import texts
from cards import Chart
from views.address import parse
from views.choices import Choices
from views.context import Context


@st.cache_resource
def package() -> loaders.Package:
    """Open the data once."""
    return loaders.open(Path("data"))


@st.cache_resource(show_spinner=False)
def charts(page: str, choices: Choices) -> list[Chart]:
    """Take the charts out of a page's cards."""
    words = texts.load(choices.lang, **package().partnership.names(choices.lang))
    cards = importlib.import_module(f"views.{page}").view(Context(package(), choices, words))
    return [card for card in cards if isinstance(card, Chart)]


st.set_page_config(layout="wide")
span = (package().partnership.first_year, package().as_of.year)
first = st.selectbox("From", range(span[0], span[1] + 1), key="f-from")
address = {"lang": "en", "years": f"{first}-{span[1]}"}
chosen = parse(address, years=span, languages=texts.LANGUAGES, preferred="en")
for card in charts(st.query_params.get("page", "overview"), chosen):
    st.plotly_chart(card.figure, theme=None, key=card.key, alt=card.alt, config={"displayModeBar": False})
st.html('<footer class="footer"></footer>')
