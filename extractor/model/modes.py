"""How an answer in JSON is asked for."""

from enum import StrEnum


class Mode(StrEnum):
    """Servers differ in what they support; the first is the default, the last works everywhere."""

    JSON_SCHEMA = "json_schema"
    STRICT = "strict"
    TOOLS = "tools"
    MD_JSON = "md_json"
