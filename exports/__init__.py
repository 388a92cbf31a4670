"""Cards, frames and figures as bytes and markup to keep."""
