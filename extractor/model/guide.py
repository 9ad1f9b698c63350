"""The field guide: what every key of an answer means, written from exactly what a pass asks."""

from collections.abc import Iterator

from extractor.model.wire.columns import Column
from extractor.model.wire.forms import PassForm
from extractor.model.wire.shapes import WireObject


def field_guide(form: PassForm) -> str:
    """One section for each object of the answer, one line for each of its keys, as Markdown."""
    return "\n\n".join("\n".join(_section(one)) for one in form.objects())


def _section(one: WireObject) -> Iterator[str]:
    yield f"### {one.title}"
    if one.doc:
        yield one.doc
    yield ""
    for column in one.columns:
        yield f"- `{column.name}` ({_kind(column)}): {column.description}"
        if column.values_remark:
            yield f"  {column.values_remark}"


def _kind(column: Column) -> str:
    return f"{column.kind}, or null" if column.nullable else column.kind
