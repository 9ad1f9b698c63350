import io
import re

from rich.console import Console

from extractor.evaluation.report_text import inert, terminal
from extractor.evaluation.table import Table

POINTER = "/eligibility/inclusion/12/constraints/0/parameter_norm"
ERRORS = Table(
    "Errors",
    ("document", "pointer", "outcome", "gold", "why"),
    (("a_page", POINTER, "WRONG", "words " * 20, "because " * 9),),
    words=5,
)
COUNTS = Table(
    "Scores", ("", *(f"column {n}" for n in range(30))), (("overall", *(str(1000 + n) for n in range(30))),)
)


def printed(table: Table, width: int) -> str:
    out = io.StringIO()
    Console(file=out, width=width).print(terminal(["one line"], [table]))
    return out.getvalue()


def test_words_of_pages_are_not_markup_of_the_terminal() -> None:
    table = Table("T", ("", "value"), (("a", "[red]5[/red] mg"),), words=2)
    assert "[red]5[/red] mg" in printed(table, 80)


def test_pointers_stay_whole_at_any_width_that_can_hold_them() -> None:
    for width in (70, 100, 140, 200, 300):
        assert POINTER in printed(ERRORS, width)


def test_where_words_do_not_fit_beside_each_other_they_stand_below_each_other() -> None:
    lines = [line.rstrip() for line in printed(ERRORS, 80).splitlines()]
    assert f"a_page  {POINTER}  WRONG" in lines
    assert any(line.startswith("    gold: words words") for line in lines)


def test_numbers_that_do_not_fit_go_into_a_second_table_and_none_is_cut() -> None:
    for width in (40, 80, 200):
        text = printed(COUNTS, width)
        assert re.findall(r"\b1\d{3}\b", text) == [str(1000 + n) for n in range(30)]
        assert max(map(len, text.splitlines())) <= width
    assert printed(COUNTS, 80).count("overall") > 1


def test_names_of_files_do_not_act_on_a_terminal() -> None:
    table = Table("T", ("", "n"), (("a\x1b[2Jb\u202ec", "1"),))
    assert r"a\x1b[2Jb\u202ec" in printed(table, 80)


def test_a_log_of_github_actions_finds_no_command_in_words_of_pages() -> None:
    assert inert("::error::no") == r":\:error:\:no"
    assert inert("a ##[error]no") == r"a #\#[error]no"
    assert inert("ratio 1:2, # 3") == "ratio 1:2, # 3"
    table = Table("T", ("", "value"), (("a", "::set-output name=x::y ##[group]"),), words=2)
    assert "::" not in printed(table, 200)
    assert "##[" not in printed(table, 200)
