"""Scripts: the steps their kind asks for, and no braces that an agent could send by mistake.

A script may quote the shop's promises as `{shop.x}`: they are filled in when building. The braced
Chinese names are for the agent and stay.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from dianzhi.catalog.slots import Part, Slot, StrayBrace, split_slots
from dianzhi.catalog.values import in_force, shop_slots
from dianzhi.model.kinds import Text
from dianzhi.model.script import STEPS, Line, Script, Step
from dianzhi.model.shop import Shop
from dianzhi.problems import Problem


def check_script(script: Script, shop: Shop, day: date) -> Iterator[Problem]:
    """Yield wrong steps, undeclared placeholders and promises not in force on `day`."""
    steps = tuple(line.step for line in script.lines)
    wanted = STEPS.get(script.kind)
    if wanted is not None and steps != wanted:
        order = " → ".join(f"{step}（{step.label}）" for step in wanted)
        message = f"{script.kind.label}的步骤是 {'、'.join(steps)}"
        yield Problem(script.at.span("lines"), "script-steps", message, f"按顺序写：{order}")
    elif wanted is None and set(steps) != {Step.SAY}:
        message = f"{script.kind.label}的步骤只能是 say"
        yield Problem(script.at.span("lines"), "script-steps", message, "每一句的 step 都写 say")
    over = {one.id for one in shop.promises if not in_force(one, day)}
    names = {one.name for one in shop.placeholders} | {f"shop.{name}" for name in shop_slots(shop)}
    for line in script.lines:
        yield from _placeholders(line, names)
        if script.in_force(day):
            yield from _promises(line, over)


def _promises(line: Line, over: set[str]) -> Iterator[Problem]:
    place = line.at.of("text", "zh")
    for part in split_slots(line.text.zh):
        if isinstance(part, Slot) and part.name.removeprefix("shop.") in over:
            message = f"承诺 {part.name} 现在不在有效期内"
            hint = "改掉这句话，或者在 shop.yaml 里延长承诺"
            yield Problem(place.inside(line.text.zh, part.offset), "promise-over", message, hint)


def _placeholders(line: Line, names: set[str]) -> Iterator[Problem]:
    place = line.at.of("text", "zh")
    for part in split_slots(line.text.zh):
        if isinstance(part, str):
            continue
        span = place.inside(line.text.zh, part.offset)
        if isinstance(part, StrayBrace):
            yield Problem(
                span, "stray-brace", "单独的大括号", "占位符写成 {订单号} 这样，两边都要有"
            )
        elif part.name not in names:
            hint = f"可以用的占位符：{'、'.join(sorted(names))}；新的先在 shop.yaml 的 placeholders 登记"
            yield Problem(span, "unknown-placeholder", f"没有登记的占位符 {{{part.name}}}", hint)


def filled(script: Script, values: Mapping[str, Text]) -> Script:
    """Return the script with the shop's values in place of `{shop.x}`."""
    return replace(script, lines=tuple(_filled_line(line, values) for line in script.lines))


def _filled_line(line: Line, values: Mapping[str, Text]) -> Line:
    text = "".join(_filled_part(part, values) for part in split_slots(line.text.zh))
    return replace(line, text=replace(line.text, zh=text))


def _filled_part(part: Part, values: Mapping[str, Text]) -> str:
    if isinstance(part, Slot):
        kind, _, name = part.name.partition(".")
        return values[name].zh if kind == "shop" and name in values else f"{{{part.name}}}"
    return part.replace("{", "{{").replace("}", "}}") if isinstance(part, str) else ""
