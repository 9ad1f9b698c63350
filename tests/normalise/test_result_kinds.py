import pytest

from extractor.normalise.places import Places
from extractor.normalise.result_figures import figures_beside
from extractor.normalise.result_kinds import statistic_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The median sleep was 7 hours", "MEDIAN"),
        ("Mean sleep was 7 hours", "MEAN"),
        ("The response rate was 9%", "RATE"),
        ("12 patients (27%) slept", "COUNT"),
        ("Waking was reduced by 53%", "OTHER"),
        ("The difference was 5 hours", "DIFFERENCE"),
        ("The OR was 2.1", "OR"),
    ],
)
def test_the_words_before_a_figure_say_its_kind(text: str, kind: str) -> None:
    (figure,) = figures_beside(text, Places(()))
    assert statistic_of(figure, text[: figure.start], text[figure.start :]) == kind
