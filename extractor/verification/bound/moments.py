"""Time points and follow-up of outcomes, read from the time frame."""

from extractor.normalise.time_frames import max_follow_up, time_points
from extractor.verification.case import Case, Say


def says(case: Case, text: str) -> Say:
    """Whether the time frame names this moment, or this longest follow-up."""
    wanted = (case.sibling("value"), case.sibling("unit"))
    if case.context.below == "max_follow_up":
        span = max_follow_up(text)
        found = {(span.value, span.unit)} if span else set()
    else:
        found = {(span.value, span.unit) for span in time_points(text)}
    shown = ", ".join([f"{value} {unit}" for value, unit in sorted(found)])
    return Say(wanted in found, f"the time frame names {shown or 'no such time'}")
