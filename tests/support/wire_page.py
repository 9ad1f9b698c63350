"""An invented page and the whole answer about it, in the wire form."""

from typing import Any

from wire_answers import answer, row

from extractor.model.wire.forms import PassForm

PAGE = """Trialbook

Marvelimab With Heat for Gizzard Tumour

Phase 2
Registration Number
NCT01234567
Lead Sponsor
Northern Institute of Gizzards
Brief Summary

This randomized trial compares marvelimab plus heat with heat alone.
It takes place in Oslo.

Detailed Description

Not available

Recruitment & Eligibility

Status
COMPLETED
Start Date
2031-04
Target Recruitment
120
Minimum Eligible Age
18 Years
Inclusion Criteria
  • Hb ≥ 9 g/dL
  • ECOG 0-1
  • Any of the following:
    • Child-Pugh class A
    • Bilirubin ≤ 1.5 x ULN
Exclusion Criteria
  • Heart failure > NYHA class 2
  • Bleeding within 3 months before study entry

Arm && Interventions
GroupInterventionDescription
Marvel and heatMarvelimabMarvelimab 200 mg twice daily by mouth for 6 weeks, with heat
Heat onlyHeat-
Primary Outcome Measures
NameTimeMethod
Overall survival24 months

Countries

Norway
"""


def line(words: str) -> int:
    """The number of the line that begins with some words."""
    return next(
        number for number, one in enumerate(PAGE.splitlines(), start=1) if one.strip().startswith(words)
    )


def full_answer(form: PassForm) -> dict[str, Any]:
    """An answer about the page of this file."""

    def said(words: str, value: Any) -> dict[str, Any]:
        return {"words": words, "value": value}

    made = answer(form, brief_title="Marvelimab With Heat for Gizzard Tumour")
    made["identifiers"] = [row(form, "Identifier", value="NCT01234567", scheme="NCT", role="PRIMARY")]
    made["sponsors"] = [
        row(form, "Sponsor", name="Northern Institute of Gizzards", role=said("Lead Sponsor", "LEAD"))
    ]
    made["brief_summary"] = {
        "first": line("This randomized"),
        "last": line("It takes place"),
        "begins": "This randomized trial",
        "ends": "place in Oslo.",
    }
    made["status"] |= {
        "overall_status": said("COMPLETED", "COMPLETED"),
        "start_date": {"words": "2031-04", "date": "2031-04", "type": None},
    }
    made["design"] |= {
        "phases": [said("Phase 2", "PHASE2")],
        "allocation": said("This randomized trial", "RANDOMIZED"),
        "enrollment": {"count": said("120", 120), "type": None},
    }
    made["arms"] = [row(form, "Arm", label=label, listed=True) for label in ("Marvel and heat", "Heat only")]
    made["interventions"] = [
        row(form, "Intervention", name=name, listed=True) for name in ("Marvelimab", "Heat")
    ]
    made["arm_interventions"] = [
        {
            "words": "Marvel and heatMarvelimab",
            "arm": "Marvel and heat",
            "intervention": "Marvelimab",
            "basis": "TABLE",
        },
        {"words": "Heat onlyHeat-", "arm": "Heat only", "intervention": "Heat", "basis": "TABLE"},
    ]
    made["regimens"] = [
        row(
            form,
            "Regimen",
            of="ARM",
            label="marvel and heat",
            text="Marvelimab 200 mg twice daily by mouth for 6 weeks, with heat",
            agent="Marvelimab",
            dose_value=200,
            dose_unit="mg",
            route="by mouth",
            frequency="twice daily",
            doses_per_day=2,
            duration_value=6,
            duration_unit="WEEK",
        )
    ]
    made["outcomes"] = [
        row(
            form,
            "Outcome",
            measure="Overall survival",
            kind="PRIMARY",
            time_frame="24 months",
            time_points=[{"value": 24, "unit": "MONTH"}],
        )
    ]
    made["eligibility"] |= {
        "minimum_age": {"words": "18 Years", "value": 18, "unit": "YEAR", "inclusive": None},
        "age_source": "STRUCTURED",
        "criteria_text": {
            "first": line("Inclusion Criteria"),
            "last": line("• Bleeding"),
            "begins": "Inclusion Criteria",
            "ends": "before study entry",
        },
    }
    made["criteria"] = [
        row(form, "Criterion", id=number, parent=above, list=side, text=text, op=op, negated=False)
        for number, above, side, text, op in (
            (1, None, "INCLUSION", "Hb ≥ 9 g/dL", "LEAF"),
            (2, None, "INCLUSION", "ECOG 0-1", "LEAF"),
            (3, None, "INCLUSION", "Any of the following:", "ANY"),
            (4, 3, "INCLUSION", "Child-Pugh class A", "LEAF"),
            (5, 3, "INCLUSION", "Bilirubin ≤ 1.5 x ULN", "LEAF"),
            (6, None, "EXCLUSION", "Heart failure > NYHA class 2", "LEAF"),
            (7, None, "EXCLUSION", "Bleeding within 3 months before study entry", "LEAF"),
        )
    ]
    made["constraints"] = [
        row(form, "Constraint", criterion=number, kind=kind, **values)
        for number, kind, values in (
            (
                1,
                "quantity",
                {
                    "parameter": "Hb",
                    "comparator": "GE",
                    "value": 9,
                    "unit_text": "g/dL",
                    "reference": "ABSOLUTE",
                },
            ),
            (2, "performance_status", {"scale": "ECOG", "min": 0, "max": 1}),
            (4, "class", {"scale": "CHILD_PUGH", "values": ["A"]}),
            (
                5,
                "quantity",
                {"parameter": "Bilirubin", "comparator": "LE", "value": 1.5, "reference": "ULN"},
            ),
            (6, "class", {"scale": "NYHA", "comparator": "GT", "threshold": "2"}),
            (7, "time", {"relation": "WITHIN", "value": 3, "unit": "MONTH", "anchor": "study entry"}),
        )
    ]
    made["countries"] = ["Norway"]
    made["missing"] = [
        {"pointer": "/detailed_description", "reason": "STATED_NOT_AVAILABLE", "words": "Not available"}
    ]
    return made
