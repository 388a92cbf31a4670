"""Lines of a chart's words: broken where the language breaks them, and safe."""

import pytest

from charts.theme import wrap


@pytest.mark.parametrize(
    ("text", "width", "made"),
    [
        ("First ship direct from China", 13, "First ship<br>direct from<br>China"),
        ("备忘录由两市签署", 8, "备忘录由<br>两市签署"),
        ("两市签署（备忘录）。", 8, "两市签署<br>（备忘<br>录）。"),
        ("自2010年起", 6, "自<br>2010年<br>起"),
        ("China Xpress航线", 12, "China Xpress<br>航线"),
        ("a < b & c", 44, "a &lt; b &amp; c"),
        ("", 13, ""),
    ],
)
def test_a_line_is_broken_where_its_language_breaks_it(text: str, width: int, made: str) -> None:
    assert wrap(text, width) == made
