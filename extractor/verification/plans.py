"""The plan of each field: made once for a process, since no page changes it."""

from extractor.records.declare import Check, declarations
from extractor.records.times import Age
from extractor.verification.case import SILENT, Case, Plan, Say
from extractor.verification.contexts import Context, Shape, words_field
from extractor.verification.homes import homes_of
from extractor.verification.misfits import objections
from extractor.verification.own_trial import OF_THIS_TRIAL
from extractor.verification.page import Place
from extractor.verification.registry import KINDS, bound_rule


def plan_of(context: Context, name: str) -> Plan:
    """The plan of a field of an object."""
    plans = context.shape.plans
    plan: Plan | None = plans.get(name)
    if plan is None:
        plan = plans[name] = _made(context.shape, name, context.item[0] if context.item else None)
    return plan


def _made(shape: Shape, name: str, family: str | None) -> Plan:
    """The plan of a field of objects of a shape; `family` is the list of the record that they stand in."""
    path = f"{shape.path}/{name}"
    check: Check = declarations(shape.model)[name].check
    return Plan(
        path=path,
        check=check,
        bound=bound_rule(shape, name),
        rule=KINDS.get(check, _silent),
        objections=objections(path, check, family),
        hint=words_field(shape.model, name),
        homes=homes_of(path),
        is_age=shape.model is Age,
        of_this_trial=path.startswith(OF_THIS_TRIAL),
    )


def _silent(_case: Case, _place: Place) -> Say:
    return SILENT
