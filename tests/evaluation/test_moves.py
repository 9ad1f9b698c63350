from extractor.evaluation.moves import Moves, Node
from extractor.records.criteria import Criterion


def test_items_of_pairs_across_levels_are_free_for_no_other_pair() -> None:
    ours, theirs = (tuple(Criterion(text=text) for text in "abc") for _ in range(2))
    moves = Moves()
    moves.add(Node(ours[1], "/1"), Node(theirs[0], "/0"))
    assert moves.free(ours, theirs) == ([0, 2], [1, 2])
    assert moves.partners[id(ours[1])].pointer == "/0"
