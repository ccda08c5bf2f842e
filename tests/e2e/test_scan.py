"""A code on a package, read with the camera: what is looked up, and when the camera goes off."""

import pytest
from playwright.sync_api import expect

from tests.e2e.batches import BARE, GTIN, look_up, open_batch, scan, title, with_camera


def test_a_scanned_code_is_looked_up_and_the_camera_goes_off(make_visit, size):
    visit = make_visit(size)
    with_camera(visit, "2000000000015", f"]d201{GTIN}10B2026-0301")
    open_batch(visit, BARE)
    scan(visit).click()
    expect(visit.panel).to_contain_text("画面只在这台设备上识别，不保存，也不上传")
    expect(title(visit)).to_have_text("还有 830 天")
    assert visit.page.evaluate("stopped") == 1
    visit.panel.get_by_role("button", name="返回").click()
    expect(visit.answer).to_be_visible()


@pytest.mark.parametrize("leave", ["不扫了", "返回", "关闭"])
def test_leaving_the_scan_turns_the_camera_off(visit, leave):
    with_camera(visit)
    open_batch(visit)
    scan(visit).click()
    visit.panel.locator("video").wait_for()
    visit.panel.get_by_role("button", name=leave).click()
    visit.page.wait_for_function("stopped === 1")


def test_a_forbidden_camera_is_said_and_typing_goes_on(visit):
    with_camera(visit, allowed=False)
    open_batch(visit)
    scan(visit).click()
    expect(visit.panel.get_by_role("alert")).to_contain_text("没有打开相机")
    visit.panel.get_by_role("button", name="返回输入").click()
    look_up(visit, "N-88")
    expect(title(visit)).to_have_text("还有 157 天")


def test_no_scan_is_offered_where_nothing_can_be_read(make_visit):
    plain, useless = make_visit(), make_visit()
    with_camera(useless, formats=())
    for visit in (plain, useless):
        open_batch(visit)
        expect(scan(visit)).to_have_count(0)


def test_a_strict_policy_is_kept(visit):
    with_camera(visit, "N-88")
    open_batch(visit, "pages/strict.html")
    scan(visit).click()
    expect(title(visit)).to_have_text("还有 157 天")
    assert visit.page.evaluate("violations") == []
