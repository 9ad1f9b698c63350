import pytest

from extractor.normalise.result_parts import ReadFigure
from extractor.normalise.result_reader import read_figures


def _read(sentence: str) -> list[tuple[str, str, str | None]]:
    def told(one: ReadFigure) -> tuple[str, str, str | None]:
        arm = sentence[slice(*one.arm)] if one.arm else None
        return sentence[slice(*one.outcome)], sentence[one.figure.start : one.figure.end], arm

    return [told(one) for one in read_figures(sentence)]


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        (
            "Mean sleep was 7 h with green tea and 6 h with milk.",
            [("sleep", "7 h", "green tea"), ("sleep", "6 h", "milk")],
        ),
        (
            "Waking was lower in the tea group than in the milk group (9% vs 12%, P=0.02).",
            [("Waking", "9%", "tea group"), ("Waking", "12%", "milk group")],
        ),
        (
            "At day 9, 12 patients (5%) in group A and 19 (9%) in group B had cold feet.",
            [("cold feet", "12 patients (5%)", "group A"), ("cold feet", "19 (9%)", "group B")],
        ),
        (
            "Cure was seen in 34 (28%) and 51 (42%) patients in the tea and milk groups, respectively.",
            [("Cure", "34 (28%)", "tea"), ("Cure", "51 (42%)", "milk groups")],
        ),
        (
            "The most common adverse events were colds (32%) and coughs (8%).",
            [("colds", "32%", None), ("coughs", "8%", None)],
        ),
        (
            "Death (3% vs 4%) and stroke (2% vs 1%) were similar in both groups.",
            [("Death", "3%", None), ("Death", "4%", None), ("stroke", "2%", None), ("stroke", "1%", None)],
        ),
        ("Those given tea had longer sleep (7 vs 6 h).", [("sleep", "7", None), ("sleep", "6 h", None)]),
        ("No difference was found in sleep (7 vs 6 h).", [("sleep", "7", None), ("sleep", "6 h", None)]),
        ("Fewer patients given tea had colds (5% vs 9%).", [("colds", "5%", None), ("colds", "9%", None)]),
        ("Tea reduced waking (9% vs 12%).", [("waking", "9%", None), ("waking", "12%", None)]),
        ("Tea was associated with waking (OR 2.10).", [("waking", "OR 2.10", None)]),
        ("Sleep was longer with tea (difference, 1.9 h).", [("Sleep", "difference, 1.9 h", None)]),
        ("Of the 50 adults, 20 (40%) had colds.", [("colds", "20 (40%)", None)]),
        ("Waking was 2.7 per 100 person-years with tea.", [("Waking", "2.7 per 100 person-years", "tea")]),
        ("Those given tea had a lower risk of colds (RR 0.78).", [("colds", "RR 0.78", None)]),
        (
            "Cure was seen in 93% in the tea group, significantly higher than 78% in the milk group.",
            [("Cure", "93%", "tea group"), ("Cure", "78%", "milk group")],
        ),
        ("Mean (±SD) sleep was 7.3±1.5 in group A.", [("sleep", "7.3", "group A")]),
        (
            "Sensitivity, specificity, and accuracy were 91%, 85%, and 88%, respectively.",
            [("Sensitivity", "91%", None), ("specificity", "85%", None), ("accuracy", "88%", None)],
        ),
        (
            "Cure was seen in 40%, and 28 completed the study.",
            [("Cure", "40%", None), ("completed the study", "28", None)],
        ),
        ("There were 12 deaths in the tea group.", [("deaths", "12", "tea group")]),
        (
            "Sensitivity was 92% and specificity 78%",
            [("Sensitivity", "92%", None), ("specificity", "78%", None)],
        ),
        (
            "Sleep rose from 6 to 7 h (between-group difference, 1 h).",
            [("Sleep", "7 h", None), ("Sleep", "between-group difference, 1 h", None)],
        ),
        ("The odds ratio for waking was 2.45.", [("waking", "odds ratio for waking was 2.45", None)]),
        ("Sleep lasted 9·8 h.", [("Sleep", "9·8 h", None)]),
    ],
)  # fmt: skip
def test_each_figure_has_its_outcome_and_its_group(
    sentence: str, read: list[tuple[str, str, str | None]]
) -> None:
    assert _read(sentence) == read


@pytest.mark.parametrize(
    "sentence",
    [
        "Tea was better than milk (45% vs 30%).",
        "Four patients (two in each group) died.",
        "Mean sleep was 4.6 ± 1.7 h and 4.0 ± 0.9 h in the group 1 and 2 respectively.",
        "HR-QoL improved in the tea group (4.2 points).",
        "Tea (45%) and milk (30%) were similar.",
        "Group A (5%) and group B (7%) were similar.",
        "Waking was 5% lower in the tea group.",
        "Pain fell by 50% in 20% of patients.",
        "The waking rate was 12% with tea and milk 5%.",
        "The waking rate was 10% per year.",
        "Sleep was 12 vs 10 h (P=0.03 for noninferiority).",
        "Sensitivity and specificity were 92% and 78%.",
        "Sleep was 7 h and 6 h (95% CI 1 to 2).",
        "Weight loss of 5% was seen in 40% of patients.",
        "Sleep was 7 h in 2 of 3 beds.",
    ],
)
def test_a_sentence_that_no_form_fits_to_its_end_gives_nothing(sentence: str) -> None:
    assert read_figures(sentence) == ()


def test_a_p_value_behind_a_pair_is_both_and_one_beside_a_ratio_is_the_ratios() -> None:
    first, second = read_figures("Waking was seen in 9% with tea and 12% with milk (P=0.02)")
    assert first.p_value == second.p_value != None  # noqa: E711 - both have it
    first, ratio = read_figures("Waking was seen in 9% with tea (HR 0.70; P=0.02)")
    assert (first.p_value, ratio.p_value is None) == (None, False)


def test_numbers_in_brackets_behind_an_interval_are_one_too() -> None:
    first, second = read_figures("Sleep was 9 h (95% CI 7-12) with tea and 4 h (3-6) with milk")
    assert (first.level, str(first.low), second.level) == (95, "7", None)
