"""What each page says and in what order: choices, package and words in, cards out. No Streamlit."""
