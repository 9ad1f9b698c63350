"""Forms of result sentences, matched on the shape of a sentence: subjects, verbs, groups, tests, joints.

What no form names is not read over: a sentence that does not fit from first word to last gives nothing.
"""

import re
from typing import Final

from extractor.normalise.result_figures import PEOPLE
from extractor.normalise.result_tokens import FIGURE, INTERVAL, P_VALUE, RATIO, SPREAD

_TOKENS: Final = "\ue000-\ue004"
_F: Final = f"{FIGURE}+"
_PLAIN: Final = rf"[^{_TOKENS};:()\[\]]"
_W: Final = rf"[^\s,;:()\[\]{_TOKENS}]+"
TEST: Final = (
    rf"(?:\s*[(\[;,]*\s*(?:(?:log-rank|one-sided|two-sided|adjusted|both|all)\s+)?(?:{INTERVAL}+|{P_VALUE}+|{SPREAD}+)"
    r"(?:\s*[)\]]+)?)"
)
_STOP: Final = (
    r"(?:and|or|vs|versus|compared|as|was|were|is|are|had|has|have|but|while|whereas|than|who|that|which|at|within|"
    r"through|by|to|per|respectively|during|over|after|before|from|did|when|if)(?![\w-])"
)
_DONE: Final = (
    r"(?:had|have|developed|experienced|achieved|attained|reached|reported|showed|discontinued|died|completed|required|"
    r"regained|relapsed|survived|withdrew|underwent|were|was|are|remained|needed|maintained|progressed|responded|met|"
    r"suffered|lost)"
)
_GROUP_NAME: Final = (
    rf"(?:(?!{_STOP}|{_DONE}\b){_W}\s){{0,5}}?(?:groups?|arms?|cohorts?)(?:\s(?:[A-Z]{{1,3}}|\d)(?![\w-]))?"
    r"(?![\w-])"
)
_NAME: Final = (
    rf"(?!\d+\s)(?:{_GROUP_NAME}|(?!{_STOP}){_W}(?:\s(?!{_STOP}|{_DONE}\b|in\b|for\b|with\b){_W}){{0,6}})"
)
_ADVERB: Final = (
    r"(?:(?:significantly|statistically|markedly|slightly|substantially|only|also|about|approximately|similarly|not|"
    r"numerically|generally|still|much|even|just)\s+)*"
)
_MORE: Final = (
    r"(?:(?:more|less)\s+(?:frequent|common|often)(?:ly)?|higher|lower|longer|shorter|greater|smaller|better|worse|"
    r"similar|comparable|improved|prolonged|reduced|increased|decreased|identical|different|faster|slower|high|low)"
)
_SEEN: Final = (
    r"(?:observed|seen|reported|recorded|noted|found|achieved|attained|detected|documented|present|identified|"
    r"experienced|confirmed|obtained|reached|met)"
)
_CHANGED: Final = r"(?:decreased|increased|declined|rose|fell|improved|dropped|reduced|lowered|grew)"
_OPENS: Final = rf"\s*[(\[]\s*(?={_F})"

LEAD: Final = re.compile(
    r"(?:(?:(?:At|After|In|By|During|Over|Within|From|Among|As\s+of|Of|Through|For|On|Compared\s+(?:with|to)|Versus|Relative\s+to)\s"
    rf"[^{_TOKENS},;:]{{2,80}}|Overall|However|Moreover|Furthermore|Additionally|In\s+addition|Similarly|"
    r"Conversely|Likewise|In\s+total|Also),\s+)*"
)
VERBS: Final = tuple(
    re.compile(rf"{form}(?={_F})", re.IGNORECASE)
    for form in (
        (
            r"\s+(?:was|were|is|are|reached|averaged|lasted|amounted\s+to|totall?ed|remained(?:\s+at)?)\s+"
            rf"{_ADVERB}(?:identical,?\s+|estimated\s+(?:at|to\s+be)\s+|an?\s+(?:mean|median|average)\s+of\s+|"
            r"at\s+)?"
        ),
        r"\s*[:=]\s*",
        r"(?<=difference)(?:\s\(MD\))?,?\s+",
        (
            rf"\s+(?:was\s+|were\s+)?{_ADVERB}{_CHANGED}\s+{_ADVERB}"
            rf"(?:(?:by|from\s+{SPREAD}+\s+(?:at\s+\w+\s+)?to|to)\s+)?(?:an?\s+(?:mean|average|median)\s+of\s+)?"
        ),
        (
            rf"\s+(?:occurred|developed|appeared|(?:was|were)\s+{_ADVERB}{_SEEN})\s+"
            rf"(?:in|by|among|for|with)\s+{_ADVERB}"
        ),
    )
)
# What is better than another is a treatment, and so is what reduced something: neither is an outcome.
COMPARED: Final = re.compile(
    rf"\s+(?:(?:(?:was|were|is|are)\s+{_ADVERB}{_MORE}|did\s+not\s+differ|differed|{_ADVERB}{_CHANGED}|"
    rf"(?:was|were|occurred)\s+(?:{_SEEN}\s+)?(?:more|less)\s+(?:frequently|often))(?P<middle>(?:\s+(?:in|with|for|among|"
    rf"after|between|during|at|on|by|both|more|significantly|markedly)\b{_PLAIN}{{0,120}}?)?)|favou?red\s{_PLAIN}{{2,40}}?)"
    rf"(?P<open>\s*[(\[:,]\s*)(?:(?:median|mean)s?,?\s+)?(?={_F}|{RATIO}|(?:[a-z-]+\s+){{0,3}}(?:difference|MD)\b)",
    re.IGNORECASE,
)
ORDER: Final = re.compile(
    rf"\s+(?:in|with|for|among|after)\s+(?:the\s+)?(?P<first>{_NAME})(?:\s+(?:than|(?:as\s+)?compared\s+(?:with|to)|"
    rf"versus|vs\.?)\s+(?:in\s+|with\s+|for\s+|among\s+|after\s+)?(?:the\s+)?(?P<second>{_NAME}))?"
)
HAD_MORE: Final = re.compile(
    rf"[^{_TOKENS};:()\[\],]{{3,90}}?\s(?:had|showed|experienced|reported)\s+(?:an?\s+)?{_ADVERB}{_MORE}\s+"
    rf"(?:(?:risks?|rates?|odds|incidence)\s+of\s+)?(?P<subject>{_PLAIN}{{2,60}}?)"
    rf"(?:\s+(?:than|(?:as\s+)?compared)\s{_PLAIN}{{2,80}})?\s*[(\[]\s*(?={_F}|{RATIO})",
    re.IGNORECASE,
)
NO_DIFFERENCE: Final = re.compile(
    r"(?:there\s+(?:was|were)\s+)?no\s+(?:statistically\s+)?(?:significant\s+)?differences?\s+(?:(?:was|were)\s+"
    rf"(?:seen|observed|found|noted)\s+)?(?:between\s+{_PLAIN}{{3,60}}?\s+)?in\s+(?:the\s+)?"
    rf"(?P<subject>{_PLAIN}{{2,80}}?)(?:\s+(?:between|among|across)\s{_PLAIN}{{3,60}})?{_OPENS}",
    re.IGNORECASE,
)
_CAUSE: Final = r"(?:reduced|improved|prolonged|increased|decreased|lowered|shortened)"
# What a treatment changed is the outcome, and so is what something was associated with.
CAUSED: Final = re.compile(
    rf"{_PLAIN}{{2,120}}?\s(?:{_CAUSE}|resulted\s+in\s+(?:an?\s+)?{_ADVERB}{_MORE}|(?:was|were)\s+{_ADVERB}associated\s+with\s+(?:an?\s+)?"
    rf"(?:{_ADVERB}{_MORE}\s+)?)\s*(?:the\s+|an?\s+)?(?:(?:risks?|rates?|odds|incidence|hazard)\s+(?:of|for)\s+)?"
    rf"(?P<subject>(?!(?:in|with|by|from|to|after|at|significantly|risks?|rates?|odds)\b){_W}(?:\s(?!{_STOP}|in\b|with\b|relative\b){_W}){{0,6}})"
    rf"(?:\s+(?:(?:as\s+)?compared\s+(?:with|to)|versus|relative\s+to|over)\s{_PLAIN}{{2,60}}?)?\s*[(\[]\s*(?:(?:median|mean)s?,?\s+)?"
    rf"(?={_F}|{RATIO})",
    re.IGNORECASE,
)
FEWER: Final = re.compile(
    rf"(?:significantly\s+)?(?:fewer|more)\s+{PEOPLE}{_PLAIN}{{0,100}}?\s(?P<verb>{_DONE})"
    rf"(?P<rest>(?:\s+{_W}){{1,12}}?){_OPENS}",
    re.IGNORECASE,
)
OF_ALL: Final = re.compile(
    rf"Of\s+(?:the\s+|these\s+|all\s+|a\s+total\s+of\s+)?(?P<figure>{_F})(?:\s+(?!{_STOP}){_W}){{0,4}},\s+",
    re.IGNORECASE,
)
THERE_WERE: Final = re.compile(
    rf"there\s+(?:was|were)\s+(?P<figure>{_F})\s+(?P<subject>(?:(?!{_STOP}|{PEOPLE}|in\b|with\b|for\b){_W}\s){{0,4}}deaths?)"
    r"(?=\s+(?:in|with|for|on)\s|\s*[,.(]|\s*$)",
    re.IGNORECASE,
)
LISTED: Final = re.compile(rf"(?P<subject>{_PLAIN}{{2,100}}?){_OPENS}")
ALIKE: Final = re.compile(
    rf"\s+(?:was|were)\s+(?:all\s+|both\s+)?{_ADVERB}(?:similar|comparable|the\s+same|balanced|higher|lower|more\s+\w+|"
    r"less\s+\w+)(?:\s+(?:in|between|among|across|with|for)\s[\w\s-]{2,60})?[\s.)]*$",
    re.IGNORECASE,
)
COMMONEST: Final = re.compile(
    rf"(?:The\s+)?most\s+(?:common|frequent)(?:ly)?\s[^{_TOKENS}();:]{{0,60}}?(?:events?|effects?|toxicit\w+|reactions?|"
    rf"complications?|symptoms?)[^{_TOKENS}();:]{{0,40}}?\s(?:was|were)\s+",
    re.IGNORECASE,
)
COUNTED_LEAD: Final = re.compile(
    r"(?:(?:A\s+total\s+of|Only|In\s+total|Nearly|Overall|All)\s+)?", re.IGNORECASE
)
PREDICATE: Final = re.compile(
    rf"\s+(?P<verb>{_DONE})(?P<rest>(?:\s+{_W}){{0,16}}?(?:\s\([A-Z][\w-]{{1,8}}\))?(?:\s+{_W}){{0,8}}?)"
    rf"(?=\s*[)\].,;]|\s*[(\[][^()]*[{_TOKENS}]|\s+(?:and|compared|as\s+compared|versus|vs)\s|\s*$)"
)
LAST_PREDICATE: Final = re.compile(rf"\s+(?P<verb>{_DONE})(?P<rest>(?:\s+{_W}){{0,24}}?)(?=[\s.)]*$)")
ELLIPTIC: Final = re.compile(
    rf"(?:its\s+|the\s+)?(?P<subject>(?!{_STOP}){_W}(?:\s(?!{_STOP}|in\b|for\b|with\b|of\b){_W}){{0,3}})\s+(?:in\s+)?(?={_F})"
)
GROUP: Final = re.compile(
    rf"(?P<figure>{_F})(?P<tests>{TEST}*)(?:(?:\s+of)?(?:\s+(?:the|all))*\s+(?:(?!{_STOP}|in\b|with\b)[a-z-]+\s+){{0,2}}?"
    rf"(?:{PEOPLE}|those(?![\w-])))?(?:\s*[(\[](?P<label>(?!respectively|n\.?s\b|two\b|one\b)[A-Za-z][\w+/-]*(?:\s(?!in\b)[\w+/-]+){{0,2}})[)\]]"
    r"|\s+(?:who\s+(?:received|applied|took|had|underwent)|receiving|given|treated\s+with|assigned\s+to|"
    r"randomi[sz]ed\s+to|on|in|with|for|among|after|by)\s+(?:(?:the|those|patients|participants|subjects|in|assigned|"
    rf"receiving|treated|given|with|who|received|both|all)\s+)*(?P<arm>{_NAME})|\s+without(?=[\s.)]))?"
    r"(?P<time>\s+(?:at|after|within|by|during|through|over|until)\s+(?:the\s+)?(?:(?:week|month|day|year|hour|"
    r"baseline|entry|enrol+ment|randomi[sz]ation|discharge|one|two|three|follow-up|post-treatment|end\s+of\s+\w+|\d[\w.-]*)\b"
    rf"\s*(?:\d+|years?|months?|weeks?|days?|hours?|h|min)?))?(?P<more>{TEST}*)"
)
JOINT: Final = re.compile(
    r"\s*(?:,\s*(?:and|while|whereas|vs\.?|versus|(?:as\s+)?compared\s+(?:with|to)|(?:which\s+was\s+)?(?:significantly\s+)?"
    r"(?:higher|lower|longer|shorter|greater|better|more|less)\s+than(?:\s+the)?)?\s*|(?:and|while|whereas|vs\.?|versus|v\.?|"
    rf"against|(?:as\s+)?compared\s+(?:with|to))\s+)(?:it\s+was\s+)?(?:only\s+|in\s+|was\s+|by\s+)?(?={_F})"
)
RESPECTIVELY: Final = re.compile(r"\s*,?\s*respectively\b")
IN_TURN: Final = re.compile(
    rf"(?:\s+(?:in|for|with|of)\s+(?:the\s+)?(?P<first>{_NAME}))?\s+and\s+(?:the\s+)?(?P<second>{_NAME})\s*,?\s*respectively\b"
)
TESTS: Final = re.compile(
    rf"(?:\s*,?\s+with\s+(?:no|a)\s+(?:statistically\s+)?significant\s+differences?)?{TEST}+"
)
DIFFERENCE: Final = re.compile(
    r"\s*[,;]?\s*[(\[,;:]\s*(?P<start>)(?:(?:an?|the|with|for|absolute|mean|estimated|adjusted|treatment|between-group|"
    r"group|risk|median|least-squares|rate)\s+)*(?:differences?(?:\s+between\s+groups|\s*\(\w+\))?|MD)\s*(?:of|was|:|,|=)?\s*"
    rf"(?P<figure>{_F})(?P<tests>{TEST}*)",
    re.IGNORECASE,
)
BESIDE: Final = re.compile(
    r"\s*[,;]?\s*[(\[,;:]?\s*(?:(?:with\s+|for\s+|corresponding\s+to\s+)?(?:an?|the)\s+)?"
    rf"(?P<start>)(?P<figure>{RATIO}+)(?P<tests>{TEST}*)"
)
RATIO_FIRST: Final = re.compile(rf"(?:The\s+)?(?P<figure>{RATIO}+)(?P<tests>{TEST}*)", re.IGNORECASE)
NEXT: Final = re.compile(r"\s*(?:[,;]\s*(?:(?:and|while|whereas|but|with)\s+)?|(?:and|while|whereas|but)\s+)")
BEHIND: Final = re.compile(
    rf"\s+but\s+not\s+(?:in|with|for)\s[^{_TOKENS}\d]*$|"
    rf"\s*,\s+(?:which|indicating|suggesting|although|without|mostly|mainly)\s[^{_TOKENS}\d]*$"
)
CLOSE: Final = re.compile(r"\s*[)\]]+")
END: Final = re.compile(r"(?:\s*\(n\.?s\.?\))?[\s.)\]]*$", re.IGNORECASE)


def without(shape: str, start: int, end: int) -> str:
    """A shape whose piece is spread, so that forms step over it."""
    return shape[:start] + SPREAD * (end - start) + shape[end:]
