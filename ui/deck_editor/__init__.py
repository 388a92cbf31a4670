"""The deck editor in Streamlit, with its scripts."""
