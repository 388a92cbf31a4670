"""Draws cards, filters, address and navigation: with pages, all that knows Streamlit."""
