"""Tables whose cells were glued together, with their truth known: arms and interventions; outcomes.

Names, doses and descriptions have the shapes that registries print, put together at random from the words
of glued_words.json. A table is the rows that one page prints, with the page's own list of interventions: in
full, in part, or lost.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

Row = tuple[str, ...]
WORDS: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("glued_words.json").read_text(encoding="utf-8")
)

NO_DESCRIPTION, SHUFFLED, NO_FRAME = 0.1, 0.4, 0.03
"""How often an arm has a dash for a description, rows do not stand arm by arm, an outcome has no frame."""


@dataclass(frozen=True, slots=True)
class ArmRows:
    """The rows of a table of arms, and the names of the page's own list of interventions."""

    rows: tuple[Row, ...]
    listed: tuple[str, ...]


def arm_table(random: Random) -> ArmRows:
    """A table of one to four arms that are given one to four interventions each."""
    pool = random.sample(WORDS["drugs"] + WORDS["others"], random.randint(1, 5))
    labels = _labels(random, pool, random.choice((1, 2, 2, 2, 3, 4)))
    rows: list[Row] = []
    for label in labels:
        given = random.sample(pool, random.randint(1, min(len(pool), random.choice((1, 1, 2, 4)))))
        described = "-" if random.random() < NO_DESCRIPTION else _description(random, label, given)
        rows += [(label, name, described) for name in given]
    if random.random() < SHUFFLED:
        random.shuffle(rows)
    used = [name for name in pool if any(row[1] == name for row in rows)]
    share = random.choices((1.0, 0.5, 0.0), weights=(6, 1, 3))[0]
    return ArmRows(tuple(rows), tuple(used[: round(len(used) * share)]))


def _joined(random: Random, names: Sequence[str]) -> str:
    return random.choice((" and ", " + ", " plus ", "/")).join(names)


def _numbered(random: Random, names: Sequence[str]) -> str:
    return f"{random.choice(('Arm A', 'Group 1', 'Cohort 2', 'Experimental', 'Arm 1'))}: {names[0]}"


def _bracketed(random: Random, names: Sequence[str]) -> str:
    return f"{random.choice(('Arm I', 'Group B', 'Arm C'))} ({names[0].lower()})"


def _qualified(random: Random, names: Sequence[str]) -> str:
    return f"{names[0]} {random.choice(('only', 'alone', 'group', 'arm', 'low dose', '10 mg'))}"


_LABELS: dict[Callable[[Random, Sequence[str]], str], int] = {
    (lambda random, _: random.choice(WORDS["plain_labels"])): 45,
    (lambda _, names: names[0]): 15,
    _joined: 15,
    _numbered: 13,
    _bracketed: 7,
    _qualified: 5,
}
"""Shapes of labels, and how often each is met."""


def _labels(random: Random, pool: Sequence[str], count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        names = random.sample(list(pool), min(len(pool), 2))
        (shape,) = random.choices(list(_LABELS), weights=list(_LABELS.values()))
        found[shape(random, names)] = None
    return list(found)


_DESCRIPTIONS: dict[str, int] = {
    "Patients receive {first} {dose}.": 25,
    "{first} {dose}": 20,
    "Participants in the {label} will be given {names}, {dose}. Follow-up lasts one year.": 10,
    "{Dose}": 10,
    "{first}: {dose}; tablets are taken with water (200 mL)": 5,
    "{care}": 30,
}
"""Shapes of descriptions, and how often each is met."""


def _description(random: Random, label: str, given: Sequence[str]) -> str:
    dose = " ".join(random.choice(WORDS[part]) for part in ("doses", "how", "often", "long")).strip()
    (shape,) = random.choices(list(_DESCRIPTIONS), weights=list(_DESCRIPTIONS.values()))
    return shape.format(
        first=given[0],
        dose=dose,
        label=label,
        names=" and ".join(given),
        Dose=dose[0].upper() + dose[1:],
        care=random.choice(WORDS["care"]),
    )


def outcome_rows(random: Random, frames: Sequence[str]) -> tuple[Row, ...]:
    """Two to nine rows of measure and time frame; several share a frame, a few have none."""
    used = random.sample(list(frames), random.randint(1, 3))
    measures = random.sample(WORDS["measures"], random.randint(2, 9))
    return tuple((measure, "" if random.random() < NO_FRAME else random.choice(used)) for measure in measures)
