"""Every kind of card is drawn in Streamlit."""

from streamlit.testing.v1 import AppTest

from tests.samples import CARDS


def page() -> None:
    import streamlit  # noqa: PLC0415 - a script of its own

    import texts  # noqa: PLC0415
    from tests.samples import CARDS  # noqa: PLC0415
    from ui import draw  # noqa: PLC0415

    streamlit.session_state["deck-buttons"] = {"store": "", "slides": [], "most": 1}
    draw.cards(CARDS, texts.load("en", home="A", away="B"), narrow=False)


def test_every_kind_of_card_is_drawn() -> None:
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    words = "".join(element.proto.body for element in app.get("html"))
    headings = [card.heading for card in CARDS if hasattr(card, "heading")]
    assert len(headings) == 8
    assert [heading for heading in headings if heading not in words] == []
