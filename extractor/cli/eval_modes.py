"""What `extractor eval` does instead of reading and scoring, and the options that go with each."""

from dataclasses import dataclass

import click
from click.core import ParameterSource

_FORMS = frozenset({"json_path", "markdown_path", "junit_path", "html_path", "summary_path"})
_SHOWN = frozenset({"fields", "errors", "costs", "baseline", "bless"})


@dataclass(frozen=True, slots=True)
class Mode:
    """One option that changes what the command does, by its parameter, and the parameters that it heeds."""

    name: str
    heeds: frozenset[str]


MODES = (
    Mode("pairs", frozenset({"pairs", "seed"})),
    Mode("folders", frozenset({"folders", "fields"}) | _FORMS),
    Mode("check_gold", frozenset({"check_gold", "suite"})),
    Mode("run_path", frozenset({"run_path", "suite"}) | _FORMS | _SHOWN),
)


def refuse_idle_options(context: click.Context) -> None:
    """Refuse options that the others given make idle: nothing that somebody asks for is passed over.

    Raises click.UsageError.
    """
    given = {
        parameter.name: _shown(parameter)
        for parameter in context.command.params
        if parameter.name and context.get_parameter_source(parameter.name) is ParameterSource.COMMANDLINE
    }
    for mode in MODES:
        if mode.name in given and (idle := sorted(given[name] for name in given.keys() - mode.heeds)):
            raise click.UsageError(f"{given[mode.name]} does nothing with {', '.join(idle)}.")
    for name, needed, shown in (("bless", "baseline", "--baseline DIR"), ("seed", "pairs", "--self-test")):
        if name in given and needed not in given:
            raise click.UsageError(f"{given[name]} needs {shown}.")


def _shown(parameter: click.Parameter) -> str:
    return parameter.opts[0] if isinstance(parameter, click.Option) else "SUITE"
