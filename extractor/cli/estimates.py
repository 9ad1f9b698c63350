"""What reading pages with a model may cost, printed."""

from collections.abc import Iterable

import click

from extractor.cli.pages import PageFile
from extractor.cli.terminal import plain
from extractor.model.build import asking_reader
from extractor.model.estimate import HOW, PageEstimate, estimate
from extractor.model.prices import Prices
from extractor.settings import Settings


def show_estimate(settings: Settings, files: Iterable[PageFile]) -> None:
    """Print one line a page and one for all. Nothing is sent, and no key is needed."""
    prices = Prices.load(settings.prices)
    reader = asking_reader(settings)
    found = estimate(reader, (file.load(settings.max_bytes) for file in files), prices)
    currency = prices.currency
    click.echo(f"{'page':<32} {'requests':>9} {'tokens in':>12} {'tokens out':>12} {'cost ' + currency:>12}")
    for page in found.pages:
        click.echo(_line(page.document, page))
    if len(found.pages) > 1:
        click.echo(_line(f"all {len(found.pages)} pages", found.total))
    click.echo(HOW)
    if found.total.cost is None:
        said = f"The model {found.model!r} has no price in the table of {prices.as_of}: its cost is unknown."
        click.echo(plain(said))
    else:
        click.echo(f"Cost by {prices.remark}. {prices.note}".rstrip())


def _line(name: str, page: PageEstimate) -> str:
    cost = "unknown" if page.cost is None else f"{page.cost:.4f}"
    return (
        f"{plain(name)[:32]:<32} {page.requests:>9,} {page.tokens_in:>12,} {page.tokens_out:>12,} {cost:>12}"
    )
