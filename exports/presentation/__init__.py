"""Slides as a PowerPoint presentation with charts that can be edited."""
