"""The folder of the answer cache. What is refused is tested with the client that refuses it."""

from pathlib import Path

from extractor.model.cache_folder import identity, prepare, set_aside, strangers


def test_a_database_is_itself_until_another_lies_there(tmp_path: Path) -> None:
    assert identity(tmp_path) is None
    (tmp_path / "cache.db").write_bytes(b"one")
    first = identity(tmp_path)
    assert first == identity(tmp_path) is not None
    (tmp_path / "other").write_bytes(b"two")
    (tmp_path / "other").replace(tmp_path / "cache.db")
    assert identity(tmp_path) != first


def test_what_is_put_aside_keeps_its_bytes_and_its_log(tmp_path: Path) -> None:
    for name in ("cache.db", "cache.db-wal", "cache.db-shm"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    aside = set_aside(tmp_path, identity(tmp_path))
    assert aside
    assert [Path(f"{aside}{end}").read_text(encoding="utf-8") for end in ("", "-wal", "-shm")] == [
        "cache.db",
        "cache.db-wal",
        "cache.db-shm",
    ]
    assert list(strangers(tmp_path)) == []


def test_another_database_than_the_known_one_stays(tmp_path: Path) -> None:
    (tmp_path / "cache.db").write_bytes(b"new")
    assert set_aside(tmp_path, (0, 0)) is None
    assert set_aside(tmp_path, None) is None
    assert (tmp_path / "cache.db").exists()


def test_two_put_aside_one_after_the_other_are_two(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        (tmp_path / "cache.db").write_bytes(content)
        set_aside(tmp_path, identity(tmp_path))
    assert sorted(file.read_bytes() for file in tmp_path.iterdir()) == [b"one", b"two"]


def test_a_folder_is_made_for_its_owner_with_what_is_above_it(tmp_path: Path) -> None:
    prepare(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    prepare(tmp_path / "a" / "b")
