"""A pasted line or paragraph understood: who it is, how to reach them, where.

张三 13800138000 浙江省杭州市西湖区文三路 100 号 3 幢 301 310012, in any order, with labels or without.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from db.vocabulary import ReachKind
from desktop.rules.credit_code import code_fault
from desktop.rules.divisions import Divisions, Region
from desktop.rules.id_number import id_fault
from desktop.rules.name_kinds import is_company_name, is_form_of_address, is_person_name
from desktop.rules.paste_pieces import (
    CREDIT_CODE,
    EMAIL,
    ID_NUMBER,
    PHONE,
    POSTCODE,
    QQ_ID,
    SAME_AS_MOBILE,
    WECHAT_ID,
    Label,
    Part,
    cut_out,
    lines_of,
    parts_of,
    plain_text,
)
from desktop.rules.phones import Phone, read_phones
from desktop.rules.region_reading import RegionRead, read_region


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was understood; "" and () for what is not there.

    `regions` has more than one where the text leaves it open, the likeliest first. `rest` is what nothing was made of.
    """

    name: str = ""
    title: str = ""
    company: str = ""
    phones: tuple[Phone, ...] = ()
    regions: tuple[Region, ...] = ()
    address: str = ""
    postcode: str = ""
    wechat: str = ""
    qq: str = ""
    email: str = ""
    credit_code: str = ""
    id_number: str = ""
    note: str = ""
    rest: str = ""

    @property
    def region(self) -> Region:
        """The likeliest region, empty where there is none."""
        return self.regions[0] if self.regions else Region()

    @property
    def kinds(self) -> int:
        """How many kinds of things were understood: from two on it is no mere name."""
        told = (self.name, self.company, self.phones, self.regions or self.address, self.postcode, self.email)
        return sum(bool(one) for one in (*told, self.wechat or self.qq, self.credit_code, self.id_number))


_NEIGHBOUR = re.compile(r"\((85[23]|886)\)\s*")  # the code of Hong Kong, Macau, Taiwan in brackets


@dataclass(slots=True)
class _Draft:
    """What is known so far, and the words nothing is known of yet."""

    known: dict[Label, str] = field(default_factory=dict)
    phones: list[Phone] = field(default_factory=list)
    lines: list[list[str]] = field(default_factory=list)
    address_words: list[str] = field(default_factory=list)
    same_as_mobile: bool = False

    def know(self, label: Label, text: str) -> bool:
        """Keep `text` as the first of its kind; False where there is one already."""
        if not text or label in self.known:
            return False
        self.known[label] = text
        return True

    def call(self, text: str, *, fax: bool = False) -> None:
        """Keep the numbers in `text`, each once."""
        for found in read_phones(_NEIGHBOUR.sub(r"\1 ", text)):
            phone = replace(found, kind=ReachKind.FAX) if fax and found.kind is ReachKind.PHONE else found
            if all((one.digits, one.extension) != (phone.digits, phone.extension) for one in self.phones):
                self.phones.append(phone)


def read_pasted(pasted: str, divisions: Divisions, area_codes: Mapping[str, str] | None = None) -> Pasted:
    """What a pasted text says. `area_codes` (code → places) help to choose where a district's name is not enough."""
    draft = _Draft()
    text = plain_text(pasted)
    draft.same_as_mobile = bool(SAME_AS_MOBILE.search(text))
    for part in parts_of(SAME_AS_MOBILE.sub(" ", text)):
        _take(draft, part)
    _find_people(draft, divisions)
    read = _find_address(draft, divisions)
    regions = _likely(read.found, draft.phones, area_codes or {})
    known = draft.known
    mobile = next((one.digits for one in draft.phones if one.kind is ReachKind.MOBILE), "")
    return Pasted(
        name=known.get(Label.NAME, ""),
        title=known.get(Label.TITLE, ""),
        company=known.get(Label.COMPANY, ""),
        phones=tuple(draft.phones),
        regions=regions,
        address=read.rest,
        postcode=known.get(Label.POSTCODE, ""),
        wechat=known.get(Label.WECHAT, mobile if draft.same_as_mobile else ""),
        qq=known.get(Label.QQ, ""),
        email=known.get(Label.EMAIL, ""),
        credit_code=known.get(Label.CREDIT_CODE, ""),
        id_number=known.get(Label.ID_NUMBER, ""),
        note=known.get(Label.NOTE, ""),
        rest="；".join(" ".join(words) for words in draft.lines),
    )


def looks_like_card(text: str, divisions: Divisions) -> bool:
    """Whether text pasted into one field tells more than one thing, so that it should be taken apart."""
    return len(text) >= 8 and read_pasted(text, divisions).kinds >= 2


# -- parts -------------------------------------------------------------------------------------------------------------

_ACCOUNTS = {Label.WECHAT: WECHAT_ID, Label.QQ: QQ_ID}


def _take(draft: _Draft, part: Part) -> None:
    """Sort one part: what its label says, then what its signs say, the rest as words."""
    text = part.text
    if part.label in _ACCOUNTS:
        found = _ACCOUNTS[part.label].search(text)
        if found and draft.know(part.label, found[0]):
            text = text[: found.start()] + "\n" + text[found.end() :]
    if part.label is Label.NOTE:
        draft.know(Label.NOTE, " ".join(text.split()))
        return
    text = _take_numbers(draft, text, part.label)
    lines = list(lines_of(text))
    if part.label is Label.ADDRESS or part.label is Label.REGION:
        first = [word for line in lines for word in line]
        draft.address_words = first + draft.address_words if part.label is Label.REGION else draft.address_words + first
    elif lines and part.label in (Label.NAME, Label.TITLE):
        draft.know(part.label, lines[0][0])
        lines[0] = lines[0][1:]
        draft.lines += [line for line in lines if line]
    elif lines and part.label is Label.COMPANY:
        draft.know(part.label, " ".join(lines[0]))
        draft.lines += lines[1:]
    else:
        draft.lines += lines


def _take_numbers(draft: _Draft, text: str, label: Label) -> str:
    """Take out what is told by its signs; returns the text without it."""
    found, text = cut_out(EMAIL, text)
    for one in found:
        draft.know(Label.EMAIL, one)
    fax = label is Label.FAX
    for one in ID_NUMBER.findall(text):
        if id_fault(one.upper(), date.max) is None and draft.know(Label.ID_NUMBER, one.upper()):
            text = text.replace(one, "\n", 1)
    for one in CREDIT_CODE.findall(text):
        if code_fault(one) is None and draft.know(Label.CREDIT_CODE, one):
            text = text.replace(one, "\n", 1)
    found, text = cut_out(PHONE, text)
    for one in found:
        draft.call(one, fax=fax)
    if label in (Label.PHONE, Label.FAX) and not found:  # a local number
        head = re.match(r"[\d\s()+*-]{5,}", text)
        if head:
            draft.call(head[0], fax=fax)
            text = text[head.end() :]
    codes = POSTCODE.findall(text)
    if codes and draft.know(Label.POSTCODE, codes[-1]):
        at = text.rindex(codes[-1])
        text = text[:at] + "\n" + text[at + 6 :]
    return text


# -- words -------------------------------------------------------------------------------------------------------------

_OF_ADDRESS = re.compile(
    r"\d+\s*[号室栋幢座楼弄层单元组]|(?:路|街|道|巷|弄|胡同|大道|村|镇|乡|小区|花园|大厦|广场|园区|新村|公寓|家园|工业园|产业园)"
    r"(?:$|[\dA-Za-z一二三四五六七八九十东西南北]|\()|[区县市省](?=.)"
)
_LATIN_NAME = re.compile(r"[A-Z][a-z]+\.?(?: [A-Z][a-z]*\.?){1,3}")
_TAKER = re.compile(r"(?P<name>[一-鿿]{2,4}?)\s*(?:\(?收\)?|亲启|\(?签收\)?)$")


def _find_people(draft: _Draft, divisions: Divisions) -> None:
    """Take names and companies out of the words; what may be a part of an address stays."""
    words = [(number, at) for number, line in enumerate(draft.lines) for at in range(len(line))]
    taken: set[tuple[int, int]] = set()
    for place in (*words[:2], *reversed(words[2:])):
        word = draft.lines[place[0]][place[1]]
        taker = _TAKER.search(word)
        if taker and is_person_name(taker["name"]) and draft.know(Label.NAME, taker["name"]):
            draft.lines[place[0]][place[1]] = word[: taker.start()]
        else:
            of_company = _is_company(word, place[1], divisions) and draft.know(Label.COMPANY, word)
            if of_company or (_is_name(draft, place, divisions) and draft.know(Label.NAME, word)):
                taken.add(place)
    kept = [
        [word for at, word in enumerate(line) if word and (number, at) not in taken]
        for number, line in enumerate(draft.lines)
    ]
    draft.lines = [line for line in kept if line]
    for line in draft.lines:
        if _LATIN_NAME.fullmatch(" ".join(line)) and draft.know(Label.NAME, " ".join(line)):
            draft.lines.remove(line)
            break


def _is_company(word: str, at: int, divisions: Divisions) -> bool:
    if not is_company_name(word) or len(word) < 4:
        return False
    if re.search(r"(?:公司|集团)(?:[一-鿿]{0,6}(?:分公司|部|店))?(?:\([^)]*\))?$", word):
        return re.search(r"\d+\s*号", word) is None
    # 现代城, 创业中心: behind the words of a street these are buildings.
    return at == 0 and not _OF_ADDRESS.search(word) and not read_region(divisions, word).found


def _is_name(draft: _Draft, place: tuple[int, int], divisions: Divisions) -> bool:
    """A person's name stands alone on its line, at its head, or at the end of all; never within an address."""
    number, at = place
    line = draft.lines[number]
    word = line[at]
    if not (is_person_name(word) or is_form_of_address(word)) or _OF_ADDRESS.search(word):
        return False
    if read_region(divisions, " ".join(line[at:])).found and read_region(divisions, word).found:
        return False
    return at == 0 or at == len(line) - 1


def _find_address(draft: _Draft, divisions: Divisions) -> RegionRead:
    """The region and the rest of the address, taken out of the words; joined with what was labelled as one."""
    if not draft.address_words:
        draft.address_words = _unlabelled_address(draft, divisions)
    taker = _TAKER.search(draft.address_words[-1]) if draft.address_words else None
    if taker and is_person_name(taker["name"]) and draft.know(Label.NAME, taker["name"]):
        draft.address_words[-1] = draft.address_words[-1][: taker.start()]
    read = read_region(divisions, " ".join(draft.address_words))
    again = read_region(divisions, read.rest)
    if again.found and again.found == read.found:  # 地区 and 地址 both say it
        read = RegionRead(read.found, again.rest, read.sure)
    rest = read.rest
    if read.found and read.found[0].province == "台湾省":  # three or five digits, behind the address
        code = re.search(r"\s(\d{3}|\d{5,6})$", rest)
        if code and draft.know(Label.POSTCODE, code[1]):
            rest = rest[: code.start()]
    return RegionRead(read.found, _joined(rest), read.sure)


def _unlabelled_address(draft: _Draft, divisions: Divisions) -> list[str]:
    """The words from the first that names a region on, or those that look like a street."""
    for number, line in enumerate(draft.lines):
        for at in range(len(line)):
            read = read_region(divisions, " ".join(line[at:]))
            if read.found and (read.sure or any(one.city for one in read.found) or len(line) > at + 1):
                words = line[at:]
                draft.lines[number] = line[:at]
                follows = draft.lines[number + 1 : number + 3]
                more = [one for one in follows if _OF_ADDRESS.search("".join(one))]
                draft.lines = [one for one in draft.lines if one and one not in more]
                return [*words, *(word for one in more for word in one)]
    streets = [line for line in draft.lines if _OF_ADDRESS.search("".join(line))]
    draft.lines = [line for line in draft.lines if line not in streets]
    return [word for line in streets for word in line]


_LOOSE = re.compile(r"(?<=[一-鿿])\s+(?=[\dA-Za-z一-鿿#(])|(?<=[\dA-Za-z号)])\s+(?=[一-鿿(])")


def _joined(address: str) -> str:
    """文三路 100 号 3 幢 301 → 文三路100号3幢301; blanks between digits or Latin words stay."""
    return _LOOSE.sub("", address).strip(" ,，;；。")


def _likely(found: tuple[Region, ...], phones: list[Phone], area_codes: Mapping[str, str]) -> tuple[Region, ...]:
    """Of several regions the one a landline of the same text belongs to, if there is just one."""
    if len(found) < 2:
        return found
    places = [
        area_codes.get(phone.digits[:4]) or area_codes.get(phone.digits[:3], "")
        for phone in phones
        if phone.digits.startswith("0")
    ]
    fitting = [one for one in found if any(one.city and one.city in place for place in places)]
    return tuple(fitting) if len(fitting) == 1 else found
