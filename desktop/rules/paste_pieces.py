"""What can be told by itself in a pasted paragraph: labels, numbers, addresses on the net."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto

from desktop.rules.cells import text_of

LONGEST = 5000  # signs that are looked at: a contact's lines, not a novel


class Label(StrEnum):
    """What a label says of the text behind it."""

    NAME = auto()
    COMPANY = auto()
    PHONE = auto()
    FAX = auto()
    REGION = auto()
    ADDRESS = auto()
    POSTCODE = auto()
    WECHAT = auto()
    QQ = auto()
    EMAIL = auto()
    ID_NUMBER = auto()
    CREDIT_CODE = auto()
    TITLE = auto()
    NOTE = auto()
    NONE = auto()


_WORDS: dict[Label, str] = {
    Label.NAME: "收货人姓名|收件人姓名|收货人|收件人|客户姓名|联系人姓名|联系人|负责人|姓名|名字|收件|Name",
    Label.COMPANY: "公司名称|单位名称|企业名称|客户名称|店铺名称|开票抬头|抬头|公司|单位|企业|店名|名称|Company",
    Label.PHONE: (
        "收货人手机号码?|收货电话|手机号码|手机号|移动电话|电话号码|联系电话|联系方式|公司电话|办公电话|"
        "固定电话|座机|固话|手机|电话|Tel|Mobile|Phone|Cell"
    ),
    Label.FAX: "传真号码|传真|Fax",
    Label.REGION: "所在地区|省市区|所在省市|所在地|地区|区域|城市|Region|City",
    Label.ADDRESS: (
        "收货地址|收件地址|详细地址|联系地址|公司地址|单位地址|通讯地址|邮寄地址|寄送地址|街道地址|地址|住址|Address|Add"
    ),
    Label.POSTCODE: "邮政编码|邮编|Zip ?code|Zip|Postcode",
    Label.WECHAT: "微信号码?|微信|WeChat|v信|wx|vx",
    Label.QQ: "QQ号码?|QQ|扣扣",
    Label.EMAIL: "电子邮箱|电子邮件|邮箱|邮件|E-?mail",
    Label.ID_NUMBER: "身份证号码|身份证号|身份证|证件号码?",
    Label.CREDIT_CODE: "统一社会信用代码|社会信用代码|信用代码|纳税人识别号|税号",
    Label.TITLE: "职务|职位|岗位|Title",
    Label.NOTE: "订单备注|备注|说明|留言|Note|Remark",
}
_LABEL = re.compile(
    "(?:^|(?<=[\\s,;。|/、()\\[\\]【】]))[【\\[(]?(?:"
    + "|".join(f"(?P<{label}>{words})" for label, words in _WORDS.items())
    # A colon, or for words nobody is called by: the value at once (电话13800138000, 邮编 310012).
    + ")[】\\])]?(?:\\s*[:=]\\s*|\\s+(?=\\S)|(?=[\\d+]))",
    re.IGNORECASE | re.MULTILINE,
)
# Latin letters and a blank are too little: Add Street, Tel Aviv. Of these only a colon makes a label.
_NEEDS_COLON = {Label.COMPANY, Label.REGION, Label.NOTE, Label.TITLE}
_NAME_WORDS = {"收货人", "收件人", "姓名", "客户姓名", "联系人"}


@dataclass(frozen=True, slots=True)
class Part:
    """Some text and what its label says it is."""

    label: Label
    text: str


def plain_text(pasted: str) -> str:
    """`pasted` half width, without control and direction marks, lines kept; the first `LONGEST` signs of it."""
    text = unicodedata.normalize("NFKC", pasted[:LONGEST])
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    kept = (sign if sign in "\n\t" or unicodedata.category(sign)[0] != "C" else " " for sign in text)
    return text_of("".join(kept))


def parts_of(text: str) -> list[Part]:
    """The text cut at its labels; what stands before the first one has none."""
    found = [one for one in _LABEL.finditer(text) if _is_label(one)]
    parts = [Part(Label.NONE, text[: found[0].start()] if found else text)]
    for number, one in enumerate(found):
        end = found[number + 1].start() if number + 1 < len(found) else len(text)
        parts.append(Part(Label(one.lastgroup or ""), text[one.end() : end].strip(" \t,;，；。、|")))
    return [part for part in parts if part.text.strip()]


def _is_label(found: re.Match[str]) -> bool:
    label = Label(found.lastgroup or "")
    if any(sign in found[0] for sign in ":=])】"):
        return True
    word = found[0].strip()
    return not (label in _NEEDS_COLON or word.isascii()) and (label is not Label.NAME or word in _NAME_WORDS)


# -- what is told by its shape -----------------------------------------------------------------------------------------

EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
CREDIT_CODE = re.compile(r"(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Za-z])")
ID_NUMBER = re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])")
WECHAT_ID = re.compile(r"wxid_[A-Za-z0-9]{6,}|[A-Za-z][-_A-Za-z0-9]{5,19}|1[3-9]\d{9}")
QQ_ID = re.compile(r"[1-9]\d{4,11}")
POSTCODE = re.compile(r"(?<![\d-])\d{6}(?![\d-])(?!\s*[号室栋幢座楼弄元])")
SAME_AS_MOBILE = re.compile(
    r"\(?\s*(?:微信同号|微信同步|电话同微信|手机同微信|同微信|微信同手机号?|v同号|微同)\s*\)?", re.IGNORECASE
)

_EXTENSION = r"(?:\s*(?:转|分机号?|内线|ext\.?|#|-)\s*:?\s*\d{1,6}(?!\d))?"
_PHONES = (
    r"(?:(?:\+|00)?86[\s-]*)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)" + _EXTENSION,
    r"(?:(?:\+|00)?86[\s-]*)?1[3-9]\d[\s-]\d{3}[\s-]\d{5}(?!\d)",
    r"1[3-9]\d\*{4}\d{4}(?!\d)",
    r"(?:(?:\+|00)86[\s-]*)?\(?0\d{2,3}\)?[\s-]*[2-9]\d{2,3}[\s-]?\d{4}(?!\d)" + _EXTENSION,
    r"(?:\+|00)86[\s-]*\d{2,3}[\s-]+\d{7,8}(?!\d)" + _EXTENSION,
    r"[48]00[\s-]?\d{3}[\s-]?\d{4}(?!\d)" + _EXTENSION + r"|[48]00[\s-]\d{4}[\s-]\d{3}(?!\d)",
    r"(?:\+|00)\s*\(?(?:852|853|886)\)?[\s-]*\d(?:[\s-]?\d){7,9}(?!\d)",
    r"\(?(?:852|853)\)?[\s-]\d{4}[\s-]?\d{4}(?!\d)",
    r"09\d{2}[\s-]?\d{3}[\s-]?\d{3}(?!\d)",
    r"\+\d{1,3}[\s-]?\d(?:[\s-]?\d){6,11}(?!\d)",
)
PHONE = re.compile(r"(?<![\dA-Za-z_])(?:" + "|".join(f"(?:{one})" for one in _PHONES) + ")", re.IGNORECASE)


def cut_out(pattern: re.Pattern[str], text: str) -> tuple[list[str], str]:
    """All that `pattern` finds, and the text without it, a line break in each place so that neighbours do not join."""
    return [one[0] for one in pattern.finditer(text)], pattern.sub("\n", text)


_SEPARATOR = re.compile(r"[\n\t;,，；|]+")


def lines_of(text: str) -> Iterator[list[str]]:
    """The text cut at separators, each piece as its words."""
    for line in _SEPARATOR.split(text):
        words = [word.strip("。、:：/()（）【】[]\"'“”") for word in line.split()]
        words = [word for word in words if word]
        if words:
            yield words
