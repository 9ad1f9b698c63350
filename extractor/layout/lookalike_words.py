"""The words by which pages that are no trial's give themselves away."""

import re


def _words(*alternatives: str) -> re.Pattern[str]:
    """Any of several patterns, in any case of letters."""
    return re.compile("|".join(alternatives), re.IGNORECASE)


CALLED_GLOSSARY = _words(
    r"\bglossary\b", r"\bdictionary\b", r"^(?:terms|definitions)\b.{0,40}$", r"\bdefinitions of\b"
)
CALLED_REVIEW = _words(
    r"\b(?:systematic|scoping|umbrella|narrative|literature|cochrane)\s+(?:literature\s+)?review\b",
    r"\bmeta-?\s?analys[ie]s\b",
    r"\bpooled analysis of\b",
    r"\breview of (?:randomi[sz]ed|clinical|the literature)\b",
)
CALLED_GUIDE = _words(
    r"\bhow to\b",
    r"^(?:online\s+)?(?:training|tutorial|webinar|workshop|course|lesson|module)\b",
    r"\b(?:e-learning|training (?:course|module)|user guide|step[- ]by[- ]step)\b",
    r"^(?:a\s+)?guide (?:to|for)\b",
)
FOUND = _words(
    r"\b\d[\d,]*\s+(?:results?|stud(?:y|ies)|trials?|records?)(?:\(s\))?\s+(?:were\s+)?found\b",
    r"\b(?:showing|displaying|viewing|results)\s+(?:page\s+)?\d[\d,]*(?:\s*(?:-|–|to)\s*\d[\d,]*)?"
    r"\s+(?:of|out of)\s+\d",
)
"""What a result list says of its length."""
SEARCHING = _words(
    r"(?:advanced search|search tips|search tools|search results|clear (?:all |advanced search )?filters?|"
    r"subscribe to this search|refine (?:your|this) search|sort by|results per page|select (?:all|country):?|"
    r"trials shown on current page|next page|modify search)\b.{0,40}"
)
"""Whole lines of a search form."""
DEFINES = _words(r"(?:an?|the|any|in (?:a )?(?:clinical|medicine)|refers|when|describes|someone)\b(?!\.\d)")
"""How the meaning of a word begins."""
REVIEWS = (
    _words(r"\bprisma\b", r"\bprospero\b"),
    _words(
        r"\bsearch(?:ed|es)\b.{0,60}\b(?:pubmed|medline|embase|cochrane|databases?)\b",
        r"\b(?:pubmed|medline|embase|databases?)\b.{0,60}\bw(?:as|ere)\s+(?:\w+\s)?searched\b",
    ),
    _words(r"\bheterogeneity\b", r"\brandom-effects?\b", r"\bfixed-effects?\b", r"\bI2\s*=", r"\bI²"),
    _words(
        r"\b(?:studies|trials|rcts|articles)\b.{0,40}\bwere (?:included|eligible)\b",
        r"\bincluded (?:studies|trials|rcts)\b",
    ),
    _words(
        r"\b(?:study selection|data sources|data extraction|risk of bias|publication bias)\b",
    ),
)
"""Signs of a search of the literature."""
TEACHES = (
    _words(r"^(?:step|lesson|module|chapter|unit)\s+\d+\b"),
    _words(r"\bin this (?:module|course|lesson|chapter|guide|tutorial|webinar)\b"),
    _words(r"\byou(?:'ll| will| can)?\s+(?:learn|be able to|need to|should)\b"),
    _words(r"\blearning (?:objectives|outcomes)\b", r"\btake the quiz\b", r"\bcertificate of completion\b"),
    _words(
        r"\b(?:click|select|choose)\s+(?:on\s+)?(?:the\s+)?[\"'“]?\w+[\"'”]?\s+(?:button|tab|link|menu)\b"
    ),
)
"""Ways of teaching."""
RELEASE = _words(
    r"\bfor immediate release\b",
    r"\bpress release\b",
    r"\bPRNewswire\b|\bbusiness wire\b|\bglobe newswire\b",
    r"^media contacts?:?",
)
DATELINE = re.compile(
    r"[A-Z][A-Z .'-]{2,30}(?:,\s[A-Z][\w.]{1,14})?(?:,\s|\s\()"
    r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?|[A-Z]\w+\))\)?\s*(?:/\w+/\s*)?[-–—]{1,2}\s+\S"
)
SAID = _words(r"[\"”'’],?\s+(?:said|says|told)\b", r"\b(?:said|told\s+(?:reporters|us))\b")
NEWS_SITE = _words(
    r"(?:share this (?:article|story)|related (?:articles|stories|news)|read (?:more|next)|"
    r"\d+ min(?:ute)?s? read|by\s+[a-z]\w+\s[a-z]\w+|subscribe to our newsletter|"
    r"(?:published|updated)(?: on)?:?\s.{4,40})"
)
"""Whole lines of a news site."""
