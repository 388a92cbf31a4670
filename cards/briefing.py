"""Cards set on paper for a committee."""

from dataclasses import dataclass

from cards.charts import Chart
from cards.statements import Findings, Prose
from cards.tables import Sheet


@dataclass(frozen=True, kw_only=True)
class Briefing:
    """Set cards on paper for a committee: what stands above them, the cards in order, the line at the foot.

    `name` is for the file, `address` says where the dashboard stands, blank when nobody has said. `between` stands
    between two sources.
    """

    name: str
    title: str
    lead: str
    cards: tuple[Findings | Chart | Sheet | Prose, ...]
    foot: str
    address: str = ""
    between: str = "; "
