"""How often each entry was asked for: only what is sure, and nothing but ids and counts.

After a wanted change of the sample or of the ranking, write `asked.yaml` here anew as the report
(test_learn_sample.py), with `--asked tests/learning/asked.yaml` as well, and read what changed.
"""

import re
from datetime import date
from pathlib import Path

import pytest

from dianzhi import pipeline
from dianzhi.learning.asked import Asked, Log
from dianzhi.learning.learn import learn
from dianzhi.learning.popularity import asked_yaml, popularity
from dianzhi.learning.read import read_log
from dianzhi.learning.trial import Shop
from dianzhi.model.popularity import MOST_ASKED, Popularity, Tally
from dianzhi.source.understand import understand
from tests.conftest import TEXTS

HERE = Path(__file__).parent
USE = """\
  - id: {name}
    category: orders
    question: {question}
    answer: 看说明。
    state: approved
    owner: wang
    edited_by: wang
    edited_on: 2026-09-01
    approved_by: li
    approved_on: 2026-09-02
    effective: 2026-09-03
    review_by: 2027-01-31
"""
SHOP = TEXTS | {
    "faq/shelf-life.yaml": TEXTS["faq/shelf-life.yaml"]
    + USE.format(name="use-serum", question="精华怎么使用")
    + USE.format(name="use-mask", question="面膜怎么使用")
}
SURE, UNSURE, EQUAL = "七天无理由怎么退", "不喜欢想寄还给你们", "怎么使用"
"""Found directly, found with no certainty, and found with certainty twice, with the same score."""


@pytest.fixture
def counted(catalog_of):
    def count(asked, **more):
        files = {path: text.encode() for path, text in (SHOP | more).items()}
        catalog = catalog_of(files)
        return popularity(catalog, learn(catalog, files, [Log(tuple(asked))], least=2, limit=9))

    return count


CASES = [
    ([Asked(UNSURE, "no-reason", 3)], {"no-reason": 3}, "opened"),
    ([Asked(SURE, count=2)], {"no-reason": 2}, "nothing opened, found for sure"),
    ([Asked(SURE)], {"no-reason": 1}, "once counts as well: others ask the same in other words"),
    ([Asked(UNSURE, count=9)], {}, "nothing opened, guessed"),
    ([Asked(EQUAL, count=9)], {}, "sure, but two say so: which is first is the author's order"),
    ([Asked("精华面膜怎么使用", count=9)], {}, "sure, but by less than priority can do"),
    ([Asked(EQUAL, "use-mask", 9)], {"use-mask": 9}, "until one is opened"),
    ([Asked("你们招客服吗", count=9)], {}, "found nowhere"),
    (
        [Asked(SURE, "no-reason", 3), Asked(SURE, "how-long", 1), Asked(SURE, count=2)],
        {"no-reason": 5, "how-long": 1},
        "each that was opened; who opened none, the one that search and most people say",
    ),
    (
        [Asked(SURE, "how-long", 3), Asked(SURE, "no-reason", 1), Asked(SURE, count=2)],
        {"how-long": 3, "no-reason": 1},
        "most people say something else than search: who opened none is not counted",
    ),
    ([Asked(SURE, "gone-since", 3), Asked(SURE, count=2)], {}, "they opened what is gone"),
    ([Asked("在吗", count=9), Asked("〔电话〕", count=9)], {}, "nothing is asked"),
    ([Asked("亲，七天无理由怎么退呀", count=2)], {"no-reason": 2}, "chatter around it"),
]


@pytest.mark.parametrize(
    ("asked", "counts"), [one[:2] for one in CASES], ids=[one[2] for one in CASES]
)
def test_what_counts(asked, counts, counted):
    assert {one.entry: one.count for one in counted(asked).asked} == counts


def test_the_most_asked_first_and_the_days(counted):
    asked = [
        Asked("面膜怎么使用", count=2, day="2026-11-20"),
        Asked(SURE, count=2),
        Asked("保质期几年", count=7, day="2026-11-18"),
    ]
    found = counted(asked)
    assert (found.since, found.until) == (date(2026, 11, 18), date(2026, 11, 20))
    assert [one.entry for one in found.asked] == ["how-long", "no-reason", "use-mask"]


@pytest.mark.parametrize("query", [EQUAL, "退无理由面膜", "使用面精"])
def test_what_was_counted_before_is_no_reason_to_count_it_again(query, counted, catalog_of):
    """Lifted, an entry is first, or more or less surely so; what the logs say has not changed."""
    before = "asked: [{entry: use-mask, count: 500}]\n"
    files = {path: text.encode() for path, text in SHOP.items()}
    both = [files, files | {"asked.yaml": before.encode()}]
    plain, lifted = (Shop(catalog_of(one).public).index.search(query, limit=2) for one in both)
    assert [hit.score for hit in plain] != [hit.score for hit in lifted]
    asked = [Asked(query, count=9)]
    assert counted(asked) == counted(asked, **{"asked.yaml": before})


def test_the_file_is_read_back_as_it_was_counted(shop_files):
    """Ids that YAML would read as something else too, and what is too much for a number."""
    names = ("on", "1e3", "2026-11-22", "007", "null", "how-long")
    counts = Popularity(
        since=date(2026, 1, 2), asked=tuple(Tally(entry=name, count=3) for name in names)
    )
    understood = understand(shop_files | {"asked.yaml": asked_yaml(counts)})
    assert understood.problems == ()
    assert understood.content.popularity == counts


def test_a_file_without_counts_is_a_file_too(shop_files, problems_in):
    assert problems_in(shop_files | {"asked.yaml": asked_yaml(Popularity())}) == []


def test_a_count_is_no_longer_than_the_content_may_have_it(counted):
    asked = [Asked(SURE, count=999_999_999, entry="no-reason")] * 2
    assert [one.count for one in counted(asked).asked] == [MOST_ASKED]


@pytest.fixture(scope="module")
def sample():
    loaded = pipeline.load(Path("faq_src"), date(2026, 11, 22))
    logs = [HERE / "logs" / name for name in ("popup.log", "chats.csv")]
    read = [read_log(path.name, path.read_bytes()) for path in logs]
    learnt = learn(loaded.catalog, loaded.files, read, least=2, limit=50)
    return loaded, asked_yaml(popularity(loaded.catalog, learnt))


def test_the_whole_file_of_the_sample_logs(sample):
    assert sample[1] == (HERE / "asked.yaml").read_bytes()


def test_it_holds_nothing_but_days_ids_and_counts(sample):
    loaded, written = sample
    lines = [line for line in written.decode().splitlines() if not line.startswith("#")]
    rows = [re.fullmatch(r"  - \{entry: ([a-z-]+), count: \d+\}", line) for line in lines[3:]]
    assert lines[:3] == ["from: 2026-11-16", "to: 2026-11-21", "asked:"]
    assert {row[1] for row in rows} <= {one.id for one in loaded.catalog.public.entries}
    assert len(rows) > 5
