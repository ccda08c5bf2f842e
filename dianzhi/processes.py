"""Long work shared out over all processors; what comes of it does not depend on how many there are."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any

from dianzhi.search.parts import Each

STAGE = "生成搜索分片"


def shared(progress: Callable[[str, int], None]) -> Each:
    """Return a `map` that works on all processors and tells how many jobs are done.

    New interpreters rather than copies of this one, in which other threads may be at work.
    """

    def each(function: Callable[[Any], Any], jobs: Iterable[Any]) -> Iterator[Any]:
        for done, result in enumerate(_results(function, list(jobs)), start=1):
            progress(STAGE, done)
            yield result

    return each


def _results(function: Callable[[Any], Any], jobs: list[Any]) -> Iterator[Any]:
    """Yield results in the order of the jobs; where a worker was killed, the rest is done here.

    Systems short of memory kill the largest, and some programs cannot be started a second time.
    """
    done = 0
    try:
        with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_follow) as pool:
            for result in pool.map(function, jobs):
                yield result
                done += 1
    except BrokenProcessPool:
        yield from map(function, jobs[done:])


def _follow() -> None:
    """End this worker with the build: one that was killed cannot tell its workers."""
    Thread(target=_leave, daemon=True).start()


def _leave() -> None:
    build = parent_process()
    if build is not None:
        build.join()
        os._exit(1)
