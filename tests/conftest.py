"""A small complete shop, as texts that tests break in one place at a time."""

import os
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import HealthCheck, settings

from dianzhi.catalog.compile import compile_catalog
from dianzhi.lint.duplicates import check_duplicates, wordings_of
from dianzhi.problems import Level
from dianzhi.search.nearness import nearness
from dianzhi.source.folder import Files, media_of
from dianzhi.source.understand import understand

settings.register_profile(
    "repeatable",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],  # a busy machine is no fault of the code
)
settings.load_profile("repeatable")
DAY = date(2026, 11, 22)

TEXTS = {
    "shop.yaml": """\
dianzhi_format: 1
name: {zh: 小店, en: Shop}
platform: douyin
languages: [zh, en]
hours:
  - {days: [1, 2, 3, 4, 5, 6, 7], from: "09:00", to: "22:00"}
holidays:
  - {date: 2026-10-01, name: 国庆节, from: "10:00", to: "20:00"}
promises:
  - {id: ship_within, label: 发货时间, value: 48 小时内, since: 2026-01-01}
  - {id: gift, label: 赠品, value: 送小样, since: 2026-10-01, until: 2026-12-31}
placeholders:
  - {name: 买家昵称, about: 页面上的昵称}
recommended: [how-long]
""",
    "categories.yaml": """\
categories:
  - {id: shelf-life, name: 保质期}
  - id: orders
    name: 订单
    children:
      - {id: returns, name: 退货}
routing:
  - {words: [退款], category: returns, priority: urgent}
""",
    "lexicon.yaml": """\
synonyms:
  - [保质期, 有效期]
pinyin:
  - {word: 重量, pinyin: zhong liang}
""",
    "people.yaml": """\
people:
  - {id: wang, name: 王编辑, role: editor}
  - {id: li, name: 李审核, role: approver}
""",
    "platforms.yaml": """\
platforms:
  - id: douyin
    name: 抖音小店
    service_from: "08:00"
    service_to: "23:00"
    outside_contacts: false
    channels:
      - {kind: in-app, label: 联系客服}
    rules:
      - {id: invoice_days, value: 10 天, about: 十天内开出发票, effective: 2026-01-01}
""",
    "faq/shelf-life.yaml": """\
entries:
  - id: how-long
    category: shelf-life
    question: {zh: 没开封能放多久, en: How long does it keep?}
    similar:
      - 保质期几年
      - 囤着会不会过期
    keywords: [有效期]
    answer:
      zh: |
        未开封的{product.name}能放 **{product.shelf_life}**。

        付款后 {shop.ship_within} 发货，还{shop.gift}。
      en: |
        Unopened it keeps {product.shelf_life}.
    media:
      - {src: seal.svg, alt: 封签}
    products: [serum]
    scripts: [sell-serum]
    state: approved
    owner: wang
    edited_by: wang
    edited_on: 2026-09-01
    approved_by: li
    approved_on: 2026-09-02
    effective: 2026-09-03
    until: 2026-12-31
    review_by: 2027-01-31
  - id: no-reason
    category: returns
    question: 七天无理由怎么退
    similar: [不喜欢可以退吗]
    answer: 在订单页点 **退货**，参考 [保质期](#faq=how-long)。
    state: approved
    owner: wang
    edited_by: wang
    edited_on: 2026-09-01
    approved_by: li
    approved_on: 2026-09-02
    effective: 2026-09-03
    review_by: 2027-01-31
""",
    "scripts/presales.yaml": """\
scripts:
  - id: sell-serum
    code: mjh1
    kind: presales
    title: 介绍精华
    situation: 买家问精华适不适合
    category: shelf-life
    lines:
      - {step: confirm, text: "{买家昵称}您好，是自己用吗？"}
      - {step: answer, text: "{shop.ship_within}发货。"}
      - {step: guide, text: 喜欢可以先下单。}
    entries: [how-long]
    state: approved
    owner: wang
    edited_by: wang
    edited_on: 2026-09-01
    approved_by: li
    approved_on: 2026-09-02
    effective: 2026-09-03
    review_by: 2027-01-31
""",
    "flows/urge.yaml": """\
id: urge
title: 催发货
category: orders
words: [催发货]
start: ask
nodes:
  - id: ask
    say: 付款了吗？
    options:
      - {label: 付了, to: number}
      - {label: 没有, to: done}
  - id: number
    say: 请填订单号。
    input: {name: order, kind: order-number, label: 订单号, to: person}
  - id: done
    say: 看看这一条。
    end: {outcome: answer, entry: how-long}
  - id: person
    say: 正在转人工。
    end: {outcome: handoff, summary: "催单，订单号{order}。"}
state: approved
owner: wang
edited_by: wang
approved_by: li
""",
    "products/products.yaml": """\
products:
  - id: serum
    name: 精华
    kind: cosmetic
    net: 30 mL
    shelf_life_months: 36
    storage: 阴凉处保存
    sealed: true
    facts:
      - {id: origin, label: 产地, value: 杭州}
  - {id: chips, name: 脆片, kind: food, net: 40 g, shelf_life_days: 180, storage: 常温保存}
""",
    "products/batches.csv": """\
商品,批号,生产日期,限用日期
serum,A001,2026-03-01,2029-03-01
chips,B001,2026-10-01,
""",
    "campaigns/double-11.yaml": """\
id: double-11
title: 双十一
starts: 2026-10-20
ends: 2026-11-11
owner: wang
entries: [how-long]
""",
    "meetings/2026-09-01.yaml": """\
id: meeting-2026-09-01
date: 2026-09-01
title: 九月第一周
host: li
recorder: wang
changes:
  - id: longer
    kind: changed
    title: 写清楚保质期
    why: 买家常问
    effective: 2026-09-03
    owner: wang
    entries: [how-long]
tasks:
  - {what: 核对标签, owner: wang, due: 2026-09-10, done: true}
""",
    "checks/asked.yaml": """\
answerable:
  - {q: 能放几年, entries: [how-long]}
unanswerable: [你们招人吗]
""",
    "media/seal.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>\n",
}


@pytest.fixture
def day():
    """Return the day on which the small shop is whole."""
    return DAY


@pytest.fixture
def shop_files():
    """Return a small complete shop without any problem: bytes by path."""
    return {path: text.encode() for path, text in TEXTS.items()}


@pytest.fixture
def broken_shop(shop_files):
    """Return a function that changes the one place `old` of a file into `new`."""

    def change(path, old, new):
        text = shop_files[path].decode() if path in shop_files else ""
        assert not old or text.count(old) == 1, f"{old!r} is not once in {path}"
        new = new if isinstance(new, bytes) else new.encode()
        changed = shop_files | {path: text.encode().replace(old.encode(), new) if old else new}
        return dict(sorted(changed.items()))

    return change


@pytest.fixture
def problems_in():
    """Return a function from files to all their problems on 2026-11-22, in reading order."""

    def find(files, day=DAY):
        files = Files(files)
        understood = understand(files)
        problems = list(understood.problems)
        if understood.content is not None:
            entries = understood.content.entries
            problems += compile_catalog(
                understood.content, broken=understood.broken_ids, media=media_of(files), day=day
            )[1]
            if not any(problem.level is Level.ERROR for problem in problems):
                problems += check_duplicates(entries, nearness(wordings_of(entries)))
        return sorted(problems)

    return find


@pytest.fixture
def catalog_of():
    """Return a function from files to the compiled catalog on 2026-11-22."""

    def compiled(files, day=DAY):
        understood = understand(Files(files))
        catalog, _ = compile_catalog(
            understood.content, broken=understood.broken_ids, media=media_of(Files(files)), day=day
        )
        return catalog

    return compiled


@pytest.fixture(scope="session")
def sample_dist(tmp_path_factory):
    """The sample shop, built once: in a folder with spaces, in another time zone."""
    out = tmp_path_factory.mktemp("a folder with spaces") / "dist"
    settings = {**os.environ, "TZ": "America/Los_Angeles", "PYTHONHASHSEED": "1"}
    words = ["-m", "dianzhi", "build", "--date", DAY.isoformat(), "--strict", "--out", str(out)]
    done = subprocess.run(
        [sys.executable, *words], env=settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return out
