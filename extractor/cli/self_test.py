"""What `extractor eval --self-test` says."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from extractor.evaluation.self_test import SelfTest


def show(result: "SelfTest") -> int:
    """Print a self-test of the scorer; its exit code, 1 where a relation does not hold."""
    for one in result.violations:
        click.echo(f"{one.relation} does not hold: extractor eval --self-test 1 --seed {one.seed}")
    click.echo(f"{result.pairs} pairs, {result.checks} relations asked, {len(result.violations)} violations")
    return 1 if result.violations else 0
