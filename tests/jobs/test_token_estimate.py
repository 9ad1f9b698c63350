"""What the next request will cost in tokens."""

from scripted import question

from extractor.jobs.token_estimate import TokenEstimate
from extractor.model.client import Reply
from extractor.model.tokens import estimated_tokens


def test_before_the_first_answer_it_is_the_length_and_an_answer_as_budgets_expect_it() -> None:
    estimate, asked = TokenEstimate(), question("page " * 100)
    assert estimate.length(asked) == estimated_tokens(asked)
    assert estimate.of(100) == 4100


def test_an_input_that_cost_more_counts_at_once_and_one_that_cost_less_slowly() -> None:
    estimate = TokenEstimate()
    estimate.learn(100, Reply("{}", tokens_in=1000, tokens_out=5))
    assert estimate.of(100) == 1005
    estimate.learn(100, Reply("{}", tokens_in=100, tokens_out=3))
    assert 900 < estimate.of(100) < 1000
    for _ in range(200):
        estimate.learn(100, Reply("{}", tokens_in=100, tokens_out=3))
    assert 105 <= estimate.of(100) < 106
