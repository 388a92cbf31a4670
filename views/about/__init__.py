"""About, and the accessibility statement."""
