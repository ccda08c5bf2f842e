"""The shop itself: name, hours, promises, people, categories, words and platforms."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from dianzhi.model.kinds import (
    CategoryRef,
    Clock,
    EntryRef,
    InternalText,
    Label,
    Length,
    Link,
    Name,
    Pattern,
    PlatformRef,
    Range,
    Slug,
    Text,
    Word,
    key,
)
from dianzhi.model.place import Places
from dianzhi.model.review import Priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Opening hours on some weekdays."""

    days: Annotated[tuple[Annotated[int, Range(1, 7)], ...], Length(1, 7)] = key(
        "星期", "1 是星期一，7 是星期日"
    )
    opens: Clock = key("开始", '加引号，例如 "09:00"', name="from")
    closes: Clock = key("结束", '加引号，例如 "22:00"，要晚于开始', name="to")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A day with other hours; without `opens` and `closes` the shop is closed."""

    day: date = key("日期", "年-月-日", name="date")
    name: Label = key("名称", "例如 除夕")
    opens: Clock | None = key("开始", "当天的开始时间；休息就不写", name="from", default=None)
    closes: Clock | None = key("结束", "当天的结束时间；休息就不写", name="to", default=None)
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A value the shop binds itself to, usable as `{shop.<id>}` while it holds."""

    id: Name = key("名称", "在答案里写 {shop.名称} 引用")
    label: Label = key("标签", "例如 发货时间")
    value: Label = key("内容", "例如 48 小时内")
    since: date = key("从哪天起", "承诺生效的日期")
    until: date | None = key("到哪天", "承诺的最后一天", default=None)
    measured: bool = key("是实测数据", "响应时长这类数字必须写出处", default=False)
    source: Label | None = key("出处", "在哪里、什么时候统计的", default=None)
    shown: bool = key("显示在浮窗顶部", "true / false", default=False)
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """A braced Chinese name that agents fill in before sending."""

    name: Annotated[str, Length(2, 12), Pattern(r"[\u4e00-\u9fff]+", "只用汉字，例如 买家昵称")] = (
        key("名称", "话术里写成 {名称}")
    )
    about: InternalText = key("说明", "填什么、去哪里找")
    at: Places = Places()


class EngineKind(StrEnum):
    """A search engine that the popup can ask."""

    MEILISEARCH = "meilisearch"
    OPENSEARCH = "opensearch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """Where the popup asks when the shop has outgrown static files. Public: shoppers' browsers use it."""

    kind: EngineKind = key("类型", "meilisearch / opensearch")
    url: Link = key("地址", "浏览器能访问的地址，只放行搜索请求")
    index: Slug = key("索引", "索引或别名的名字", default="faq")
    search_key: (
        Annotated[str, Length(1, 400), Pattern(r"[!-~]+", "可见的 ASCII 字符，没有空格")] | None
    ) = key("搜索密钥", "只能搜索的公开密钥，会公开；不要写管理密钥", name="key", default=None)
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The shop's card: `shop.yaml`."""

    dianzhi_format: Annotated[int, Range(1, 1)] = key("格式版本", "现在是 1")
    name: Label = key("店铺名", "显示给买家的店名")
    platform: PlatformRef = key("主要平台", "platforms.yaml 里的编号")
    time_zone: Annotated[str, Pattern(r"Asia/Shanghai", "目前只支持 Asia/Shanghai")] = key(
        "时区", "写 Asia/Shanghai", default="Asia/Shanghai"
    )
    languages: Annotated[
        tuple[Annotated[str, Pattern(r"zh|en", "zh 或 en")], ...], Length(1, 2)
    ] = key("语言", "zh 必须有，en 可选", default=("zh",))
    hours: Annotated[tuple[Hours, ...], Length(1, 14)] = key("工作时间", "按星期写")
    holidays: tuple[Holiday, ...] = key("节假日", "和平时不一样的日子", default=())
    holidays_until: date | None = key("节假日排到", "上面的节假日安排到哪天为止", default=None)
    promises: tuple[Promise, ...] = key(
        "承诺", "店铺自己定的时效和数值；话术和答案不能超出", default=()
    )
    placeholders: tuple[Placeholder, ...] = key("占位符", "话术里可以用的 {中文名}", default=())
    recommended: Annotated[tuple[EntryRef, ...], Length(0, 6)] = key(
        "编辑推荐", "浮窗打开时先显示的问答，最多 6 条", default=()
    )
    public_url: (
        Annotated[
            str,
            Length(9, 300),
            Pattern(
                r"https?://\S+/", "以 https:// 开头、以 / 结尾，例如 https://shop.example/faq/"
            ),
        ]
        | None
    ) = key(
        "公开地址",
        "dist/public 发布到的地址，以 / 结尾；写了才有规范链接和可以直接粘贴的嵌入代码（公开）",
        default=None,
    )
    engine: Engine | None = key(
        "外部搜索引擎", "浮窗向它搜索；连不上时用自带的索引，一般不用写", default=None
    )
    edit_url: Annotated[str, Length(1, 300)] | None = key(
        "编辑链接",
        "知识库里“编辑本条”指向哪里，可用 {path} 和 {line}；不写就指向知识库里的原始文件页",
        default=None,
    )
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A node of the category tree."""

    id: Slug = key("编号", "就是页面地址，发布后不要改")
    name: Label = key("名称", "显示给买家和客服的名字")
    icon: Annotated[str, Pattern(r"[a-z0-9-]+", "图标名，例如 calendar")] = key(
        "图标", "图标名", default="help"
    )
    about: InternalText | None = key("说明", "这个分类放什么（内部）", default=None)
    children: "tuple[Category, ...]" = key("子分类", "下一级分类", default=())
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Words that send a question to a category with a priority. Public: the popup uses it."""

    words: Annotated[tuple[Word, ...], Length(1, 40)] = key("关键词", "出现任何一个就算（公开）")
    category: CategoryRef = key("分类", "转到哪个分类")
    priority: Priority = key("优先级", "urgent / high / normal / low", default=Priority.NORMAL)
    at: Places = Places()


class Role(StrEnum):
    """What a person does; leads and approvers may approve."""

    EDITOR = "editor"
    APPROVER = "approver"
    LEAD = "lead"
    AGENT = "agent"

    @property
    def label(self) -> str:
        """Return the Chinese name."""
        return {"editor": "编辑", "approver": "审核", "lead": "主管", "agent": "客服"}[self.value]

    @property
    def approves(self) -> bool:
        """Return whether the role may approve what others wrote."""
        return self in (Role.APPROVER, Role.LEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone of the shop. Internal."""

    id: Slug = key("编号", "例如 zhou")
    name: InternalText = key("姓名", "内部显示的名字")
    role: Role = key("角色", "editor 编辑 / approver 审核 / lead 主管 / agent 客服")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronunciation:
    """The pinyin of a word whose characters have several readings."""

    word: Word = key("词", "例如 重量")
    pinyin: Annotated[str, Pattern(r"[a-z]+( [a-z]+)*", "小写拼音，字与字之间空一格")] = key(
        "拼音", "例如 zhong liang"
    )
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The shop's own words: `lexicon.yaml`. Public: it travels in the search index."""

    synonyms: tuple[Annotated[tuple[Word, ...], Length(2, 30)], ...] = key(
        "同义词", "一行一组，意思相同的词", default=()
    )
    words: tuple[Word, ...] = key("专有词", "商品名、品牌名等要当作一个词的", default=())
    ignore: tuple[Word, ...] = key("忽略词", "搜索时当作没说的词，例如 亲", default=())
    pinyin: tuple[Pronunciation, ...] = key("多音字", "读音容易错的词", default=())
    at: Places = Places()

    @property
    def spelled(self) -> dict[str, str]:
        """The pinyin of words, by word."""
        return {one.word: one.pinyin for one in self.pinyin}


class ChannelKind(StrEnum):
    """A way to reach a person."""

    IN_APP = "in-app"
    QIANNIU = "qianniu"
    WECOM = "wecom"
    PHONE = "phone"
    MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way to reach a person on one platform. Public."""

    kind: ChannelKind = key(
        "类型", "in-app 平台内客服 / qianniu 千牛 / wecom 企业微信 / phone 电话 / mail 邮箱"
    )
    label: Label = key("名称", "按钮上的字")
    address: Annotated[str, Length(3, 300)] | None = key(
        "地址", "网址、电话或邮箱；平台内客服可以不写", default=None
    )
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformRule:
    """A dated figure or duty that a platform sets."""

    id: Name = key("名称", "例如 invoice_days")
    value: Label = key("内容", "例如 10 天")
    about: Annotated[Text, Length(2, 200)] = key("说明", "这条规则说什么")
    url: Link | None = key("网址", "规则原文", default=None)
    effective: date = key("生效日期", "这一版从哪天起")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A place where the shop sells."""

    id: Slug = key("编号", "例如 douyin")
    name: Label = key("名称", "例如 抖音小店")
    service_from: Clock = key("考核开始", "平台考核客服响应的开始时间")
    service_to: Clock = key("考核结束", "平台考核客服响应的结束时间")
    outside_contacts: bool = key("允许站外联系方式", "平台允许出现微信、电话等就写 true")
    channels: tuple[Channel, ...] = key("联系渠道", "在这个平台上可以用的", default=())
    reply_limit: Annotated[int, Range(50, 5000)] | None = key(
        "单条字数", "快捷短语的字数上限（店铺自己的估计，不是平台公布的）", default=None
    )
    rules: tuple[PlatformRule, ...] = key("规则", "带日期和出处的平台规则", default=())
    at: Places = Places()
