from dataclasses import replace

from extractor.model.lint.limits import OPENAI, STRICTEST
from extractor.model.lint.wire import lint_wire
from extractor.model.prompt import load


def test_what_is_sent_has_no_traps() -> None:
    assert lint_wire(OPENAI) == []
    assert lint_wire(STRICTEST) == []


def test_a_trap_says_in_which_plan_and_pass_it_lies() -> None:
    narrow = replace(STRICTEST, ascii_enums=True, keywords=STRICTEST.keywords - {"enum"})
    places = {"/".join(trap.place.split("/")[:2]) for trap in lint_wire(narrow)}
    known = {f"{plan.name}/{asked.name}" for plan in load().plans.values() for asked in plan.passes}
    assert places
    assert places <= known


def test_only_the_sizes_of_the_plan_with_one_pass_are_judged_by_a_wider_limit() -> None:
    traps = lint_wire(replace(STRICTEST, properties=1, keywords=STRICTEST.keywords - {"enum"}))
    one = {trap.rule for trap in traps if trap.place.startswith("one/")}
    others = {trap.rule for trap in traps if not trap.place.startswith("one/")}
    assert one == {"keyword"}
    assert others == {"keyword", "too_many_properties"}
