"""The one error of a page of which some passes failed."""

import tea
from scripted import question

from extractor.errors import ModelError, SettingsError, Spent
from extractor.model.client import Reply
from extractor.model.conversation import Conversation
from extractor.model.failing import failure
from extractor.model.faults import AuthenticationFaultError, EmptyAnswerError, TruncatedAnswerError
from extractor.model.prompt import load
from extractor.model.wire.forms import form_of


class WaitingError(ModelError):
    """An answer that is not there yet; made with words of its own."""

    def __init__(self, passed: str, *, document: str) -> None:
        super().__init__(f"{passed} waits", document=document)
        self.passed = passed


def weightiest(*errors: Exception) -> BaseException:
    return failure(tea.page(), errors, [])


def test_what_stops_the_job_comes_before_faults_and_faults_before_waiting() -> None:
    waiting = WaitingError("arms", document="tea")
    empty, cut, key = EmptyAnswerError("no"), TruncatedAnswerError("cut"), AuthenticationFaultError("key")
    assert isinstance(weightiest(waiting, empty, key), AuthenticationFaultError)
    assert isinstance(weightiest(waiting, cut, empty), TruncatedAnswerError)
    assert isinstance(weightiest(waiting), WaitingError)


def test_what_is_no_models_error_comes_first_and_as_it_is() -> None:
    wrong, bug = SettingsError("wrong"), ValueError("a bug")
    assert weightiest(AuthenticationFaultError("key"), wrong) is wrong
    assert weightiest(wrong, bug) is bug


def test_the_error_names_the_page_and_holds_what_all_passes_cost() -> None:
    talk = Conversation(question(), form_of(("brief_title",)), tea.page(), watch=load().watch)
    talk.take(Reply("{}", tokens_in=5, sent=2))
    errors = [
        EmptyAnswerError("no", raw="", spent=Spent(sent=1)),
        TruncatedAnswerError("cut", spent=Spent(sent=3)),
    ]
    found = failure(tea.page(), errors, [talk])
    assert isinstance(found, EmptyAnswerError)
    assert str(found).startswith("tea: no.")
    assert (found.document, found.raw, found.spent) == ("tea", "", Spent(sent=6, tokens_in=5))


def test_an_error_that_two_pages_meet_is_named_for_each() -> None:
    shared = EmptyAnswerError("no")
    assert str(weightiest(shared)) == str(weightiest(shared))
    assert shared.document == ""


def test_an_error_that_names_its_page_keeps_its_words_and_its_own_fields() -> None:
    found = weightiest(WaitingError("arms", document="tea"))
    assert isinstance(found, WaitingError)
    assert (found.message, found.passed) == ("tea: arms waits", "arms")
