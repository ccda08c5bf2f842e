"""The shop's card, which travels in the manifest, and the dialogues."""

from collections.abc import Sequence
from typing import Any

from dianzhi.catalog.public import Public, PublicCategory, PublicFlow, PublicNode
from dianzhi.model.shop import Channel, Engine, Holiday, Route
from dianzhi.render.public.jsonable import day, text
from dianzhi.search import SearchDoc


def card(public: Public) -> dict[str, Any]:
    """Return what the panel shows before anything is typed."""
    shop = public.shop
    return {
        "name": text(shop.name),
        "platform": shop.platform,
        "languages": shop.languages,
        "hours": [{"days": one.days, "from": one.opens, "to": one.closes} for one in shop.hours],
        "holidays": [_holiday(one) for one in shop.holidays],
        "holidays_until": day(shop.holidays_until),
        "promises": [
            {
                "id": one.id,
                "label": text(one.label),
                "value": text(one.value),
                "since": day(one.since),
                "until": day(one.until),
                "source": text(one.source) if one.source else None,
            }
            for one in shop.promises
        ],
        "categories": [_category(one) for one in public.categories],
        "recommended": shop.recommended,
        "channels": {
            platform: [_channel(one) for one in channels] for platform, channels in shop.channels
        },
        "routes": [_route(one) for one in public.routes],
    }


def _holiday(holiday: Holiday) -> dict[str, Any]:
    hours = {"from": holiday.opens, "to": holiday.closes} if holiday.opens else None
    return {"date": day(holiday.day), "name": text(holiday.name), "hours": hours}


def _channel(channel: Channel) -> dict[str, Any]:
    said = {"kind": channel.kind.value, "label": text(channel.label)}
    return said | ({"address": channel.address} if channel.address else {})


def _route(route: Route) -> dict[str, Any]:
    return {"words": route.words, "category": route.category, "priority": route.priority.value}


def _category(category: PublicCategory) -> dict[str, Any]:
    return {
        "id": category.id,
        "name": text(category.name),
        "icon": category.icon,
        "parent": category.parent,
        "count": len(category.entries),
    }


def flow_list(flows: Sequence[PublicFlow]) -> list[dict[str, Any]]:
    """Return what the manifest says of the dialogues."""
    return [
        {"id": one.id, "title": text(one.title), "category": one.category, "words": one.words}
        for one in flows
    ]


def flow(one: PublicFlow) -> dict[str, Any]:
    """Return one dialogue as the popup runs it."""
    nodes = {node.id: _node(node) for node in one.nodes}
    return {"id": one.id, "title": text(one.title), "start": one.start, "nodes": nodes}


def _node(node: PublicNode) -> dict[str, Any]:
    said: dict[str, Any] = {"say": text(node.say)}
    if node.options:
        said["options"] = [{"label": text(one.label), "to": one.to} for one in node.options]
    if node.input:
        asked = node.input
        said["input"] = {
            "name": asked.name,
            "kind": asked.kind.value,
            "label": text(asked.label),
            "to": asked.to,
        }
    if node.end:
        end: dict[str, Any] = {"outcome": node.end.outcome.value}
        end |= {"entry": node.end.entry} if node.end.entry else {}
        end |= {"summary": text(node.end.summary)} if node.end.summary else {}
        said["end"] = end
    return said


def engine(one: Engine) -> dict[str, Any]:
    """Return where the popup asks, with the key that may only search."""
    key = {"key": one.search_key} if one.search_key else {}
    return {"kind": one.kind.value, "url": one.url.rstrip("/"), "index": one.index} | key


def listed(docs: Sequence[SearchDoc]) -> list[dict[str, Any]]:
    """Return the documents as the index would list them: what a list of questions needs."""
    return [
        {
            "id": doc.id,
            "question": doc.question,
            "questionEn": doc.question_en,
            "category": doc.category,
            "products": doc.products,
            "platforms": doc.platforms,
            "shard": doc.shard,
        }
        for doc in docs
    ]
