import pytest

from extractor.errors import ModelError
from extractor.model import faults


@pytest.mark.parametrize(
    ("status", "kind", "advice"),
    [
        (307, faults.BadRequestError, "not followed"),
        (400, faults.BadRequestError, "json_schema"),
        (401, faults.AuthenticationFaultError, "OPENAI_API_KEY"),
        (403, faults.AuthenticationFaultError, "OPENAI_API_KEY"),
        (404, faults.UnknownModelError, "EXTRACTOR_MODEL"),
        (413, faults.PageTooLongError, "shorter page"),
        (422, faults.BadRequestError, "json_schema"),
        (429, faults.RateLimitedError, "quota"),
        (500, faults.ServerFaultError, "later"),
        (503, faults.ServerFaultError, "later"),
    ],
)
def test_a_status_becomes_a_named_error_with_advice(status: int, kind: type[ModelError], advice: str) -> None:
    error = faults.of_status(status, "", "http://h/v1")
    assert type(error) is kind
    assert advice in error.hint
    assert error.message == f"http://h/v1 answered {status}"


def test_what_the_server_said_stands_in_the_message() -> None:
    assert faults.of_status(400, "too long", "http://h/v1").message.endswith("400: too long")
