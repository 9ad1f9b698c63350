"""What the fields of a record are called in one file format."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """Where a format keeps what the record holds.

    Names are keys below `root`, parted by `/`; one that begins with `/` counts from the top. Several, parted
    by `|`, are tried in turn, or joined for lists. `fields` are by pointer, `lists` too: the list's name and
    the names of its fields by the record's. Identifiers are an object's name and those of value, type, issuer
    and link. `left_out` are whole paths of fields that are known and not read, with all below them; of
    `results`, which the page heads with `results_heading`, a finding says so.
    """

    layout: str
    root: str
    primary: str
    aliases: str
    organization_id: tuple[str, str, str, str, str]
    secondary_ids: tuple[str, str, str, str, str]
    fields: Mapping[str, str]
    date_type: str
    lead: tuple[str, str, str]
    collaborators: tuple[str, str, str]
    lists: Mapping[str, tuple[str, Mapping[str, str]]]
    arm_labels: str
    outcomes: Mapping[str, str]
    outcome: Mapping[str, str]
    sites: str
    site: Mapping[str, str]
    site_contacts: tuple[str, ...]
    contact: Mapping[str, str]
    countries: str
    references: tuple[str, ...]
    reference: Mapping[str, str]
    criteria: str
    results: str
    results_heading: str
    left_out: tuple[str, ...]

    def type_of(self, date: str) -> str:
        """Where it says whether a date was reached: in an attribute, or beside a date that has a struct."""
        if self.date_type.startswith("@"):
            return f"{date}/{self.date_type}"
        holder, _, name = date.rpartition("/")
        return f"{holder}/{self.date_type}" if name == "date" else ""
