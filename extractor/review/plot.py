"""Plots of shares with their intervals, as SVG."""

from collections.abc import Sequence

from extractor.evaluation.reporting.figure import Figure
from extractor.evaluation.table import share
from extractor.review.markup import Markup, element

_AXIS, _COUNT, _ROW, _TOP = 340, 70, 24, 26
_LETTER, _LONGEST = 7.2, 32
"""The width of a letter, and how many of a name are shown."""


def plot(title: str, rows: Sequence[tuple[str, Figure, Figure | None]]) -> Markup:
    """A dot for each share with a line for its interval, and a mark for the ceiling where there is one."""
    left = _LETTER * min(_LONGEST, max((len(name) for name, _, _ in rows), default=0)) + 16
    return _Plot(left, len(rows)).drawn(title, rows)


class _Plot:
    """The places of one plot: names take `left`, then come the axis and the shares as numbers."""

    def __init__(self, left: float, rows: int) -> None:
        self.left = left
        self.height = _TOP + _ROW * rows + 8

    def drawn(self, title: str, rows: Sequence[tuple[str, Figure, Figure | None]]) -> Markup:
        width = self.left + _AXIS + _COUNT
        shapes = [element("title", title), *self._grid()]
        for at, (name, figure, ceiling) in enumerate(rows):
            shapes += self._row(_TOP + _ROW * (at + 0.5), name, figure, ceiling)
        box = f"0 0 {width:g} {self.height:g}"
        return element("svg", *shapes, viewBox=box, width=width, class_="plot", role="img", aria_label=title)

    def _x(self, value: float) -> float:
        return round(self.left + _AXIS * value, 1)

    def _grid(self) -> list[Markup]:
        found = []
        for tenth in range(0, 11, 2):
            x = self._x(tenth / 10)
            found.append(element("line", x1=x, x2=x, y1=_TOP - 6, y2=self.height - 4, class_="grid"))
            label = element("text", f"{tenth / 10:g}", x=x, y=_TOP - 11, class_="tick", text_anchor="middle")
            found.append(label)
        return found

    def _row(self, y: float, name: str, figure: Figure, ceiling: Figure | None) -> list[Markup]:
        label = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        told = [element("text", label, x=self.left - 8, y=y + 4, text_anchor="end", class_="name")]
        if ceiling and ceiling.value is not None:
            told.append(element("path", d=f"M{self._x(ceiling.value)} {y - 7}v14", class_="ceiling"))
        if figure.value is not None:
            told.append(element("g", _tip(name, figure), *self._marks(y, figure.value, figure)))
        number = element("text", share(figure.value), x=self._x(1) + 12, y=y + 4, class_="count")
        return [*told, number]

    def _marks(self, y: float, value: float, figure: Figure) -> list[Markup]:
        marks = [element("circle", cx=self._x(value), cy=y, r=4.5, class_="dot")]
        if figure.low is not None and figure.high is not None:
            ends = {"x1": self._x(figure.low), "x2": self._x(figure.high)}
            marks.insert(0, element("line", y1=y, y2=y, class_="interval", **ends))
        return marks


def _tip(name: str, figure: Figure) -> Markup:
    interval = (
        f", 95 % interval {share(figure.low)} to {share(figure.high)}" if figure.low is not None else ""
    )
    note = f" ({figure.note})" if figure.note else ""
    return element("title", f"{name}: {share(figure.value)}{interval}, {figure.n_documents} documents{note}")
