"""The one error of a page of which some passes failed: the weightiest, with what all passes cost."""

from collections.abc import Sequence

from extractor.documents import Document
from extractor.errors import ExtractorError, ModelError, Spent
from extractor.model.conversation import Conversation
from extractor.model.faults import Fault


def failure(
    document: Document, errors: Sequence[BaseException], conversations: Sequence[Conversation]
) -> BaseException:
    """The error to raise: what stops the whole job, then faults, then answers that are only not there yet.

    What is no ModelError comes before all of them. Of equal weight the first counts. A ModelError names the
    page and holds what was spent on all passes, and how often they were asked.
    """
    worst = min(errors, key=_weight)
    if not isinstance(worst, ModelError):
        return worst
    spent = sum((one.spent for one in conversations), start=Spent())
    spent = sum((one.spent for one in errors if isinstance(one, ModelError)), start=spent)
    named = _named(worst, document, spent)
    named.attempts = sum(one.asked for one in conversations)
    return named


def _weight(error: BaseException) -> int:
    if not isinstance(error, ModelError):
        return 1 if isinstance(error, ExtractorError) else 0
    if not isinstance(error, Fault):
        return 4
    return 2 if error.policy.stops else 3


def _named(error: ModelError, document: Document, spent: Spent) -> ModelError:
    """A copy of an error about a page: several pages may have met the very same one."""
    made = type(error).__new__(type(error), *error.args)
    vars(made).update(vars(error))
    if not error.document:
        made.document, made.message = document.id, f"{document.id}: {error.message}"
    made.spent = spent
    made.__cause__ = error.__cause__
    return made.with_traceback(error.__traceback__)
