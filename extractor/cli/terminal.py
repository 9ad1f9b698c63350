"""Text of pages and errors as it may reach a terminal: control characters are escaped."""

import unicodedata

_KEPT = frozenset("\t")


def plain(text: str, *, newlines: bool = False) -> str:
    """Escape control, bidi and other invisible characters; with `newlines`, line ends stay."""
    return "".join(
        character
        if character in _KEPT or (newlines and character == "\n") or not _invisible(character)
        else _escaped(character)
        for character in text
    )


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _escaped(character: str) -> str:
    return character.encode("unicode_escape", errors="surrogatepass").decode("ascii")
