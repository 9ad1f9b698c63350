"""Evidence as JSON text, written by hand: a page has hundreds of it, and pydantic takes far longer."""

from collections.abc import Iterable
from json.encoder import encode_basestring as quoted

_NONE = '"evidence":{}'


def span_text(quote: str, start: int, end: int) -> str:
    """A span."""
    return f'{{"quote":{quoted(quote)},"start":{start},"end":{end}}}'


def entry_text(pointer: str, status: str, spans: Iterable[str], offered: str | None, rule: str | None) -> str:
    """The evidence of one value behind its pointer; `spans` as `span_text` writes them."""
    words = "" if offered is None else f',"offered":{quoted(offered)}'
    why = "" if rule is None else f',"rule":{quoted(rule)}'
    return f'{quoted(pointer)}:{{"status":"{status}","spans":[{",".join(spans)}]{words}{why}}}'


def shown_text(pointer: str, status: str, quote: str, start: int, end: int, rule: str) -> str:
    """The same for a value that one span shows, as most do, in one piece."""
    span = f'{{"quote":{quoted(quote)},"start":{start},"end":{end}}}'
    return f'{quoted(pointer)}:{{"status":"{status}","spans":[{span}],"rule":{quoted(rule)}}}'


def with_evidence(extraction: str, entries: list[str]) -> str:
    """The JSON of an Extraction without evidence, with it. Raises UnicodeEncodeError for what is no text."""
    text = ",".join(entries)
    text.encode()
    # Quotation marks inside texts are escaped: what is found is the field.
    before, _, after = extraction.partition(_NONE)
    return f'{before}"evidence":{{{text}}}{after}'
