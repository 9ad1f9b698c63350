from pathlib import Path

import pytest
from openai_server import OpenAIServer

from extractor.documents import Document
from extractor.errors import SettingsError
from extractor.model.build import model_reader
from extractor.settings import Settings


def test_a_reader_of_the_settings_reads_once_and_then_from_its_cache(
    server: OpenAIServer, tmp_path: Path, page: Document
) -> None:
    settings = Settings(model="m", base_url=server.url, cache_dir=tmp_path / "cache")
    first, second = (model_reader(settings).read(page) for _ in range(2))
    assert len(server.received) == 1
    assert first.record == second.record
    assert first.lineage == second.lineage
    assert second.usage is not None
    assert second.usage.cached


def test_without_a_model_it_says_how_to_name_one(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="EXTRACTOR_MODEL or use --model"):
        model_reader(Settings(api_key="k", cache_dir=tmp_path / "cache"))


def test_without_a_key_for_the_default_server_it_says_what_to_set(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="OPENAI_API_KEY"):
        model_reader(Settings(model="m", cache_dir=tmp_path / "cache"))
    assert not (tmp_path / "cache").exists()
