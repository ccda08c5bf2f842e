"""The way to a person, as tests speak of it."""

PLAIN = "pages/plain.html"


def note(visit):
    return visit.panel.get_by_label("给客服的说明")


def reach(visit, platform=None, handoff=None, path=PLAIN):
    """Open the page and go to a person by way of an answer that did not help."""
    visit.go(path)
    visit.page.evaluate("(context) => dianzhi.setContext(context)", {
        "platform": platform, "handoff": handoff,
    })  # fmt: skip
    visit.page.evaluate("dianzhi.show('ship-time')")
    visit.button("没用").click()
    visit.button("联系人工").click()
    note(visit).wait_for()
