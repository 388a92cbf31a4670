"""The room that words take: measured with their markup left out, and labels moved apart no more than needed."""

from cards.lettering import apart, bare, columns, height, lines, width


def test_a_text_is_split_at_its_breaks() -> None:
    assert lines("a<br>b<br/>c") == ["a", "b", "c"]


def test_markup_is_no_text() -> None:
    assert bare("<b>a</b><br>&amp;") == "a &"
    assert width("<b>ab</b>", 10) == width("ab", 10)


def test_a_chinese_character_is_as_wide_as_it_is_high() -> None:
    assert width("中文", 10) == 20
    assert columns("中文a") == 5


def test_the_longest_line_counts_and_wide_letters_more() -> None:
    assert width("mmm", 14) > width("iii", 14) > 0
    assert width("iii<br>mmm", 14) == width("mmm", 14)


def test_each_line_adds_to_the_height() -> None:
    assert height("a<br>b", 10) == 2 * height("a", 10)


def test_labels_are_moved_apart_and_stay_inside() -> None:
    moved = apart([50, 52, 99], [10, 10, 10], 0, 100)
    assert moved[1] - moved[0] >= 10
    assert moved[2] == 95
    assert moved[0] == 50


def test_labels_far_apart_stay_where_they_are() -> None:
    assert apart([20, 80], [10, 10], 0, 100) == [20, 80]
