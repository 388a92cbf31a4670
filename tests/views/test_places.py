"""The registry of pages agrees with the views it names."""

from itertools import pairwise

import pytest

from cards import Switch, Title
from loaders import Package
from texts import Words
from views import places
from views.choices import FILTERS, Choices
from views.context import Context
from views.place import HOME
from views.places import PLACES


@pytest.mark.parametrize("name", PLACES)
def test_every_place_has_a_view_that_opens_with_a_title(package: Package, words: Words, name: str) -> None:
    assert isinstance(PLACES[name].view(Context(package, Choices(), words))[0], Title)


@pytest.mark.parametrize("name", [name for name, place in PLACES.items() if place.looks])
def test_the_looks_of_a_place_are_those_its_view_offers(package: Package, words: Words, name: str) -> None:
    cards = PLACES[name].view(Context(package, Choices(), words))
    offered = [
        tuple(code for code, _ in card.options) for card in cards if isinstance(card, Switch) and card.name == "view"
    ]
    assert offered == ([] if name == "about" else [PLACES[name].looks])  # its second look is led to by the footer


@pytest.mark.parametrize("name", PLACES)
def test_every_look_shows_something_of_its_own(package: Package, words: Words, name: str) -> None:
    looks = PLACES[name].looks
    cards = [PLACES[name].view(Context(package, Choices(own={"view": look}), words)) for look in looks]
    assert all(first != second for first, second in pairwise(cards))


def test_what_a_place_says_of_itself_is_known_to_the_data_and_the_filters(package: Package) -> None:
    for place in PLACES.values():
        assert package.has(*place.needs)
        assert set(place.filters) <= set(FILTERS)


def test_no_two_places_share_an_address() -> None:
    assert len({place.address for place in PLACES.values()}) == len(PLACES)
    assert places.at("") is PLACES[HOME]
    assert places.at("nowhere") is None
