"""Where the trial runs."""

from typing import Annotated, ClassVar

from extractor.records.base import RecordModel
from extractor.records.declare import Check, Tier, declare
from extractor.records.people import Contact
from extractor.records.status import OverallStatus


class Location(RecordModel):
    """One site; a site printed twice is one location."""

    alignment_keys: ClassVar[tuple[str, ...]] = ("facility", "city")

    facility: Annotated[str | None, declare("Facility, as printed.", Check.VERBATIM)] = None
    city: Annotated[str | None, declare("City, as printed.", Check.VERBATIM)] = None
    state: Annotated[str | None, declare("State or province, as printed.", Check.VERBATIM)] = None
    country: Annotated[
        str | None, declare("Country, as printed; `Korea, Republic of` is one country.", Check.VERBATIM)
    ] = None
    country_iso2: Annotated[
        str | None,
        declare(
            "ISO 3166-1 code of the country, from the shipped table.",
            Check.NORM,
            words="country",
            tier=Tier.COMPUTED,
        ),
    ] = None
    zip: Annotated[str | None, declare("Postal code, as printed.", Check.VERBATIM)] = None
    status: Annotated[OverallStatus | None, declare("Recruitment status of the site.", Check.ENUM)] = None
    contacts: Annotated[list[Contact], declare("Contacts of the site.")] = []
