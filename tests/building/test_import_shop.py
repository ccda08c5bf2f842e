"""A shop made from nothing but a spreadsheet of 300 entries builds and answers its own questions."""

from pathlib import Path

import openpyxl
import pytest

from dianzhi.search import Index
from dianzhi.source.folder import read_folder
from dianzhi.source.understand import understand

PINNED = "2026-11-22"
ROWS = 300


def sheet_rows():
    """300 different questions: the sample shop's, then one about each fact of each product."""
    content = understand(read_folder(Path("faq_src"))).content
    entries = [
        (one.question.zh, "\n".join(text.zh for text in one.similar), "见详情页。", one.category)
        for one in content.entries
        if one.state == "approved"
    ]
    facts = [
        (f"{product.name.zh}的{fact.label.zh}是什么", "", f"{fact.value.zh}。", "商品资料")
        for product in content.products
        for fact in product.facts
    ]
    kept = [
        (f"{product.name.zh}{what}", "", f"{product.storage.zh}。", "保存")
        for product in content.products
        for what in (
            "平时放哪里合适",
            "旅行能不能带上飞机",
            "送人包装好看吗",
            "适合囤几件",
            "和旧款比改了什么",
            "能放进冰箱吗",
        )
    ]
    return (entries + facts + kept)[:ROWS]


@pytest.fixture(scope="module")
def shop(tmp_path_factory, dianzhi):
    folder = tmp_path_factory.mktemp("sheet")
    book = openpyxl.Workbook()
    book.active.append(["标准问题（必填）", "相似问题", "答案（必填）", "分类"])
    for row in sheet_rows():
        book.active.append(row)
    book.save(folder / "questions.xlsx")
    assert dianzhi("init", "shop", folder=folder).returncode == 0
    words = ["../questions.xlsx", "--create-categories", "--date", PINNED]
    dry = dianzhi("import", *words, *people(folder / "shop"), "--dry-run", folder=folder / "shop")
    assert dry.returncode == 0, dry.stderr
    assert "新增 299 条，修改 1 条，不变 0 条" in dry.stdout, (
        "one question is in the new shop already"
    )
    done = dianzhi("import", *words, *people(folder / "shop"), folder=folder / "shop")
    assert done.returncode == 0, done.stderr
    return folder / "shop"


def people(shop: Path) -> list[str]:
    content = understand(read_folder(shop / "faq_src")).content
    editor = next(one.id for one in content.people if one.role == "editor")
    approver = next(one.id for one in content.people if one.role.approves)
    return ["--editor", editor, "--approved-by", approver]


def test_the_sheet_has_300_different_questions():
    assert len({row[0] for row in sheet_rows()}) == ROWS


def test_it_checks_and_builds(shop, dianzhi):
    checked = dianzhi("check", "--date", PINNED, folder=shop)
    assert checked.returncode == 0, checked.stdout
    assert dianzhi("build", "--date", PINNED, folder=shop).returncode == 0


def test_it_answers_its_own_questions(shop, dianzhi):
    assert dianzhi("build", "--date", PINNED, folder=shop).returncode == 0
    index = Index.from_bytes(next((shop / "dist" / "public").glob("v/*/index.bin")).read_bytes())
    lost = [
        question
        for question, *_ in sheet_rows()
        if question not in [hit.question for hit in index.search(question, limit=1)]
    ]
    assert lost == []


def test_a_second_import_of_the_same_sheet_changes_nothing(shop, dianzhi):
    before = read_folder(shop / "faq_src")
    words = ["../questions.xlsx", "--date", PINNED, *people(shop)]
    done = dianzhi("import", *words, folder=shop)
    assert done.returncode == 0, done.stderr
    assert read_folder(shop / "faq_src") == before
