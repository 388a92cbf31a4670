"""The parts of a briefing in the order of the paper: findings, charts, tables, sources, and the questions that gaps raise."""

from dataclasses import replace
from functools import cached_property
from itertools import compress

import pandas as pd

import charts.stage
import charts.theme
import queries.briefing
import queries.figures
import queries.gaps
import queries.partners
import queries.records
import queries.sources
from cards import Cell, Chart, Findings, KeyMark, Prose, Sheet
from queries.records import DIRECTIONS
from views.context import Context
from views.overview import findings
from views.students import index
from views.students.figures import StudentFigures
from views.timeline import both_ways
from views.wording.tables import by_name

_TIDE = ("", "education")  # briefings that draw the students' chart
_UPPER = 260  # px: as much of A4 as two pages leave to that chart
_OWN = {"education": "students", "trade": "trade"}  # the page of figures that belongs to a sector
_LATEST, _LATEST_BESIDE, _PARTNERS, _PUBLISHERS = 8, 4, 6, 5  # what two pages hold; beside a second chart, less

Part = Findings | Chart | Sheet | Prose


class Brief(Context):
    """Hold what every part of one briefing looks up."""

    @property
    def sector(self) -> str:
        """Name the sector that the briefing is on; blank for the whole."""
        return "".join(self.choices.sectors)  # one at most

    @cached_property
    def records(self) -> pd.DataFrame:
        """Give the exchanges that the briefing counts."""
        return self.records_of("exchanges")

    @property
    def compared(self) -> bool:
        """Tell whether there are records enough to be compared."""
        return len(self.records) >= findings.MIN_COMPARED

    def cards(self) -> list[Part]:
        """Give the parts in the order of the paper."""
        own = self._findings()
        parts: list[Part] = [own] if own.findings else []
        if self.compared:
            parts.append(self._both_ways())
            parts += [self._latest(), *self._partners()] if self.sector else [self._sectors()]
        else:
            parts.append(self._list("every", self.words("record.held", n=len(self.records)), self.records))
        return [*parts, *self._tide(), self._caveats(), self._questions(), self._sources()]

    def _findings(self) -> Findings:
        """Keep the findings that belong to the sector: those of records, and of its own figures."""
        pages = ("timeline", "record", _OWN.get(self.sector, ""))
        every = findings.compute(self, self.records)
        own = tuple(each for each in every if not self.sector or each.link.page in pages)
        return Findings(heading=self.words("findings.title"), subtitle="", findings=own)

    def _both_ways(self) -> Chart:
        """Draw the chart of records; its table counts them by runs of years, as a list of all would fill pages."""
        words, card = self.words, both_ways.card(self)
        rows = (
            {**row, "years": words("filter.span", first=str(row["first"]), last=str(row["last"]))}
            for row in queries.briefing.by_span(self.records, self.span).to_dict("records")
        )
        heads = ("filter.years", *(f"direction.{name}" for name in DIRECTIONS), "table.records")
        table = by_name(words, words("briefing.spans"), heads, rows, numbers={*DIRECTIONS, "records"})
        return replace(card, table=table, notes=(), marks=self._marks(card))

    def _marks(self, card: Chart) -> tuple[KeyMark, ...]:
        """Explain the marks that are drawn: of one sector, its own colour alone."""
        if not self.sector:
            return card.marks
        colour = charts.theme.sector_colour(self.sector)
        own = KeyMark(shape="dot", colour=colour, label=self.words(f"sector.{self.sector}"))
        return (own, *(mark for mark in card.marks if mark.shape != "dot"))

    def _sectors(self) -> Sheet:
        words, heading = self.words, self.words("briefing.sectors")
        numbers = ("records", "plans", "single", "latest_year")
        rows = (
            {
                **row,
                "sector": words(f"sector.{row['sector']}"),
                "latest_year": Cell(text=str(row["last"]), value=int(row["last"])),
            }
            for row in queries.briefing.by_sector(self.records, self.catalogue.cited).to_dict("records")
        )
        heads = ("table.sector", *(f"briefing.head.{name}" for name in numbers))
        table = by_name(words, heading, heads, rows, numbers=numbers)
        return Sheet(key="sectors", heading=heading, subtitle=words("briefing.sectors_lead"), table=table)

    def _latest(self) -> Sheet:
        latest = queries.briefing.latest(self.records, _LATEST_BESIDE if self.sector in _TIDE else _LATEST)
        heading = self.words("briefing.latest", n=len(latest), all=len(self.records))
        return self._list("latest", heading, latest)

    def _partners(self) -> list[Sheet]:
        """List the partners named most, where no second chart takes the room."""
        words, heading = self.words, self.words("briefing.partners")
        named = self._named(_PARTNERS).drop_duplicates("organisation_id").to_dict("records")
        if self.sector in _TIDE or not named:
            return []
        rows = ({"partner": words.of(row, "name"), "records": row["total"]} for row in named)
        table = by_name(words, heading, ("who.partner", "table.records"), rows, numbers={"records"})
        return [Sheet(key="partners", heading=heading, subtitle=words("briefing.partners_lead"), table=table)]

    def _named(self, top: int) -> pd.DataFrame:
        councils = (self.package.partnership.home.council, self.package.partnership.away.council)
        return queries.partners.by_sector(self.records, self.catalogue.named, leave_out=councils, top=top)

    def _list(self, key: str, heading: str, records: pd.DataFrame) -> Sheet:
        """List records with who says so; on paper their titles lead nowhere."""
        table = self.catalogue.table(records, heading, ("table.date", "table.title", "table.form", "table.source"))
        plain = tuple(tuple(Cell(text=cell.text) for cell in row) for row in table.rows)
        subtitle = self.words("briefing.listed_lead")
        return Sheet(key=key, heading=heading, subtitle=subtitle, table=replace(table, rows=plain))

    def _tide(self) -> list[Chart]:
        """Draw the students' chart without the boxes beneath, which its table tells as well; and the values alone there."""
        card = index.card(StudentFigures.of(self)) if self.sector in _TIDE else None
        if not isinstance(card, Chart):
            return []
        words, table = self.words, card.table
        shares = {words("students.index.column", name=column.label) for column in table.columns}
        kept = [column.label not in shares for column in table.columns]
        rows = tuple(tuple(compress(row, kept)) for row in table.rows)
        first, last = rows[0][0].text, rows[-1][0].text
        return [
            replace(
                card,
                draw=lambda **_: charts.stage.leading(card.figure, height=_UPPER),
                alt=words.stated(words("students.index.alt", first=first, last=last), card.summary),
                table=replace(table, columns=tuple(compress(table.columns, kept)), rows=rows),
                notes=(),
            )
        ]

    def _caveats(self) -> Prose:
        words = self.words
        points = [words("briefing.caveat.counts"), words("direction.caution"), words("briefing.caveat.plans")]
        points += [words("briefing.caveat.money")] if self.sector in ("", "trade") else []
        wider = queries.records.chosen(self.package.frame("exchanges"), sectors=self.choices.sectors, wider=True)
        aside = len(wider) - len(self.records)
        points += [words("briefing.caveat.wider", n=aside)] if aside else []
        return Prose(heading=words("briefing.caveats"), points=tuple(points))

    def _questions(self) -> Prose:
        """Ask what the gaps and cautions of these records leave open; a gap that is not there asks nothing."""
        words, total = self.words, len(self.records)
        rest = queries.sources.resting(self.catalogue.cited, self.records["id"])
        unsure = queries.briefing.unsure(self.records)
        counts = {"one_source": rest["one"], "away": rest["away"], **unsure}
        points = [words(f"briefing.question.{name}", n=n, all=total) for name, n in counts.items() if n]
        if blank := queries.records.empty_years(self.records, self.complete_span):
            years = words.listed(self._run(run) for run in queries.gaps.spans(blank))
            points.insert(0, words("briefing.question.blank", years=years))
        return Prose(heading=words("briefing.questions"), points=(*points, *self._partner(), *self._absences()))

    def _run(self, run: tuple[int, int]) -> str:
        key = "filter.one_year" if run[0] == run[1] else "briefing.run"
        return self.words(key, first=str(run[0]), last=str(run[1]))

    def _partner(self) -> list[str]:
        """Ask beyond the partner named most, where there is one and no two share that place."""
        counts = self._named(2)
        totals = counts.drop_duplicates("organisation_id")["total"].tolist()
        if not self.compared or not totals or totals[0] == max(totals[1:], default=0):
            return []
        row = counts.iloc[0].to_dict()
        name = self.words.of(row, "short_name") or self.words.of(row, "name")
        return [self.words("briefing.question.partner", name=name, n=int(row["total"]), all=len(self.records))]

    def _absences(self) -> list[str]:
        words, points = self.words, []
        held, periods = findings.held_of(self)
        if self.sector in ("", "education") and held < periods:
            points.append(words("briefing.question.students", n=held, of=periods))
        if self.sector in ("", "trade"):
            points.append(words("briefing.question.trade"))
        return points

    def _sources(self) -> Sheet:
        """Name the publishers behind most of the records, and the sources of the figures that are stated."""
        words = self.words
        stated = findings.exports(self)["source_id"] if self.sector in ("", "trade") else ()
        publishers = queries.briefing.publishers(self.catalogue.cited, self.records, _PUBLISHERS).to_dict("records")
        rows = (
            {**row, "publisher": words.of(row, "publisher"), "kind": words(f"publisher.{row['publisher_kind']}")}
            for row in publishers
        )
        heads = ("record_page.source.publisher", "record_page.source.kind", "table.records")
        return Sheet(
            key="sources",
            heading=words("briefing.sources"),
            subtitle=self.catalogue.basis(self.records),
            table=by_name(words, words("briefing.publishers", n=len(publishers)), heads, rows, numbers={"records"}),
            sources=self.catalogue.sources_named(stated),
            notes=(words("briefing.each"),),
        )
