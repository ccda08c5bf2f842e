"""The look-up of a batch, as tests speak of it, and a camera that stands in for the browser's own."""

import json
import re

from playwright.sync_api import expect

GTIN = "02000000000015"
"""The cleanser's; the nuts have one of their own."""
BARE = "pages/bare.html"
PAGE = "pages/plain.html"
DETECTOR = """
(({ formats, codes, allowed }) => {
  let looks = 0
  window.stopped = 0
  window.BarcodeDetector = class {
    static getSupportedFormats = async () => formats
    detect = async () => (++looks < 3 ? [] : codes.map((rawValue) => ({ rawValue })))
  }
  navigator.mediaDevices.getUserMedia = async () => {
    if (!allowed) throw new DOMException('denied', 'NotAllowedError')
    const canvas = document.createElement('canvas')
    canvas.getContext('2d').fillRect(0, 0, 9, 9)
    const stream = canvas.captureStream(5)
    for (const track of stream.getTracks()) {
      const stop = track.stop.bind(track)
      track.stop = () => { stop(); window.stopped++ }
    }
    return stream
  }
})"""


def open_batch(visit, path=PAGE):
    """Open the look-up as a shopper does: from an answer about batches."""
    visit.open(path)
    visit.page.evaluate("dianzhi.show('batch-date')")
    visit.panel.get_by_role("button", name=re.compile("查我这批的日期|dates of my batch")).click()
    field(visit).wait_for()


def field(visit):
    return visit.panel.get_by_role("textbox")


def look_up(visit, text):
    field(visit).fill(text)
    field(visit).press("Enter")
    expect(title(visit)).to_be_visible()


def outcome(visit):
    return visit.panel.locator(".outcome")


def title(visit):
    return outcome(visit).get_by_role("heading", level=3)


def with_camera(visit, *codes, formats=("data_matrix",), allowed=True):
    """Stand in for a detector and a camera: this browser has neither."""
    options = {"formats": list(formats), "codes": list(codes), "allowed": allowed}
    visit.page.add_init_script(f"{DETECTOR}({json.dumps(options)})")


def scan(visit):
    return visit.panel.get_by_role("button", name="扫包装上的码")
