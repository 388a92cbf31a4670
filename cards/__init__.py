"""The vocabulary of a page: what views write, ui draws and exports keep."""

from cards.briefing import Briefing
from cards.charts import Chart, KeyMark
from cards.controls import Downloads, File, Pager, Search, Switch
from cards.deck_editor import DeckEditor
from cards.links import Link, Source
from cards.statements import Finding, Findings, Headline, Notice, Prose, Strip, Title
from cards.tables import Cell, Column, Details, Pair, RecordCard, Records, Sheet, Table

Card = (
    Title
    | Strip
    | Findings
    | Chart
    | Sheet
    | Records
    | Prose
    | Notice
    | Details
    | Switch
    | Search
    | Pager
    | Downloads
    | DeckEditor
)
