import logging
import subprocess
import sys
import textwrap
import traceback
from pathlib import Path

import pytest
from asking import ask, client, request
from openai_server import OpenAIServer, Play, completion, failure

from extractor.model.faults import Fault

CANARY = "sk-canary-0123456789"
PAGE = "words of the page"
SUPPORT = Path(__file__).resolve().parents[1] / "support"
VARIABLES = {
    "OPENAI_API_KEY": CANARY,
    "OPENAI_ADMIN_KEY": CANARY,
    "OPENAI_ORG_ID": "org-of-another-server",
    "OPENAI_PROJECT_ID": "project-of-another-server",
    "OPENAI_CUSTOM_HEADERS": "Authorization: Bearer theirs\nX-Theirs: yes",
    "OPENAI_LOG": "debug",
}


def run(script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    head = f"import sys; sys.path.insert(0, {str(SUPPORT)!r})\n"
    command = [sys.executable, "-W", "error", "-X", "dev", "-c", head + textwrap.dedent(script)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_nothing_of_the_environment_is_sent_or_obeyed() -> None:
    with OpenAIServer(completion("{}")) as server, OpenAIServer(completion("{}")) as other:
        theirs = dict.fromkeys(["OPENAI_BASE_URL", "HTTP_PROXY", "http_proxy", "ALL_PROXY"], other.url)
        script = f"""
            from asking import ask, request
            from extractor.model.instructor_client import InstructorClient
            client = InstructorClient(base_url={server.url!r}, api_key="ours")
            print(ask(client, request({PAGE!r})))
        """
        ran = run(script, **VARIABLES, **theirs)
        assert ran.returncode == 0, ran.stderr
        assert other.connections == 0
    (received,) = server.received
    assert received.headers["authorization"] == "Bearer ours"
    assert set(received.headers) == {
        "host",
        "connection",
        "authorization",
        "accept",
        "accept-encoding",
        "content-type",
        "content-length",
        "user-agent",
        "x-stainless-retry-count",
    }
    assert PAGE not in ran.stdout + ran.stderr
    assert CANARY not in ran.stdout + ran.stderr


def test_a_server_of_ones_own_gets_a_placeholder_for_a_key() -> None:
    with OpenAIServer(completion("{}")) as server:
        ask(client(server))
    assert server.received[0].headers["authorization"] == "Bearer none"


@pytest.mark.parametrize(
    "play",
    [
        completion("{}"),
        failure(400, f"key {CANARY} is odd"),
        failure(401, f"Incorrect API key provided: {CANARY}"),
        failure(429, CANARY, retry_after="900"),
        failure(500, CANARY),
        failure(400, f"response_format {CANARY}"),
        Play(CANARY.encode()),
        Play(b"", 307, {"location": f"http://h/{CANARY}"}),
        Play(reset=True),
    ],
)
def test_the_key_is_sent_as_a_header_and_stands_nowhere_else(
    play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    with OpenAIServer(play) as server:
        asked = client(server, api_key=CANARY, retries=1)
        printed = repr(asked)
        with caplog.at_level(logging.DEBUG):
            try:
                printed += repr(ask(asked, request(PAGE)))
            except Fault as error:
                printed += traceback.format_exc() + error.hint + repr(error.__dict__)
    headers = server.received[0].headers
    assert [name for name, value in headers.items() if CANARY in value] == ["authorization"]
    assert all(CANARY.encode() not in received.raw for received in server.received)
    assert CANARY not in printed + caplog.text
    assert PAGE not in printed + caplog.text


def test_neither_sdk_is_loaded_before_a_request_is_sent() -> None:
    script = """
        from extractor.model.body import request_body
        from extractor.model import completion
        from extractor.model.instructor_client import InstructorClient
        InstructorClient(base_url="http://localhost/v1")
        completion.read({"choices": [{"message": {"content": "{}"}}]})
        print(sorted({"openai", "instructor", "aiohttp", "httpx2"} & set(sys.modules)))
    """
    assert run(script).stdout == "[]\n"
