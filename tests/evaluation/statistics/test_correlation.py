from extractor.evaluation.statistics.correlation import CORRELATIONS, USUAL, correlation
from extractor.evaluation.statistics.ratio import Ratio


def test_documents_that_are_all_right_or_all_wrong_are_correlated() -> None:
    apart = correlation([Ratio(20, 20), Ratio(0, 20)] * 10)
    alike = correlation([Ratio(10, 20)] * 20)
    assert apart > 0.5
    assert alike < 0.05


def test_with_nothing_seen_what_was_held_before_stays() -> None:
    even = sum(CORRELATIONS) / len(CORRELATIONS)
    assert abs(correlation([]) - even) < 1e-9
    usual = sum(c * w for c, w in zip(CORRELATIONS, USUAL, strict=True)) / sum(USUAL)
    assert abs(correlation([], USUAL) - usual) < 1e-9


def test_one_cell_a_document_tells_nothing_of_correlation() -> None:
    assert abs(correlation([Ratio(1, 1)] * 9 + [Ratio(0, 1)]) - correlation([])) < 1e-6
