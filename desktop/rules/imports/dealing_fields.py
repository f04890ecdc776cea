"""Orders with their lines, payments and follow-ups.

How the figures of a line are understood is said at `desktop.rules.money.line_figures`.
"""

from __future__ import annotations

from db.vocabulary import FollowUpKind, FollowUpState, OrderKind, OrderState, PaymentMethod
from desktop.rules.imports.field_kinds import Content, ImportField, ImportKind, declare
from desktop.rules.labels import title
from desktop.words import N_

_O = (ImportKind.ORDERS,)
_P = (ImportKind.PAYMENTS,)
_F = (ImportKind.FOLLOWUPS,)


def _line(name: str, shown: str, content: Content, words: str) -> ImportField:
    return declare(f"line.{name}", shown, content, _O, words)


ORDERS = (
    declare(
        "order.number",
        title("order.number"),
        Content.CODE,
        (ImportKind.ORDERS, ImportKind.PAYMENTS),
        "订单号 订单编号 订单id 订单编码 单号 单据号 单据编号 销售单号 销售订单号 合同号 合同编号 流水号 "
        "交易号 交易单号 发票号 发票号码 小票号 出库单号 "
        "orderid orderno ordernumber ordercode invoice invoiceno invoiceid invoicenumber salesorder receiptno "
        "transactionid so docno =order",
    ),
    declare(
        "order.date",
        title("order.ordered_on"),
        Content.DATE,
        _O,
        "订单日期 下单日期 下单时间 订单时间 订单创建时间 成交日期 成交时间 销售日期 销售时间 购买日期 "
        "购买时间 交易日期 交易时间 订购日期 订货日期 单据日期 "
        "开单日期 签约日期 消费日期 消费时间 创建时间 日期 时间 orderdate orderedon invoicedate "
        "saledate salesdate purchasedate transactiondate "
        "ordertime date datetime ?发货日期 ?出库日期 ?送货日期 ?交货日期 ?付款日期 ?付款时间 ?开票日期 "
        "?shipdate",
    ),
    declare(
        "order.kind",
        title("order.kind"),
        Content.CHOICE,
        _O,
        "订单类型 单据类型 业务类型 交易类型 ordertype =类型",
        choice=OrderKind,
    ),
    declare(
        "order.state",
        N_("State of the order"),
        Content.CHOICE,
        _O,
        "订单状态 单据状态 交易状态 orderstatus =状态 =status",
        choice=OrderState,
    ),
    declare(
        "order.amount",
        N_("Order total"),
        Content.MONEY,
        _O,
        "订单金额 订单总额 订单总金额 总金额 总额 合计金额 应付金额 应收金额 成交金额 成交总额 交易金额 "
        "消费金额 价税合计 合计 总计 grandtotal ordertotal "
        "totalamount orderamount ordervalue total",
    ),
    declare(
        "order.rep",
        N_("Rep who sold"),
        Content.NAME,
        _O,
        "业务员 销售员 销售人员 销售代表 业务代表 业务经理 销售经理 客户经理 经手人 跟单员 导购 导购员 "
        "salesperson salesrep rep accountmanager soldby",
    ),
    declare(
        "order.delivered_on",
        title("order.delivered_on"),
        Content.DATE,
        _O,
        "签收日期 签收时间 收货日期 收货时间 到货日期 送达日期 实际交货日期 deliveredon dateofdelivery",
    ),
    declare(
        "order.note",
        N_("Note on the order"),
        Content.TEXT,
        _O,
        "备注 订单备注 说明 摘要 note notes remark remarks comment",
        many=True,
        labelled=True,
    ),
    _line(
        "product",
        title("line.product_name"),
        Content.NAME,
        "产品 产品名称 商品 商品名称 商品全名 品名 货品名称 货品 物料名称 物料 存货名称 项目 服务项目 项目名称 "
        "商品标题 宝贝标题 产品描述 product productname item itemname description "
        "itemdescription productdescription goods =名称 =name =title",
    ),
    _line(
        "product_code",
        title("product.code"),
        Content.CODE,
        "产品编号 产品编码 产品id 产品代码 商品编号 商品编码 商品id 商品代码 货号 货品编号 物料编码 物料编号 "
        "存货编码 条码 条形码 款号 sku skuid stockcode productid "
        "productcode productno itemcode itemno itemid barcode asin partnumber",
    ),
    _line(
        "category",
        title("line.category"),
        Content.TEXT,
        "类别 产品类别 商品类别 品类 产品分类 商品分类 分类 类目 大类 category productcategory producttype",
    ),
    _line(
        "quantity",
        title("line.quantity"),
        Content.NUMBER,
        "数量 件数 销量 销售数量 购买数量 订购数量 订货数量 订单数量 采购数量 台数 个数 quantity qty units "
        "amountofitems pieces count",
    ),
    _line("unit", title("product.unit"), Content.TEXT, "单位 计量单位 数量单位 unit uom"),
    _line(
        "unit_price",
        title("line.unit_price"),
        Content.MONEY,
        "单价 销售单价 售价 价格 含税单价 成交单价 销售价 商品单价 产品单价 unitprice price sellingprice "
        "saleprice rate",
    ),
    _line("discount", title("line.discount"), Content.SHARE, "折扣 折扣率 优惠率 discount discountrate"),
    _line(
        "unit_cost", title("line.unit_cost"), Content.MONEY, "成本单价 单位成本 成本价 进价 进货价 unitcost costprice"
    ),
    _line("cost", N_("Cost of the line"), Content.MONEY, "成本 成本金额 总成本 销售成本 cost totalcost costamount"),
    _line("profit", N_("Profit of the line"), Content.MONEY, "利润 毛利 毛利额 利润额 profit grossprofit margin"),
    _line(
        "amount",
        N_("Amount of the line"),
        Content.MONEY,
        "销售额 =金额 销售金额 小计 行金额 明细金额 商品金额 购买金额 实付金额 实收金额 折后金额 sales amount "
        "lineamount linetotal subtotal salesamount "
        "extendedprice revenue",
    ),
)

PAYMENTS = (
    declare(
        "payment.paid_on",
        title("payment.paid_on"),
        Content.DATE,
        _P,
        "回款日期 回款时间 收款日期 收款时间 付款日期 付款时间 到账日期 到账时间 到款日期 入账日期 支付时间 "
        "支付日期 paidon paymentdate datepaid receiptdate "
        "receivedon =日期 =时间 =date",
    ),
    declare(
        "payment.amount",
        N_("Amount paid"),
        Content.MONEY,
        _P,
        "回款金额 回款额 收款金额 付款金额 到账金额 到款金额 入账金额 支付金额 实收金额 实收 回款 amountpaid "
        "paymentamount paidamount received amountreceived "
        "=金额 =amount =paid",
    ),
    declare(
        "payment.method",
        title("payment.method"),
        Content.CHOICE,
        _P,
        "回款方式 收款方式 付款方式 支付方式 结算方式 paymentmethod method paidby",
        choice=PaymentMethod,
    ),
    declare(
        "payment.note",
        N_("Note on the payment"),
        Content.TEXT,
        _P,
        "备注 说明 摘要 回款备注 note notes remark remarks",
        many=True,
        labelled=True,
    ),
)

FOLLOWUPS = (
    declare(
        "followup.done_on",
        title("follow_up.done_on"),
        Content.DATE,
        _F,
        "跟进日期 跟进时间 拜访日期 拜访时间 回访日期 回访时间 联系日期 联系时间 沟通时间 沟通日期 实际日期 "
        "完成日期 完成时间 记录时间 记录日期 followupdate "
        "visitdate calldate contactdate doneon activitydate =日期 =时间 =date",
    ),
    declare(
        "followup.planned_on",
        title("follow_up.planned_on"),
        Content.DATE,
        _F,
        "计划日期 计划时间 预约日期 预约时间 计划拜访日期 计划跟进时间 计划跟进日期 plannedon plandate "
        "duedate scheduledon",
    ),
    declare(
        "followup.planned_time", title("follow_up.planned_time"), Content.TIME, _F, "计划时刻 预约时刻 plannedtime"
    ),
    declare(
        "followup.kind",
        title("follow_up.kind"),
        Content.CHOICE,
        _F,
        "跟进方式 跟进类型 拜访方式 联系类型 沟通方式 跟进形式 回访方式 followuptype activitytype channel "
        "=方式 =类型 =type",
        choice=FollowUpKind,
    ),
    declare(
        "followup.state",
        title("follow_up.state"),
        Content.CHOICE,
        _F,
        "跟进状态 完成状态 是否完成 followupstatus =状态 =status",
        choice=FollowUpState,
    ),
    declare(
        "followup.purpose",
        title("follow_up.purpose"),
        Content.TEXT,
        _F,
        "目的 跟进目的 拜访目的 主题 计划内容 事由 purpose subject topic",
    ),
    declare(
        "followup.result",
        title("follow_up.result"),
        Content.TEXT,
        _F,
        "跟进内容 跟进记录 跟进结果 拜访内容 拜访结果 拜访记录 沟通内容 沟通结果 回访内容 回访结果 回访记录 "
        "联系内容 洽谈内容 结果 内容 详情 result content "
        "summary outcome followupcontent",
    ),
    declare(
        "followup.place", title("follow_up.place"), Content.TEXT, _F, "跟进地点 拜访地点 见面地点 会面地点 =地点 =place"
    ),
    declare(
        "followup.minutes", title("follow_up.minutes"), Content.WHOLE, _F, "拜访时长 通话时长 用时分钟 =时长 =minutes"
    ),
    declare("followup.cost", title("follow_up.cost"), Content.MONEY, _F, "拜访费用 跟进费用 差旅费用 =费用 =cost"),
    declare("followup.effective", title("follow_up.effective"), Content.YES_NO, _F, "是否有效 有效跟进 有效 effective"),
    declare(
        "followup.rep",
        N_("Rep who followed up"),
        Content.NAME,
        _F,
        "跟进人 拜访人 业务员 销售 销售员 负责人 记录人 回访人 客户经理 跟进人员 rep salesperson followedupby "
        "createdby",
    ),
    declare(
        "followup.note",
        N_("Note on the follow-up"),
        Content.TEXT,
        _F,
        "备注 说明 note notes remark remarks",
        many=True,
        labelled=True,
    ),
    declare(
        "followup.next_on",
        N_("Next follow-up on"),
        Content.DATE,
        _F,
        "下次跟进时间 下次跟进日期 下次联系时间 下次联系日期 下次拜访时间 下次拜访日期 下次回访时间 下次时间 "
        "nextfollowup nextfollowupdate nextcontactdate nextdate",
    ),
    declare(
        "followup.next_purpose",
        N_("Purpose of the next follow-up"),
        Content.TEXT,
        _F,
        "下次跟进内容 下次跟进计划 下一步 下一步计划 下次内容 下次计划 后续计划 nextstep nextaction nextpurpose",
    ),
)
