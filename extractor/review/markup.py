"""HTML elements built from text: the one place where text becomes markup."""

import re
from html import escape

_SAFE_LINK = re.compile(r"#[A-Za-z0-9=&%/._~-]*")
_NAMES = frozenset(
    {"a", "b", "circle", "dd", "div", "dl", "dt", "g", "h2", "h3", "line", "p", "path", "section", "small"}
    | {"span", "strong", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr"}
)


class Markup(str):
    """Text that is HTML already."""

    __slots__ = ()


def element(name: str, *content: str, **attributes: str | float) -> Markup:
    """An element; content that is no Markup is escaped, and so is every attribute.

    A last underscore is dropped from the name of an attribute; others become hyphens. Raises ValueError for
    an element that is not among those we write, an attribute that would be code or style, or a link that
    leads out of the page.
    """
    names = {key.rstrip("_").replace("_", "-"): str(value) for key, value in attributes.items()}
    if name not in _NAMES or any(key.startswith("on") or key == "style" for key in names):
        raise ValueError(f"<{name}> with {', '.join(names) or 'no attributes'} is not written here")
    if not _SAFE_LINK.fullmatch(names.get("href", "#")):
        raise ValueError(f"the link {names['href']!r} leads out of the page")
    written = "".join(f' {key}="{escape(value)}"' for key, value in names.items())
    inner = "".join(part if isinstance(part, Markup) else escape(part) for part in content)
    return Markup(f"<{name}{written}>{inner}</{name}>")


def joined(parts: list[Markup]) -> Markup:
    """Pieces of markup, one after the other."""
    return Markup("".join(parts))
