<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>kezha</name>
    <message>
        <source> (lunar)</source>
        <translation>（农历）</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
    <message>
        <source> of 5</source>
        <translation> 分（满分 5）</translation>
    </message>
    <message>
        <source> weeks</source>
        <translation> 周</translation>
    </message>
    <message>
        <source> ×</source>
        <translation> 倍</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>&amp;Number or code</source>
        <translation>序号或二维码(&amp;N)</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>（已清空）</translation>
    </message>
    <message>
        <source>({several})</source>
        <translation>（{several}）</translation>
    </message>
    <message>
        <source>+ {what}</source>
        <translation>＋{what}</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>0 not at all, 10 certainly</source>
        <translation>0 完全不会，10 一定会</translation>
    </message>
    <message>
        <source>0: the same evening</source>
        <translation>0 表示当天傍晚归还</translation>
    </message>
    <message>
        <source>1  File</source>
        <translation>1  文件</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>1 follow-up</source>
        <translation>1 项跟进</translation>
    </message>
    <message>
        <source>1 reminder</source>
        <translation>1 条提醒</translation>
    </message>
    <message>
        <source>1 to 5, as it stands on the card.</source>
        <translation>1 到 5，取自客户资料卡。</translation>
    </message>
    <message>
        <source>1 – hardly asked</source>
        <translation>1 – 很少过问</translation>
    </message>
    <message>
        <source>1 – least</source>
        <translation>1（最低）</translation>
    </message>
    <message>
        <source>1 – not content at all</source>
        <translation>1 – 很不满意</translation>
    </message>
    <message>
        <source>1. Basic data</source>
        <translation>一、基础资料</translation>
    </message>
    <message>
        <source>14:30, 2 pm</source>
        <translation>如 14:30、下午2点</translation>
    </message>
    <message>
        <source>14:30, 2 pm; empty: all day</source>
        <translation>14:30、下午2点；留空为全天</translation>
    </message>
    <message>
        <source>180 days</source>
        <translation>180 天</translation>
    </message>
    <message>
        <source>2  Columns</source>
        <translation>2  列对应</translation>
    </message>
    <message>
        <source>2 – is heard</source>
        <translation>2 – 意见会听</translation>
    </message>
    <message>
        <source>2 – not content</source>
        <translation>2 – 不满意</translation>
    </message>
    <message>
        <source>2. Customer traits</source>
        <translation>二、客户特征</translation>
    </message>
    <message>
        <source>20% bring {share} of the gross profit</source>
        <translation>20% 的客户贡献 {share} 的毛利</translation>
    </message>
    <message>
        <source>20% bring {share} of the purchases</source>
        <translation>20% 的客户贡献 {share} 的采购额</translation>
    </message>
    <message>
        <source>3  Check</source>
        <translation>3  核对</translation>
    </message>
    <message>
        <source>3 – has a say</source>
        <translation>3 – 有发言权</translation>
    </message>
    <message>
        <source>3 – so so</source>
        <translation>3 – 一般</translation>
    </message>
    <message>
        <source>3-5 14:30, 14:30 for today</source>
        <translation>如 3-5 14:30，当天只填 14:30</translation>
    </message>
    <message>
        <source>3-5, 1980-3-5, 农历八月十五, 除夕</source>
        <translation>3-5、1980-3-5、农历八月十五、除夕</translation>
    </message>
    <message>
        <source>3-5, 1980-3-5, 农历八月十五: the year may be left out</source>
        <translation>如 3-5、1980-3-5、农历八月十五，年份可不写</translation>
    </message>
    <message>
        <source>3-5, 1980-3-5, 农历八月十五: the year may be left out. A day of a leap month is kept in the ordinary month in years without that leap month, a lunar 30th on the 29th of a short month, 29 February on the 28th.</source>
        <translation>3-5、1980-3-5、农历八月十五，年份可以不写。闰月的日子，没有该闰月的年份按平月过；农历三十，逢小月提前到廿九过；2月29日，平年提前到2月28日过。</translation>
    </message>
    <message>
        <source>3-5, tomorrow, next Tuesday</source>
        <translation>如 3-5、明天、下周二</translation>
    </message>
    <message>
        <source>3. Business</source>
        <translation>三、业务状况</translation>
    </message>
    <message>
        <source>4  Report</source>
        <translation>4  结果</translation>
    </message>
    <message>
        <source>4 – content</source>
        <translation>4 – 满意</translation>
    </message>
    <message>
        <source>4 – is always asked</source>
        <translation>4 – 必定征询</translation>
    </message>
    <message>
        <source>4. State of dealings</source>
        <translation>四、交易现状</translation>
    </message>
    <message>
        <source>5 – decides alone</source>
        <translation>5 – 一人拍板</translation>
    </message>
    <message>
        <source>5 – most</source>
        <translation>5（最高）</translation>
    </message>
    <message>
        <source>5 – very content</source>
        <translation>5 – 很满意</translation>
    </message>
    <message>
        <source>80/20</source>
        <translation>二八分析</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>A Kezha file of this office, or one handed to you.</source>
        <translation>本办公室的客札文件，或别人交接给您的文件。</translation>
    </message>
    <message>
        <source>A backup cannot take the place of the file itself.</source>
        <translation>备份不能覆盖文件本身。</translation>
    </message>
    <message>
        <source>A call that nobody answered: one click, then save</source>
        <translation>电话没人接：点一下，再保存即可</translation>
    </message>
    <message>
        <source>A cancelled plan does not move. Take it back to planned first.</source>
        <translation>已取消的计划不能改期，请先“改回计划”。</translation>
    </message>
    <message>
        <source>A checked copy on a stick or another drive.</source>
        <translation>在 U 盘或别的磁盘上存一份核对过的副本。</translation>
    </message>
    <message>
        <source>A chosen person</source>
        <translation>指定人员</translation>
    </message>
    <message>
        <source>A comment was typed and not kept.</source>
        <translation>有批注还没有保存。</translation>
    </message>
    <message>
        <source>A company is no person. Erase its contacts instead.</source>
        <translation>企业不是个人。请删除其联系人的个人信息。</translation>
    </message>
    <message>
        <source>A condition is not finished: give what to compare with.</source>
        <translation>有一个条件还没写完：请填写比较的内容。</translation>
    </message>
    <message>
        <source>A contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>A contact who decides</source>
        <translation>能拍板的联系人</translation>
    </message>
    <message>
        <source>A contact, or any name</source>
        <translation>选一位联系人，或直接写姓名</translation>
    </message>
    <message>
        <source>A copy lies at {backup}. Please send the log to whoever looks after this program.</source>
        <translation>备份在 {backup}。请把日志交给维护人员。</translation>
    </message>
    <message>
        <source>A copy of the chosen one</source>
        <translation>复制所选方案</translation>
    </message>
    <message>
        <source>A criterion asks for a field that was removed ({metric}). Edit the scheme before rating by it.</source>
        <translation>有一项指标用到的字段已被删除（{metric}）。请先修改方案再评定。</translation>
    </message>
    <message>
        <source>A customer is warned of when he spends less, moves down in the lifecycle within the period, has an open complaint past due, or was dissatisfied. Who is marked as lost is warned of no more.</source>
        <translation>采购额明显减少、在比较周期内生命周期下滑、有逾期未结的投诉，或回访不满意的客户会被预警。已标记流失的客户不再预警。</translation>
    </message>
    <message>
        <source>A day of this file is in the year {year}; only {low} to {high} are taken.</source>
        <translation>文件中有 {year} 年的日期，只接受 {low} 至 {high} 年。</translation>
    </message>
    <message>
        <source>A field of the office's own.</source>
        <translation>办公室的自定义字段。</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>附件文件</translation>
    </message>
    <message>
        <source>A follow-up cannot recur every second.</source>
        <translation>跟进不能每秒重复。</translation>
    </message>
    <message>
        <source>A follow-up lasts {days} days at most; plan the rest as another one.</source>
        <translation>一次跟进最多 {days} 天，其余请另排一次。</translation>
    </message>
    <message>
        <source>A follow-up with a time of day is called to mind in the window, with buttons to write it up, to be reminded later and to open the card. F8 goes there.</source>
        <translation>定了时间的跟进到时在窗口内提醒，可直接填写结果、稍后再提醒或打开资料卡。按 F8 跳到提醒。</translation>
    </message>
    <message>
        <source>A grid has no middle place: say that nothing known is the first place, or cannot be rated.</source>
        <translation>矩阵没有“居中”的位置：没有资料的，请选择归入第一格，或不予评定。</translation>
    </message>
    <message>
        <source>A grid takes its places by fixed values, not by equal parts.</source>
        <translation>矩阵按固定数值定位，不能按等分定位。</translation>
    </message>
    <message>
        <source>A journal note; it plans nothing.</source>
        <translation>是日记，不是计划。</translation>
    </message>
    <message>
        <source>A key date</source>
        <translation>一个重要日期</translation>
    </message>
    <message>
        <source>A key date; it is kept on the card.</source>
        <translation>重要日期；记在客户资料卡上。</translation>
    </message>
    <message>
        <source>A leap month counts for what comes monthly; what comes yearly keeps the ordinary month.</source>
        <translation>按月时闰月也算一个月；按年时取平月。</translation>
    </message>
    <message>
        <source>A lunar month of 29 days takes the 29th.</source>
        <translation>农历小月取廿九。</translation>
    </message>
    <message>
        <source>A lunch break has a beginning and an end; leave both empty for none.</source>
        <translation>午休要有起止时间；没有午休就都不填。</translation>
    </message>
    <message>
        <source>A month without a day {day} takes its last day.</source>
        <translation>没有 {day} 日的月份取当月最后一天。</translation>
    </message>
    <message>
        <source>A note on it, if you like:</source>
        <translation>备注（可不填）：</translation>
    </message>
    <message>
        <source>A number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>A phone or another way to reach them</source>
        <translation>电话或其他联系方式</translation>
    </message>
    <message>
        <source>A photo of the visit or another file; it can also be dropped here</source>
        <translation>拜访照片或其他文件；也可拖到这里</translation>
    </message>
    <message>
        <source>A plan is under way</source>
        <translation>已有进行中的计划</translation>
    </message>
    <message>
        <source>A promotion plan for this customer is under way already.</source>
        <translation>该客户已有进行中的提升计划。</translation>
    </message>
    <message>
        <source>A promotion plan is under way already for {names}.</source>
        <translation>{names} 已有进行中的提升计划。</translation>
    </message>
    <message>
        <source>A rating sheet is of one scheme: give --scheme once.</source>
        <translation>评定表只对应一个方案：--scheme 只给一次。</translation>
    </message>
    <message>
        <source>A rep may take off</source>
        <translation>折扣上限</translation>
    </message>
    <message>
        <source>A return is not delivered to the customer.</source>
        <translation>退货没有交货日期。</translation>
    </message>
    <message>
        <source>A round was published by {name}. It can be put aside, but not removed.</source>
        <translation>已按“{name}”发布过评定，只能停用，不能删除。</translation>
    </message>
    <message>
        <source>A rule of recurrence ends after a number of times or on a day, not both.</source>
        <translation>重复规则只能写次数或截止日之一，不能两样都写。</translation>
    </message>
    <message>
        <source>A saved mapping (MAP.toml).</source>
        <translation>已存的导入方案（MAP.toml）。</translation>
    </message>
    <message>
        <source>A scheme needs at least two classes.</source>
        <translation>方案至少要有两个等级。</translation>
    </message>
    <message>
        <source>A scheme of this kind has at most {most} criteria.</source>
        <translation>这类方案最多只能有 {most} 项标准。</translation>
    </message>
    <message>
        <source>A scheme of this kind needs at least {least} criteria.</source>
        <translation>这类方案至少需要 {least} 个指标。</translation>
    </message>
    <message>
        <source>A sequence has at most {most} steps.</source>
        <translation>方案最多 {most} 步。</translation>
    </message>
    <message>
        <source>A sequence is what one does again and again around a day: each step becomes a follow-up of its own. Changes hold for what is started from now on.</source>
        <translation>跟进方案是围绕某个日期的一套固定步骤，每一步各成一项跟进。更改只影响以后启动的方案。</translation>
    </message>
    <message>
        <source>A sequence needs at least one step.</source>
        <translation>方案至少要有一步。</translation>
    </message>
    <message>
        <source>A sequence that counts from the delivery starts by itself, where the office has set it so.</source>
        <translation>已设为自动启动的交货跟进方案会随之启动。</translation>
    </message>
    <message>
        <source>A series of follow-ups comes once a day at most; this rule comes more often.</source>
        <translation>定期跟进每天最多一次；这条规则更频繁。</translation>
    </message>
    <message>
        <source>A step lies after the end of the plan.</source>
        <translation>有步骤晚于计划的截止日期。</translation>
    </message>
    <message>
        <source>A sum, not a record.</source>
        <translation>合计行，不是记录。</translation>
    </message>
    <message>
        <source>A task that is done already.</source>
        <translation>已完成的任务。</translation>
    </message>
    <message>
        <source>A text has a sign in it that no file can keep (sign {place}).</source>
        <translation>文字里有一个无法保存的字符（第 {place} 个）。</translation>
    </message>
    <message>
        <source>A tier is worth something only if it changes what one does. This is what each one asks of the office: it stands on the card, and what is due is reckoned by it.</source>
        <translation>等级要落到行动上才有用。这里写明各等级的客户怎样维护：客户资料卡上会显示，该跟进的日子也按此计算。</translation>
    </message>
    <message>
        <source>A unified credit code has 18 characters; this one has {length}.</source>
        <translation>统一社会信用代码为 18 位，这里是 {length} 位。</translation>
    </message>
    <message>
        <source>A word without points counts as if there were no value.</source>
        <translation>未给分值的选项按“没有数据”处理。</translation>
    </message>
    <message>
        <source>A working day has {hours} h {minutes} min.</source>
        <translation>每个工作日 {hours} 小时 {minutes} 分。</translation>
    </message>
    <message>
        <source>A year without a 29 February takes the 28th.</source>
        <translation>没有 2 月 29 日的年份取 28 日。</translation>
    </message>
    <message>
        <source>A – buys within a month</source>
        <translation>A 一个月内购买</translation>
    </message>
    <message>
        <source>ABC by purchases, 70/90</source>
        <translation>ABC（按采购额，70/90）</translation>
    </message>
    <message>
        <source>ABC by purchases, 80/95</source>
        <translation>ABC（按采购额，80/95）</translation>
    </message>
    <message>
        <source>Ability</source>
        <translation>能力</translation>
    </message>
    <message>
        <source>Ability of the principal</source>
        <translation>经营者能力</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>关于客札</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>采纳</translation>
    </message>
    <message>
        <source>Accept {count}</source>
        <translation>采纳 {count} 项</translation>
    </message>
    <message>
        <source>Accountable</source>
        <translation>负责</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>其他联系方式</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>活跃</translation>
    </message>
    <message>
        <source>Active up to</source>
        <translation>活跃：不超过</translation>
    </message>
    <message>
        <source>Add a key date</source>
        <translation>添加重要日期</translation>
    </message>
    <message>
        <source>Add a line</source>
        <translation>加一行</translation>
    </message>
    <message>
        <source>Add a step</source>
        <translation>增加步骤</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>加标签</translation>
    </message>
    <message>
        <source>Add the first field</source>
        <translation>添加第一个字段</translation>
    </message>
    <message>
        <source>Add there too</source>
        <translation>加到该客户</translation>
    </message>
    <message>
        <source>Add there, left here</source>
        <translation>加到该客户，此处记为离职</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Adding up the figures</source>
        <translation>正在汇总数据</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Advertisement</source>
        <translation>广告</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改后</translation>
    </message>
    <message>
        <source>After a complaint was solved: 7 days</source>
        <translation>投诉处理后：7 天回访</translation>
    </message>
    <message>
        <source>After a delivery: 3, 15 and 60 days</source>
        <translation>交货后：3、15、60 天回访</translation>
    </message>
    <message>
        <source>After merging</source>
        <translation>合并后</translation>
    </message>
    <message>
        <source>Again and again: every week, every month, on a day of the moon</source>
        <translation>反复进行：每周、每月，或农历的某一天</translation>
    </message>
    <message>
        <source>Against last</source>
        <translation>与上轮比</translation>
    </message>
    <message>
        <source>Against the year before</source>
        <translation>与上一年度相比</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
    <message>
        <source>Age of the principal</source>
        <translation>经营者年龄</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>同意日期</translation>
    </message>
    <message>
        <source>Alipay</source>
        <translation>支付宝</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All amounts are equal: what separates the classes is only the order of the customer numbers.</source>
        <translation>金额全部相同：等级之间只按客户编号先后区分。</translation>
    </message>
    <message>
        <source>All class steps</source>
        <translation>全部升级目标</translation>
    </message>
    <message>
        <source>All customer cards of the office in one file: it prints, reminds, explains and can be handed on.</source>
        <translation>全办公室的客户资料卡都在一个文件里：能打印，会提醒，说得清，交得出。</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>全部客户</translation>
    </message>
    <message>
        <source>All customers together bought {amount} less than in the year before.</source>
        <translation>全部客户合计比上一年度少采购 {amount}。</translation>
    </message>
    <message>
        <source>All customers, by name.</source>
        <translation>全部客户，按名称排列。</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部字段</translation>
    </message>
    <message>
        <source>All figures are of the last 12 months.</source>
        <translation>以上均为近 12 个月数据。</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>所有文件</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>All known profit together is not above zero.</source>
        <translation>已知毛利合计不大于零。</translation>
    </message>
    <message>
        <source>All later</source>
        <translation>全部稍后</translation>
    </message>
    <message>
        <source>All of the growth of {total} came from those who were in class {tier} a year ago.</source>
        <translation>增长 {total} 全部来自一年前的 {tier} 级客户。</translation>
    </message>
    <message>
        <source>All of the series</source>
        <translation>展开/收起定期</translation>
    </message>
    <message>
        <source>All of these hold</source>
        <translation>满足以下全部</translation>
    </message>
    <message>
        <source>All records</source>
        <translation>所有记录</translation>
    </message>
    <message>
        <source>All reps</source>
        <translation>全部业务员</translation>
    </message>
    <message>
        <source>All rounds</source>
        <translation>全部轮次</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>All suspicions</source>
        <translation>全部疑似</translation>
    </message>
    <message>
        <source>All tiers</source>
        <translation>所有等级</translation>
    </message>
    <message>
        <source>All who buy more or less</source>
        <translation>采购额有增减的全部客户</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>全部 {count}</translation>
    </message>
    <message>
        <source>All {count} contacts</source>
        <translation>全部 {count} 位联系人</translation>
    </message>
    <message>
        <source>All {count} lines are settled.</source>
        <translation>{count} 行已全部处理。</translation>
    </message>
    <message>
        <source>All {count} relations</source>
        <translation>全部 {count} 个关系</translation>
    </message>
    <message>
        <source>All: {count}</source>
        <translation>全部：{count}</translation>
    </message>
    <message>
        <source>Also lines in which the cards agree</source>
        <translation>也显示相同的项目</translation>
    </message>
    <message>
        <source>Also there</source>
        <translation>参加人</translation>
    </message>
    <message>
        <source>Also works at another customer…</source>
        <translation>同时在另一客户任职…</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Amount bought</source>
        <translation>采购额</translation>
    </message>
    <message>
        <source>Amount of the line</source>
        <translation>明细金额</translation>
    </message>
    <message>
        <source>Amount paid</source>
        <translation>回款金额</translation>
    </message>
    <message>
        <source>An ID number has 18 characters, or 15 on old papers; this one has {length}.</source>
        <translation>身份证号应为 18 位（老证 15 位），现在是 {length} 位。</translation>
    </message>
    <message>
        <source>An ID number is made of digits; only the last may be an X.</source>
        <translation>身份证号只能是数字，只有最后一位可以是 X。</translation>
    </message>
    <message>
        <source>An amount has at most two decimals</source>
        <translation>金额最多两位小数</translation>
    </message>
    <message>
        <source>An empty file for another office.</source>
        <translation>给另一个办公室建一个空文件。</translation>
    </message>
    <message>
        <source>An office needs at least one value tier.</source>
        <translation>至少要有一个价值等级。</translation>
    </message>
    <message>
        <source>An office with 300 customers to look around in.</source>
        <translation>一个有 300 位客户的办公室，随便翻看。</translation>
    </message>
    <message>
        <source>Anchor date</source>
        <translation>基准日</translation>
    </message>
    <message>
        <source>Anniversary</source>
        <translation>纪念日</translation>
    </message>
    <message>
        <source>Annual revenue</source>
        <translation>年营业额</translation>
    </message>
    <message>
        <source>Another class</source>
        <translation>增加等级</translation>
    </message>
    <message>
        <source>Another condition</source>
        <translation>再加一个条件</translation>
    </message>
    <message>
        <source>Another criterion</source>
        <translation>增加指标</translation>
    </message>
    <message>
        <source>Another customer has the same answer, and no two may have it.</source>
        <translation>另一位客户已填了相同的内容，此字段不允许重复。</translation>
    </message>
    <message>
        <source>Another day…</source>
        <translation>其他日期…</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Another limit</source>
        <translation>增加一档</translation>
    </message>
    <message>
        <source>Another program keeps the file locked.</source>
        <translation>文件被其他程序占用。</translation>
    </message>
    <message>
        <source>Another segment</source>
        <translation>增加细分</translation>
    </message>
    <message>
        <source>Another step</source>
        <translation>增加一步</translation>
    </message>
    <message>
        <source>Another tier</source>
        <translation>添加等级</translation>
    </message>
    <message>
        <source>Another website</source>
        <translation>其他网址</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Answer by</source>
        <translation>应首次答复</translation>
    </message>
    <message>
        <source>Answer kept: {name}</source>
        <translation>已保存回复：{name}</translation>
    </message>
    <message>
        <source>Answer to: {text}</source>
        <translation>回复：{text}</translation>
    </message>
    <message>
        <source>Answered just now</source>
        <translation>刚刚已答复</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>已填</translation>
    </message>
    <message>
        <source>Answers to custom fields</source>
        <translation>自定义字段内容</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
    <message>
        <source>Any of these holds</source>
        <translation>满足以下任一</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>不限时间</translation>
    </message>
    <message>
        <source>Appraisal</source>
        <translation>考核表</translation>
    </message>
    <message>
        <source>Appraisal {period}</source>
        <translation>考核表 {period}</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>批准人</translation>
    </message>
    <message>
        <source>Approved by {name}</source>
        <translation>批准人：{name}</translation>
    </message>
    <message>
        <source>April</source>
        <translation>4月</translation>
    </message>
    <message>
        <source>Army Day</source>
        <translation>建军节</translation>
    </message>
    <message>
        <source>Arrived in good order? Anything missing?</source>
        <translation>货物是否完好、有无短缺</translation>
    </message>
    <message>
        <source>As Excel workbook…</source>
        <translation>Excel 表格…</translation>
    </message>
    <message>
        <source>As PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>As announced</source>
        <translation>按公布的安排</translation>
    </message>
    <message>
        <source>As announced again</source>
        <translation>恢复为公布的安排</translation>
    </message>
    <message>
        <source>As it came again: {name}</source>
        <translation>已恢复内置原版：{name}</translation>
    </message>
    <message>
        <source>As it came with the program; the first change makes version 1.</source>
        <translation>程序内置的原版；首次修改后成为第 1 版。</translation>
    </message>
    <message>
        <source>As it stands on the card.</source>
        <translation>取自客户资料卡。</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>As it was written</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>As of today, exceptions by hand not counted.</source>
        <translation>以今天为准，未计入人工定级。</translation>
    </message>
    <message>
        <source>As on the screen</source>
        <translation>当前编辑</translation>
    </message>
    <message>
        <source>As saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>As written</source>
        <translation>属实</translation>
    </message>
    <message>
        <source>Ask what the first contact left open</source>
        <translation>答复首次接触留下的疑问</translation>
    </message>
    <message>
        <source>Ask whether the complaint is settled to their satisfaction</source>
        <translation>回访投诉是否已满意解决</translation>
    </message>
    <message>
        <source>Ask: from whom else do you buy?</source>
        <translation>问一下：还从哪几家进货？</translation>
    </message>
    <message>
        <source>Ask: how did you hear of us?</source>
        <translation>问一下：是怎么知道我们的？</translation>
    </message>
    <message>
        <source>Ask: how many people work here?</source>
        <translation>问一下：公司大概有多少人？</translation>
    </message>
    <message>
        <source>Ask: in which name is the invoice to be made out?</source>
        <translation>问一下：开票抬头怎么写？</translation>
    </message>
    <message>
        <source>Ask: is there anything you do not eat or wish to avoid?</source>
        <translation>问一下：有没有忌口或忌讳？</translation>
    </message>
    <message>
        <source>Ask: may I have the unified credit code, or a photo of the licence?</source>
        <translation>问一下：统一社会信用代码，或者拍一张营业执照？</translation>
    </message>
    <message>
        <source>Ask: roughly what is the revenue of a year?</source>
        <translation>问一下：一年的营业额大概多少？</translation>
    </message>
    <message>
        <source>Ask: what do you like to do in your free time?</source>
        <translation>问一下：平时有什么爱好？</translation>
    </message>
    <message>
        <source>Ask: what is the best number or WeChat to reach you?</source>
        <translation>问一下：平时怎么联系方便，手机号或微信是多少？</translation>
    </message>
    <message>
        <source>Ask: what is the name of the owner or legal representative?</source>
        <translation>问一下：老板（法人代表）怎么称呼？</translation>
    </message>
    <message>
        <source>Ask: what is the tax number for the invoice?</source>
        <translation>问一下：开票税号？</translation>
    </message>
    <message>
        <source>Ask: what is your occupation?</source>
        <translation>问一下：您是做什么工作的？</translation>
    </message>
    <message>
        <source>Ask: what line of business are you in?</source>
        <translation>问一下：贵公司是做哪一行的？</translation>
    </message>
    <message>
        <source>Ask: when is your birthday, or the day the firm was founded?</source>
        <translation>问一下：您的生日，或公司的成立纪念日是哪天？</translation>
    </message>
    <message>
        <source>Ask: when was the firm founded?</source>
        <translation>问一下：公司是哪一年成立的？</translation>
    </message>
    <message>
        <source>Ask: where do we send goods and letters to?</source>
        <translation>问一下：收货和寄件的详细地址？</translation>
    </message>
    <message>
        <source>Ask: which account is to stand on the invoice?</source>
        <translation>问一下：开票的银行账号？</translation>
    </message>
    <message>
        <source>Ask: which bank is to stand on the invoice?</source>
        <translation>问一下：开票的开户行？</translation>
    </message>
    <message>
        <source>Ask: which brand are you using now?</source>
        <translation>问一下：现在用的是哪个牌子？</translation>
    </message>
    <message>
        <source>Ask: which city are you in?</source>
        <translation>问一下：在哪个城市？</translation>
    </message>
    <message>
        <source>Ask: which province and city are you in?</source>
        <translation>问一下：在哪个省、哪个市？</translation>
    </message>
    <message>
        <source>Ask: who decides about purchases in the end?</source>
        <translation>问一下：采购最后由谁拍板？</translation>
    </message>
    <message>
        <source>Ask: whom may I speak to about this?</source>
        <translation>问一下：这类事情平时跟哪位对接？</translation>
    </message>
    <message>
        <source>Ask: {field}?</source>
        <translation>问一下：{field}？</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>回访人</translation>
    </message>
    <message>
        <source>Asked on</source>
        <translation>回访日期</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Assign to a rep</source>
        <translation>分配给业务员</translation>
    </message>
    <message>
        <source>Assign {count} customers</source>
        <translation>改派 {count} 位客户</translation>
    </message>
    <message>
        <source>Assigned: {names}</source>
        <translation>已分配：{names}</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>分配…</translation>
    </message>
    <message>
        <source>At</source>
        <translation>所在客户</translation>
    </message>
    <message>
        <source>At least {least}</source>
        <translation>不能小于 {least}</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最长</translation>
    </message>
    <message>
        <source>At most {count} at once.</source>
        <translation>一次最多 {count} 个。</translation>
    </message>
    <message>
        <source>At most {days} days at a time.</source>
        <translation>一次最多 {days} 天。</translation>
    </message>
    <message>
        <source>At most {most}</source>
        <translation>不能大于 {most}</translation>
    </message>
    <message>
        <source>At most {most} digits behind the point.</source>
        <translation>小数点后最多 {most} 位。</translation>
    </message>
    <message>
        <source>At most {places} decimals.</source>
        <translation>最多 {places} 位小数。</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>涉及金额</translation>
    </message>
    <message>
        <source>At the latest after</source>
        <translation>最长间隔</translation>
    </message>
    <message>
        <source>At the time</source>
        <translation>准时</translation>
    </message>
    <message>
        <source>At which other customer does {name} work?</source>
        <translation>{name} 还在哪个客户任职？</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>附加文件</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加附件</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>添加附件…</translation>
    </message>
    <message>
        <source>Attach to {name}</source>
        <translation>为 {name} 添加附件</translation>
    </message>
    <message>
        <source>Attached: {names}</source>
        <translation>已添加附件：{names}</translation>
    </message>
    <message>
        <source>Attaching files</source>
        <translation>正在添加附件</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attachments</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Attachments lie inside the file, so that they are backed up and handed on with it; equal ones only once. A small limit keeps the file quick to copy. What is attached already stays.</source>
        <translation>附件存放在客札文件里，随文件一起备份和移交，相同的内容只存一份。上限小一些，文件拷贝更快。已经附上的不受影响。</translation>
    </message>
    <message>
        <source>Attitude</source>
        <translation>产品态度</translation>
    </message>
    <message>
        <source>Attitude beside purchases</source>
        <translation>态度 × 采购（系列化）</translation>
    </message>
    <message>
        <source>Attitude to our products</source>
        <translation>对产品态度</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8月</translation>
    </message>
    <message>
        <source>Authority to decide</source>
        <translation>决定权</translation>
    </message>
    <message>
        <source>Autumn Equinox</source>
        <translation>秋分</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Average answer in surveys, 0 to 10 (NPS).</source>
        <translation>回访平均分，0 到 10（NPS）。</translation>
    </message>
    <message>
        <source>Average answer in surveys, 1 to 5.</source>
        <translation>回访平均分，1 到 5。</translation>
    </message>
    <message>
        <source>Average purchase</source>
        <translation>平均单笔</translation>
    </message>
    <message>
        <source>Awakening of Insects</source>
        <translation>惊蛰</translation>
    </message>
    <message>
        <source>B – within three months</source>
        <translation>B 三个月内购买</translation>
    </message>
    <message>
        <source>BYSETPOS of the rule of recurrence chooses among days that no other part names.</source>
        <translation>重复规则中的 BYSETPOS 没有可供挑选的日子。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Back by</source>
        <translation>应还日期</translation>
    </message>
    <message>
        <source>Back to planned</source>
        <translation>改回计划</translation>
    </message>
    <message>
        <source>Back to the day</source>
        <translation>回到今日</translation>
    </message>
    <message>
        <source>Back to the original</source>
        <translation>恢复内置原版</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>立即备份…</translation>
    </message>
    <message>
        <source>Backed up and checked: {path}</source>
        <translation>已备份并核对：{path}</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backups, exports and printed cards made before now still hold this person; delete those yourself.</source>
        <translation>此前的备份、导出文件和打印的资料卡中仍有此人的信息，请自行处理。</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>银行账号</translation>
    </message>
    <message>
        <source>Bank transfer</source>
        <translation>转账</translation>
    </message>
    <message>
        <source>Basic</source>
        <translation>基本</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基础资料</translation>
    </message>
    <message>
        <source>Becomes</source>
        <translation>导入为</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>改前</translation>
    </message>
    <message>
        <source>Begins on</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Begun on</source>
        <translation>建立时间</translation>
    </message>
    <message>
        <source>Begun on {day}.</source>
        <translation>{day} 制订。</translation>
    </message>
    <message>
        <source>Best called on from</source>
        <translation>方便拜访时段（起）</translation>
    </message>
    <message>
        <source>Best called on until</source>
        <translation>方便拜访时段（止）</translation>
    </message>
    <message>
        <source>Best called on {begin}–{end}</source>
        <translation>方便时段 {begin}–{end}</translation>
    </message>
    <message>
        <source>Big and loyal: keep close</source>
        <translation>大而忠诚：紧密维护</translation>
    </message>
    <message>
        <source>Big but changes brands: hold</source>
        <translation>大而摇摆：稳住</translation>
    </message>
    <message>
        <source>Bill of exchange</source>
        <translation>承兑汇票</translation>
    </message>
    <message>
        <source>Birthday</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Birthday or anniversary</source>
        <translation>生日或纪念日</translation>
    </message>
    <message>
        <source>Birthday: 3 days before</source>
        <translation>生日：提前 3 天</translation>
    </message>
    <message>
        <source>Birthdays</source>
        <translation>生日</translation>
    </message>
    <message>
        <source>Birthdays and days</source>
        <translation>生日与重要日期</translation>
    </message>
    <message>
        <source>Birthdays and key dates</source>
        <translation>生日与重要日期</translation>
    </message>
    <message>
        <source>Birthdays and other key dates, too</source>
        <translation>包括生日等重要日期</translation>
    </message>
    <message>
        <source>Birthdays and other key dates, too.</source>
        <translation>包括生日等重要日期。</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Board of the tiers</source>
        <translation>分级看板</translation>
    </message>
    <message>
        <source>Borderline</source>
        <translation>临界</translation>
    </message>
    <message>
        <source>Both calendars</source>
        <translation>公历和农历</translation>
    </message>
    <message>
        <source>Bought</source>
        <translation>采购额</translation>
    </message>
    <message>
        <source>Bought elsewhere</source>
        <translation>竞品</translation>
    </message>
    <message>
        <source>Bought in the last 90 days</source>
        <translation>90 天内有购买</translation>
    </message>
    <message>
        <source>Bought less</source>
        <translation>减少额</translation>
    </message>
    <message>
        <source>Bought more</source>
        <translation>增加额</translation>
    </message>
    <message>
        <source>Bought until then</source>
        <translation>此前一年采购</translation>
    </message>
    <message>
        <source>Brand used</source>
        <translation>使用品牌</translation>
    </message>
    <message>
        <source>Bring in a calendar of Outlook or a telephone; give out the follow-ups of a rep.</source>
        <translation>导入 Outlook 或手机的日历；把业务员的跟进导出为日历。</translation>
    </message>
    <message>
        <source>Bring in people who asked to be erased, too</source>
        <translation>曾要求删除的人也一并导入</translation>
    </message>
    <message>
        <source>Bring the spreadsheet SHEET (xlsx, xls, csv and others) into FILE.</source>
        <translation>把表格 SHEET（xlsx、xls、csv 等）导入 FILE。</translation>
    </message>
    <message>
        <source>Bring “{name}” back to how it came?</source>
        <translation>将“{name}”恢复为原始方案？</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>未兑现</translation>
    </message>
    <message>
        <source>Bronze member</source>
        <translation>铜卡会员</translation>
    </message>
    <message>
        <source>Brought in</source>
        <translation>已导入</translation>
    </message>
    <message>
        <source>Budget a year</source>
        <translation>全年预算</translation>
    </message>
    <message>
        <source>Budget for care, a year</source>
        <translation>每年客情预算</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务状况</translation>
    </message>
    <message>
        <source>Business direction</source>
        <translation>经营方向</translation>
    </message>
    <message>
        <source>Business philosophy</source>
        <translation>经营观念</translation>
    </message>
    <message>
        <source>Business policy</source>
        <translation>经营政策</translation>
    </message>
    <message>
        <source>Business traits</source>
        <translation>经营特点</translation>
    </message>
    <message>
        <source>Busy ourselves</source>
        <translation>我方有事</translation>
    </message>
    <message>
        <source>Buys less often</source>
        <translation>活跃度下降</translation>
    </message>
    <message>
        <source>By</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>By cadence</source>
        <translation>按频度</translation>
    </message>
    <message>
        <source>By class step: {rates}</source>
        <translation>按升级目标：{rates}</translation>
    </message>
    <message>
        <source>By cumulative share</source>
        <translation>按累计占比</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>人工</translation>
    </message>
    <message>
        <source>By hand: {reason}</source>
        <translation>人工定级：{reason}</translation>
    </message>
    <message>
        <source>By itself since</source>
        <translation>自动启动起始日期</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>By rep: {rates}</source>
        <translation>按业务员：{rates}</translation>
    </message>
    <message>
        <source>By the cadence nobody is due by the end of this week.</source>
        <translation>按跟进频度，本周没有到期的客户。</translation>
    </message>
    <message>
        <source>By the moon a series comes monthly or yearly on days of the moon; this rule says something else.</source>
        <translation>按农历的定期跟进只能每月或每年在农历的某天；这条规则不是这样。</translation>
    </message>
    <message>
        <source>By the rules of the office nobody need change hands.</source>
        <translation>按本单位规则，目前没有客户需要换人跟进。</translation>
    </message>
    <message>
        <source>By the scheme {name}</source>
        <translation>依据方案：{name}</translation>
    </message>
    <message>
        <source>By their cadence nobody has to be contacted now.</source>
        <translation>按跟进频度，目前没有该联系的客户。</translation>
    </message>
    <message>
        <source>By today's figures: {tier}.</source>
        <translation>按今天的数据：{tier}。</translation>
    </message>
    <message>
        <source>By week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>By when</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>By year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>C – within half a year</source>
        <translation>C 半年内购买</translation>
    </message>
    <message>
        <source>Cadence</source>
        <translation>跟进频度</translation>
    </message>
    <message>
        <source>Cadence: {state}</source>
        <translation>跟进频度：{state}</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>日历</translation>
    </message>
    <message>
        <source>Calendar import and export</source>
        <translation>日历导入/导出</translation>
    </message>
    <message>
        <source>Calendar with {count} events saved: {path}</source>
        <translation>已保存含 {count} 条日程的日历：{path}</translation>
    </message>
    <message>
        <source>Calendar written: {events} events, {key_dates} key dates, {file}</source>
        <translation>日历已写出：{events} 条日程，{key_dates} 个重要日期，{file}</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>日历文件</translation>
    </message>
    <message>
        <source>Call: how far what was agreed has come</source>
        <translation>电话：跟进约定事项的进展</translation>
    </message>
    <message>
        <source>Callback</source>
        <translation>回访核实</translation>
    </message>
    <message>
        <source>Callbacks</source>
        <translation>回访核实</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Came back on</source>
        <translation>归还日期</translation>
    </message>
    <message>
        <source>Came due while the program was closed: {kinds}</source>
        <translation>程序关闭期间到时：{kinds}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel plan for {name}</source>
        <translation>取消安排 {name}</translation>
    </message>
    <message>
        <source>Cancel the plan</source>
        <translation>取消计划</translation>
    </message>
    <message>
        <source>Cancel this work</source>
        <translation>停止这项工作</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cancelled here; it stays cancelled.</source>
        <translation>这里已取消；保持取消。</translation>
    </message>
    <message>
        <source>Cancelled in that calendar.</source>
        <translation>在对方日历中已取消。</translation>
    </message>
    <message>
        <source>Cancelled in that calendar: the plan is cancelled here.</source>
        <translation>对方日历已取消：这里的计划也取消。</translation>
    </message>
    <message>
        <source>Cancelled plans</source>
        <translation>已取消的计划</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Cannot be rated</source>
        <translation>无法评定</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Card check</source>
        <translation>资料卡检查</translation>
    </message>
    <message>
        <source>Card check list</source>
        <translation>资料卡检查表</translation>
    </message>
    <message>
        <source>Card check of {name}</source>
        <translation>资料卡检查：{name}</translation>
    </message>
    <message>
        <source>Card check of {name} taken back</source>
        <translation>撤回资料卡检查：{name}</translation>
    </message>
    <message>
        <source>Card check {week}</source>
        <translation>资料卡检查 {week}</translation>
    </message>
    <message>
        <source>Card checks</source>
        <translation>资料卡检查</translation>
    </message>
    <message>
        <source>Card comes back</source>
        <translation>还卡</translation>
    </message>
    <message>
        <source>Card is back</source>
        <translation>已归还</translation>
    </message>
    <message>
        <source>Card on loan</source>
        <translation>领卡登记</translation>
    </message>
    <message>
        <source>Card that comes back</source>
        <translation>归还的资料卡</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>适用</translation>
    </message>
    <message>
        <source>Cards back in time</source>
        <translation>按时还卡率</translation>
    </message>
    <message>
        <source>Cards drawn</source>
        <translation>抽中的资料卡</translation>
    </message>
    <message>
        <source>Cards lent</source>
        <translation>领出的资料卡</translation>
    </message>
    <message>
        <source>Cards of</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Cards of customers in tier</source>
        <translation>客户等级</translation>
    </message>
    <message>
        <source>Cards of each rep</source>
        <translation>每人抽查</translation>
    </message>
    <message>
        <source>Cards on loan</source>
        <translation>领卡</translation>
    </message>
    <message>
        <source>Cards out</source>
        <translation>未归还</translation>
    </message>
    <message>
        <source>Cards passed</source>
        <translation>资料卡合格率</translation>
    </message>
    <message>
        <source>Care</source>
        <translation>关怀</translation>
    </message>
    <message>
        <source>Care for {name}</source>
        <translation>{name}的客情</translation>
    </message>
    <message>
        <source>Care in a year</source>
        <translation>客情维系（全年）</translation>
    </message>
    <message>
        <source>Care record</source>
        <translation>客情记录</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>投诉/服务请求</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>投诉与请求</translation>
    </message>
    <message>
        <source>Cases past their limit</source>
        <translation>超时的投诉与请求</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>现金</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Champions</source>
        <translation>重要价值客户</translation>
    </message>
    <message>
        <source>Chance that he still buys</source>
        <translation>仍在采购的概率</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change a field of all chosen…</source>
        <translation>批量修改所选客户…</translation>
    </message>
    <message>
        <source>Change a field of {count} customers</source>
        <translation>批量修改 {count} 位客户</translation>
    </message>
    <message>
        <source>Change custom field {title}</source>
        <translation>修改自定义字段“{title}”</translation>
    </message>
    <message>
        <source>Change from here on</source>
        <translation>从此更改</translation>
    </message>
    <message>
        <source>Change the details</source>
        <translation>修改信息</translation>
    </message>
    <message>
        <source>Change the name…</source>
        <translation>改名称…</translation>
    </message>
    <message>
        <source>Change the note…</source>
        <translation>改备注…</translation>
    </message>
    <message>
        <source>Change the plan…</source>
        <translation>修改计划…</translation>
    </message>
    <message>
        <source>Change the series…</source>
        <translation>更改定期跟进…</translation>
    </message>
    <message>
        <source>Change {count} customers</source>
        <translation>修改 {count} 位客户</translation>
    </message>
    <message>
        <source>Change {count} customers at once</source>
        <translation>批量修改 {count} 位客户</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>修改 {name}</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Changed in the calendar {name}</source>
        <translation>日历 {name} 中有改动</translation>
    </message>
    <message>
        <source>Changed: {count} customers</source>
        <translation>已修改 {count} 位客户</translation>
    </message>
    <message>
        <source>Changed: {rule}</source>
        <translation>已更改：{rule}</translation>
    </message>
    <message>
        <source>Changes brands</source>
        <translation>品牌转移</translation>
    </message>
    <message>
        <source>Changes: {fields}</source>
        <translation>改动：{fields}</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
    <message>
        <source>Changing customers</source>
        <translation>正在修改客户</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>性格</translation>
    </message>
    <message>
        <source>Character of the principal</source>
        <translation>经营者性格</translation>
    </message>
    <message>
        <source>Check FILE for damage and count what it holds.</source>
        <translation>检查 FILE 是否损坏，并清点其中的记录。</translation>
    </message>
    <message>
        <source>Check the file</source>
        <translation>检查文件</translation>
    </message>
    <message>
        <source>Check the rows</source>
        <translation>核对各行</translation>
    </message>
    <message>
        <source>Checked by</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Checked on</source>
        <translation>检查日期</translation>
    </message>
    <message>
        <source>Checker</source>
        <translation>检查人</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Checking the rows</source>
        <translation>正在核对各行</translation>
    </message>
    <message>
        <source>Checks and callbacks</source>
        <translation>检查与核实</translation>
    </message>
    <message>
        <source>Checks by rep</source>
        <translation>各业务员检查情况</translation>
    </message>
    <message>
        <source>Children's Day</source>
        <translation>儿童节</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Choose a calendar…</source>
        <translation>选择日历…</translation>
    </message>
    <message>
        <source>Choose a card on the left to see it here and sign it.</source>
        <translation>在左边选一张资料卡，在这里查看并签字。</translation>
    </message>
    <message>
        <source>Choose a customer on the left to see the card.</source>
        <translation>在左边选一位客户，这里显示资料卡。</translation>
    </message>
    <message>
        <source>Choose a customer to see why</source>
        <translation>选择一位客户，查看原因</translation>
    </message>
    <message>
        <source>Choose a field on the left to see it.</source>
        <translation>在左边选择一个字段查看。</translation>
    </message>
    <message>
        <source>Choose a file, with a saved profile…</source>
        <translation>按已存的导入方案选择文件…</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose a follow-up on the left to read it.</source>
        <translation>在左边选一条跟进查看。</translation>
    </message>
    <message>
        <source>Choose a line, or type its number.</source>
        <translation>请选一行，或输入序号。</translation>
    </message>
    <message>
        <source>Choose a plan on the left.</source>
        <translation>请在左侧选择一个计划。</translation>
    </message>
    <message>
        <source>Choose a visit on the left to ask the customer about it.</source>
        <translation>在左边选一次拜访，向客户核实。</translation>
    </message>
    <message>
        <source>Choose an order to see its lines.</source>
        <translation>选一张订单，这里显示明细。</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Choose another folder, or ask who looks after this computer.</source>
        <translation>请换一个文件夹，或联系电脑管理员。</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>请换一个文件夹。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请换一个文件名。</translation>
    </message>
    <message>
        <source>Choose another place…</source>
        <translation>换一个位置…</translation>
    </message>
    <message>
        <source>Choose the calendar to import</source>
        <translation>选择要导入的日历</translation>
    </message>
    <message>
        <source>Choose the customer…</source>
        <translation>选择客户…</translation>
    </message>
    <message>
        <source>Choose the list to import</source>
        <translation>选择要导入的表格</translation>
    </message>
    <message>
        <source>Choose the profile</source>
        <translation>选择导入方案</translation>
    </message>
    <message>
        <source>Choose two different rounds.</source>
        <translation>请选择两个不同的轮次。</translation>
    </message>
    <message>
        <source>Choose who you are first (top right): then a view can be yours alone.</source>
        <translation>请先在右上角选择您是谁，视图才能仅自己可见。</translation>
    </message>
    <message>
        <source>Churn warning</source>
        <translation>流失预警</translation>
    </message>
    <message>
        <source>Churn warning: {causes}</source>
        <translation>流失预警：{causes}</translation>
    </message>
    <message>
        <source>Churn warnings</source>
        <translation>流失预警</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Class a year ago</source>
        <translation>一年前等级</translation>
    </message>
    <message>
        <source>Class name</source>
        <translation>等级名称</translation>
    </message>
    <message>
        <source>Class of row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的等级</translation>
    </message>
    <message>
        <source>Class of segment {number}</source>
        <translation>细分 {number} 的等级</translation>
    </message>
    <message>
        <source>Class step</source>
        <translation>升级目标</translation>
    </message>
    <message>
        <source>Class then</source>
        <translation>原等级</translation>
    </message>
    <message>
        <source>Class {tier} of a year ago bought {less} less since; the growth of {total} came from the others.</source>
        <translation>一年前的 {tier} 级客户此后少采购 {less}；增长 {total} 全部来自其他客户。</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>等级汇总</translation>
    </message>
    <message>
        <source>Classes are those of the earlier round, purchases those of the window of the scheme in each round.</source>
        <translation>等级取较早一轮；采购额为各轮中该方案统计窗口内的数额。</translation>
    </message>
    <message>
        <source>Classes crossed</source>
        <translation>等级交叉表</translation>
    </message>
    <message>
        <source>Classes given by hand</source>
        <translation>人工定级</translation>
    </message>
    <message>
        <source>Classes of the round of {day}; purchases of 365 days</source>
        <translation>等级取自 {day} 的评定；采购额为近 365 天</translation>
    </message>
    <message>
        <source>Classes side by side</source>
        <translation>各等级对照</translation>
    </message>
    <message>
        <source>Classes, the best on top</source>
        <translation>等级（由高到低）</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Click a bar to see its customers, the greatest change first.</source>
        <translation>点一条柱，看对应客户，变化最大的在前。</translation>
    </message>
    <message>
        <source>Click a bar to see the customers of its class.</source>
        <translation>点一条柱，看该等级的客户。</translation>
    </message>
    <message>
        <source>Click a cell to see its customers.</source>
        <translation>点一格，看其中的客户。</translation>
    </message>
    <message>
        <source>Click a cell to see who moved that way.</source>
        <translation>点一格，看是哪些客户这样变动。</translation>
    </message>
    <message>
        <source>Click a curve to see the customers up to there.</source>
        <translation>点曲线上一处，看到此为止的客户。</translation>
    </message>
    <message>
        <source>Click a day to say that it is off (H) or worked (W), or walk with the arrow keys and press Enter. Days written here have a dashed outline.</source>
        <translation>点击某天可设为休息或上班，也可用方向键移动后按回车。本办公室录入的日子有虚线框。</translation>
    </message>
    <message>
        <source>Click a stretch of a column to see its customers.</source>
        <translation>点柱中一段，看对应客户。</translation>
    </message>
    <message>
        <source>Click on a figure above to see what is behind it.</source>
        <translation>点击上面的数字，查看明细。</translation>
    </message>
    <message>
        <source>Click the value that shall stay, or press Space on it. Nothing is lost: it can be undone whole.</source>
        <translation>点击要保留的内容，或在其上按空格键。合并可以整体撤销，不会丢失资料。</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时限</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close all groups</source>
        <translation>收起所有分组</translation>
    </message>
    <message>
        <source>Close it where else it is open, then open it again here.</source>
        <translation>请在其他地方关闭它，再在这里重新打开。</translation>
    </message>
    <message>
        <source>Close the conditions (Esc)</source>
        <translation>收起条件（Esc）</translation>
    </message>
    <message>
        <source>Close the contract</source>
        <translation>终止合同</translation>
    </message>
    <message>
        <source>Close the form</source>
        <translation>关闭编辑</translation>
    </message>
    <message>
        <source>Close the import</source>
        <translation>关闭导入</translation>
    </message>
    <message>
        <source>Close this column (F9)</source>
        <translation>收起此栏（F9）</translation>
    </message>
    <message>
        <source>Closed before it began.</source>
        <translation>终止日期早于生效日期。</translation>
    </message>
    <message>
        <source>Closed on</source>
        <translation>终止日期</translation>
    </message>
    <message>
        <source>Closes</source>
        <translation>下班</translation>
    </message>
    <message>
        <source>Closing the window only hides it: Kezha goes on reminding from the tray</source>
        <translation>关闭窗口时只隐藏，客札在托盘中继续提醒</translation>
    </message>
    <message>
        <source>Cold Dew</source>
        <translation>寒露</translation>
    </message>
    <message>
        <source>Cold visit</source>
        <translation>陌拜</translation>
    </message>
    <message>
        <source>Collecting the data of a person</source>
        <translation>正在汇集此人的信息</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Colour of the tier</source>
        <translation>等级颜色</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>颜色 {number}</translation>
    </message>
    <message>
        <source>Colour: tier</source>
        <translation>颜色：等级</translation>
    </message>
    <message>
        <source>Colour: way</source>
        <translation>颜色：方式</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns as delivered</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>Columns not imported: {columns}</source>
        <translation>未导入的列：{columns}</translation>
    </message>
    <message>
        <source>Columns of the sheet</source>
        <translation>表格各列</translation>
    </message>
    <message>
        <source>Comes along: {what}. What is there twice, such as a tag or a number, is kept once.</source>
        <translation>一并移过来：{what}。重复的标签、号码等只保留一份。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Comment deleted: {name}</source>
        <translation>已删除批注：{name}</translation>
    </message>
    <message>
        <source>Comment for {name}</source>
        <translation>批注：{name}</translation>
    </message>
    <message>
        <source>Comment kept: {name}</source>
        <translation>已保存批注：{name}</translation>
    </message>
    <message>
        <source>Comment on a follow-up</source>
        <translation>跟进批注</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Companies and persons</source>
        <translation>企业和个人</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>企业</translation>
    </message>
    <message>
        <source>Company customer</source>
        <translation>企业客户</translation>
    </message>
    <message>
        <source>Company or shop</source>
        <translation>单位名称</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>参评客户</translation>
    </message>
    <message>
        <source>Comparing with the last round</source>
        <translation>正在与上一轮对比</translation>
    </message>
    <message>
        <source>Competitor</source>
        <translation>竞品厂家</translation>
    </message>
    <message>
        <source>Competitor {name}</source>
        <translation>竞品厂家{name}</translation>
    </message>
    <message>
        <source>Competitors</source>
        <translation>竞争者</translation>
    </message>
    <message>
        <source>Competitors at {name}</source>
        <translation>{name}的竞品</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Complaint or request of {name}</source>
        <translation>{name}的投诉或请求</translation>
    </message>
    <message>
        <source>Complaint past due</source>
        <translation>投诉逾期</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉次数</translation>
    </message>
    <message>
        <source>Complaints and requests</source>
        <translation>投诉与服务请求</translation>
    </message>
    <message>
        <source>Complaints and service requests</source>
        <translation>投诉与服务请求</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完整度</translation>
    </message>
    <message>
        <source>Completeness below 50 %</source>
        <translation>完整度低于 50%</translation>
    </message>
    <message>
        <source>Completeness is that of the cards today. A part marked — is unknown and is left out: nothing was due in it.</source>
        <translation>完整度按资料卡今天的情况计算。标“—”的项目本期没有数据，不计入总分。</translation>
    </message>
    <message>
        <source>Completeness {percent}%, {count} missing.</source>
        <translation>完整度 {percent}%，还缺 {count} 项。</translation>
    </message>
    <message>
        <source>Completeness {percent}%: nothing that is required is missing.</source>
        <translation>完整度 {percent}%：必填项都齐了。</translation>
    </message>
    <message>
        <source>Completes</source>
        <translation>完成的计划</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算等级</translation>
    </message>
    <message>
        <source>Computed every day from the purchases, beside the stage that is set by hand. The usual interval of a customer is the median of the days between his own purchases, from three on; before that it is the office's median.</source>
        <translation>每天根据采购记录计算，与手工设置的阶段并列。采购满三天（次）的客户，以其自身采购间隔天数的中位数为平时间隔；不足三次的，按本办公室的中位数。</translation>
    </message>
    <message>
        <source>Computed tier</source>
        <translation>测算等级</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Conditions ({key})</source>
        <translation>筛选条件（{key}）</translation>
    </message>
    <message>
        <source>Conditions and columns</source>
        <translation>条件和列</translation>
    </message>
    <message>
        <source>Conditions of which any, or all, must hold together</source>
        <translation>一组条件，组内须满足任一或全部</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Confirmed purchases of his customers</source>
        <translation>名下客户的已确认订单</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>本人同意</translation>
    </message>
    <message>
        <source>Consumer Rights Day</source>
        <translation>消费者权益日</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Contact after</source>
        <translation>理想间隔</translation>
    </message>
    <message>
        <source>Contact due</source>
        <translation>应联系</translation>
    </message>
    <message>
        <source>Contact not yet due</source>
        <translation>尚未到期</translation>
    </message>
    <message>
        <source>Contact overdue</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>Contact's QQ</source>
        <translation>联系人 QQ</translation>
    </message>
    <message>
        <source>Contact's WeChat</source>
        <translation>联系人微信</translation>
    </message>
    <message>
        <source>Contact's birthday</source>
        <translation>联系人生日</translation>
    </message>
    <message>
        <source>Contact's department</source>
        <translation>联系人部门</translation>
    </message>
    <message>
        <source>Contact's e-mail</source>
        <translation>联系人邮箱</translation>
    </message>
    <message>
        <source>Contact's family name</source>
        <translation>联系人姓</translation>
    </message>
    <message>
        <source>Contact's fax</source>
        <translation>联系人传真</translation>
    </message>
    <message>
        <source>Contact's gender</source>
        <translation>联系人性别</translation>
    </message>
    <message>
        <source>Contact's given name</source>
        <translation>联系人名</translation>
    </message>
    <message>
        <source>Contact's job title</source>
        <translation>联系人职务</translation>
    </message>
    <message>
        <source>Contact's mobile</source>
        <translation>联系人手机</translation>
    </message>
    <message>
        <source>Contact's note</source>
        <translation>联系人备注</translation>
    </message>
    <message>
        <source>Contact's role</source>
        <translation>联系人角色</translation>
    </message>
    <message>
        <source>Contact's telephone</source>
        <translation>联系人电话</translation>
    </message>
    <message>
        <source>Contact's website</source>
        <translation>联系人网址</translation>
    </message>
    <message>
        <source>Contact: days after the last effective one, by stage</source>
        <translation>跟进频度：距上次有效跟进的天数，按阶段</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Contacts for full marks</source>
        <translation>满分标准</translation>
    </message>
    <message>
        <source>Contacts of customers</source>
        <translation>客户的联系人</translation>
    </message>
    <message>
        <source>Contacts of {name}</source>
        <translation>{name} 的联系人</translation>
    </message>
    <message>
        <source>Contents of an attachment</source>
        <translation>附件内容</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Contract closed</source>
        <translation>合同已终止</translation>
    </message>
    <message>
        <source>Contract ends in a week: renewed or not?</source>
        <translation>合同一周后到期，确认是否续签</translation>
    </message>
    <message>
        <source>Contract ends in two months: ask for their plans</source>
        <translation>合同两个月后到期，了解对方打算</translation>
    </message>
    <message>
        <source>Contract in force again</source>
        <translation>合同恢复有效</translation>
    </message>
    <message>
        <source>Contract number</source>
        <translation>合同编号</translation>
    </message>
    <message>
        <source>Contract renewed</source>
        <translation>合同已续签</translation>
    </message>
    <message>
        <source>Contract renewed until {day}</source>
        <translation>合同已续签至 {day}</translation>
    </message>
    <message>
        <source>Contract with {name}</source>
        <translation>{name} 的合同</translation>
    </message>
    <message>
        <source>Contract with {name} renewed</source>
        <translation>续签 {name} 的合同</translation>
    </message>
    <message>
        <source>Contracts</source>
        <translation>合同</translation>
    </message>
    <message>
        <source>Contracts ending</source>
        <translation>合同到期</translation>
    </message>
    <message>
        <source>Contribution</source>
        <translation>净贡献</translation>
    </message>
    <message>
        <source>Contribution: low, middle, high</source>
        <translation>贡献：低、中、高</translation>
    </message>
    <message>
        <source>Cooperation with us</source>
        <translation>合作态度</translation>
    </message>
    <message>
        <source>Copied: the figures of {count} lines</source>
        <translation>已复制 {count} 行</translation>
    </message>
    <message>
        <source>Copied: {count} lines</source>
        <translation>已复制 {count} 行</translation>
    </message>
    <message>
        <source>Copied: {value}</source>
        <translation>已复制：{value}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy all of it as text</source>
        <translation>整段复制为文字</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Copy of {name}</source>
        <translation>{name} 副本</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Copy table</source>
        <translation>复制表格</translation>
    </message>
    <message>
        <source>Copy the phone</source>
        <translation>复制电话</translation>
    </message>
    <message>
        <source>Copy the whole number</source>
        <translation>复制完整号码</translation>
    </message>
    <message>
        <source>Copy {value}</source>
        <translation>复制 {value}</translation>
    </message>
    <message>
        <source>Corporate image</source>
        <translation>企业形象</translation>
    </message>
    <message>
        <source>Correcting a follow-up with {name}</source>
        <translation>更正跟进：{name}</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>更正…</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Cost customers</source>
        <translation>成本客户</translation>
    </message>
    <message>
        <source>Cost customers: they bring less than they cost</source>
        <translation>成本客户：净贡献为负</translation>
    </message>
    <message>
        <source>Cost of the line</source>
        <translation>明细成本</translation>
    </message>
    <message>
        <source>Cost of the visit</source>
        <translation>拜访费用</translation>
    </message>
    <message>
        <source>Cost of what was done</source>
        <translation>已完成跟进的费用</translation>
    </message>
    <message>
        <source>Costs cannot be below zero.</source>
        <translation>费用不能小于零。</translation>
    </message>
    <message>
        <source>Could be several: {places}</source>
        <translation>可能是多处：{places}</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>Count from another day</source>
        <translation>更改起算日</translation>
    </message>
    <message>
        <source>Count from another day…</source>
        <translation>更改起算日…</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>起算日</translation>
    </message>
    <message>
        <source>Counted from that day, all steps lie in the past.</source>
        <translation>从这一天算起，所有步骤都已过去。</translation>
    </message>
    <message>
        <source>Counted from {day}: {count} steps moved</source>
        <translation>改从 {day} 算起：移动了 {count} 步</translation>
    </message>
    <message>
        <source>Counted from {what}.</source>
        <translation>从{what}算起。</translation>
    </message>
    <message>
        <source>Countermeasures</source>
        <translation>未来对策</translation>
    </message>
    <message>
        <source>Counting complete cards</source>
        <translation>正在统计完整度</translation>
    </message>
    <message>
        <source>Counting the customers</source>
        <translation>统计客户</translation>
    </message>
    <message>
        <source>Counting the customers…</source>
        <translation>正在统计客户…</translation>
    </message>
    <message>
        <source>Counting was stopped.</source>
        <translation>统计已停止。</translation>
    </message>
    <message>
        <source>Counts by tier, stage, region ({key})</source>
        <translation>按等级、阶段、地区等统计（{key}）</translation>
    </message>
    <message>
        <source>Counts from</source>
        <translation>起算依据</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Credit days</source>
        <translation>账期</translation>
    </message>
    <message>
        <source>Credit grade</source>
        <translation>信用等级</translation>
    </message>
    <message>
        <source>Credit limit</source>
        <translation>信用额度</translation>
    </message>
    <message>
        <source>Credit problems</source>
        <translation>信用问题</translation>
    </message>
    <message>
        <source>Credit problems so far</source>
        <translation>出现过的信用问题</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Criteria and classes</source>
        <translation>指标与等级</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Cross the classes with</source>
        <translation>与等级交叉的项目</translation>
    </message>
    <message>
        <source>Cumulative share</source>
        <translation>累计占比</translation>
    </message>
    <message>
        <source>Custom field</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customer asked</source>
        <translation>客户改约</translation>
    </message>
    <message>
        <source>Customer card</source>
        <translation>客户资料卡</translation>
    </message>
    <message>
        <source>Customer cards {day}</source>
        <translation>客户资料卡 {day}</translation>
    </message>
    <message>
        <source>Customer count</source>
        <translation>客户数</translation>
    </message>
    <message>
        <source>Customer lifetime value</source>
        <translation>客户终身价值</translation>
    </message>
    <message>
        <source>Customer name</source>
        <translation>客户名称</translation>
    </message>
    <message>
        <source>Customer not in</source>
        <translation>客户不在</translation>
    </message>
    <message>
        <source>Customer number</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Customer number; may be repeated.</source>
        <translation>客户编号，可写多次。</translation>
    </message>
    <message>
        <source>Customer source</source>
        <translation>客户来源</translation>
    </message>
    <message>
        <source>Customer's promise</source>
        <translation>客户承诺</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Customers behind</source>
        <translation>对应客户</translation>
    </message>
    <message>
        <source>Customers behind the figure</source>
        <translation>数字背后的客户</translation>
    </message>
    <message>
        <source>Customers brought in by an import are left out: start it for them from the list.</source>
        <translation>导入的客户不自动启动，可在列表中选中后启动。</translation>
    </message>
    <message>
        <source>Customers changed</source>
        <translation>更新的客户</translation>
    </message>
    <message>
        <source>Customers of others</source>
        <translation>其他业务员的客户</translation>
    </message>
    <message>
        <source>Customers of the office</source>
        <translation>办公室的客户数</translation>
    </message>
    <message>
        <source>Customers of the round</source>
        <translation>本轮客户</translation>
    </message>
    <message>
        <source>Customers of which rep</source>
        <translation>哪位业务员的客户</translation>
    </message>
    <message>
        <source>Customers promised</source>
        <translation>客户承诺</translation>
    </message>
    <message>
        <source>Customers stand in the order of one sum, the largest first; a class ends at a share of the whole.</source>
        <translation>客户按一项金额从大到小排列，按累计占比划分等级。</translation>
    </message>
    <message>
        <source>Customers that cannot be rated</source>
        <translation>无法评定的客户</translation>
    </message>
    <message>
        <source>Customers whom he introduced to us.</source>
        <translation>由他介绍来的客户数。</translation>
    </message>
    <message>
        <source>Customers worth a plan</source>
        <translation>值得制订计划的客户</translation>
    </message>
    <message>
        <source>Customers, contacts, orders, payments and follow-ups. The columns may stand in any order; before anything is written you see what becomes of each row.</source>
        <translation>客户、联系人、订单、回款、跟进都可以导入，列的先后不限。写入之前，您会先看到每一行的处理结果。</translation>
    </message>
    <message>
        <source>Customers, those who bring most first</source>
        <translation>客户（贡献大的在前）</translation>
    </message>
    <message>
        <source>Customers, with their contacts</source>
        <translation>客户（可带联系人）</translation>
    </message>
    <message>
        <source>Customers.kezha</source>
        <translation>客户资料.kezha</translation>
    </message>
    <message>
        <source>Cut off: its end is missing in the file.</source>
        <translation>不完整：文件中缺少它的结尾。</translation>
    </message>
    <message>
        <source>D – later</source>
        <translation>D 半年以后</translation>
    </message>
    <message>
        <source>Damage found: {findings}</source>
        <translation>发现损坏：{findings}</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data version</source>
        <translation>资料版本</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Day number</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Day of the rule</source>
        <translation>规则日期</translation>
    </message>
    <message>
        <source>Day of the week</source>
        <translation>星期几</translation>
    </message>
    <message>
        <source>Day off</source>
        <translation>休息日</translation>
    </message>
    <message>
        <source>Day off, with a name…</source>
        <translation>休息，并命名…</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>天数</translation>
    </message>
    <message>
        <source>Days after the day one counts from; before it with a minus</source>
        <translation>距起算日的天数，提前用负数</translation>
    </message>
    <message>
        <source>Days and note</source>
        <translation>重要日期与备注</translation>
    </message>
    <message>
        <source>Days ending on the day of the rating. Type any number of days.</source>
        <translation>截至评定日的天数，可直接输入任意天数。</translation>
    </message>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Days left out</source>
        <translation>跳过的日子</translation>
    </message>
    <message>
        <source>Days silent</source>
        <translation>未联系天数</translation>
    </message>
    <message>
        <source>Days since the first purchase</source>
        <translation>距首次采购天数</translation>
    </message>
    <message>
        <source>Days since the last purchase</source>
        <translation>距上次采购天数</translation>
    </message>
    <message>
        <source>Days to contact</source>
        <translation>距频度上限天数</translation>
    </message>
    <message>
        <source>Days to look back; 0 for everything before. As the scheme says if not given.</source>
        <translation>统计多少天；0 为此前全部记录。未指定时按方案规定。</translation>
    </message>
    <message>
        <source>Days without an effective contact, by tier. Empty: customers of that tier are never proposed.</source>
        <translation>各等级多少天没有有效跟进即建议收回；留空则该等级不建议收回。</translation>
    </message>
    <message>
        <source>Dealing since</source>
        <translation>交易起始</translation>
    </message>
    <message>
        <source>Dealing with us since</source>
        <translation>与本公司交易时间</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12月</translation>
    </message>
    <message>
        <source>Decide: how close are we to this customer?</source>
        <translation>定一下：和这位客户属于哪种关系？</translation>
    </message>
    <message>
        <source>Decide: up to what amount may they owe us?</source>
        <translation>定一下：信用额度给多少？</translation>
    </message>
    <message>
        <source>Decide: which credit grade do we give them?</source>
        <translation>定一下：信用等级给几级？</translation>
    </message>
    <message>
        <source>Decide: who of us looks after this customer?</source>
        <translation>定一下：由哪位业务员负责？</translation>
    </message>
    <message>
        <source>Decision maker</source>
        <translation>决策人</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete attachment of {name}</source>
        <translation>删除 {name} 的附件</translation>
    </message>
    <message>
        <source>Delete care for {name}</source>
        <translation>删除{name}的客情</translation>
    </message>
    <message>
        <source>Delete comment</source>
        <translation>删除批注</translation>
    </message>
    <message>
        <source>Delete comment for {name}</source>
        <translation>删除批注：{name}</translation>
    </message>
    <message>
        <source>Delete competitor at {name}</source>
        <translation>删除{name}的竞品</translation>
    </message>
    <message>
        <source>Delete competitor {name}</source>
        <translation>删除竞品厂家{name}</translation>
    </message>
    <message>
        <source>Delete complaint or request of {name}</source>
        <translation>删除{name}的投诉或请求</translation>
    </message>
    <message>
        <source>Delete contact of {name}</source>
        <translation>删除 {name} 的联系人</translation>
    </message>
    <message>
        <source>Delete contract with {name}</source>
        <translation>删除 {name} 的合同</translation>
    </message>
    <message>
        <source>Delete follow-up with {name}</source>
        <translation>删除 {name} 的跟进</translation>
    </message>
    <message>
        <source>Delete major event of {name}</source>
        <translation>删除{name}的重大事项</translation>
    </message>
    <message>
        <source>Delete promise with {name}</source>
        <translation>删除与{name}的承诺</translation>
    </message>
    <message>
        <source>Delete promotion plan of {name}</source>
        <translation>删除 {name} 的提升计划</translation>
    </message>
    <message>
        <source>Delete recurring follow-up with {name}</source>
        <translation>删除定期跟进：{name}</translation>
    </message>
    <message>
        <source>Delete relation of {name}</source>
        <translation>删除{name}的关系</translation>
    </message>
    <message>
        <source>Delete sequence of {name}</source>
        <translation>删除 {name} 的跟进方案</translation>
    </message>
    <message>
        <source>Delete survey of {name}</source>
        <translation>删除{name}的满意度回访</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>删除此视图</translation>
    </message>
    <message>
        <source>Delete verdict</source>
        <translation>删除核实结果</translation>
    </message>
    <message>
        <source>Delete verification with {name}</source>
        <translation>删除回访核实：{name}</translation>
    </message>
    <message>
        <source>Delete view {name}</source>
        <translation>删除视图“{name}”</translation>
    </message>
    <message>
        <source>Delete {count} customers</source>
        <translation>删除 {count} 位客户</translation>
    </message>
    <message>
        <source>Delete {count} promotion plans</source>
        <translation>删除 {count} 个提升计划</translation>
    </message>
    <message>
        <source>Delete {name}</source>
        <translation>删除 {name}</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleted: view “{name}”</source>
        <translation>已删除视图“{name}”</translation>
    </message>
    <message>
        <source>Deleting {name}</source>
        <translation>正在删除 {name}</translation>
    </message>
    <message>
        <source>Delivered before it was ordered ({day}).</source>
        <translation>交货日期早于订单日期（{day}）。</translation>
    </message>
    <message>
        <source>Delivered on</source>
        <translation>交货日期</translation>
    </message>
    <message>
        <source>Delivered on {day}</source>
        <translation>{day} 已交货</translation>
    </message>
    <message>
        <source>Delivered on…</source>
        <translation>交货日期…</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>交货</translation>
    </message>
    <message>
        <source>Delivery of an order</source>
        <translation>订单交货</translation>
    </message>
    <message>
        <source>Delivery to {name}</source>
        <translation>{name} 的交货</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>维度</translation>
    </message>
    <message>
        <source>Dimension of criterion {number}</source>
        <translation>指标 {number} 的维度</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Discount a rep may give, at most</source>
        <translation>业务员折扣上限</translation>
    </message>
    <message>
        <source>Discount and visits</source>
        <translation>折扣与拜访</translation>
    </message>
    <message>
        <source>Dissatisfied</source>
        <translation>不满意</translation>
    </message>
    <message>
        <source>Dissatisfied up to</source>
        <translation>不满意：不高于</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Do not go on working in it. Open the newest backup, and keep this file for whoever may repair it.</source>
        <translation>请不要继续在里面工作。打开最近的备份，并保留这个文件以便修复。</translation>
    </message>
    <message>
        <source>Do not import</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>Dog</source>
        <translation>狗</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done already; what was done is not changed.</source>
        <translation>已经完成；已完成的不改动。</translation>
    </message>
    <message>
        <source>Done by the day it was planned for, of what was due</source>
        <translation>到期的计划中按时完成的比例</translation>
    </message>
    <message>
        <source>Done follow-ups with an outcome.</source>
        <translation>有结果的已完成跟进。</translation>
    </message>
    <message>
        <source>Done on</source>
        <translation>完成日期</translation>
    </message>
    <message>
        <source>Done on the day</source>
        <translation>当日已完成</translation>
    </message>
    <message>
        <source>Done on time</source>
        <translation>按时完成率</translation>
    </message>
    <message>
        <source>Done so far</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Done today</source>
        <translation>今天已完成</translation>
    </message>
    <message>
        <source>Done with an outcome</source>
        <translation>有结果的跟进</translation>
    </message>
    <message>
        <source>Done, without effect</source>
        <translation>已完成（无效）</translation>
    </message>
    <message>
        <source>Done…</source>
        <translation>完成…</translation>
    </message>
    <message>
        <source>Dormant</source>
        <translation>沉睡</translation>
    </message>
    <message>
        <source>Double Ninth</source>
        <translation>重阳</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Drag onto a day, or Ins</source>
        <translation>拖到某天，或按 Ins</translation>
    </message>
    <message>
        <source>Dragon</source>
        <translation>龙</translation>
    </message>
    <message>
        <source>Dragon Boat</source>
        <translation>端午</translation>
    </message>
    <message>
        <source>Dragon Boat Festival</source>
        <translation>端午节</translation>
    </message>
    <message>
        <source>Dragon Raises Its Head</source>
        <translation>龙抬头</translation>
    </message>
    <message>
        <source>Draw cards to check, week of {week}</source>
        <translation>抽取资料卡，{week} 起的一周</translation>
    </message>
    <message>
        <source>Draw missing fields as boxes to write in.</source>
        <translation>缺少的项目印成空格，供手工填写。</translation>
    </message>
    <message>
        <source>Draw the cards</source>
        <translation>抽取资料卡</translation>
    </message>
    <message>
        <source>Drawing cards</source>
        <translation>正在抽取资料卡</translation>
    </message>
    <message>
        <source>Drawn by lot: visits that cost something and A customers more often.</source>
        <translation>随机抽取，有费用的拜访和 A 类客户抽中机会更大。</translation>
    </message>
    <message>
        <source>Drawn on</source>
        <translation>抽取日期</translation>
    </message>
    <message>
        <source>Drawn: {count} cards</source>
        <translation>已抽取 {count} 张</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Drop a calendar here (.ics)</source>
        <translation>把日历文件（.ics）拖到这里</translation>
    </message>
    <message>
        <source>Drop a list here: Excel, WPS, CSV or the web page some programs export as Excel.</source>
        <translation>把表格拖到这里：Excel、WPS、CSV，或某些软件导出的网页式 Excel。</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Drop the new customer?</source>
        <translation>放弃这位新客户？</translation>
    </message>
    <message>
        <source>Drop what was typed</source>
        <translation>放弃所填内容</translation>
    </message>
    <message>
        <source>Drop what was typed?</source>
        <translation>放弃刚才的输入？</translation>
    </message>
    <message>
        <source>Dropped out</source>
        <translation>出局</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Due back</source>
        <translation>应还日期</translation>
    </message>
    <message>
        <source>Due back after</source>
        <translation>领卡期限</translation>
    </message>
    <message>
        <source>Due before it was promised.</source>
        <translation>到期日早于承诺日期。</translation>
    </message>
    <message>
        <source>Due before the cards are taken out.</source>
        <translation>应还日期早于领出日期。</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Due on {day}</source>
        <translation>{day} 到期事项</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今日到期</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制方案</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>查重</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Duty by law</source>
        <translation>法定义务</translation>
    </message>
    <message>
        <source>E – will not buy</source>
        <translation>E 无购买意向</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>E-mail message</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>E-mail, WeChat, QQ</source>
        <translation>邮箱、微信、QQ</translation>
    </message>
    <message>
        <source>Each cell: customers; green rose, red fell. Classes are those of now.</source>
        <translation>格中为客户数；绿为上升，红为下降。名单中的等级为现等级。</translation>
    </message>
    <message>
        <source>Each criterion gives 0 to 100 points, weighted to 100 together; a class begins at its least points.</source>
        <translation>各指标得 0 到 100 分，按权重合计；达到最低分即入该等级。</translation>
    </message>
    <message>
        <source>Each kind of follow-up</source>
        <translation>各类跟进</translation>
    </message>
    <message>
        <source>Each part</source>
        <translation>逐项明细</translation>
    </message>
    <message>
        <source>Each part is measured in per cent (at most 100), times its weight; the score is the points of the known parts over their weights.</source>
        <translation>各项按完成率（最高 100%）乘以权重计分；总分为有数据各项的得分之和，除以这些项目的权重之和。</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>往前</translation>
    </message>
    <message>
        <source>Earlier round</source>
        <translation>较早一轮</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit end and note</source>
        <translation>修改期限与备注</translation>
    </message>
    <message>
        <source>Edit the scheme</source>
        <translation>修改方案</translation>
    </message>
    <message>
        <source>Edit this contact (F2)</source>
        <translation>编辑联系人（F2）</translation>
    </message>
    <message>
        <source>Edit this entry (F2)</source>
        <translation>编辑这一条 (F2)</translation>
    </message>
    <message>
        <source>Edit this part (F2)</source>
        <translation>编辑本部分（F2）</translation>
    </message>
    <message>
        <source>Edit what is recorded of this person</source>
        <translation>编辑此人的个人信息记录</translation>
    </message>
    <message>
        <source>Editing: {part}</source>
        <translation>正在编辑：{part}</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>学历</translation>
    </message>
    <message>
        <source>Education of the principal</source>
        <translation>经营者学历</translation>
    </message>
    <message>
        <source>Effective</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Effective contacts</source>
        <translation>有效跟进</translation>
    </message>
    <message>
        <source>Effective or not</source>
        <translation>有效和无效</translation>
    </message>
    <message>
        <source>Effectiveness</source>
        <translation>有效率</translation>
    </message>
    <message>
        <source>Effort</source>
        <translation>差距比</translation>
    </message>
    <message>
        <source>Element</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>工作单位</translation>
    </message>
    <message>
        <source>Empty all: {count}</source>
        <translation>全部清空：{count} 项</translation>
    </message>
    <message>
        <source>Empty it</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Empty the recycle bin for good?</source>
        <translation>彻底清空回收站？</translation>
    </message>
    <message>
        <source>Empty the recycle bin: {count}</source>
        <translation>清空回收站：{count} 项</translation>
    </message>
    <message>
        <source>Empty the recycle bin…</source>
        <translation>清空回收站…</translation>
    </message>
    <message>
        <source>Empty: as the office does</source>
        <translation>留空：按办公室规定</translation>
    </message>
    <message>
        <source>Empty: as the office plans</source>
        <translation>留空为按办公室安排</translation>
    </message>
    <message>
        <source>Empty: for good</source>
        <translation>留空为长期</translation>
    </message>
    <message>
        <source>Empty: not delivered yet</source>
        <translation>留空表示尚未交货</translation>
    </message>
    <message>
        <source>Empty: the next free number</source>
        <translation>留空则自动编号</translation>
    </message>
    <message>
        <source>Empty: this rule does not hold</source>
        <translation>留空则不按此条收回</translation>
    </message>
    <message>
        <source>Empty: until it is lifted</source>
        <translation>留空：直到解除为止</translation>
    </message>
    <message>
        <source>Emptying the recycle bin</source>
        <translation>正在清空回收站</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>End and note</source>
        <translation>期限与备注</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>End of Heat</source>
        <translation>处暑</translation>
    </message>
    <message>
        <source>End of a contract</source>
        <translation>合同到期</translation>
    </message>
    <message>
        <source>End of a contract: 60, 30 and 7 days before</source>
        <translation>合同到期：提前 60、30、7 天</translation>
    </message>
    <message>
        <source>End the series…</source>
        <translation>结束定期跟进…</translation>
    </message>
    <message>
        <source>End this series?</source>
        <translation>结束这个定期跟进？</translation>
    </message>
    <message>
        <source>End user</source>
        <translation>使用人</translation>
    </message>
    <message>
        <source>Ended on</source>
        <translation>停止日期</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>Ends at (share of the sum)</source>
        <translation>累计占比到</translation>
    </message>
    <message>
        <source>Ends before it begins.</source>
        <translation>结束早于开始。</translation>
    </message>
    <message>
        <source>Ends of contracts</source>
        <translation>合同到期</translation>
    </message>
    <message>
        <source>Ends on</source>
        <translation>到期日期</translation>
    </message>
    <message>
        <source>Enter holidays</source>
        <translation>录入节假日</translation>
    </message>
    <message>
        <source>Enter the first person</source>
        <translation>录入第一位人员</translation>
    </message>
    <message>
        <source>Enter the people of the office…</source>
        <translation>录入本办公室人员…</translation>
    </message>
    <message>
        <source>Entered on</source>
        <translation>录入日期</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Equal parts hold from 50 customers with a value; with fewer, the limits on the left hold.</source>
        <translation>有数据的客户满 50 位才按等分计分；不足 50 位时按左侧界限。</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Erase personal data, no. {number}</source>
        <translation>删除个人信息（第 {number} 号）</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>删除个人信息…</translation>
    </message>
    <message>
        <source>Erase with all orders</source>
        <translation>连同订单一起删除</translation>
    </message>
    <message>
        <source>Erase {name} for good?</source>
        <translation>彻底删除“{name}”的个人信息？</translation>
    </message>
    <message>
        <source>Erase, keep orders without a name</source>
        <translation>删除，订单匿名保留</translation>
    </message>
    <message>
        <source>Erased contact #{number}</source>
        <translation>已删除的联系人 #{number}</translation>
    </message>
    <message>
        <source>Erased for good: {name}</source>
        <translation>已彻底删除：{name}</translation>
    </message>
    <message>
        <source>Erased on</source>
        <translation>清除日期</translation>
    </message>
    <message>
        <source>Erased personal customer #{number}</source>
        <translation>已删除的个人客户 #{number}</translation>
    </message>
    <message>
        <source>Erasing a person</source>
        <translation>正在删除个人信息</translation>
    </message>
    <message>
        <source>Ethnicity</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Every cell needs a class, and all rows the same number of cells.</source>
        <translation>每个格子都要有等级，且每行格数相同。</translation>
    </message>
    <message>
        <source>Every customer has a rep.</source>
        <translation>每位客户都有负责的业务员。</translation>
    </message>
    <message>
        <source>Every customer was contacted at least once.</source>
        <translation>每位客户都至少联系过一次。</translation>
    </message>
    <message>
        <source>Every how many</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>Every page, index and reference was checked: {customers} customers, {contacts} contacts, {orders} orders, {followups} follow-ups.</source>
        <translation>每一页、索引和引用都已检查：客户 {customers}，联系人 {contacts}，订单 {orders}，跟进 {followups}。</translation>
    </message>
    <message>
        <source>Every quarter</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>全部人员</translation>
    </message>
    <message>
        <source>Everybody who is due has a place</source>
        <translation>到期的客户都已排入</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Everything has been read.</source>
        <translation>都看过了。</translation>
    </message>
    <message>
        <source>Everything in it is in the file already.</source>
        <translation>内容文件里都已有。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>内容举例</translation>
    </message>
    <message>
        <source>Exception from the cadence</source>
        <translation>跟进频度例外</translation>
    </message>
    <message>
        <source>Exception until {day}: {reason}</source>
        <translation>例外（至 {day}）：{reason}</translation>
    </message>
    <message>
        <source>Exception: {reason}</source>
        <translation>例外：{reason}</translation>
    </message>
    <message>
        <source>Exceptions from the cadence</source>
        <translation>跟进频度例外</translation>
    </message>
    <message>
        <source>Exempt</source>
        <translation>免收回</translation>
    </message>
    <message>
        <source>Exempt ({count})</source>
        <translation>免收回（{count}）</translation>
    </message>
    <message>
        <source>Exempt from recall</source>
        <translation>免收回</translation>
    </message>
    <message>
        <source>Exempt {count} customers from recall</source>
        <translation>{count} 位客户免收回</translation>
    </message>
    <message>
        <source>Exemption from recall</source>
        <translation>免收回</translation>
    </message>
    <message>
        <source>Exemption from recall lifted: {name}</source>
        <translation>解除免收回：{name}</translation>
    </message>
    <message>
        <source>Exemptions from recall</source>
        <translation>免收回</translation>
    </message>
    <message>
        <source>Exempt…</source>
        <translation>免收回…</translation>
    </message>
    <message>
        <source>Expected purchases</source>
        <translation>预计采购次数</translation>
    </message>
    <message>
        <source>Expected to close on</source>
        <translation>预计成交日期</translation>
    </message>
    <message>
        <source>Expected to close…</source>
        <translation>预计成交日期…</translation>
    </message>
    <message>
        <source>Export all data of this person…</source>
        <translation>导出此人的全部信息…</translation>
    </message>
    <message>
        <source>Export of one person's data</source>
        <translation>导出一个人的全部信息</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>分机</translation>
    </message>
    <message>
        <source>F from–to</source>
        <translation>F 从–到</translation>
    </message>
    <message>
        <source>Fallen</source>
        <translation>降级客户</translation>
    </message>
    <message>
        <source>Falls</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家庭</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Family of the principal</source>
        <translation>经营者家庭</translation>
    </message>
    <message>
        <source>Father's Day</source>
        <translation>父亲节</translation>
    </message>
    <message>
        <source>Fax</source>
        <translation>传真</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2月</translation>
    </message>
    <message>
        <source>Fell from {tier}</source>
        <translation>由 {tier} 降级</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Festival greetings</source>
        <translation>节日关怀</translation>
    </message>
    <message>
        <source>Fewer is better.</source>
        <translation>越少越好。</translation>
    </message>
    <message>
        <source>Fewer than 50 customers have bought: scored by the limits the office has set, not by places.</source>
        <translation>有购买的客户不足 50 位：按办公室设定的界限评分，不按名次。</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Fields of the office's own</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Fields of this office</source>
        <translation>自定义字段</translation>
    </message>
    <message>
        <source>Fields of your own: on the card, on paper, in lists, filters and imports, like any other.</source>
        <translation>本单位自己的字段：和其他字段一样，出现在资料卡、打印件、列表、筛选和导入中。</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>往来数据</translation>
    </message>
    <message>
        <source>Figures of the reps</source>
        <translation>业务员统计</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Files can also be dropped here</source>
        <translation>也可以把文件拖到这里</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>填入</translation>
    </message>
    <message>
        <source>Fill in birthday and gender</source>
        <translation>填入生日和性别</translation>
    </message>
    <message>
        <source>Fill in what is usual</source>
        <translation>填入常用内容</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>完整度</translation>
    </message>
    <message>
        <source>Filter by field</source>
        <translation>按字段筛选</translation>
    </message>
    <message>
        <source>Filter by kind of action</source>
        <translation>按操作类型筛选</translation>
    </message>
    <message>
        <source>Filter by kind of record</source>
        <translation>按记录类型筛选</translation>
    </message>
    <message>
        <source>Filter by person</source>
        <translation>按人员筛选</translation>
    </message>
    <message>
        <source>Filter the board</source>
        <translation>筛选看板</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Find a customer or contact, or write a name</source>
        <translation>查找客户或联系人，也可直接写名字</translation>
    </message>
    <message>
        <source>Find a customer, contact or phone  (Ctrl+K)</source>
        <translation>查找客户、联系人、电话（Ctrl+K）</translation>
    </message>
    <message>
        <source>Find out: can the one we speak to decide?</source>
        <translation>了解一下：对接的人有没有决定权？</translation>
    </message>
    <message>
        <source>Find out: can they pay for it?</source>
        <translation>了解一下：有没有购买力？</translation>
    </message>
    <message>
        <source>Find out: do they need our products at present?</source>
        <translation>了解一下：眼下有没有购买需求？</translation>
    </message>
    <message>
        <source>Find out: when do they want to buy?</source>
        <translation>了解一下：打算什么时候买？</translation>
    </message>
    <message>
        <source>Find the customers that are in the file twice: by name, number, phone, WeChat and code.</source>
        <translation>按名称、曾用名、电话、微信、信用代码，找出文件里重复的客户。</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>核实结果</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>First answer at</source>
        <translation>首次答复时间</translation>
    </message>
    <message>
        <source>First answer noted</source>
        <translation>已记首次答复</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>首次答复时限</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日</translation>
    </message>
    <message>
        <source>First planned for</source>
        <translation>原定日期</translation>
    </message>
    <message>
        <source>First purchase</source>
        <translation>首次购买</translation>
    </message>
    <message>
        <source>Folder of the log</source>
        <translation>日志文件夹</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Follow-up moved</source>
        <translation>跟进改期</translation>
    </message>
    <message>
        <source>Follow-up sequence</source>
        <translation>跟进方案</translation>
    </message>
    <message>
        <source>Follow-up sequence {name}</source>
        <translation>跟进方案“{name}”</translation>
    </message>
    <message>
        <source>Follow-up sequences</source>
        <translation>跟进方案</translation>
    </message>
    <message>
        <source>Follow-up sequences started by their events: {count}</source>
        <translation>已按事件自动启动跟进方案：{count} 个</translation>
    </message>
    <message>
        <source>Follow-up sheet</source>
        <translation>今日跟进单</translation>
    </message>
    <message>
        <source>Follow-up sheet {rep} {day}</source>
        <translation>今日跟进单 {rep} {day}</translation>
    </message>
    <message>
        <source>Follow-up sheet: {customers} customers on {pages} pages, {name}</source>
        <translation>今日跟进单：{customers} 位客户，{pages} 页，{name}</translation>
    </message>
    <message>
        <source>Follow-up with {name}</source>
        <translation>跟进 {name}</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Follow-ups behind the figure</source>
        <translation>数字背后的跟进</translation>
    </message>
    <message>
        <source>Follow-ups moved</source>
        <translation>跟进改期</translation>
    </message>
    <message>
        <source>Follow-ups of</source>
        <translation>谁的跟进</translation>
    </message>
    <message>
        <source>Follow-ups to read</source>
        <translation>跟进批阅</translation>
    </message>
    <message>
        <source>Follows from</source>
        <translation>承接的跟进</translation>
    </message>
    <message>
        <source>For a day in the period, done or open</source>
        <translation>计划在本期内的跟进，含已完成和未完成</translation>
    </message>
    <message>
        <source>For a telephone, Outlook or another program; it can be imported there again.</source>
        <translation>供手机、Outlook 或其他程序使用；再次导入即可更新，不会重复。</translation>
    </message>
    <message>
        <source>For example: {names}</source>
        <translation>例如：{names}</translation>
    </message>
    <message>
        <source>For internal use only</source>
        <translation>内部资料　请妥善保管</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>仅自己</translation>
    </message>
    <message>
        <source>For the whole office</source>
        <translation>全办公室</translation>
    </message>
    <message>
        <source>For your safety it is not opened. Open the newest backup instead.</source>
        <translation>为安全起见不予打开。请打开最近的备份。</translation>
    </message>
    <message>
        <source>Forecast what the customers of FILE will buy, and what that is worth.</source>
        <translation>预测 FILE 中的客户今后的购买次数及其价值。</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式版本</translation>
    </message>
    <message>
        <source>Former name {value}</source>
        <translation>曾用名：{value}</translation>
    </message>
    <message>
        <source>Former names</source>
        <translation>曾用名</translation>
    </message>
    <message>
        <source>Former names: </source>
        <translation>曾用名：</translation>
    </message>
    <message>
        <source>Formerly {tier}</source>
        <translation>原为 {tier}</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Founded on</source>
        <translation>创立时间</translation>
    </message>
    <message>
        <source>Founding day</source>
        <translation>创立日</translation>
    </message>
    <message>
        <source>Four thresholds part five scores.</source>
        <translation>五档评分需要四个界限值。</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>五</translation>
    </message>
    <message>
        <source>Free some space and save again. What you typed is still here.</source>
        <translation>请腾出空间后再保存。已填写的内容都还在。</translation>
    </message>
    <message>
        <source>Freeze these classes as a round</source>
        <translation>把这些等级冻结为一轮评定</translation>
    </message>
    <message>
        <source>Fri</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>Friend</source>
        <translation>朋友</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>From ({unit})</source>
        <translation>达到（{unit}）</translation>
    </message>
    <message>
        <source>From Outlook, WeCom, DingTalk, Google, Apple or another Kezha file. Before anything is written you see what becomes of each event and whose it is; a second import changes what changed and makes nothing double.</source>
        <translation>来自 Outlook、企业微信、钉钉、谷歌、苹果或另一个客札文件。写入前先列出每条日程如何处理、属于哪位客户；再次导入只更新有变化的，不会重复。</translation>
    </message>
    <message>
        <source>From class to class</source>
        <translation>等级迁移</translation>
    </message>
    <message>
        <source>From the round of</source>
        <translation>从评定</translation>
    </message>
    <message>
        <source>From tier</source>
        <translation>原等级</translation>
    </message>
    <message>
        <source>From {fewest} buyers on, equal parts make the scores; with fewer, these limits hold. R: at most so many days.</source>
        <translation>采购客户满 {fewest} 位时按五等分评分；不足时按以下界限。R 为“不超过多少天”。</translation>
    </message>
    <message>
        <source>From {start} to {end} the number of {who} went from {before} to {now}.</source>
        <translation>{start} 至 {end}，{who}由 {before} 位变为 {now} 位。</translation>
    </message>
    <message>
        <source>From … to …</source>
        <translation>指定起止日期…</translation>
    </message>
    <message>
        <source>Frost's Descent</source>
        <translation>霜降</translation>
    </message>
    <message>
        <source>Full cards</source>
        <translation>填全</translation>
    </message>
    <message>
        <source>Full cards: {count}</source>
        <translation>填全的：{count}</translation>
    </message>
    <message>
        <source>Further on</source>
        <translation>往后</translation>
    </message>
    <message>
        <source>Gap by criterion</source>
        <translation>各指标差距</translation>
    </message>
    <message>
        <source>Gatekeeper</source>
        <translation>把关</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Gift</source>
        <translation>礼品</translation>
    </message>
    <message>
        <source>Gifts and care</source>
        <translation>客情</translation>
    </message>
    <message>
        <source>Give a day to come: until when is it kept?</source>
        <translation>请填写今天以后的日期：保存到哪一天？</translation>
    </message>
    <message>
        <source>Give follow-ups to another calendar</source>
        <translation>导出跟进到其他日历</translation>
    </message>
    <message>
        <source>Give the tier a short sign, such as A.</source>
        <translation>请给等级一个简短的代号，例如 A。</translation>
    </message>
    <message>
        <source>Give to a rep…</source>
        <translation>分配给业务员…</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Give up the plan</source>
        <translation>放弃计划</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>放弃…</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>定级</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>经手人</translation>
    </message>
    <message>
        <source>Given in the follow-up</source>
        <translation>承诺时的跟进</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Given on</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>继续编辑</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>继续填写</translation>
    </message>
    <message>
        <source>Go to a day</source>
        <translation>跳到某天</translation>
    </message>
    <message>
        <source>Go to the plan</source>
        <translation>查看计划</translation>
    </message>
    <message>
        <source>Go to the schemes</source>
        <translation>前往分级方案</translation>
    </message>
    <message>
        <source>Go to these settings</source>
        <translation>前往该设置</translation>
    </message>
    <message>
        <source>Go to this field</source>
        <translation>去这一栏</translation>
    </message>
    <message>
        <source>Go to today</source>
        <translation>去今日</translation>
    </message>
    <message>
        <source>Go to: 3-5, next Tuesday</source>
        <translation>跳到：3-5、下周二</translation>
    </message>
    <message>
        <source>Goat</source>
        <translation>羊</translation>
    </message>
    <message>
        <source>Gold member</source>
        <translation>金卡会员</translation>
    </message>
    <message>
        <source>Gone for good: {count} deletions</source>
        <translation>已彻底清空：{count} 项</translation>
    </message>
    <message>
        <source>Goods return</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>Got them all</source>
        <translation>全部知道了</translation>
    </message>
    <message>
        <source>Grade A</source>
        <translation>A 级</translation>
    </message>
    <message>
        <source>Grade B</source>
        <translation>B 级</translation>
    </message>
    <message>
        <source>Grade C</source>
        <translation>C 级</translation>
    </message>
    <message>
        <source>Grade D</source>
        <translation>D 级</translation>
    </message>
    <message>
        <source>Grain Full</source>
        <translation>小满</translation>
    </message>
    <message>
        <source>Grain Rain</source>
        <translation>谷雨</translation>
    </message>
    <message>
        <source>Grain in Ear</source>
        <translation>芒种</translation>
    </message>
    <message>
        <source>Greet on</source>
        <translation>问候日</translation>
    </message>
    <message>
        <source>Greeting</source>
        <translation>问候</translation>
    </message>
    <message>
        <source>Gross margin</source>
        <translation>毛利率</translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation>毛利</translation>
    </message>
    <message>
        <source>Gross profit in per cent of what its lines count for.</source>
        <translation>毛利占相应明细金额的百分比。</translation>
    </message>
    <message>
        <source>Gross profit less care, visit and service costs booked on the customer.</source>
        <translation>毛利减去记在该客户名下的客情、拜访与服务费用。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>条件组</translation>
    </message>
    <message>
        <source>Group the list</source>
        <translation>列表分组</translation>
    </message>
    <message>
        <source>Growth</source>
        <translation>增长率</translation>
    </message>
    <message>
        <source>Growth potential</source>
        <translation>发展潜力</translation>
    </message>
    <message>
        <source>Growth since</source>
        <translation>此后增长</translation>
    </message>
    <message>
        <source>H</source>
        <translation>休</translation>
    </message>
    <message>
        <source>Handled by</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Happened on</source>
        <translation>发生日期</translation>
    </message>
    <message>
        <source>Hardly active</source>
        <translation>不活跃</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>离职情况</translation>
    </message>
    <message>
        <source>Has left the office</source>
        <translation>设为已离职</translation>
    </message>
    <message>
        <source>Has left…</source>
        <translation>已离职…</translation>
    </message>
    <message>
        <source>Has used similar products</source>
        <translation>用过同类产品</translation>
    </message>
    <message>
        <source>He bought nothing in the year before</source>
        <translation>上一年度没有采购</translation>
    </message>
    <message>
        <source>He bought on one day only, from which one cannot see whether he stays. Customers like him come on some {days} days of the next year.</source>
        <translation>他只在一天采购过，看不出会不会再来。这样的客户今后一年平均再来 {days} 次。</translation>
    </message>
    <message>
        <source>He cannot fall any lower.</source>
        <translation>已是最低，不会再降。</translation>
    </message>
    <message>
        <source>He still buys with a chance of {chance} %, and will on some {days} days of the next year.</source>
        <translation>他仍在采购的可能为 {chance}%，今后一年预计还会采购 {days} 次。</translation>
    </message>
    <message>
        <source>He still buys with a chance of {chance} %, and will on some {days} days of the next year: about {value}.</source>
        <translation>他仍在采购的可能为 {chance}%，今后一年预计还会采购 {days} 次，约值 {value}。</translation>
    </message>
    <message>
        <source>Headcount</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Header row</source>
        <translation>表头所在行</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>填写说明</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>填写说明</translation>
    </message>
    <message>
        <source>Hidden numbers read 138 **** 8000: in lists, cards, search, follow-ups, history, and when a table is copied. Opening a form for writing shows them; printed cards and exports have them. This keeps passers-by from reading along. It is no lock: who has the file has the numbers.</source>
        <translation>隐藏后显示为 138 **** 8000：列表、资料卡、搜索、跟进、历史以及复制表格时都一样。打开编辑时会显示；打印的资料卡和导出文件中有完整号码。这是为了避免旁人看到，并不是加锁：拿到文件的人就有号码。</translation>
    </message>
    <message>
        <source>Hide all numbers</source>
        <translation>隐藏全部号码</translation>
    </message>
    <message>
        <source>Hide the numbers of other reps' customers; supervisors see all</source>
        <translation>隐藏其他业务员客户的号码；主管可看全部</translation>
    </message>
    <message>
        <source>High contribution</source>
        <translation>高贡献</translation>
    </message>
    <message>
        <source>High potential</source>
        <translation>高潜力</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>History of cooperation</source>
        <translation>合作历史</translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation>该字段的变更记录</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>达成率</translation>
    </message>
    <message>
        <source>Hobbies</source>
        <translation>爱好</translation>
    </message>
    <message>
        <source>Hobbies of the principal</source>
        <translation>经营者爱好</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Holiday or working day</source>
        <translation>节假日或调休上班日</translation>
    </message>
    <message>
        <source>Holiday table: days of {year} as announced</source>
        <translation>节假日表：{year} 年恢复为公布的安排</translation>
    </message>
    <message>
        <source>Holiday table: {day}</source>
        <translation>节假日表：{day}</translation>
    </message>
    <message>
        <source>Holidays</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>Holidays and festivals</source>
        <translation>节假日与节日</translation>
    </message>
    <message>
        <source>Holidays and worked weekends</source>
        <translation>节假日与调休</translation>
    </message>
    <message>
        <source>Holidays and worked weekends are those of the office's calendar, known up to {year}. In later years Monday to Friday count as working days until they are entered.</source>
        <translation>节假日与调休按办公室的日历计算，已知至 {year} 年。之后的年份在录入前暂按周一至周五为工作日。</translation>
    </message>
    <message>
        <source>Holidays of the year</source>
        <translation>全年节假日</translation>
    </message>
    <message>
        <source>Holidays of {year} not announced yet…</source>
        <translation>{year} 年放假安排尚未公布…</translation>
    </message>
    <message>
        <source>Horse</source>
        <translation>马</translation>
    </message>
    <message>
        <source>Hours of the office</source>
        <translation>上班时间</translation>
    </message>
    <message>
        <source>How agreed</source>
        <translation>同意方式</translation>
    </message>
    <message>
        <source>How do they get on with the goods?</source>
        <translation>使用情况如何</translation>
    </message>
    <message>
        <source>How he is content</source>
        <translation>满意与态度</translation>
    </message>
    <message>
        <source>How he pays</source>
        <translation>回款与信用</translation>
    </message>
    <message>
        <source>How his buying goes on</source>
        <translation>采购节奏</translation>
    </message>
    <message>
        <source>How it came about</source>
        <translation>等级历史</translation>
    </message>
    <message>
        <source>How it is reckoned</source>
        <translation>计分方法</translation>
    </message>
    <message>
        <source>How it is written: {command} --help</source>
        <translation>写法请看：{command} --help</translation>
    </message>
    <message>
        <source>How it looks on the card</source>
        <translation>在资料卡上的样子</translation>
    </message>
    <message>
        <source>How long he has been buying.</source>
        <translation>合作至今多久。</translation>
    </message>
    <message>
        <source>How many complaints. Fewer is better.</source>
        <translation>投诉次数，越少越好。</translation>
    </message>
    <message>
        <source>How many confirmed purchases.</source>
        <translation>已确认订单的数量。</translation>
    </message>
    <message>
        <source>How many customers buy from the office: the same for everybody.</source>
        <translation>在本办公室采购的客户数，对每位客户都相同。</translation>
    </message>
    <message>
        <source>How many customers, and which purchases, would be in each class. Nothing is written.</source>
        <translation>看各等级会有多少客户、多少采购额；不写入任何内容。</translation>
    </message>
    <message>
        <source>How many different product categories he bought.</source>
        <translation>买过多少个不同的产品品类。</translation>
    </message>
    <message>
        <source>How many must hold</source>
        <translation>需满足几项</translation>
    </message>
    <message>
        <source>How many times</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>How many weeks to look ahead; 26 if not given, and always 26 with --json.</source>
        <translation>向前预测多少周；未指定时为 26 周，使用 --json 时始终为 26 周。</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>重复规则</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>把握</translation>
    </message>
    <message>
        <source>How the customer works</source>
        <translation>经营特征</translation>
    </message>
    <message>
        <source>How to reach them</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>How we stand together</source>
        <translation>往来与关系</translation>
    </message>
    <message>
        <source>ID number</source>
        <translation>身份证号</translation>
    </message>
    <message>
        <source>Ideal</source>
        <translation>理想</translation>
    </message>
    <message>
        <source>Ideal days</source>
        <translation>理想天数</translation>
    </message>
    <message>
        <source>Ideally on {ideal}, on {last} at the latest</source>
        <translation>理想日期 {ideal}，最迟 {last}</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>If it takes several days</source>
        <translation>多日的才填，如展会</translation>
    </message>
    <message>
        <source>If you are sure that nobody has it open there, take it over. Otherwise open it for reading only.</source>
        <translation>如果确定那边没有人在用，可以接管；否则请以只读方式打开。</translation>
    </message>
    <message>
        <source>Import a table of holidays</source>
        <translation>导入节假日表</translation>
    </message>
    <message>
        <source>Import a table…</source>
        <translation>导入节假日表…</translation>
    </message>
    <message>
        <source>Import another list</source>
        <translation>再导入一份</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>从 Excel 导入</translation>
    </message>
    <message>
        <source>Import from Excel…</source>
        <translation>从 Excel 导入…</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>导入方案</translation>
    </message>
    <message>
        <source>Import report</source>
        <translation>导入报告</translation>
    </message>
    <message>
        <source>Import report {name}</source>
        <translation>导入结果 {name}</translation>
    </message>
    <message>
        <source>Import {count} contacts</source>
        <translation>导入 {count} 位联系人</translation>
    </message>
    <message>
        <source>Import {count} customers</source>
        <translation>导入 {count} 位客户</translation>
    </message>
    <message>
        <source>Import {count} events</source>
        <translation>导入 {count} 条日程</translation>
    </message>
    <message>
        <source>Import {count} events of a calendar</source>
        <translation>导入 {count} 条日历日程</translation>
    </message>
    <message>
        <source>Import {count} follow-ups</source>
        <translation>导入 {count} 条跟进</translation>
    </message>
    <message>
        <source>Import {count} holidays and worked weekends</source>
        <translation>导入 {count} 天休息与调休上班</translation>
    </message>
    <message>
        <source>Import {count} orders</source>
        <translation>导入 {count} 张订单</translation>
    </message>
    <message>
        <source>Import {count} payments</source>
        <translation>导入 {count} 笔回款</translation>
    </message>
    <message>
        <source>Import {count} rows</source>
        <translation>导入 {count} 行</translation>
    </message>
    <message>
        <source>Important customers</source>
        <translation>重要客户</translation>
    </message>
    <message>
        <source>Important, to develop</source>
        <translation>重要发展客户</translation>
    </message>
    <message>
        <source>Important, to keep</source>
        <translation>重要保持客户</translation>
    </message>
    <message>
        <source>Important, to win back</source>
        <translation>重要挽留客户</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>In 15 minutes</source>
        <translation>15 分钟后</translation>
    </message>
    <message>
        <source>In 5 minutes</source>
        <translation>5 分钟后</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>1 小时后</translation>
    </message>
    <message>
        <source>In contact</source>
        <translation>接触</translation>
    </message>
    <message>
        <source>In detail</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>In four weeks</source>
        <translation>四周后</translation>
    </message>
    <message>
        <source>In no tier</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>In the last round: {tier}.</source>
        <translation>上轮评定：{tier}。</translation>
    </message>
    <message>
        <source>In the mapping file there is no field “{key}” to import into.</source>
        <translation>导入方案中的字段“{key}”不存在，无法导入。</translation>
    </message>
    <message>
        <source>In the mapping file “{key}” cannot be “{value}”.</source>
        <translation>导入方案中“{key}”不能是“{value}”。</translation>
    </message>
    <message>
        <source>In the recycle bin: a follow-up with {name}</source>
        <translation>已移到回收站：{name} 的一条跟进</translation>
    </message>
    <message>
        <source>In the recycle bin: {count} promotion plans</source>
        <translation>已移入回收站：{count} 个提升计划</translation>
    </message>
    <message>
        <source>In the recycle bin: {name}</source>
        <translation>已移到回收站：{name}</translation>
    </message>
    <message>
        <source>In the recycle bin: {title}, {count} answers</source>
        <translation>已放入回收站：{title}，{count} 项内容</translation>
    </message>
    <message>
        <source>In the {weeks} weeks after {day} they will probably buy on {days} days, all customers taken together; about {alive} of them have not left.</source>
        <translation>{day} 之后的 {weeks} 周内，全部客户合计预计购买 {days} 次（同一天计一次）；其中约 {alive} 位尚未流失。</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>两周后</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>In use again: {name}</source>
        <translation>已启用：{name}</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Influencer</source>
        <translation>影响者</translation>
    </message>
    <message>
        <source>Initial</source>
        <translation>首字母</translation>
    </message>
    <message>
        <source>Initial of the name</source>
        <translation>名称首字母</translation>
    </message>
    <message>
        <source>Instead of the days of tier and stage, counted from the last effective contact.</source>
        <translation>代替按等级和阶段规定的天数，从上次有效跟进起算。</translation>
    </message>
    <message>
        <source>Intent level</source>
        <translation>意向等级</translation>
    </message>
    <message>
        <source>Intent level of {name}</source>
        <translation>{name}的意向等级</translation>
    </message>
    <message>
        <source>Interested</source>
        <translation>意向</translation>
    </message>
    <message>
        <source>Internal · thick frame: required</source>
        <translation>内部资料　请妥善保管　粗框为必填</translation>
    </message>
    <message>
        <source>Introduced by</source>
        <translation>介绍人</translation>
    </message>
    <message>
        <source>Introduction</source>
        <translation>介绍</translation>
    </message>
    <message>
        <source>Invoice address</source>
        <translation>开票地址</translation>
    </message>
    <message>
        <source>Invoice details</source>
        <translation>开票资料</translation>
    </message>
    <message>
        <source>Invoice phone</source>
        <translation>开票电话</translation>
    </message>
    <message>
        <source>Invoice title</source>
        <translation>开票抬头</translation>
    </message>
    <message>
        <source>Is another person</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>Is the medium still connected? Connect it again; everything saved so far is there. What you typed is here.</source>
        <translation>移动盘还连着吗？请重新连接；已保存的都在，已填写的内容也还在。</translation>
    </message>
    <message>
        <source>Is the same person as…</source>
        <translation>与某联系人是同一人…</translation>
    </message>
    <message>
        <source>Is there again</source>
        <translation>恢复在职</translation>
    </message>
    <message>
        <source>It becomes the newest version; rounds keep the one they used.</source>
        <translation>将其恢复为最新版本；已发布的评定仍保留当时的版本。</translation>
    </message>
    <message>
        <source>It came along in copying. Nothing was changed. Take it out, or retype the text.</source>
        <translation>它是复制时带进来的。什么都没有改动。请删去，或重新输入这段文字。</translation>
    </message>
    <message>
        <source>It changes a series from an occurrence on; change the series by hand.</source>
        <translation>从某次起改变整个系列；请手工修改该定期跟进。</translation>
    </message>
    <message>
        <source>It does not say when it begins.</source>
        <translation>没有写明何时开始。</translation>
    </message>
    <message>
        <source>It has a rule of exceptions (EXRULE), which is no longer allowed.</source>
        <translation>有例外规则（EXRULE），标准已不允许。</translation>
    </message>
    <message>
        <source>It has several rules of recurrence, which is no longer allowed.</source>
        <translation>有多条重复规则，标准已不允许。</translation>
    </message>
    <message>
        <source>It holds from the next round on; the reason stands on the rating sheet.</source>
        <translation>从下一轮评定起生效；原因会印在评定表上。</translation>
    </message>
    <message>
        <source>It is empty, encrypted, or made by another program. Spreadsheets are brought in with Import.</source>
        <translation>文件是空的、已加密，或由其他程序生成。电子表格请用“导入”。</translation>
    </message>
    <message>
        <source>It is not clear how much the discount “{text}” takes off. Write 0.15, 15% or 8.5折.</source>
        <translation>看不出折扣“{text}”减去多少，请写成 0.15、15% 或 8.5折。</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>已经过去。</translation>
    </message>
    <message>
        <source>It may have been moved, renamed or lie on a medium that is not connected. Choose where it is now.</source>
        <translation>文件可能已移动、改名，或在未连接的移动盘上。请选择它现在的位置。</translation>
    </message>
    <message>
        <source>It recurs there and not here, or the other way round; change it by hand.</source>
        <translation>一边重复、一边不重复；请手工修改。</translation>
    </message>
    <message>
        <source>It takes too long to be shown here. Open a copy to read it.</source>
        <translation>预览耗时太长，请打开副本查看。</translation>
    </message>
    <message>
        <source>It was left out by hand.</source>
        <translation>人工跳过。</translation>
    </message>
    <message>
        <source>Its scores belong to no segment.</source>
        <translation>得分不属于任何细分。</translation>
    </message>
    <message>
        <source>Its time zone “{zone}” is known neither to this computer nor to the file.</source>
        <translation>时区“{zone}”本机不认识，文件中也没有说明。</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1月</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Joint activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Judged by</source>
        <translation>判定轮次</translation>
    </message>
    <message>
        <source>Judged by the round</source>
        <translation>由哪轮评定判定</translation>
    </message>
    <message>
        <source>Judged by the round of {day}.</source>
        <translation>由 {day} 评定判定。</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7月</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6月</translation>
    </message>
    <message>
        <source>Keep all…</source>
        <translation>全部继续保存…</translation>
    </message>
    <message>
        <source>Keep answer</source>
        <translation>保存回复</translation>
    </message>
    <message>
        <source>Keep as a view…</source>
        <translation>存为视图…</translation>
    </message>
    <message>
        <source>Keep as written</source>
        <translation>按原样保留</translation>
    </message>
    <message>
        <source>Keep comment</source>
        <translation>保存批注</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>保存年限</translation>
    </message>
    <message>
        <source>Keep it to myself</source>
        <translation>仅自己可见</translation>
    </message>
    <message>
        <source>Keep the cadence</source>
        <translation>保存频度</translation>
    </message>
    <message>
        <source>Keep the result in FILE as a published round.</source>
        <translation>把结果作为一次已发布的评定存入 FILE。</translation>
    </message>
    <message>
        <source>Keep the texts of all cards in this line</source>
        <translation>这一项保留各卡的全部文字</translation>
    </message>
    <message>
        <source>Keep the verdict</source>
        <translation>保存核实结果</translation>
    </message>
    <message>
        <source>Keep the view</source>
        <translation>保存视图</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>继续保存</translation>
    </message>
    <message>
        <source>Keep until</source>
        <translation>保存至</translation>
    </message>
    <message>
        <source>Keep view {name}</source>
        <translation>保存视图“{name}”</translation>
    </message>
    <message>
        <source>Keep what was typed for {name}?</source>
        <translation>“{name}”有未保存的内容，要保存吗？</translation>
    </message>
    <message>
        <source>Keep {count} persons after review</source>
        <translation>复核后继续保存 {count} 人</translation>
    </message>
    <message>
        <source>Keep {count} persons until when?</source>
        <translation>{count} 人继续保存到哪一天？</translation>
    </message>
    <message>
        <source>Keeper of the cards</source>
        <translation>资料卡保管人</translation>
    </message>
    <message>
        <source>Keep…</source>
        <translation>继续保存…</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>已兑现</translation>
    </message>
    <message>
        <source>Kept as written, to be checked.</source>
        <translation>按原样保留，待核实。</translation>
    </message>
    <message>
        <source>Kept inside the office's file. What is opened is a copy.</source>
        <translation>附件存在本办公室文件内，打开的是副本。</translation>
    </message>
    <message>
        <source>Kept until a day that is past or within 30 days, consent withdrawn, or not looked at for a year.</source>
        <translation>保存期限已过或在 30 天内、已撤回同意，或一年未复核的人员。</translation>
    </message>
    <message>
        <source>Kept until {day}: {count} persons</source>
        <translation>已继续保存至 {day}：{count} 人</translation>
    </message>
    <message>
        <source>Kept: view “{name}”</source>
        <translation>已保存视图“{name}”</translation>
    </message>
    <message>
        <source>Key back</source>
        <translation>卡片回填</translation>
    </message>
    <message>
        <source>Key back by number or code</source>
        <translation>按序号或扫码回填</translation>
    </message>
    <message>
        <source>Key back the follow-up sheet</source>
        <translation>卡片回填</translation>
    </message>
    <message>
        <source>Key back…</source>
        <translation>卡片回填…</translation>
    </message>
    <message>
        <source>Key customers</source>
        <translation>重点客户</translation>
    </message>
    <message>
        <source>Key date</source>
        <translation>重要日期</translation>
    </message>
    <message>
        <source>Key dates</source>
        <translation>重要日期</translation>
    </message>
    <message>
        <source>Key dates in the next 14 days</source>
        <translation>14 天内有重要日期</translation>
    </message>
    <message>
        <source>Keyed back: {name}</source>
        <translation>已回填：{name}</translation>
    </message>
    <message>
        <source>Kezha</source>
        <translation>客札</translation>
    </message>
    <message>
        <source>Kezha customer cards</source>
        <translation>客札 客户资料卡</translation>
    </message>
    <message>
        <source>Kezha files</source>
        <translation>客札文件</translation>
    </message>
    <message>
        <source>Kezha goes on reminding</source>
        <translation>客札继续提醒</translation>
    </message>
    <message>
        <source>Kezha: customer cards of one office in one file. Without a command the window opens; with --minimised it waits in the tray and reminds.</source>
        <translation>客札：一个办公室的客户资料卡，全在一个文件里。不带命令时打开窗口；加 --minimised 则在托盘中等候并提醒。</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Kind of calendar</source>
        <translation>历法</translation>
    </message>
    <message>
        <source>Kind of care</source>
        <translation>客情类别</translation>
    </message>
    <message>
        <source>Kind of case</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind of customer</source>
        <translation>客户类型</translation>
    </message>
    <message>
        <source>Kind of date</source>
        <translation>日期类型</translation>
    </message>
    <message>
        <source>Kind of day</source>
        <translation>日期类型</translation>
    </message>
    <message>
        <source>Kind of field</source>
        <translation>字段类型</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Kind of mark</source>
        <translation>标记类型</translation>
    </message>
    <message>
        <source>Kind of order</source>
        <translation>订单类型</translation>
    </message>
    <message>
        <source>Kind of reach</source>
        <translation>联系类型</translation>
    </message>
    <message>
        <source>Known by the mail address {text}.</source>
        <translation>按邮箱 {text} 匹配。</translation>
    </message>
    <message>
        <source>Known by the name “{text}”.</source>
        <translation>按名称“{text}”匹配。</translation>
    </message>
    <message>
        <source>Known by the phone number {text}.</source>
        <translation>按电话 {text} 匹配。</translation>
    </message>
    <message>
        <source>Laba</source>
        <translation>腊八</translation>
    </message>
    <message>
        <source>Labour Day</source>
        <translation>劳动节</translation>
    </message>
    <message>
        <source>Laid out until</source>
        <translation>已排到</translation>
    </message>
    <message>
        <source>Laid out: {rule}</source>
        <translation>已排出：{rule}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>Lantern Festival</source>
        <translation>元宵</translation>
    </message>
    <message>
        <source>Largest attachment</source>
        <translation>单个附件上限</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>上次</translation>
    </message>
    <message>
        <source>Last 12 months</source>
        <translation>年购买额</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>最近备份</translation>
    </message>
    <message>
        <source>Last backup: {when}</source>
        <translation>上次备份：{when}</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>最近改动</translation>
    </message>
    <message>
        <source>Last class</source>
        <translation>上次等级</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>Last done</source>
        <translation>上次查完</translation>
    </message>
    <message>
        <source>Last effective contact on {day}; {days} days are allowed.</source>
        <translation>最近有效跟进 {day}，期限 {days} 天。</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>最近大事</translation>
    </message>
    <message>
        <source>Last note</source>
        <translation>上次记录</translation>
    </message>
    <message>
        <source>Last purchase</source>
        <translation>最近购买</translation>
    </message>
    <message>
        <source>Last purchase, number and sum of purchases are scored 1 to 5 each; the three scores make a segment.</source>
        <translation>最近采购、采购次数、采购额各评 1 到 5 分，三项得分组合成细分。</translation>
    </message>
    <message>
        <source>Last result</source>
        <translation>最近结果</translation>
    </message>
    <message>
        <source>Last review</source>
        <translation>最近复核</translation>
    </message>
    <message>
        <source>Last round</source>
        <translation>上次评定</translation>
    </message>
    <message>
        <source>Last tier</source>
        <translation>上次等级</translation>
    </message>
    <message>
        <source>Last: {what}</source>
        <translation>上次：{what}</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>超期</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>稍后</translation>
    </message>
    <message>
        <source>Later round</source>
        <translation>较晚一轮</translation>
    </message>
    <message>
        <source>Lay it out</source>
        <translation>排出计划</translation>
    </message>
    <message>
        <source>Layers {on}/{every}</source>
        <translation>图层 {on}/{every}</translation>
    </message>
    <message>
        <source>Laying out follow-ups</source>
        <translation>正在排出跟进</translation>
    </message>
    <message>
        <source>Leap month</source>
        <translation>闰月</translation>
    </message>
    <message>
        <source>Least points</source>
        <translation>最低分</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>先不动</translation>
    </message>
    <message>
        <source>Leave it as it is and open the newest backup. The damaged file may still be needed to save single records.</source>
        <translation>请保留原文件，改用最近的备份；损坏的文件也许还能救回个别记录。</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Leave out of the import</source>
        <translation>跳过，不导入</translation>
    </message>
    <message>
        <source>Leave the answers as they are</source>
        <translation>已填内容保持不变</translation>
    </message>
    <message>
        <source>Leave this line</source>
        <translation>先不填</translation>
    </message>
    <message>
        <source>Leave this step out</source>
        <translation>去掉这一步</translation>
    </message>
    <message>
        <source>Leaving cannot be seen: these purchases do not tell who has left from who only pauses. No forecast is given.</source>
        <translation>看不出流失：从这些购买记录分不清谁已流失、谁只是暂停购买，因此不作预测。</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>Left on</source>
        <translation>离职日期</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>Left out by the conditions.</source>
        <translation>不符合导入条件。</translation>
    </message>
    <message>
        <source>Left out of this view, because it is not known here: {parts}</source>
        <translation>此视图中有本版本不认识的条件，已略去：{parts}</translation>
    </message>
    <message>
        <source>Left out, a plan is under way: {names}.</source>
        <translation>以下客户已有进行中的计划，未列入：{names}。</translation>
    </message>
    <message>
        <source>Left out, deleted meanwhile: {count}.</source>
        <translation>其间已被删除、未列入：{count} 位。</translation>
    </message>
    <message>
        <source>Left out, in the best class already: {names}.</source>
        <translation>以下客户已是最高等级，未列入：{names}。</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>处理依据</translation>
    </message>
    <message>
        <source>Legal form</source>
        <translation>企业形式</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Length of the plan for {name}</source>
        <translation>调整 {name} 跟进的时长</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Less returns</source>
        <translation>扣除退货</translation>
    </message>
    <message>
        <source>Let it finish</source>
        <translation>等它做完</translation>
    </message>
    <message>
        <source>Let “{name}” give the value tiers?</source>
        <translation>由“{name}”评定价值等级？</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>组件</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可</translation>
    </message>
    <message>
        <source>Lifecycle</source>
        <translation>生命周期</translation>
    </message>
    <message>
        <source>Lifecycle and warnings</source>
        <translation>生命周期与预警</translation>
    </message>
    <message>
        <source>Lifecycle: {state}</source>
        <translation>生命周期：{state}</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>解除</translation>
    </message>
    <message>
        <source>Lift the exception</source>
        <translation>取消例外</translation>
    </message>
    <message>
        <source>Lift what was set by hand</source>
        <translation>解除人工定级</translation>
    </message>
    <message>
        <source>Lifted on</source>
        <translation>解除日期</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Limit of class {number}</source>
        <translation>第 {number} 级的界限</translation>
    </message>
    <message>
        <source>Limit {number}</source>
        <translation>第 {number} 档界限</translation>
    </message>
    <message>
        <source>Limits of lifecycle and churn warnings</source>
        <translation>生命周期与流失预警的界限</translation>
    </message>
    <message>
        <source>Line number</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明细数</translation>
    </message>
    <message>
        <source>Lines of this order</source>
        <translation>订单明细</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>List the cost customers</source>
        <translation>列出成本客户</translation>
    </message>
    <message>
        <source>List what is due in FILE on a day, with the reasons.</source>
        <translation>列出 FILE 某一天到期的事项及其原因。</translation>
    </message>
    <message>
        <source>Lists of customers, contacts, orders, payments.</source>
        <translation>客户、联系人、订单、回款的表格。</translation>
    </message>
    <message>
        <source>Lists of the pool</source>
        <translation>公海列表</translation>
    </message>
    <message>
        <source>Little New Year</source>
        <translation>小年</translation>
    </message>
    <message>
        <source>Little money (M = {m})</source>
        <translation>金额低（M = {m}）</translation>
    </message>
    <message>
        <source>Loan of cards</source>
        <translation>领卡还卡</translation>
    </message>
    <message>
        <source>Log a follow-up…</source>
        <translation>记录跟进…</translation>
    </message>
    <message>
        <source>Log follow-up</source>
        <translation>记跟进</translation>
    </message>
    <message>
        <source>Long text</source>
        <translation>多行文字</translation>
    </message>
    <message>
        <source>Longer than the {longest} characters of a tag: put in the note.</source>
        <translation>超过标签的 {longest} 个字，已写入备注。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再看一次</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Look at the sample</source>
        <translation>看看示例</translation>
    </message>
    <message>
        <source>Look at version {number}</source>
        <translation>查看第 {number} 版</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>查找重复</translation>
    </message>
    <message>
        <source>Look for the reasons</source>
        <translation>查找原因</translation>
    </message>
    <message>
        <source>Look through every record and every index for damage.</source>
        <translation>逐条检查记录和索引有没有损坏。</translation>
    </message>
    <message>
        <source>Look through the whole file</source>
        <translation>查重整个文件</translation>
    </message>
    <message>
        <source>Looking for churn warnings</source>
        <translation>正在查找流失预警</translation>
    </message>
    <message>
        <source>Looking for customers who may be leaving…</source>
        <translation>正在查找可能流失的客户…</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>查重</translation>
    </message>
    <message>
        <source>Looking for the customers</source>
        <translation>正在查找客户</translation>
    </message>
    <message>
        <source>Looking for the reasons</source>
        <translation>正在查找原因</translation>
    </message>
    <message>
        <source>Looking for the reasons…</source>
        <translation>正在查找原因…</translation>
    </message>
    <message>
        <source>Looking for what is behind the figure</source>
        <translation>正在查找明细</translation>
    </message>
    <message>
        <source>Looking for what is due…</source>
        <translation>正在查找到期事项…</translation>
    </message>
    <message>
        <source>Looking what would change…</source>
        <translation>正在查看会有哪些变化…</translation>
    </message>
    <message>
        <source>Looking who is due</source>
        <translation>正在查看应联系的客户</translation>
    </message>
    <message>
        <source>Looking who should change hands</source>
        <translation>正在查找该换人跟进的客户</translation>
    </message>
    <message>
        <source>Looking who should change hands…</source>
        <translation>正在查找该换人跟进的客户…</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查重…</translation>
    </message>
    <message>
        <source>Looks like</source>
        <translation>疑似相同</translation>
    </message>
    <message>
        <source>Looks like a customer who is in the file already.</source>
        <translation>与文件中已有的客户疑似相同。</translation>
    </message>
    <message>
        <source>Looks like {name}, who is in the file already: {value}.</source>
        <translation>与文件中已有的“{name}”疑似相同：{value}。</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Lost beyond</source>
        <translation>流失：超过</translation>
    </message>
    <message>
        <source>Lost to us</source>
        <translation>流失</translation>
    </message>
    <message>
        <source>Low contribution</source>
        <translation>低贡献</translation>
    </message>
    <message>
        <source>Low potential</source>
        <translation>低潜力</translation>
    </message>
    <message>
        <source>Loyal</source>
        <translation>忠诚</translation>
    </message>
    <message>
        <source>Loyal to no brand</source>
        <translation>无品牌忠诚</translation>
    </message>
    <message>
        <source>Lunar New Year's Eve</source>
        <translation>除夕</translation>
    </message>
    <message>
        <source>Lunar calendar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>Lunar days and solar terms</source>
        <translation>农历与节气</translation>
    </message>
    <message>
        <source>Lunar: the numbers are a day of the moon. Both: a solar date with its year, kept twice a year.</source>
        <translation>农历：数字按农历月日算。公历和农历：填公历年月日，一年过两次。</translation>
    </message>
    <message>
        <source>Lunch break</source>
        <translation>午休</translation>
    </message>
    <message>
        <source>Lunch break from</source>
        <translation>午休开始</translation>
    </message>
    <message>
        <source>Lunch break to</source>
        <translation>午休结束</translation>
    </message>
    <message>
        <source>M from–to</source>
        <translation>M 从–到</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Made on</source>
        <translation>设定日期</translation>
    </message>
    <message>
        <source>Made with the work of others</source>
        <translation>所用的开源组件</translation>
    </message>
    <message>
        <source>Made {file}.</source>
        <translation>已新建 {file}。</translation>
    </message>
    <message>
        <source>Main contact</source>
        <translation>主要联系人</translation>
    </message>
    <message>
        <source>Main reasons</source>
        <translation>主要原因</translation>
    </message>
    <message>
        <source>Major Cold</source>
        <translation>大寒</translation>
    </message>
    <message>
        <source>Major Heat</source>
        <translation>大暑</translation>
    </message>
    <message>
        <source>Major Snow</source>
        <translation>大雪</translation>
    </message>
    <message>
        <source>Major event</source>
        <translation>重大事项</translation>
    </message>
    <message>
        <source>Major event of {name}</source>
        <translation>{name}的重大事项</translation>
    </message>
    <message>
        <source>Major events</source>
        <translation>重大事项</translation>
    </message>
    <message>
        <source>Make a fresh one</source>
        <translation>重新生成一份</translation>
    </message>
    <message>
        <source>Make a plan</source>
        <translation>制订计划</translation>
    </message>
    <message>
        <source>Make a plan…</source>
        <translation>制订计划…</translation>
    </message>
    <message>
        <source>Make an empty FILE (.kezha).</source>
        <translation>新建空文件 FILE（.kezha）。</translation>
    </message>
    <message>
        <source>Make plans…</source>
        <translation>制订计划…</translation>
    </message>
    <message>
        <source>Make the main contact</source>
        <translation>设为主要联系人</translation>
    </message>
    <message>
        <source>Make {count} plans…</source>
        <translation>制订 {count} 个计划…</translation>
    </message>
    <message>
        <source>Making the sample office</source>
        <translation>正在生成示例办公室</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Managers and staff</source>
        <translation>人员素质</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3月</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Mark as broken</source>
        <translation>标为未兑现</translation>
    </message>
    <message>
        <source>Mark as kept</source>
        <translation>标为已兑现</translation>
    </message>
    <message>
        <source>Mark as kept: {text}</source>
        <translation>标为已兑现：{text}</translation>
    </message>
    <message>
        <source>Mark as lost</source>
        <translation>标记为流失</translation>
    </message>
    <message>
        <source>Mark as not read</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark of an erased person</source>
        <translation>已删除人员的标记</translation>
    </message>
    <message>
        <source>Mark “not the same customer”</source>
        <translation>“不是重复”标记</translation>
    </message>
    <message>
        <source>Marked as different</source>
        <translation>已标为不是重复</translation>
    </message>
    <message>
        <source>Marked as lost: {name}</source>
        <translation>已标记为流失：{name}</translation>
    </message>
    <message>
        <source>Mask it again</source>
        <translation>重新遮住</translation>
    </message>
    <message>
        <source>Maximum days</source>
        <translation>最长天数</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5月</translation>
    </message>
    <message>
        <source>May already be there:</source>
        <translation>可能已有此客户：</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>餐叙</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>考核依据</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Membership levels</source>
        <translation>会员等级</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>合并为一位客户</translation>
    </message>
    <message>
        <source>Merge {count} customers</source>
        <translation>合并 {count} 位客户</translation>
    </message>
    <message>
        <source>Merge {count} customers into {name}</source>
        <translation>合并 {count} 位客户为“{name}”</translation>
    </message>
    <message>
        <source>Merged into {name}: {moved} records came along, {twice} were there twice</source>
        <translation>已合并为 {name}：移入 {moved} 条记录，{twice} 条重复的只留一份</translation>
    </message>
    <message>
        <source>Merge…</source>
        <translation>合并…</translation>
    </message>
    <message>
        <source>Merging</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>Mid-Autumn</source>
        <translation>中秋</translation>
    </message>
    <message>
        <source>Mid-Autumn Festival</source>
        <translation>中秋节</translation>
    </message>
    <message>
        <source>Middle contribution</source>
        <translation>中贡献</translation>
    </message>
    <message>
        <source>Middle potential</source>
        <translation>中潜力</translation>
    </message>
    <message>
        <source>Minor Cold</source>
        <translation>小寒</translation>
    </message>
    <message>
        <source>Minor Heat</source>
        <translation>小暑</translation>
    </message>
    <message>
        <source>Minor Snow</source>
        <translation>小雪</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Minutes it takes</source>
        <translation>所需分钟</translation>
    </message>
    <message>
        <source>Minutes spent</source>
        <translation>用时（分钟）</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>未达成</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>还缺</translation>
    </message>
    <message>
        <source>Missing: {fields}</source>
        <translation>还缺：{fields}</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>一</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Mon</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Monkey</source>
        <translation>猴</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月历</translation>
    </message>
    <message>
        <source>Month number</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Month of entry</source>
        <translation>录入月份</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More or less</source>
        <translation>增减</translation>
    </message>
    <message>
        <source>More than one customer fits. Give the customer number to say which one is meant.</source>
        <translation>不止一位客户符合。请写明客户编号，以便确定是哪一位。</translation>
    </message>
    <message>
        <source>More…</source>
        <translation>更多…</translation>
    </message>
    <message>
        <source>Most often missing</source>
        <translation>最常缺的</translation>
    </message>
    <message>
        <source>Most valuable</source>
        <translation>价值最高</translation>
    </message>
    <message>
        <source>Mother's Day</source>
        <translation>母亲节</translation>
    </message>
    <message>
        <source>Move criterion {number} down</source>
        <translation>指标 {number} 下移</translation>
    </message>
    <message>
        <source>Move criterion {number} up</source>
        <translation>指标 {number} 上移</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Move it down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Move it up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Move plan for {name}</source>
        <translation>{name} 的跟进改期</translation>
    </message>
    <message>
        <source>Move segment {number} up</source>
        <translation>细分 {number} 上移</translation>
    </message>
    <message>
        <source>Move the steps</source>
        <translation>移动步骤</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>改期到</translation>
    </message>
    <message>
        <source>Move to another day</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Move to {day}</source>
        <translation>移到 {day}</translation>
    </message>
    <message>
        <source>Move {count} plans</source>
        <translation>{count} 项跟进改期</translation>
    </message>
    <message>
        <source>Move {tier} down</source>
        <translation>把 {tier} 下移</translation>
    </message>
    <message>
        <source>Move {tier} up</source>
        <translation>把 {tier} 上移</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Moved down</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>Moved on</source>
        <translation>改期操作日</translation>
    </message>
    <message>
        <source>Moved to a later day</source>
        <translation>本期内改到以后日期的计划</translation>
    </message>
    <message>
        <source>Moved to tomorrow: {count} follow-ups</source>
        <translation>已移到明天：{count} 项跟进</translation>
    </message>
    <message>
        <source>Moved to tomorrow: {name}</source>
        <translation>已移到明天：{name}</translation>
    </message>
    <message>
        <source>Moved to {day}: {name}</source>
        <translation>已改期到 {day}：{name}</translation>
    </message>
    <message>
        <source>Moved up</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>Moved: view “{name}”</source>
        <translation>已移动视图“{name}”</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>变动</translation>
    </message>
    <message>
        <source>Movement shows between two published rounds of a scheme. None has been published yet.</source>
        <translation>变动要由同一方案的两轮评定对比得出，目前还没有已发布的评定。</translation>
    </message>
    <message>
        <source>Movement shows between two published rounds of a scheme. So far there is one, of {day}.</source>
        <translation>变动要由同一方案的两轮评定对比得出，目前只有 {day} 一轮。</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>改期…</translation>
    </message>
    <message>
        <source>Much money (M = {m})</source>
        <translation>金额高（M = {m}）</translation>
    </message>
    <message>
        <source>Must be answered</source>
        <translation>必须回复</translation>
    </message>
    <message>
        <source>Must be between {low} and {high}.</source>
        <translation>应在 {low} 到 {high} 之间。</translation>
    </message>
    <message>
        <source>Must be filled in</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Must be more than {least}, the limit before it.</source>
        <translation>必须大于前一级的界限 {least}。</translation>
    </message>
    <message>
        <source>Must not be below zero.</source>
        <translation>不能小于零。</translation>
    </message>
    <message>
        <source>My customers</source>
        <translation>我的客户</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name in another calendar</source>
        <translation>外部日历标识</translation>
    </message>
    <message>
        <source>Name of class {number}</source>
        <translation>第 {number} 级的名称</translation>
    </message>
    <message>
        <source>Name of segment {number}</source>
        <translation>细分 {number} 的名称</translation>
    </message>
    <message>
        <source>Name of the class</source>
        <translation>等级名称</translation>
    </message>
    <message>
        <source>Name of the competitor</source>
        <translation>竞品厂家名称</translation>
    </message>
    <message>
        <source>Name of the office</source>
        <translation>办公室名称</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>本人姓名</translation>
    </message>
    <message>
        <source>Name of the scheme</source>
        <translation>方案名称</translation>
    </message>
    <message>
        <source>Name of the sequence</source>
        <translation>方案名称</translation>
    </message>
    <message>
        <source>Name of the tier</source>
        <translation>等级名称</translation>
    </message>
    <message>
        <source>Name or other text</source>
        <translation>名称或其他文字</translation>
    </message>
    <message>
        <source>Name, pinyin, number or phone</source>
        <translation>名称、拼音、编号或电话</translation>
    </message>
    <message>
        <source>Names and numbers of the person in notes and follow-ups here are written over; texts on other cards stay.</source>
        <translation>本客户的跟进和备注中此人的姓名、号码将被替换；其他客户卡片上的文字不变。</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>National Day</source>
        <translation>国庆</translation>
    </message>
    <message>
        <source>Native place</source>
        <translation>籍贯</translation>
    </message>
    <message>
        <source>Need to buy</source>
        <translation>购买需求</translation>
    </message>
    <message>
        <source>Needed for a contract</source>
        <translation>履行合同所必需</translation>
    </message>
    <message>
        <source>Negotiate the renewal of the contract</source>
        <translation>洽谈续签</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Net contribution</source>
        <translation>净贡献</translation>
    </message>
    <message>
        <source>Net contribution {amount}</source>
        <translation>净贡献 {amount}</translation>
    </message>
    <message>
        <source>Net purchases</source>
        <translation>净采购额</translation>
    </message>
    <message>
        <source>Net purchases less cost, of lines with a known cost.</source>
        <translation>净采购额减去成本，只算成本已知的明细。</translation>
    </message>
    <message>
        <source>Never bought</source>
        <translation>未成交</translation>
    </message>
    <message>
        <source>Never contacted</source>
        <translation>从未联系</translation>
    </message>
    <message>
        <source>Never contacted, nothing planned</source>
        <translation>从未联系，也没有计划</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New Kezha file</source>
        <translation>新建客札文件</translation>
    </message>
    <message>
        <source>New Year</source>
        <translation>元旦</translation>
    </message>
    <message>
        <source>New Year's Day</source>
        <translation>元旦</translation>
    </message>
    <message>
        <source>New care record</source>
        <translation>新建客情</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新建投诉或请求</translation>
    </message>
    <message>
        <source>New competitor</source>
        <translation>新建竞品</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>新建联系人</translation>
    </message>
    <message>
        <source>New contract</source>
        <translation>新建合同</translation>
    </message>
    <message>
        <source>New custom field {title}</source>
        <translation>新增自定义字段“{title}”</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>新建客户</translation>
    </message>
    <message>
        <source>New customer {name}</source>
        <translation>新建客户 {name}</translation>
    </message>
    <message>
        <source>New customer: 3, 7 and 30 days</source>
        <translation>新客户：3、7、30 天跟进</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新增客户</translation>
    </message>
    <message>
        <source>New customers who look like one in the file</source>
        <translation>与已有客户疑似相同的新客户</translation>
    </message>
    <message>
        <source>New day</source>
        <translation>改到</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>新建事项</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>新增字段</translation>
    </message>
    <message>
        <source>New file</source>
        <translation>新建文件</translation>
    </message>
    <message>
        <source>New file…</source>
        <translation>新建文件…</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>New plan on this day…</source>
        <translation>在这一天新建计划…</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>新建计划…</translation>
    </message>
    <message>
        <source>New promise</source>
        <translation>新建承诺</translation>
    </message>
    <message>
        <source>New relation</source>
        <translation>新建关系</translation>
    </message>
    <message>
        <source>New scheme</source>
        <translation>新建方案</translation>
    </message>
    <message>
        <source>New sequence</source>
        <translation>新建方案</translation>
    </message>
    <message>
        <source>New survey</source>
        <translation>新建回访</translation>
    </message>
    <message>
        <source>New tag for {name}</source>
        <translation>为“{name}”加新标签</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>新标签…</translation>
    </message>
    <message>
        <source>New this month</source>
        <translation>本月新增</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>New: {method}</source>
        <translation>新方案：{method}</translation>
    </message>
    <message>
        <source>Newcomer</source>
        <translation>新入局</translation>
    </message>
    <message>
        <source>Newly rated</source>
        <translation>新评</translation>
    </message>
    <message>
        <source>Newly won</source>
        <translation>新客</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>换一个</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>下周一</translation>
    </message>
    <message>
        <source>Next content</source>
        <translation>下次内容</translation>
    </message>
    <message>
        <source>Next follow-up on</source>
        <translation>下次跟进日期</translation>
    </message>
    <message>
        <source>Next page (Page Down)</source>
        <translation>下一页（Page Down）</translation>
    </message>
    <message>
        <source>Next rating rounds</source>
        <translation>下次评定</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>评定周期</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Next step and last contacts</source>
        <translation>下一步与最近跟进</translation>
    </message>
    <message>
        <source>Next step and latest follow-ups</source>
        <translation>下一步与最近跟进</translation>
    </message>
    <message>
        <source>Next step overdue</source>
        <translation>下一步已逾期</translation>
    </message>
    <message>
        <source>Next time</source>
        <translation>下次时间</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No action fits this.</source>
        <translation>没有符合条件的操作。</translation>
    </message>
    <message>
        <source>No active rep has customers.</source>
        <translation>在职业务员名下都没有客户。</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未接通</translation>
    </message>
    <message>
        <source>No birthday and no key date is near.</source>
        <translation>近期没有生日和重要日期。</translation>
    </message>
    <message>
        <source>No card can be drawn: no active rep has customers.</source>
        <translation>无法抽取：在职业务员名下都没有客户。</translation>
    </message>
    <message>
        <source>No card is like this.</source>
        <translation>没有这样的资料卡。</translation>
    </message>
    <message>
        <source>No card is out.</source>
        <translation>目前没有领出的资料卡。</translation>
    </message>
    <message>
        <source>No card is out. Cards are taken out here, or by a right click in the list of customers.</source>
        <translation>目前没有领出的资料卡。可在这里领卡，也可在客户列表中右键领卡。</translation>
    </message>
    <message>
        <source>No card was drawn.</source>
        <translation>没有抽取资料卡。</translation>
    </message>
    <message>
        <source>No card was out in this period.</source>
        <translation>这段时间没有领出的资料卡。</translation>
    </message>
    <message>
        <source>No card “{text}” is out: neither a number, a name nor a code fits.</source>
        <translation>没有领出“{text}”的资料卡：编号、名称和扫码都对不上。</translation>
    </message>
    <message>
        <source>No cards are drawn yet. The lot falls more often on A customers and on cards not seen for long.</source>
        <translation>本周还没有抽卡。抽取时 A 类客户和久未检查的资料卡机会更大。</translation>
    </message>
    <message>
        <source>No case is past its limit.</source>
        <translation>没有超时的投诉与请求。</translation>
    </message>
    <message>
        <source>No change fits this.</source>
        <translation>没有符合条件的变更。</translation>
    </message>
    <message>
        <source>No class</source>
        <translation>无等级</translation>
    </message>
    <message>
        <source>No column has amounts or unit prices.</source>
        <translation>没有金额列或单价列。</translation>
    </message>
    <message>
        <source>No column has dates.</source>
        <translation>没有日期列。</translation>
    </message>
    <message>
        <source>No column has names. Say which column is the name.</source>
        <translation>没有找到名称列，请指明哪一列是名称。</translation>
    </message>
    <message>
        <source>No column says what was done.</source>
        <translation>没有说明跟进内容的列。</translation>
    </message>
    <message>
        <source>No column says which customer a row belongs to: name, number, phone or credit code.</source>
        <translation>没有哪一列能看出每行是哪位客户：名称、编号、电话或统一社会信用代码至少要有一列。</translation>
    </message>
    <message>
        <source>No competitor yet: they come from the cards, or are entered here.</source>
        <translation>还没有竞品厂家：在客户卡上填写时自动记下，也可在此录入。</translation>
    </message>
    <message>
        <source>No complaint or service request. A clock by the customer's tier begins with each.</source>
        <translation>没有投诉和服务请求。每新建一条，就按客户等级开始计时。</translation>
    </message>
    <message>
        <source>No conditions</source>
        <translation>清空条件</translation>
    </message>
    <message>
        <source>No contact</source>
        <translation>久未跟进</translation>
    </message>
    <message>
        <source>No contact yet</source>
        <translation>还没有联系人</translation>
    </message>
    <message>
        <source>No contact yet.</source>
        <translation>还没有联系人。</translation>
    </message>
    <message>
        <source>No contract ends in these weeks.</source>
        <translation>近几周没有合同到期。</translation>
    </message>
    <message>
        <source>No contract yet. Its end is shown in the calendar and can start a follow-up sequence.</source>
        <translation>还没有合同。到期日会显示在日历上，并可启动跟进方案。</translation>
    </message>
    <message>
        <source>No criterion was chosen to work on.</source>
        <translation>未选定努力方向。</translation>
    </message>
    <message>
        <source>No customer fits this.</source>
        <translation>没有符合条件的客户。</translation>
    </message>
    <message>
        <source>No customer gives reason to worry.</source>
        <translation>没有需要担心的客户。</translation>
    </message>
    <message>
        <source>No customer gives reason to worry. Orders, complaints and surveys are looked at.</source>
        <translation>目前没有需要预警的客户（依据订单、投诉和满意度回访）。</translation>
    </message>
    <message>
        <source>No customer is exempt from recall.</source>
        <translation>没有客户免收回。</translation>
    </message>
    <message>
        <source>No customer is left by this filter.</source>
        <translation>没有符合该筛选的客户。</translation>
    </message>
    <message>
        <source>No customer is ticked: there is nothing to plan.</source>
        <translation>没有勾选任何客户，无法制订计划。</translation>
    </message>
    <message>
        <source>No customers yet.</source>
        <translation>还没有客户。</translation>
    </message>
    <message>
        <source>No customers yet. Bring your list in from Excel, or write the first card.</source>
        <translation>还没有客户。可以从 Excel 导入名单，或新建第一张资料卡。</translation>
    </message>
    <message>
        <source>No day to come answers to this.</source>
        <translation>今后没有符合的日期。</translation>
    </message>
    <message>
        <source>No day to come answers to this: it is over, or falls on no day of the calendar.</source>
        <translation>今后没有符合的日期：已经结束，或日历上没有这样的日子。</translation>
    </message>
    <message>
        <source>No effect</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>No effective contact since it was given to {rep} on {day}; {days} days are allowed.</source>
        <translation>{day} 分给{rep}后没有有效跟进，期限 {days} 天。</translation>
    </message>
    <message>
        <source>No events of this kind.</source>
        <translation>没有这类日程。</translation>
    </message>
    <message>
        <source>No follow-up sequence yet: steps before and after a day, such as the end of a contract.</source>
        <translation>还没有跟进方案：围绕某个日期（如合同到期）前后的一套步骤。</translation>
    </message>
    <message>
        <source>No follow-up yet.</source>
        <translation>还没有跟进记录。</translation>
    </message>
    <message>
        <source>No gift, meal or greeting yet.</source>
        <translation>还没有礼品、餐叙或问候的记录。</translation>
    </message>
    <message>
        <source>No groups</source>
        <translation>不分组</translation>
    </message>
    <message>
        <source>No key date is near</source>
        <translation>近期没有重要日期</translation>
    </message>
    <message>
        <source>No longer classed</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>No longer in the lists: {names}</source>
        <translation>已设为离职：{names}</translation>
    </message>
    <message>
        <source>No longer in the lists: {names}. Cards still out: {count}</source>
        <translation>不再列出：{names}。还有 {count} 张资料卡未归还</translation>
    </message>
    <message>
        <source>No major event yet: moves, new owners, tenders won, plants opened.</source>
        <translation>还没有重大事项：搬迁、易主、中标、投产等。</translation>
    </message>
    <message>
        <source>No orders yet. They come in with File, Import.</source>
        <translation>还没有订单。可在“文件”里导入。</translation>
    </message>
    <message>
        <source>No outlook yet: he bought after the day that was looked at.</source>
        <translation>暂不展望：他的采购在推算日之后。</translation>
    </message>
    <message>
        <source>No outlook yet: {count} customers bought more than once, and {least} are needed to see a rhythm.</source>
        <translation>暂不展望：回头客 {count} 位，满 {least} 位才看得出节奏。</translation>
    </message>
    <message>
        <source>No outlook: from these purchases one cannot see whether customers leave.</source>
        <translation>不作展望：从这些采购看不出流失。</translation>
    </message>
    <message>
        <source>No pair is marked as different.</source>
        <translation>还没有标为“不是重复”的客户。</translation>
    </message>
    <message>
        <source>No payment with an agreed term has fallen due.</source>
        <translation>约定账期的款项均未到期。</translation>
    </message>
    <message>
        <source>No payments yet.</source>
        <translation>还没有回款。</translation>
    </message>
    <message>
        <source>No phone or address yet</source>
        <translation>还没有电话和地址</translation>
    </message>
    <message>
        <source>No plan is like this.</source>
        <translation>没有符合条件的计划。</translation>
    </message>
    <message>
        <source>No program on this computer opens {name}.</source>
        <translation>这台电脑上没有能打开 {name} 的程序。</translation>
    </message>
    <message>
        <source>No promise of a customer is due.</source>
        <translation>没有到期的客户承诺。</translation>
    </message>
    <message>
        <source>No promise of ours is due.</source>
        <translation>没有到期的我方承诺。</translation>
    </message>
    <message>
        <source>No promise yet: what we promised, and what the customer promised us.</source>
        <translation>还没有承诺：我方答应的事和客户答应的事都记在这里。</translation>
    </message>
    <message>
        <source>No promotion plans yet. A plan lifts one customer a class, and the next round judges it.</source>
        <translation>还没有提升计划。一个计划帮助一位客户升一级，由下一轮评定判定是否达成。</translation>
    </message>
    <message>
        <source>No purchase</source>
        <translation>久未成交</translation>
    </message>
    <message>
        <source>No purchase after the assignment</source>
        <translation>分配后未成交</translation>
    </message>
    <message>
        <source>No purchase of the last 12 months has a known cost, so nothing can be said of profit.</source>
        <translation>近 12 个月的采购均无已知成本，无法说明利润。</translation>
    </message>
    <message>
        <source>No purchase yet</source>
        <translation>未成交</translation>
    </message>
    <message>
        <source>No rating is due.</source>
        <translation>没有到期的评定。</translation>
    </message>
    <message>
        <source>No relation yet: whose secretary, spouse or friend, introduced by whom, of which group.</source>
        <translation>还没有关系：谁的秘书、配偶、朋友，谁介绍的，属于哪个集团。</translation>
    </message>
    <message>
        <source>No reminder</source>
        <translation>不提醒</translation>
    </message>
    <message>
        <source>No rep</source>
        <translation>无业务员</translation>
    </message>
    <message>
        <source>No round of this scheme was published yet.</source>
        <translation>此方案还没有发布过评定。</translation>
    </message>
    <message>
        <source>No round was published by “{scheme}” yet. Rate to see in which class everybody would be.</source>
        <translation>“{scheme}”还没有发布过评定。先评定一次，看看每位客户会是什么等级。</translation>
    </message>
    <message>
        <source>No row was brought in.</source>
        <translation>没有导入任何一行。</translation>
    </message>
    <message>
        <source>No rows of this kind.</source>
        <translation>没有这一类的行。</translation>
    </message>
    <message>
        <source>No single criterion alone leads that far: several have to improve together.</source>
        <translation>单靠一项指标达不到，需多项一并改善。</translation>
    </message>
    <message>
        <source>No single criterion alone would drop him.</source>
        <translation>单靠某一项指标变差不会降级。</translation>
    </message>
    <message>
        <source>No single criterion alone would lift him: several have to improve together.</source>
        <translation>单靠某一项指标还升不上去，需要几项一起改善。</translation>
    </message>
    <message>
        <source>No step goes into the calendar.</source>
        <translation>没有步骤列入日程。</translation>
    </message>
    <message>
        <source>No step is in the calendar.</source>
        <translation>日程中没有步骤。</translation>
    </message>
    <message>
        <source>No strategic partner</source>
        <translation>非战略伙伴</translation>
    </message>
    <message>
        <source>No two the same</source>
        <translation>不允许重复</translation>
    </message>
    <message>
        <source>No value tier changes.</source>
        <translation>没有客户的价值等级改变。</translation>
    </message>
    <message>
        <source>No visit of this period can be verified, and nothing was asked in it.</source>
        <translation>本期没有可核实的拜访，也没有核实记录。</translation>
    </message>
    <message>
        <source>No warning is like this.</source>
        <translation>没有符合条件的预警。</translation>
    </message>
    <message>
        <source>No working day is left in this week.</source>
        <translation>这一周已没有剩余的工作日。</translation>
    </message>
    <message>
        <source>No, e.g. not reached</source>
        <translation>无效（如未接通）</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>No. {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>Nobody bought anything in the last 12 months.</source>
        <translation>近 12 个月没有采购。</translation>
    </message>
    <message>
        <source>Nobody bought in this time, so nobody has a class.</source>
        <translation>这段时间内无人购买，因此没有客户评上等级。</translation>
    </message>
    <message>
        <source>Nobody costs more than he brings.</source>
        <translation>没有成本客户。</translation>
    </message>
    <message>
        <source>Nobody has a relation to himself: {name}.</source>
        <translation>不能和自己建立关系：{name}。</translation>
    </message>
    <message>
        <source>Nobody has asked yet how content they are.</source>
        <translation>还没有做过满意度回访。</translation>
    </message>
    <message>
        <source>Nobody has bought twice yet: the office has no median.</source>
        <translation>还没有客户采购过两次，暂无本办公室的中位数。</translation>
    </message>
    <message>
        <source>Nobody here looks like somebody else.</source>
        <translation>没有疑似重复的客户。</translation>
    </message>
    <message>
        <source>Nobody here whom the filter finds.</source>
        <translation>此列没有符合筛选的客户。</translation>
    </message>
    <message>
        <source>Nobody in charge</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>Nobody in the office is called {name}: put in the note.</source>
        <translation>本单位没有名叫“{name}”的业务员，已写入备注。</translation>
    </message>
    <message>
        <source>Nobody is in a class of this scheme yet.</source>
        <translation>按此方案还没有客户定级。</translation>
    </message>
    <message>
        <source>Nobody is in this class.</source>
        <translation>此等级没有客户。</translation>
    </message>
    <message>
        <source>Nobody is up for review. Persons come here when the end of keeping is near.</source>
        <translation>没有待复核的人员。保存期限临近时会出现在这里。</translation>
    </message>
    <message>
        <source>Nobody moved between the two rounds.</source>
        <translation>两轮之间没有客户变动等级。</translation>
    </message>
    <message>
        <source>Nobody visits them, yet {visits} visits a year are asked for. Say who visits, or ask for 0.</source>
        <translation>选了不上门拜访，却要求全年拜访 {visits} 次。请选由谁拜访，或把次数改为 0。</translation>
    </message>
    <message>
        <source>Nobody was asked in this period.</source>
        <translation>本期没有核实记录。</translation>
    </message>
    <message>
        <source>Nobody who grows stands close below a better class.</source>
        <translation>没有正在增长且接近上一等级的客户。</translation>
    </message>
    <message>
        <source>Nobody yet. Follow-ups, customers and cards name who is in charge.</source>
        <translation>还没有人员。跟进、客户和资料卡上都会写明由谁负责。</translation>
    </message>
    <message>
        <source>Nobody's</source>
        <translation>待分配</translation>
    </message>
    <message>
        <source>Nobody's ({count})</source>
        <translation>待分配（{count}）</translation>
    </message>
    <message>
        <source>None of the {known} customers with a known result costs more than he brings.</source>
        <translation>可算净贡献的 {known} 位客户中没有成本客户。</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>None yet. What your office asks of its customers and no other does belongs here.</source>
        <translation>还没有自定义字段。本单位特有的资料项目，可以在这里添加。</translation>
    </message>
    <message>
        <source>Not again within</source>
        <translation>不重复抽取</translation>
    </message>
    <message>
        <source>Not an event ({kind}).</source>
        <translation>不是日程（{kind}）。</translation>
    </message>
    <message>
        <source>Not backed up yet on this computer</source>
        <translation>本机尚未备份过</translation>
    </message>
    <message>
        <source>Not contacted for 30 days</source>
        <translation>30 天未联系</translation>
    </message>
    <message>
        <source>Not delivered yet</source>
        <translation>尚未交货</translation>
    </message>
    <message>
        <source>Not done: move…</source>
        <translation>未做：改期…</translation>
    </message>
    <message>
        <source>Not enough data: a forecast to rely on needs {fewest} customers who bought on more than one day; here are {repeat}.</source>
        <translation>数据不足：可靠的预测需要至少 {fewest} 位复购客户，目前只有 {repeat} 位。</translation>
    </message>
    <message>
        <source>Not in the list yet: {tiers}. They join it when the scheme is saved.</source>
        <translation>列表中还没有：{tiers}。保存该方案后即会加入。</translation>
    </message>
    <message>
        <source>Not in the plan</source>
        <translation>未排入</translation>
    </message>
    <message>
        <source>Not in the table of administrative divisions</source>
        <translation>不在行政区划表中</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>不详</translation>
    </message>
    <message>
        <source>Not passed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>Not rated yet by this scheme.</source>
        <translation>尚未按此方案评定。</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>Not saved yet: {why}</source>
        <translation>尚不能保存：{why}</translation>
    </message>
    <message>
        <source>Not solved after all</source>
        <translation>其实没解决</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Not the same customer</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Not the same customer: {count} pairs</source>
        <translation>标为不是重复：{count} 对</translation>
    </message>
    <message>
        <source>Not yet paid</source>
        <translation>未回款</translation>
    </message>
    <message>
        <source>Not yet read</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note it</source>
        <translation>记下</translation>
    </message>
    <message>
        <source>Note on the follow-up</source>
        <translation>跟进备注</translation>
    </message>
    <message>
        <source>Note on the order</source>
        <translation>订单备注</translation>
    </message>
    <message>
        <source>Note on the payment</source>
        <translation>回款备注</translation>
    </message>
    <message>
        <source>Note on {field}</source>
        <translation>{field}备注</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>{name}的备注</translation>
    </message>
    <message>
        <source>Note the reason…</source>
        <translation>注明原因…</translation>
    </message>
    <message>
        <source>Noted on</source>
        <translation>记录日期</translation>
    </message>
    <message>
        <source>Nothing attached yet. Drop files here: contracts, business cards, photographs.</source>
        <translation>还没有附件。把合同、名片、照片等拖到这里即可。</translation>
    </message>
    <message>
        <source>Nothing bought since it was given to {rep} on {day}; {days} days are allowed.</source>
        <translation>{day} 分给{rep}后未成交，期限 {days} 天。</translation>
    </message>
    <message>
        <source>Nothing can be imported: the file is open for reading only.</source>
        <translation>不能导入：文件是以只读方式打开的。</translation>
    </message>
    <message>
        <source>Nothing can be planned by a scheme that is wrong.</source>
        <translation>方案有误，无法据此制订计划。</translation>
    </message>
    <message>
        <source>Nothing can be written at {path}.</source>
        <translation>无法写入 {path}。</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>没有变化。</translation>
    </message>
    <message>
        <source>Nothing changes: all have it so already.</source>
        <translation>没有变化：所选客户都已经是这样。</translation>
    </message>
    <message>
        <source>Nothing else hangs on the cards that go.</source>
        <translation>其余的卡上没有别的记录。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>这里还没有内容</translation>
    </message>
    <message>
        <source>Nothing in the sheet tells what its rows are. Say whether they are customers, contacts, orders, payments or follow-ups.</source>
        <translation>从表中看不出每行是什么。请指明是客户、联系人、订单、回款还是跟进。</translation>
    </message>
    <message>
        <source>Nothing in this file says of a day that it is off or worked.</source>
        <translation>此文件中没有任何一天写明休息或上班。</translation>
    </message>
    <message>
        <source>Nothing is behind this figure.</source>
        <translation>这个数字没有明细。</translation>
    </message>
    <message>
        <source>Nothing is chosen.</source>
        <translation>还没有选择任何一项。</translation>
    </message>
    <message>
        <source>Nothing is due.</source>
        <translation>没有到期事项。</translation>
    </message>
    <message>
        <source>Nothing is filled in yet.</source>
        <translation>还没有填写。</translation>
    </message>
    <message>
        <source>Nothing is overdue, nobody is left out.</source>
        <translation>没有逾期，也没有漏掉的客户。</translation>
    </message>
    <message>
        <source>Nothing is overdue.</source>
        <translation>没有逾期。</translation>
    </message>
    <message>
        <source>Nothing is planned for today, and nothing is overdue.</source>
        <translation>今天没有安排，也没有逾期。</translation>
    </message>
    <message>
        <source>Nothing is planned for today.</source>
        <translation>今天没有安排。</translation>
    </message>
    <message>
        <source>Nothing is written yet. Of {rows} events, {count} come in; the import can be undone whole afterwards.</source>
        <translation>尚未写入。{rows} 条日程中将导入 {count} 条；导入后可整体撤销。</translation>
    </message>
    <message>
        <source>Nothing is written yet. Of {rows} rows, {count} come in; the import can be undone whole afterwards.</source>
        <translation>现在还没有写入。共 {rows} 行，将导入 {count} 行；导入之后可以整批撤销。</translation>
    </message>
    <message>
        <source>Nothing known of what they buy elsewhere.</source>
        <translation>还不知道客户向别家买什么。</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>未安排下一步</translation>
    </message>
    <message>
        <source>Nothing proposed for this day</source>
        <translation>这天没有建议</translation>
    </message>
    <message>
        <source>Nothing recurs yet: every week, every month, on a day of the moon.</source>
        <translation>还没有定期跟进：每周、每月，或农历的某一天。</translation>
    </message>
    <message>
        <source>Nothing stands on the days from {first} to {last}.</source>
        <translation>{first} 至 {last} 没有安排。</translation>
    </message>
    <message>
        <source>Nothing stands on these days.</source>
        <translation>这些天没有安排。</translation>
    </message>
    <message>
        <source>Nothing stands on this sheet. Print one on the page of the day first.</source>
        <translation>这张单上没有内容。请先在今日页打印一张。</translation>
    </message>
    <message>
        <source>Nothing that is required is missing.</source>
        <translation>必填项已填全。</translation>
    </message>
    <message>
        <source>Nothing to change: the calendar says the same as {file}.</source>
        <translation>无需更改：日历与 {file} 一致。</translation>
    </message>
    <message>
        <source>Nothing to print.</source>
        <translation>没有可打印的内容。</translation>
    </message>
    <message>
        <source>Nothing was changed in it. Choose a file that ends in .kezha.</source>
        <translation>文件未作任何改动。请选择以 .kezha 结尾的文件。</translation>
    </message>
    <message>
        <source>Nothing was changed on this card yet.</source>
        <translation>这张卡还没有变更记录。</translation>
    </message>
    <message>
        <source>Nothing was done in this file yet.</source>
        <translation>这个文件里还没有操作记录。</translation>
    </message>
    <message>
        <source>Nothing was done that fits.</source>
        <translation>没有符合条件的跟进。</translation>
    </message>
    <message>
        <source>Nothing was made of: {text}</source>
        <translation>没有用上的部分：{text}</translation>
    </message>
    <message>
        <source>Nothing was planned; it was on the sheet to be contacted.</source>
        <translation>原无计划，因该联系而列入本单。</translation>
    </message>
    <message>
        <source>Nothing was thrown away. What is deleted waits here and can be put back.</source>
        <translation>回收站是空的。删除的内容会放在这里，随时可以恢复。</translation>
    </message>
    <message>
        <source>Nothing was understood yet.</source>
        <translation>还没有识别出内容。</translation>
    </message>
    <message>
        <source>Nothing was written down today yet.</source>
        <translation>今天还没有记录。</translation>
    </message>
    <message>
        <source>Nothing would lift him as things stand.</source>
        <translation>按目前情况没有可以升级的途径。</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11月</translation>
    </message>
    <message>
        <source>Now {tier}</source>
        <translation>现为 {tier}</translation>
    </message>
    <message>
        <source>Now: {values}</source>
        <translation>现在：{values}</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Number of equal parts</source>
        <translation>等分数</translation>
    </message>
    <message>
        <source>Number of purchases</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Number or address</source>
        <translation>号码或地址</translation>
    </message>
    <message>
        <source>Number or code</source>
        <translation>序号或二维码</translation>
    </message>
    <message>
        <source>Number, customer number or code</source>
        <translation>序号、客户编号或扫码</translation>
    </message>
    <message>
        <source>Number, name or scanned code</source>
        <translation>编号、名称或扫码</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>职业</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10月</translation>
    </message>
    <message>
        <source>Of gross profit the first 20% ({count}) bring {share}; 80% come from the first {part} ({needed}).</source>
        <translation>毛利方面：前 20%（{count} 位）贡献 {share}；80% 的毛利来自前 {part}（{needed} 位）。</translation>
    </message>
    <message>
        <source>Of what fell due in the window, the part paid by its day.</source>
        <translation>本期到期款中按期付清的比例。</translation>
    </message>
    <message>
        <source>Of which key dates</source>
        <translation>哪些重要日期</translation>
    </message>
    <message>
        <source>Of {total} growth, {rest} ({share}) came from customers who were not in class {tier} a year ago.</source>
        <translation>增长 {total} 之中，{rest}（{share}）来自一年前不属于 {tier} 级的客户。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>休</translation>
    </message>
    <message>
        <source>Offered while a competitor is typed on a card, so that each has one name.</source>
        <translation>在客户卡上填竞品时供选用，保证一家只有一个名称。</translation>
    </message>
    <message>
        <source>Office</source>
        <translation>办公室</translation>
    </message>
    <message>
        <source>Office clerk</source>
        <translation>内勤</translation>
    </message>
    <message>
        <source>Office details</source>
        <translation>办公室资料</translation>
    </message>
    <message>
        <source>On a day off it goes</source>
        <translation>遇休息日</translation>
    </message>
    <message>
        <source>On cards of</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>On days off</source>
        <translation>遇休息日</translation>
    </message>
    <message>
        <source>On how many days of the next year he will probably buy.</source>
        <translation>预计未来一年会有多少天来采购。</translation>
    </message>
    <message>
        <source>On sale</source>
        <translation>在售</translation>
    </message>
    <message>
        <source>On time</source>
        <translation>按时率</translation>
    </message>
    <message>
        <source>One a line, in their order</source>
        <translation>一行一个，按显示顺序</translation>
    </message>
    <message>
        <source>One block for each customer, with boxes to write in; it is keyed back by number or code.</source>
        <translation>每位客户一栏，留有填写格；晚上按序号或扫码回填。</translation>
    </message>
    <message>
        <source>One choice</source>
        <translation>单选</translation>
    </message>
    <message>
        <source>One day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>One import at a time: this one is still at work.</source>
        <translation>一次只能导入一份：当前的导入还没有做完。</translation>
    </message>
    <message>
        <source>One month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>One name contains the other: {value}</source>
        <translation>名称互相包含：{value}</translation>
    </message>
    <message>
        <source>One occurrence of the series above.</source>
        <translation>上面系列中的一次。</translation>
    </message>
    <message>
        <source>One of the attachments of the card, or a new one</source>
        <translation>选本卡的一个附件，或附加新文件</translation>
    </message>
    <message>
        <source>One of the office's list, or a new name</source>
        <translation>从已有竞品中选，或填新名称</translation>
    </message>
    <message>
        <source>One week</source>
        <translation>周</translation>
    </message>
    <message>
        <source>Online search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>只用于</translation>
    </message>
    <message>
        <source>Only in the scheme that gives the value tiers can a customer be left without a class.</source>
        <translation>只有决定价值等级的方案才能让客户不定级。</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>只看我的</translation>
    </message>
    <message>
        <source>Only rows for which COND holds; may be repeated.</source>
        <translation>只导入符合条件 COND 的行，可写多次。</translation>
    </message>
    <message>
        <source>Only rows that…</source>
        <translation>只导入符合条件的行…</translation>
    </message>
    <message>
        <source>Only rows where</source>
        <translation>只导入这些行：</translation>
    </message>
    <message>
        <source>Only the next one</source>
        <translation>只看最近一次</translation>
    </message>
    <message>
        <source>Only the {count} chosen lines</source>
        <translation>仅所选的 {count} 行</translation>
    </message>
    <message>
        <source>Only what is older than {days} days: {count}</source>
        <translation>只清空 {days} 天以前的：{count} 项</translation>
    </message>
    <message>
        <source>Only what this rep has to see to; the whole office if not given.</source>
        <translation>只列该业务员负责的；不写则为全办公室。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未了结</translation>
    </message>
    <message>
        <source>Open Kezha</source>
        <translation>打开客札</translation>
    </message>
    <message>
        <source>Open a Kezha file</source>
        <translation>打开客札文件</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>打开副本</translation>
    </message>
    <message>
        <source>Open a copy of the newest backup</source>
        <translation>打开最近备份的副本</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>重新打开</translation>
    </message>
    <message>
        <source>Open all groups</source>
        <translation>展开所有分组</translation>
    </message>
    <message>
        <source>Open another file…</source>
        <translation>打开别的文件…</translation>
    </message>
    <message>
        <source>Open at the end of the period although its day is past, whenever it was planned</source>
        <translation>到期末仍未完成、日期已过的计划</translation>
    </message>
    <message>
        <source>Open card</source>
        <translation>打开资料卡</translation>
    </message>
    <message>
        <source>Open complaints and requests</source>
        <translation>未解决的投诉与请求</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open for reading only</source>
        <translation>以只读方式打开</translation>
    </message>
    <message>
        <source>Open for writing</source>
        <translation>改为可修改</translation>
    </message>
    <message>
        <source>Open it again, or quit it, from this icon.</source>
        <translation>点此图标可重新打开或退出。</translation>
    </message>
    <message>
        <source>Open it here all the same</source>
        <translation>仍在本机打开</translation>
    </message>
    <message>
        <source>Open it once for writing so that it can be brought up to date, or ask for the version that made it.</source>
        <translation>请先以可写方式打开一次以便升级，或使用生成它的版本。</translation>
    </message>
    <message>
        <source>Open it, or choose another name for the new one.</source>
        <translation>可以打开它，或为新文件另取名称。</translation>
    </message>
    <message>
        <source>Open promises</source>
        <translation>未了结的承诺</translation>
    </message>
    <message>
        <source>Open that file</source>
        <translation>打开那个文件</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>打开资料卡</translation>
    </message>
    <message>
        <source>Open the card of {name}</source>
        <translation>打开 {name} 的资料卡</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open the first card</source>
        <translation>打开前一张卡</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>打开日志文件夹</translation>
    </message>
    <message>
        <source>Open the one I have</source>
        <translation>打开原来那份</translation>
    </message>
    <message>
        <source>Open the second card</source>
        <translation>打开后一张卡</translation>
    </message>
    <message>
        <source>Opened at</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Opened for reading only: you can look, search and print, but change nothing.</source>
        <translation>文件以只读方式打开：可以查看、查找和打印，不能修改。</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Opening the round</source>
        <translation>正在打开评定</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Opinion of it</source>
        <translation>使用评价</translation>
    </message>
    <message>
        <source>Opinion of that brand</source>
        <translation>对该品牌的评价</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>下单日期</translation>
    </message>
    <message>
        <source>Order line</source>
        <translation>订单明细</translation>
    </message>
    <message>
        <source>Order lines</source>
        <translation>订单明细</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>订单编号</translation>
    </message>
    <message>
        <source>Order of the custom fields</source>
        <translation>调整自定义字段的顺序</translation>
    </message>
    <message>
        <source>Order of the views</source>
        <translation>调整视图顺序</translation>
    </message>
    <message>
        <source>Order total</source>
        <translation>订单总额</translation>
    </message>
    <message>
        <source>Order {number} is in the file already, with {kept}; the sheet says {sheet}. The file was left as it is.</source>
        <translation>订单 {number} 文件里已有，金额 {kept}，表中是 {sheet}。文件里的没有改动。</translation>
    </message>
    <message>
        <source>Order {number} is in the file already.</source>
        <translation>订单 {number} 文件里已有。</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>订单金额</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Orders and order lines</source>
        <translation>订单及明细</translation>
    </message>
    <message>
        <source>Orders and payments</source>
        <translation>订单与回款</translation>
    </message>
    <message>
        <source>Orders: {orders}, payments: {payments}.</source>
        <translation>订单：{orders}，回款：{payments}。</translation>
    </message>
    <message>
        <source>Ordinary</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Ordinary customers</source>
        <translation>一般客户</translation>
    </message>
    <message>
        <source>Ordinary day</source>
        <translation>平常日</translation>
    </message>
    <message>
        <source>Ordinary member</source>
        <translation>普通会员</translation>
    </message>
    <message>
        <source>Ordinary, drifting away</source>
        <translation>一般挽留客户</translation>
    </message>
    <message>
        <source>Ordinary, loyal</source>
        <translation>一般价值客户</translation>
    </message>
    <message>
        <source>Ordinary, to develop</source>
        <translation>一般发展客户</translation>
    </message>
    <message>
        <source>Ordinary, to keep</source>
        <translation>一般保持客户</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>组织结构</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Other contact</source>
        <translation>对方联系人</translation>
    </message>
    <message>
        <source>Other customer</source>
        <translation>对方客户</translation>
    </message>
    <message>
        <source>Other party</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>Others of ours</source>
        <translation>我方其他人</translation>
    </message>
    <message>
        <source>Others of theirs</source>
        <translation>对方其他人</translation>
    </message>
    <message>
        <source>Our promise</source>
        <translation>我方承诺</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Outlook</source>
        <translation>展望</translation>
    </message>
    <message>
        <source>Over or cancelled in that calendar: the series is stopped here.</source>
        <translation>在对方日历中已结束或取消：这里的定期跟进停止。</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>逾期</translation>
    </message>
    <message>
        <source>Overdue and unplanned</source>
        <translation>逾期与未安排</translation>
    </message>
    <message>
        <source>Overdue and unplanned beside it</source>
        <translation>旁边显示逾期与未安排</translation>
    </message>
    <message>
        <source>Overdue follow-ups</source>
        <translation>逾期跟进</translation>
    </message>
    <message>
        <source>Overdue: {count}</source>
        <translation>逾期：{count}</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Owe us money</source>
        <translation>有欠款</translation>
    </message>
    <message>
        <source>Owed</source>
        <translation>欠款</translation>
    </message>
    <message>
        <source>Owed past its due day. Less is better.</source>
        <translation>超过到期日仍未付的款，越少越好。</translation>
    </message>
    <message>
        <source>Own cadence</source>
        <translation>单独频度</translation>
    </message>
    <message>
        <source>Own cadence lifted: {name}</source>
        <translation>取消 {name} 的单独频度</translation>
    </message>
    <message>
        <source>Own cadence of {name}: {ideal}–{maximum} days</source>
        <translation>{name} 单独频度：{ideal}–{maximum} 天</translation>
    </message>
    <message>
        <source>Own cadence: contact every {days} days</source>
        <translation>单独频度：每 {days} 天联系一次</translation>
    </message>
    <message>
        <source>Own cadence: contact every {ideal}–{maximum} days</source>
        <translation>单独频度：每 {ideal}–{maximum} 天联系一次</translation>
    </message>
    <message>
        <source>Own cadence: {ideal}–{maximum} days</source>
        <translation>单独频度：{ideal}–{maximum} 天</translation>
    </message>
    <message>
        <source>Ox</source>
        <translation>牛</translation>
    </message>
    <message>
        <source>P(alive) of the purchase model, 0 to 1.</source>
        <translation>采购模型的 P(alive)，0 到 1。</translation>
    </message>
    <message>
        <source>Page before (Page Up)</source>
        <translation>上一页（Page Up）</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>第 {page} 页，共 {pages} 页</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已回款</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>回款日期</translation>
    </message>
    <message>
        <source>Paid on time</source>
        <translation>回款及时率</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>所在部分</translation>
    </message>
    <message>
        <source>Part of the card</source>
        <translation>所在部分</translation>
    </message>
    <message>
        <source>Part of the score</source>
        <translation>考核项目</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>伙伴</translation>
    </message>
    <message>
        <source>Parts of the score</source>
        <translation>得分明细</translation>
    </message>
    <message>
        <source>Party Founding Day</source>
        <translation>建党节</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Past 12 months</source>
        <translation>最近 12 个月</translation>
    </message>
    <message>
        <source>Past 14 days</source>
        <translation>近 14 天</translation>
    </message>
    <message>
        <source>Past 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Past 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Past its end</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Past their end</source>
        <translation>已到期</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Paste a copied picture or copied files</source>
        <translation>粘贴复制的图片或文件</translation>
    </message>
    <message>
        <source>Paste a copied picture or copied files (Ctrl+V)</source>
        <translation>粘贴已复制的图片或文件（Ctrl+V）</translation>
    </message>
    <message>
        <source>Paste a line or a paragraph here, e.g.:</source>
        <translation>把一行或一段文字粘贴到这里，例如：</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文字</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>回款</translation>
    </message>
    <message>
        <source>Payment method</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>回款</translation>
    </message>
    <message>
        <source>Payments due</source>
        <translation>应收到期</translation>
    </message>
    <message>
        <source>Payments received</source>
        <translation>回款</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>People of the office</source>
        <translation>办公室人员</translation>
    </message>
    <message>
        <source>Per cent</source>
        <translation>完成率</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Period compared</source>
        <translation>比较周期</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Person of the office</source>
        <translation>办公室人员</translation>
    </message>
    <message>
        <source>Person to see to it</source>
        <translation>跟办人</translation>
    </message>
    <message>
        <source>Person {name}</source>
        <translation>人员 {name}</translation>
    </message>
    <message>
        <source>Personal customer</source>
        <translation>个人客户</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Personal data held by this office</source>
        <translation>本单位保存的个人信息</translation>
    </message>
    <message>
        <source>Personal data of {name}</source>
        <translation>{name}的个人信息</translation>
    </message>
    <message>
        <source>Personal data record</source>
        <translation>个人信息记录</translation>
    </message>
    <message>
        <source>Personal data review</source>
        <translation>个人信息复核</translation>
    </message>
    <message>
        <source>Personal data {name} {day}</source>
        <translation>个人信息 {name} {day}</translation>
    </message>
    <message>
        <source>Personal data…</source>
        <translation>个人信息…</translation>
    </message>
    <message>
        <source>Persons up for review…</source>
        <translation>待复核的人员…</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phone and ID numbers on the screen</source>
        <translation>屏幕上的电话和证件号码</translation>
    </message>
    <message>
        <source>Phone call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>电话号码</translation>
    </message>
    <message>
        <source>Phone or address</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Phone or mobile</source>
        <translation>电话或手机</translation>
    </message>
    <message>
        <source>Phones</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Phones and accounts</source>
        <translation>电话与账号</translation>
    </message>
    <message>
        <source>Phones and addresses</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Photo…</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>Pick a date</source>
        <translation>选日期</translation>
    </message>
    <message>
        <source>Pick a date for {field}</source>
        <translation>为“{field}”选日期</translation>
    </message>
    <message>
        <source>Pick a day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Picture {day}</source>
        <translation>图片 {day}</translation>
    </message>
    <message>
        <source>Pig</source>
        <translation>猪</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Place for a value</source>
        <translation>取值与位次</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>排列位置</translation>
    </message>
    <message>
        <source>Places of a grid are whole numbers from 0 to {most}.</source>
        <translation>矩阵的位置须为 0 到 {most} 的整数。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plan a follow-up…</source>
        <translation>安排跟进…</translation>
    </message>
    <message>
        <source>Plan cancelled</source>
        <translation>计划已取消</translation>
    </message>
    <message>
        <source>Plan cancelled: {name}</source>
        <translation>已取消计划：{name}</translation>
    </message>
    <message>
        <source>Plan for customers in no tier</source>
        <translation>未定级客户策略</translation>
    </message>
    <message>
        <source>Plan for the day looked at</source>
        <translation>安排到当前这一天</translation>
    </message>
    <message>
        <source>Plan for tier {tier}</source>
        <translation>{tier} 级策略</translation>
    </message>
    <message>
        <source>Plan for {name}</source>
        <translation>安排跟进 {name}</translation>
    </message>
    <message>
        <source>Plan it</source>
        <translation>安排</translation>
    </message>
    <message>
        <source>Plan of the day</source>
        <translation>今日安排</translation>
    </message>
    <message>
        <source>Plan of the week</source>
        <translation>排周计划</translation>
    </message>
    <message>
        <source>Plan of the week: {count} follow-ups</source>
        <translation>排周计划：{count} 次跟进</translation>
    </message>
    <message>
        <source>Plan the next step</source>
        <translation>计划下一步</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Planned again</source>
        <translation>已改回计划</translation>
    </message>
    <message>
        <source>Planned again: {name}</source>
        <translation>已改回计划：{name}</translation>
    </message>
    <message>
        <source>Planned for the day</source>
        <translation>当日计划</translation>
    </message>
    <message>
        <source>Planned for {name}</source>
        <translation>已为“{name}”安排计划</translation>
    </message>
    <message>
        <source>Planned on</source>
        <translation>计划日期</translation>
    </message>
    <message>
        <source>Planned time</source>
        <translation>计划时间</translation>
    </message>
    <message>
        <source>Planned: {count} follow-ups in the week of {day}</source>
        <translation>已排 {day} 这一周的 {count} 次跟进</translation>
    </message>
    <message>
        <source>Planned: {what}</source>
        <translation>计划：{what}</translation>
    </message>
    <message>
        <source>Planning the week</source>
        <translation>正在排周计划</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plan…</source>
        <translation>安排…</translation>
    </message>
    <message>
        <source>Plate number</source>
        <translation>车牌</translation>
    </message>
    <message>
        <source>Please choose at least one day of the week.</source>
        <translation>请至少选一个星期几。</translation>
    </message>
    <message>
        <source>Please choose at least one kind of key date.</source>
        <translation>请至少选一种重要日期。</translation>
    </message>
    <message>
        <source>Please choose who does this step; somebody who works here.</source>
        <translation>请选择由谁来做，须是在职人员。</translation>
    </message>
    <message>
        <source>Please give a day.</source>
        <translation>请填写日期。</translation>
    </message>
    <message>
        <source>Please give a name.</source>
        <translation>请填写名称。</translation>
    </message>
    <message>
        <source>Please give both days.</source>
        <translation>请写明起止两天。</translation>
    </message>
    <message>
        <source>Please give the field a title.</source>
        <translation>请填写字段名称。</translation>
    </message>
    <message>
        <source>Please give the reason; it stands on the rating sheet.</source>
        <translation>请填写原因，它会印在评定表上。</translation>
    </message>
    <message>
        <source>Please give the satisfaction or how likely they would recommend us.</source>
        <translation>请填写满意度或推荐意愿。</translation>
    </message>
    <message>
        <source>Please give the view a name.</source>
        <translation>请给视图起个名称。</translation>
    </message>
    <message>
        <source>Please name the competitor.</source>
        <translation>请填写竞品厂家。</translation>
    </message>
    <message>
        <source>Please say what it should become.</source>
        <translation>请填写要改成什么。</translation>
    </message>
    <message>
        <source>Please say what the contract is about.</source>
        <translation>请填写合同内容。</translation>
    </message>
    <message>
        <source>Please say who takes the cards.</source>
        <translation>请选择领卡人。</translation>
    </message>
    <message>
        <source>Please write down what can be chosen, one a line.</source>
        <translation>请写明可选的项目，一行一个。</translation>
    </message>
    <message>
        <source>Please write in a few words what it is about.</source>
        <translation>请用几个字写明是什么事。</translation>
    </message>
    <message>
        <source>Please write the reason.</source>
        <translation>请写明原因。</translation>
    </message>
    <message>
        <source>Please write what came of it, or mark it as not effective.</source>
        <translation>请写明跟进结果，或标为无效跟进。</translation>
    </message>
    <message>
        <source>Please write what happened.</source>
        <translation>请写明发生了什么。</translation>
    </message>
    <message>
        <source>Please write what has to be put right on this card.</source>
        <translation>请写明这张资料卡哪里需要改正。</translation>
    </message>
    <message>
        <source>Please write what is different.</source>
        <translation>请写明哪里与记录不符。</translation>
    </message>
    <message>
        <source>Please write what is to be done.</source>
        <translation>请填写要做什么。</translation>
    </message>
    <message>
        <source>Please write what was given or done.</source>
        <translation>请写明送了什么、做了什么。</translation>
    </message>
    <message>
        <source>Please write what was promised.</source>
        <translation>请写明承诺的内容。</translation>
    </message>
    <message>
        <source>Please write what you want to say.</source>
        <translation>请写下要说的话。</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Points are given</source>
        <translation>计分方式</translation>
    </message>
    <message>
        <source>Points for a value</source>
        <translation>取值与分值</translation>
    </message>
    <message>
        <source>Points from limit {number}</source>
        <translation>第 {number} 档分值</translation>
    </message>
    <message>
        <source>Points go from 0 to 100.</source>
        <translation>分值须在 0 到 100 之间。</translation>
    </message>
    <message>
        <source>Points of criterion {number}</source>
        <translation>指标 {number} 的计分</translation>
    </message>
    <message>
        <source>Pool and recall</source>
        <translation>公海与收回</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Postponed</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Postponed 3×</source>
        <translation>改期≥3次</translation>
    </message>
    <message>
        <source>Postponed three times or more</source>
        <translation>改期三次以上</translation>
    </message>
    <message>
        <source>Potential</source>
        <translation>潜在</translation>
    </message>
    <message>
        <source>Prepare greetings or a gift for the birthday</source>
        <translation>准备生日问候或礼品</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>正在准备</translation>
    </message>
    <message>
        <source>Principal</source>
        <translation>经营者</translation>
    </message>
    <message>
        <source>Print card</source>
        <translation>打印资料卡</translation>
    </message>
    <message>
        <source>Print card with boxes to fill in</source>
        <translation>打印资料卡（空项留填写框）</translation>
    </message>
    <message>
        <source>Print customer cards of FILE to a PDF.</source>
        <translation>把 FILE 中的客户资料卡输出为 PDF。</translation>
    </message>
    <message>
        <source>Print one JSON object on stdout.</source>
        <translation>在标准输出上给出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Print the card</source>
        <translation>打印资料卡</translation>
    </message>
    <message>
        <source>Print the follow-up sheet</source>
        <translation>打印今日跟进单</translation>
    </message>
    <message>
        <source>Print the sheet…</source>
        <translation>打印今日跟进单…</translation>
    </message>
    <message>
        <source>Printed at the head of every sheet.</source>
        <translation>打印在每张单据的抬头。</translation>
    </message>
    <message>
        <source>Printed cards taken out</source>
        <translation>领卡还卡</translation>
    </message>
    <message>
        <source>Printed on</source>
        <translation>打印日期</translation>
    </message>
    <message>
        <source>Printing customer cards</source>
        <translation>正在生成客户资料卡</translation>
    </message>
    <message>
        <source>Printing the follow-up sheet</source>
        <translation>正在打印今日跟进单</translation>
    </message>
    <message>
        <source>Proactive</source>
        <translation>能动</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>存在问题</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Product categories</source>
        <translation>品类数</translation>
    </message>
    <message>
        <source>Product code</source>
        <translation>产品编码</translation>
    </message>
    <message>
        <source>Product name</source>
        <translation>产品名称</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>产品</translation>
    </message>
    <message>
        <source>Profile saved: {name}</source>
        <translation>导入方案已保存：{name}</translation>
    </message>
    <message>
        <source>Profit and cost customers</source>
        <translation>利润客户与成本客户</translation>
    </message>
    <message>
        <source>Profit customers</source>
        <translation>利润客户</translation>
    </message>
    <message>
        <source>Profit of the line</source>
        <translation>明细毛利</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Promise broken</source>
        <translation>承诺未兑现</translation>
    </message>
    <message>
        <source>Promise kept</source>
        <translation>承诺已兑现</translation>
    </message>
    <message>
        <source>Promise open again</source>
        <translation>承诺重新打开</translation>
    </message>
    <message>
        <source>Promise with {name}</source>
        <translation>与{name}的承诺</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Promised on</source>
        <translation>承诺日期</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>承诺</translation>
    </message>
    <message>
        <source>Promises of customers</source>
        <translation>客户承诺</translation>
    </message>
    <message>
        <source>Promises we gave</source>
        <translation>我方承诺</translation>
    </message>
    <message>
        <source>Promise…</source>
        <translation>有承诺…</translation>
    </message>
    <message>
        <source>Promotion</source>
        <translation>促销</translation>
    </message>
    <message>
        <source>Promotion plan</source>
        <translation>提升计划</translation>
    </message>
    <message>
        <source>Promotion plan for which customer?</source>
        <translation>为哪位客户制订提升计划？</translation>
    </message>
    <message>
        <source>Promotion plan for {name}</source>
        <translation>{name} 的提升计划</translation>
    </message>
    <message>
        <source>Promotion plan of {name} changed</source>
        <translation>修改 {name} 的提升计划</translation>
    </message>
    <message>
        <source>Promotion plan of {name} settled</source>
        <translation>{name} 的提升计划已了结</translation>
    </message>
    <message>
        <source>Promotion plan {step}</source>
        <translation>提升计划 {step}</translation>
    </message>
    <message>
        <source>Promotion plans</source>
        <translation>提升计划</translation>
    </message>
    <message>
        <source>Promotion plans for {count} customers</source>
        <translation>为 {count} 位客户制订提升计划</translation>
    </message>
    <message>
        <source>Promotion plan…</source>
        <translation>提升计划…</translation>
    </message>
    <message>
        <source>Proposal, held against the round of {day}</source>
        <translation>待发布，与 {day} 的评定对比</translation>
    </message>
    <message>
        <source>Proposal, not published</source>
        <translation>评定建议，未发布</translation>
    </message>
    <message>
        <source>Propose anew</source>
        <translation>重新建议</translation>
    </message>
    <message>
        <source>Proposed ({count})</source>
        <translation>建议收回（{count}）</translation>
    </message>
    <message>
        <source>Proposed for recall</source>
        <translation>建议收回</translation>
    </message>
    <message>
        <source>Prospects of buying</source>
        <translation>购买条件</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Province, city, district</source>
        <translation>省市区</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>发布评定</translation>
    </message>
    <message>
        <source>Publish rating {name}, {day}</source>
        <translation>发布评定 {name}（{day}）</translation>
    </message>
    <message>
        <source>Publish the round</source>
        <translation>发布评定</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Published at</source>
        <translation>发布时间</translation>
    </message>
    <message>
        <source>Published by</source>
        <translation>发布人</translation>
    </message>
    <message>
        <source>Published by the person</source>
        <translation>本人已公开</translation>
    </message>
    <message>
        <source>Published rounds</source>
        <translation>已发布的评定</translation>
    </message>
    <message>
        <source>Published.</source>
        <translation>已发布。</translation>
    </message>
    <message>
        <source>Published: {scheme}, {day}</source>
        <translation>已发布评定：{scheme}，{day}</translation>
    </message>
    <message>
        <source>Publishing the round</source>
        <translation>正在发布评定</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>发布…</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>购买</translation>
    </message>
    <message>
        <source>Purchases</source>
        <translation>累计采购</translation>
    </message>
    <message>
        <source>Purchases and growth by class</source>
        <translation>各等级采购额与增长</translation>
    </message>
    <message>
        <source>Purchases and net contribution of each customer</source>
        <translation>各客户的采购额与净贡献</translation>
    </message>
    <message>
        <source>Purchases are of the last 12 months.</source>
        <translation>采购额为近 12 个月数据。</translation>
    </message>
    <message>
        <source>Purchases are of the window of the scheme in each round.</source>
        <translation>采购额为各轮中该方案统计窗口内的数额。</translation>
    </message>
    <message>
        <source>Purchases are the same in both rounds.</source>
        <translation>两轮采购额相同。</translation>
    </message>
    <message>
        <source>Purchases divided by their number.</source>
        <translation>采购额除以采购次数。</translation>
    </message>
    <message>
        <source>Purchases fell by {change}. Of all decline {part} is that of {who}.</source>
        <translation>采购额减少 {change}；全部减少额中 {part} 来自{who}。</translation>
    </message>
    <message>
        <source>Purchases grew by {change}. Of all growth {part} came from {who}, {best} from {best_class}.</source>
        <translation>采购额增加 {change}；全部增加额中 {part} 来自{who}，{best_class}占 {best}。</translation>
    </message>
    <message>
        <source>Purchases grew by {change}. Of all growth {part} came from {who}, {rest} from all others.</source>
        <translation>采购额增加 {change}；全部增加额中 {part} 来自{who}，其余客户占 {rest}。</translation>
    </message>
    <message>
        <source>Purchases in the last days</source>
        <translation>最近若干天购买额</translation>
    </message>
    <message>
        <source>Purchases in total</source>
        <translation>累计购买</translation>
    </message>
    <message>
        <source>Purchases less returns.</source>
        <translation>采购额减去退货。</translation>
    </message>
    <message>
        <source>Purchases made</source>
        <translation>购买次数</translation>
    </message>
    <message>
        <source>Purchases now</source>
        <translation>现采购额</translation>
    </message>
    <message>
        <source>Purchases of the window against the equal window before it.</source>
        <translation>本期采购额与前一个等长时期相比。</translation>
    </message>
    <message>
        <source>Purchases then</source>
        <translation>原采购额</translation>
    </message>
    <message>
        <source>Purchases {amount}</source>
        <translation>采购额 {amount}</translation>
    </message>
    <message>
        <source>Purchases, 12 months</source>
        <translation>近 12 个月购买</translation>
    </message>
    <message>
        <source>Purchasing power</source>
        <translation>购买力</translation>
    </message>
    <message>
        <source>Pure Brightness</source>
        <translation>清明</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>跟进内容</translation>
    </message>
    <message>
        <source>Purpose of keeping</source>
        <translation>保存目的</translation>
    </message>
    <message>
        <source>Purpose of the next follow-up</source>
        <translation>下次跟进内容</translation>
    </message>
    <message>
        <source>Purpose, basis and end of keeping as set in the settings, where nothing is written</source>
        <translation>空着的目的、依据和保存期限按设置填入</translation>
    </message>
    <message>
        <source>Purpose, basis and how long data is kept, for the record of a person. At the end of that time the person comes up for review. 0 years: no end.</source>
        <translation>个人信息记录中的目的、依据和保存时间。到期后进入复核。0 年表示不设期限。</translation>
    </message>
    <message>
        <source>Put aside</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Put aside: {name}</source>
        <translation>已停用：{name}</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Put in the recycle bin</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Put in the recycle bin: {count} customers</source>
        <translation>{count} 位客户已放入回收站</translation>
    </message>
    <message>
        <source>Put it on</source>
        <translation>加上标签</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>改期情况</translation>
    </message>
    <message>
        <source>Put on</source>
        <translation>排到</translation>
    </message>
    <message>
        <source>Put on tags or take them off</source>
        <translation>添加或去掉标签</translation>
    </message>
    <message>
        <source>Pyramid</source>
        <translation>金字塔</translation>
    </message>
    <message>
        <source>QQ</source>
        <translation>QQ</translation>
    </message>
    <message>
        <source>Qingming</source>
        <translation>清明节</translation>
    </message>
    <message>
        <source>Qixi</source>
        <translation>七夕</translation>
    </message>
    <message>
        <source>Quality of managers and sales staff</source>
        <translation>经营管理者和业务人员素质</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Quantity and price do not make this amount; the amount was taken.</source>
        <translation>数量乘单价与金额不符，以金额为准。</translation>
    </message>
    <message>
        <source>Quit Kezha</source>
        <translation>退出客札</translation>
    </message>
    <message>
        <source>R F M</source>
        <translation>R F M</translation>
    </message>
    <message>
        <source>R F M and segment</source>
        <translation>R F M 与细分</translation>
    </message>
    <message>
        <source>R from–to</source>
        <translation>R 从–到</translation>
    </message>
    <message>
        <source>RFM scores</source>
        <translation>RFM 评分</translation>
    </message>
    <message>
        <source>RFM with segments</source>
        <translation>RFM 细分</translation>
    </message>
    <message>
        <source>Rabbit</source>
        <translation>兔</translation>
    </message>
    <message>
        <source>Rain Water</source>
        <translation>雨水</translation>
    </message>
    <message>
        <source>Rat</source>
        <translation>鼠</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>评定</translation>
    </message>
    <message>
        <source>Rate now…</source>
        <translation>开始评定…</translation>
    </message>
    <message>
        <source>Rate the customers</source>
        <translation>去评定</translation>
    </message>
    <message>
        <source>Rate the customers by a scheme</source>
        <translation>按方案评定客户</translation>
    </message>
    <message>
        <source>Rate the customers of FILE by a tier scheme.</source>
        <translation>按分级方案评定 FILE 中的客户。</translation>
    </message>
    <message>
        <source>Rated by</source>
        <translation>评定人</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>评定结果</translation>
    </message>
    <message>
        <source>Rating due</source>
        <translation>该评定了</translation>
    </message>
    <message>
        <source>Rating due: {name}, last on {day}</source>
        <translation>该评定了：{name}，上一轮 {day}</translation>
    </message>
    <message>
        <source>Rating round</source>
        <translation>评定轮次</translation>
    </message>
    <message>
        <source>Rating rounds</source>
        <translation>评定</translation>
    </message>
    <message>
        <source>Rating rounds due</source>
        <translation>到期的评定</translation>
    </message>
    <message>
        <source>Rating sheet</source>
        <translation>客户评定表</translation>
    </message>
    <message>
        <source>Rating sheet with {customers} customers on {pages} pages: {name}</source>
        <translation>评定表已保存（{customers} 位客户，{pages} 页）：{name}</translation>
    </message>
    <message>
        <source>Rating sheet written: {file}</source>
        <translation>评定表已写入：{file}</translation>
    </message>
    <message>
        <source>Rating sheet written: {name}</source>
        <translation>评定表已保存：{name}</translation>
    </message>
    <message>
        <source>Rating sheet {scheme} {day}</source>
        <translation>客户评定表 {scheme} {day}</translation>
    </message>
    <message>
        <source>Rating the customers</source>
        <translation>正在评定客户</translation>
    </message>
    <message>
        <source>Rating the customers…</source>
        <translation>正在评定客户…</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>已达成</translation>
    </message>
    <message>
        <source>Reactive</source>
        <translation>被动</translation>
    </message>
    <message>
        <source>Read and comment</source>
        <translation>查看并批注</translation>
    </message>
    <message>
        <source>Reading the calendar</source>
        <translation>正在读取日历</translation>
    </message>
    <message>
        <source>Reading what is due</source>
        <translation>正在读取到期事项</translation>
    </message>
    <message>
        <source>Reading {file} needs more than {limit} MB of memory and was stopped. Divide it into smaller files.</source>
        <translation>读取 {file} 需要的内存超过 {limit} MB，已停止。请拆分成较小的文件。</translation>
    </message>
    <message>
        <source>Reading {file} took more than {limit} seconds and was stopped. Divide it into smaller files.</source>
        <translation>读取 {file} 超过 {limit} 秒，已停止。请拆分成较小的文件。</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason and remarks</source>
        <translation>原因与说明</translation>
    </message>
    <message>
        <source>Reason for leaving</source>
        <translation>离职原因</translation>
    </message>
    <message>
        <source>Reason noted: {name}</source>
        <translation>已注明原因：{name}</translation>
    </message>
    <message>
        <source>Reason: {reason}</source>
        <translation>原因：{reason}</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>原因汇总</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Recall {count} customers: {reason}</source>
        <translation>收回 {count} 位客户：{reason}</translation>
    </message>
    <message>
        <source>Recalled: {names}. They wait under “Nobody's”.</source>
        <translation>已收回：{names}，已转入“待分配”。</translation>
    </message>
    <message>
        <source>Receivable</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Receivables due</source>
        <translation>到期应收</translation>
    </message>
    <message>
        <source>Receivables falling due</source>
        <translation>应收到期</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>记录数</translation>
    </message>
    <message>
        <source>Records in the recycle bin, deleted earlier: {count}.</source>
        <translation>回收站中以前删除的记录：{count}。</translation>
    </message>
    <message>
        <source>Recurring</source>
        <translation>定期跟进</translation>
    </message>
    <message>
        <source>Recurring follow-up</source>
        <translation>定期跟进</translation>
    </message>
    <message>
        <source>Recurring follow-up with {name}</source>
        <translation>定期跟进：{name}</translation>
    </message>
    <message>
        <source>Recurring follow-up with {name} changed</source>
        <translation>更改定期跟进：{name}</translation>
    </message>
    <message>
        <source>Recurring follow-up with {name} ended</source>
        <translation>结束定期跟进：{name}</translation>
    </message>
    <message>
        <source>Recurring follow-ups laid out ahead</source>
        <translation>自动排出后续的定期跟进</translation>
    </message>
    <message>
        <source>Recurring follow-up…</source>
        <translation>定期跟进…</translation>
    </message>
    <message>
        <source>Recurs</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Recycle bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>转介绍</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>转介绍</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>未导入</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地区</translation>
    </message>
    <message>
        <source>Register of a period</source>
        <translation>某段时间的登记</translation>
    </message>
    <message>
        <source>Register of lent cards</source>
        <translation>发卡登记表</translation>
    </message>
    <message>
        <source>Register of lent cards {period}</source>
        <translation>发卡登记 {period}</translation>
    </message>
    <message>
        <source>Registered capital</source>
        <translation>注册资本</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>关系</translation>
    </message>
    <message>
        <source>Relations of {name}</source>
        <translation>{name}的关系</translation>
    </message>
    <message>
        <source>Relations with competitors</source>
        <translation>与其他竞争者的关系</translation>
    </message>
    <message>
        <source>Relationship</source>
        <translation>关系类型</translation>
    </message>
    <message>
        <source>Relationship to aim at</source>
        <translation>关系类型建议</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>亲属</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Remark: what is to be put right</source>
        <translation>说明：哪里需要改正</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Remarks on imported rows:</source>
        <translation>已导入的行中需要注意：</translation>
    </message>
    <message>
        <source>Remarks, counted</source>
        <translation>说明汇总</translation>
    </message>
    <message>
        <source>Remember that these are two customers</source>
        <translation>记住这是两位不同的客户</translation>
    </message>
    <message>
        <source>Remembered as different: {count} pairs</source>
        <translation>已记为不是重复：{count} 对</translation>
    </message>
    <message>
        <source>Remind</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Remind before</source>
        <translation>提前提醒</translation>
    </message>
    <message>
        <source>Remind before, minutes</source>
        <translation>提前提醒的分钟数</translation>
    </message>
    <message>
        <source>Remind days before</source>
        <translation>提前提醒天数</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Reminders</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>Reminders and the plan of a week</source>
        <translation>提醒与周计划</translation>
    </message>
    <message>
        <source>Reminders on this computer</source>
        <translation>本机提醒</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Remove criterion {number}</source>
        <translation>删除指标 {number}</translation>
    </message>
    <message>
        <source>Remove custom field {title} with {count} answers</source>
        <translation>删除自定义字段“{title}”及其 {count} 项内容</translation>
    </message>
    <message>
        <source>Remove follow-up sequence {name}</source>
        <translation>移除跟进方案“{name}”</translation>
    </message>
    <message>
        <source>Remove limit {number}</source>
        <translation>删除第 {number} 档</translation>
    </message>
    <message>
        <source>Remove segment {number}</source>
        <translation>删除细分 {number}</translation>
    </message>
    <message>
        <source>Remove the field</source>
        <translation>删除字段</translation>
    </message>
    <message>
        <source>Remove the field “{title}”?</source>
        <translation>删除字段“{title}”？</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>删除这个条件</translation>
    </message>
    <message>
        <source>Remove this group</source>
        <translation>删除这个条件组</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>删除这一行</translation>
    </message>
    <message>
        <source>Remove this step</source>
        <translation>移除这一步</translation>
    </message>
    <message>
        <source>Remove tier scheme {name}</source>
        <translation>删除分级方案 {name}</translation>
    </message>
    <message>
        <source>Remove {tier}</source>
        <translation>删除 {tier}</translation>
    </message>
    <message>
        <source>Remove “{name}”?</source>
        <translation>移除“{name}”？</translation>
    </message>
    <message>
        <source>Removed: scheme {name}</source>
        <translation>已删除方案：{name}</translation>
    </message>
    <message>
        <source>Rename in the answers too</source>
        <translation>已填内容一起改名</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Rename this view…</source>
        <translation>重命名此视图…</translation>
    </message>
    <message>
        <source>Rename view {name}</source>
        <translation>重命名视图“{name}”</translation>
    </message>
    <message>
        <source>Renamed: view “{name}”</source>
        <translation>已重命名视图“{name}”</translation>
    </message>
    <message>
        <source>Renew it</source>
        <translation>续签</translation>
    </message>
    <message>
        <source>Renew the contract</source>
        <translation>续签合同</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>续签…</translation>
    </message>
    <message>
        <source>Reopen follow-up with {name}</source>
        <translation>改回计划：{name}</translation>
    </message>
    <message>
        <source>Rep</source>
        <translation>业务员</translation>
    </message>
    <message>
        <source>Rep has left</source>
        <translation>业务员已离职</translation>
    </message>
    <message>
        <source>Rep in charge</source>
        <translation>负责业务员</translation>
    </message>
    <message>
        <source>Rep who followed up</source>
        <translation>跟进人</translation>
    </message>
    <message>
        <source>Rep who sold</source>
        <translation>销售业务员</translation>
    </message>
    <message>
        <source>Repeats…</source>
        <translation>定期重复…</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>替换这个文件</translation>
    </message>
    <message>
        <source>Report written: {name}</source>
        <translation>导入结果已保存：{name}</translation>
    </message>
    <message>
        <source>Reputation</source>
        <translation>声誉</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>Required fields</source>
        <translation>资料完整度</translation>
    </message>
    <message>
        <source>Required fields…</source>
        <translation>设置必填项…</translation>
    </message>
    <message>
        <source>Resources poured only into the best class buy little where it grows little.</source>
        <translation>若最高等级增长有限，只把资源投向它收效不大。</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>跟进结果</translation>
    </message>
    <message>
        <source>Result or purpose</source>
        <translation>结果或内容</translation>
    </message>
    <message>
        <source>Result: {result}</source>
        <translation>结果：{result}</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>Return visit</source>
        <translation>回访</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>退货金额</translation>
    </message>
    <message>
        <source>Returned on</source>
        <translation>归还日期</translation>
    </message>
    <message>
        <source>Returned: {count} cards</source>
        <translation>已还 {count} 张</translation>
    </message>
    <message>
        <source>Returned: {name}</source>
        <translation>已还：{name}</translation>
    </message>
    <message>
        <source>Returns, 12 months</source>
        <translation>近 12 个月退货</translation>
    </message>
    <message>
        <source>Review: what is still missing, and what can be done yet</source>
        <translation>复盘：还差多少，还能做什么</translation>
    </message>
    <message>
        <source>Risen</source>
        <translation>升级客户</translation>
    </message>
    <message>
        <source>Rises</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>Rises and falls</source>
        <translation>升降</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Rooster</source>
        <translation>鸡</translation>
    </message>
    <message>
        <source>Rose from {tier}</source>
        <translation>由 {tier} 升级</translation>
    </message>
    <message>
        <source>Rose: {up}; fell: {down}; new to a class: {new}; left all classes: {out}; stayed: {same}.</source>
        <translation>上升 {up} 位，下降 {down} 位，新定级 {new} 位，退出等级 {out} 位，不变 {same} 位。</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Round as of {day}, published by {who} at {at}, version {number}</source>
        <translation>{day} 的评定，{who} 于 {at} 发布，方案版本 {number}</translation>
    </message>
    <message>
        <source>Round of {day}</source>
        <translation>{day} 评定</translation>
    </message>
    <message>
        <source>Round published by {who}, version {number}</source>
        <translation>评定由 {who} 发布，方案版本 {number}</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>评定周期</translation>
    </message>
    <message>
        <source>Rounds by it</source>
        <translation>用于评定</translation>
    </message>
    <message>
        <source>Rounds due</source>
        <translation>评定到期</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Row {row} of {file} has a cell of more than {limit} characters. Usually a quotation mark before it is never closed; correct it and try again.</source>
        <translation>{file} 第 {row} 行有一个单元格超过 {limit} 个字符，多半是前面有引号没有配对。请改正后再试。</translation>
    </message>
    <message>
        <source>Row {row} of {file} opens a quotation mark that is never closed. Correct it and try again.</source>
        <translation>{file} 第 {row} 行有一个引号没有配对。请改正后再试。</translation>
    </message>
    <message>
        <source>Rows {rows}: created {created}, updated {updated}, skipped {skipped}, refused {refused}.</source>
        <translation>共 {rows} 行：新建 {created}，更新 {updated}，跳过 {skipped}，拒绝 {refused}。</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rule of recurrence</source>
        <translation>重复规则</translation>
    </message>
    <message>
        <source>Rule of the office</source>
        <translation>办公室规则</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Rules of recall</source>
        <translation>收回规则</translation>
    </message>
    <message>
        <source>Rules of the calendar</source>
        <translation>日程规则</translation>
    </message>
    <message>
        <source>Rules of the office</source>
        <translation>办公室规则</translation>
    </message>
    <message>
        <source>Rules of the supervisor's desk</source>
        <translation>主管工作规则</translation>
    </message>
    <message>
        <source>Rules…</source>
        <translation>规则…</translation>
    </message>
    <message>
        <source>Run of a sequence</source>
        <translation>方案执行</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>六</translation>
    </message>
    <message>
        <source>Sales activity</source>
        <translation>活动现状</translation>
    </message>
    <message>
        <source>Sales capability</source>
        <translation>销售能力</translation>
    </message>
    <message>
        <source>Same birthday {value}</source>
        <translation>生日相同：{value}</translation>
    </message>
    <message>
        <source>Same e-mail or account {value}</source>
        <translation>邮箱或账号相同：{value}</translation>
    </message>
    <message>
        <source>Same employer {value}</source>
        <translation>工作单位相同：{value}</translation>
    </message>
    <message>
        <source>Same group</source>
        <translation>同集团</translation>
    </message>
    <message>
        <source>Same name, another region: {value}</source>
        <translation>名称相同，地区不同：{value}</translation>
    </message>
    <message>
        <source>Same name: {value}</source>
        <translation>名称相同：{value}</translation>
    </message>
    <message>
        <source>Same number {value}</source>
        <translation>号码相同：{value}</translation>
    </message>
    <message>
        <source>Same number {value}, one of them without area code</source>
        <translation>号码相同：{value}（其中一个没有区号）</translation>
    </message>
    <message>
        <source>Same personal name {value}</source>
        <translation>姓名相同：{value}</translation>
    </message>
    <message>
        <source>Same unified credit code {value}</source>
        <translation>统一社会信用代码相同：{value}</translation>
    </message>
    <message>
        <source>Sample office</source>
        <translation>示例办公室</translation>
    </message>
    <message>
        <source>Sat</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Satisfaction</source>
        <translation>满意度</translation>
    </message>
    <message>
        <source>Satisfaction surveys</source>
        <translation>满意度回访</translation>
    </message>
    <message>
        <source>Satisfaction, and the next need</source>
        <translation>满意度与下一步需求</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save a copy of {name}</source>
        <translation>另存 {name}</translation>
    </message>
    <message>
        <source>Save all data of this person</source>
        <translation>保存此人的全部信息</translation>
    </message>
    <message>
        <source>Save and go on</source>
        <translation>保存并下一位</translation>
    </message>
    <message>
        <source>Save appraisal</source>
        <translation>保存考核表</translation>
    </message>
    <message>
        <source>Save as Excel…</source>
        <translation>存为 Excel…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>存为 PDF…</translation>
    </message>
    <message>
        <source>Save as profile</source>
        <translation>保存为导入方案</translation>
    </message>
    <message>
        <source>Save as profile…</source>
        <translation>保存为导入方案…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Save care record</source>
        <translation>保存客情</translation>
    </message>
    <message>
        <source>Save case</source>
        <translation>保存投诉或请求</translation>
    </message>
    <message>
        <source>Save check list as PDF</source>
        <translation>检查表存为 PDF</translation>
    </message>
    <message>
        <source>Save check list as PDF…</source>
        <translation>检查表存为 PDF…</translation>
    </message>
    <message>
        <source>Save competitor</source>
        <translation>保存竞品</translation>
    </message>
    <message>
        <source>Save contact</source>
        <translation>保存联系人</translation>
    </message>
    <message>
        <source>Save contract</source>
        <translation>保存合同</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>保存客户</translation>
    </message>
    <message>
        <source>Save customer cards as PDF</source>
        <translation>把客户资料卡存为 PDF</translation>
    </message>
    <message>
        <source>Save details</source>
        <translation>保存办公室信息</translation>
    </message>
    <message>
        <source>Save event</source>
        <translation>保存事项</translation>
    </message>
    <message>
        <source>Save field</source>
        <translation>保存字段</translation>
    </message>
    <message>
        <source>Save follow-up</source>
        <translation>保存跟进</translation>
    </message>
    <message>
        <source>Save limit</source>
        <translation>保存上限</translation>
    </message>
    <message>
        <source>Save person</source>
        <translation>保存人员</translation>
    </message>
    <message>
        <source>Save plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Save promise</source>
        <translation>保存承诺</translation>
    </message>
    <message>
        <source>Save rating sheet as Excel</source>
        <translation>将评定表存为 Excel</translation>
    </message>
    <message>
        <source>Save rating sheet as PDF</source>
        <translation>将评定表存为 PDF</translation>
    </message>
    <message>
        <source>Save register as PDF</source>
        <translation>登记表存为 PDF</translation>
    </message>
    <message>
        <source>Save register as PDF…</source>
        <translation>登记表存为 PDF…</translation>
    </message>
    <message>
        <source>Save relation</source>
        <translation>保存关系</translation>
    </message>
    <message>
        <source>Save report as Excel</source>
        <translation>导入结果另存为 Excel</translation>
    </message>
    <message>
        <source>Save report as Excel…</source>
        <translation>结果存为 Excel…</translation>
    </message>
    <message>
        <source>Save required fields</source>
        <translation>保存必填项</translation>
    </message>
    <message>
        <source>Save survey</source>
        <translation>保存回访</translation>
    </message>
    <message>
        <source>Save the calendar…</source>
        <translation>保存日历…</translation>
    </message>
    <message>
        <source>Save the card</source>
        <translation>保存资料</translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>Save the changes to this view</source>
        <translation>把改动存入此视图</translation>
    </message>
    <message>
        <source>Save the day</source>
        <translation>保存日期</translation>
    </message>
    <message>
        <source>Save the follow-up sheet as PDF</source>
        <translation>把今日跟进单存为 PDF</translation>
    </message>
    <message>
        <source>Save the limits</source>
        <translation>保存界限</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Save the plans</source>
        <translation>保存等级策略</translation>
    </message>
    <message>
        <source>Save the record</source>
        <translation>保存记录</translation>
    </message>
    <message>
        <source>Save the rules</source>
        <translation>保存规则</translation>
    </message>
    <message>
        <source>Save the scheme</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Save the sequence</source>
        <translation>保存方案</translation>
    </message>
    <message>
        <source>Save the step</source>
        <translation>保存步骤</translation>
    </message>
    <message>
        <source>Save the tier</source>
        <translation>保存等级</translation>
    </message>
    <message>
        <source>Save tiers</source>
        <translation>保存等级设置</translation>
    </message>
    <message>
        <source>Save time limits</source>
        <translation>保存时限</translation>
    </message>
    <message>
        <source>Save what is usual</source>
        <translation>保存常用内容</translation>
    </message>
    <message>
        <source>Save what was typed</source>
        <translation>保存所填内容</translation>
    </message>
    <message>
        <source>Save {count} plans</source>
        <translation>保存 {count} 个计划</translation>
    </message>
    <message>
        <source>Saved for {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>保存的视图</translation>
    </message>
    <message>
        <source>Saved with a PDF and a JSON file: {name}</source>
        <translation>已保存（内含 PDF 和 JSON）：{name}</translation>
    </message>
    <message>
        <source>Saved: attachments up to {limit} MB</source>
        <translation>已保存：附件上限 {limit} MB</translation>
    </message>
    <message>
        <source>Saved: follow-up with {name}</source>
        <translation>已保存“{name}”的跟进</translation>
    </message>
    <message>
        <source>Saved: limits of lifecycle and warnings</source>
        <translation>已保存：生命周期与预警界限</translation>
    </message>
    <message>
        <source>Saved: numbers on the screen</source>
        <translation>已保存：屏幕上的号码</translation>
    </message>
    <message>
        <source>Saved: office details</source>
        <translation>已保存：办公室信息</translation>
    </message>
    <message>
        <source>Saved: personal data of {name}</source>
        <translation>已保存：{name}的个人信息</translation>
    </message>
    <message>
        <source>Saved: required fields</source>
        <translation>已保存：必填项</translation>
    </message>
    <message>
        <source>Saved: rules of recall</source>
        <translation>已保存收回规则</translation>
    </message>
    <message>
        <source>Saved: rules of the calendar</source>
        <translation>已保存：日程规则</translation>
    </message>
    <message>
        <source>Saved: rules of the desk</source>
        <translation>已保存：主管工作规则</translation>
    </message>
    <message>
        <source>Saved: scheme {name}</source>
        <translation>已保存方案：{name}</translation>
    </message>
    <message>
        <source>Saved: time limits for complaints and requests</source>
        <translation>已保存：投诉与请求的时限</translation>
    </message>
    <message>
        <source>Saved: value tiers</source>
        <translation>已保存：客户等级</translation>
    </message>
    <message>
        <source>Saved: what is usual for a person</source>
        <translation>已保存：个人信息常用内容</translation>
    </message>
    <message>
        <source>Saved: what the tiers mean</source>
        <translation>已保存：等级策略</translation>
    </message>
    <message>
        <source>Saved: {count} promotion plans, their steps are in the calendar</source>
        <translation>已保存 {count} 个提升计划，步骤已列入日程</translation>
    </message>
    <message>
        <source>Saved: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Saved: {name}. The expected day {day} was cleared.</source>
        <translation>已保存：{name}。原预计成交日期 {day} 已清除。</translation>
    </message>
    <message>
        <source>Say from which value on how many points are given.</source>
        <translation>请填写达到多少得多少分。</translation>
    </message>
    <message>
        <source>Say how many points each choice is worth.</source>
        <translation>请为每个选项设定分值。</translation>
    </message>
    <message>
        <source>Say what it is about…</source>
        <translation>补充内容…</translation>
    </message>
    <message>
        <source>Say what it shall become; here you see what would change.</source>
        <translation>请填写要改成什么，这里会显示将有哪些变化。</translation>
    </message>
    <message>
        <source>Say what would happen; write nothing.</source>
        <translation>只说明会怎样，不写入。</translation>
    </message>
    <message>
        <source>Say where class {tier} ends.</source>
        <translation>请填写 {tier} 级的界限。</translation>
    </message>
    <message>
        <source>Say which customers: --customer NO, or --all.</source>
        <translation>请指明客户：--customer 编号，或 --all。</translation>
    </message>
    <message>
        <source>Scale to 100</source>
        <translation>折算为 100</translation>
    </message>
    <message>
        <source>Scheme</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Schemes</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Score card</source>
        <translation>评分卡</translation>
    </message>
    <message>
        <source>Score, all weights together</source>
        <translation>加权总分</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>按名称查找</translation>
    </message>
    <message>
        <source>Search in the actions</source>
        <translation>在操作记录中查找</translation>
    </message>
    <message>
        <source>Secretary</source>
        <translation>秘书</translation>
    </message>
    <message>
        <source>Sections of the day</source>
        <translation>今日分类</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Segment {name}: scores go from 1 to 5, the lower one first.</source>
        <translation>细分“{name}”：评分为 1 到 5，小的在前。</translation>
    </message>
    <message>
        <source>Segment {number}: {letter} from</source>
        <translation>细分 {number}：{letter} 从</translation>
    </message>
    <message>
        <source>Segment {number}: {letter} to</source>
        <translation>细分 {number}：{letter} 到</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>细分</translation>
    </message>
    <message>
        <source>Segments by recency and frequency</source>
        <translation>按最近采购与采购频次的细分</translation>
    </message>
    <message>
        <source>Segments; the first that fits counts</source>
        <translation>细分（自上而下，取第一个符合的）</translation>
    </message>
    <message>
        <source>Selling to this customer</source>
        <translation>销售现状</translation>
    </message>
    <message>
        <source>Send what fits their need</source>
        <translation>按需求发送资料</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9月</translation>
    </message>
    <message>
        <source>Sequence for {count} customers: {sequence}</source>
        <translation>{count} 位客户启动跟进方案：{sequence}</translation>
    </message>
    <message>
        <source>Sequence for {name}: {sequence}</source>
        <translation>{name} 启动跟进方案：{sequence}</translation>
    </message>
    <message>
        <source>Sequence of {name} changed</source>
        <translation>更改 {name} 的跟进方案</translation>
    </message>
    <message>
        <source>Sequence of {name} counted from another day</source>
        <translation>更改 {name} 跟进方案的起算日</translation>
    </message>
    <message>
        <source>Sequence of {name} stopped</source>
        <translation>停止 {name} 的跟进方案</translation>
    </message>
    <message>
        <source>Sequences</source>
        <translation>跟进方案</translation>
    </message>
    <message>
        <source>Sequences started by their events</source>
        <translation>按事件自动启动跟进方案</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务与客情</translation>
    </message>
    <message>
        <source>Service area</source>
        <translation>服务区域</translation>
    </message>
    <message>
        <source>Service request</source>
        <translation>服务请求</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>设定人</translation>
    </message>
    <message>
        <source>Set by hand</source>
        <translation>人工定级</translation>
    </message>
    <message>
        <source>Set by hand on {day}: {reason}</source>
        <translation>{day} 人工定级：{reason}</translation>
    </message>
    <message>
        <source>Set by hand: {names} → {tier}</source>
        <translation>已人工定级：{names} → {tier}</translation>
    </message>
    <message>
        <source>Set by hand; computed: {tier}</source>
        <translation>人工定级；测算等级为 {tier}</translation>
    </message>
    <message>
        <source>Set by hand…</source>
        <translation>人工定级…</translation>
    </message>
    <message>
        <source>Set elsewhere</source>
        <translation>在别处设置</translation>
    </message>
    <message>
        <source>Set the class</source>
        <translation>保存定级</translation>
    </message>
    <message>
        <source>Set the class by hand</source>
        <translation>人工定级</translation>
    </message>
    <message>
        <source>Sets the value tiers</source>
        <translation>写入价值等级</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Settled already: {how}</source>
        <translation>已处理：{how}</translation>
    </message>
    <message>
        <source>Settled before it was promised.</source>
        <translation>了结日期早于承诺日期。</translation>
    </message>
    <message>
        <source>Settled by hand on {day}.</source>
        <translation>{day} 人工了结。</translation>
    </message>
    <message>
        <source>Settled on</source>
        <translation>了结日期</translation>
    </message>
    <message>
        <source>Several choices</source>
        <translation>多选</translation>
    </message>
    <message>
        <source>Several customers are called “{text}”. Which one?</source>
        <translation>有几位客户都叫“{text}”，是哪一位？</translation>
    </message>
    <message>
        <source>Several customers are chosen with Ctrl or Shift</source>
        <translation>按住 Ctrl 或 Shift 可选多位客户</translation>
    </message>
    <message>
        <source>Several customers share an order number: each keeps an order of its own.</source>
        <translation>多位客户的订单号相同，已分别记为各自的订单。</translation>
    </message>
    <message>
        <source>Several customers share the answer “{value}”. Make them differ first.</source>
        <translation>有多位客户填的都是“{value}”，请先改成各不相同。</translation>
    </message>
    <message>
        <source>Several numbers may be written one after the other</source>
        <translation>可连续填写多个号码</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>占比</translation>
    </message>
    <message>
        <source>Share confirmed</source>
        <translation>属实率</translation>
    </message>
    <message>
        <source>Share of customers and of what they bring</source>
        <translation>客户占比与贡献占比</translation>
    </message>
    <message>
        <source>Share of their need (%)</source>
        <translation>占其用量（%）</translation>
    </message>
    <message>
        <source>Share view {name}</source>
        <translation>共享视图“{name}”</translation>
    </message>
    <message>
        <source>Shared: view “{name}”</source>
        <translation>已共享视图“{name}”</translation>
    </message>
    <message>
        <source>Shares can only be taken of amounts of money.</source>
        <translation>累计占比只能按金额计算。</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Short name {value}</source>
        <translation>简称：{value}</translation>
    </message>
    <message>
        <source>Shortened to what a field holds.</source>
        <translation>太长，已按能存的字数截短。</translation>
    </message>
    <message>
        <source>Shortened to {longest} characters from {length}.</source>
        <translation>原有 {length} 个字，截短为 {longest} 个字。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>显示全部客户</translation>
    </message>
    <message>
        <source>Show all numbers</source>
        <translation>显示全部号码</translation>
    </message>
    <message>
        <source>Show all plans</source>
        <translation>显示全部计划</translation>
    </message>
    <message>
        <source>Show from so many days before</source>
        <translation>提前几天提示</translation>
    </message>
    <message>
        <source>Show it for 20 seconds</source>
        <translation>显示 20 秒</translation>
    </message>
    <message>
        <source>Show it to the whole office</source>
        <translation>共享给全办公室</translation>
    </message>
    <message>
        <source>Show reminders as notifications of the desktop</source>
        <translation>用系统通知显示提醒</translation>
    </message>
    <message>
        <source>Show the card</source>
        <translation>查看资料卡</translation>
    </message>
    <message>
        <source>Show the card: {name}</source>
        <translation>看资料卡：{name}</translation>
    </message>
    <message>
        <source>Show the other card</source>
        <translation>看对方资料卡</translation>
    </message>
    <message>
        <source>Show the summary</source>
        <translation>展开今日提要</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>Show the whole action</source>
        <translation>查看整个操作</translation>
    </message>
    <message>
        <source>Show this card</source>
        <translation>打开这张客户卡</translation>
    </message>
    <message>
        <source>Show this day</source>
        <translation>查看这一天</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本说明。</translation>
    </message>
    <message>
        <source>Show this week</source>
        <translation>查看本周</translation>
    </message>
    <message>
        <source>Show where</source>
        <translation>查看位置</translation>
    </message>
    <message>
        <source>Show: {text}</source>
        <translation>查看：{text}</translation>
    </message>
    <message>
        <source>Shown to whoever fills it in</source>
        <translation>填写时显示的提示</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>代号</translation>
    </message>
    <message>
        <source>Sign of class {number}</source>
        <translation>第 {number} 级的代号</translation>
    </message>
    <message>
        <source>Sign of the tier</source>
        <translation>等级代号</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>已签</translation>
    </message>
    <message>
        <source>Signed after it ended.</source>
        <translation>签订日期晚于到期日期。</translation>
    </message>
    <message>
        <source>Signed on</source>
        <translation>签订日期</translation>
    </message>
    <message>
        <source>Signed: {name}</source>
        <translation>已签：{name}</translation>
    </message>
    <message>
        <source>Silver member</source>
        <translation>银卡会员</translation>
    </message>
    <message>
        <source>Similar name: {value}</source>
        <translation>名称相近：{value}</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Sizes of the classes over the rounds</source>
        <translation>各轮等级规模</translation>
    </message>
    <message>
        <source>Sizes over time</source>
        <translation>规模变化</translation>
    </message>
    <message>
        <source>Skip this time</source>
        <translation>跳过这一次</translation>
    </message>
    <message>
        <source>Skipped this time: {name}</source>
        <translation>已跳过这一次：{name}</translation>
    </message>
    <message>
        <source>Slowing down</source>
        <translation>放缓</translation>
    </message>
    <message>
        <source>Slowing down up to</source>
        <translation>放缓：不超过</translation>
    </message>
    <message>
        <source>Small and loyal to none: serve simply</source>
        <translation>小而无忠诚：简单服务</translation>
    </message>
    <message>
        <source>Small but loyal: let grow</source>
        <translation>小而忠诚：培养</translation>
    </message>
    <message>
        <source>Small customers</source>
        <translation>小客户</translation>
    </message>
    <message>
        <source>Snake</source>
        <translation>蛇</translation>
    </message>
    <message>
        <source>Solar calendar</source>
        <translation>公历</translation>
    </message>
    <message>
        <source>Solution</source>
        <translation>处理结果</translation>
    </message>
    <message>
        <source>Solution within</source>
        <translation>解决时限</translation>
    </message>
    <message>
        <source>Solve by</source>
        <translation>应解决</translation>
    </message>
    <message>
        <source>Solved at</source>
        <translation>解决时间</translation>
    </message>
    <message>
        <source>Solved…</source>
        <translation>已解决…</translation>
    </message>
    <message>
        <source>Some criteria have values of fewer than 50 customers: points by steps, not by places.</source>
        <translation>部分指标有数值的客户不足 50 位：按分段计分，不按名次。</translation>
    </message>
    <message>
        <source>Something was changed and is not saved yet.</source>
        <translation>有修改还没有保存。</translation>
    </message>
    <message>
        <source>Something went wrong in the program itself.</source>
        <translation>程序自身出了差错。</translation>
    </message>
    <message>
        <source>Sound. Customers {customers}, contacts {contacts}, orders {orders}, follow-ups {followups}.</source>
        <translation>文件完好。客户 {customers}，联系人 {contacts}，订单 {orders}，跟进 {followups}。</translation>
    </message>
    <message>
        <source>Source of data</source>
        <translation>信息来源</translation>
    </message>
    <message>
        <source>Spare who bought within</source>
        <translation>最近成交者不收回</translation>
    </message>
    <message>
        <source>Spare who has a follow-up planned</source>
        <translation>已排跟进者不收回</translation>
    </message>
    <message>
        <source>Spends less</source>
        <translation>采购额下降</translation>
    </message>
    <message>
        <source>Spends less by</source>
        <translation>采购额下降</translation>
    </message>
    <message>
        <source>Spouse</source>
        <translation>配偶</translation>
    </message>
    <message>
        <source>Spreadsheets and lists</source>
        <translation>表格文件</translation>
    </message>
    <message>
        <source>Spring Equinox</source>
        <translation>春分</translation>
    </message>
    <message>
        <source>Spring Festival</source>
        <translation>春节</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Stage now</source>
        <translation>当前阶段</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>情况</translation>
    </message>
    <message>
        <source>Standing and credit</source>
        <translation>信誉与信用</translation>
    </message>
    <message>
        <source>Start Kezha minimised when I log in to this computer</source>
        <translation>登录本机时自动启动客札（最小化）</translation>
    </message>
    <message>
        <source>Start a follow-up sequence</source>
        <translation>启动跟进方案</translation>
    </message>
    <message>
        <source>Start a sequence…</source>
        <translation>启动跟进方案…</translation>
    </message>
    <message>
        <source>Start it</source>
        <translation>启动</translation>
    </message>
    <message>
        <source>Start of Autumn</source>
        <translation>立秋</translation>
    </message>
    <message>
        <source>Start of Spring</source>
        <translation>立春</translation>
    </message>
    <message>
        <source>Start of Summer</source>
        <translation>立夏</translation>
    </message>
    <message>
        <source>Start of Winter</source>
        <translation>立冬</translation>
    </message>
    <message>
        <source>Start with an empty file and bring your list in from Excel.</source>
        <translation>从空白文件开始，把现有的 Excel 名单导进来。</translation>
    </message>
    <message>
        <source>Started by</source>
        <translation>启动方式</translation>
    </message>
    <message>
        <source>Started for {count} customers: {sequence}</source>
        <translation>已为 {count} 位客户启动：{sequence}</translation>
    </message>
    <message>
        <source>Started on</source>
        <translation>启动日期</translation>
    </message>
    <message>
        <source>Starts by itself</source>
        <translation>自动启动</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>State of the business</source>
        <translation>业务情况</translation>
    </message>
    <message>
        <source>State of the order</source>
        <translation>订单状态</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>稳定</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>第几步</translation>
    </message>
    <message>
        <source>Step {number}: {problem}</source>
        <translation>第 {number} 步：{problem}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Steps into the calendar</source>
        <translation>列入日程的步骤</translation>
    </message>
    <message>
        <source>Steps that are done, of those in the calendar</source>
        <translation>日程中的步骤，已完成的占几个</translation>
    </message>
    <message>
        <source>Still out</source>
        <translation>未归还</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>Still to come today, with a time: {count}</source>
        <translation>今天稍后还有：{count} 项</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped now, it leaves nothing behind, and the file stays as it was before it.</source>
        <translation>现在停止不会留下任何痕迹，文件保持开始之前的样子。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was imported.</source>
        <translation>已停止，没有导入任何内容。</translation>
    </message>
    <message>
        <source>Stopped: {run}. What was planned of it is taken back.</source>
        <translation>已停止：{run}。未完成的步骤已撤销。</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Strategic partner</source>
        <translation>战略伙伴</translation>
    </message>
    <message>
        <source>Strategic partners</source>
        <translation>战略伙伴</translation>
    </message>
    <message>
        <source>Strengths to keep</source>
        <translation>保持优势</translation>
    </message>
    <message>
        <source>Strong suspicions</source>
        <translation>强疑似</translation>
    </message>
    <message>
        <source>Strongest</source>
        <translation>最强两项</translation>
    </message>
    <message>
        <source>Structure</source>
        <translation>结构</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Subsidiary</source>
        <translation>子公司</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Sum of confirmed purchases, returns not taken off.</source>
        <translation>已确认订单的金额合计，不扣退货。</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Summer Solstice</source>
        <translation>夏至</translation>
    </message>
    <message>
        <source>Sums</source>
        <translation>汇总</translation>
    </message>
    <message>
        <source>Sums at the foot</source>
        <translation>底部合计</translation>
    </message>
    <message>
        <source>Sun</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Supervisor's desk</source>
        <translation>主管工作</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>供应商</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>满意度回访</translation>
    </message>
    <message>
        <source>Survey of {day}</source>
        <translation>{day} 的回访</translation>
    </message>
    <message>
        <source>Survey of {name}</source>
        <translation>{name}的满意度回访</translation>
    </message>
    <message>
        <source>Tables of holidays</source>
        <translation>节假日表</translation>
    </message>
    <message>
        <source>Taboos</source>
        <translation>禁忌</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tag of a customer</source>
        <translation>客户的标签</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags of {name}</source>
        <translation>{name} 的标签</translation>
    </message>
    <message>
        <source>Tags saved: {name}</source>
        <translation>标签已保存：{name}</translation>
    </message>
    <message>
        <source>Take a tag away</source>
        <translation>去掉标签</translation>
    </message>
    <message>
        <source>Take into use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>恢复此版</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>领这张</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Take out cards</source>
        <translation>领卡</translation>
    </message>
    <message>
        <source>Take out cards…</source>
        <translation>领卡…</translation>
    </message>
    <message>
        <source>Take out this card…</source>
        <translation>领出这张资料卡…</translation>
    </message>
    <message>
        <source>Take out {name}</source>
        <translation>移除 {name}</translation>
    </message>
    <message>
        <source>Take signature back</source>
        <translation>撤回签字</translation>
    </message>
    <message>
        <source>Take the mark back</source>
        <translation>撤回标记</translation>
    </message>
    <message>
        <source>Take the usual sets</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>Take the usual values</source>
        <translation>采用默认值</translation>
    </message>
    <message>
        <source>Take them out</source>
        <translation>登记领卡</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>导入这些日期</translation>
    </message>
    <message>
        <source>Take this customer</source>
        <translation>就是这位客户</translation>
    </message>
    <message>
        <source>Take this day</source>
        <translation>用这一天</translation>
    </message>
    <message>
        <source>Take version {number} back</source>
        <translation>恢复第 {number} 版</translation>
    </message>
    <message>
        <source>Take {day}</source>
        <translation>改为 {day}</translation>
    </message>
    <message>
        <source>Taken back: not the same customer ({count} pairs)</source>
        <translation>撤回“不是重复”标记：{count} 对</translation>
    </message>
    <message>
        <source>Taken back: {count} pairs</source>
        <translation>已撤回标记：{count} 对</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>领卡人</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>领出日期</translation>
    </message>
    <message>
        <source>Taken out by {name}: {count} cards</source>
        <translation>{name} 领卡 {count} 张</translation>
    </message>
    <message>
        <source>Taken out on</source>
        <translation>领出日期</translation>
    </message>
    <message>
        <source>Takes</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Takes part in a follow-up</source>
        <translation>跟进参与人</translation>
    </message>
    <message>
        <source>Target class</source>
        <translation>目标等级</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>税号</translation>
    </message>
    <message>
        <source>Teachers' Day</source>
        <translation>教师节</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>许可全文</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Text, one line</source>
        <translation>单行文字</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>四</translation>
    </message>
    <message>
        <source>That day has passed.</source>
        <translation>该日期已过。</translation>
    </message>
    <message>
        <source>That day is over.</source>
        <translation>这一天已经过去。</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>这是我</translation>
    </message>
    <message>
        <source>That is more than thirty years from the day it was counted from.</source>
        <translation>与原起算日相差三十年以上。</translation>
    </message>
    <message>
        <source>That lies before the case was opened.</source>
        <translation>早于受理时间。</translation>
    </message>
    <message>
        <source>That lies in the future.</source>
        <translation>时间还没到。</translation>
    </message>
    <message>
        <source>The .ics file to write.</source>
        <translation>要写出的 .ics 文件。</translation>
    </message>
    <message>
        <source>The ID number is mistyped: its last character does not fit the others.</source>
        <translation>身份证号有误：最后一位校验码对不上。</translation>
    </message>
    <message>
        <source>The ID number is mistyped: there is no day {text}.</source>
        <translation>身份证号有误：没有 {text} 这一天。</translation>
    </message>
    <message>
        <source>The ID number is mistyped: {text} cannot be a birthday.</source>
        <translation>身份证号有误：{text} 不可能是出生日期。</translation>
    </message>
    <message>
        <source>The PDF to write.</source>
        <translation>要写出的 PDF 文件。</translation>
    </message>
    <message>
        <source>The accounts need them; they can stay under a customer without a name.</source>
        <translation>账务需要这些记录；可以保留在匿名客户名下。</translation>
    </message>
    <message>
        <source>The amount “{text}” is too large.</source>
        <translation>金额“{text}”过大。</translation>
    </message>
    <message>
        <source>The answer “{value}” of {name} would be lost.</source>
        <translation>{name}填写的“{value}”会因此丢失。</translation>
    </message>
    <message>
        <source>The arrow keys lead from mark to mark.</source>
        <translation>用方向键可逐项查看。</translation>
    </message>
    <message>
        <source>The cadence of the tier holds again</source>
        <translation>恢复按等级的跟进频度</translation>
    </message>
    <message>
        <source>The calendar has too many events: at most {limit} can be read. Export a shorter span of time.</source>
        <translation>日历中的日程太多：最多能读 {limit} 条。请导出较短的时间段。</translation>
    </message>
    <message>
        <source>The calendar is too large: at most {limit} MB can be read. Export a shorter span of time.</source>
        <translation>日历太大：最多能读 {limit} MB。请导出较短的时间段。</translation>
    </message>
    <message>
        <source>The card keeps what it said; the sheet says something else.</source>
        <translation>资料卡与表中不一致，保留资料卡上的。</translation>
    </message>
    <message>
        <source>The card keeps {kept}; the sheet says {sheet}.</source>
        <translation>资料卡保留“{kept}”，表中是“{sheet}”。</translation>
    </message>
    <message>
        <source>The card that stays</source>
        <translation>保留哪张卡</translation>
    </message>
    <message>
        <source>The cards side by side</source>
        <translation>并排的资料卡</translation>
    </message>
    <message>
        <source>The chosen scheme</source>
        <translation>所选方案</translation>
    </message>
    <message>
        <source>The class of each cell</source>
        <translation>各格的等级</translation>
    </message>
    <message>
        <source>The code {text} stands for something that is not in this file.</source>
        <translation>二维码 {text} 对应的内容不在本文件中。</translation>
    </message>
    <message>
        <source>The command line cannot be understood: {message}</source>
        <translation>命令无法识别：{message}</translation>
    </message>
    <message>
        <source>The computed class holds again: {names}</source>
        <translation>恢复为测算等级：{names}</translation>
    </message>
    <message>
        <source>The contract that follows “{title}”. That one is closed, and what was planned for its end goes.</source>
        <translation>接续“{title}”的新合同。原合同随之终止，为其到期安排的跟进一并撤销。</translation>
    </message>
    <message>
        <source>The copy button may still copy a hidden number</source>
        <translation>复制按钮仍可复制被隐藏的号码</translation>
    </message>
    <message>
        <source>The cost of no purchase is known, so nothing is said of profit.</source>
        <translation>采购成本均未知，不作利润说明。</translation>
    </message>
    <message>
        <source>The cost of {share} of the net purchases is not known; profit leaves them out.</source>
        <translation>净采购额中 {share} 成本未知，未计入利润。</translation>
    </message>
    <message>
        <source>The customer is not in the file. Import the customers first.</source>
        <translation>文件里没有这位客户。请先导入客户。</translation>
    </message>
    <message>
        <source>The customer keeps its name: {names}.</source>
        <translation>客户名称保持不变：{names}。</translation>
    </message>
    <message>
        <source>The customer of this point</source>
        <translation>此点对应的客户</translation>
    </message>
    <message>
        <source>The customer was chosen by hand.</source>
        <translation>客户由人工指定。</translation>
    </message>
    <message>
        <source>The day asked about; today if not given.</source>
        <translation>查询哪一天；不写则为今天。</translation>
    </message>
    <message>
        <source>The day on which the next contact is due by the customer's cadence</source>
        <translation>按该客户的跟进频度，下次应联系的日期</translation>
    </message>
    <message>
        <source>The day printed on the sheets; today if not given.</source>
        <translation>印在资料卡上的日期，不写则为今天。</translation>
    </message>
    <message>
        <source>The day rated as of, that day included; today if not given.</source>
        <translation>评定截止日（含当日）；未指定时为今天。</translation>
    </message>
    <message>
        <source>The days are counted from {what}.</source>
        <translation>天数从{what}算起。</translation>
    </message>
    <message>
        <source>The disk does not answer.</source>
        <translation>磁盘没有响应。</translation>
    </message>
    <message>
        <source>The disk is full; nothing was saved.</source>
        <translation>磁盘已满，未能保存。</translation>
    </message>
    <message>
        <source>The end of keeping lies before the day the person was told.</source>
        <translation>保存期限早于告知日期。</translation>
    </message>
    <message>
        <source>The field</source>
        <translation>字段设置</translation>
    </message>
    <message>
        <source>The field it asked for was removed.</source>
        <translation>所用字段已被删除。</translation>
    </message>
    <message>
        <source>The field it asked for was removed. Choose another one, or remove the criterion.</source>
        <translation>所用字段已被删除。请另选指标，或删除此项。</translation>
    </message>
    <message>
        <source>The field “{key}” in the mapping file does not belong to this kind of import.</source>
        <translation>导入方案中的字段“{key}”不属于这种导入。</translation>
    </message>
    <message>
        <source>The file has another event of the same name (UID); the last one counts.</source>
        <translation>文件中另有同一标识（UID）的日程；以最后一条为准。</translation>
    </message>
    <message>
        <source>The file is damaged in {count} places.</source>
        <translation>文件有 {count} 处损坏。</translation>
    </message>
    <message>
        <source>The file is open for reading only.</source>
        <translation>文件以只读方式打开，不能修改。</translation>
    </message>
    <message>
        <source>The file is open for reading only; nothing can be changed.</source>
        <translation>文件以只读方式打开，不能修改。</translation>
    </message>
    <message>
        <source>The file is sound.</source>
        <translation>文件完好。</translation>
    </message>
    <message>
        <source>The file was not closed properly last time. It was checked and is sound.</source>
        <translation>上次没有正常关闭。文件已检查，完好。</translation>
    </message>
    <message>
        <source>The file {path} is not there.</source>
        <translation>找不到文件 {path}。</translation>
    </message>
    <message>
        <source>The first 20% of the customers ({count}) bring {share} of the purchases; 80% of the purchases come from the first {part} ({needed}).</source>
        <translation>前 20% 的客户（{count} 位）贡献 {share} 的采购额；80% 的采购额来自前 {part} 的客户（{needed} 位）。</translation>
    </message>
    <message>
        <source>The first day; 30 days ago if not given.</source>
        <translation>第一天；不写则为 30 天前。</translation>
    </message>
    <message>
        <source>The first {count} by gross profit</source>
        <translation>按毛利前 {count} 位</translation>
    </message>
    <message>
        <source>The first {count} by purchases</source>
        <translation>按采购额前 {count} 位</translation>
    </message>
    <message>
        <source>The first {n}</source>
        <translation>仅列前 {n} 项</translation>
    </message>
    <message>
        <source>The folder of {path} is not there.</source>
        <translation>{path} 所在的文件夹不存在。</translation>
    </message>
    <message>
        <source>The group</source>
        <translation>所属集团</translation>
    </message>
    <message>
        <source>The holidays of {year} are not announced yet, or not entered: Monday to Friday count as working days. They are announced in November; import them then, or click the days.</source>
        <translation>{year} 年节假日尚未公布或尚未录入：暂按周一至周五为工作日。通常在 11 月公布，届时可导入或逐日点选。</translation>
    </message>
    <message>
        <source>The holidays of {year} are not entered yet.</source>
        <translation>{year} 年节假日尚未录入。</translation>
    </message>
    <message>
        <source>The hours end before they begin.</source>
        <translation>结束时间早于开始时间。</translation>
    </message>
    <message>
        <source>The ideal of {ideal} days is more than the most of {maximum}.</source>
        <translation>理想间隔 {ideal} 天大于最长间隔 {maximum} 天。</translation>
    </message>
    <message>
        <source>The intent level follows from this day.</source>
        <translation>意向等级按此日期自动得出。</translation>
    </message>
    <message>
        <source>The journal forgets the values of {count} changes; who did what and when stays.</source>
        <translation>变更日志中 {count} 条变更的内容将抹去；谁在何时做过什么仍保留。</translation>
    </message>
    <message>
        <source>The last day that is looked at; later orders do not count.</source>
        <translation>观察截止日；之后的订单不计。</translation>
    </message>
    <message>
        <source>The last day; empty: no end</source>
        <translation>最后一天；留空为无固定期限</translation>
    </message>
    <message>
        <source>The last day; in 180 days if not given.</source>
        <translation>最后一天；不写则为 180 天后。</translation>
    </message>
    <message>
        <source>The last order ({order}) was given {percent} % off, more than the {ceiling} % a rep may give</source>
        <translation>最近订单（{order}）让利 {percent}%，超过业务员折扣上限 {ceiling}%</translation>
    </message>
    <message>
        <source>The limit of class {tier} must be more than 0 and at most {most}.</source>
        <translation>{tier} 级的界限须大于 0，且不超过 {most}。</translation>
    </message>
    <message>
        <source>The limit of class {tier} overlaps that of the class before it.</source>
        <translation>{tier} 级的界限与上一级重叠。</translation>
    </message>
    <message>
        <source>The lunar year {year} had no such day.</source>
        <translation>农历{year}年没有这一天。</translation>
    </message>
    <message>
        <source>The lunch break must lie within the office hours, its end after its beginning.</source>
        <translation>午休要在上班时间之内，且结束晚于开始。</translation>
    </message>
    <message>
        <source>The main contact stands first; those who left stand below.</source>
        <translation>主要联系人排在最前，已离职的排在最后。</translation>
    </message>
    <message>
        <source>The mapping file cannot be read: {detail}</source>
        <translation>导入方案无法读取：{detail}</translation>
    </message>
    <message>
        <source>The mapping file has an unknown key “{key}”.</source>
        <translation>导入方案中有未知的项“{key}”。</translation>
    </message>
    <message>
        <source>The mapping file matches by “{key}”, which has no column or cannot tell records apart.</source>
        <translation>导入方案要求按“{key}”认出记录，但它没有对应的列，或不能用来认出记录。</translation>
    </message>
    <message>
        <source>The mapping file {path} is not text in UTF-8.</source>
        <translation>导入方案 {path} 不是 UTF-8 文本。</translation>
    </message>
    <message>
        <source>The mapping file {path} is not there or cannot be opened.</source>
        <translation>导入方案 {path} 不存在，或无法打开。</translation>
    </message>
    <message>
        <source>The medium or folder is write-protected. Copy the file to this computer, or open it for reading only.</source>
        <translation>磁盘或文件夹有写保护。请把文件复制到本机，或以只读方式打开。</translation>
    </message>
    <message>
        <source>The newest backup known here: {path}</source>
        <translation>本机已知的最近备份：{path}</translation>
    </message>
    <message>
        <source>The next days</source>
        <translation>接下来的日期</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>下一条</translation>
    </message>
    <message>
        <source>The next period</source>
        <translation>下一期</translation>
    </message>
    <message>
        <source>The next round is due; the last one was on {day}.</source>
        <translation>该评定了：上一轮为 {day}。</translation>
    </message>
    <message>
        <source>The next step lies before the day of this follow-up.</source>
        <translation>下一步的日期早于本次跟进。</translation>
    </message>
    <message>
        <source>The number {number} is taken.</source>
        <translation>编号 {number} 已被使用。</translation>
    </message>
    <message>
        <source>The office must close after it opens.</source>
        <translation>下班时间要晚于上班时间。</translation>
    </message>
    <message>
        <source>The office's median now: {days} days.</source>
        <translation>本办公室目前的中位数：{days} 天。</translation>
    </message>
    <message>
        <source>The one before</source>
        <translation>上一条</translation>
    </message>
    <message>
        <source>The order is in the file already.</source>
        <translation>文件里已有这张订单。</translation>
    </message>
    <message>
        <source>The other way round</source>
        <translation>方向相反</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>上一期</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>The person asked to be erased.</source>
        <translation>此人曾要求删除。</translation>
    </message>
    <message>
        <source>The principal</source>
        <translation>法人代表/经营者</translation>
    </message>
    <message>
        <source>The reasons cannot be told now.</source>
        <translation>暂时无法说明原因。</translation>
    </message>
    <message>
        <source>The recycle bin is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>The rep is nobody of this office: put in the note.</source>
        <translation>本单位没有这位业务员，已写入备注。</translation>
    </message>
    <message>
        <source>The reps side by side</source>
        <translation>业务员对比</translation>
    </message>
    <message>
        <source>The round</source>
        <translation>评定概况</translation>
    </message>
    <message>
        <source>The round is frozen with its inputs; it can be undone, but not changed.</source>
        <translation>本轮评定连同数据一起冻结；可以撤销，但不能修改。</translation>
    </message>
    <message>
        <source>The row does not say whose it is.</source>
        <translation>这一行没有写明是哪位客户。</translation>
    </message>
    <message>
        <source>The row has no name.</source>
        <translation>这一行没有名称。</translation>
    </message>
    <message>
        <source>The rows are</source>
        <translation>每一行是</translation>
    </message>
    <message>
        <source>The rule of recurrence cannot be read: “{text}”.</source>
        <translation>看不懂重复规则：“{text}”。</translation>
    </message>
    <message>
        <source>The rule of recurrence has a part nobody knows: {part}.</source>
        <translation>重复规则中有不认识的部分：{part}。</translation>
    </message>
    <message>
        <source>The rule of recurrence is too long: at most {longest} characters.</source>
        <translation>重复规则太长：最多 {longest} 个字符。</translation>
    </message>
    <message>
        <source>The rule of recurrence says {part} twice.</source>
        <translation>重复规则中 {part} 出现了两次。</translation>
    </message>
    <message>
        <source>The same person elsewhere</source>
        <translation>同一人在其他客户</translation>
    </message>
    <message>
        <source>The scheme</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>The scheme was changed since; try it again.</source>
        <translation>方案已改动，请重新试算。</translation>
    </message>
    <message>
        <source>The scheme {name} was changed since this proposal was made. Please rate again.</source>
        <translation>测算之后方案“{name}”已被修改，请重新评定。</translation>
    </message>
    <message>
        <source>The scheme: abc-70-90, abc-80-95, rfm, score, … or one of the office's own; may be repeated.</source>
        <translation>方案：abc-70-90、abc-80-95、rfm、score……或单位自建的方案；可重复给出。</translation>
    </message>
    <message>
        <source>The series has ended.</source>
        <translation>定期跟进已结束。</translation>
    </message>
    <message>
        <source>The series has ended. What was planned after today is taken back.</source>
        <translation>定期跟进已结束，今天以后的计划已撤销。</translation>
    </message>
    <message>
        <source>The series has no such occurrence here.</source>
        <translation>这里的定期跟进没有这一次。</translation>
    </message>
    <message>
        <source>The series was stopped here; it stays stopped.</source>
        <translation>该定期跟进在这里已停止；保持停止。</translation>
    </message>
    <message>
        <source>The solution cannot be due before the first answer.</source>
        <translation>解决时限不能短于首次答复时限。</translation>
    </message>
    <message>
        <source>The steps must rise.</source>
        <translation>分档须从小到大。</translation>
    </message>
    <message>
        <source>The sum</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>The text has a sign in it that no file can keep (NUL, sign {place}). Take it out, or retype it.</source>
        <translation>文字里有一个无法保存的字符（空字符，第 {place} 个）。请删去，或重新输入。</translation>
    </message>
    <message>
        <source>The text has half of a sign in it (sign {place}), torn in copying. Take it out, or retype it.</source>
        <translation>文字里有半个字符（第 {place} 个），是复制时截断的。请删去，或重新输入。</translation>
    </message>
    <message>
        <source>The time zone of the office, such as Asia/Shanghai; this machine's.</source>
        <translation>办公室所在时区，如 Asia/Shanghai；不写则用本机的。</translation>
    </message>
    <message>
        <source>The two criteria: rows, then columns</source>
        <translation>两项指标：先行后列</translation>
    </message>
    <message>
        <source>The unified credit code is mistyped: its last character does not fit the others.</source>
        <translation>统一社会信用代码有误：末位校验码不符。</translation>
    </message>
    <message>
        <source>The upright lines say how many of the buyers the classes hold.</source>
        <translation>竖线为各等级在采购客户中所占的数量。</translation>
    </message>
    <message>
        <source>The value tier changes on {count} cards.</source>
        <translation>{count} 位客户的价值等级将改变。</translation>
    </message>
    <message>
        <source>The value tier on the card changes at once; the reason stands on the rating sheet.</source>
        <translation>客户资料卡上的价值等级立即改变；原因会印在评定表上。</translation>
    </message>
    <message>
        <source>The value tier says what a customer is worth to the office, the best tier on top. It stands on the card, and what a card must hold depends on it. Rating rounds set it, or the head of the card, with its reason.</source>
        <translation>价值等级表示客户对本办公室的价值，最高的在最上面。它显示在资料卡上，也决定资料卡的必填项。等级由评定写入，也可在资料卡顶部注明原因后设定。</translation>
    </message>
    <message>
        <source>The value tiers come from {name} now</source>
        <translation>价值等级现由“{name}”评定</translation>
    </message>
    <message>
        <source>The value tiers of the cards become its classes: {tiers}. Customers keep the tier they have until a round is published by it; tiers somebody is in stay in the list. What each tier means (contacts, care, discount) begins with the usual values for its place. It can be undone.</source>
        <translation>资料卡的价值等级将改为该方案的等级：{tiers}。在按此方案发布评定之前，客户保持现有等级；仍有客户的等级会保留在列表中。各等级的策略（跟进、客情、折扣）先按其位次取常用值。此操作可以撤销。</translation>
    </message>
    <message>
        <source>The value tiers stay as they are: another scheme gives them.</source>
        <translation>价值等级保持不变：它由另一个方案评定。</translation>
    </message>
    <message>
        <source>The weights come to {total} %, not 100 %.</source>
        <translation>权重合计为 {total}%，不是 100%。</translation>
    </message>
    <message>
        <source>The weights come to {total} of 100.</source>
        <translation>权重合计 {total}（应为 100）。</translation>
    </message>
    <message>
        <source>The weights do not come to exactly 100 %; they were scaled.</source>
        <translation>权重合计不足或超出 100 %，已按比例折算。</translation>
    </message>
    <message>
        <source>The whole office</source>
        <translation>全办公室</translation>
    </message>
    <message>
        <source>Their opinion of it</source>
        <translation>客户评价</translation>
    </message>
    <message>
        <source>There are no customers to rank.</source>
        <translation>还没有可以排行的客户。</translation>
    </message>
    <message>
        <source>There are no customers to rate.</source>
        <translation>没有可评定的客户。</translation>
    </message>
    <message>
        <source>There are no customers yet.</source>
        <translation>还没有客户。</translation>
    </message>
    <message>
        <source>There are no customers yet. They appear here once they are entered.</source>
        <translation>还没有客户，录入后会显示在这里。</translation>
    </message>
    <message>
        <source>There are no events in this calendar.</source>
        <translation>这个日历里没有日程。</translation>
    </message>
    <message>
        <source>There are no people of the office yet. Enter them in the settings.</source>
        <translation>还没有登记办公室人员，请先在“设置”中添加。</translation>
    </message>
    <message>
        <source>There are no rows of data in the sheet.</source>
        <translation>表中没有数据行。</translation>
    </message>
    <message>
        <source>There are two tiers “{tier}”. Each needs a sign of its own.</source>
        <translation>有两个等级都叫“{tier}”，代号不能重复。</translation>
    </message>
    <message>
        <source>There are words too many: {words}</source>
        <translation>多写了：{words}</translation>
    </message>
    <message>
        <source>There is a competitor {name} already.</source>
        <translation>已有竞品厂家“{name}”。</translation>
    </message>
    <message>
        <source>There is a field “{title}” already.</source>
        <translation>已经有名为“{title}”的字段。</translation>
    </message>
    <message>
        <source>There is a sample office from an earlier day.</source>
        <translation>已经有一份前些日子的示例办公室。</translation>
    </message>
    <message>
        <source>There is a scheme “{name}” already.</source>
        <translation>已有名为“{name}”的方案。</translation>
    </message>
    <message>
        <source>There is a sequence “{name}” already.</source>
        <translation>已有名为“{name}”的方案。</translation>
    </message>
    <message>
        <source>There is a view “{name}” already.</source>
        <translation>已经有名为“{name}”的视图。</translation>
    </message>
    <message>
        <source>There is already a file {path}.</source>
        <translation>{path} 已经存在。</translation>
    </message>
    <message>
        <source>There is an invisible control character or a line break in it.</source>
        <translation>内容里含有不可见的控制字符或换行。</translation>
    </message>
    <message>
        <source>There is neither an amount nor a unit price.</source>
        <translation>既没有金额，也没有单价。</translation>
    </message>
    <message>
        <source>There is no amount.</source>
        <translation>没有金额。</translation>
    </message>
    <message>
        <source>There is no choice “{choice}” in this field any more.</source>
        <translation>该字段已没有“{choice}”这个选项。</translation>
    </message>
    <message>
        <source>There is no column “{column}” in the sheet.</source>
        <translation>表中没有“{column}”这一列。</translation>
    </message>
    <message>
        <source>There is no command “{name}”.</source>
        <translation>没有“{name}”这个命令。</translation>
    </message>
    <message>
        <source>There is no customer with the number {number}.</source>
        <translation>没有编号为 {number} 的客户。</translation>
    </message>
    <message>
        <source>There is no customer “{who}” in the file. Import the customers first.</source>
        <translation>文件里没有客户“{who}”。请先导入客户。</translation>
    </message>
    <message>
        <source>There is no date.</source>
        <translation>没有日期。</translation>
    </message>
    <message>
        <source>There is no day {day} in month {month}.</source>
        <translation>{month} 月没有 {day} 日。</translation>
    </message>
    <message>
        <source>There is no day “{text}”.</source>
        <translation>没有“{text}”这一天。</translation>
    </message>
    <message>
        <source>There is no follow-up sequence “{sequence}” any more.</source>
        <translation>跟进方案“{sequence}”已不存在。</translation>
    </message>
    <message>
        <source>There is no one called “{name}” in this file. There are: {names}.</source>
        <translation>这个文件里没有叫“{name}”的人。现有：{names}。</translation>
    </message>
    <message>
        <source>There is no option {name}.</source>
        <translation>没有 {name} 这个选项。</translation>
    </message>
    <message>
        <source>There is no order {number} of this customer in the file.</source>
        <translation>文件里没有这位客户的订单 {number}。</translation>
    </message>
    <message>
        <source>There is no picture and no file in the clipboard.</source>
        <translation>剪贴板里没有图片，也没有文件。</translation>
    </message>
    <message>
        <source>There is no reminder now.</source>
        <translation>现在没有提醒。</translation>
    </message>
    <message>
        <source>There is no rep to appraise.</source>
        <translation>没有可考核的业务员。</translation>
    </message>
    <message>
        <source>There is no row {row} in the sheet.</source>
        <translation>工作表里没有第 {row} 行。</translation>
    </message>
    <message>
        <source>There is no such day in that calendar.</source>
        <translation>那个历法里没有这一天。</translation>
    </message>
    <message>
        <source>There is no such day: “{text}”.</source>
        <translation>没有这一天：“{text}”。</translation>
    </message>
    <message>
        <source>There is no tier scheme {scheme}.</source>
        <translation>没有分级方案 {scheme}。</translation>
    </message>
    <message>
        <source>There is no time zone “{zone}”.</source>
        <translation>没有“{zone}”这个时区。</translation>
    </message>
    <message>
        <source>There is no value tier “{tier}” any more. Choose another one.</source>
        <translation>已没有价值等级“{tier}”，请另选一个。</translation>
    </message>
    <message>
        <source>There is nobody in the office yet.</source>
        <translation>还没有添加人员。</translation>
    </message>
    <message>
        <source>There is nothing in {file}.</source>
        <translation>{file} 里没有任何内容。</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>暂无可显示的内容。</translation>
    </message>
    <message>
        <source>These are kept on this computer, not in the file: each colleague has his own.</source>
        <translation>以上设置保存在这台电脑上，不在文件里，每位同事可以各用各的。</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>是同一人</translation>
    </message>
    <message>
        <source>They become follow-ups of</source>
        <translation>归入谁的跟进</translation>
    </message>
    <message>
        <source>This PDF asks for a password. Open a copy to read it.</source>
        <translation>这个 PDF 有密码，请打开副本查看。</translation>
    </message>
    <message>
        <source>This PDF cannot be shown: it is damaged, or no PDF.</source>
        <translation>无法预览：文件已损坏，或不是 PDF。</translation>
    </message>
    <message>
        <source>This PDF has no pages.</source>
        <translation>这个 PDF 没有页面。</translation>
    </message>
    <message>
        <source>This action changed no fields.</source>
        <translation>这次操作没有改动字段。</translation>
    </message>
    <message>
        <source>This and all following…</source>
        <translation>本次及以后各次…</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>此操作不能撤销。</translation>
    </message>
    <message>
        <source>This cannot be undone: the values are no longer in the file.</source>
        <translation>此操作不能撤销：原来的内容已不在文件中。</translation>
    </message>
    <message>
        <source>This computer does not let it be set here.</source>
        <translation>本机不允许在此设置。</translation>
    </message>
    <message>
        <source>This customer is no longer there.</source>
        <translation>这位客户已不在了。</translation>
    </message>
    <message>
        <source>This day is over; it will show as overdue.</source>
        <translation>这一天已过，会显示为逾期。</translation>
    </message>
    <message>
        <source>This day stands where it is: it is no follow-up.</source>
        <translation>这不是跟进，不能拖动。</translation>
    </message>
    <message>
        <source>This desktop has no tray: reminders are shown in the window alone.</source>
        <translation>本机桌面没有托盘：提醒只在窗口内显示。</translation>
    </message>
    <message>
        <source>This field is required of everybody: it was made so.</source>
        <translation>这个自定义字段设为必填，对所有客户都要求。</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>本文件</translation>
    </message>
    <message>
        <source>This file has {size} KB; a table of holidays has at most {limit} KB.</source>
        <translation>此文件有 {size} KB；节假日表最多 {limit} KB。</translation>
    </message>
    <message>
        <source>This file says both off and worked of {day}.</source>
        <translation>此文件对 {day} 既说休息又说上班。</translation>
    </message>
    <message>
        <source>This follow-up is not planned any more: it was done or cancelled meanwhile.</source>
        <translation>这次跟进已不在计划中：期间已完成或已取消。</translation>
    </message>
    <message>
        <source>This follow-up was settled meanwhile: it is planned no more. Nothing was changed.</source>
        <translation>这项跟进已在别处处理，不再是计划。没有改动任何内容。</translation>
    </message>
    <message>
        <source>This goes: {list}.</source>
        <translation>将删除：{list}。</translation>
    </message>
    <message>
        <source>This has been undone already.</source>
        <translation>此操作已经撤销过。</translation>
    </message>
    <message>
        <source>This has not taken place yet: there is nothing to verify.</source>
        <translation>这次跟进还没有完成，无从核实。</translation>
    </message>
    <message>
        <source>This import was undone.</source>
        <translation>这次导入已经撤销。</translation>
    </message>
    <message>
        <source>This is no calendar (.ics), or one that is damaged beyond reading.</source>
        <translation>这不是日历文件（.ics），或已损坏得无法读取。</translation>
    </message>
    <message>
        <source>This is no calendar (.ics): it holds signs of no known writing.</source>
        <translation>这不是日历文件（.ics）：其中的字符无法识别。</translation>
    </message>
    <message>
        <source>This is no table of holidays: neither the JSON of holiday-cn nor a calendar (ICS).</source>
        <translation>这不是节假日表：既不是 holiday-cn 的 JSON，也不是日历文件（ICS）。</translation>
    </message>
    <message>
        <source>This is not a list of orders: customer, date and amount are needed in every row.</source>
        <translation>这不是订单清单：每行都要有客户、日期和金额。</translation>
    </message>
    <message>
        <source>This is not a list: its rows have different shapes, or there is no table in it.</source>
        <translation>这不是一张清单：各行格式不一，或者里面没有表格。</translation>
    </message>
    <message>
        <source>This is not a number.</source>
        <translation>这不是数字。</translation>
    </message>
    <message>
        <source>This is the best class.</source>
        <translation>已是最高等级。</translation>
    </message>
    <message>
        <source>This is the card you are looking at</source>
        <translation>就是当前这张资料卡</translation>
    </message>
    <message>
        <source>This is what customers with such pasts do on average: good for all of them together, rough for a single one.</source>
        <translation>这是有同样购买历史的客户的平均表现：对全体较准，对单个客户只作参考。</translation>
    </message>
    <message>
        <source>This looks like a whole address.</source>
        <translation>这像是一整段资料。</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This one is closed, and stays as it is.</source>
        <translation>当前文件会关闭，内容不变。</translation>
    </message>
    <message>
        <source>This person asked to be erased ({day}).</source>
        <translation>此人曾要求删除（{day}）。</translation>
    </message>
    <message>
        <source>This person asked to be erased ({on}).</source>
        <translation>此人曾要求删除（{on}）。</translation>
    </message>
    <message>
        <source>This plan is settled already; open it again first.</source>
        <translation>该计划已了结；如要继续，请先重新打开。</translation>
    </message>
    <message>
        <source>This record was deleted in the meantime.</source>
        <translation>这条记录已被删除。</translation>
    </message>
    <message>
        <source>This recurring follow-up was ended. Begin a new one.</source>
        <translation>这个定期跟进已结束，请新建一个。</translation>
    </message>
    <message>
        <source>This relation to {name} is noted already.</source>
        <translation>和{name}的这个关系已经记过了。</translation>
    </message>
    <message>
        <source>This sequence is finished or was stopped.</source>
        <translation>该方案已完成或已停止。</translation>
    </message>
    <message>
        <source>This sequence is under way with them already.</source>
        <translation>该方案已在进行中。</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>This week's check</source>
        <translation>本周检查</translation>
    </message>
    <message>
        <source>Those the program proposes for a tier in this place</source>
        <translation>程序为这一位次的等级建议的数值</translation>
    </message>
    <message>
        <source>Thresholds overlap: each must be better than the one before it.</source>
        <translation>界限值重叠：后一个须优于前一个。</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>删除的内容</translation>
    </message>
    <message>
        <source>Thu</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Tier by hand lifted: {name}</source>
        <translation>解除人工定级：{name}</translation>
    </message>
    <message>
        <source>Tier of {count} customers set by hand: {tier}</source>
        <translation>{count} 位客户人工定级为 {tier}</translation>
    </message>
    <message>
        <source>Tier of {name} set by hand: {tier}</source>
        <translation>{name} 人工定级为 {tier}</translation>
    </message>
    <message>
        <source>Tier scheme</source>
        <translation>分级方案</translation>
    </message>
    <message>
        <source>Tier scheme {name}</source>
        <translation>分级方案 {name}</translation>
    </message>
    <message>
        <source>Tier schemes</source>
        <translation>分级方案</translation>
    </message>
    <message>
        <source>Tier set by hand</source>
        <translation>人工定级</translation>
    </message>
    <message>
        <source>Tier {tier}</source>
        <translation>{tier} 级</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>分级</translation>
    </message>
    <message>
        <source>Tiger</source>
        <translation>虎</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time done</source>
        <translation>完成时间</translation>
    </message>
    <message>
        <source>Time limits</source>
        <translation>服务时限</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Times are those of {zone}, the zone this computer is set to.</source>
        <translation>时间按本机设置的时区 {zone}。</translation>
    </message>
    <message>
        <source>Times postponed</source>
        <translation>改期次数</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>To be answered</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>To be checked: {text}</source>
        <translation>待核实：{text}</translation>
    </message>
    <message>
        <source>To be contacted</source>
        <translation>该联系</translation>
    </message>
    <message>
        <source>To be kept by both calendars, type the solar date with its year: 1980-3-5.</source>
        <translation>公历和农历都过的，请填公历年月日，如 1980-3-5。</translation>
    </message>
    <message>
        <source>To compare with</source>
        <translation>比较的内容</translation>
    </message>
    <message>
        <source>To contact by cadence</source>
        <translation>按频度应联系</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>To know</source>
        <translation>须知</translation>
    </message>
    <message>
        <source>To merge, choose two or more different customers.</source>
        <translation>请选择两位或更多不同的客户来合并。</translation>
    </message>
    <message>
        <source>To note</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>To the cards</source>
        <translation>查看领卡</translation>
    </message>
    <message>
        <source>To the customers</source>
        <translation>去看客户</translation>
    </message>
    <message>
        <source>To the newest version</source>
        <translation>回到最新版本</translation>
    </message>
    <message>
        <source>To the people</source>
        <translation>去人员设置</translation>
    </message>
    <message>
        <source>To the schemes</source>
        <translation>查看方案</translation>
    </message>
    <message>
        <source>To tier</source>
        <translation>目标等级</translation>
    </message>
    <message>
        <source>To tomorrow</source>
        <translation>移到明天</translation>
    </message>
    <message>
        <source>To which contact</source>
        <translation>对方联系人</translation>
    </message>
    <message>
        <source>To which customer</source>
        <translation>对方客户</translation>
    </message>
    <message>
        <source>To which customer did {name} go?</source>
        <translation>{name} 去了哪个客户？</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>对方</translation>
    </message>
    <message>
        <source>To whom? Find a customer or contact, or write a name.</source>
        <translation>对方是谁？请查找客户或联系人，也可以直接写名字。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Today without a time: {kinds}</source>
        <translation>今天未定时间：{kinds}</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>共</translation>
    </message>
    <message>
        <source>Together {total} %</source>
        <translation>合计 {total}%</translation>
    </message>
    <message>
        <source>Together, in a class</source>
        <translation>合计（已评级）</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>告知日期</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>明天上午</translation>
    </message>
    <message>
        <source>Too large to be shown here. Open a copy to read it.</source>
        <translation>文件太大，无法在此预览，请打开副本查看。</translation>
    </message>
    <message>
        <source>Too long: {length} characters, at most {longest}.</source>
        <translation>太长：{length} 个字，最多 {longest} 个。</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Trade</source>
        <translation>交易现状</translation>
    </message>
    <message>
        <source>Trade fair</source>
        <translation>展会</translation>
    </message>
    <message>
        <source>Trade terms</source>
        <translation>交易条件</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>培训</translation>
    </message>
    <message>
        <source>Traits</source>
        <translation>客户特征</translation>
    </message>
    <message>
        <source>Tree Planting Day</source>
        <translation>植树节</translation>
    </message>
    <message>
        <source>Tried out today: nothing has been published by this scheme yet; purchases of 365 days</source>
        <translation>此方案尚未发布评定，以今日试算为准；采购额为近 365 天</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>Try it as of today</source>
        <translation>以今天试算</translation>
    </message>
    <message>
        <source>Try it on a day</source>
        <translation>试算</translation>
    </message>
    <message>
        <source>Try on a day</source>
        <translation>试算日期</translation>
    </message>
    <message>
        <source>Trying out a scheme</source>
        <translation>试算方案</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>二</translation>
    </message>
    <message>
        <source>Tue</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>Two criteria crossed</source>
        <translation>两项指标交叉</translation>
    </message>
    <message>
        <source>Two criteria, each in steps, make a table; every cell of it is a class.</source>
        <translation>两项指标各分若干档，交叉成表，每格对应一个等级。</translation>
    </message>
    <message>
        <source>Two steps begin at {value}.</source>
        <translation>有两档都从 {value} 开始。</translation>
    </message>
    <message>
        <source>Type the year in front of the day: 1980-3-5, 1962年腊月廿三.</source>
        <translation>请把年份写在日子前面，如 1980-3-5、1962年腊月廿三。</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Understand it</source>
        <translation>识别</translation>
    </message>
    <message>
        <source>Understand pasted text</source>
        <translation>粘贴识别</translation>
    </message>
    <message>
        <source>Understand pasted text…</source>
        <translation>粘贴识别…</translation>
    </message>
    <message>
        <source>Understood, to be corrected where needed</source>
        <translation>识别结果，可以修改</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销这次导入</translation>
    </message>
    <message>
        <source>Undo the rest</source>
        <translation>撤销其余部分</translation>
    </message>
    <message>
        <source>Undo this action</source>
        <translation>撤销这次操作</translation>
    </message>
    <message>
        <source>Undo {action}</source>
        <translation>撤销 {action}</translation>
    </message>
    <message>
        <source>Undo: {action}</source>
        <translation>撤销：{action}</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>正在撤销</translation>
    </message>
    <message>
        <source>Undone: {action}</source>
        <translation>已撤销：{action}</translation>
    </message>
    <message>
        <source>Unified credit code</source>
        <translation>统一社会信用代码</translation>
    </message>
    <message>
        <source>Unique</source>
        <translation>不能重复</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Unit cost</source>
        <translation>单位成本</translation>
    </message>
    <message>
        <source>Unit price</source>
        <translation>单价</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效至</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Update the program on this computer, then open the file again. Nothing was changed in it.</source>
        <translation>请先更新本机程序再打开。文件未作任何改动。</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>重新启用</translation>
    </message>
    <message>
        <source>Use as the leading one</source>
        <translation>设为主方案</translation>
    </message>
    <message>
        <source>Use as the leading scheme</source>
        <translation>设为主方案</translation>
    </message>
    <message>
        <source>Use it as the leading scheme</source>
        <translation>设为主方案</translation>
    </message>
    <message>
        <source>Use of a competitor</source>
        <translation>竞品使用</translation>
    </message>
    <message>
        <source>Use the window that is open, or open the file for reading only.</source>
        <translation>请使用已打开的窗口，或以只读方式打开。</translation>
    </message>
    <message>
        <source>Used similar</source>
        <translation>用过同类</translation>
    </message>
    <message>
        <source>Usual basis</source>
        <translation>常用依据</translation>
    </message>
    <message>
        <source>Usual interval</source>
        <translation>平时间隔</translation>
    </message>
    <message>
        <source>Usual purpose</source>
        <translation>常用目的</translation>
    </message>
    <message>
        <source>Usual: {when}</source>
        <translation>按惯例：{when}</translation>
    </message>
    <message>
        <source>Usually takes</source>
        <translation>通常用时</translation>
    </message>
    <message>
        <source>VIP member</source>
        <translation>VIP 会员</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Valid until it is lifted</source>
        <translation>有效至解除为止</translation>
    </message>
    <message>
        <source>Valid until {day}</source>
        <translation>有效期至 {day}</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Value and attitude</source>
        <translation>等级 × 产品态度</translation>
    </message>
    <message>
        <source>Value and intent</source>
        <translation>价值 × 意向</translation>
    </message>
    <message>
        <source>Value and stage</source>
        <translation>等级 × 阶段</translation>
    </message>
    <message>
        <source>Value not yet clear</source>
        <translation>待核实的内容</translation>
    </message>
    <message>
        <source>Value score card</source>
        <translation>客户价值评分卡</translation>
    </message>
    <message>
        <source>Value tier</source>
        <translation>价值等级</translation>
    </message>
    <message>
        <source>Value tier of {name}: {tier}</source>
        <translation>{name}的价值等级：{tier}</translation>
    </message>
    <message>
        <source>Value tier of {name}: {tier} ({reason})</source>
        <translation>{name}的价值等级：{tier}（{reason}）</translation>
    </message>
    <message>
        <source>Value tiers</source>
        <translation>客户等级</translation>
    </message>
    <message>
        <source>Value tiers as they stand on the cards; purchases of 365 days</source>
        <translation>等级为客户卡上的价值等级；采购额为近 365 天</translation>
    </message>
    <message>
        <source>Value tiers from scheme {name}</source>
        <translation>价值等级改由方案 {name} 评定</translation>
    </message>
    <message>
        <source>Value tiers of the office</source>
        <translation>本单位的价值等级</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>核实结果</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>核实</translation>
    </message>
    <message>
        <source>Verified with {name}</source>
        <translation>回访核实：{name}</translation>
    </message>
    <message>
        <source>Verified: {name}, {verdict}</source>
        <translation>已核实：{name}，{verdict}</translation>
    </message>
    <message>
        <source>Verify with the customer</source>
        <translation>回访核实</translation>
    </message>
    <message>
        <source>Verify…</source>
        <translation>核实…</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Version of a tier scheme</source>
        <translation>分级方案的版本</translation>
    </message>
    <message>
        <source>Version {number} is the newest again</source>
        <translation>已恢复第 {number} 版为最新版本</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Victory Day</source>
        <translation>抗战胜利纪念日</translation>
    </message>
    <message>
        <source>View: {name}</source>
        <translation>视图：{name}</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Visit, and judge money, authority and need</source>
        <translation>上门拜访，判断购买力、决定权、需求</translation>
    </message>
    <message>
        <source>Visit: needs, and what stands in the way</source>
        <translation>拜访：了解需求与障碍</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Visits a day</source>
        <translation>每日拜访数</translation>
    </message>
    <message>
        <source>Visits a year, at least</source>
        <translation>每年最少拜访次数</translation>
    </message>
    <message>
        <source>Visits confirmed</source>
        <translation>回访属实率</translation>
    </message>
    <message>
        <source>Visits to verify</source>
        <translation>待核实的拜访</translation>
    </message>
    <message>
        <source>Visits to verify in a week</source>
        <translation>每周核实</translation>
    </message>
    <message>
        <source>W</source>
        <translation>班</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>Warnings, promises and cases</source>
        <translation>预警、承诺与投诉服务</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Way of contact</source>
        <translation>跟进方式</translation>
    </message>
    <message>
        <source>Ways to be reached</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>We</source>
        <translation>三</translation>
    </message>
    <message>
        <source>We promised</source>
        <translation>我方承诺</translation>
    </message>
    <message>
        <source>WeChat</source>
        <translation>微信</translation>
    </message>
    <message>
        <source>WeChat Pay</source>
        <translation>微信支付</translation>
    </message>
    <message>
        <source>Weak suspicions</source>
        <translation>弱疑似</translation>
    </message>
    <message>
        <source>Weakest</source>
        <translation>最弱两项</translation>
    </message>
    <message>
        <source>Weather or traffic</source>
        <translation>天气、交通</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网址</translation>
    </message>
    <message>
        <source>Wed</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>下一周</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>上一周</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>周起始日</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight in decisions</source>
        <translation>决策权重</translation>
    </message>
    <message>
        <source>Weight known, %</source>
        <translation>有数据的权重（%）</translation>
    </message>
    <message>
        <source>Weight of criterion {number}, per cent</source>
        <translation>指标 {number} 的权重（%）</translation>
    </message>
    <message>
        <source>Weight, %</source>
        <translation>权重（%）</translation>
    </message>
    <message>
        <source>Weights keep their proportion and come to 100 together.</source>
        <translation>各权重比例不变，合计折算为 100。</translation>
    </message>
    <message>
        <source>Weights…</source>
        <translation>权重…</translation>
    </message>
    <message>
        <source>Went to another customer…</source>
        <translation>已跳槽到另一客户…</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What a tier means</source>
        <translation>等级策略</translation>
    </message>
    <message>
        <source>What can be done with it</source>
        <translation>可以做的事</translation>
    </message>
    <message>
        <source>What counts as a warning…</source>
        <translation>预警界限…</translation>
    </message>
    <message>
        <source>What do you say to this?</source>
        <translation>写下批注…</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>What he brings in</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>What he buys</source>
        <translation>采购</translation>
    </message>
    <message>
        <source>What he will probably spend in a year, discounted.</source>
        <translation>预计未来一年的采购额（折现）。</translation>
    </message>
    <message>
        <source>What is asked</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>What is deleted comes back with everything that belonged to it.</source>
        <translation>恢复时，所属的内容会一并恢复。</translation>
    </message>
    <message>
        <source>What is deleted waits here until somebody empties the bin.</source>
        <translation>删除的内容保留在这里，直到清空回收站。</translation>
    </message>
    <message>
        <source>What is different, or what else the customer said</source>
        <translation>哪里与记录不符，客户还说了什么</translation>
    </message>
    <message>
        <source>What is done stays on its day. “Correct…” changes the day it was done.</source>
        <translation>已完成的跟进不能拖动；要改完成日期，请用“更正…”。</translation>
    </message>
    <message>
        <source>What is in it</source>
        <translation>文件内容</translation>
    </message>
    <message>
        <source>What is lacking</source>
        <translation>缺少什么</translation>
    </message>
    <message>
        <source>What is missing, as a share of what there is now</source>
        <translation>所差部分占现有数值的比例</translation>
    </message>
    <message>
        <source>What is planned after today goes; what was done, and what is due today or overdue, stays.</source>
        <translation>今天以后的计划将撤销；已完成的、今天到期和逾期的保留。</translation>
    </message>
    <message>
        <source>What is planned already is moved in the calendar.</source>
        <translation>已排好的跟进请在日历中改期。</translation>
    </message>
    <message>
        <source>What is scored</source>
        <translation>评分依据</translation>
    </message>
    <message>
        <source>What is the day off called?</source>
        <translation>这一天休息叫什么？</translation>
    </message>
    <message>
        <source>What is ticked counts for the completeness of a card: the percentage in its head, what to ask for next, and the ranking of the reps. It is asked for in the order of this list.</source>
        <translation>打勾的是必填项，计入完整度：资料卡顶部的百分比、下一项该问什么、业务员的完整度排行，都按这里算。提问顺序就是本表的顺序。</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>What is usual for a person</source>
        <translation>个人信息常用内容</translation>
    </message>
    <message>
        <source>What is written here stands on the other card too, told from its side.</source>
        <translation>这里写的关系，对方的资料卡上也会从对方的角度显示。</translation>
    </message>
    <message>
        <source>What it comes from</source>
        <translation>等级由来</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>事由</translation>
    </message>
    <message>
        <source>What lies ahead</source>
        <translation>前景</translation>
    </message>
    <message>
        <source>What lies over them</source>
        <translation>叠加显示的内容</translation>
    </message>
    <message>
        <source>What lifts him</source>
        <translation>升级条件</translation>
    </message>
    <message>
        <source>What shall this view be called?</source>
        <translation>这个视图叫什么名称？</translation>
    </message>
    <message>
        <source>What the card says</source>
        <translation>资料卡内容</translation>
    </message>
    <message>
        <source>What the colours say</source>
        <translation>颜色的含义</translation>
    </message>
    <message>
        <source>What the columns count</source>
        <translation>柱形统计的项目</translation>
    </message>
    <message>
        <source>What the rows are; found out if not given.</source>
        <translation>每行是什么；不写则由程序判断。</translation>
    </message>
    <message>
        <source>What the scheme says of everybody as of this day; nothing is written yet</source>
        <translation>按方案测算截至该日的全部客户，尚不写入</translation>
    </message>
    <message>
        <source>What the value tiers mean</source>
        <translation>修改等级策略</translation>
    </message>
    <message>
        <source>What they bring together</source>
        <translation>累计贡献</translation>
    </message>
    <message>
        <source>What they buy there</source>
        <translation>购买的产品</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>客户意见</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>查看明细</translation>
    </message>
    <message>
        <source>What to work on</source>
        <translation>努力方向</translation>
    </message>
    <message>
        <source>What was changed since stays as it is now. Everything else goes back to what it was.</source>
        <translation>此后改动过的内容保持现状，其余全部恢复原样。</translation>
    </message>
    <message>
        <source>What was deleted cannot be put back after this, and the journal forgets its values. That somebody deleted something, and when, stays. This cannot be undone. Backups made before now still hold it.</source>
        <translation>清空后已删除的内容不能再恢复，变更日志也不再保留其内容；谁在何时删除过仍有记录。此操作不能撤销。此前的备份中仍有这些内容。</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>本次跟进</translation>
    </message>
    <message>
        <source>What was done in this file</source>
        <translation>操作记录</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>What was found, by rep</source>
        <translation>各业务员核实结果</translation>
    </message>
    <message>
        <source>What was given</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>What was missing</source>
        <translation>当时差距</translation>
    </message>
    <message>
        <source>What was promised</source>
        <translation>承诺内容</translation>
    </message>
    <message>
        <source>What would drop</source>
        <translation>什么会降级</translation>
    </message>
    <message>
        <source>What would lift</source>
        <translation>怎样升级</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>When wanted</source>
        <translation>按需</translation>
    </message>
    <message>
        <source>When will {name} probably close? The intent level follows from the day.</source>
        <translation>“{name}”预计何时成交？意向等级按此日期得出。</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Where a follow-up is proposed whose day is a day off, and how long it usually takes. A day chosen by hand stays as it is chosen; the calendar only points it out.</source>
        <translation>建议的跟进日期遇到休息日时移到哪一天，以及通常需要多长时间。手工选定的日期保持不变，日历只作提示。</translation>
    </message>
    <message>
        <source>Where growth comes from</source>
        <translation>增长来源</translation>
    </message>
    <message>
        <source>Where it was renewed or ended early</source>
        <translation>续签或提前终止时填写</translation>
    </message>
    <message>
        <source>Where the classes end</source>
        <translation>等级分界</translation>
    </message>
    <message>
        <source>Where the growth of the year came from</source>
        <translation>本年度增长来自哪里</translation>
    </message>
    <message>
        <source>Where to keep the backup</source>
        <translation>备份保存到哪里</translation>
    </message>
    <message>
        <source>Where to keep the calendar</source>
        <translation>日历保存到哪里</translation>
    </message>
    <message>
        <source>Where, cost</source>
        <translation>地点、费用</translation>
    </message>
    <message>
        <source>Whether effort is where value is cannot be said: no purchases, or no visits and contacts, are known.</source>
        <translation>采购或拜访、跟进没有记录，无法判断精力是否用在有价值的客户上。</translation>
    </message>
    <message>
        <source>Which cards</source>
        <translation>哪些资料卡</translation>
    </message>
    <message>
        <source>Which contact is the same person as {name}?</source>
        <translation>哪位联系人与 {name} 是同一人？</translation>
    </message>
    <message>
        <source>Which customer?</source>
        <translation>是哪位客户？</translation>
    </message>
    <message>
        <source>Which day</source>
        <translation>哪一天</translation>
    </message>
    <message>
        <source>Which follow-ups</source>
        <translation>查看哪些跟进</translation>
    </message>
    <message>
        <source>Which of the month</source>
        <translation>当月第几个</translation>
    </message>
    <message>
        <source>Which pairs are shown</source>
        <translation>显示哪些</translation>
    </message>
    <message>
        <source>White Dew</source>
        <translation>白露</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>您是哪位？</translation>
    </message>
    <message>
        <source>Who costs more than he brings is not known without costs.</source>
        <translation>没有成本数据，无法判断成本客户。</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>由谁做</translation>
    </message>
    <message>
        <source>Who looks like {name}</source>
        <translation>与 {name} 疑似相同的客户</translation>
    </message>
    <message>
        <source>Who of them</source>
        <translation>本方何人</translation>
    </message>
    <message>
        <source>Who promised</source>
        <translation>承诺方</translation>
    </message>
    <message>
        <source>Who shall see the view “{name}”?</source>
        <translation>视图“{name}”给谁看？</translation>
    </message>
    <message>
        <source>Who visits</source>
        <translation>由谁拜访</translation>
    </message>
    <message>
        <source>Who was asked</source>
        <translation>询问对象</translation>
    </message>
    <message>
        <source>Who wrote it, and when</source>
        <translation>填写记录</translation>
    </message>
    <message>
        <source>Whoever has no value</source>
        <translation>没有数据时</translation>
    </message>
    <message>
        <source>Whoever leaves is set to “left”: his follow-ups and customers stay in the file.</source>
        <translation>有人离开时设为“已离职”即可，他的跟进和客户都留在文件里。</translation>
    </message>
    <message>
        <source>Whole office</source>
        <translation>全办公室</translation>
    </message>
    <message>
        <source>Whom is it for, {day}?</source>
        <translation>{day}，为哪位客户安排？</translation>
    </message>
    <message>
        <source>Whose are these {count} events?</source>
        <translation>这 {count} 条日程是哪位客户的？</translation>
    </message>
    <message>
        <source>Whose calendar; without it that of the whole office.</source>
        <translation>谁的日历；不写则为全办公室。</translation>
    </message>
    <message>
        <source>Whose card is taken out?</source>
        <translation>领哪位客户的资料卡？</translation>
    </message>
    <message>
        <source>Whose day</source>
        <translation>谁的今天</translation>
    </message>
    <message>
        <source>Whose follow-ups</source>
        <translation>谁的跟进</translation>
    </message>
    <message>
        <source>Whose follow-ups they become</source>
        <translation>成为谁的跟进</translation>
    </message>
    <message>
        <source>Whose is “{event}”?</source>
        <translation>“{event}”是哪位客户的？</translation>
    </message>
    <message>
        <source>Whose, when</source>
        <translation>谁的、何时打</translation>
    </message>
    <message>
        <source>Whose?</source>
        <translation>待指定</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Why did we lose {name}? The reason stands on the card. (may stay empty)</source>
        <translation>“{name}”因何流失？原因会记在资料卡上。（可以不填）</translation>
    </message>
    <message>
        <source>Why did {name} leave? (may stay empty)</source>
        <translation>{name} 为什么离开？（可不填）</translation>
    </message>
    <message>
        <source>Why does {name} no longer have a tier?</source>
        <translation>为什么取消{name}的等级？</translation>
    </message>
    <message>
        <source>Why here</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Why is the plan for {name} given up? Its open steps stay in the calendar.</source>
        <translation>为什么放弃 {name} 的提升计划？未完成的步骤仍留在日程中。</translation>
    </message>
    <message>
        <source>Why is {name} put into tier {tier}? The reason is kept in the history.</source>
        <translation>为什么把{name}定为 {tier} 级？理由会记入变更记录。</translation>
    </message>
    <message>
        <source>Why it is held, and until when</source>
        <translation>保存依据与期限</translation>
    </message>
    <message>
        <source>Why it is moved</source>
        <translation>改期原因</translation>
    </message>
    <message>
        <source>Why it was lost</source>
        <translation>流失原因</translation>
    </message>
    <message>
        <source>Why moved</source>
        <translation>改期原因</translation>
    </message>
    <message>
        <source>Why no tier…</source>
        <translation>为什么没有等级…</translation>
    </message>
    <message>
        <source>Why the office keeps data of this person, what the person was told, and until when it stays.</source>
        <translation>为什么保存此人的信息、告知过什么、保存到什么时候。</translation>
    </message>
    <message>
        <source>Why the plan for {name} was moved</source>
        <translation>注明 {name} 改期的原因</translation>
    </message>
    <message>
        <source>Why this class?</source>
        <translation>为什么是这个等级</translation>
    </message>
    <message>
        <source>Why was it moved?</source>
        <translation>为什么改期？</translation>
    </message>
    <message>
        <source>Why {tier}…</source>
        <translation>为什么是 {tier}…</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>统计区间</translation>
    </message>
    <message>
        <source>Window of criterion {number}</source>
        <translation>指标 {number} 的时段</translation>
    </message>
    <message>
        <source>Winter Solstice</source>
        <translation>冬至</translation>
    </message>
    <message>
        <source>With few buyers</source>
        <translation>客户较少时</translation>
    </message>
    <message>
        <source>With fewer than {fewest} buyers: {limits}</source>
        <translation>采购客户不足 {fewest} 位时：{limits}</translation>
    </message>
    <message>
        <source>With gaps: {count}</source>
        <translation>未填全的：{count}</translation>
    </message>
    <message>
        <source>With gifts, not only greetings</source>
        <translation>送礼品，不只问候</translation>
    </message>
    <message>
        <source>With remarks {count}</source>
        <translation>有说明 {count}</translation>
    </message>
    <message>
        <source>With the rep since</source>
        <translation>分配日期</translation>
    </message>
    <message>
        <source>With {name}, changed from {day} on. What was moved, done or skipped stays as it is.</source>
        <translation>客户：{name}。自 {day} 起更改；已改期、已完成、已跳过的保持不变。</translation>
    </message>
    <message>
        <source>With {name}. Each time is a follow-up of its own: it can be moved or skipped alone.</source>
        <translation>客户：{name}。每一次都是独立的跟进，可以单独改期或跳过。</translation>
    </message>
    <message>
        <source>With {ways} the class falls to {tier}.</source>
        <translation>{ways}，则降为 {tier}。</translation>
    </message>
    <message>
        <source>With {ways} the class is {tier}.</source>
        <translation>{ways}，即为 {tier}。</translation>
    </message>
    <message>
        <source>Withdrawn on</source>
        <translation>撤回日期</translation>
    </message>
    <message>
        <source>Without effect</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Without {what}</source>
        <translation>缺 {what}</translation>
    </message>
    <message>
        <source>Women's Day</source>
        <translation>妇女节</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>Won, no purchase for 180 days</source>
        <translation>成交客户 180 天未购买</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>班</translation>
    </message>
    <message>
        <source>Work is still running: {name}</source>
        <translation>还有工作没做完：{name}</translation>
    </message>
    <message>
        <source>Worked</source>
        <translation>上班</translation>
    </message>
    <message>
        <source>Worked out from the rhythm of all customers' purchase days (BG/NBD) and what they spend on one (Gamma-Gamma); the value is what is expected in the next 52 weeks, discounted by 10 % a year.</source>
        <translation>按全体客户的采购节奏（BG/NBD）和单次采购额（Gamma-Gamma）推算；金额为今后 52 周的预期采购，按年 10% 折现。</translation>
    </message>
    <message>
        <source>Working day</source>
        <translation>上班日</translation>
    </message>
    <message>
        <source>Working days</source>
        <translation>工作日</translation>
    </message>
    <message>
        <source>Working hours from the opening of a case to the first answer and to the solution, by the customer's value tier on that day. A change here, or of the tier, does not move the clock of cases that are open.</source>
        <translation>从受理到首次答复、到解决的工作小时数，按受理当天客户的价值等级计算。以后改动这里或客户等级，不影响已受理事项的时限。</translation>
    </message>
    <message>
        <source>Working out what customers will buy</source>
        <translation>推算客户今后的采购</translation>
    </message>
    <message>
        <source>Working out what is missing</source>
        <translation>测算差距</translation>
    </message>
    <message>
        <source>Working out what is missing…</source>
        <translation>正在测算差距…</translation>
    </message>
    <message>
        <source>Works here</source>
        <translation>在职</translation>
    </message>
    <message>
        <source>Works here again</source>
        <translation>设为在职</translation>
    </message>
    <message>
        <source>Works here again: {names}</source>
        <translation>已设为在职：{names}</translation>
    </message>
    <message>
        <source>Worth keeping and lifting</source>
        <translation>值得保持与提升</translation>
    </message>
    <message>
        <source>Worth today: {money}.</source>
        <translation>折算到当日价值 {money}。</translation>
    </message>
    <message>
        <source>Would recommend</source>
        <translation>推荐意愿</translation>
    </message>
    <message>
        <source>Would recommend us</source>
        <translation>推荐意愿</translation>
    </message>
    <message>
        <source>Write down</source>
        <translation>记一条</translation>
    </message>
    <message>
        <source>Write down all the same</source>
        <translation>仍然记录</translation>
    </message>
    <message>
        <source>Write down what came of it</source>
        <translation>记下结果</translation>
    </message>
    <message>
        <source>Write down what came of it, on the card</source>
        <translation>到客户卡上记录跟进结果</translation>
    </message>
    <message>
        <source>Write down what was promised, by us or by the customer</source>
        <translation>记下我方或客户答应的事</translation>
    </message>
    <message>
        <source>Write every row with its outcome to this xlsx.</source>
        <translation>把每一行的处理结果写入这个 xlsx。</translation>
    </message>
    <message>
        <source>Write it up</source>
        <translation>填写结果</translation>
    </message>
    <message>
        <source>Write the follow-ups of a rep as a calendar (.ics).</source>
        <translation>把业务员的跟进写成日历文件（.ics）。</translation>
    </message>
    <message>
        <source>Write the person down again only with a new reason, such as a new consent. The mark fits others too, seldom.</source>
        <translation>只有在有新的依据（如本人重新同意）时才再次记录。偶尔也可能只是与他人的标记相同。</translation>
    </message>
    <message>
        <source>Write the rating sheet to this .xlsx or .pdf.</source>
        <translation>把评定表写入此 .xlsx 或 .pdf 文件。</translation>
    </message>
    <message>
        <source>Write this for every new person by itself</source>
        <translation>新建个人客户和联系人时自动写入以上内容</translation>
    </message>
    <message>
        <source>Writing the calendar</source>
        <translation>正在写出日历</translation>
    </message>
    <message>
        <source>Writing the profile</source>
        <translation>正在保存导入方案</translation>
    </message>
    <message>
        <source>Writing the rating sheet</source>
        <translation>正在生成评定表</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在保存导入结果</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>Written at</source>
        <translation>写于</translation>
    </message>
    <message>
        <source>Written down in the period</source>
        <translation>本期内建卡的客户</translation>
    </message>
    <message>
        <source>Written: {name}</source>
        <translation>已保存：{name}</translation>
    </message>
    <message>
        <source>Y ______ M ___ D ___</source>
        <translation>______ 年 ___ 月 ___ 日</translation>
    </message>
    <message>
        <source>Year number</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Year unknown</source>
        <translation>年份不详</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>是/否</translation>
    </message>
    <message>
        <source>Yes, it brought something</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>You have no right to write at {path}.</source>
        <translation>您没有写入 {path} 的权限。</translation>
    </message>
    <message>
        <source>Your data is as it was at the last save. Please pass the details on to whoever looks after it.</source>
        <translation>数据仍是上次保存时的样子。请把详细信息转给维护人员。</translation>
    </message>
    <message>
        <source>Yours: view “{name}”</source>
        <translation>视图“{name}”已改为仅自己可见</translation>
    </message>
    <message>
        <source>Youth Day</source>
        <translation>青年节</translation>
    </message>
    <message>
        <source>Zhongyuan</source>
        <translation>中元</translation>
    </message>
    <message>
        <source>a birthday or another key date</source>
        <translation>生日等重要日期</translation>
    </message>
    <message>
        <source>a chance of only {needed} that he still buys</source>
        <translation>仍在采购的概率降到 {needed}</translation>
    </message>
    <message>
        <source>a chance of {needed} that he still buys</source>
        <translation>仍在采购的概率达到 {needed}</translation>
    </message>
    <message>
        <source>a contact in this file</source>
        <translation>本文件的联系人</translation>
    </message>
    <message>
        <source>a customer in this file</source>
        <translation>本文件的客户</translation>
    </message>
    <message>
        <source>a day one names</source>
        <translation>指定的日期</translation>
    </message>
    <message>
        <source>a field that was removed</source>
        <translation>已删除的字段</translation>
    </message>
    <message>
        <source>a gross margin of only {needed}</source>
        <translation>毛利率降到 {needed}</translation>
    </message>
    <message>
        <source>a gross margin of {needed}</source>
        <translation>毛利率达到 {needed}</translation>
    </message>
    <message>
        <source>a lifetime value of only {needed}</source>
        <translation>终身价值降到 {needed}</translation>
    </message>
    <message>
        <source>a lifetime value of {needed}</source>
        <translation>终身价值达到 {needed}</translation>
    </message>
    <message>
        <source>a name only, without a card here</source>
        <translation>只有名字，没有资料卡</translation>
    </message>
    <message>
        <source>a number of times</source>
        <translation>限次数</translation>
    </message>
    <message>
        <source>a purchase today</source>
        <translation>今天采购一次</translation>
    </message>
    <message>
        <source>a purchase within the last {needed}</source>
        <translation>最近 {needed}内采购一次</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>一年</translation>
    </message>
    <message>
        <source>agreed</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>全天</translation>
    </message>
    <message>
        <source>all others</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>alone gives</source>
        <translation>单项即达</translation>
    </message>
    <message>
        <source>an average purchase of only {needed}</source>
        <translation>平均每单降到 {needed}</translation>
    </message>
    <message>
        <source>an average purchase of {needed}</source>
        <translation>平均每单达到 {needed}</translation>
    </message>
    <message>
        <source>an office of at most {needed} buying customers</source>
        <translation>办公室采购客户不超过 {needed} 位</translation>
    </message>
    <message>
        <source>an office of {needed} buying customers</source>
        <translation>办公室采购客户达到 {needed} 位</translation>
    </message>
    <message>
        <source>an open complaint is past due since {day}</source>
        <translation>有投诉自 {day} 起逾期未结</translation>
    </message>
    <message>
        <source>and</source>
        <translation>并且</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>已公布</translation>
    </message>
    <message>
        <source>announced, changed</source>
        <translation>已公布，有改动</translation>
    </message>
    <message>
        <source>another column was taken for this</source>
        <translation>已有另一列对应</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>已回复</translation>
    </message>
    <message>
        <source>approved by {name}</source>
        <translation>{name}批准</translation>
    </message>
    <message>
        <source>are drawn by lot for the check of a week</source>
        <translation>张资料卡，每周随机抽取</translation>
    </message>
    <message>
        <source>are proposed for a week, of the whole office</source>
        <translation>次拜访，全办公室合计，随机抽取</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>as delivered</source>
        <translation>内置，未修改</translation>
    </message>
    <message>
        <source>as it came</source>
        <translation>内置原版</translation>
    </message>
    <message>
        <source>as published for {day}</source>
        <translation>{day} 发布的评定</translation>
    </message>
    <message>
        <source>as you said</source>
        <translation>按您的指定</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>不少于</translation>
    </message>
    <message>
        <source>at least {rest} % of the price; more is for the supervisor to give</source>
        <translation>即成交价不低于原价的 {rest}%，超过须主管同意</translation>
    </message>
    <message>
        <source>at least {value} days left to contact</source>
        <translation>距频度上限还有 {value} 天以上</translation>
    </message>
    <message>
        <source>at least, times a year</source>
        <translation>每年最少（次）</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>不多于</translation>
    </message>
    <message>
        <source>at most in a planned week, of a rep without a number of his own</source>
        <translation>周计划中每天最多安排的拜访数，业务员另有设定的除外</translation>
    </message>
    <message>
        <source>at most {value}</source>
        <translation>不超过 {value}</translation>
    </message>
    <message>
        <source>at most {value} days left to contact</source>
        <translation>距频度上限不超过 {value} 天</translation>
    </message>
    <message>
        <source>at some time</source>
        <translation>曾经有过</translation>
    </message>
    <message>
        <source>at this computer</source>
        <translation>正在使用本机</translation>
    </message>
    <message>
        <source>because of</source>
        <translation>原因属于</translation>
    </message>
    <message>
        <source>before today</source>
        <translation>早于今天</translation>
    </message>
    <message>
        <source>begins with</source>
        <translation>开头是</translation>
    </message>
    <message>
        <source>behavioural</source>
        <translation>行为</translation>
    </message>
    <message>
        <source>best called on after {time}</source>
        <translation>{time} 以后方便</translation>
    </message>
    <message>
        <source>best called on before {time}</source>
        <translation>{time} 以前方便</translation>
    </message>
    <message>
        <source>best called on in the afternoon, {hours}</source>
        <translation>下午 {hours} 方便</translation>
    </message>
    <message>
        <source>best called on in the morning, {hours}</source>
        <translation>上午 {hours} 方便</translation>
    </message>
    <message>
        <source>best called on {hours}</source>
        <translation>{hours} 方便</translation>
    </message>
    <message>
        <source>beyond the years of the lunar calendar here</source>
        <translation>超出本程序农历的年份</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>空行</translation>
    </message>
    <message>
        <source>bought for at least {value}</source>
        <translation>购买额不少于 {value}</translation>
    </message>
    <message>
        <source>bought for at most {value}</source>
        <translation>购买额不多于 {value}</translation>
    </message>
    <message>
        <source>bring in as new customers, with a remark</source>
        <translation>照样新建，并注明</translation>
    </message>
    <message>
        <source>business card, fair, referral</source>
        <translation>如：名片、展会、转介绍</translation>
    </message>
    <message>
        <source>but not before</source>
        <translation>且不早于</translation>
    </message>
    <message>
        <source>buying from us for only {needed}</source>
        <translation>合作只有 {needed}</translation>
    </message>
    <message>
        <source>by equal parts of all customers</source>
        <translation>按全体客户等分</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>改</translation>
    </message>
    <message>
        <source>by hand ({approver}): {reason}</source>
        <translation>人工（{approver}批准）：{reason}</translation>
    </message>
    <message>
        <source>by hand: {reason}</source>
        <translation>人工：{reason}</translation>
    </message>
    <message>
        <source>by its header</source>
        <translation>按表头</translation>
    </message>
    <message>
        <source>by limits</source>
        <translation>按界限</translation>
    </message>
    <message>
        <source>by part of its header</source>
        <translation>按表头的一部分</translation>
    </message>
    <message>
        <source>by the rule {rule}</source>
        <translation>按规则 {rule}</translation>
    </message>
    <message>
        <source>by what its cells hold</source>
        <translation>按单元格内容</translation>
    </message>
    <message>
        <source>by {day}</source>
        <translation>截至 {day}</translation>
    </message>
    <message>
        <source>by {name}</source>
        <translation>经办 {name}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>cancelled: {what}</source>
        <translation>已取消：{what}</translation>
    </message>
    <message>
        <source>cannot be rated</source>
        <translation>无法评定</translation>
    </message>
    <message>
        <source>care {spent} of {budget}</source>
        <translation>客情预算 {spent}/{budget}</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>已手工调整</translation>
    </message>
    <message>
        <source>changed, the content is not kept</source>
        <translation>已更改（不留内容）</translation>
    </message>
    <message>
        <source>checking</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>closed {day}</source>
        <translation>{day} 终止</translation>
    </message>
    <message>
        <source>column {number}</source>
        <translation>第 {number} 列</translation>
    </message>
    <message>
        <source>comparing</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>complaints and requests: first answer within {answer}, solution within {solve} working hours</source>
        <translation>投诉与请求：{answer} 个工作小时内首次答复，{solve} 个工作小时内解决</translation>
    </message>
    <message>
        <source>complaints down to {needed}</source>
        <translation>投诉降到 {needed} 次</translation>
    </message>
    <message>
        <source>computed {tier}</source>
        <translation>测算为 {tier}</translation>
    </message>
    <message>
        <source>consent withdrawn</source>
        <translation>已撤回同意</translation>
    </message>
    <message>
        <source>contact due, {days} days left</source>
        <translation>应联系，还有 {days} 天</translation>
    </message>
    <message>
        <source>contact in {days} days at the latest</source>
        <translation>最迟 {days} 天内联系</translation>
    </message>
    <message>
        <source>contact {days} days late</source>
        <translation>联系已超期 {days} 天</translation>
    </message>
    <message>
        <source>contacted at some time</source>
        <translation>联系过</translation>
    </message>
    <message>
        <source>contacted before</source>
        <translation>联系过</translation>
    </message>
    <message>
        <source>contacted within {value} days</source>
        <translation>{value} 天内联系过</translation>
    </message>
    <message>
        <source>contains</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>contract ends: {title}</source>
        <translation>合同到期：{title}</translation>
    </message>
    <message>
        <source>contract “{label}” ends on {day}</source>
        <translation>合同“{label}”{day} 到期</translation>
    </message>
    <message>
        <source>counts as neutral, 50 points</source>
        <translation>按中性计 50 分</translation>
    </message>
    <message>
        <source>counts in the first place</source>
        <translation>计入第 1 档</translation>
    </message>
    <message>
        <source>created</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>cumulative</source>
        <translation>累计</translation>
    </message>
    <message>
        <source>customer no longer in the file</source>
        <translation>客户已不在文件中</translation>
    </message>
    <message>
        <source>customers of class “{tier}”</source>
        <translation>“{tier}”客户</translation>
    </message>
    <message>
        <source>customers who could not be rated before</source>
        <translation>原先无法评定的客户</translation>
    </message>
    <message>
        <source>customers who had not bought before</source>
        <translation>原先未成交的客户</translation>
    </message>
    <message>
        <source>customers who were not in the earlier round</source>
        <translation>较早一轮中没有的客户</translation>
    </message>
    <message>
        <source>customers without a class</source>
        <translation>无等级客户</translation>
    </message>
    <message>
        <source>day from Monday to Friday</source>
        <translation>平日（周一至周五）</translation>
    </message>
    <message>
        <source>day off</source>
        <translation>放假</translation>
    </message>
    <message>
        <source>day {day}</source>
        <translation>{day}日</translation>
    </message>
    <message>
        <source>day {day}, or the last day of a shorter month</source>
        <translation>{day}日（月份不足时为当月最后一天）</translation>
    </message>
    <message>
        <source>day(s)</source>
        <translation>天</translation>
    </message>
    <message>
        <source>days</source>
        <translation>天</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>deleted since</source>
        <translation>此后已删除</translation>
    </message>
    <message>
        <source>different</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>discount up to {percent} %</source>
        <translation>折扣上限 {percent}%</translation>
    </message>
    <message>
        <source>does not begin with</source>
        <translation>开头不是</translation>
    </message>
    <message>
        <source>does not contain</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>done today</source>
        <translation>今天已完成</translation>
    </message>
    <message>
        <source>done today, without effect</source>
        <translation>今天已完成（无效）</translation>
    </message>
    <message>
        <source>down</source>
        <translation>降</translation>
    </message>
    <message>
        <source>drag onto a day</source>
        <translation>拖到某一天即可排入</translation>
    </message>
    <message>
        <source>drawing</source>
        <translation>排版</translation>
    </message>
    <message>
        <source>due by {day}</source>
        <translation>{day} 前</translation>
    </message>
    <message>
        <source>due for review</source>
        <translation>到期待复核</translation>
    </message>
    <message>
        <source>due since {day}, {days} days late: {amount}</source>
        <translation>{day} 到期，已逾期 {days} 天：{amount}</translation>
    </message>
    <message>
        <source>due this week</source>
        <translation>本周应查</translation>
    </message>
    <message>
        <source>due today: {amount}</source>
        <translation>今日到期：{amount}</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day}到期</translation>
    </message>
    <message>
        <source>due: {amount}</source>
        <translation>应收 {amount}</translation>
    </message>
    <message>
        <source>each customer's own rep</source>
        <translation>各客户自己的业务员</translation>
    </message>
    <message>
        <source>effective</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>effective ones on a working day count as full</source>
        <translation>次有效跟进，每个工作日达到即满分</translation>
    </message>
    <message>
        <source>emotional</source>
        <translation>情感</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空列</translation>
    </message>
    <message>
        <source>ended on {day}, {days} days ago, neither renewed nor closed</source>
        <translation>{day} 已到期 {days} 天，未续签也未终止</translation>
    </message>
    <message>
        <source>ended {days} days ago</source>
        <translation>已过期 {days} 天</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>{day} 结束</translation>
    </message>
    <message>
        <source>ends in {days} days</source>
        <translation>{days} 天后到期</translation>
    </message>
    <message>
        <source>ends on {day}, in {days} days</source>
        <translation>{day} 到期，还有 {days} 天</translation>
    </message>
    <message>
        <source>ends today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>entered here</source>
        <translation>本办公室录入</translation>
    </message>
    <message>
        <source>every day</source>
        <translation>每天</translation>
    </message>
    <message>
        <source>every hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>every lunar month on {days}</source>
        <translation>每月农历{days}</translation>
    </message>
    <message>
        <source>every lunar year on {days}</source>
        <translation>每年农历{days}</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>每分钟</translation>
    </message>
    <message>
        <source>every month on {days}</source>
        <translation>每月{days}</translation>
    </message>
    <message>
        <source>every week on {days}</source>
        <translation>每{days}</translation>
    </message>
    <message>
        <source>every year on {days}</source>
        <translation>每年{days}</translation>
    </message>
    <message>
        <source>every {day}</source>
        <translation>每个{day}</translation>
    </message>
    <message>
        <source>every {n} days</source>
        <translation>每 {n} 天</translation>
    </message>
    <message>
        <source>every {n} hours</source>
        <translation>每 {n} 小时</translation>
    </message>
    <message>
        <source>every {n} lunar months on {days}</source>
        <translation>每 {n} 个农历月的{days}</translation>
    </message>
    <message>
        <source>every {n} lunar years on {days}</source>
        <translation>每 {n} 年的农历{days}</translation>
    </message>
    <message>
        <source>every {n} minutes</source>
        <translation>每 {n} 分钟</translation>
    </message>
    <message>
        <source>every {n} months on {days}</source>
        <translation>每 {n} 个月的{days}</translation>
    </message>
    <message>
        <source>every {n} weeks on {days}</source>
        <translation>每 {n} 周的{days}</translation>
    </message>
    <message>
        <source>every {n} years on {days}</source>
        <translation>每 {n} 年的{days}</translation>
    </message>
    <message>
        <source>every:</source>
        <translation>每</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>everything up to the day</source>
        <translation>截至当日的全部记录</translation>
    </message>
    <message>
        <source>everything up to {day}</source>
        <translation>截至 {day} 的全部记录</translation>
    </message>
    <message>
        <source>exception: {why}</source>
        <translation>例外：{why}</translation>
    </message>
    <message>
        <source>expected {day}</source>
        <translation>预计 {day}</translation>
    </message>
    <message>
        <source>expected {day}, passed</source>
        <translation>预计 {day}，已过</translation>
    </message>
    <message>
        <source>fell</source>
        <translation>下降</translation>
    </message>
    <message>
        <source>fewer than 50 customers: points by steps, not by places</source>
        <translation>不足 50 位客户：按分档得分，不按排名</translation>
    </message>
    <message>
        <source>fill in what is blank on the card in the file</source>
        <translation>补充到已有客户的空白项</translation>
    </message>
    <message>
        <source>financial</source>
        <translation>财务</translation>
    </message>
    <message>
        <source>first</source>
        <translation>第一个</translation>
    </message>
    <message>
        <source>first answer {time} overdue</source>
        <translation>首次答复超时 {time}</translation>
    </message>
    <message>
        <source>first planned for {day}</source>
        <translation>原定 {day}</translation>
    </message>
    <message>
        <source>first planned for {day}, put off once</source>
        <translation>原定 {day}，已改期 1 次</translation>
    </message>
    <message>
        <source>first planned for {day}, put off {count} times</source>
        <translation>原定 {day}，已改期 {count} 次</translation>
    </message>
    <message>
        <source>first purchase within the last {days} days</source>
        <translation>首次采购在近 {days} 天内</translation>
    </message>
    <message>
        <source>for good</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>forecasting</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>第四个</translation>
    </message>
    <message>
        <source>from {before} to {after} within {days} days</source>
        <translation>近 {days} 天内由{before}变为{after}</translation>
    </message>
    <message>
        <source>from {points} points</source>
        <translation>{points} 分起</translation>
    </message>
    <message>
        <source>gets no points</source>
        <translation>不得分</translation>
    </message>
    <message>
        <source>gives the value tiers</source>
        <translation>主方案</translation>
    </message>
    <message>
        <source>greet {tiers}</source>
        <translation>问候 {tiers} 级客户</translation>
    </message>
    <message>
        <source>growing, and close below a better class; least effort first</source>
        <translation>正在增长且接近上一等级，差距小的在前</translation>
    </message>
    <message>
        <source>growth of only {needed}</source>
        <translation>增长率降到 {needed}</translation>
    </message>
    <message>
        <source>growth of {needed}</source>
        <translation>增长率达到 {needed}</translation>
    </message>
    <message>
        <source>growth potential only {needed}</source>
        <translation>发展潜力降到 {needed}</translation>
    </message>
    <message>
        <source>growth potential {needed}</source>
        <translation>发展潜力达到 {needed}</translation>
    </message>
    <message>
        <source>has bought</source>
        <translation>购买过</translation>
    </message>
    <message>
        <source>has to do with {name}</source>
        <translation>与{name}有其他往来</translation>
    </message>
    <message>
        <source>has {name} as secretary</source>
        <translation>秘书是{name}</translation>
    </message>
    <message>
        <source>holidays not announced yet</source>
        <translation>放假安排尚未公布</translation>
    </message>
    <message>
        <source>holidays of {year} not known: Monday to Friday</source>
        <translation>{year} 年节假日未收录，按周一至周五</translation>
    </message>
    <message>
        <source>in 1 month</source>
        <translation>1 个月内</translation>
    </message>
    <message>
        <source>in 3 months</source>
        <translation>3 个月内</translation>
    </message>
    <message>
        <source>in 6 months</source>
        <translation>6 个月内</translation>
    </message>
    <message>
        <source>in the last days</source>
        <translation>最近几天内</translation>
    </message>
    <message>
        <source>in the latest survey</source>
        <translation>按最近一次回访</translation>
    </message>
    <message>
        <source>in the next days</source>
        <translation>今后几天内</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>in {days} days</source>
        <translation>{days} 天后</translation>
    </message>
    <message>
        <source>in {time}</source>
        <translation>{time}后</translation>
    </message>
    <message>
        <source>intent unknown</source>
        <translation>意向不明</translation>
    </message>
    <message>
        <source>intent {level}</source>
        <translation>意向 {level}</translation>
    </message>
    <message>
        <source>introduced {name}</source>
        <translation>介绍来了{name}</translation>
    </message>
    <message>
        <source>is</source>
        <translation>等于</translation>
    </message>
    <message>
        <source>is a friend of {name}</source>
        <translation>与{name}是朋友</translation>
    </message>
    <message>
        <source>is a relative of {name}</source>
        <translation>与{name}是亲属</translation>
    </message>
    <message>
        <source>is a subsidiary of {name}</source>
        <translation>是{name}的子公司</translation>
    </message>
    <message>
        <source>is all of</source>
        <translation>同时包含</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>不小于</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>不大于</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>为空</translation>
    </message>
    <message>
        <source>is filled in</source>
        <translation>有内容</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>小于</translation>
    </message>
    <message>
        <source>is married to {name}</source>
        <translation>与{name}是夫妻</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>大于</translation>
    </message>
    <message>
        <source>is no</source>
        <translation>为否</translation>
    </message>
    <message>
        <source>is none of</source>
        <translation>不属于</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>不等于</translation>
    </message>
    <message>
        <source>is of the same group as {name}</source>
        <translation>与{name}同属一个集团</translation>
    </message>
    <message>
        <source>is one of</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>is supplied by {name}</source>
        <translation>由{name}供货</translation>
    </message>
    <message>
        <source>is the parent company of {name}</source>
        <translation>是{name}的母公司</translation>
    </message>
    <message>
        <source>is the secretary of {name}</source>
        <translation>是{name}的秘书</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>有</translation>
    </message>
    <message>
        <source>is today</source>
        <translation>是今天</translation>
    </message>
    <message>
        <source>is yes</source>
        <translation>为是</translation>
    </message>
    <message>
        <source>its cells do not hold what its header says</source>
        <translation>内容与表头不符</translation>
    </message>
    <message>
        <source>its value is used by another record now</source>
        <translation>原来的值现在被其他记录占用</translation>
    </message>
    <message>
        <source>key date</source>
        <translation>重要日期</translation>
    </message>
    <message>
        <source>last</source>
        <translation>最后一个</translation>
    </message>
    <message>
        <source>last contact {days} days ago</source>
        <translation>{days} 天前联系</translation>
    </message>
    <message>
        <source>last contact {day}</source>
        <translation>最近联系 {day}</translation>
    </message>
    <message>
        <source>last purchase today</source>
        <translation>今天有采购</translation>
    </message>
    <message>
        <source>last purchase {days} days ago</source>
        <translation>上次采购 {days} 天前</translation>
    </message>
    <message>
        <source>last round as of {day}</source>
        <translation>上次评定截至 {day}</translation>
    </message>
    <message>
        <source>last round {amount}</source>
        <translation>上轮 {amount}</translation>
    </message>
    <message>
        <source>last {day}</source>
        <translation>最近购买 {day}</translation>
    </message>
    <message>
        <source>later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>leads</source>
        <translation>主方案</translation>
    </message>
    <message>
        <source>leap lunar {day}</source>
        <translation>农历闰{day}</translation>
    </message>
    <message>
        <source>leap {day}</source>
        <translation>闰 {day}</translation>
    </message>
    <message>
        <source>leave out</source>
        <translation>跳过不导入</translation>
    </message>
    <message>
        <source>left</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>lifted on {day}</source>
        <translation>{day} 已解除</translation>
    </message>
    <message>
        <source>lunar </source>
        <translation>农历</translation>
    </message>
    <message>
        <source>lunar calendar</source>
        <translation>农历</translation>
    </message>
    <message>
        <source>lunar month {number}</source>
        <translation>农历 {number} 月</translation>
    </message>
    <message>
        <source>lunar month(s)</source>
        <translation>个农历月</translation>
    </message>
    <message>
        <source>lunar year(s)</source>
        <translation>个农历年</translation>
    </message>
    <message>
        <source>lunar {day}</source>
        <translation>农历{day}</translation>
    </message>
    <message>
        <source>matching</source>
        <translation>比对</translation>
    </message>
    <message>
        <source>may be leaving: {causes}</source>
        <translation>可能流失：{causes}</translation>
    </message>
    <message>
        <source>me</source>
        <translation>我</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>month(s)</source>
        <translation>个月</translation>
    </message>
    <message>
        <source>monthly</source>
        <translation>每月</translation>
    </message>
    <message>
        <source>more days ago</source>
        <translation>早于几天前</translation>
    </message>
    <message>
        <source>more than nothing</source>
        <translation>有</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>已改期</translation>
    </message>
    <message>
        <source>must be answered</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未有过</translation>
    </message>
    <message>
        <source>never bought</source>
        <translation>从未购买</translation>
    </message>
    <message>
        <source>never contacted</source>
        <translation>从未联系</translation>
    </message>
    <message>
        <source>never rated yet</source>
        <translation>尚未评定过</translation>
    </message>
    <message>
        <source>new</source>
        <translation>首次</translation>
    </message>
    <message>
        <source>new buyer</source>
        <translation>新购</translation>
    </message>
    <message>
        <source>new in this scheme</source>
        <translation>首次评定</translation>
    </message>
    <message>
        <source>next month</source>
        <translation>下月</translation>
    </message>
    <message>
        <source>next round</source>
        <translation>下次评定</translation>
    </message>
    <message>
        <source>next step overdue</source>
        <translation>下一步已逾期</translation>
    </message>
    <message>
        <source>next step {day}</source>
        <translation>下一步 {day}</translation>
    </message>
    <message>
        <source>next: {when}</source>
        <translation>下次：{when}</translation>
    </message>
    <message>
        <source>no card was checked</source>
        <translation>本期没有检查资料卡</translation>
    </message>
    <message>
        <source>no card was due back</source>
        <translation>本期没有应还的资料卡</translation>
    </message>
    <message>
        <source>no care budget</source>
        <translation>无客情预算</translation>
    </message>
    <message>
        <source>no care budget, {spent} spent</source>
        <translation>无客情预算，已用 {spent}</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>没有联系人</translation>
    </message>
    <message>
        <source>no customers</source>
        <translation>名下没有客户</translation>
    </message>
    <message>
        <source>no effect</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>无固定期限</translation>
    </message>
    <message>
        <source>no header</source>
        <translation>没有表头</translation>
    </message>
    <message>
        <source>no key date</source>
        <translation>没有重要日期</translation>
    </message>
    <message>
        <source>no level</source>
        <translation>无意向等级</translation>
    </message>
    <message>
        <source>no longer in a class</source>
        <translation>不再有等级</translation>
    </message>
    <message>
        <source>no longer in the file</source>
        <translation>已不在文件中</translation>
    </message>
    <message>
        <source>no longer there</source>
        <translation>（已不存在）</translation>
    </message>
    <message>
        <source>no phone number</source>
        <translation>没有电话</translation>
    </message>
    <message>
        <source>no purchase for {value} days</source>
        <translation>{value} 天未购买</translation>
    </message>
    <message>
        <source>no purchase yet → {state}</source>
        <translation>尚无采购 → {state}</translation>
    </message>
    <message>
        <source>no purchases yet</source>
        <translation>尚无购买</translation>
    </message>
    <message>
        <source>no rep</source>
        <translation>未分配业务员</translation>
    </message>
    <message>
        <source>no round</source>
        <translation>未用于评定</translation>
    </message>
    <message>
        <source>no segment</source>
        <translation>不属于任何细分</translation>
    </message>
    <message>
        <source>no tier</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>no time limit</source>
        <translation>未设时限</translation>
    </message>
    <message>
        <source>no time of the week suits</source>
        <translation>本周没有合适时段</translation>
    </message>
    <message>
        <source>no working day yet</source>
        <translation>本期还没有工作日</translation>
    </message>
    <message>
        <source>no. {rank} of {count} by amount</source>
        <translation>按金额第 {rank} 位，共 {count} 位</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>nobody any more</source>
        <translation>已无此人</translation>
    </message>
    <message>
        <source>nobody has bought twice yet</source>
        <translation>尚无客户采购过两次</translation>
    </message>
    <message>
        <source>nobody in charge</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>nobody is responsible</source>
        <translation>无负责人</translation>
    </message>
    <message>
        <source>nobody named</source>
        <translation>未记姓名</translation>
    </message>
    <message>
        <source>nobody was asked</source>
        <translation>本期没有回访核实</translation>
    </message>
    <message>
        <source>nobody, by phone only</source>
        <translation>不上门，电话维系</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>none: this is the first round</source>
        <translation>无，这是首次评定</translation>
    </message>
    <message>
        <source>not a letter</source>
        <translation>非字母</translation>
    </message>
    <message>
        <source>not announced yet</source>
        <translation>尚未公布</translation>
    </message>
    <message>
        <source>not answered by {moment}</source>
        <translation>应于 {moment} 前首次答复，尚未答复</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不会成交</translation>
    </message>
    <message>
        <source>not because of</source>
        <translation>原因不属于</translation>
    </message>
    <message>
        <source>not bought</source>
        <translation>未成交</translation>
    </message>
    <message>
        <source>not contacted for at least {value} days</source>
        <translation>已 {value} 天以上未联系</translation>
    </message>
    <message>
        <source>not contacted for {value} days</source>
        <translation>{value} 天未联系</translation>
    </message>
    <message>
        <source>not filled in</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>not for days</source>
        <translation>几天内没有</translation>
    </message>
    <message>
        <source>not in it</source>
        <translation>未参评</translation>
    </message>
    <message>
        <source>not in the mapping file</source>
        <translation>导入方案中没有</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>not known: cannot be rated</source>
        <translation>无数据：无法评定</translation>
    </message>
    <message>
        <source>not known: half of the points</source>
        <translation>无数据：按一半得分</translation>
    </message>
    <message>
        <source>not known: no points</source>
        <translation>无数据：不得分</translation>
    </message>
    <message>
        <source>not known: {metric}</source>
        <translation>无数据：{metric}</translation>
    </message>
    <message>
        <source>not on the card</source>
        <translation>卡上未填</translation>
    </message>
    <message>
        <source>not passed</source>
        <translation>不合格</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>无法评定</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>尚未达到</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>未记录</translation>
    </message>
    <message>
        <source>not solved by {moment}</source>
        <translation>应于 {moment} 前解决，尚未解决</translation>
    </message>
    <message>
        <source>not yet paid {amount}</source>
        <translation>未回款 {amount}</translation>
    </message>
    <message>
        <source>not yet read</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>nothing planned</source>
        <translation>未安排</translation>
    </message>
    <message>
        <source>nothing was done</source>
        <translation>本期没有完成的跟进</translation>
    </message>
    <message>
        <source>nothing was due</source>
        <translation>本期没有到期的计划</translation>
    </message>
    <message>
        <source>nothing written</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>now {now} · needed {needed}</source>
        <translation>现在 {now} · 需达 {needed}</translation>
    </message>
    <message>
        <source>of 5</source>
        <translation>满分 5</translation>
    </message>
    <message>
        <source>of the score</source>
        <translation>占总分的比重</translation>
    </message>
    <message>
        <source>old number of 15 digits</source>
        <translation>15 位老号码</translation>
    </message>
    <message>
        <source>on a day</source>
        <translation>按日期</translation>
    </message>
    <message>
        <source>on a weekday</source>
        <translation>按星期</translation>
    </message>
    <message>
        <source>on file</source>
        <translation>已存</translation>
    </message>
    <message>
        <source>on or after</source>
        <translation>不早于</translation>
    </message>
    <message>
        <source>on or before</source>
        <translation>不晚于</translation>
    </message>
    <message>
        <source>on the day</source>
        <translation>当天</translation>
    </message>
    <message>
        <source>on the last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>on {day}, in {days} days</source>
        <translation>{day}，还有 {days} 天</translation>
    </message>
    <message>
        <source>one effective contact fewer</source>
        <translation>有效跟进减少 1 次</translation>
    </message>
    <message>
        <source>one more complaint</source>
        <translation>再有 1 次投诉</translation>
    </message>
    <message>
        <source>one more effective contact</source>
        <translation>有效跟进再增加 1 次</translation>
    </message>
    <message>
        <source>one more product category</source>
        <translation>再多买 1 个品类</translation>
    </message>
    <message>
        <source>one more purchase</source>
        <translation>再采购 1 次</translation>
    </message>
    <message>
        <source>one more referral</source>
        <translation>再转介绍 1 位客户</translation>
    </message>
    <message>
        <source>one product category fewer</source>
        <translation>少买 1 个品类</translation>
    </message>
    <message>
        <source>one purchase fewer</source>
        <translation>采购减少 1 次</translation>
    </message>
    <message>
        <source>one referral fewer</source>
        <translation>转介绍减少 1 位</translation>
    </message>
    <message>
        <source>only {needed} paid on time</source>
        <translation>回款及时率降到 {needed}</translation>
    </message>
    <message>
        <source>only {needed} purchases to expect in a year</source>
        <translation>预计年采购次数只有 {needed}</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>open, no day</source>
        <translation>未了结，未定日期</translation>
    </message>
    <message>
        <source>or more; asked of customers with three purchases or more</source>
        <translation>及以上；仅对采购满三次的客户计算</translation>
    </message>
    <message>
        <source>order {label} delivered on {day}</source>
        <translation>订单 {label} {day} 交货</translation>
    </message>
    <message>
        <source>out</source>
        <translation>已领出</translation>
    </message>
    <message>
        <source>over</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>overdue by {days} days</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>overdue down to {needed}</source>
        <translation>逾期降到 {needed}</translation>
    </message>
    <message>
        <source>overdue since {day}</source>
        <translation>{day} 起逾期</translation>
    </message>
    <message>
        <source>overwriting what was freed</source>
        <translation>覆盖已释放的空间</translation>
    </message>
    <message>
        <source>owes nothing</source>
        <translation>没有欠款</translation>
    </message>
    <message>
        <source>owes us money</source>
        <translation>有欠款</translation>
    </message>
    <message>
        <source>passed</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>past the maximum</source>
        <translation>已超期</translation>
    </message>
    <message>
        <source>people</source>
        <translation>人</translation>
    </message>
    <message>
        <source>perhaps, {why}</source>
        <translation>可能是（{why}）</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>已排</translation>
    </message>
    <message>
        <source>planned for today</source>
        <translation>计划在今天</translation>
    </message>
    <message>
        <source>planned for {day}, {days} days overdue</source>
        <translation>原定 {day}，已逾期 {days} 天</translation>
    </message>
    <message>
        <source>planned for {day}, {days} days overdue, put off {times} times</source>
        <translation>原定 {day}，已逾期 {days} 天，改期 {times} 次</translation>
    </message>
    <message>
        <source>planned from {day} to {until}</source>
        <translation>计划 {day} 至 {until}</translation>
    </message>
    <message>
        <source>planned: {day}</source>
        <translation>已计划：{day}</translation>
    </message>
    <message>
        <source>please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>points</source>
        <translation>分</translation>
    </message>
    <message>
        <source>promised for today</source>
        <translation>承诺今天兑现</translation>
    </message>
    <message>
        <source>promised for {day}, {days} days late</source>
        <translation>承诺 {day} 兑现，已过 {days} 天</translation>
    </message>
    <message>
        <source>purchases of the last {days} days {share}% below the three periods before</source>
        <translation>近 {days} 天采购额比前三个周期均值少 {share}%</translation>
    </message>
    <message>
        <source>put aside</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>put off {count} times</source>
        <translation>改期 {count} 次</translation>
    </message>
    <message>
        <source>quarterly</source>
        <translation>每季度</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>region unknown</source>
        <translation>地区未填</translation>
    </message>
    <message>
        <source>remind on the day</source>
        <translation>当天提醒</translation>
    </message>
    <message>
        <source>remind {days} days before</source>
        <translation>提前 {days} 天提醒</translation>
    </message>
    <message>
        <source>rep and supervisor in turn</source>
        <translation>业务员为主，主管定期</translation>
    </message>
    <message>
        <source>rep: {name}</source>
        <translation>业务员：{name}</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>residence permit</source>
        <translation>港澳台居民居住证</translation>
    </message>
    <message>
        <source>returned {day}</source>
        <translation>{day} 已还</translation>
    </message>
    <message>
        <source>rose</source>
        <translation>上升</translation>
    </message>
    <message>
        <source>row {number}: {words}</source>
        <translation>第 {number} 行：{words}</translation>
    </message>
    <message>
        <source>satisfaction down to {needed}</source>
        <translation>满意度降到 {needed}</translation>
    </message>
    <message>
        <source>satisfaction of {needed}</source>
        <translation>满意度达到 {needed}</translation>
    </message>
    <message>
        <source>satisfaction {mark} of 5, asked on {day}</source>
        <translation>{day} 回访满意度 {mark} 分（满分 5）</translation>
    </message>
    <message>
        <source>satisfaction {mean} of 5, mean of the last {count}</source>
        <translation>近 {count} 次满意度平均 {mean} 分</translation>
    </message>
    <message>
        <source>score {score} from</source>
        <translation>{score} 分起</translation>
    </message>
    <message>
        <source>second</source>
        <translation>第二个</translation>
    </message>
    <message>
        <source>several criteria have to improve together</source>
        <translation>需多项指标一并改善</translation>
    </message>
    <message>
        <source>since the last purchase, whatever the interval</source>
        <translation>自上次采购起，不论间隔长短</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>so long after the first purchase</source>
        <translation>首次采购后的这段时间</translation>
    </message>
    <message>
        <source>social</source>
        <translation>社会</translation>
    </message>
    <message>
        <source>solar calendar</source>
        <translation>公历</translation>
    </message>
    <message>
        <source>solution {time} overdue</source>
        <translation>解决超时 {time}</translation>
    </message>
    <message>
        <source>solved</source>
        <translation>已解决</translation>
    </message>
    <message>
        <source>solved in time</source>
        <translation>按时解决</translation>
    </message>
    <message>
        <source>solved, {time} late</source>
        <translation>已解决，超时 {time}</translation>
    </message>
    <message>
        <source>some time</source>
        <translation>时间未定</translation>
    </message>
    <message>
        <source>something planned</source>
        <translation>已有安排</translation>
    </message>
    <message>
        <source>started by hand</source>
        <translation>手动启动</translation>
    </message>
    <message>
        <source>starts by itself since {day}</source>
        <translation>自 {day} 起自动启动</translation>
    </message>
    <message>
        <source>stays on its day</source>
        <translation>当天不变</translation>
    </message>
    <message>
        <source>stays on the day</source>
        <translation>不顺延</translation>
    </message>
    <message>
        <source>steps {steps}</source>
        <translation>步骤 {steps}</translation>
    </message>
    <message>
        <source>still out</source>
        <translation>未归还</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>supervisor and rep together</source>
        <translation>主管与业务员同访</translation>
    </message>
    <message>
        <source>supplies {name}</source>
        <translation>给{name}供货</translation>
    </message>
    <message>
        <source>taken out by hand</source>
        <translation>已手工移出</translation>
    </message>
    <message>
        <source>that lunar month has only 29 days: kept on the 29th</source>
        <translation>那个月只有廿九天，提前到廿九过</translation>
    </message>
    <message>
        <source>that year has no 29 February: kept on the 28th</source>
        <translation>那年没有2月29日，提前到2月28日过</translation>
    </message>
    <message>
        <source>that year has no such leap month: kept in the ordinary month</source>
        <translation>那年没有这个闰月，按平月过</translation>
    </message>
    <message>
        <source>the attitude “{needed}”</source>
        <translation>态度变为“{needed}”</translation>
    </message>
    <message>
        <source>the credit grade “{needed}”</source>
        <translation>信用等级为“{needed}”</translation>
    </message>
    <message>
        <source>the customer itself</source>
        <translation>客户本身</translation>
    </message>
    <message>
        <source>the day an order was delivered</source>
        <translation>订单交货日</translation>
    </message>
    <message>
        <source>the day the customer was entered</source>
        <translation>客户录入之日</translation>
    </message>
    <message>
        <source>the days are full</source>
        <translation>各天已排满</translation>
    </message>
    <message>
        <source>the end of a contract</source>
        <translation>合同到期日</translation>
    </message>
    <message>
        <source>the fifth {day}</source>
        <translation>第五个{day}</translation>
    </message>
    <message>
        <source>the first {count} changes</source>
        <translation>前 {count} 项改动</translation>
    </message>
    <message>
        <source>the first {count} customers</source>
        <translation>前 {count} 位客户</translation>
    </message>
    <message>
        <source>the first {day}</source>
        <translation>第一个{day}</translation>
    </message>
    <message>
        <source>the first {shown} of {count}</source>
        <translation>前 {shown} 行，共 {count} 行</translation>
    </message>
    <message>
        <source>the fourth {day}</source>
        <translation>第四个{day}</translation>
    </message>
    <message>
        <source>the journal has not kept its value</source>
        <translation>日志里没有保留它的值</translation>
    </message>
    <message>
        <source>the last day</source>
        <translation>最后一天</translation>
    </message>
    <message>
        <source>the last one is held against the mean of the three before it</source>
        <translation>最近一个周期与之前三个周期的均值比较</translation>
    </message>
    <message>
        <source>the last {day}</source>
        <translation>最后一个{day}</translation>
    </message>
    <message>
        <source>the next better class of each</source>
        <translation>各自的上一级</translation>
    </message>
    <message>
        <source>the others</source>
        <translation>其余</translation>
    </message>
    <message>
        <source>the relationship “{needed}”</source>
        <translation>关系类型变为“{needed}”</translation>
    </message>
    <message>
        <source>the rep</source>
        <translation>业务员</translation>
    </message>
    <message>
        <source>the second to last {day}</source>
        <translation>倒数第二个{day}</translation>
    </message>
    <message>
        <source>the second {day}</source>
        <translation>第二个{day}</translation>
    </message>
    <message>
        <source>the stage says lost → {state}</source>
        <translation>阶段为流失 → {state}</translation>
    </message>
    <message>
        <source>the supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>the supervisor calls on this tier</source>
        <translation>该等级由主管拜访</translation>
    </message>
    <message>
        <source>the third {day}</source>
        <translation>第三个{day}</translation>
    </message>
    <message>
        <source>the time of a follow-up that does not say itself; 0: at its time</source>
        <translation>适用于没有单独设定提醒的跟进；0 表示到时提醒</translation>
    </message>
    <message>
        <source>then</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>then {then} · now {now} · needed {needed}</source>
        <translation>制订时 {then} · 现在 {now} · 需达 {needed}</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>there is one</source>
        <translation>有</translation>
    </message>
    <message>
        <source>third</source>
        <translation>第三个</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>this week</source>
        <translation>本周</translation>
    </message>
    <message>
        <source>this year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>tier {tier}</source>
        <translation>{tier} 级</translation>
    </message>
    <message>
        <source>times</source>
        <translation>次</translation>
    </message>
    <message>
        <source>times the usual interval</source>
        <translation>平时间隔</translation>
    </message>
    <message>
        <source>times the usual interval since the last purchase; slowing down beyond</source>
        <translation>平时间隔（自上次采购起）；超过即为放缓</translation>
    </message>
    <message>
        <source>times the usual interval; dormant beyond</source>
        <translation>平时间隔；超过即为沉睡</translation>
    </message>
    <message>
        <source>to be answered</source>
        <translation>待回复</translation>
    </message>
    <message>
        <source>to be asked</source>
        <translation>待核实</translation>
    </message>
    <message>
        <source>to be mended</source>
        <translation>需修改</translation>
    </message>
    <message>
        <source>to be seen</source>
        <translation>待检查</translation>
    </message>
    <message>
        <source>to that of</source>
        <translation>到评定</translation>
    </message>
    <message>
        <source>to the next working day</source>
        <translation>顺延到下一个工作日</translation>
    </message>
    <message>
        <source>to the working day before</source>
        <translation>提前到上一个工作日</translation>
    </message>
    <message>
        <source>to {share} of the sum</source>
        <translation>累计占比至 {share}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>today {today} · overdue {overdue}</source>
        <translation>今天 {today} · 逾期 {overdue}</translation>
    </message>
    <message>
        <source>today, {day}</source>
        <translation>今天 {day}</translation>
    </message>
    <message>
        <source>together give</source>
        <translation>合计可达</translation>
    </message>
    <message>
        <source>told</source>
        <translation>已告知</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>turns {years}</source>
        <translation>满 {years} 岁</translation>
    </message>
    <message>
        <source>two years</source>
        <translation>两年</translation>
    </message>
    <message>
        <source>under way with {count} customers</source>
        <translation>{count} 位客户进行中</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>unique</source>
        <translation>不重复</translation>
    </message>
    <message>
        <source>unknown value</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>unless a rep has too few other cards</source>
        <translation>内抽过的不再抽，除非名下资料卡不够</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>until a day</source>
        <translation>到某日为止</translation>
    </message>
    <message>
        <source>until it is lifted</source>
        <translation>直到解除</translation>
    </message>
    <message>
        <source>until lifted</source>
        <translation>撤销为止</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>有效至 {day}</translation>
    </message>
    <message>
        <source>up</source>
        <translation>升</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>usual in the office: every {days} days</source>
        <translation>本办公室一般 {days} 天一次</translation>
    </message>
    <message>
        <source>usually every {days} days</source>
        <translation>平时约 {days} 天一次</translation>
    </message>
    <message>
        <source>usually {minutes}</source>
        <translation>通常 {minutes}</translation>
    </message>
    <message>
        <source>values erased for good</source>
        <translation>内容已彻底删除</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>第 {number} 版</translation>
    </message>
    <message>
        <source>version {number} of {newest}</source>
        <translation>第 {number} 版（最新为第 {newest} 版）</translation>
    </message>
    <message>
        <source>visits: {who}</source>
        <translation>拜访：{who}</translation>
    </message>
    <message>
        <source>visits: {who}, {done} of {count} this year</source>
        <translation>拜访：{who}，今年 {done}/{count} 次</translation>
    </message>
    <message>
        <source>visits: {who}, {done} this year</source>
        <translation>拜访：{who}，今年 {done} 次</translation>
    </message>
    <message>
        <source>was introduced by {name}</source>
        <translation>由{name}介绍而来</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>week {number}</source>
        <translation>第 {number} 周</translation>
    </message>
    <message>
        <source>week(s)</source>
        <translation>周</translation>
    </message>
    <message>
        <source>weekend</source>
        <translation>周末</translation>
    </message>
    <message>
        <source>weight {weight} %</source>
        <translation>权重 {weight}%</translation>
    </message>
    <message>
        <source>what for</source>
        <translation>目的</translation>
    </message>
    <message>
        <source>what it belonged to was deleted</source>
        <translation>所属的记录已删除</translation>
    </message>
    <message>
        <source>whoever has the customer</source>
        <translation>客户的负责业务员</translation>
    </message>
    <message>
        <source>with a churn warning</source>
        <translation>有流失预警</translation>
    </message>
    <message>
        <source>with a churn warning because of {value}</source>
        <translation>有流失预警（{value}）</translation>
    </message>
    <message>
        <source>without a churn warning</source>
        <translation>无流失预警</translation>
    </message>
    <message>
        <source>without a churn warning because of {value}</source>
        <translation>无“{value}”类流失预警</translation>
    </message>
    <message>
        <source>without a tag</source>
        <translation>没有标签</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>不限期</translation>
    </message>
    <message>
        <source>worked</source>
        <translation>班</translation>
    </message>
    <message>
        <source>worked to make up</source>
        <translation>调休上班</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>工作小时</translation>
    </message>
    <message>
        <source>would recommend us with only {needed}</source>
        <translation>推荐意愿降到 {needed}</translation>
    </message>
    <message>
        <source>would recommend us with {needed}</source>
        <translation>推荐意愿达到 {needed}</translation>
    </message>
    <message>
        <source>would recommend {last} of 10 last time</source>
        <translation>最近推荐意愿 {last} 分</translation>
    </message>
    <message>
        <source>writing</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>written</source>
        <translation>已写入</translation>
    </message>
    <message>
        <source>year of the {animal}</source>
        <translation>属{animal}</translation>
    </message>
    <message>
        <source>year(s)</source>
        <translation>年</translation>
    </message>
    <message>
        <source>yearly</source>
        <translation>每年</translation>
    </message>
    <message>
        <source>years</source>
        <translation>年</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>yuan</source>
        <translation>元</translation>
    </message>
    <message>
        <source>{amount} at stake</source>
        <translation>涉及 {amount}</translation>
    </message>
    <message>
        <source>{amount} in {days} days</source>
        <translation>{amount}（最近 {days} 天）</translation>
    </message>
    <message>
        <source>{arrow} {change} against the time before</source>
        <translation>较上次 {arrow} {change}</translation>
    </message>
    <message>
        <source>{box} yes  {box} no</source>
        <translation>{box} 是  {box} 否</translation>
    </message>
    <message>
        <source>{calendar}, next: {when}</source>
        <translation>{calendar}下次：{when}</translation>
    </message>
    <message>
        <source>{card} (stays)</source>
        <translation>{card}（保留此卡）</translation>
    </message>
    <message>
        <source>{care} (over the budget)</source>
        <translation>{care}（已超支）</translation>
    </message>
    <message>
        <source>{changing} of {count} customers change.</source>
        <translation>{count} 位客户中有 {changing} 位会改变。</translation>
    </message>
    <message>
        <source>{class_} · customers: {count}</source>
        <translation>{class_} · {count} 位客户</translation>
    </message>
    <message>
        <source>{code}: {places}</source>
        <translation>{code}：{places}</translation>
    </message>
    <message>
        <source>{column} becomes</source>
        <translation>{column}导入为</translation>
    </message>
    <message>
        <source>{column} holds this already</source>
        <translation>“{column}”已用于此字段</translation>
    </message>
    <message>
        <source>{column}: {sentence}</source>
        <translation>{column}：{sentence}</translation>
    </message>
    <message>
        <source>{company} fields on the card of a company, {person} on that of a person</source>
        <translation>企业客户必填 {company} 项，个人客户必填 {person} 项</translation>
    </message>
    <message>
        <source>{cost} this year</source>
        <translation>今年 {cost}</translation>
    </message>
    <message>
        <source>{counted} It is started by hand, on the card or from the list.</source>
        <translation>{counted}在资料卡或客户列表中手动启动。</translation>
    </message>
    <message>
        <source>{counted} It starts by itself, {days} days ahead at most.</source>
        <translation>{counted}到时自动启动，最多提前 {days} 天。</translation>
    </message>
    <message>
        <source>{count} actions</source>
        <translation>{count} 次操作</translation>
    </message>
    <message>
        <source>{count} answers go to the recycle bin with it, and come back with it.</source>
        <translation>已填的 {count} 项内容会一起放入回收站，恢复时也一起恢复。</translation>
    </message>
    <message>
        <source>{count} attachments in this file</source>
        <translation>本文件中有 {count} 个附件</translation>
    </message>
    <message>
        <source>{count} broken</source>
        <translation>{count} 条未兑现</translation>
    </message>
    <message>
        <source>{count} calendar events</source>
        <translation>{count} 条日程</translation>
    </message>
    <message>
        <source>{count} cards</source>
        <translation>{count} 张</translation>
    </message>
    <message>
        <source>{count} cards returned</source>
        <translation>还卡 {count} 张</translation>
    </message>
    <message>
        <source>{count} cards taken out by {name}</source>
        <translation>{name} 领卡 {count} 张</translation>
    </message>
    <message>
        <source>{count} cells are in no segment</source>
        <translation>有 {count} 格不属于任何细分</translation>
    </message>
    <message>
        <source>{count} changes</source>
        <translation>{count} 处变更</translation>
    </message>
    <message>
        <source>{count} characters are too many for this field: nothing was pasted. Attach them as a file.</source>
        <translation>{count} 个字超出了这一栏能放的量，没有粘贴。可以作为附件保存。</translation>
    </message>
    <message>
        <source>{count} chosen</source>
        <translation>已选 {count} 行</translation>
    </message>
    <message>
        <source>{count} combinations of scores are in no segment, {scores} for one.</source>
        <translation>有 {count} 种评分组合不属于任何细分，例如 {scores}。</translation>
    </message>
    <message>
        <source>{count} competitors</source>
        <translation>{count} 家竞品</translation>
    </message>
    <message>
        <source>{count} contacts</source>
        <translation>{count} 位联系人</translation>
    </message>
    <message>
        <source>{count} contracts in force</source>
        <translation>有效合同 {count} 份</translation>
    </message>
    <message>
        <source>{count} created</source>
        <translation>新增 {count} 条</translation>
    </message>
    <message>
        <source>{count} customers</source>
        <translation>{count} 位客户</translation>
    </message>
    <message>
        <source>{count} customers are in no tier.</source>
        <translation>有 {count} 位客户尚未定级。</translation>
    </message>
    <message>
        <source>{count} customers are in this tier.</source>
        <translation>该等级下有 {count} 位客户。</translation>
    </message>
    <message>
        <source>{count} customers are in tier “{tier}”. Put them into another one first.</source>
        <translation>还有 {count} 位客户属于“{tier}”级，请先把他们改到别的等级。</translation>
    </message>
    <message>
        <source>{count} customers fit. Give the customer number to say which one is meant.</source>
        <translation>有 {count} 位客户都符合。请写明客户编号，以便确定是哪一位。</translation>
    </message>
    <message>
        <source>{count} customers have an answer of this kind, and it cannot be turned into another.</source>
        <translation>已有 {count} 位客户填了这一类型的内容，无法转换成别的类型。</translation>
    </message>
    <message>
        <source>{count} customers have an answer whose choice was renamed: {pairs}</source>
        <translation>有 {count} 位客户选用了改名的选项：{pairs}</translation>
    </message>
    <message>
        <source>{count} customers have an order {number}: each keeps an order of its own.</source>
        <translation>有 {count} 位客户的订单号都是 {number}，已分别记为各自的订单。</translation>
    </message>
    <message>
        <source>{count} customers, about {pages} pages</source>
        <translation>{count} 位客户，约 {pages} 页</translation>
    </message>
    <message>
        <source>{count} customers, {over} of them past the limit</source>
        <translation>共 {count} 位客户，其中 {over} 位已超期</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} days are like that already.</source>
        <translation>{count} 天已与日历一致。</translation>
    </message>
    <message>
        <source>{count} days taken over from {file}.</source>
        <translation>已从 {file} 导入 {count} 天。</translation>
    </message>
    <message>
        <source>{count} days that the calendar marks are not named by the file; they stay.</source>
        <translation>日历中有标记的 {count} 天文件未提及，保持不变。</translation>
    </message>
    <message>
        <source>{count} deletions</source>
        <translation>{count} 次删除</translation>
    </message>
    <message>
        <source>{count} due: {amount}</source>
        <translation>应收 {count} 笔 {amount}</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>{count} entries of the file say nothing of a day off and are left out.</source>
        <translation>文件中有 {count} 条与休息或上班无关，已略过。</translation>
    </message>
    <message>
        <source>{count} equal parts of all customers, the best gets 100</source>
        <translation>全体客户 {count} 等分，最好的一份得 100 分</translation>
    </message>
    <message>
        <source>{count} equal parts, from 50 customers on</source>
        <translation>50 位客户起按名次分 {count} 等份</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count} 件事项</translation>
    </message>
    <message>
        <source>{count} events came in. The import can be undone whole.</source>
        <translation>导入了 {count} 条日程。整次导入可以撤销。</translation>
    </message>
    <message>
        <source>{count} fields</source>
        <translation>{count} 个字段</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>{count} follow-ups</source>
        <translation>{count} 项跟进</translation>
    </message>
    <message>
        <source>{count} go on</source>
        <translation>进行中 {count}</translation>
    </message>
    <message>
        <source>{count} kept</source>
        <translation>{count} 条已兑现</translation>
    </message>
    <message>
        <source>{count} key dates are near</source>
        <translation>近期有 {count} 个重要日期</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>{count} 位已离职</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>还有 {count} 次</translation>
    </message>
    <message>
        <source>{count} more entries</source>
        <translation>还有 {count} 项</translation>
    </message>
    <message>
        <source>{count} more in the district</source>
        <translation>同区还有 {count} 位</translation>
    </message>
    <message>
        <source>{count} more open</source>
        <translation>另有 {count} 条未了结</translation>
    </message>
    <message>
        <source>{count} of {known} customers with a known result cost more than they bring, together {amount}.</source>
        <translation>可算净贡献的 {known} 位客户中有 {count} 位成本客户，合计净亏 {amount}。</translation>
    </message>
    <message>
        <source>{count} of {rows} rows brought in</source>
        <translation>已导入 {count} 行（共 {rows} 行）</translation>
    </message>
    <message>
        <source>{count} older ones</source>
        <translation>另有 {count} 个更早的版本</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 条未了结</translation>
    </message>
    <message>
        <source>{count} orders</source>
        <translation>{count} 张订单</translation>
    </message>
    <message>
        <source>{count} over</source>
        <translation>已结束 {count}</translation>
    </message>
    <message>
        <source>{count} overdue</source>
        <translation>{count} 条逾期</translation>
    </message>
    <message>
        <source>{count} pairs</source>
        <translation>{count} 对</translation>
    </message>
    <message>
        <source>{count} pairs found, {strong} of them strong</source>
        <translation>查到 {count} 对，其中强疑似 {strong} 对</translation>
    </message>
    <message>
        <source>{count} past their end</source>
        <translation>{count} 份已过期</translation>
    </message>
    <message>
        <source>{count} payments</source>
        <translation>{count} 笔回款</translation>
    </message>
    <message>
        <source>{count} people</source>
        <translation>{count} 人</translation>
    </message>
    <message>
        <source>{count} people at work</source>
        <translation>在职 {count} 人</translation>
    </message>
    <message>
        <source>{count} persons up for review</source>
        <translation>{count} 人待复核</translation>
    </message>
    <message>
        <source>{count} persons without a record</source>
        <translation>{count} 人没有记录</translation>
    </message>
    <message>
        <source>{count} pieces have been changed since and cannot be taken back.</source>
        <translation>有 {count} 处此后又改动过，无法撤销。</translation>
    </message>
    <message>
        <source>{count} plans</source>
        <translation>{count} 个计划</translation>
    </message>
    <message>
        <source>{count} plans for {day}</source>
        <translation>已安排 {count} 项到 {day}</translation>
    </message>
    <message>
        <source>{count} purchases, {amount}</source>
        <translation>购买 {count} 次，{amount}</translation>
    </message>
    <message>
        <source>{count} recurring or sequence follow-ups went along to other days.</source>
        <translation>{count} 次定期或方案跟进随之改到别的日子。</translation>
    </message>
    <message>
        <source>{count} relations</source>
        <translation>{count} 个关系</translation>
    </message>
    <message>
        <source>{count} reminders</source>
        <translation>{count} 条提醒</translation>
    </message>
    <message>
        <source>{count} reps</source>
        <translation>{count} 位业务员</translation>
    </message>
    <message>
        <source>{count} rounds</source>
        <translation>{count} 轮</translation>
    </message>
    <message>
        <source>{count} rows</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>{count} schemes, {used} in use</source>
        <translation>共 {count} 个方案，启用 {used} 个</translation>
    </message>
    <message>
        <source>{count} single follow-ups</source>
        <translation>{count} 次单独跟进</translation>
    </message>
    <message>
        <source>{count} solved, {good} of them in time</source>
        <translation>{count} 条已解决，其中 {good} 条按时</translation>
    </message>
    <message>
        <source>{count} surveys</source>
        <translation>{count} 次回访</translation>
    </message>
    <message>
        <source>{count} under way</source>
        <translation>进行中 {count}</translation>
    </message>
    <message>
        <source>{count} visits</source>
        <translation>{count} 次拜访</translation>
    </message>
    <message>
        <source>{count} warnings</source>
        <translation>{count} 项预警</translation>
    </message>
    <message>
        <source>{count} working days so far</source>
        <translation>至今 {count} 个工作日</translation>
    </message>
    <message>
        <source>{count} years old</source>
        <translation>{count} 岁</translation>
    </message>
    <message>
        <source>{count}: {names}</source>
        <translation>{count} 位：{names}</translation>
    </message>
    <message>
        <source>{criterion}: points</source>
        <translation>{criterion}：得分</translation>
    </message>
    <message>
        <source>{customers} cards on {pages} pages: {file}</source>
        <translation>{customers} 张资料卡，共 {pages} 页：{file}</translation>
    </message>
    <message>
        <source>{customers} cards on {pages} pages: {name}</source>
        <translation>{customers} 张资料卡，共 {pages} 页：{name}</translation>
    </message>
    <message>
        <source>{customers} customers bought, {repeat} of them on more than one day.</source>
        <translation>有购买记录的客户 {customers} 位，其中 {repeat} 位有复购（不止一天购买）。</translation>
    </message>
    <message>
        <source>{days} ago · {count} purchases · {amount}</source>
        <translation>{days}前 · {count} 次 · {amount}</translation>
    </message>
    <message>
        <source>{days} and {count} more</source>
        <translation>{days} 等，另有 {count} 轮</translation>
    </message>
    <message>
        <source>{days} d</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{days} d ago</source>
        <translation>{days} 天前</translation>
    </message>
    <message>
        <source>{days} d late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>{days} d past the maximum</source>
        <translation>超期 {days} 天</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>{days} days after</source>
        <translation>{days} 天后</translation>
    </message>
    <message>
        <source>{days} days ago</source>
        <translation>{days} 天前</translation>
    </message>
    <message>
        <source>{days} days before</source>
        <translation>提前 {days} 天</translation>
    </message>
    <message>
        <source>{days} days late</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>{days} days left</source>
        <translation>剩 {days} 天</translation>
    </message>
    <message>
        <source>{days} days over</source>
        <translation>已过 {days} 天</translation>
    </message>
    <message>
        <source>{days} days overdue</source>
        <translation>逾期 {days} 天</translation>
    </message>
    <message>
        <source>{days} days since the last contact ({left} days left)</source>
        <translation>距上次有效跟进 {days} 天（还剩 {left} 天）</translation>
    </message>
    <message>
        <source>{days} days since the last contact, due after {ideal}, {left} days left</source>
        <translation>距上次有效跟进 {days} 天，应隔 {ideal} 天，距上限还有 {left} 天</translation>
    </message>
    <message>
        <source>{days} days since the last contact, due now ({left} days left)</source>
        <translation>距上次有效跟进 {days} 天，该联系了（还剩 {left} 天）</translation>
    </message>
    <message>
        <source>{days} days since the last contact, {late} days past the maximum of {maximum}</source>
        <translation>距上次有效跟进 {days} 天，超过上限 {maximum} 天已 {late} 天</translation>
    </message>
    <message>
        <source>{days} days since the last contact, {late} days too late</source>
        <translation>距上次有效跟进 {days} 天，已超期 {late} 天</translation>
    </message>
    <message>
        <source>{days} days since the last contact, {left} days left</source>
        <translation>距上次有效跟进 {days} 天，距上限还有 {left} 天</translation>
    </message>
    <message>
        <source>{days} days to go</source>
        <translation>还有 {days} 天</translation>
    </message>
    <message>
        <source>{days} days up to {day}</source>
        <translation>截至 {day} 的 {days} 天</translation>
    </message>
    <message>
        <source>{days} of {month}</source>
        <translation>{month}{days}</translation>
    </message>
    <message>
        <source>{day} → {other}</source>
        <translation>{day} → {other}</translation>
    </message>
    <message>
        <source>{day}: the office is closed.</source>
        <translation>{day}：休息日。</translation>
    </message>
    <message>
        <source>{diff} effective contacts fewer</source>
        <translation>有效跟进减少 {diff} 次</translation>
    </message>
    <message>
        <source>{diff} less gross profit</source>
        <translation>毛利减少 {diff}</translation>
    </message>
    <message>
        <source>{diff} less in net purchases</source>
        <translation>净采购额减少 {diff}</translation>
    </message>
    <message>
        <source>{diff} less in purchases</source>
        <translation>采购额减少 {diff}</translation>
    </message>
    <message>
        <source>{diff} less net contribution</source>
        <translation>净贡献减少 {diff}</translation>
    </message>
    <message>
        <source>{diff} more complaints</source>
        <translation>投诉再增加 {diff} 次</translation>
    </message>
    <message>
        <source>{diff} more effective contacts</source>
        <translation>有效跟进再增加 {diff} 次</translation>
    </message>
    <message>
        <source>{diff} more gross profit</source>
        <translation>毛利再增加 {diff}</translation>
    </message>
    <message>
        <source>{diff} more in net purchases</source>
        <translation>净采购额再增加 {diff}</translation>
    </message>
    <message>
        <source>{diff} more in purchases</source>
        <translation>再采购 {diff}</translation>
    </message>
    <message>
        <source>{diff} more net contribution</source>
        <translation>净贡献再增加 {diff}</translation>
    </message>
    <message>
        <source>{diff} more of buying from us</source>
        <translation>合作再满 {diff}</translation>
    </message>
    <message>
        <source>{diff} more product categories</source>
        <translation>再多买 {diff} 个品类</translation>
    </message>
    <message>
        <source>{diff} more purchases</source>
        <translation>再采购 {diff} 次</translation>
    </message>
    <message>
        <source>{diff} more referrals</source>
        <translation>再转介绍 {diff} 位客户</translation>
    </message>
    <message>
        <source>{diff} more without a purchase</source>
        <translation>再有 {diff}不采购</translation>
    </message>
    <message>
        <source>{diff} product categories fewer</source>
        <translation>少买 {diff} 个品类</translation>
    </message>
    <message>
        <source>{diff} purchases fewer</source>
        <translation>采购减少 {diff} 次</translation>
    </message>
    <message>
        <source>{diff} referrals fewer</source>
        <translation>转介绍减少 {diff} 位</translation>
    </message>
    <message>
        <source>{done} of {count}</source>
        <translation>{done}/{count}</translation>
    </message>
    <message>
        <source>{done}, {late} late</source>
        <translation>{done}，逾期 {late}</translation>
    </message>
    <message>
        <source>{due} due by the end of the week: {proposed} proposed, {left} left out</source>
        <translation>截至周末到期 {due} 位：建议 {proposed} 位，未排入 {left} 位</translation>
    </message>
    <message>
        <source>{facts} Effort is not where value is.</source>
        <translation>{facts}精力没有用在最有价值的客户上。</translation>
    </message>
    <message>
        <source>{facts} Effort is where value is.</source>
        <translation>{facts}精力与价值基本相符。</translation>
    </message>
    <message>
        <source>{field} at least {value}</source>
        <translation>{field}不少于 {value}</translation>
    </message>
    <message>
        <source>{field} at most {value}</source>
        <translation>{field}不多于 {value}</translation>
    </message>
    <message>
        <source>{field} before today</source>
        <translation>{field}早于今天</translation>
    </message>
    <message>
        <source>{field} begins with {value}</source>
        <translation>{field}以{value}开头</translation>
    </message>
    <message>
        <source>{field} contains {value}</source>
        <translation>{field}包含{value}</translation>
    </message>
    <message>
        <source>{field} does not contain {value}</source>
        <translation>{field}不包含{value}</translation>
    </message>
    <message>
        <source>{field} from {value}</source>
        <translation>{field}不早于 {value}</translation>
    </message>
    <message>
        <source>{field} has all of {value}</source>
        <translation>{field}同时有{value}</translation>
    </message>
    <message>
        <source>{field} is empty</source>
        <translation>{field}为空</translation>
    </message>
    <message>
        <source>{field} is filled in</source>
        <translation>已填{field}</translation>
    </message>
    <message>
        <source>{field} is not {value}</source>
        <translation>{field}不是{value}</translation>
    </message>
    <message>
        <source>{field} is {value}</source>
        <translation>{field}为{value}</translation>
    </message>
    <message>
        <source>{field} more than {value} days ago</source>
        <translation>{field}在 {value} 天以前</translation>
    </message>
    <message>
        <source>{field} next month</source>
        <translation>{field}在下月</translation>
    </message>
    <message>
        <source>{field} not within {value} days</source>
        <translation>{value} 天内没有{field}</translation>
    </message>
    <message>
        <source>{field} this month</source>
        <translation>{field}在本月</translation>
    </message>
    <message>
        <source>{field} this week</source>
        <translation>{field}在本周</translation>
    </message>
    <message>
        <source>{field} this year</source>
        <translation>{field}在今年</translation>
    </message>
    <message>
        <source>{field} today</source>
        <translation>{field}是今天</translation>
    </message>
    <message>
        <source>{field} up to {value}</source>
        <translation>{field}不晚于 {value}</translation>
    </message>
    <message>
        <source>{field} within the last {value} days</source>
        <translation>{field}在最近 {value} 天内</translation>
    </message>
    <message>
        <source>{field} within the next {value} days</source>
        <translation>{field}在今后 {value} 天内</translation>
    </message>
    <message>
        <source>{field}: no</source>
        <translation>{field}：否</translation>
    </message>
    <message>
        <source>{field}: yes</source>
        <translation>{field}：是</translation>
    </message>
    <message>
        <source>{field}: {count}</source>
        <translation>{field}：{count}</translation>
    </message>
    <message>
        <source>{file} cannot be opened. Close it in Excel or WPS if it is open there, or ask for the right to read it.</source>
        <translation>无法打开 {file}。如果它正在 Excel 或 WPS 中打开，请先关闭；否则请确认有权读取。</translation>
    </message>
    <message>
        <source>{file} could not be read: it made the reader stop. Nothing was imported. Save it again as .xlsx or .csv and try that file.</source>
        <translation>无法读取 {file}：读取程序因它中止，没有导入任何内容。请另存为 .xlsx 或 .csv 后再试。</translation>
    </message>
    <message>
        <source>{file} has no sheet “{sheet}”. It has: {sheets}.</source>
        <translation>{file} 里没有工作表“{sheet}”，现有：{sheets}。</translation>
    </message>
    <message>
        <source>{file} has too many cells: at most {limit} can be read, empty ones between the first and the last included. Remove empty columns and rows, or divide the file.</source>
        <translation>{file} 的单元格太多：最多可读取 {limit} 个（含首尾之间的空单元格）。请删去空行空列，或拆分文件。</translation>
    </message>
    <message>
        <source>{file} has too many columns: at most {limit} can be read. Look for something written far to the right.</source>
        <translation>{file} 的列太多：最多可读取 {limit} 列。请检查最右边很远处是否误填了内容。</translation>
    </message>
    <message>
        <source>{file} has too many rows: at most {limit} can be read. Look for something written far below, or divide the file.</source>
        <translation>{file} 的行太多：最多可读取 {limit} 行。请检查最下方很远处是否误填了内容，或拆分文件。</translation>
    </message>
    <message>
        <source>{file} holds instructions that no honest spreadsheet has, and was not read.</source>
        <translation>{file} 含有正常表格不会有的指令，未予读取。</translation>
    </message>
    <message>
        <source>{file} holds too much: unpacked it is more than {limit} MB.</source>
        <translation>{file} 内容太多：解压后超过 {limit} MB。</translation>
    </message>
    <message>
        <source>{file} is damaged and cannot be read whole. Open it in Excel or WPS, save it again as .xlsx, and try that file.</source>
        <translation>{file} 已损坏，无法完整读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再试。</translation>
    </message>
    <message>
        <source>{file} is not a file that can be read. Choose a spreadsheet or a text file.</source>
        <translation>{file} 不是可以读取的文件。请选择表格文件或文本文件。</translation>
    </message>
    <message>
        <source>{file} is not a spreadsheet, text or web page that can be read. Save it as .xlsx or .csv and try that file.</source>
        <translation>{file} 不是可以读取的表格、文本或网页文件。请另存为 .xlsx 或 .csv 后再试。</translation>
    </message>
    <message>
        <source>{file} is not there. It may have been moved or renamed.</source>
        <translation>找不到 {file}，可能已被移动或改名。</translation>
    </message>
    <message>
        <source>{file} is packed in a way that could overwhelm this computer, and was not read. It is damaged or made to do harm.</source>
        <translation>{file} 的压缩方式可能拖垮本机，未予读取。它已损坏，或是有意做成这样的。</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Open it in Excel or WPS, save a copy without the password, and try that file.</source>
        <translation>{file} 设有打开密码。请用 Excel 或 WPS 打开，另存一份不带密码的文件后再试。</translation>
    </message>
    <message>
        <source>{file} is too large: {size} MB, at most {limit} MB can be read.</source>
        <translation>{file} 太大：{size} MB，最多可读取 {limit} MB。</translation>
    </message>
    <message>
        <source>{file} would be overwritten. Choose another name.</source>
        <translation>{file} 会被覆盖，请换一个文件名。</translation>
    </message>
    <message>
        <source>{file} – Kezha</source>
        <translation>{file} – 客札</translation>
    </message>
    <message>
        <source>{file}: only .ics can be written.</source>
        <translation>{file}：只能写成 .ics。</translation>
    </message>
    <message>
        <source>{file}: only .xlsx and .pdf can be written.</source>
        <translation>{file}：只能写成 .xlsx 或 .pdf 文件。</translation>
    </message>
    <message>
        <source>{file}: {off} days off, {worked} worked</source>
        <translation>{file}：休 {off} 天，上班 {worked} 天</translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation>{first}、{last}</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} 至 {last}</translation>
    </message>
    <message>
        <source>{first}, and {count} more</source>
        <translation>{first}，另有 {count} 项</translation>
    </message>
    <message>
        <source>{good} % of the required fields are filled, over {cards} cards</source>
        <translation>{cards} 张资料卡，必填项平均完整度 {good}%</translation>
    </message>
    <message>
        <source>{good} effective contacts of {whole} wanted ({days} working days, {each} a day)</source>
        <translation>有效跟进 {good} 次，应达 {whole} 次（{days} 个工作日，每天 {each} 次）</translation>
    </message>
    <message>
        <source>{good} effective of {whole} done</source>
        <translation>完成 {whole} 次，其中有效 {good} 次</translation>
    </message>
    <message>
        <source>{good} of {whole} as the customer says</source>
        <translation>核实 {whole} 次，属实 {good} 次</translation>
    </message>
    <message>
        <source>{good} of {whole} cards came back on time</source>
        <translation>应还 {whole} 张，按时归还 {good} 张</translation>
    </message>
    <message>
        <source>{good} of {whole} checked cards passed</source>
        <translation>抽查 {whole} 张，合格 {good} 张</translation>
    </message>
    <message>
        <source>{good} of {whole} due were done by their day</source>
        <translation>到期 {whole} 项，按时完成 {good} 项</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} 小时</translation>
    </message>
    <message>
        <source>{hours} working hours ({whose})</source>
        <translation>{hours} 工作小时内（{whose}）</translation>
    </message>
    <message>
        <source>{kind} planned for {day}: {name}</source>
        <translation>已安排 {day} {kind}：{name}</translation>
    </message>
    <message>
        <source>{kind} {count}</source>
        <translation>{kind} {count}</translation>
    </message>
    <message>
        <source>{kind}: on a day off</source>
        <translation>{kind}：遇休息日</translation>
    </message>
    <message>
        <source>{kind}: usual minutes</source>
        <translation>{kind}：通常用时</translation>
    </message>
    <message>
        <source>{known} of 100 by weight are known</source>
        <translation>有数据的权重共 {known}（满 100）</translation>
    </message>
    <message>
        <source>{label} on {day}</source>
        <translation>{label} {day}</translation>
    </message>
    <message>
        <source>{label}: {value}</source>
        <translation>{label}：{value}</translation>
    </message>
    <message>
        <source>{last}, {why} → {state}</source>
        <translation>{last}，{why} → {state}</translation>
    </message>
    <message>
        <source>{left} and {right}</source>
        <translation>{left} 且 {right}</translation>
    </message>
    <message>
        <source>{left} or {right}</source>
        <translation>{left} 或 {right}</translation>
    </message>
    <message>
        <source>{left}, {right}</source>
        <translation>{left}、{right}</translation>
    </message>
    <message>
        <source>{left}; {right}</source>
        <translation>{left}；{right}</translation>
    </message>
    <message>
        <source>{mark} from {before} to {now}</source>
        <translation>{mark} 由 {before} 到 {now}</translation>
    </message>
    <message>
        <source>{mark} of 5</source>
        <translation>{mark} 分</translation>
    </message>
    <message>
        <source>{metrics}, within the window:</source>
        <translation>{metrics}，取值时段：</translation>
    </message>
    <message>
        <source>{metric} of at least {needed}</source>
        <translation>{metric}达到 {needed}</translation>
    </message>
    <message>
        <source>{metric} of at most {needed}</source>
        <translation>{metric}降到 {needed}</translation>
    </message>
    <message>
        <source>{metric} “{needed}”</source>
        <translation>{metric}为“{needed}”</translation>
    </message>
    <message>
        <source>{metric}, {days} days</source>
        <translation>{metric}（{days} 天）</translation>
    </message>
    <message>
        <source>{metric}: score {score} from</source>
        <translation>{metric}：{score} 分起</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{minutes} min before</source>
        <translation>提前 {minutes} 分钟</translation>
    </message>
    <message>
        <source>{missing} of {count} required fields are missing</source>
        <translation>必填 {count} 项，还缺 {missing} 项</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}年{month}</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}等，另有 {count} 位</translation>
    </message>
    <message>
        <source>{names} · {scheme}</source>
        <translation>{names} · {scheme}</translation>
    </message>
    <message>
        <source>{names}: in the best class already. There is nothing to lift.</source>
        <translation>{names} 已是最高等级，无需提升。</translation>
    </message>
    <message>
        <source>{name} (from backup)</source>
        <translation>{name}（来自备份）</translation>
    </message>
    <message>
        <source>{name} (leading)</source>
        <translation>{name}（主方案）</translation>
    </message>
    <message>
        <source>{name} (left)</source>
        <translation>{name}（已离职）</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <translation>{name}（我）</translation>
    </message>
    <message>
        <source>{name} gives the value tiers. Let another scheme do that first.</source>
        <translation>“{name}”是主方案，请先改用其他主方案。</translation>
    </message>
    <message>
        <source>{name} has these cards already.</source>
        <translation>这些资料卡已在 {name} 手上。</translation>
    </message>
    <message>
        <source>{name} is a contact of that customer already.</source>
        <translation>{name} 已是该客户的联系人。</translation>
    </message>
    <message>
        <source>{name} is a contact there too</source>
        <translation>{name} 已加为该客户的联系人</translation>
    </message>
    <message>
        <source>{name} is a customer of {rep}.</source>
        <translation>{name} 是 {rep} 的客户。</translation>
    </message>
    <message>
        <source>{name} is a folder; attach the files in it.</source>
        <translation>{name} 是文件夹，请添加里面的文件。</translation>
    </message>
    <message>
        <source>{name} is a program and is not kept on a card.</source>
        <translation>{name} 是可执行程序，不能存入资料卡。</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} 是空文件。</translation>
    </message>
    <message>
        <source>{name} is larger than {limit} MB.</source>
        <translation>{name} 超过 {limit} MB。</translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation>缺少 {name}。</translation>
    </message>
    <message>
        <source>{name} is not in the file any more. Find somebody else, or keep the name alone.</source>
        <translation>{name}已不在文件里。请另找一位，或只保留名字。</translation>
    </message>
    <message>
        <source>{name} is one of: {choices}.</source>
        <translation>{name} 只能是：{choices}。</translation>
    </message>
    <message>
        <source>{name} is one person on both cards</source>
        <translation>两张卡上的“{name}”是同一人</translation>
    </message>
    <message>
        <source>{name} is out already: with {rep} since {day}.</source>
        <translation>{name} 的资料卡已领出：{rep}，{day} 起。</translation>
    </message>
    <message>
        <source>{name} is written like this: {form}</source>
        <translation>{name} 要这样写：{form}</translation>
    </message>
    <message>
        <source>{name} left and is a contact there now</source>
        <translation>{name} 已在此记为离职，并加为该客户的联系人</translation>
    </message>
    <message>
        <source>{name} marked as lost</source>
        <translation>{name} 标记为流失</translation>
    </message>
    <message>
        <source>{name} moved to {day}, which is over: it is overdue.</source>
        <translation>已改到 {day}，这一天已过，显示为逾期：{name}</translation>
    </message>
    <message>
        <source>{name} moved. {day} is a day off.</source>
        <translation>已改期：{name}。{day} 是休息日。</translation>
    </message>
    <message>
        <source>{name} must be followed by its value.</source>
        <translation>{name} 后面要写它的值。</translation>
    </message>
    <message>
        <source>{name}, chosen</source>
        <translation>{name}，已选</translation>
    </message>
    <message>
        <source>{name}, copy</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>{name}: a contact at another customer</source>
        <translation>{name}：加为其他客户的联系人</translation>
    </message>
    <message>
        <source>{name}: noted as another person</source>
        <translation>{name}：已记为不同的人</translation>
    </message>
    <message>
        <source>{name}: noted as one person</source>
        <translation>{name}：已记为同一人</translation>
    </message>
    <message>
        <source>{name}: which contacts are one person</source>
        <translation>{name}：同一人的联系人</translation>
    </message>
    <message>
        <source>{name}: {count} customers</source>
        <translation>{name}：{count} 位客户</translation>
    </message>
    <message>
        <source>{name}: {count} rows</source>
        <translation>{name}：{count} 行</translation>
    </message>
    <message>
        <source>{name}: {days} days</source>
        <translation>{name}：共 {days} 天</translation>
    </message>
    <message>
        <source>{name}: {minutes} minutes</source>
        <translation>{name}：{minutes} 分钟</translation>
    </message>
    <message>
        <source>{name}: {when}</source>
        <translation>{name}：{when}</translation>
    </message>
    <message>
        <source>{needed} overdue</source>
        <translation>逾期达到 {needed}</translation>
    </message>
    <message>
        <source>{needed} paid on time</source>
        <translation>回款及时率达到 {needed}</translation>
    </message>
    <message>
        <source>{needed} purchases to expect in a year</source>
        <translation>预计年采购次数达到 {needed}</translation>
    </message>
    <message>
        <source>{now} now, {before} in the period before</source>
        <translation>本期 {now}，上期 {before}</translation>
    </message>
    <message>
        <source>{n} buyers compared · {window}</source>
        <translation>共比较 {n} 位采购客户 · {window}</translation>
    </message>
    <message>
        <source>{n} customers compared · {window}</source>
        <translation>共比较 {n} 位客户 · {window}</translation>
    </message>
    <message>
        <source>{n} done</source>
        <translation>已完成 {n}</translation>
    </message>
    <message>
        <source>{n} entries</source>
        <translation>{n} 项</translation>
    </message>
    <message>
        <source>{n} follow-ups</source>
        <translation>{n} 项跟进</translation>
    </message>
    <message>
        <source>{n} minutes</source>
        <translation>{n} 分钟</translation>
    </message>
    <message>
        <source>{n} overdue</source>
        <translation>逾期 {n}</translation>
    </message>
    <message>
        <source>{n} planned</source>
        <translation>计划 {n}</translation>
    </message>
    <message>
        <source>{n}×</source>
        <translation>{n} 次</translation>
    </message>
    <message>
        <source>{one}, or {other}</source>
        <translation>{one}，或{other}</translation>
    </message>
    <message>
        <source>{parts}; below 50 customers {steps}</source>
        <translation>{parts}；不足 50 位客户时 {steps}</translation>
    </message>
    <message>
        <source>{part} and {other} cannot stand together in a rule of recurrence.</source>
        <translation>重复规则中 {part} 与 {other} 不能并用。</translation>
    </message>
    <message>
        <source>{part} is no day or time: “{text}”.</source>
        <translation>{part} 不是日期或时间：“{text}”。</translation>
    </message>
    <message>
        <source>{part} of the rule of recurrence must be between {low} and {high}, not {text}.</source>
        <translation>重复规则中的 {part} 须在 {low} 到 {high} 之间，不能是 {text}。</translation>
    </message>
    <message>
        <source>{part} of {whole} due</source>
        <translation>到期 {whole} 项，按时 {part} 项</translation>
    </message>
    <message>
        <source>{path} belongs to another program.</source>
        <translation>{path} 属于其他程序。</translation>
    </message>
    <message>
        <source>{path} could not be brought up to date; it is as it was before.</source>
        <translation>{path} 升级失败，文件保持原样。</translation>
    </message>
    <message>
        <source>{path} has a format ({found}) that this version cannot read this way.</source>
        <translation>{path} 的格式（{found}）本版本无法这样打开。</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path} 已损坏。</translation>
    </message>
    <message>
        <source>{path} is not a Kezha file.</source>
        <translation>{path} 不是客札文件。</translation>
    </message>
    <message>
        <source>{path} is open already, by {user} (process {pid}).</source>
        <translation>{path} 已被 {user} 打开（进程 {pid}）。</translation>
    </message>
    <message>
        <source>{path} seems to be open on another computer: {host}, {user}.</source>
        <translation>{path} 可能正在另一台电脑上打开：{host}，{user}。</translation>
    </message>
    <message>
        <source>{path} was altered by another program: {names}.</source>
        <translation>{path} 被其他程序改动过：{names}。</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of this program (format {found}, this one knows {known}).</source>
        <translation>{path} 由更新版本的程序生成（格式 {found}，本机程序只认得到 {known}）。</translation>
    </message>
    <message>
        <source>{planned} planned, {done} done</source>
        <translation>计划 {planned} 项，已完成 {done} 项</translation>
    </message>
    <message>
        <source>{points}; no value: {missing}</source>
        <translation>{points}；没有数据时{missing}</translation>
    </message>
    <message>
        <source>{proposal} · records were changed since: rate again</source>
        <translation>{proposal} · 数据此后有改动，请重新评定</translation>
    </message>
    <message>
        <source>{rate} % ({reached} of {judged})</source>
        <translation>{rate}%（{reached}/{judged}）</translation>
    </message>
    <message>
        <source>{reason} (exception: {why})</source>
        <translation>{reason}（例外：{why}）</translation>
    </message>
    <message>
        <source>{record} · {field}: now {value}</source>
        <translation>{record} · {field}：现在是“{value}”</translation>
    </message>
    <message>
        <source>{record}: created or deleted</source>
        <translation>{record}：新建或删除</translation>
    </message>
    <message>
        <source>{record}: in use by another record ({kind})</source>
        <translation>{record}：正被其他记录（{kind}）使用</translation>
    </message>
    <message>
        <source>{rep} does not work here any more.</source>
        <translation>{rep} 已不在职。</translation>
    </message>
    <message>
        <source>{rep} no longer works here.</source>
        <translation>{rep} 已不在本单位。</translation>
    </message>
    <message>
        <source>{rep} · score {score}</source>
        <translation>{rep} · 总分 {score}</translation>
    </message>
    <message>
        <source>{rep} · {figure} {value}</source>
        <translation>{rep} · {figure} {value}</translation>
    </message>
    <message>
        <source>{rep}, {day}: as planned</source>
        <translation>{rep}，{day}：按计划</translation>
    </message>
    <message>
        <source>{rep}, {day}: printed {time}</source>
        <translation>{rep}，{day}：{time} 打印</translation>
    </message>
    <message>
        <source>{returned}, {days} days late</source>
        <translation>{returned}，超期 {days} 天</translation>
    </message>
    <message>
        <source>{rule}, until {day}</source>
        <translation>{rule}，到 {day} 为止</translation>
    </message>
    <message>
        <source>{rule}, {n} times</source>
        <translation>{rule}，共 {n} 次</translation>
    </message>
    <message>
        <source>{run}. Its open steps move by the same number of days; what you moved yourself stays where it is.</source>
        <translation>{run}。未完成的步骤按相同天数一起移动；手工改期的保持不变。</translation>
    </message>
    <message>
        <source>{said}; {count} have it under way already</source>
        <translation>{said}；{count} 位已在进行中</translation>
    </message>
    <message>
        <source>{said}; {count} would be past and stand on today</source>
        <translation>{said}；其中 {count} 步已过期，排在今天</translation>
    </message>
    <message>
        <source>{saved}; next: {when} {what}</source>
        <translation>{saved}；下一步：{when} {what}</translation>
    </message>
    <message>
        <source>{scheme} as of {day}: {count} customers.</source>
        <translation>{scheme}，评定日 {day}，共 {count} 位客户。</translation>
    </message>
    <message>
        <source>{scheme}, as of {day}, window: {window}; compared: {n}.</source>
        <translation>{scheme}，截至 {day}，统计区间：{window}；参评客户 {n} 位。</translation>
    </message>
    <message>
        <source>{section}: {count}</source>
        <translation>{section}：{count}</translation>
    </message>
    <message>
        <source>{sequence}, from {day}</source>
        <translation>{sequence}，自 {day} 起算</translation>
    </message>
    <message>
        <source>{settled} of {count} lines settled</source>
        <translation>已处理 {settled} / {count} 行</translation>
    </message>
    <message>
        <source>{share} % of their need</source>
        <translation>合占其用量 {share} %</translation>
    </message>
    <message>
        <source>{signed} of {drawn} cards signed</source>
        <translation>抽取 {drawn} 张，已签 {signed} 张</translation>
    </message>
    <message>
        <source>{stage}: at most, days</source>
        <translation>{stage}：最长间隔（天）</translation>
    </message>
    <message>
        <source>{stage}: contact every {days} days</source>
        <translation>{stage}阶段每 {days} 天联系一次</translation>
    </message>
    <message>
        <source>{stage}: contact every {ideal}–{maximum} days</source>
        <translation>{stage}阶段每 {ideal}–{maximum} 天联系一次</translation>
    </message>
    <message>
        <source>{stage}: ideal, days</source>
        <translation>{stage}：理想间隔（天）</translation>
    </message>
    <message>
        <source>{step} (past, left out)</source>
        <translation>{step}（已过，略去）</translation>
    </message>
    <message>
        <source>{tiers} come from the scheme “{name}”, which gives the value tiers: their signs, names, order and colours are changed there. Tiers of your own can stand beside them; no round puts anybody into those.</source>
        <translation>{tiers} 来自主方案“{name}”，代号、名称、顺序和颜色在方案中修改。可以另加自设等级，但评定不会把客户归入自设等级。</translation>
    </message>
    <message>
        <source>{tier} customers</source>
        <translation>{tier} 级客户</translation>
    </message>
    <message>
        <source>{tier} ends at {share} of the sum; the last one in it has {last}, the next one {next}.</source>
        <translation>{tier} 到累计 {share} 为止：末位 {last}，其后一位 {next}。</translation>
    </message>
    <message>
        <source>{tier} ends at {share} of the sum; the last one in it has {last}.</source>
        <translation>{tier} 到累计 {share} 为止：末位 {last}。</translation>
    </message>
    <message>
        <source>{tier} is no better than the class the customer is in.</source>
        <translation>{tier} 级不高于客户现在的等级。</translation>
    </message>
    <message>
        <source>{tier} is no class of this scheme; nobody can be put into it.</source>
        <translation>{tier} 不是此方案的等级，不能移入。</translation>
    </message>
    <message>
        <source>{time} ago</source>
        <translation>{time}前</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>还剩 {time}</translation>
    </message>
    <message>
        <source>{time} left for the first answer (working time)</source>
        <translation>首次答复还剩 {time}（工作时间）</translation>
    </message>
    <message>
        <source>{time} left for the solution (working time)</source>
        <translation>解决还剩 {time}（工作时间）</translation>
    </message>
    <message>
        <source>{time} overdue</source>
        <translation>超时 {time}</translation>
    </message>
    <message>
        <source>{title} (continued)</source>
        <translation>{title}（续）</translation>
    </message>
    <message>
        <source>{title} *</source>
        <translation>{title} *</translation>
    </message>
    <message>
        <source>{title}: {count}</source>
        <translation>{title}：{count}</translation>
    </message>
    <message>
        <source>{title}: {count} cards</source>
        <translation>{title}：{count} 张卡</translation>
    </message>
    <message>
        <source>{title}: {value}</source>
        <translation>{title}：{value}</translation>
    </message>
    <message>
        <source>{up} risen, {down} fallen, {same} as before, {new} new, {out} no longer in any class</source>
        <translation>升级 {up} 位，降级 {down} 位，不变 {same} 位，新评 {new} 位，退出 {out} 位</translation>
    </message>
    <message>
        <source>{value}, stays</source>
        <translation>{value}，保留</translation>
    </message>
    <message>
        <source>{visits} of {most} visits</source>
        <translation>拜访 {visits}/{most}</translation>
    </message>
    <message>
        <source>{visits} visits, {calls} calls</source>
        <translation>{visits} 次拜访，{calls} 个电话</translation>
    </message>
    <message>
        <source>{what} share</source>
        <translation>{what}占比</translation>
    </message>
    <message>
        <source>{what}: {count}</source>
        <translation>{what}：{count}</translation>
    </message>
    <message>
        <source>{who} bring {value} of the gross profit and get {effort} of the contacts.</source>
        <translation>{who}贡献 {value} 的毛利，得到 {effort} 的有效跟进。</translation>
    </message>
    <message>
        <source>{who} bring {value} of the gross profit and get {effort} of the visits.</source>
        <translation>{who}贡献 {value} 的毛利，得到 {effort} 的拜访。</translation>
    </message>
    <message>
        <source>{who} bring {value} of the purchases and get {effort} of the contacts.</source>
        <translation>{who}贡献 {value} 的采购额，得到 {effort} 的有效跟进。</translation>
    </message>
    <message>
        <source>{who} bring {value} of the purchases and get {effort} of the visits.</source>
        <translation>{who}贡献 {value} 的采购额，得到 {effort} 的拜访。</translation>
    </message>
    <message>
        <source>{who}, {when}</source>
        <translation>{who}，{when}</translation>
    </message>
    <message>
        <source>{who}, {when}: {text}</source>
        <translation>{who} {when}：{text}</translation>
    </message>
    <message>
        <source>{who}: {all}; expected to buy within 3 months: {soon}; without an intent level: {unknown}.</source>
        <translation>{who}共 {all} 位，其中 {soon} 位预计 3 个月内成交；{unknown} 位没有意向等级。</translation>
    </message>
    <message>
        <source>{who}: {all}; lost: {lost}. Lost over all classes: {count}, who bought for {amount}.</source>
        <translation>{who}共 {all} 位，其中 {lost} 位已流失；各等级合计流失 {count} 位，采购额 {amount}。</translation>
    </message>
    <message>
        <source>{who}: {all}; loyal to us: {loyal}; not loyal: {loose}, who buy for {amount}.</source>
        <translation>{who}共 {all} 位，其中忠诚 {loyal} 位；不忠诚 {loose} 位，采购额 {amount}。</translation>
    </message>
    <message>
        <source>{words} (same number)</source>
        <translation>{words}（号码相同）</translation>
    </message>
    <message>
        <source>{word} (no longer there)</source>
        <translation>{word}（已不存在）</translation>
    </message>
    <message>
        <source>{years} years</source>
        <translation>{years} 周年</translation>
    </message>
    <message>
        <source>{year}</source>
        <translation>{year}年</translation>
    </message>
    <message>
        <source>{year}-{month}</source>
        <translation>{year}年{month}月</translation>
    </message>
    <message>
        <source>{year}: {off} days off, {worked} weekends worked</source>
        <translation>{year} 年：休 {off} 天，调休上班 {worked} 天</translation>
    </message>
    <message>
        <source>× was {before}</source>
        <translation>× 原为 {before}</translation>
    </message>
    <message>
        <source>– not imported –</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>“{delimiter}” cannot separate columns. Choose a comma, semicolon, tab, space or another single character.</source>
        <translation>“{delimiter}”不能作列分隔符。请选用逗号、分号、制表符、空格或其他单个字符。</translation>
    </message>
    <message>
        <source>“{encoding}” is not a text encoding this program knows.</source>
        <translation>本程序不认识文字编码“{encoding}”。</translation>
    </message>
    <message>
        <source>“{name}” exists already. Replace it?</source>
        <translation>“{name}”已经存在。要替换它吗？</translation>
    </message>
    <message>
        <source>“{name}” is neither a Kezha file nor a spreadsheet or calendar.</source>
        <translation>“{name}”既不是客札文件，也不是电子表格或日历。</translation>
    </message>
    <message>
        <source>“{name}” was started for customers. Put it aside instead of removing it.</source>
        <translation>“{name}”已为客户启动过，请停用而不要移除。</translation>
    </message>
    <message>
        <source>“{old}” → “{new}”</source>
        <translation>“{old}”→“{new}”</translation>
    </message>
    <message>
        <source>“{option}” is there twice.</source>
        <translation>“{option}”出现了两次。</translation>
    </message>
    <message>
        <source>“{sign}” never occurs in a unified credit code.</source>
        <translation>统一社会信用代码中不会出现“{sign}”。</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>“{text}” could be more than one day. Write the year first: 2026-03-05.</source>
        <translation>“{text}”可能是不同的日期，请把年份写在前面，如 2026-03-05。</translation>
    </message>
    <message>
        <source>“{text}” has lost its last digits: it was typed as a number. Format the column as text and retype.</source>
        <translation>“{text}”的末几位已丢失：它是按数字输入的。请把该列设为文本格式后重新填写。</translation>
    </message>
    <message>
        <source>“{text}” has no year.</source>
        <translation>“{text}”没有年份。</translation>
    </message>
    <message>
        <source>“{text}” is in a foreign currency. Amounts are kept in yuan.</source>
        <translation>“{text}”是外币，本程序的金额以人民币元记。</translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no.</source>
        <translation>“{text}”既不是“是”也不是“否”。</translation>
    </message>
    <message>
        <source>“{text}” is no number of this sheet and no customer number.</source>
        <translation>“{text}”既不是本单的序号，也不是客户编号。</translation>
    </message>
    <message>
        <source>“{text}” is not a code of a follow-up sheet. Scan it again, or type the number.</source>
        <translation>“{text}”不是跟进单的二维码。请重新扫描，或输入序号。</translation>
    </message>
    <message>
        <source>“{text}” is not a condition. Examples: Amount &gt; 0, Customer ID is set, not Invoice starts C.</source>
        <translation>“{text}”不是有效的条件。例如：金额 &gt; 0、客户编号 is set、not 单号 starts C。</translation>
    </message>
    <message>
        <source>“{text}” is not a date that can be read.</source>
        <translation>“{text}”无法识别为日期。</translation>
    </message>
    <message>
        <source>“{text}” is not a date: type it like 2026-03-05</source>
        <translation>“{text}”不是日期，请写成 2026-03-05 这样</translation>
    </message>
    <message>
        <source>“{text}” is not a day and time: type it like 3-5 14:30, or 14:30 for today.</source>
        <translation>“{text}”不是日期加时间：请按 3-5 14:30 填写，当天只填 14:30。</translation>
    </message>
    <message>
        <source>“{text}” is not a day.</source>
        <translation>“{text}”不是日期。</translation>
    </message>
    <message>
        <source>“{text}” is not a day: type it like 3-5, 1980-3-5 or 农历八月十五.</source>
        <translation>“{text}”不是日期，请写成 3-5、1980-3-5 或农历八月十五这样</translation>
    </message>
    <message>
        <source>“{text}” is not a day: type it like 3-5, 2026-03-05 or next Tuesday.</source>
        <translation>“{text}”不是日期，请写成 3-5、2026-03-05 或下周二这样</translation>
    </message>
    <message>
        <source>“{text}” is not a number</source>
        <translation>“{text}”不是数字</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>“{text}”不是数字。</translation>
    </message>
    <message>
        <source>“{text}” is not a time of day.</source>
        <translation>“{text}”不是时刻。</translation>
    </message>
    <message>
        <source>“{text}” is not a time: type it like 14:30.</source>
        <translation>“{text}”不是时间，请写成 14:30 这样</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number</source>
        <translation>“{text}”不是整数</translation>
    </message>
    <message>
        <source>“{text}” is not a whole number.</source>
        <translation>“{text}”不是整数。</translation>
    </message>
    <message>
        <source>“{text}” is not an amount of money.</source>
        <translation>“{text}”不是金额。</translation>
    </message>
    <message>
        <source>“{text}” is not an amount: type it like 1234.50</source>
        <translation>“{text}”不是金额，请写成 1234.50 这样</translation>
    </message>
    <message>
        <source>“{text}” is not an amount: type it like 1234.50 or 1.2万.</source>
        <translation>“{text}”不是金额，请写成 1234.50 或 1.2万 这样</translation>
    </message>
    <message>
        <source>“{text}” is not an e-mail address.</source>
        <translation>“{text}”不是电子邮箱地址。</translation>
    </message>
    <message>
        <source>“{text}” is not one of the words used here.</source>
        <translation>“{text}”不在可选的内容之中。</translation>
    </message>
    <message>
        <source>“{text}”: the lunar day is not that of the solar date.</source>
        <translation>“{text}”：括号里的农历日子和公历日期对不上。</translation>
    </message>
    <message>
        <source>“{text}”: to be kept by both calendars a day needs its solar date with the year.</source>
        <translation>“{text}”：公历和农历都过的日子，要写明公历的年月日。</translation>
    </message>
    <message>
        <source>“{title}” must be filled in.</source>
        <translation>“{title}”必须填写。</translation>
    </message>
    <message>
        <source>“{value}” is the answer of {name} already, and no two may have the same.</source>
        <translation>“{value}”已由{name}使用，此字段不允许重复。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…… 另有 {count} 项</translation>
    </message>
    <message>
        <source>− {what}</source>
        <translation>－{what}</translation>
    </message>
    <message>
        <source>张三 13800138000 浙江省杭州市西湖区文三路 100 号 3 幢 301 310012</source>
        <translation>张三 13800138000 浙江省杭州市西湖区文三路 100 号 3 幢 301 310012</translation>
    </message>
    <message>
        <source>西湖, hz xh, 杭州西湖</source>
        <translation>西湖、hz xh、杭州西湖</translation>
    </message>
</context>
</TS>
