"""Personal data is out before anything else sees a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dianzhi.learning.masking import is_masked, masked, without_masks

CASES = [
    ("我电话13800138000打给我", "我电话〔电话〕打给我", "a mobile number"),
    ("打 138-0013-8000 找我", "打 〔电话〕 找我", "with hyphens"),
    ("１３８００１３８０００", "〔电话〕", "full width"),
    ("+86 13800138000", "〔电话〕", "with the country's prefix"),
    ("138****8000是我", "〔号码〕是我", "starred out by halves"),
    ("座机0571-88886666", "座机〔电话〕", "a landline"),
    ("一三八零零一三八零零零", "〔号码〕", "spelled in Chinese"),
    ("订单6920261120123456啥时候发", "订单〔号码〕啥时候发", "an order number"),
    ("SF1234567890123 到哪了", "〔号码〕 到哪了", "a parcel number with its letters"),
    ("JDVA00123456789", "〔号码〕", "with four letters"),
    ("单号 a1b2c3d4e5f6", "单号 〔号码〕", "letters and digits mixed"),
    ("身份证33010619900101123X", "身份证〔身份证号〕", "an identity card"),
    ("发票发到 li.si@mail.example.com 吧", "发票发到 〔邮箱〕 吧", "an e-mail address"),
    ("加我vx: xiaoming_88", "加我〔账号〕", "a WeChat name"),
    ("看这个https://item.example.com/i?id=1 有货吗", "看这个〔网址〕 有货吗", "an address of the web"),
    ("收货人：张小明", "收货人〔姓名〕", "a name that says so"),
    ("我叫李四 订单没到", "我叫〔姓名〕 订单没到", "a name that is given"),
    ("寄到杭州市西湖区文三路99号3栋402室", "〔地址〕", "an address to the door"),
    ("浙江省杭州市余杭区五常街道", "〔地址〕", "an address to the street"),
    ("3栋2单元501放门口", "〔地址〕放门口", "a door alone"),
    ("168小时内能退吗", "168小时内能退吗", "a figure of the shop"),
    ("满 199 元送什么", "满 199 元送什么", "a price"),
    ("SPF50防晒要补吗", "SPF50防晒要补吗", "a product"),
    ("新疆地区路上要几天", "新疆地区路上要几天", "places are no address"),
    ("双十一11月11日几点开始", "双十一11月11日几点开始", "a date in words"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected", "_why"), CASES, ids=[why for *_, why in CASES])
def test_what_is_masked_and_what_is_not(text, expected, _why):
    assert masked(text) == expected
    assert is_masked(masked(text)) == (text != expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我手机〔电话〕，订单号〔号码〕 几天到", "， 几天到"),
        ("我叫〔姓名〕 地址〔地址〕改一下", "改一下"),
        ("〔电话〕", ""),
        ("没有号码", "没有号码"),
    ],
)
def test_what_is_left_to_ask(text, expected):
    assert without_masks(text) == expected


digits = st.text("0123456789０１２３４５６７８９", min_size=7, max_size=24)
apart = st.sampled_from(["", "-", " ", "·", "－"])


@given(st.text(), digits, apart, st.integers(2, 6), st.text())
def test_no_seven_digits_stay_together(before, number, between, every, after):
    parts = [number[at : at + every] for at in range(0, len(number), every)]
    text = masked(before + between.join(parts) + after)
    assert not re.search(r"\d(?:[ \-·－]?\d){6}", text)


@given(st.text())
def test_masking_twice_is_masking_once(text):
    assert masked(masked(text)) == masked(text)
