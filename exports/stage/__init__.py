"""The stage: a talk as one HTML document, with its scripts and styles."""
