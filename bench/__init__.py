"""Measurements and photographs of the running dashboard: `python -m bench`, `python -m bench.shots`."""
