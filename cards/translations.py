"""How a translation is told by its name: the column or key `title_zh` is `title` in zh."""

LANGUAGE = "[a-z]{2,3}"  # the code that it ends in
