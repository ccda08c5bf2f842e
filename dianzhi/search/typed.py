"""A query as it was meant. Twin of widget/src/search/typing.js."""

from dianzhi.search.mending import mended
from dianzhi.search.opened import Opened
from dianzhi.search.reading import reading_of
from dianzhi.search.spelling import respelled


def meant_by(opened: Opened, query: str) -> str:
    """Return a query with its pinyin as characters and its slips put right."""
    return mended(opened, respelled(opened, reading_of(opened, query)))
