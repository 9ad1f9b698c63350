"""What of the protocol a server takes: found out from its refusals, once, and said."""

import logging
import re
import threading
from dataclasses import dataclass, replace

from extractor.model.modes import Mode

_log = logging.getLogger(__name__)
_NAMED = {
    Mode.JSON_SCHEMA: re.compile(r"response_format|json_schema|structured.outputs?", re.IGNORECASE),
    Mode.TOOLS: re.compile(r"\btool(s|_choice| use| call)|function.?call", re.IGNORECASE),
}
_NAMED[Mode.STRICT] = _NAMED[Mode.JSON_SCHEMA]


@dataclass(frozen=True, slots=True)
class Dialect:
    """The mode that answers are asked in, and whether `prompt_cache_key` is sent."""

    mode: Mode
    cache_key: bool = True

    def without(self, said: str) -> "Dialect | None":
        """The dialect without what a server's refusal names; None where it names nothing of it."""
        if self.cache_key and "prompt_cache_key" in said:
            return replace(self, cache_key=False)
        named = _NAMED.get(self.mode)
        return replace(self, mode=Mode.MD_JSON) if named and named.search(said) else None


class Agreement:
    """The dialect that one server and we have come to. For all threads."""

    def __init__(self, mode: Mode, endpoint: str) -> None:
        self._current = Dialect(mode)
        self._endpoint = endpoint
        self._lock = threading.Lock()

    @property
    def current(self) -> Dialect:
        """What the next request is written in."""
        return self._current

    def give_way(self, refused: Dialect, said: str) -> bool:
        """Whether the request may be written anew: what it used is given up, by this refusal or before."""
        less = refused.without(said)
        if less is None:
            return False
        with self._lock:
            now = self._current
            if less.mode is not refused.mode and now.mode is refused.mode:
                self._current = replace(now, mode=less.mode)
                _log.warning(
                    "%s does not take the mode %s: from now on answers are asked for in the mode %s",
                    self._endpoint,
                    refused.mode,
                    less.mode,
                )
            if less.cache_key is not refused.cache_key and now.cache_key:
                self._current = replace(now, cache_key=False)
                _log.warning("%s does not take prompt_cache_key: it is sent no more", self._endpoint)
        return True
