"""The frame: language, navigation and shared filters around whichever page is asked for."""

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from ui import frame, log, stage
from ui.first_language import FirstLanguage

# `streamlit run` serves this application: Streamlit itself sends its scripts uncompressed, and its markup as English.
app = st.App(
    __file__,
    routes=[stage.ROUTE],
    middleware=[
        Middleware(GZipMiddleware, minimum_size=2000, compresslevel=6),
        Middleware(FirstLanguage, but=stage.ROUTE.path),
    ],
    lifespan=log.lifespan,
    on_script_error=log.script_failed,
)

if st.runtime.exists():
    frame.run()
