"""A question shoppers ask, with its approved answer."""

from dataclasses import dataclass
from typing import Annotated

from dianzhi.model.kinds import (
    CategoryRef,
    Label,
    Length,
    Markdown,
    OneLine,
    Pattern,
    PlatformRef,
    ProductRef,
    ScriptRef,
    Text,
    Word,
    key,
)
from dianzhi.model.place import Places
from dianzhi.model.review import Priority, Reviewed


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """A picture in an answer."""

    src: Annotated[
        str,
        Length(1, 200),
        Pattern(
            r"[a-z0-9][a-z0-9_.-]*\.(svg|png|jpg|webp)", "media 文件夹里的图片路径，例如 seal.svg"
        ),
    ] = key("图片", "faq_src/media 里的文件名")
    alt: Label = key("图片说明", "看不到图片时读出来的文字")
    at: Places = Places()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Reviewed):
    """One question with its answer. Public once approved and in effect, but for internal fields."""

    category: CategoryRef = key("分类", "categories.yaml 里的编号")
    question: Annotated[Text, Length(4, 60), OneLine] = key(
        "标准问题", "买家会怎么问，一句话，4 到 60 个字（公开）"
    )
    similar: tuple[Annotated[Text, Length(1, 80), OneLine], ...] = key(
        "相似问法", "买家实际的各种说法，越像真话越好；用来搜索，不显示，但会公开", default=()
    )
    keywords: tuple[Word, ...] = key("关键词", "答案里没写、但买家会搜的词（公开）", default=())
    excluded: tuple[Word, ...] = key(
        "排除词", "出现这些词就不是在问这一条（公开）", name="not", default=()
    )
    answer: Annotated[Markdown, Length(2, 3000)] = key(
        "答案", "Markdown，不能写 HTML；可用 {product.x} {batch.x} {shop.x} 引用数据"
    )
    media: tuple[Media, ...] = key("图片", "答案下面的图片", default=())
    products: tuple[ProductRef, ...] = key("适用商品", "只对这些商品有效；不写就是全部", default=())
    platforms: tuple[PlatformRef, ...] = key(
        "适用平台", "只对这些平台有效；不写就是全部", default=()
    )
    scripts: tuple[ScriptRef, ...] = key("配套话术", "客服回答时用的话术编号（内部）", default=())
    priority: Priority = key("优先级", "urgent / high / normal / low", default=Priority.NORMAL)
