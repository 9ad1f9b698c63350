"""The example in docs/normalisation.md runs and gives what it says."""

import re
from pathlib import Path
from typing import Any

DOCUMENT = Path(__file__).parents[1] / "docs" / "normalisation.md"
BLOCK = re.compile(r"(?:^    .*\n|^\n(?=    ))+", re.MULTILINE)


def test_the_example_reads_what_its_comments_say() -> None:
    match = BLOCK.search(DOCUMENT.read_text(encoding="utf-8"))
    assert match is not None
    known: dict[str, Any] = {}
    lines = [line[4:] for line in match.group().splitlines()]
    exec("\n".join(lines), known)
    dose = known["dose"]
    assert known["text"][slice(*dose.dose.unit_strength)] == "200mg tablet"
    assert (dose.dose.units_per_dose, dose.route_norm, dose.doses_per_day) == (2, "ORAL", 1)
    frame = known["time_frame"]("Baseline, 4 weeks, and until end of study (up to 52 weeks)")
    assert ([point.value for point in frame.points], frame.longest and frame.longest.value) == ([4], 52)
    assert "# points: 4 WEEK; longest: 52 WEEK" in lines
