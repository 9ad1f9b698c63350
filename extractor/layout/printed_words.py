"""Where a verbatim value of a draft stands on its page, and the words of its parts."""

from dataclasses import dataclass

from extractor.records.draft import Draft, Quote


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """A verbatim value with the places it was read from, None for one whose place no reader named."""

    text: str
    starts: tuple[int | None, ...]

    def quotes(self, start: int, end: int) -> list[Quote]:
        """The words `text[start:end]`, at each place."""
        words = self.text[start:end]
        return [
            Quote(text=words, start=None if place is None else place + start)
            for place in self.starts or (None,)
        ]


def printed_words(draft: Draft, pointer: str, value: str | None) -> PrintedWords | None:
    """The words of a value, or None where it has none."""
    if not value:
        return None
    own = [quote.start for quote in draft.quotes.get(pointer, []) if quote.text == value]
    return PrintedWords(value, tuple(dict.fromkeys(own)))
