"""A provider of batches: reads the files of a round and gives output and error files back."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from schema_answers import emptiest

TOKENS_IN, TOKENS_OUT, TOKENS_CACHED = 1000, 50, 800

Line = dict[str, Any]
Answer = Callable[[Line], Line]


def requests_of(folder: Path) -> list[Line]:
    """The requests of a round in order."""
    files = sorted(folder.glob("requests-*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def schema_in(request: Line) -> Any:
    """The schema that a request sends."""
    return request["body"]["response_format"]["json_schema"]["schema"]


def valid(request: Line) -> Line:
    """A whole answer that says nothing about the page."""
    return answered(request, json.dumps(emptiest(schema_in(request))))


def answered(request: Line, text: str | None, *, ending: str = "stop", refusal: str | None = None) -> Line:
    """A line of an output file."""
    message = {"role": "assistant", "content": text, "refusal": refusal}
    details = {"cached_tokens": TOKENS_CACHED}
    usage = {
        "prompt_tokens": TOKENS_IN,
        "completion_tokens": TOKENS_OUT,
        "total_tokens": TOKENS_IN + TOKENS_OUT,
        "prompt_tokens_details": details,
    }
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "choices": [{"index": 0, "finish_reason": ending, "message": message, "logprobs": None}],
        "usage": usage,
    }
    response = {"status_code": 200, "request_id": "req-1", "body": body}
    return _line(request, response=response, error=None)


def truncated(request: Line) -> Line:
    """An answer that ran into the limit of tokens."""
    return answered(request, '{"cut', ending="length")


def status(request: Line, code: int, message: str = "no", *, id: str = "batch_req_1") -> Line:
    """A line of an error file: a request that the server refused."""
    response = {"status_code": code, "request_id": "req-1", "body": {"error": {"message": message}}}
    return _line(request, response=response, error=None, id=id)


def expired(request: Line, *, id: str = "batch_req_1") -> Line:
    """A line of an error file: a request that was not executed in time."""
    error = {"code": "batch_expired", "message": "This request could not be executed in time."}
    return _line(request, response=None, error=error, id=id)


def _line(request: Line, *, response: Any, error: Any, id: str = "batch_req_1") -> Line:
    return {"id": id, "custom_id": request["custom_id"], "response": response, "error": error}


def write(path: Path, lines: Iterable[Line]) -> Path:
    """A file of lines."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path
