"""Ways to break a page: each takes its lines and a source of chance and gives the lines of another page."""

import re
from collections.abc import Callable
from random import Random

from abstaining.words import COMMENTS, FURNITURE, GARBLE, TRANSLATED
from extractor.normalise.terms import lookup

Break = Callable[[list[str], Random], list[str]]
_LABEL = re.compile(r"(?P<label>[A-Z][\w /()&-]{2,40}):(?=\s|$)")
_SHARE = 0.3
"""Of lines, or of headings, that are broken."""
_LONGEST_HEADING = 60


def is_heading(line: str) -> bool:
    """Whether a line is a heading that the shipped table knows."""
    text = line.strip().removesuffix(":")
    return 0 < len(text) <= _LONGEST_HEADING and lookup("headings", text) is not None


def cut(lines: list[str], chance: Random) -> list[str]:
    """The page ends somewhere."""
    return lines[: max(1, int(len(lines) * chance.uniform(0.15, 0.95)))]


def beginning_lost(lines: list[str], chance: Random) -> list[str]:
    """The page begins somewhere."""
    return lines[int(len(lines) * chance.uniform(0.05, 0.7)) :]


def middle_lost(lines: list[str], chance: Random) -> list[str]:
    """A run of lines is missing."""
    first = int(len(lines) * chance.uniform(0.05, 0.8))
    return lines[:first] + lines[first + int(len(lines) * chance.uniform(0.05, 0.4)) :]


def lines_joined(lines: list[str], chance: Random) -> list[str]:
    """Some lines go on with the next one; blank lines between them are lost."""
    found: list[str] = []
    for line in lines:
        if found and line.strip() and found[-1].strip() and chance.random() < _SHARE:
            found[-1] += f" {line.strip()}"
        elif line.strip() or chance.random() > _SHARE:
            found.append(line)
    return found


def blanks_lost(lines: list[str], _: Random) -> list[str]:
    """No blank line is left."""
    return [line for line in lines if line.strip()]


def headings_lost(lines: list[str], chance: Random) -> list[str]:
    """Some headings are missing."""
    return [line for line in lines if not is_heading(line) or chance.random() > _SHARE]


def all_headings_lost(lines: list[str], _: Random) -> list[str]:
    """All headings are missing."""
    return [line for line in lines if not is_heading(line)]


def headings_garbled(lines: list[str], chance: Random) -> list[str]:
    """Some headings read otherwise, in words that stand in no table."""
    return [
        chance.choice(GARBLE) if is_heading(line) and chance.random() < _SHARE else line for line in lines
    ]


def headings_translated(lines: list[str], chance: Random) -> list[str]:
    """All headings and labels that have one read in another language."""
    words = chance.choice(list(TRANSLATED.values()))

    def translated(line: str) -> str:
        if is_heading(line):
            name = lookup("headings", line.strip().removesuffix(":"))
            return words.get(name or "", line)
        match = _LABEL.match(line)
        name = lookup("headings", match.group("label")) if match else None
        return f"{words[name]}{line[match.end() - 1 :]}" if match and name in words else line

    return [translated(line) for line in lines]


def furniture_mixed_in(lines: list[str], chance: Random) -> list[str]:
    """Lines of a web site stand between those of the page."""
    found: list[str] = []
    for line in lines:
        found.append(line)
        if chance.random() < _SHARE / 3:
            found += [*chance.choice(([""], [])), chance.choice(FURNITURE), *chance.choice(([""], []))]
    return found


def columns_interleaved(lines: list[str], _: Random) -> list[str]:
    """The second half of the page stands beside the first, line by line."""
    middle = (len(lines) + 1) // 2
    right = lines[middle:] + [""] * (2 * middle - len(lines))
    return [f"{a}    {b}".rstrip() for a, b in zip(lines[:middle], right, strict=True)]


def halves_alternating(lines: list[str], _: Random) -> list[str]:
    """Lines of the two halves alternate, as two columns read across."""
    middle = (len(lines) + 1) // 2
    return [line for pair in zip(lines[:middle], [*lines[middle:], ""], strict=False) for line in pair]


def lines_shuffled(lines: list[str], chance: Random) -> list[str]:
    """No line stands where it stood."""
    return chance.sample(lines, len(lines))


def one_line(lines: list[str], _: Random) -> list[str]:
    """All line breaks are lost."""
    return [" ".join(line.strip() for line in lines if line.strip())]


def upper_case(lines: list[str], _: Random) -> list[str]:
    """Everything is printed in capitals."""
    return [line.upper() for line in lines]


def neighbours_swapped(lines: list[str], chance: Random) -> list[str]:
    """Some lines stand below the next one, as rows of a table do that was read out of its order."""
    found = list(lines)
    at = 0
    while at < len(found) - 1:
        if found[at].strip() and found[at + 1].strip() and chance.random() < _SHARE / 3:
            found[at], found[at + 1] = found[at + 1], found[at]
            at += 1
        at += 1
    return found


def part_twice(lines: list[str], chance: Random) -> list[str]:
    """A run of lines stands twice, as where pages of a print overlap."""
    first = int(len(lines) * chance.uniform(0, 0.7))
    last = first + int(len(lines) * chance.uniform(0.1, 0.5))
    return lines[:last] + lines[first:]


def printed_pages(lines: list[str], chance: Random) -> list[str]:
    """A browser's print: the title and the address at the head and foot of each page of paper."""
    length = chance.randint(15, 40)
    title = next(line for line in lines if line.strip())
    found: list[str] = []
    for at in range(0, len(lines), length):
        number = f"{at // length + 1}/{(len(lines) - 1) // length + 1}"
        foot = f"https://trials.example.org/records/77 {number}"
        found += [f"3/14/25, 9:12 AM {title.strip()[:50]}", *lines[at : at + length], foot]
    return found


def readers_below(lines: list[str], chance: Random) -> list[str]:
    """Comments of readers stand below the page."""
    return [*lines, "", f"Comments ({len(COMMENTS)})", "", *chance.sample(COMMENTS, len(COMMENTS))]


def readers_between(lines: list[str], chance: Random) -> list[str]:
    """A comment of a reader stands somewhere on the page."""
    at = chance.randrange(len(lines))
    return [*lines[:at], "", chance.choice(COMMENTS), "", *lines[at:]]


BREAKS: dict[str, Break] = {
    "cut": cut,
    "beginning lost": beginning_lost,
    "middle lost": middle_lost,
    "lines joined": lines_joined,
    "blank lines lost": blanks_lost,
    "headings lost": headings_lost,
    "all headings lost": all_headings_lost,
    "headings garbled": headings_garbled,
    "headings translated": headings_translated,
    "furniture mixed in": furniture_mixed_in,
    "columns interleaved": columns_interleaved,
    "halves alternating": halves_alternating,
    "lines shuffled": lines_shuffled,
    "one line": one_line,
    "capitals": upper_case,
    "neighbours swapped": neighbours_swapped,
    "part twice": part_twice,
    "printed pages": printed_pages,
    "comments below": readers_below,
    "comment between": readers_between,
}
"""By name. Two pages in one file and pages of other domains are made apart."""
