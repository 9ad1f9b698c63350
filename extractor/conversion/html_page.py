"""An HTML page as text: a line for each row of a table, with tabs between its cells."""

import re
from importlib.metadata import version

from extractor.conversion.converted import Converted

# It begins where a run of blanks begins and takes the run whole, so that a long run is read once.
_PADDING = re.compile(r"(?<! ) ++(?=[\t\n]|\Z)")
"""Blanks that fill a cell up to the width of its column: the converter's, not the page's."""


def html_text(html: str) -> Converted:
    """The text of a page as a person sees it, without the blanks that align columns."""
    # Imported here: lxml costs a tenth of a second that text pages need not pay.
    from inscriptis import get_text  # noqa: PLC0415
    from inscriptis.css_profiles import CSS_PROFILES  # noqa: PLC0415
    from inscriptis.html_properties import VerticalAlignment  # noqa: PLC0415
    from inscriptis.model.config import ParserConfig  # noqa: PLC0415
    from inscriptis.model.html_element import HtmlElement  # noqa: PLC0415

    # A label stands beside the first line of its value, not beside the middle one.
    top = {tag: HtmlElement(tag=tag, valign=VerticalAlignment.top) for tag in ("td", "th")}
    css = {**CSS_PROFILES["relaxed"], **top}
    text: str = get_text(html, ParserConfig(css=css, table_cell_separator="\t"))
    return Converted(_PADDING.sub("", text), f"inscriptis {version('inscriptis')}, unpadded")
