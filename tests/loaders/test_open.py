"""A sound folder opens whole; a broken file is left out and every breach in the folder is named."""

from pathlib import Path

import pandas as pd
import pytest

import loaders
from tests.fixtures import small_package
from tests.fixtures.small_package import PARTNERSHIP, PLACES, VISITS, descriptor, write


def facts(problem: loaders.Problem) -> tuple[str, str, int | None, str | None]:
    return problem.code, problem.file, problem.row, problem.column


def test_a_sound_folder_has_no_problems(tmp_path: Path) -> None:
    package = loaders.open(write(tmp_path))
    assert package.problems == ()
    assert package.broken == frozenset()
    assert package.has("places", "visits")
    assert not package.has("places", "nothing")
    assert package.as_of.isoformat() == "2026-11-21"
    assert package.resource("places")["path"] == "places.csv"


def test_cells_are_typed_and_missing_is_missing(tmp_path: Path) -> None:
    places = loaders.open(write(tmp_path)).frame("places")
    assert [str(dtype) for dtype in places.dtypes] == [
        "string",
        "string",
        "Int64",
        "Float64",
        "datetime64[us]",
        "boolean",
        "string",
    ]
    assert list(places.loc[0]) == ["pier", "Pier Head", 12, 53.41, pd.Timestamp("2004-07-21"), True, "home"]
    assert list(places.loc[1, ["people", "port"]]) == [pd.NA, pd.NA]
    assert places.loc[1, "opened_on"] is pd.NaT


def test_columns_come_in_the_order_of_the_schema(tmp_path: Path) -> None:
    package = loaders.open(write(tmp_path, {"visits.csv": "place_id,other_place,id\npier,,v1\n"}))
    assert package.problems == ()
    assert list(package.frame("visits").columns) == ["id", "place_id", "other_place"]


def test_a_table_may_have_no_rows(tmp_path: Path) -> None:
    package = loaders.open(write(tmp_path, {"visits.csv": "id,place_id,other_place\n"}))
    assert package.problems == ()
    assert package.frame("visits").empty


def test_a_byte_order_mark_and_crlf_are_forgiven(tmp_path: Path) -> None:
    plain = loaders.open(write(tmp_path / "a")).frame("places")
    excel = b"\xef\xbb\xbf" + PLACES.replace("Pier Head", '"Pier\nHead"').replace("\n", "\r\n").encode()
    package = loaders.open(write(tmp_path / "b", {"places.csv": excel}))
    assert package.problems == ()
    assert package.frame("places")["name"].tolist() == ["Pier\nHead", plain.loc[1, "name"]]


def test_a_broken_file_is_left_out_and_the_others_are_served(tmp_path: Path) -> None:
    package = loaders.open(write(tmp_path, {"places.csv": PLACES.replace("12,", "twelve,")}))
    assert [facts(problem) for problem in package.problems] == [("type", "places.csv", 2, "people")]
    assert package.broken == {"places"}
    assert package.has("visits")  # its references into places.csv are not judged
    with pytest.raises(KeyError):
        package.frame("places")
    assert package.resource("places")["name"] == "places"


def test_a_dangling_reference_breaks_the_file_that_holds_it(tmp_path: Path) -> None:
    package = loaders.open(write(tmp_path, {"visits.csv": VISITS.replace("v2,bund", "v2,nowhere")}))
    (problem,) = package.problems
    assert facts(problem) == ("foreign_key", "visits.csv", 3, "place_id")
    assert (problem.found, problem.needed) == ("nowhere", "places.csv")
    assert package.broken == {"visits"}


def test_every_breach_is_named_not_only_the_first(tmp_path: Path) -> None:
    places = "id,name,people,latitude,opened_on,port,near\npier,,-1,x,2004,yes,Home\npier,A,1001,,1799-12-31,,\n"
    package = loaders.open(write(tmp_path, {"places.csv": places, "visits.csv": None}))
    assert [facts(problem) for problem in package.problems] == [
        ("missing_file", "visits.csv", None, None),
        ("required", "places.csv", 2, "name"),
        ("minimum", "places.csv", 2, "people"),
        ("type", "places.csv", 2, "latitude"),
        ("type", "places.csv", 2, "opened_on"),
        ("type", "places.csv", 2, "port"),
        ("enum", "places.csv", 2, "near"),
        ("maximum", "places.csv", 3, "people"),
        ("minimum", "places.csv", 3, "opened_on"),
        ("unique", "places.csv", 3, "id"),
    ]
    assert package.broken == {"places", "visits"}


def test_a_file_that_nothing_describes_is_named_and_breaks_nothing(tmp_path: Path) -> None:
    package = loaders.open(write(tmp_path, {"places (copy).csv": PLACES, "~$places.csv": "", ".places.csv": ""}))
    assert [facts(problem) for problem in package.problems] == [("undescribed_file", "places (copy).csv", None, None)]
    assert package.broken == frozenset()


def test_one_reader_cannot_change_what_another_sees(tmp_path: Path) -> None:
    package = loaders.open(write(tmp_path))
    mine = package.frame("places")
    mine.loc[0, "name"] = "changed"
    mine["people"] = 0
    assert package.frame("places").equals(loaders.open(tmp_path).frame("places"))
    with pytest.raises(TypeError):
        package.frames["places"] = mine  # type: ignore[index]
    with pytest.raises(TypeError):
        package.descriptor["name"] = "changed"  # type: ignore[index]


def test_the_version_is_of_the_contents_alone(tmp_path: Path) -> None:
    one, same = loaders.open(write(tmp_path / "a")), loaders.open(write(tmp_path / "b"))
    other = loaders.open(write(tmp_path / "c", {"places.csv": PLACES.replace("12", "13")}))
    assert one.version == same.version != other.version
    assert len(one.version) == 12
    assert int(one.version, 16) >= 0


def test_current_names_the_version_in_force_and_another_can_be_asked_for(tmp_path: Path) -> None:
    write(tmp_path / "versions" / "2026-10", {"places.csv": PLACES.replace("12,", "1,")})
    write(tmp_path / "versions" / "2026-11")
    (tmp_path / "current").write_bytes("\ufeff2026-11\r\n".encode())
    assert loaders.open(tmp_path).folder == tmp_path / "versions" / "2026-11"
    assert loaders.open(tmp_path).frame("places").loc[0, "people"] == 12
    assert loaders.open(tmp_path, version="2026-10").frame("places").loc[0, "people"] == 1


@pytest.mark.parametrize("version", ["2026-12", "../../etc", "/etc", "..", "", "C:"])
def test_a_version_that_is_not_kept_is_named(tmp_path: Path, version: str) -> None:
    write(tmp_path / "versions" / "2026-11")
    (tmp_path / "current").write_text(version)
    for package in (loaders.open(tmp_path), loaders.open(tmp_path, version=version)):
        assert [(problem.code, problem.found) for problem in package.problems] == [("unknown_version", version)]
        assert len(package.frames) == 0


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    package = loaders.open(tmp_path / "nothing")
    assert [problem.code for problem in package.problems] == ["missing_folder"]
    assert package.broken == frozenset()


@pytest.mark.parametrize(
    "path", ["../secret.csv", "/etc/passwd", "a/../../secret.csv", "..\\secret.csv", "C:\\x.csv", "\0", "\ud800"]
)
def test_a_path_never_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.csv").write_text(PLACES)
    resources = [{"name": "places", "path": path, "schema": small_package.SCHEMAS["places"]}]
    package = loaders.open(write(tmp_path / "data", {"datapackage.json": descriptor(resources=resources)}))
    assert ("outside_folder", path) in [(problem.code, problem.file) for problem in package.problems]
    assert package.broken == {"places"}


def test_a_link_never_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.csv").write_text(PLACES)
    write(tmp_path / "data", {"places.csv": None})
    (tmp_path / "data" / "places.csv").symlink_to(tmp_path / "secret.csv")
    package = loaders.open(tmp_path / "data")
    assert [problem.code for problem in package.problems] == ["outside_folder"]


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    write(tmp_path, {"places.csv": None})
    (tmp_path / "places.csv").mkdir()
    assert [facts(problem) for problem in loaders.open(tmp_path).problems] == [("unreadable", "places.csv", None, None)]


@pytest.mark.parametrize("file", ["datapackage.json", "partnership.toml"])
@pytest.mark.parametrize("content", [None, "", "{", "\xff".encode("latin-1"), "[" * 100_000, "= 1"])
def test_without_descriptor_or_partnership_nothing_is_served(tmp_path: Path, file: str, content: str | None) -> None:
    package = loaders.open(write(tmp_path, {file: content}))
    assert package.problems
    assert {problem.file for problem in package.problems} == {file}
    assert len(package.frames) == 0


def test_the_real_folder_is_sound() -> None:
    package = loaders.open(Path(__file__).parents[2] / "data")
    assert package.problems == ()
    assert package.broken == frozenset()


def test_every_record_that_charts_mark_is_in_the_real_data() -> None:
    package = loaders.open(Path(__file__).parents[2] / "data")
    marked = {mark.record for mark in package.partnership.annotations}
    assert marked <= set(package.frame("exchanges")["id"])


def test_a_city_without_a_chinese_name_keeps_its_own(tmp_path: Path) -> None:
    partnership = loaders.open(write(tmp_path, {"partnership.toml": PARTNERSHIP})).partnership
    assert partnership.names("en") == {"home": "Liverpool", "away": "Shanghai"}
    assert partnership.names("zh") == {"home": "利物浦", "away": "Shanghai"}
