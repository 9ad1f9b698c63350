import gzip
from collections.abc import Callable
from dataclasses import replace

import pytest
from openai_server import OpenAIServer, Play, completion

from extractor.model.client import Request
from extractor.model.faults import UnreadableReplyError
from extractor.model.instructor_client import InstructorClient
from extractor.model.transport import MAX_REPLY_BYTES

Connect = Callable[..., InstructorClient]


def test_no_compression_is_asked_for(server: OpenAIServer, connect: Connect, request_: Request) -> None:
    connect().complete(request_)
    assert server.received[0].headers["accept-encoding"] == "identity"


def test_a_packed_reply_is_refused_before_it_is_unpacked(
    server: OpenAIServer, connect: Connect, request_: Request
) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    server.play(Play(bomb, headers={"content-encoding": "gzip"}))
    with pytest.raises(UnreadableReplyError, match="packed as 'gzip'"):
        connect(retries=0).complete(request_)


def test_a_reply_larger_than_any_answer_is_refused(
    server: OpenAIServer, connect: Connect, request_: Request
) -> None:
    server.play(replace(completion("{}"), body=b" " * (MAX_REPLY_BYTES + 1)))
    with pytest.raises(UnreadableReplyError, match="larger than"):
        connect(retries=0).complete(request_)
