import re

from extractor.evaluation.report_markdown import SUMMARY_LIMIT, escape, markdown
from extractor.evaluation.table import Table


def test_words_of_pages_stay_words() -> None:
    assert escape("a|b *x* <b> \\<60kg") == r"a\|b \*x\* &lt;b&gt; \\&lt;60kg"
    assert escape("![x]\n[y](z)") == r"!\[x\] \[y\](z)"


def test_invisible_characters_are_shown() -> None:
    assert escape("a\u202eb\x1bc") == r"a\\u202eb\\x1bc"


def test_mentions_issues_addresses_and_pointers_stand_in_code_where_nothing_is_linked() -> None:
    assert escape("ask @all, see #123") == "`ask @all, see #123`"
    assert escape("http://evil.example") == "`http://evil.example`"
    assert escape("/arms/0/label") == "`/arms/0/label`"
    assert escape("`@a` | b") == "`` `@a` \\| b ``"


def test_commands_of_a_log_are_split() -> None:
    for text in ("::error::x @all", "##[error]x", "a ::add-mask::b"):
        found = escape(text)
        assert "::" not in found
        assert "##[" not in found
        assert not re.search(r"@\w", found)


def table(rows: int, title: str = "Errors") -> Table:
    return Table(title, ("", "value"), tuple((f"row {n}", "é" * 50) for n in range(rows)), words=2)


def test_a_long_table_is_folded_away_and_a_short_one_is_not() -> None:
    assert "<details>" in markdown("T", [], [table(100)])
    assert "<details>" not in markdown("T", [], [table(3)])


def test_a_summary_stays_within_its_limit_and_says_what_is_left_out() -> None:
    whole = [table(3, "Scores"), table(20_000), table(5, "More")]
    found = markdown("T", [], whole, limit=SUMMARY_LIMIT)
    size = len(found.encode("utf-8"))
    assert SUMMARY_LIMIT * 0.99 < size <= SUMMARY_LIMIT
    shown = found.count("| row ")
    told = re.search(r"\*\*Cut here\*\*: (\d+) rows(?: and (\d+) whole tables)? were left out", found)
    assert told
    assert shown + int(told[1]) == 20_008
    assert found.count("<details>") == found.count("</details>")


def test_what_fits_is_not_cut() -> None:
    found = markdown("T", ["one"], [table(30)], limit=SUMMARY_LIMIT)
    assert found == markdown("T", ["one"], [table(30)])
    assert "Cut here" not in found
