"""Figures as inline SVG, drawn without a browser."""
