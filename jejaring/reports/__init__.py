"""Reports: what the graph says of how two entities connect, gathered once and written out in a format."""

from jejaring.reports.data import Fact, Footnote, Moment, ReportData, Source, report
from jejaring.reports.markdown import markdown

__all__ = ["Fact", "Footnote", "Moment", "ReportData", "Source", "markdown", "report"]
