"""The static edition: the dashboard as HTML files that need no script."""
