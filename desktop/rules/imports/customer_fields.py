"""The fields of a customer that a column can fill, in the order of the card."""

from __future__ import annotations

from db.vocabulary import Attitude, CreditGrade, CustomerKind, Gender, IntentLevel, Relationship, Source, Stage
from desktop.rules.imports.field_kinds import Content, ImportField, ImportKind, declare
from desktop.rules.labels import title
from desktop.words import N_

_C = (ImportKind.CUSTOMERS,)
_ALL = tuple(ImportKind)


def _text(field: str, words: str, content: Content = Content.TEXT) -> ImportField:
    return declare(f"customer.{field}", title(f"customer.{field}"), content, _C, words)


# Names and numbers also say whose contacts, orders, payments and follow-ups a row tells of. The words for names stand
# in name_columns.py, because what they mean depends on the other columns.
IDENTITY = (
    declare("customer.name", title("customer.name"), Content.NAME, _ALL, ""),
    declare("customer.family_name", N_("Family name"), Content.NAME, _C, ""),
    declare("customer.given_name", N_("Given name"), Content.NAME, _C, ""),
    declare(
        "customer.number",
        title("customer.number"),
        Content.CODE,
        _ALL,
        "客户编号 客户编码 客户号 客户代码 客户id 客户码 客户账号 会员号 会员编号 会员卡号 会员id 用户id "
        "用户编号 用户编码 买家id 顾客编号 "
        "单位编号 单位编码 单位代码 往来单位编码 customerid customerno customernumber customercode "
        "customerkey clientid clientno clientcode memberid "
        "memberno userid accountid accountnumber buyerid =编号 =编码 =代码 =卡号 =id =no =number =code",
    ),
    declare(
        "customer.credit_code",
        title("customer.credit_code"),
        Content.CREDIT_CODE,
        (ImportKind.CUSTOMERS, ImportKind.CONTACTS),
        "统一社会信用代码 社会信用代码 信用代码 统一信用代码 信用代码证号 营业执照号 营业执照注册号 "
        "工商注册号 uscc creditcode "
        "unifiedsocialcreditcode businesslicense",
    ),
)

BASIC = (
    declare(
        "customer.kind",
        title("customer.kind"),
        Content.CHOICE,
        _C,
        "客户类型 客户性质 客户类别 客户属性 单位类型 customertype customerkind =类型 =类别 =性质 =type =kind",
        choice=CustomerKind,
    ),
    _text("short_name", "简称 客户简称 公司简称 企业简称 单位简称 别名 助记名 shortname abbreviation alias"),
    _text("former_names", "曾用名 原名称 原名 旧名 formername formernames previousname"),
    _text(
        "legal_form",
        "企业性质 企业形式 公司性质 公司类型 企业类型 单位性质 经济类型 组织形式 所有制 legalform companytype "
        "ownership",
    ),
    _text("industry", "行业 所属行业 客户行业 行业类别 行业分类 主营行业 业态 industry sector trade"),
    _text("registered_capital", "注册资本 注册资金 资产 资产总额 注册资本金 registeredcapital capital"),
    _text(
        "founded_on",
        "成立日期 成立时间 创立时间 创立日期 成立年份 注册日期 注册时间 开业时间 开业日期 founded foundedon "
        "foundingdate established",
        Content.COARSE_DATE,
    ),
    _text(
        "partner_since",
        "与本公司交易时间 合作时间 合作日期 开始合作时间 合作起始 首次合作时间 首次交易时间 建档时间 建档日期 "
        "开户日期 入会时间 入会日期 "
        "partnersince customersince firstdeal",
        Content.COARSE_DATE,
    ),
    _text(
        "province",
        "省 省份 省市 所在省份 所在省 省自治区 省自治区直辖市 省直辖市 州属 州 province state region "
        "=homestate =workstate",
    ),
    _text("city", "市 城市 所在城市 所在市 地市 地级市 city town =homecity =workcity"),
    _text("district", "区 县 区县 县区 所在区县 所在区 市区 行政区 街道 district county"),
    declare(
        "customer.address",
        title("customer.address"),
        Content.ADDRESS,
        _C,
        "地址 详细地址 联系地址 通讯地址 通信地址 公司地址 单位地址 办公地址 经营地址 注册地址 住址 家庭住址 "
        "家庭地址 工作地址 所在地址 店址 位置 "
        "address street homeaddress workaddress addressformatted addressstreet streetaddress mailingaddress "
        "?收货地址 ?送货地址 ?收件地址 "
        "?location",
    ),
    _text(
        "postcode",
        "邮编 邮政编码 邮区编号 邮区 zip zipcode postcode postalcode =homezipcode =workzipcode",
        Content.CODE,
    ),
    declare(
        "customer.website",
        title("customer.website"),
        Content.WEB,
        _C,
        "网址 网站 官网 公司网址 公司网站 企业网站 主页 公司主页 官方网站 网页 网站地址 website web url "
        "homepage webpage site websitevalue",
    ),
    _text(
        "principal_name",
        "法人 法人代表 法定代表人 企业法人 经营者 老板 总经理 董事长 企业负责人 principal legalrepresentative "
        "owner ceo",
    ),
    _text("principal_character", "法人性格 经营者性格 负责人性格"),
    _text("principal_hobbies", "法人爱好 经营者爱好 负责人爱好"),
    _text("principal_family", "法人家庭 经营者家庭 负责人家庭"),
    _text("principal_education", "法人学历 经营者学历 负责人学历"),
    _text("principal_age", "法人年龄 经营者年龄 负责人年龄", Content.WHOLE),
    _text("principal_ability", "法人能力 经营者能力 负责人能力"),
    declare(
        "customer.source",
        title("customer.source"),
        Content.CHOICE,
        _C,
        "来源 客户来源 线索来源 获客渠道 来源渠道 渠道来源 渠道 信息来源 如何得知 source leadsource "
        "clueorigin origin channel",
        choice=Source,
    ),
    _text("introducer", "介绍人 推荐人 转介绍人 引荐人 推介人 introducer referredby referrer referee"),
    declare(
        "customer.owner",
        title("customer.owner_id"),
        Content.NAME,
        _C,
        "业务员 负责业务员 所属业务员 业务代表 业务经理 客户经理 销售 销售员 销售人员 销售代表 销售经理 "
        "跟进人 归属人 所属人 所有人 维护人 责任人 ?负责人 "
        "salesperson salesrep rep accountmanager assignedto responsible",
    ),
    declare(
        "customer.stage",
        title("customer.stage"),
        Content.CHOICE,
        _C,
        "阶段 客户状态 客户阶段 跟进阶段 销售阶段 跟进状态 成交状态 意向 意向程度 stage status leadstatus =状态",
        choice=Stage,
    ),
    _text("value_tier", "价值等级 客户价值等级 价值级别 客户价值 valuetier valueclass", Content.CODE),
    declare(
        "customer.intent",
        title("customer.intent"),
        Content.CHOICE,
        _C,
        "意向等级 意向级别 购买意向等级 客户意向等级 intent intentlevel",
        choice=IntentLevel,
    ),
    _text(
        "expects_on",
        "预计成交日期 预计成交时间 预计成交日 预计签单日期 预计签约日期 预计下单日期 预计购买时间 "
        "expectson expectedclose expectedclosedate closedate",
        Content.DATE,
    ),
    _text("lost_reason", "流失原因 丢单原因 流失说明 输单原因 战败原因 lostreason lossreason reasonlost"),
    declare(
        "customer.tags",
        N_("Tags"),
        Content.TEXT,
        _C,
        "标签 客户标签 客户级别 客户等级 客户分类 客户分组 级别 等级 分组 分类 会员等级 会员级别 "
        "customerlevel level grade tag tags category "
        "label labels groupmembership group customergroup =类型 =客户类型 =客户类别 =类别",
        many=True,
    ),
    declare(
        "customer.note",
        title("customer.note"),
        Content.TEXT,
        _C,
        "备注 备注信息 说明 附注 注释 其他 其它 描述 公司简介 简介 企业简介 客户描述 客户简介 需求 客户需求 "
        "需求描述 意向产品 note notes remark remarks "
        "comment comments description memo",
        many=True,
        labelled=True,
    ),
    _text("invoice_title", "开票抬头 发票抬头 抬头 开票名称 开票单位 invoicetitle"),
    _text(
        "invoice_tax_number",
        "税号 纳税人识别号 纳税识别号 纳税人税号 开票税号 税务登记号 taxnumber taxid vatnumber",
        Content.CODE,
    ),
    _text("invoice_bank", "开户行 开户银行 银行 开户行名称 bank bankname"),
    _text("invoice_account", "银行账号 账号 银行帐号 帐号 开户账号 开户行账号 银行账户 bankaccount iban", Content.CODE),
    _text("invoice_address", "开票地址 发票地址 税务登记地址 invoiceaddress billingaddress billinginformation"),
    _text("invoice_phone", "开票电话 发票电话 invoicephone billingphone"),
)

TRAITS = (
    _text("service_area", "服务区域 销售区域 经营区域 覆盖区域 区域 地区 片区 servicearea area territory"),
    _text("sales_capability", "销售能力 salescapability"),
    _text("potential", "发展潜力 潜力 potential", Content.WHOLE),
    _text("business_philosophy", "经营观念 经营理念 businessphilosophy"),
    _text("business_direction", "经营方向 businessdirection"),
    _text("business_policy", "经营政策 businesspolicy"),
    _text(
        "headcount",
        "人数 员工人数 企业人数 职工人数 员工数 人员规模 公司规模 企业规模 规模 headcount employees "
        "numberofemployees companysize",
        Content.WHOLE,
    ),
    _text(
        "annual_revenue",
        "年营业额 年销售额 营业额 年收入 销售收入 年产值 年营收 annualrevenue revenue turnover",
        Content.MONEY,
    ),
    _text("business_traits", "经营特点 经营特色 主营业务 主营产品 经营范围 主营 mainbusiness businessscope"),
    _text("has_money", "购买力 有购买力 支付能力", Content.YES_NO),
    _text("has_authority", "决定权 购买决定权 有决定权 决策权", Content.YES_NO),
    _text("has_need", "购买需求 有购买需求 有需求", Content.YES_NO),
    _text("used_similar", "是否使用过同类产品 使用过同类产品 是否用过同类产品", Content.YES_NO),
    _text("similar_brand", "同类产品品牌 使用品牌 在用品牌 竞品品牌"),
    _text("similar_opinion", "同类产品评价 品牌评价 使用评价"),
    declare(
        "customer.attitude",
        title("customer.attitude"),
        Content.CHOICE,
        _C,
        "对产品态度 产品态度 attitude",
        choice=Attitude,
    ),
    declare(
        "customer.relationship",
        title("customer.relationship"),
        Content.CHOICE,
        _C,
        "关系类型 客户关系 relationship",
        choice=Relationship,
    ),
)

BUSINESS = (
    _text("management_quality", "经营管理者和业务人员素质 管理者素质 人员素质"),
    _text("competitor_relations", "与其他竞争者的关系 竞争者关系 竞争对手 竞品 竞品情况 competitor competitors"),
    _text("cooperation", "业务关系及合作态度 合作态度 业务关系 合作情况 合作关系 cooperation"),
    _text("organisation_note", "组织结构 组织架构 organisation"),
    _text("major_events", "重大事项 重大事件 大事记 majorevents"),
    _text("sales_activity", "销售活动现状 销售现状 salesactivity"),
    _text("problems", "存在问题 存在的问题 问题 problems"),
    _text("strengths", "保持优势 优势 strengths"),
    _text("countermeasures", "未来对策 对策 countermeasures"),
    _text("corporate_image", "企业形象"),
    _text("reputation", "声誉 信誉 口碑 reputation"),
    declare(
        "customer.credit_grade",
        title("customer.credit_grade"),
        Content.CHOICE,
        _C,
        "信用等级 信用级别 资信等级 creditgrade creditrating",
        choice=CreditGrade,
    ),
    _text("credit_limit", "信用额度 授信额度 信用限额 赊销额度 creditlimit", Content.MONEY),
    _text("visit_from", "方便时间从 拜访时间从 方便开始时间 visitfrom", Content.TIME),
    _text("visit_to", "方便时间到 拜访时间到 方便结束时间 visitto visituntil", Content.TIME),
    _text("credit_days", "账期 帐期 信用期 账期天数 信用天数 付款账期 creditdays paymentdays", Content.WHOLE),
    _text("trade_terms", "交易条件 付款条件 付款方式 结算方式 结账方式 tradeterms paymentterms"),
    _text("credit_problems", "出现过的信用问题 信用问题 不良记录"),
)

PERSON = (
    declare("customer.gender", title("customer.gender"), Content.CHOICE, _C, "性别 gender sex", choice=Gender),
    declare(
        "customer.birthday",
        N_("Birthday"),
        Content.BIRTHDAY,
        _C,
        "生日 出生日期 出生年月 出生年月日 birthday birthdate dateofbirth dob",
    ),
    _text("occupation", "职业 职务 职位 岗位 occupation profession jobtitle"),
    _text("employer", "工作单位 所在单位 就职单位 任职单位 employer workplace"),
    _text("education", "学历 文化程度 教育程度 毕业院校 education"),
    _text("family", "家庭 家庭情况 家庭成员 婚姻状况 婚姻 配偶 family"),
    _text("hobbies", "爱好 兴趣 兴趣爱好 特长 hobby hobbies interests"),
    _text("taboos", "禁忌 忌讳 taboos"),
    _text("ethnicity", "民族 ethnicity"),
    _text("native_place", "籍贯 老家 户籍 户籍地 nativeplace hometown"),
    _text("plate_number", "车牌 车牌号 车牌号码 车号 platenumber licenseplate"),
)

CUSTOMER_FIELDS = IDENTITY + BASIC + TRAITS + BUSINESS + PERSON
