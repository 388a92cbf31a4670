"""Charts of trade records and trade figures."""
