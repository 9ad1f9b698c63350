"""`extractor run`, run as a user runs it."""

import json
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import tea
from openai_server import OpenAIServer

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def folder(tmp_path: Path, page_text: str) -> Path:
    """Two pages that can be read and one that is empty."""
    place = tmp_path / "pages"
    place.mkdir()
    (place / "milk.txt").write_text(page_text, encoding="utf-8")
    (place / "tea.txt").write_text("Tea, NCT09990001", encoding="utf-8")
    (place / "void.txt").write_text("", encoding="utf-8")
    return place


def test_a_job_leaves_results_failures_and_a_sum(call: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = call("run", folder, "--out", out)
    assert done.returncode == 5
    assert done.stdout == "ended: 3 in = 2 ok\n  + 1 failed: empty_document\n"
    begin, end = done.stderr.splitlines()
    assert begin == f"extractor: reader layout, pages 3, run folder {out}"
    assert end.startswith("pages 3 of 3 (100%)")
    lines = (out / "results-00001.jsonl").read_text(encoding="utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert [one["document"]["id"] for one in found] == ["milk", "tea"]
    assert found[0]["record"]["design"]["enrollment"]["count"] == 40
    assert json.loads((out / "failures.jsonl").read_text(encoding="utf-8")) == {
        "document": "void",
        "error": "EmptyDocumentError",
        "code": "empty_document",
        "message": "the page is empty",
        "attempts": 0,
        "hint": "Nothing can be read from it",
    }


def test_the_exit_code_is_0_only_if_every_page_is_well(call: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "void.txt").unlink()
    assert call("run", folder, "--out", tmp_path / "a").returncode == 0
    assert call("run", "--status", "--out", tmp_path / "a").returncode == 0
    (folder / "link.txt").symlink_to("tea.txt")
    done = call("run", folder, "--out", tmp_path / "b")
    assert (done.returncode, done.stdout.splitlines()[1]) == (
        5,
        "  + 1 skipped: a link; name what it leads to",
    )


def test_the_same_command_again_has_nothing_to_do(call: Run, folder: Path, tmp_path: Path) -> None:
    first = call("run", folder, "--out", tmp_path / "out")
    again = call("run", folder, "--out", tmp_path / "out")
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)
    assert "nothing is left to do" in again.stderr


def test_another_option_is_another_job(call: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    call("run", folder, "--out", out)
    done = call("run", folder, "--out", out, "--no-texts", "--max-bytes", "9999")
    assert done.returncode == 2
    assert (
        "max_bytes was 5000000 and is now 9999; texts was True and is now False. Give --fork" in done.stderr
    )
    forked = call("run", folder, "--out", out, "--no-texts", "--fork")
    assert forked.returncode == 5
    assert not (tmp_path / "out-2" / "documents.jsonl").exists()
    assert call("run", folder, "--out", out, "--workers", "3").returncode == 5


def test_standard_input_can_be_a_list(run: Run, tmp_path: Path) -> None:
    listed = '{"nct": "a", "body": "Tea, NCT09990001"}\n'
    words = ("run", "-", "--stdin", "jsonl", "--id-column", "nct", "--text-column", "body")
    done = run(*words, "--out", tmp_path / "out", "--quiet", stdin=listed)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    again = run(*words, "--out", tmp_path / "out", stdin=listed)
    assert again.returncode == 0
    other = run(*words, "--out", tmp_path / "out", stdin=listed.replace("Tea", "Cocoa"))
    assert "the inputs have changed: the page 'a' has another content" in other.stderr


def test_failed_pages_are_read_again_if_asked_for(call: Run, folder: Path, tmp_path: Path) -> None:
    call("run", folder, "--out", tmp_path / "out")
    done = call("run", folder, "--out", tmp_path / "out", "--retry-failed")
    assert done.returncode == 5
    assert "2 done before" in done.stderr


def test_bad_usage_is_exit_2_and_leaves_nothing(call: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    for words in (("--out", out), (tmp_path / "nothing.txt", "--out", out), ("a.txt",)):
        assert call("run", *words).returncode == 2
    assert not out.exists()
    done = call("run", "--status", "--out", tmp_path / "none")
    assert (done.returncode, "there is no job here" in done.stderr) == (2, True)


def test_no_key_gets_into_the_run_folder(run: Run, folder: Path, tmp_path: Path) -> None:
    secrets = {"OPENAI_API_KEY": "sk-canary-1", "SOME_TOKEN": "canary-2"}
    address = "http://user:canary-3@127.0.0.1:9/v1?api-key=canary-4"
    words = ("run", folder, "--out", tmp_path / "out", "--reader", "model", "--model", "m")
    words += ("--base-url", address, "--patience", "0.1")
    done = run(*words, EXTRACTOR_CACHE_DIR=str(tmp_path / "cache"), **secrets)
    assert done.returncode == 2
    assert "no request reached the server" in done.stderr
    assert "canary" not in done.stdout + done.stderr
    written = b"".join(path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert b"canary" not in written
    assert b"http://127.0.0.1:9/v1" in written


def test_going_on_with_an_ended_job_of_many_pages_is_quick(run: Run, tmp_path: Path) -> None:
    listed = tmp_path / "many.jsonl"
    lines = (json.dumps({"id": f"p{number}", "text": f"Tea {number}"}) for number in range(2000))
    listed.write_text("\n".join(lines), encoding="utf-8")
    assert run("run", listed, "--out", tmp_path / "out").returncode == 0
    began = time.monotonic()
    assert run("run", listed, "--out", tmp_path / "out").returncode == 0
    assert time.monotonic() - began < 5


def test_progress_can_be_json_lines(call: Run, folder: Path, tmp_path: Path) -> None:
    done = call("run", folder, "--out", tmp_path / "out", "--json-progress")
    last = json.loads(done.stderr.splitlines()[-1])
    assert (last["total"], last["done"], last["failed"]) == (3, 3, {"empty_document": 1})


def test_after_the_deadline_no_page_is_begun_and_the_job_can_go_on(
    call: Run, folder: Path, tmp_path: Path
) -> None:
    done = call("run", folder, "--out", tmp_path / "out", "--deadline", "0.000001", "--quiet")
    assert (done.returncode, "s for this job are over" in done.stderr) == (2, True)
    assert call("run", folder, "--out", tmp_path / "out", "--deadline", "100").returncode == 5
    assert call("run", "--status", "--out", tmp_path / "out").stdout.startswith("ended: 3 in = 2 ok")


def test_limits_are_refused_where_no_model_is_asked(call: Run, folder: Path, tmp_path: Path) -> None:
    done = call("run", folder, "--out", tmp_path / "out", "--requests-per-minute", "60")
    assert done.returncode == 2
    assert "the layout reader has no use for --requests-per-minute" in done.stderr


def test_pages_can_be_read_in_several_processes(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("run", folder, "--out", tmp_path / "one").returncode == 5
    assert run("run", folder, "--out", tmp_path / "two", "--workers", "2").returncode == 5
    for name in ("results-00001.jsonl", "failures.jsonl", "documents.jsonl"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


@pytest.mark.dask
def test_a_dask_cluster_gives_the_same_bytes(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("run", folder, "--out", tmp_path / "one").returncode == 5
    assert run("run", folder, "--out", tmp_path / "two", "--engine", "dask").returncode == 5
    for name in ("results-00001.jsonl", "failures.jsonl", "documents.jsonl"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_a_scheduler_without_its_engine_is_refused(call: Run, folder: Path, tmp_path: Path) -> None:
    done = call("run", folder, "--out", tmp_path / "out", "--scheduler", "tcp://127.0.0.1:1")
    assert (done.returncode, "Add --engine dask" in done.stderr) == (2, True)


def test_processes_that_verify_change_no_byte_of_results(run: Run, tmp_path: Path) -> None:
    listed = tmp_path / "pages.jsonl"
    lines = ({"id": f"p{at}", "text": f"{tea.PAGE}\nPage {at}"} for at in range(20))
    listed.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with OpenAIServer(tea.reply) as server:
        words = ("run", listed, "--reader", "model", "--model", "m", "--base-url", server.url, "--quiet")
        for count in ("1", "2"):
            cache = str(tmp_path / f"cache{count}")
            done = run(*words, "--out", tmp_path / count, "--processes", count, EXTRACTOR_CACHE_DIR=cache)
            assert (done.returncode, done.stderr) == (0, "")
    for name in ("results-00001.jsonl", "failures.jsonl", "documents.jsonl", "inputs.jsonl"):
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes()


def test_processes_that_would_verify_nothing_are_refused(call: Run, folder: Path, tmp_path: Path) -> None:
    done = call("run", folder, "--out", tmp_path / "out", "--processes", "2")
    assert done.returncode == 2
    assert "the layout reader has no use for --processes. Use --workers" in done.stderr
    done = call("run", folder, "--out", tmp_path / "out", "--processes", "2", "--engine", "dask")
    assert (done.returncode, "Leave --processes out" in done.stderr) == (2, True)


def test_records_in_json_and_xml_are_pages_and_a_file_of_several_fails(call: Run, tmp_path: Path) -> None:
    folder, out = tmp_path / "records", tmp_path / "out"
    folder.mkdir()
    study = {"protocolSection": {"identificationModule": {"nctId": "NCT09990001", "briefTitle": "Tea"}}}
    (folder / "one.json").write_text(json.dumps(study), encoding="utf-8")
    (folder / "two.json").write_text(json.dumps({"studies": [study, study]}), encoding="utf-8")
    (folder / "old.xml").write_text(
        "<clinical_study><id_info><nct_id>NCT09990002</nct_id></id_info></clinical_study>", encoding="utf-8"
    )
    done = call("run", folder, "--out", out)
    assert done.stdout == "ended: 3 in = 2 ok\n  + 1 failed: malformed_document\n"
    found = (out / "results-00001.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(one)["document"]["layout"] for one in found] == ["ctgov-xml", "ctgov-api-v2"]
    assert json.loads(found[1])["lineage"]["converter"] == "record-text 1"
    failure = json.loads((out / "failures.jsonl").read_text(encoding="utf-8"))
    assert failure["message"] == "it holds 2 studies, and a page is one trial"
    assert failure["hint"].startswith("Split it")


def test_a_run_folder_inside_the_pages_folder_gives_no_pages(call: Run, folder: Path) -> None:
    (folder / "void.txt").unlink()
    first = call("run", folder, "--out", folder / "out")
    again = call("run", folder, "--out", folder / "out2")
    assert (first.returncode, again.returncode) == (0, 0)
    assert first.stdout == again.stdout == "ended: 2 in = 2 ok\n"
    assert call("extract", folder).stderr == "extractor: reader layout, pages 2\n"
