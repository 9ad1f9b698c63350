from pathlib import Path

import pytest

from extractor.model.batch.files import locked, whole_folder, write_whole


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_whole(path, [b"one\n", b"two\n"])
    write_whole(path, [b"three\n"])
    assert path.read_bytes() == b"three\n"
    assert names_in(tmp_path) == ["a.txt"]


def _broken() -> object:
    yield b"half"
    raise OSError("no space left")


def test_a_file_whose_writing_fails_stays_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")
    with pytest.raises(OSError, match="no space"):
        write_whole(path, _broken())  # type: ignore[arg-type]
    assert path.read_bytes() == b"before"
    assert names_in(tmp_path) == ["a.txt"]


def test_a_folder_has_its_name_only_when_it_is_full(tmp_path: Path) -> None:
    path = tmp_path / "round"
    with whole_folder(path) as place:
        (place / "a").write_bytes(b"a")
        assert not path.exists()
    assert (path / "a").read_bytes() == b"a"
    assert names_in(tmp_path) == ["round"]


def test_a_folder_whose_filling_fails_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no space"), whole_folder(tmp_path / "round") as place:
        write_whole(place / "a", _broken())  # type: ignore[arg-type]
    assert names_in(tmp_path) == []


def test_what_a_killed_process_left_is_not_taken_over(tmp_path: Path) -> None:
    with whole_folder(tmp_path / "round") as place:
        pass
    left = place
    (tmp_path / "round").rename(left)
    (left / "half").write_bytes(b"half")
    with whole_folder(tmp_path / "round") as place:
        (place / "a").write_bytes(b"a")
    assert names_in(tmp_path / "round") == ["a"]


def test_a_folder_that_is_there_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "round").mkdir()
    (tmp_path / "round" / "paid").write_bytes(b"paid")
    with pytest.raises(OSError, match="not empty"), whole_folder(tmp_path / "round") as place:
        (place / "a").write_bytes(b"a")
    assert names_in(tmp_path / "round") == ["paid"]


def test_a_lock_is_let_go_at_the_end(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no"), locked(tmp_path):
        raise OSError("no")
    with locked(tmp_path):
        assert (tmp_path / ".lock").exists()
