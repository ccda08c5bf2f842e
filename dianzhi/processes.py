"""Long work shared out over all processors; what comes of it does not depend on how many there are."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

from dianzhi.search.parts import Each

STAGE = "生成搜索分片"


def shared(progress: Callable[[str, int], None]) -> Each:
    """Return a `map` that works on all processors and tells how many jobs are done.

    New interpreters rather than copies of this one, in which other threads may be at work.
    """

    def each(function: Callable[[Any], Any], jobs: Iterable[Any]) -> Iterator[Any]:
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            for done, result in enumerate(pool.map(function, jobs), start=1):
                progress(STAGE, done)
                yield result

    return each
