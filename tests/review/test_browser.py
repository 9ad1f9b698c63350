"""The page in a real browser: what a person sees and does."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from chromium import Chromium

from extractor.documents import Document
from extractor.evaluation import Suite
from extractor.evaluation.reporting.numbers import Numbers
from extractor.evaluation.runs.comparison import compare
from extractor.evaluation.runs.run import Run
from extractor.evaluation.runs.scored import score_run
from extractor.extraction import Extractor
from extractor.records.envelope import Extraction
from extractor.review import compared_page, read_page, scored_page
from extractor.review.documents import scored_documents
from extractor.review.values import KINDS

pytestmark = pytest.mark.browser

LIT = """
(() => {
  // Where the highlighted words stand, counted in code points over the page's own text nodes.
  const walker = document.createTreeWalker(document.getElementById('page'), NodeFilter.SHOW_TEXT);
  const found = {gold: [], read: []};
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const size = Array.from(node.data).length;
    for (const name of ['gold', 'read']) {
      if (node.parentElement.closest('.s').classList.contains(name)) {
        const last = found[name].at(-1);
        if (last && last[1] === at) { last[1] += size; last[2] += node.data; }
        else found[name].push([at, at + size, node.data]);
      }
    }
    at += size;
  }
  return found;
})()
"""
EVERYTHING = """(() => { const kind = document.getElementById('kind'); kind.value = '*';
  kind.dispatchEvent(new Event('input')); return document.querySelectorAll('#values li').length; })()"""
SOME_LIT = f"""[...document.querySelectorAll('#values li')].slice(FROM, TO).map((item) => {{
  item.click();
  return {{at: item.dataset.at, ...{LIT.strip()}}};
}})"""
CHOSEN = "document.querySelector('#values [aria-selected=true]').dataset.at"
SHOWN = "[...document.querySelectorAll('#values li')].map((item) => item.dataset.at)"


def place(path: Path, name: str = "") -> str:
    return path.as_uri() + (f"#doc={name}" if name else "")


def all_lit(browser: Chromium) -> list[dict[str, Any]]:
    """What is highlighted for each value in turn; a few at a time, so that a slow machine answers at all."""
    return [
        one
        for start in range(0, browser.run(EVERYTHING), 20)
        for one in browser.run(SOME_LIT.replace("FROM", str(start)).replace("TO", str(start + 20)))
    ]


def calm(browser: Chromium, path: Path) -> None:
    """Nothing left the page and nothing went wrong in it."""
    asked = [one["request"]["url"].partition("#")[0] for one in browser.reported("Network.requestWillBeSent")]
    assert set(asked) == {path.as_uri()}
    assert browser.reported("Runtime.exceptionThrown") == []
    assert browser.reported("Runtime.consoleAPICalled") == []
    assert browser.reported("Log.entryAdded") == []


@pytest.fixture(scope="module")
def page(seed_numbers: Numbers, seed: Suite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "review.html"
    path.write_text(scored_page(seed_numbers, seed), encoding="utf-8")
    return path


def merged(spans: list[list[int]], text: str) -> list[list[Any]]:
    """Spans as the browser reports them: those that touch or overlap as one."""
    found: list[list[Any]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1][1] = max(found[-1][1], end)
        elif end > start:
            found.append([start, end])
    return [[start, end, text[start:end]] for start, end in found]


def test_every_span_of_the_five_pages_is_highlighted_at_its_words(
    browser: Chromium, page: Path, seed: Suite, seed_numbers: Numbers
) -> None:
    spans = 0
    for document in scored_documents(seed_numbers, seed):
        browser.open(place(page, document["id"]))
        browser.wait_for(f"document.getElementById('doc-name').textContent === {json.dumps(document['id'])}")
        assert browser.run("document.getElementById('page').textContent") == document["text"]
        values = {value["at"]: value for value in document["values"]}
        lit = all_lit(browser)
        assert {one["at"] for one in lit} == set(values)
        for one in lit:
            value = values[one["at"]]
            assert one["gold"] == merged(value.get("gold_spans", []), document["text"]), one["at"]
            assert one["read"] == merged(value.get("predicted_spans", []), document["text"]), one["at"]
            spans += len(value.get("gold_spans", [])) + len(value.get("predicted_spans", []))
        calm(browser, page)
    assert spans > 1500


def test_every_span_of_gold_and_prediction_is_among_them(seed: Suite, seed_numbers: Numbers) -> None:
    documents = {one["id"]: one for one in scored_documents(seed_numbers, seed)}
    for case in seed.cases:
        gold, values = case.gold_extraction(), documents[case.id]["values"]
        shown = {tuple(span) for value in values for span in value.get("gold_spans", [])}
        scored = {value["at"] for value in values}
        for pointer, evidence in gold.evidence.items():
            if pointer in scored:
                assert {(span.start, span.end) for span in evidence.spans} <= shown, pointer


def test_wrong_values_come_first_and_the_keyboard_walks_them(browser: Chromium, page: Path) -> None:
    browser.open(place(page, "002_b7668aeed4df3967"))
    kinds = browser.run("[...document.querySelectorAll('#values .kind')].map((one) => one.textContent)")
    order = ["WRONG", "PARTIAL", "SPURIOUS", "MISSING", "INVALID", "CORRECT", "UNLABELLED"]
    assert kinds == sorted(kinds, key=order.index)
    listed = browser.run(SHOWN)
    assert browser.run(CHOSEN) == listed[0]
    for keys, at in (
        (["j"], 1),
        (["ArrowDown", "j"], 3),
        (["k"], 2),
        (["ArrowUp"], 1),
        (["End"], -1),
        (["Home"], 0),
    ):
        browser.press(*keys)
        assert browser.run(CHOSEN) == listed[at]
    browser.wait_for("location.hash.includes('at=')")


def test_keys_turn_documents_filter_help_and_go_back(browser: Chromium, page: Path) -> None:
    browser.open(place(page, "000_b5cf610b3e5fb516"))
    browser.press("n")
    browser.wait_for("document.getElementById('doc-name').textContent.startsWith('001_')")
    browser.press("p")
    browser.wait_for("document.getElementById('doc-name').textContent.startsWith('000_')")
    browser.press("/", *"enrollment")
    assert browser.run("document.activeElement.id") == "sought"
    assert browser.run(SHOWN)
    assert all("enrollment" in at for at in browser.run(SHOWN))
    browser.press("Escape")
    assert browser.run("document.activeElement.id") == "values"
    assert len(browser.run(SHOWN)) > 200
    browser.press("?")
    assert browser.run("document.getElementById('help').open") is True
    browser.press("j", "Escape")
    assert browser.run("document.getElementById('help').open") is False
    browser.press("o")
    browser.wait_for("!document.getElementById('overview').hidden")
    calm(browser, page)


def test_tab_reaches_everything_that_can_be_used_and_the_focus_is_seen(browser: Chromium, page: Path) -> None:
    browser.open(place(page, "000_b5cf610b3e5fb516"))
    reached, outlines = [], []
    for _ in range(24):
        browser.press("Tab")
        reached.append(browser.run("document.activeElement.id"))
        outlines.append(browser.run("getComputedStyle(document.activeElement).outlineStyle"))
    wanted = ["show-help", "next", "all-words", "page", "sought", "kind", "group", "tier", "values"]
    at = [reached.index(name) for name in wanted]
    assert at == sorted(at)
    assert all(outlines[one] == "solid" for one in at if reached[one] != "all-words")


def test_filters_narrow_the_list_and_can_be_combined(browser: Chromium, page: Path) -> None:
    browser.open(place(page, "002_b7668aeed4df3967"))
    everything = len(browser.run(SHOWN))

    def choose(name: str, value: str) -> list[dict[str, str]]:
        browser.run(
            f"(() => {{ const one = document.getElementById('{name}'); one.value = {json.dumps(value)};"
            "one.dispatchEvent(new Event('input')); })()"
        )
        found: list[dict[str, str]] = browser.run(
            "[...document.querySelectorAll('#values li')].map((item) =>"
            "({at: item.dataset.at, kind: item.querySelector('.kind').textContent}))"
        )
        return found

    wrong = choose("kind", "*look")
    assert 0 < len(wrong) < everything
    assert {one["kind"] for one in wrong} <= {"WRONG", "PARTIAL", "SPURIOUS", "MISSING", "INVALID"}
    assert {one["kind"] for one in choose("kind", "CORRECT")} == {"CORRECT"}
    assert all(one["at"].startswith("/outcomes") for one in choose("group", "outcomes"))
    assert choose("sought", "no such value") == []
    assert "no value passes" in browser.run("document.getElementById('counted').textContent")


def test_a_click_on_a_value_scrolls_to_its_words_and_a_click_on_words_chooses_a_value(
    browser: Chromium, page: Path
) -> None:
    browser.open(place(page, "002_b7668aeed4df3967"))
    browser.press("End")
    seen = """(() => { const box = document.querySelector('#page .read, #page .gold').getBoundingClientRect();
      const frame = document.getElementById('page').getBoundingClientRect();
      return box.top >= frame.top && box.bottom <= frame.bottom; })()"""
    assert browser.run("document.getElementById('page').scrollTop > 0")
    assert browser.run(seen)
    browser.click("#values li:nth-last-child(40)")
    assert browser.run(seen)
    browser.press("Home")
    words = browser.run("document.querySelector('#page .any:not(.gold, .read)').dataset.segment")
    browser.click(f"#page [data-segment='{words}']")
    assert browser.run(f"document.querySelector(\"[data-segment='{words}']\").matches('.gold, .read')")


@pytest.mark.parametrize(("width", "dark"), [(1400, False), (1400, True), (420, False)])
def test_nothing_sticks_out_of_the_window_and_marks_differ_without_colour(
    browser: Chromium, page: Path, width: int, dark: bool
) -> None:
    browser.show(width, 900, dark=dark)
    try:
        for view in ("#overview", "#fields", "#documents", "#doc=000_b5cf610b3e5fb516"):
            browser.open(page.as_uri() + view)
            assert browser.run("document.documentElement.scrollWidth <= innerWidth"), view
        legend = browser.run(
            "[...document.querySelectorAll('.legend .s')].map((one) => { const style = getComputedStyle(one);"
            "return [style.textDecorationLine, style.borderTopStyle, style.backgroundColor].join(' '); })"
        )
        assert len({one.rpartition(" rgb")[0] for one in legend}) == len(legend) == 3
        assert len({one.partition("rgb")[2] for one in legend}) == 3
    finally:
        browser.show(1400, 900)


HOSTILE = (
    "</script><script>document.title='owned'</script>\n<img src=x onerror=\"document.title='owned'\">\n"
    "javascript:alert(1) \u202eevil\u202c \u200bzero\u200b \U0001f9ea tube {{7*7}} --> "
    "<svg onload=alert(1)>\r\n"
    "A title <b>bold</b> &amp; \U0001f600 more\n"
)


def test_a_hostile_page_stays_words(browser: Chromium, scored: Callable[..., Any], tmp_path: Path) -> None:
    title = "A title <b>bold</b> &amp; \U0001f600 more"
    made, suite = scored(HOSTILE, {"brief_title": title}, {"brief_title": "zero", "acronym": "<svg>"})
    path = tmp_path / "<img src=x>.html"
    path.write_text(scored_page(made, suite), encoding="utf-8")
    browser.open(place(path, "page"))
    (document,) = scored_documents(made, suite)
    assert browser.run("document.getElementById('page').textContent") == HOSTILE
    values = {value["at"]: value for value in document["values"]}
    for one in all_lit(browser):
        value = values[one["at"]]
        assert one["gold"] == merged(value.get("gold_spans", []), HOSTILE)
        assert one["read"] == merged(value.get("predicted_spans", []), HOSTILE)
    assert values["/brief_title"]["gold_spans"]
    assert browser.run("document.title") == "page · trial: " + made.header.reader
    assert browser.run("document.querySelectorAll('script, img, svg:not(.plot), iframe, object').length") == 2
    assert browser.run("document.querySelectorAll('[onerror], [onload]').length") == 0
    assert browser.run("document.querySelectorAll('#page .unseen').length") == 4
    calm(browser, path)


def test_the_policy_of_the_page_stops_what_would_get_in(browser: Chromium, page: Path) -> None:
    browser.open(place(page))
    browser.run(
        "(() => { window.stopped = []; document.addEventListener('securitypolicyviolation', (event) =>"
        "window.stopped.push(event.effectiveDirective));"
        "const script = document.createElement('script'); script.textContent = 'window.owned = 1';"
        "document.body.append(script); const image = new Image(); image.src = 'https://example.org/x.png';"
        "document.body.append(image); fetch('https://example.org/').catch(() => null); })()"
    )
    browser.wait_for("window.stopped.length >= 3")
    assert set(browser.run("window.stopped")) == {"script-src-elem", "img-src", "connect-src"}
    assert browser.run("window.owned === undefined")


def test_two_runs_are_shown_side_by_side_with_what_got_worse_first(
    browser: Chromium, scored: Callable[..., Any], tmp_path: Path
) -> None:
    text = "A title of a trial\nAcronym MILK\nAnother title\n"
    gold = {"brief_title": "A title of a trial", "acronym": "MILK"}
    runs = []
    for read in ({"brief_title": "A title of a trial"}, {"brief_title": "Another title", "acronym": "MILK"}):
        made, suite = scored(text, gold, read)
        runs.append(score_run(suite, Run.of("run", [one for _, one in made.report.readings])))
    path = tmp_path / "compared.html"
    path.write_text(compared_page(compare(*runs, suite.gate), suite), encoding="utf-8")
    browser.open(place(path, "page"))
    kinds = browser.run("[...document.querySelectorAll('#values .kind')].map((one) => one.textContent)")
    assert kinds == ["LOST", "GAINED"]
    sides = browser.run(
        "[...document.querySelectorAll('#values li:first-child .side')].map((one) => one.textContent)"
    )
    assert sides == ["goldA title of a trial", "beforeA title of a trial", "afterAnother title"]
    lit = {
        name: browser.run(f"document.querySelector('#page .{name}').textContent")
        for name in ("before", "read")
    }
    assert lit == {"before": "A title of a trial", "read": "Another title"}
    calm(browser, path)


def test_a_run_that_nobody_scored_shows_its_values_by_doubt(
    browser: Chromium, tmp_path: Path, seed: Suite
) -> None:
    found: dict[str, Extraction] = {}
    texts = {}
    for case in seed.cases[:2]:
        extraction = Extractor().extract(case.document)
        found[extraction.document.text_sha256] = extraction
        texts[extraction.document.text_sha256] = Document.from_path(case.document).text
    path = tmp_path / "run.html"
    path.write_text(read_page(Run.of("a run", found.values()), texts), encoding="utf-8")
    browser.open(place(path, seed.cases[0].id))
    kinds = browser.run("[...document.querySelectorAll('#values .kind')].map((one) => one.textContent)")
    order = [kind for kind in KINDS if kind in kinds]
    assert kinds == sorted(kinds, key=order.index)
    assert browser.run(LIT)["gold"] == []
    assert len(browser.run(SHOWN)) > 50
    browser.press("n")
    browser.wait_for(f"document.getElementById('doc-name').textContent === {json.dumps(seed.cases[1].id)}")
    calm(browser, path)
