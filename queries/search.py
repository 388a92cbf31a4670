"""Ask both lists of records at once: every happening once, found by any word that stands around it."""

import re
import unicodedata

import pandas as pd

from cards.translations import LANGUAGE

_OWN = ("id", "title", "description", "note", "outcome")
_NAMES = ("name",)
_ORGANISATION = ("name", "short_name", "person")
_SOURCE = ("title", "publisher")
_WORDED = re.compile("[a-z0-9]")
_WORD = "(?<![a-z0-9])"
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def listing(exchanges: pd.DataFrame, trade_events: pd.DataFrame) -> pd.DataFrame:
    """List every happening once, in order of date.

    A trade record that is the same happening as an exchange is left out, as the exchange's row rules. Adds
    `list` (exchange or trade) and `also` (on an exchange, the trade records that are the same happening).
    """
    matched = trade_events["exchange_id"].notna()
    also = trade_events[matched].groupby("exchange_id")["id"].agg(" ".join)
    ruling = exchanges.assign(list="exchange", also=exchanges["id"].map(also).astype("string"))
    alone = trade_events[~matched].assign(list="trade")
    return pd.concat([ruling, alone], ignore_index=True).sort_values(["start_date", "id"], ignore_index=True)


def happening(trade_events: pd.DataFrame) -> dict[str, str]:
    """Give, for each trade record that is the same happening as an exchange, that exchange."""
    matched = trade_events.dropna(subset=["exchange_id"])
    return dict(zip(matched["id"], matched["exchange_id"], strict=True))


def fold(text: str) -> str:
    """Take case, accents and typographic marks off a text, so that a reader need not type them."""
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_QUOTES))
    return "".join(mark for mark in parts if not unicodedata.combining(mark))


def haystack(
    exchanges: pd.DataFrame,
    trade_events: pd.DataFrame,
    *,
    named: pd.DataFrame,
    cited: pd.DataFrame,
    places: pd.DataFrame,
    undertakings: pd.DataFrame,
) -> pd.Series:
    """Gather, for every happening, all the text around it: its own, its places', organisations' and sources'.

    `named` and `cited` are queries.sources.organisations_of and of_records. The text of a trade record that is
    the same happening as an exchange counts as the exchange's.
    """
    rows = pd.concat([exchanges, trade_events], ignore_index=True)
    texts = [_texts(rows, _OWN, rows["id"])]
    for column, others in (("place_id", places), ("part_of", undertakings)):
        links = rows[["id", column]].dropna().merge(others.drop(columns="id"), left_on=column, right_on=others["id"])
        texts.append(_texts(links, _NAMES, links["id"]))
    texts.append(_texts(named, _ORGANISATION, named["record"]))
    texts.append(_texts(cited, _SOURCE, cited["record"]))
    every = pd.concat(texts)
    same = happening(trade_events)
    every.index = pd.Index([same.get(record, record) for record in every.index])
    haystacks: pd.Series = every.groupby(level=0).agg(" ".join).map(fold)
    return haystacks


def _texts(rows: pd.DataFrame, columns: tuple[str, ...], index: pd.Series) -> pd.Series:
    every = rows.filter(regex=f"^({'|'.join(columns)})(_{LANGUAGE})?$")
    texts = [" ".join(value for value in row if isinstance(value, str)) for row in every.itertuples(index=False)]
    return pd.Series(texts, index=index.astype(object).to_numpy(), dtype=object)


def matching(records: pd.DataFrame, texts: pd.Series, query: str) -> pd.DataFrame:
    """Keep the records whose text holds every word of the query; with no words, all of them.

    A word is found where another begins with it; in a script that sets no spaces, anywhere.
    """
    needles = [
        re.compile(_WORD + re.escape(word) if _WORDED.match(word) else re.escape(word)) for word in fold(query).split()
    ]
    return records[[all(needle.search(texts.get(record, "")) for needle in needles) for record in records["id"]]]


def neighbours(records: pd.DataFrame, record: str) -> tuple[str | None, str | None]:
    """Give the records before and after one in the order of the list; None at its ends."""
    ids = records["id"].tolist()
    index = ids.index(record)
    return (ids[index - 1] if index else None, ids[index + 1] if index + 1 < len(ids) else None)
