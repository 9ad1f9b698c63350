"""Neighbours: what a value is easily mistaken for. Data of the mutations."""

import re

from extractor.records.comparator import Comparator
from extractor.records.criteria import TimeRelation
from extractor.records.times import TimeUnit

TIME_UNITS = {
    TimeUnit.MINUTE: TimeUnit.HOUR,
    TimeUnit.HOUR: TimeUnit.DAY,
    TimeUnit.DAY: TimeUnit.WEEK,
    TimeUnit.WEEK: TimeUnit.MONTH,
    TimeUnit.MONTH: TimeUnit.WEEK,
    TimeUnit.YEAR: TimeUnit.MONTH,
}

UCUM = {
    "mg": "g",
    "g": "mg",
    "ug": "mg",
    "mg/m2": "g/m2",
    "mg/kg": "g/kg",
    "mg/dL": "g/dL",
    "g/dL": "g/L",
    "g/L": "g/dL",
    "umol/L": "mmol/L",
    "mmol/L": "umol/L",
    "10*9/L": "10*6/L",
    "10*3/uL": "10*6/uL",
    "/mm3": "/L",
    "/uL": "/L",
    "cm": "mm",
    "mm": "cm",
    "kg": "g",
    "mo": "wk",
    "wk": "mo",
    "a": "mo",
    "d": "wk",
    "h": "d",
    "%": "[ppth]",
}

COMPARATORS = {
    Comparator.LT: (Comparator.LE, Comparator.GT),
    Comparator.LE: (Comparator.LT, Comparator.GE),
    Comparator.GT: (Comparator.GE, Comparator.LT),
    Comparator.GE: (Comparator.GT, Comparator.LE),
    Comparator.EQ: (Comparator.LE, Comparator.GE),
    Comparator.BETWEEN: (Comparator.LT, Comparator.GT),
    Comparator.UNSTATED: (Comparator.LE, Comparator.GE),
}

RELATIONS = {
    TimeRelation.WITHIN: TimeRelation.MORE_THAN_BEFORE,
    TimeRelation.MORE_THAN_BEFORE: TimeRelation.WITHIN,
    TimeRelation.AFTER: TimeRelation.BEFORE,
    TimeRelation.BEFORE: TimeRelation.AFTER,
    TimeRelation.AT: TimeRelation.MORE_THAN_BEFORE,
}

_CONCEPTS = ("OS", "PFS", "ORR", "TTP", "QUALITY_OF_LIFE", "RFS", "MORTALITY", "TTR", "ADVERSE_EVENTS")
_AGENTS = ("sorafenib", "lenvatinib", "thalidomide", "transarterial chemoembolization", "tegafur/uracil")
NAMES = {
    "concept_norm": _CONCEPTS,
    "outcome_norm": _CONCEPTS,
    "name_norm": _AGENTS,
    "agent_norm": _AGENTS,
    "parameter_norm": (
        "ALT", "AST", "ALP", "PLATELETS", "WBC", "ANC", "HEMOGLOBIN", "INR", "PTT", "CREATININE",
        "BILIRUBIN_TOTAL", "ALBUMIN", "TUMOR_SIZE", "TUMOR_COUNT", "LIFE_EXPECTANCY",
    ),
    "route_norm": ("ORAL", "INTRAVENOUS", "SUBCUTANEOUS"),
    "scale": ("CHILD_PUGH", "NYHA", "ASA", "NCI_CTC", "TNM"),
}  # fmt: skip
"""Names of closed tables, in an order in which neighbours are no synonyms."""

COUNTRIES = ("CN", "KR", "TW", "JP")

UNIT_WORDS = (
    (re.compile(r"(?<=10)(\\?\^|\(|\*|E)?9"), lambda m: f"{m.group(1) or ''}6"),
    (re.compile(r"(?<=10E)9"), lambda _: "6"),
    (re.compile(r"(?<=x10)9"), lambda _: "6"),
    (re.compile(r"(?<=/)d[lL]\b"), lambda _: "L"),
    (re.compile(r"(?<=[gG]/)L\b"), lambda _: "dL"),
    (re.compile(r"mm3"), lambda _: "cm3"),
    (re.compile(r"mg(?![a-z])"), lambda _: "g"),
    (re.compile(r"kg(?![a-z])"), lambda _: "g"),
    (re.compile(r"(?<![a-z])cm(?![a-z])"), lambda _: "mm"),
    (re.compile(r"months?"), lambda m: "weeks" if m.group().endswith("s") else "week"),
    (re.compile(r"weeks?"), lambda m: "months" if m.group().endswith("s") else "month"),
    (re.compile(r"[yY]ears?"), lambda m: "months" if m.group().endswith("s") else "month"),
    (re.compile(r"(?<![a-z])days?"), lambda m: "weeks" if m.group().endswith("s") else "week"),
    (re.compile(r"upper(?= limit)"), lambda _: "lower"),
    (re.compile(r"ULN"), lambda _: "LLN"),
    (re.compile(r"%"), lambda _: "‰"),
    (re.compile(r"(?<![a-z])daily"), lambda _: "weekly"),
    (re.compile(r"(?<![a-zA-Z])(?:bid|BID)(?![a-zA-Z])"), lambda m: "tid" if m.group() == "bid" else "TID"),
)
"""A printed unit and what stands in its place; the first that fits is used."""

COMPARATOR_WORDS = (
    ("≤", "<"), ("≦", "<"), ("≥", ">"), ("≧", ">"), ("<", "≤"), (">", "≥"),
    ("not less than", "not more than"), ("at least", "at most"), ("no more than", "no less than"),
    ("more than", "less than"), ("less than", "more than"), ("not exceeding", "exceeding"),
    ("up to", "at least"), ("within", "after"),
)  # fmt: skip
"""A printed comparator and its neighbour; all that fit are used, each once."""
