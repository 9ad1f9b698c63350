"""The command `extractor`: finds the command named, runs it, turns errors into one line and an exit code.

Exit codes: 0 fine, 1 a gate failed, 2 bad usage or input, 3 too few documents for a gate to tell,
4 a recording lacks an answer or was altered, 5 some pages failed.
"""

import logging
import sys
from importlib import import_module

import click

from extractor.cli.standard_error import heedless_errors
from extractor.cli.terminal import plain
from extractor.compiled import compiled
from extractor.errors import ExtractorError, RecordingError

COMMANDS = {
    "extract": "Read pages and print what they say, with the words it came from.",
    "run": "Read many pages as a job that can be continued.",
    "eval": "Score a reader against gold.",
    "gold": "Doubt gold, decide, and see what it changes.",
    "compare": "Compare two runs over the same pages.",
    "review": "Show a run as one HTML page.",
    "verify": "Hold a draft against its page and print the Extraction.",
    "explain": "Say why a value was accepted or refused.",
    "batch": "Ask a model through a provider's batch files.",
    "cache": "Look after the answers of models that are kept.",
    "schema": "Write or check the published JSON Schemas.",
}
"""Name and one line for each command; the module of the same name holds it, imported when it is called."""

_BUILD = " (compiled)" if compiled() else ""


class Commands(click.Group):
    """Imports a command's module only when the command is called, so that `--help` stays quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of `--help`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a name, or None."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"extractor.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest name for one that does not exist."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = _nearest(args[0])
            if near is None:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near!r}?", ctx) from error


def _nearest(name: str) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only a typo needs it

    found = get_close_matches(name, COMMANDS, n=1)
    return found[0] if found else None


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(
    package_name="trial-extractor", prog_name="extractor", message=f"%(prog)s, version %(version)s{_BUILD}"
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.option("-v", "--verbose", is_flag=True, help="Say more on standard error.")
@click.pass_context
def cli(ctx: click.Context, *, debug: bool, verbose: bool) -> None:
    """Clinical-trial pages in, typed trial records out, every value tied to the words it came from."""
    ctx.obj = debug
    logging.basicConfig(
        level=logging.INFO if verbose else logging.WARNING, format="extractor: %(message)s", stream=sys.stderr
    )


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    with heedless_errors():
        code = _code(arguments)
    sys.exit(code)


def _code(arguments: list[str] | None) -> int:
    debug = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    try:
        code = cli.main(args=arguments, prog_name="extractor", standalone_mode=False)
    except click.exceptions.Abort:
        _fail("interrupted; nothing was left half written")
        code = 130
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (ExtractorError, OSError) as error:
        if debug:
            raise
        _fail(str(error))
        code = 4 if isinstance(error, RecordingError) else 2
    return code if isinstance(code, int) else 0


def _fail(message: str) -> None:
    click.echo(f"extractor: {plain(message)}", err=True)
