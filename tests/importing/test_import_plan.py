"""What an import adds, changes and leaves alone, and every reason for which it refuses."""

import re
from datetime import date, timedelta

import pytest

from dianzhi.importing.ids import entry_id
from dianzhi.importing.options import Options
from dianzhi.importing.plan import plan_import
from dianzhi.importing.preview import preview
from dianzhi.importing.read import read_table
from dianzhi.source.understand import understand

DAY = date(2026, 11, 22)
NEW = ("", "周末发货吗请问", "周六发吗；礼拜天呢", "周末照常发货。", "发货与物流")


def entry_of(files, entry_id):
    content = understand(files).content
    assert content is not None
    return next(one for one in content.entries if one.id == entry_id)


def merged(shop, found):
    files = {**shop, **found.files}
    return {path: files[path] for path in sorted(files)}


def test_a_new_entry_is_a_draft_at_the_end_of_its_category(shop, plan):
    found = plan(NEW)
    assert found.problems == found.shop_problems == ()
    assert list(found.files) == ["faq/shipping.yaml"]
    before, after = shop["faq/shipping.yaml"], found.files["faq/shipping.yaml"]
    assert after.startswith(before)
    assert after[len(before) :].decode() == (
        """
  - id: <编号>
    category: shipping
    question: 周末发货吗请问
    similar:
      - 周六发吗
      - 礼拜天呢
    answer: |
      周末照常发货。
    state: draft
    owner: chen-mai
    edited_by: chen-mai
    edited_on: 2026-11-22
    effective: 2026-11-22
    review_by: 2027-05-21
""".replace("<编号>", entry_id("", NEW[1], "shipping"))
    )


def test_importing_again_changes_nothing_even_on_another_day(shop, plan):
    files = merged(shop, plan(NEW))
    again = plan(NEW, files=files, day=DAY + timedelta(days=9), approved_by="luo-qing")
    assert (again.adds, again.changes, dict(again.files)) == ((), (), {})
    assert len(again.unchanged) == 1


def test_approved_texts_are_public_at_once(shop, plan):
    found = plan(NEW, approved_by="luo-qing")
    entry = entry_of(merged(shop, found), found.adds[0].id)
    assert entry.in_force(DAY)
    assert (entry.approved_by, entry.approved_on, entry.effective) == ("luo-qing", DAY, DAY)
    assert entry.review_by == DAY + timedelta(days=180)


def test_one_changed_answer_changes_only_its_own_lines(shop, plan):
    old = "可以开。在订单页点“申请开票”，填好抬头和税号，电子发票会发到您填的邮箱。\n\n"
    answer = old + "开票金额是**实付金额**。"
    found = plan(("ask-invoice", "怎么申请开发票", "", answer, ""), approved_by="shen-he")
    before = shop["faq/invoices.yaml"].decode().splitlines()
    after = found.files["faq/invoices.yaml"].decode().splitlines()
    assert len(before) == len(after)
    changed = [(a.strip(), b.strip()) for a, b in zip(before, after, strict=True) if a != b]
    assert changed == [
        (
            "开票金额是**实付金额**，优惠券抵掉的部分不开；不另收任何费用。",
            "开票金额是**实付金额**。",
        ),
        ("edited_on: 2025-12-23", "edited_on: 2026-11-22"),
        ("approved_by: luo-qing", "approved_by: shen-he"),
        ("approved_on: 2025-12-24", "approved_on: 2026-11-22"),
        ("effective: 2026-01-01", "effective: 2026-11-22"),
    ]


def test_without_approval_a_changed_entry_becomes_a_draft(shop, plan):
    found = plan(("", "怎么 申请开发票", "报销用", "换一个说法。", ""))
    entry = entry_of(merged(shop, found), "ask-invoice")
    assert (entry.state, entry.approved_by, entry.approved_on) == ("draft", None, None)
    assert [one.zh for one in entry.similar] == [
        "能开票吗",
        "公司报销要抬头",
        "发票什么时候给",
        "报销用",
    ]


def test_the_preview_shows_old_and_new(plan):
    row = ("ask-invoice", "怎么申请开发票", "报销用", "可以开票。", "退换与质量")
    assert preview(plan(row, NEW)) == (
        f"""表.csv：新增 1 条，修改 1 条，不变 0 条
+ {entry_id("", NEW[1], "shipping")}  周末发货吗请问（草稿，写进 faq/shipping.yaml）
~ ask-invoice  怎么申请开发票（faq/invoices.yaml）
    分类：
      - invoices
      + returns
    答案：
      - 可以开。在订单页点“申请开票”，填好抬头和税号，电子发票会发到您填的邮箱。
      - 
      - 开票金额是**实付金额**，优惠券抵掉的部分不开；不另收任何费用。
      + 可以开票。
    相似问法：
      + 报销用
    编辑日期：2025-12-23 → 2026-11-22
    状态：已审核 → 草稿
    审核人：luo-qing → （没有）
    审核日期：2025-12-24 → （没有）
    注意：变成草稿以后买家看不到这一条，审核通过才恢复。
会写入的文件：faq/invoices.yaml、faq/shipping.yaml
"""  # noqa: W291  # a removed blank line is shown as such
    )


PROBLEMS = [
    ("no question", [("", "", "", "有答案", "发货与物流")], {}, "import-missing", (2, 2)),
    ("no answer", [("", "只有问题没有答案", "", "", "发货与物流")], {}, "import-missing", (2, 4)),
    ("no category", [("", "没有分类的问题", "", "答案在此", "")], {}, "import-missing", (2, 5)),
    ("the same question twice", [NEW, NEW], {}, "import-duplicate", (3, 2)),
    (
        "the same id twice",
        [("a", *NEW[1:]), ("a", "另一个新问题", "", "答案在此", "发货与物流")],
        {},
        "import-duplicate",
        (3, 1),
    ),
    (
        "a question that another entry has",
        [("when-ship", "怎么申请开发票", "", "答案在此", "")],
        {},
        "import-duplicate",
        (2, 2),
    ),
    (
        "too short a question",
        [("", "三个字", "", "答案在此", "发货与物流")],
        {},
        "import-length",
        (2, 2),
    ),
    (
        "too long a wording",
        [("", "问题够长了吧", "长" * 81, "答案在此", "发货与物流")],
        {},
        "import-length",
        (2, 3),
    ),
    ("too long an answer", [(*NEW[:3], "长" * 3001, NEW[4])], {}, "import-length", (2, 4)),
    ("a formula error", [(*NEW[:3], "#REF!", NEW[4])], {}, "import-formula", (2, 4)),
    ("garbled text", [(*NEW[:3], "乱\ufffd码", NEW[4])], {}, "import-garbled", (2, 4)),
    ("HTML", [(*NEW[:3], "<table><td>1</td>", NEW[4])], {}, "import-html", (2, 4)),
    ("stray bold", [(*NEW[:3], "**注意：**先看", NEW[4])], {}, "import-markdown", (2, 4)),
    ("braces", [(*NEW[:3], "亲{昵称}您好", NEW[4])], {}, "import-braces", (2, 4)),
    ("braces in a question", [("", "{买家}几天能发", *NEW[2:])], {}, "import-braces", (2, 2)),
    ("a size", [(*NEW[:3], "20*30厘米", NEW[4])], {}, "import-escaped", (2, 4)),
    ("simple HTML", [(*NEW[:3], "甲<br>乙", NEW[4])], {}, "import-converted", (2, 4)),
    ("an id that is no slug", [("FAQ_01", *NEW[1:])], {}, "import-id", (2, 1)),
    ("an unknown category", [(*NEW[:4], "发货和物流")], {}, "import-category", (2, 5)),
    ("an unknown default", [NEW], {"category": "x"}, "import-category", (1, 1)),
    ("an unknown editor", [NEW], {"editor": "chen-ma"}, "import-person", (1, 1)),
    ("an unknown approver", [NEW], {"approved_by": "x"}, "import-person", (1, 1)),
    ("an agent approves", [NEW], {"approved_by": "xu-dou"}, "import-person", (1, 1)),
    (
        "one person does both",
        [NEW],
        {"approved_by": "luo-qing", "editor": "luo-qing"},
        "import-person",
        (1, 1),
    ),
]


@pytest.mark.parametrize(
    ("rows", "options", "code", "place"), [p[1:] for p in PROBLEMS], ids=[p[0] for p in PROBLEMS]
)
def test_a_problem_is_reported_at_its_cell(plan, rows, options, code, place):
    found = plan(*rows, **options)
    assert [(one.code, (one.span.line, one.span.column)) for one in found.problems] == [
        (code, place)
    ]
    assert bool(found.files) == (not found.errors) == (found.problems[0].level == "warning")


def test_an_id_written_twice_clashes_even_where_the_question_finds_another_entry(plan):
    found = plan(("a-1", "怎么申请开发票", "", "可以开票。", ""), ("a-1", *NEW[1:]))
    assert [(one.span.line, one.code) for one in found.problems] == [
        (2, "import-id"),
        (3, "import-duplicate"),
    ]


def test_all_problems_come_at_once_in_reading_order(plan):
    found = plan(("", "短", "", "", "没有这个"), ("", "", "", "答案在此", ""), NEW, NEW)
    assert [(one.span.line, one.code) for one in found.problems] == [
        (2, "import-missing"),
        (2, "import-category"),
        (3, "import-missing"),
        (5, "import-duplicate"),
    ]


def test_an_unknown_category_is_reported_once_with_a_guess(plan):
    rows = [("", f"第{n}个新的问题", "", "答案在此", "发货和物流") for n in "一二三"]
    (problem,) = plan(*rows).problems
    assert problem.message == "没有叫“发货和物流”的分类（共 3 行）"
    assert problem.hint == "是不是“发货与物流”？要新建就加 --create-categories"


def test_unknown_categories_go_where_the_option_says(plan):
    found = plan((*NEW[:4], "不认识"), category="退换与质量")
    assert [(one.code, one.level) for one in found.problems] == [("import-category", "warning")]
    assert list(found.files) == ["faq/returns.yaml"]


def test_new_categories_are_made_where_that_is_asked_for(shop, plan):
    rows = [
        ("", "会员积分怎么用", "", "下单时抵扣。", "VIP Club"),
        ("", "会员日是哪一天", "", "每月八号。", "VIP Club/会员日"),
        ("", "赠品什么时候到", "", "和订单一起寄。", "赠品"),
        ("", "拆单怎么退货呢", "", "按单分别退。", "退换与质量/拆单"),
    ]
    found = plan(*rows, create_categories=True)
    assert found.problems == found.shop_problems == ()
    made = {one.name: (one.id, one.parent) for one in found.categories}
    assert made["VIP Club"] == ("vip-club", None)
    assert made["会员日"][1] == "vip-club"
    assert made["拆单"][1] == "returns"
    text = found.files["categories.yaml"].decode()
    assert [
        line for line in shop["categories.yaml"].decode().splitlines() if line not in text
    ] == []
    assert text.index("vip-club") < text.index("\n# 分流")
    again = plan(*rows, files=merged(shop, found), create_categories=True)
    assert (again.adds, again.changes, again.categories) == ((), (), ())


def test_an_entry_found_by_its_generated_id_is_the_same_entry(shop, plan):
    files = merged(shop, plan(NEW))
    edited = files["faq/shipping.yaml"].replace("周末发货吗请问".encode(), "星期天发货吗".encode())
    found = plan(NEW, files={**files, "faq/shipping.yaml": edited})
    assert found.adds == ()
    assert [change.texts[0].new for change in found.changes] == ["周末发货吗请问"]


def test_a_retired_entry_stays_retired(shop, plan):
    returns = shop["faq/invoices.yaml"].replace(b"state: approved", b"state: retired")
    row = ("ask-invoice", "怎么申请开发票", "", "新的答案。", "")
    found = plan(row, files={**shop, "faq/invoices.yaml": returns})
    assert [one.code for one in found.problems] == ["import-retired"]
    assert (found.changes, dict(found.files)) == ((), {})


def test_english_that_no_longer_fits_is_reported(shop, plan):
    english = shop["faq/invoices.yaml"].replace(
        "question: 怎么申请开发票".encode(),
        "question: {zh: 怎么申请开发票, en: How do I get an invoice?}  # 双语".encode(),
    )
    row = ("ask-invoice", "发票怎么申请呢", "", "", "")
    found = plan((*row[:3], "新的答案。", ""), files={**shop, "faq/invoices.yaml": english})
    assert [one.code for one in found.problems] == ["import-english"]
    text = found.files["faq/invoices.yaml"].decode()
    assert "question: {zh: 发票怎么申请呢, en: How do I get an invoice?}  # 双语\n" in text


def test_a_shop_with_mistakes_of_its_own_is_not_touched(shop, plan):
    broken = {**shop, "faq/returns.yaml": b"entries: no\n"}
    found = plan(NEW, files=broken)
    assert [one.span.path for one in found.shop_problems] == ["faq/returns.yaml"]
    assert (dict(found.files), found.errors) == ({}, 1)


def test_a_shop_with_a_warning_of_its_own_is_imported_into(shop, plan):
    commented = re.sub(rb"(question: .+)", rb"\1 # 99", shop["faq/returns.yaml"], count=1)
    warned = {**shop, "faq/returns.yaml": commented}
    assert [one.code for one in understand(warned).problems] == ["yaml-comment"]
    found = plan(NEW, files=warned)
    assert (found.errors, list(found.shop_problems)) == (0, [])  # it says what is new
    assert found.files


def test_an_import_that_would_break_the_build_is_refused(shop, plan):
    linked = shop["faq/returns.yaml"].replace(
        "拍照联系客服".encode(), "先看[发票](#faq=ask-invoice)，拍照联系客服".encode()
    )
    files = {**shop, "faq/returns.yaml": linked}
    row = ("ask-invoice", "怎么申请开发票", "", "新的答案。", "")
    found = plan(row, files=files)
    assert [(one.code, one.span.path) for one in found.shop_problems] == [
        ("link-not-public", "faq/returns.yaml")
    ]
    assert dict(found.files) == {}
    assert plan(row, files=files, approved_by="luo-qing").files


def test_a_slot_without_data_is_refused(plan):
    found = plan((*NEW[:3], "我们的{shop.ship_withn}发出。", NEW[4]))
    assert [one.code for one in found.shop_problems] == ["unknown-slot"]


def test_three_hundred_rows_make_a_shop(shop):
    rows = "".join(
        f"第{n}种情况怎么办,说法{n}甲；说法{n}乙,第{n}种答案。,分类{n % 7}\n" for n in range(300)
    )
    table = read_table("表.csv", f"标准问题,相似问题,答案,分类\n{rows}".encode())
    options = Options(day=DAY, create_categories=True, approved_by="luo-qing")
    found = plan_import(table, shop, options)
    assert (len(found.adds), len(found.categories), found.errors) == (300, 7, 0)
    understood = understand(merged(shop, found))
    assert understood.problems == ()
    assert understood.content is not None
    assert len(understood.content.entries) == 306
