"""The whole way on the sample shop, with a made-up week of searches and chats.

After a wanted change of the sample or of the ranking, write the expected report anew:
`dianzhi learn tests/learning/logs/popup.log tests/learning/logs/chats.csv --date 2026-11-22 --out
tests/learning/report.md`, and read what changed.
"""

from datetime import date
from pathlib import Path

import pytest

from dianzhi.catalog.compile import compile_catalog
from dianzhi.learning.learn import learn
from dianzhi.learning.read import read_log
from dianzhi.learning.report import Report
from dianzhi.learning.trial import Shop, first
from dianzhi.source.folder import Files, media_of, read_folder
from dianzhi.source.understand import understand

HERE = Path(__file__).parent
DAY = date(2026, 11, 22)
FILES = read_folder(Path("faq_src"))
LOGS = [HERE / "logs" / name for name in ("popup.log", "chats.csv")]


def compiled(files):
    understood = understand(files)
    return compile_catalog(
        understood.content, broken=understood.broken_ids, media=media_of(files), day=DAY
    )


@pytest.fixture(scope="module")
def learnt():
    logs = [read_log(path.name, path.read_bytes()) for path in LOGS]
    return learn(compiled(FILES)[0], FILES, logs, least=2, limit=50)


def test_all_that_editors_read(learnt):
    assert Report(learnt, "faq_src").text() == (HERE / "report.md").read_text("utf-8")


def test_nothing_personal_is_left_in_the_report(learnt):
    said = f"{Report(learnt, 'faq_src').text()}{Report(learnt, 'faq_src').json()}"
    for text in ("13800138000", "6920261120123456", "张小明", "文三路", "203.0.113", "tb**"):
        assert text not in said
        assert any(text in path.read_text("utf-8") for path in LOGS)


def test_pasted_as_told_each_question_finds_its_entry_first(learnt):
    pastes = [one.paste for one in learnt.entries] + [paste for _, paste in learnt.synonyms]
    files = dict(FILES)
    for paste in sorted(pastes, key=lambda one: (one.path, -one.line)):  # from below: lines stay
        files[paste.path] = paste.into(files[paste.path].decode()).encode()
    catalog, problems = compiled(Files(files))
    assert [str(one) for one in problems] == [str(one) for one in compiled(FILES)[1]]
    shop = Shop(catalog.public)
    candidates = [one.candidate for entry in learnt.entries for one in entry.proposals]
    assert len(candidates) > 2, "or nothing is shown; the more wordings the shop has, the fewer"
    assert {one.entry for one in candidates} == {
        first(shop.index, one.question.text) for one in candidates
    }
