"""Cards as markup: fragments, whole documents, the type and languages they are written in."""
