"""The colours of charts, pages and files, and how strong an open mark is drawn in them."""

# The Government Analysis Function's categorical palette, in its order; grey carries what is not in focus, and is dark
# enough to be told from the teal by readers who see no red or no green.
BLUE, TEAL, PINK, ORANGE, GREY = "#12436D", "#28A197", "#801650", "#F46A25", "#6A6E73"
SERIES = (BLUE, ORANGE, TEAL, PINK)
# One hue from few to many, for counts in cells.
SHADES = ("#DCE9F5", "#A9CDEE", "#6BACE6", "#2073BC", BLUE)
PROPERTIES = f":root {{ --blue: {BLUE}; }}\n"  # the same for style sheets, which say var(--blue)
TEXT, SECOND, RULE, HATCH, GROUND = "#0B0C0C", "#505A5F", "#DADDE1", "#8A8D91", "#FFFFFF"
OUTLINE = 2.2  # px: the line of a ring or an open diamond, in a chart and in its key
