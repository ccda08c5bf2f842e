"""What the plain page says itself. Chinese is complete; English follows it name by name."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language; `{}` takes a value."""

    lang: str
    file: str
    title: str
    about: str
    other: str
    other_lang: str
    other_file: str
    skip: str
    contents: str
    count: str
    whole_category: str
    hours: str
    holidays: str
    closed: str
    hours_end: str
    promises: str
    since: str
    until: str
    source: str
    updated: str
    valid_until: str
    valid_until_note: str
    for_products: str
    for_platforms: str
    fallback: str
    to_contents: str
    person: str
    person_hint: str
    in_platform: str
    as_of: str
    this_product: str
    see_table: str
    on_package: str
    table: str
    each_product: str
    product: str
    comma: str
    pause: str
    semicolon: str
    colon: str


ZH: Final = Words(
    lang="zh-CN",
    file="faq.html",
    title="{}常见问题",
    about="{}的常见问题与答案，共 {}，内容日期 {}。",
    other="English",
    other_lang="en",
    other_file="faq.en.html",
    skip="跳到问题",
    contents="目录",
    count="{} 条",
    whole_category="看整个类别",
    hours="人工客服时间（北京时间）",
    holidays="节假日安排",
    closed="休息",
    hours_end="节假日安排到 {}，之后以店铺公告为准。",
    promises="服务承诺",
    since="{} 起",
    until="到 {} 为止",
    source="数据来源：{}",
    updated="更新于 {}",
    valid_until="有效至 {}",
    valid_until_note="标了“有效至”的答案，过了那天请以店铺最新答复为准。",
    for_products="适用商品：{}",
    for_platforms="适用平台：{}",
    fallback="中文",
    to_contents="回到目录",
    person="没有找到？找人工客服",
    person_hint="在哪里下的单，就在哪里联系，客服能直接看到您的订单。",
    in_platform="在订单页或店铺首页点“客服”",
    as_of="内容日期 {}，按当天有效的答案生成。",
    this_product="这款商品",
    see_table="（见下表）",
    on_package="（以包装标注为准）",
    table="表格",
    each_product="各商品的数值",
    product="商品",
    comma="、",
    pause="，",
    semicolon="；",
    colon="：",
)
EN: Final = Words(
    lang="en",
    file="faq.en.html",
    title="{}: frequent questions",
    about="Frequent questions to {} with their answers, {} in all, as of {}.",
    other="中文",
    other_lang="zh-CN",
    other_file="faq.html",
    skip="Skip to the questions",
    contents="Contents",
    count="{}",
    whole_category="The whole topic",
    hours="When people answer (Beijing time)",
    holidays="Holidays",
    closed="closed",
    hours_end="Holidays are listed until {}; after that see the shop’s own notice.",
    promises="What we promise",
    since="since {}",
    until="until {}",
    source="Source: {}",
    updated="Updated {}",
    valid_until="Valid until {}",
    valid_until_note="After an answer’s last day, please ask the shop for its latest word.",
    for_products="Applies to: {}",
    for_platforms="Applies on: {}",
    fallback="Chinese",
    to_contents="Back to contents",
    person="Not found? Ask a person",
    person_hint="Ask where you ordered: the people there can see your order.",
    in_platform="choose customer service on the order page or the shop’s home page",
    as_of="As of {}: the answers in effect on that day.",
    this_product="this product",
    see_table="(see the table below)",
    on_package="(as printed on the package)",
    table="Table",
    each_product="By product",
    product="Product",
    comma=", ",
    pause=", ",
    semicolon="; ",
    colon=": ",
)
