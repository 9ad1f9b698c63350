from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
import tea
from openai_server import OpenAIServer, completion, tool_call
from schema_answers import emptiest

from extractor.documents import Document
from extractor.errors import DataError, SettingsError
from extractor.model.build import asking_reader, model_reader
from extractor.model.faults import DeadlineError
from extractor.model.replay import replay_reader
from extractor.settings import Settings


def test_a_reader_of_the_settings_reads_once_and_then_from_its_cache(
    server: OpenAIServer, tmp_path: Path, page: Document
) -> None:
    settings = Settings(model="m", base_url=server.url, cache_dir=tmp_path / "cache")
    first, second = (model_reader(settings).read(page) for _ in range(2))
    assert len(server.received) == 5
    assert first.record == second.record
    assert first.lineage == second.lineage
    assert second.usage is not None
    assert second.usage.cached


def test_plan_and_prompt_can_be_chosen(server: OpenAIServer, tmp_path: Path, page: Document) -> None:
    settings = Settings(model="m", base_url=server.url, cache_dir=tmp_path / "cache")
    assert model_reader(settings, plan="one", prompt="trial/v1").read(page).lineage.plan == "one"
    assert len(server.received) == 1
    with pytest.raises(DataError, match="trial/v0"):
        model_reader(settings, prompt="trial/v0")


def test_without_a_model_it_says_how_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="EXTRACTOR_MODEL or use --model"):
        model_reader(Settings(api_key="k", cache_dir=tmp_path / "cache"))


def test_without_a_key_for_the_default_server_it_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="OPENAI_API_KEY"):
        model_reader(Settings(model="m", cache_dir=tmp_path / "cache"))
    assert not (tmp_path / "cache").exists()


def test_kept_answers_are_recorded_and_cost_nothing_of_a_budget(
    server: OpenAIServer, tmp_path: Path, page: Document
) -> None:
    settings = Settings(model="gpt-4o", base_url=server.url, cache_dir=tmp_path / "cache", plan="one")
    first = model_reader(settings).read(page)
    assert first.usage
    assert first.usage.cost
    again = replace(settings, budget=Decimal(0), record=tmp_path / "recording")
    second = model_reader(again).read(page)
    assert second.usage
    assert second.usage.cost == 0
    assert len(server.received) == 1
    assert len(list((tmp_path / "recording").glob("tea/*.answer.txt"))) == 1


def test_mode_timeout_and_length_of_pieces_are_those_of_the_settings(
    server: OpenAIServer, tmp_path: Path, page: Document
) -> None:
    settings = Settings(model="m", base_url=server.url, cache_dir=tmp_path / "cache", plan="one")
    model_reader(settings).read(page)
    other = replace(settings, mode="tools")
    server.play(tool_call(tea.answer_of("record", plan="one")))
    model_reader(other).read(page)
    assert [("tools" in body) for body in server.bodies] == [False, True], "kept answers are by mode"

    server.play(replace(tool_call({}), delay=5))
    with pytest.raises(DeadlineError, match=r"within 0\.2 s"):
        model_reader(replace(other, timeout=0.2, fresh=True)).read(page)
    short = replace(settings, max_page_chars=100)
    assert len(asking_reader(short).requests(page)) == len(model_reader(short).requests(page)) > 1


def test_a_recording_in_pieces_is_replayed(server: OpenAIServer, tmp_path: Path) -> None:
    server.play(lambda asked: completion(emptiest(asked.body["response_format"]["json_schema"]["schema"])))
    page = Document.from_text(tea.PAGE * 20, id="long")
    settings = Settings(model="m", base_url=server.url, cache_dir=tmp_path / "cache", plan="one")
    pieces = replace(settings, max_page_chars=1000, record=tmp_path / "recording")
    first = model_reader(pieces).read(page)
    assert len(server.received) > 1
    assert replay_reader(tmp_path / "recording").read(page).record == first.record


def test_a_budget_needs_a_price(server: OpenAIServer, tmp_path: Path) -> None:
    settings = Settings(model="m", base_url=server.url, cache_dir=tmp_path / "cache", budget=Decimal(1))
    with pytest.raises(SettingsError, match="'m' has no price"):
        model_reader(settings)


def test_a_reader_that_only_says_what_it_would_ask_sends_nothing(page: Document) -> None:
    reader = asking_reader(Settings(model="m"))
    assert len(reader.requests(page)) == 5
    with pytest.raises(SettingsError, match="model_reader"):
        reader.read(page)
