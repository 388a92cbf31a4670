"""Frames in, figures out: every chart is a pure function of one tidy frame and its words."""
