"""Tidy frames in, the frame one chart needs or the facts one sentence needs out."""
