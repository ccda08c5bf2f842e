"""Content into a catalog: everything checked, in one pass, before anything is made of it."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from dianzhi.catalog.answers import compile_answers
from dianzhi.catalog.braces import check_braces
from dianzhi.catalog.facts import check_facts
from dianzhi.catalog.graphs import check_flow
from dianzhi.catalog.popularity import check_popularity
from dianzhi.catalog.publish import publish
from dianzhi.catalog.references import check_ids, check_references
from dianzhi.catalog.review import check_review
from dianzhi.catalog.scripts import check_script, filled
from dianzhi.catalog.types import Catalog
from dianzhi.catalog.values import shop_slots
from dianzhi.model.content import Content
from dianzhi.problems import Level, Problem


def compile_catalog(
    content: Content, *, broken: frozenset[str], media: Collection[str], day: date
) -> tuple[Catalog | None, list[Problem]]:
    """Return the catalog as of `day` and all problems; no catalog when one is an error.

    `broken` are ids of records that were left out for their own mistakes, which is an error too; `media` the names of
    the pictures there are.
    """
    problems = [*check_ids(content), *check_references(content, broken)]
    problems += check_review(content, day)
    problems += check_facts(content, day)
    problems += check_popularity(content, broken)
    problems += check_braces(content)
    for flow in content.flows:
        problems += check_flow(flow)
    for script in content.scripts:
        problems += check_script(script, content.shop, day)
    answers, found = compile_answers(content, media, day, broken)
    problems += found
    if broken or any(problem.level is Level.ERROR for problem in problems):
        return None, problems
    public = publish(content, answers, day)
    values = shop_slots(content.shop)
    scripts = tuple(filled(script, values) for script in content.scripts)
    whole = replace(content, scripts=scripts)
    return Catalog(day=day, content=whole, answers=answers, public=public), problems
