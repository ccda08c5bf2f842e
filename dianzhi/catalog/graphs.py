"""Scenario dialogues: every step reachable, every path with an end."""

from collections.abc import Iterator

from dianzhi.catalog.slots import Slot, StrayBrace, split_slots
from dianzhi.model.flow import Flow, Node, Outcome
from dianzhi.model.place import Place
from dianzhi.problems import Problem


def check_flow(flow: Flow) -> Iterator[Problem]:
    """Yield everything that would leave a shopper stuck in `flow`."""
    nodes = {node.id: node for node in flow.nodes}
    yield from _node_ids(flow)
    if flow.start not in nodes:
        hint = f"写成已有的节点：{'、'.join(nodes)}"
        yield Problem(flow.at.span("start"), "flow-node", f"没有节点 {flow.start}", hint)
    for node in flow.nodes:
        yield from _one_way_on(node)
        yield from _targets(node, nodes)
        yield from _end(node, flow)
    yield from _paths(flow, nodes)


def _node_ids(flow: Flow) -> Iterator[Problem]:
    seen: set[str] = set()
    for node in flow.nodes:
        if node.id in seen:
            message, hint = f"节点 {node.id} 写了两次", "给其中一个换一个编号"
            yield Problem(node.at.span("id"), "duplicate-id", message, hint)
        seen.add(node.id)


def _one_way_on(node: Node) -> Iterator[Problem]:
    ways = [bool(node.options), node.input is not None, node.end is not None]
    if sum(ways) != 1:
        hint = "每个节点写而且只写一样：options（选项）、input（输入）或 end（结束）"
        yield Problem(
            node.at.span("id"), "flow-way-on", f"节点 {node.id} 有 {sum(ways)} 种走法", hint
        )


def _targets(node: Node, nodes: dict[str, Node]) -> Iterator[Problem]:
    parts = (*node.options, *((node.input,) if node.input else ()))
    for part in parts:
        if part.to not in nodes:
            hint = f"写成已有的节点：{'、'.join(nodes)}"
            yield Problem(part.at.span("to"), "flow-node", f"没有节点 {part.to}", hint)


def _end(node: Node, flow: Flow) -> Iterator[Problem]:
    if node.end is None:
        return
    if node.end.outcome is Outcome.ANSWER and node.end.entry is None:
        message, hint = "结果是 answer，但没有写 entry", "写上要显示的问答编号"
        yield Problem(node.end.at.span("outcome"), "flow-end", message, hint)
    if node.end.summary is not None:
        names = {one.input.name for one in flow.nodes if one.input}
        places = node.end.at.of("summary", "zh"), node.end.at.of("summary", "en")
        yield from _summary(node.end.summary.zh, names, places[0])
        yield from _summary(node.end.summary.en or "", names, places[1])


def _summary(text: str, names: set[str], place: Place) -> Iterator[Problem]:
    hint = f"只能引用这个流程里的输入：{'、'.join(sorted(names)) or '还没有'}"
    for part in split_slots(text):
        if isinstance(part, StrayBrace):
            span = place.inside(text, part.offset)
            yield Problem(span, "stray-brace", "单独的大括号", hint)
        elif isinstance(part, Slot) and part.name not in names:
            span = place.inside(text, part.offset)
            yield Problem(span, "unknown-slot", f"摘要里的 {{{part.name}}} 没有对应的输入", hint)


def targets(node: Node) -> Iterator[str]:
    """Yield the ids of the nodes that follow `node`, in order."""
    yield from (option.to for option in node.options)
    if node.input:
        yield node.input.to


def _paths(flow: Flow, nodes: dict[str, Node]) -> Iterator[Problem]:
    reached = _closure({flow.start}, {name: set(targets(node)) for name, node in nodes.items()})
    back: dict[str, set[str]] = {}
    for name, node in nodes.items():
        for target in targets(node):
            back.setdefault(target, set()).add(name)
    ending = _closure({name for name, node in nodes.items() if node.end}, back)
    for name, node in nodes.items():
        if name not in reached and flow.start in nodes:
            message, hint = (
                f"从起点走不到节点 {name}",
                "在前面的节点里加上通到这里的选项，或者删掉它",
            )
            yield Problem(node.at.span("id"), "flow-unreachable", message, hint)
        elif name not in ending and any(targets(node)):
            message, hint = f"从节点 {name} 走不到结束", "加上通到结束的选项，别让买家绕圈"
            yield Problem(node.at.span("id"), "flow-endless", message, hint)


def _closure(start: set[str], edges: dict[str, set[str]]) -> set[str]:
    found, waiting = set(start), sorted(start)
    while waiting:
        fresh = edges.get(waiting.pop(), set()) - found
        found |= fresh
        waiting += sorted(fresh)
    return found
