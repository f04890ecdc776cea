"""Whether a name is a company's or a person's."""

from __future__ import annotations

import re
import unicodedata

from db.vocabulary import CustomerKind
from desktop.rules.surnames import COMPOUND, SINGLE

_COMPANY = re.compile(
    r"公司|集团|股份|商行|商贸|贸易|实业|科技|工业|工厂|总厂|超市|商场|百货|购物|便利|市场|门市|商店|商城|广场|专卖|批发|"
    r"经营部|经销|服务部|营业部|办事处|工作室|事务所|研究|设计院|医院|诊所|药房|药店|卫生|学校|学院|大学|中学|小学|幼儿园|"
    r"培训|酒店|宾馆|饭店|餐厅|餐饮|饭馆|酒楼|茶楼|小吃|影院|银行|信用社|保险|合作社|农场|养殖|基地|中心|管理处|管委会|委员会|"
    r"居委会|村委会|协会|商会|基金会|政府|机关|物业|物流|货运|运输|建材|装饰|装修|建筑|工程|机械|设备|电子|电器|五金|"
    r"汽车|汽修|汽配|食品|生鲜|粮油|水果|服装|服饰|鞋业|家具|家居|印刷|印务|广告|传媒|文化|网络|信息|软件|化工|医药|生物|"
    r"材料|制品|制造|加工|塑料|包装|能源|环保|投资|置业|地产|旅行社|旅游|俱乐部|会所|美容|美发|理发|眼镜|珠宝|园区|工业园|"
    r"店\)?$|厂\)?$|局$|院$|所$|站$|部$|馆$|社$|行$|楼$|铺$|坊$|城$|处$|厅$|庄$|寺$|校$|队$"
)
_COMPANY_ENGLISH = re.compile(
    r"\b(?:co|ltd|inc|llc|corp|limited|company|corporation|group|gmbh|plc|store|shop|trading|industries|technology|"
    r"school|hotel|bank|university|hospital|factory)\b",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(
    r"[一-鿿]{1,3}?(?:先生|小姐|女士|老板娘?|总?经理|师傅|主任|老师|[厂店校院科处局所站]长|会计|采购|医生|太太|阿姨|大哥|大姐|"
    r"总监|主管|律师|教授|博士)|[一-鿿]{1,2}[哥姐姨叔嫂伯婶爷]"
)
_BY_RANK = re.compile(r"([一-鿿]{1,2})[总董工]")
_FAMILIAR = re.compile(r"[老小阿][一-鿿]")
_HAN = re.compile(r"[一-鿿㐀-䶿\U00020000-\U0003ffff]+")
_MINORITY = re.compile(r"[一-鿿]{1,10}[·•・][一-鿿·•・]{1,20}")


def guess_kind(name: str, otherwise: CustomerKind = CustomerKind.COMPANY) -> CustomerKind:
    """What the name is by itself; `otherwise` where it could be either (a sheet headed 姓名 passes PERSON).

    徐小姐, 聪哥, 老王, 王伟, 欧阳小明 and 买买提·艾力 are persons; 有限公司, 超市, 店, 厂, 学校 are companies.
    """
    text = unicodedata.normalize("NFKC", name).strip()
    if _COMPANY_ENGLISH.search(text):
        return CustomerKind.COMPANY
    if is_form_of_address(text):
        return CustomerKind.PERSON
    if _COMPANY.search(text):
        return CustomerKind.COMPANY
    return CustomerKind.PERSON if is_person_name(text) else otherwise


def is_form_of_address(text: str) -> bool:
    """徐小姐, 聪哥, 王厂长, 李总, 老张: how people are called rather than named."""
    if _FAMILIAR.fullmatch(text) or _ADDRESSED.fullmatch(text):
        return True
    ranked = _BY_RANK.fullmatch(text)
    return bool(ranked) and (text[:-1] in SINGLE or text[:-1] in COMPOUND)


def is_person_name(text: str) -> bool:
    """Two or three Han characters behind a known surname, four behind a compound one, or a name with a middle dot."""
    if _MINORITY.fullmatch(text):
        return True
    if not _HAN.fullmatch(text):
        return False
    if text[:2] in COMPOUND:
        return 3 <= len(text) <= 4
    return text[0] in SINGLE and 2 <= len(text) <= 3


def is_company_name(text: str) -> bool:
    """Whether a word in it says company, shop, school or the like."""
    bare = unicodedata.normalize("NFKC", text)
    return bool(_COMPANY.search(bare) or _COMPANY_ENGLISH.search(bare))
