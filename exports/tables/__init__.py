"""Tables and datasets as files to keep: workbooks, CSV, archives."""
