"""The batch job that options name: a new one, or the one in a folder."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extractor.errors import SettingsError
from extractor.model.batch.job import Job
from extractor.model.batch.terms import PromptTerms, Terms, read_terms, there_is_a_job
from extractor.model.endpoint import DEFAULT_BASE_URL, public_address
from extractor.model.modes import Mode
from extractor.model.passes import DEFAULT_PLAN
from extractor.model.prompt import DEFAULT, load
from extractor.settings import Settings

_REASKS = 2


def job_for(folder: Path, settings: Settings, *, named: Mapping[str, Any]) -> Job:
    """The job in a folder. `named` are the options that were given; a job that is there has all others.

    Raises SettingsError where an option is another than the job's, or a new job has no model.
    """
    if there_is_a_job(folder):
        return Job.begin(folder, settings.cache_dir, _changed(read_terms(folder), named))
    if not settings.model:
        raise SettingsError("no model is named", hint="Set EXTRACTOR_MODEL or use --model")
    return Job.begin(folder, settings.cache_dir, _new(settings, settings.model, named))


def _new(settings: Settings, model: str, named: Mapping[str, Any]) -> Terms:
    prompt = load(DEFAULT)
    plan = prompt.plan(named["plan"] or DEFAULT_PLAN)
    return Terms(
        model=model,
        endpoint=public_address(settings.base_url or DEFAULT_BASE_URL),
        mode=Mode(named["mode"] or settings.mode or Mode.JSON_SCHEMA),
        plan=plan.name,
        prompt=PromptTerms(name=prompt.name, sha256=prompt.sha256),
        reasks=_REASKS,
        parameters={},
        max_page_chars=named["max_page_chars"],
    )


def _changed(terms: Terms, named: Mapping[str, Any]) -> Terms:
    given = {name: value for name, value in named.items() if value is not None}
    if "base_url" in given:
        given["endpoint"] = public_address(given.pop("base_url"))
    return Terms.model_validate({**terms.model_dump(mode="json"), **given})
