"""Personal data out of what shoppers typed (Personal Information Protection Law, art. 51: mask).

A mask says what stood there, in brackets 〔〕. Better a date or a batch number masked by mistake than a
phone number kept: whatever has seven digits or more goes. Names and addresses have no sure form;
what is found here is what says so itself.
"""

import re
from typing import Final

_DIGIT = r"[\d〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]"
_APART = r"[ \t\u3000\-\u2010-\u2015－.·*＊_—]{0,4}"
"""What people put between the digits of a number, or over some of them."""
_PLACE = r"[\u4e00-\u9fffA-Za-z0-9０-９]"
_ROAD = "路|街|大道|街道|巷|胡同|弄|村|镇|乡|小区|花园|公寓|大厦|广场|苑|园|庄"
_DOOR = "号楼|号院|号|栋|幢|座|单元|室|楼|层|弄"
_RULES: Final = (
    ("网址", r"(?:https?://|www\.)[^\s\u4e00-\u9fff，。；！？]+"),
    ("邮箱", r"[\w.+%-]+[@＠][\w-]+(?:[.．][\w-]+)+"),
    ("账号", r"(?i:微信|威信|薇信|加v|vx|wx|weixin|qq|支付宝)(?:号|账号)?[:：是 ]{0,3}[A-Za-z0-9_-]{5,}"),
    ("姓名", r"(?<=收件人|收货人|联系人)[:：是叫 ]{0,3}[\u4e00-\u9fff·]{2,4}|(?<=姓名)[:：是叫 ]{1,3}[\u4e00-\u9fff·]{2,4}|(?<=我叫)[\u4e00-\u9fff·]{2,4}"),
    ("身份证号", rf"(?<!\d)\d{{6}}{_APART}\d{{8}}{_APART}\d{{3}}[\dXxＸｘ](?!\d)"),
    ("电话", rf"(?<![A-Za-z\d])(?:[+＋]?86{_APART})?[1１][3-9３-９]\d(?:{_APART}\d){{8}}(?!\d)|(?<![A-Za-z\d])[0０]\d{{2,3}}[-－ ]?\d{{7,8}}(?!\d)"),
    ("号码", rf"[A-Za-z]{{0,6}}{_DIGIT}(?:{_APART}{_DIGIT}){{6,}}[A-Za-z]{{0,4}}"),
    ("号码", r"(?<![A-Za-z0-9])(?=(?:[A-Za-z]*\d){4})[A-Za-z0-9]{10,}(?![A-Za-z0-9])"),
    ("地址", rf"{_PLACE}{{0,14}}(?:{_ROAD}){_PLACE}{{0,8}}?[\d０-９〇零一二三四五六七八九十百]+(?:{_DOOR})(?:{_PLACE}{{0,6}}?[\d０-９〇零一二三四五六七八九十百]+(?:{_DOOR}))*[\d０-９]*"),
    ("地址", rf"[\u4e00-\u9fff]{{2,8}}(?:省|自治区|市)[\u4e00-\u9fff]{{2,8}}(?:市|区|县|旗)[\u4e00-\u9fff]{{0,10}}(?:{_ROAD})?"),
    ("地址", r"[\d０-９]+(?:栋|幢|号楼|座)(?:[\d０-９一二三四五六七八九十]+(?:单元|室|楼|层))+[\d０-９]*"),
)  # fmt: skip
"""Name and pattern, the surer ones first. `\\d` is any script's digits."""
_PATTERNS: Final = tuple((f"〔{name}〕", re.compile(pattern)) for name, pattern in _RULES)
_MASK: Final = re.compile("〔(?:" + "|".join(dict.fromkeys(name for name, _ in _RULES)) + ")〕")
_LABEL: Final = (
    "(?:我的?)?(?:手机|电话|联系方式|(?:快递|物流|运|订)?单号?|订单编号|批号|身份证|银行卡|微信|邮箱|"
    "(?:收货|收件)?地址|收货人|收件人|联系人|姓名|我叫|我是)?(?:号码?|账号)?[:：是为 ]{0,3}"
)
"""What people say in front of such data: nothing is asked by it."""
_MASK_WITH_LABEL: Final = re.compile(_LABEL + _MASK.pattern)


def masked(text: str) -> str:
    """Return a text with whatever looks like personal data replaced by a mask, such as 〔电话〕."""
    for mask, pattern in _PATTERNS:
        text = pattern.sub(mask, text)
    return text


def without_masks(text: str) -> str:
    """Return a masked text as one could ask it without the data, masks and their labels left out."""
    return " ".join(_MASK_WITH_LABEL.sub(" ", text).split())


def is_masked(text: str) -> bool:
    """Say whether a mask stands in a text."""
    return _MASK.search(text) is not None
