import asyncio
import gzip
import zlib

import httpx2
import pytest
from asking import client, fault
from openai_server import OpenAIServer, Play, completion

from extractor.model.faults import ReplyTooLargeError, UnreadableReplyError
from extractor.model.transport import BoundedTransport


def sent(server: OpenAIServer, limit: int = 1000, times: int = 1) -> httpx2.Response:
    async def send() -> httpx2.Response:
        async with httpx2.AsyncClient(transport=BoundedTransport(limit=limit), trust_env=False) as http:
            for _ in range(times):
                response = await http.post(server.url + "/chat/completions", content=b"{}")
            return response

    return asyncio.run(send())


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"tea", mtime=0)),
        ("deflate", zlib.compress(b"tea")),
        ("Identity", b"tea"),
        ("GZIP", gzip.compress(b"tea", mtime=0)),
    ],
)
def test_a_packed_reply_is_unpacked(encoding: str, body: bytes) -> None:
    with OpenAIServer(Play(body, headers={"content-encoding": encoding})) as server:
        assert sent(server).content == b"tea"


@pytest.mark.parametrize("body", [b"no gzip", gzip.compress(b"tea" * 99, mtime=0)[:-12]])
def test_a_damaged_packing_is_named(body: bytes) -> None:
    server = OpenAIServer(Play(body, headers={"content-encoding": "gzip"}))
    with server, pytest.raises(UnreadableReplyError, match="damaged"):
        sent(server)


def test_a_packing_nobody_asked_for_is_named() -> None:
    server = OpenAIServer(Play(b"tea", headers={"content-encoding": "br"}))
    with server, pytest.raises(UnreadableReplyError, match="'br'"):
        sent(server)


@pytest.mark.parametrize(
    "play",
    [Play(b"x" * 1001), Play(gzip.compress(b"x" * 1001, mtime=0), headers={"content-encoding": "gzip"})],
)
def test_a_reply_over_the_limit_is_refused_and_one_at_the_limit_is_read(play: Play) -> None:
    with OpenAIServer(play) as server:
        assert len(sent(server, limit=1001).content) == 1001
        with pytest.raises(ReplyTooLargeError, match="larger than 1,000 bytes"):
            sent(server, limit=1000)


def test_cookies_are_not_kept() -> None:
    with OpenAIServer(Play(b"{}", headers={"set-cookie": "tea=blue"})) as server:
        sent(server, times=2)
    assert len(server.received) == 2
    assert "cookie" not in server.received[1].headers


def test_an_address_with_user_and_password_is_not_repeated_in_errors() -> None:
    with OpenAIServer(completion("{}")) as gone:
        url = gone.url.replace("http://", "http://me:hush@")
    error = fault(client(gone, base_url=url, retries=0))
    assert "hush" not in str(error) + repr(error.__dict__)
