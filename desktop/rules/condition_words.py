"""What a view asks, in a sentence: 价值等级为 A 且 30 天未联系."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import reduce

from db.conditions import ME, Condition, Group, Match, Op, Where, Within
from desktop.rules.conditions import Asked, Kind
from desktop.rules.labels import word
from desktop.words import N_, Catalogue

Names = Callable[[str, str | int], str]  # (key of the field, word or id) → how the office calls it

# What stands in a list to choose from. By kind where a word of its own says it better.
OP_TITLES: Mapping[Op, str] = {
    Op.IS: N_("is"),
    Op.IS_NOT: N_("is not"),
    Op.ALL_OF: N_("is all of"),
    Op.CONTAINS: N_("contains"),
    Op.LACKS: N_("does not contain"),
    Op.STARTS: N_("begins with"),
    Op.EMPTY: N_("is empty"),
    Op.FILLED: N_("is filled in"),
    Op.AT_LEAST: N_("at least"),
    Op.AT_MOST: N_("at most"),
    Op.YES: N_("is yes"),
    Op.NO: N_("is no"),
    Op.BEFORE_TODAY: N_("before today"),
    Op.TODAY: N_("is today"),
    Op.NEXT_DAYS: N_("in the next days"),
    Op.LAST_DAYS: N_("in the last days"),
    Op.OLDER_DAYS: N_("more days ago"),
    Op.NOT_FOR_DAYS: N_("not for days"),
    Op.THIS_WEEK: N_("this week"),
    Op.THIS_MONTH: N_("this month"),
    Op.NEXT_MONTH: N_("next month"),
    Op.THIS_YEAR: N_("this year"),
}
_DAYS = (Kind.DAY, Kind.STEP, Kind.SILENT, Kind.MADE)
_OWN_TITLES: Mapping[tuple[Kind, Op], str] = {
    **{(kind, Op.AT_LEAST): N_("on or after") for kind in _DAYS},
    **{(kind, Op.AT_MOST): N_("on or before") for kind in _DAYS},
    **{(kind, Op.IS): N_("is one of") for kind in (Kind.WORDS, Kind.PEOPLE, Kind.TAGS, Kind.LETTER, Kind.STATE)},
    **{(kind, Op.IS_NOT): N_("is none of") for kind in (Kind.WORDS, Kind.PEOPLE, Kind.TAGS, Kind.LETTER, Kind.STATE)},
    (Kind.STEP, Op.EMPTY): N_("nothing planned"),
    (Kind.STEP, Op.FILLED): N_("something planned"),
    (Kind.STEP, Op.BEFORE_TODAY): N_("overdue"),
    (Kind.SILENT, Op.EMPTY): N_("never"),
    (Kind.SILENT, Op.FILLED): N_("at some time"),
    (Kind.TOTAL, Op.EMPTY): N_("nothing"),
    (Kind.TOTAL, Op.FILLED): N_("more than nothing"),
    (Kind.THERE, Op.EMPTY): N_("is missing"),
    (Kind.THERE, Op.FILLED): N_("is there"),
    (Kind.WARNING, Op.FILLED): N_("there is one"),
    (Kind.WARNING, Op.EMPTY): N_("there is none"),
    (Kind.WARNING, Op.IS): N_("because of"),
    (Kind.WARNING, Op.IS_NOT): N_("not because of"),
    (Kind.KEY_DAY, Op.EMPTY): N_("is missing"),
    (Kind.KEY_DAY, Op.FILLED): N_("is there"),
}

_SENTENCES: Mapping[Op, str] = {
    Op.IS: N_("{field} is {value}"),
    Op.IS_NOT: N_("{field} is not {value}"),
    Op.ALL_OF: N_("{field} has all of {value}"),
    Op.CONTAINS: N_("{field} contains {value}"),
    Op.LACKS: N_("{field} does not contain {value}"),
    Op.STARTS: N_("{field} begins with {value}"),
    Op.EMPTY: N_("{field} is empty"),
    Op.FILLED: N_("{field} is filled in"),
    Op.AT_LEAST: N_("{field} at least {value}"),
    Op.AT_MOST: N_("{field} at most {value}"),
    Op.YES: N_("{field}: yes"),
    Op.NO: N_("{field}: no"),
    Op.BEFORE_TODAY: N_("{field} before today"),
    Op.TODAY: N_("{field} today"),
    Op.NEXT_DAYS: N_("{field} within the next {value} days"),
    Op.LAST_DAYS: N_("{field} within the last {value} days"),
    Op.OLDER_DAYS: N_("{field} more than {value} days ago"),
    Op.NOT_FOR_DAYS: N_("{field} not within {value} days"),
    Op.THIS_WEEK: N_("{field} this week"),
    Op.THIS_MONTH: N_("{field} this month"),
    Op.NEXT_MONTH: N_("{field} next month"),
    Op.THIS_YEAR: N_("{field} this year"),
}
# Said as people say it.
_SPOKEN: Mapping[tuple[str, Op], str] = {
    ("next_step", Op.EMPTY): N_("nothing planned"),
    ("next_step", Op.FILLED): N_("something planned"),
    ("next_step", Op.BEFORE_TODAY): N_("next step overdue"),
    ("last_contact", Op.NOT_FOR_DAYS): N_("not contacted for {value} days"),
    ("last_contact", Op.EMPTY): N_("never contacted"),
    ("last_contact", Op.FILLED): N_("contacted before"),
    ("last_purchase", Op.NOT_FOR_DAYS): N_("no purchase for {value} days"),
    ("last_purchase", Op.EMPTY): N_("never bought"),
    ("last_purchase", Op.FILLED): N_("has bought"),
    ("purchases", Op.EMPTY): N_("never bought"),
    ("purchases", Op.FILLED): N_("has bought"),
    ("recent_purchases", Op.AT_LEAST): N_("bought for at least {value}"),
    ("recent_purchases", Op.AT_MOST): N_("bought for at most {value}"),
    ("owed", Op.FILLED): N_("owes us money"),
    ("owed", Op.EMPTY): N_("owes nothing"),
    ("warning", Op.FILLED): N_("with a churn warning"),
    ("warning", Op.EMPTY): N_("without a churn warning"),
    ("warning", Op.IS): N_("with a churn warning because of {value}"),
    ("warning", Op.IS_NOT): N_("without a churn warning because of {value}"),
    ("tags", Op.EMPTY): N_("without a tag"),
    ("silent_days", Op.AT_LEAST): N_("not contacted for at least {value} days"),
    ("silent_days", Op.AT_MOST): N_("contacted within {value} days"),
    ("silent_days", Op.EMPTY): N_("never contacted"),
    ("silent_days", Op.FILLED): N_("contacted at some time"),
    ("days_left", Op.AT_LEAST): N_("at least {value} days left to contact"),
    ("days_left", Op.AT_MOST): N_("at most {value} days left to contact"),
    ("days_left", Op.EMPTY): N_("never contacted"),
    ("days_left", Op.FILLED): N_("contacted at some time"),
    ("owner_id", Op.EMPTY): N_("nobody in charge"),
    ("phone", Op.EMPTY): N_("no phone number"),
    ("key_date", Op.EMPTY): N_("no key date"),
    ("contact", Op.EMPTY): N_("no contact"),
}


def op_title(kind: Kind, op: Op) -> str:
    """How an operator reads in a list of them: an English source text."""
    return _OWN_TITLES.get((kind, op)) or OP_TITLES[op]


def sentence(where: Where, fields: Mapping[str, Asked], names: Names, words: Catalogue) -> str:
    """What a whole view asks; "" where it asks for nothing."""
    said = []
    for part in where.parts:
        if isinstance(part, Group):
            inner = [say(one, fields, names, words) for one in part.conditions]
            text = _joined(inner, part.match, words)
            said.append(words.text("({several})", several=text) if len(inner) > 1 and len(where.parts) > 1 else text)
        else:
            said.append(say(part, fields, names, words))
    return _joined(said, where.match, words)


def _joined(said: list[str], match: Match, words: Catalogue) -> str:
    def both(left: str, right: str) -> str:
        if match is Match.ALL:
            return words.text("{left} and {right}", left=left, right=right)
        return words.text("{left} or {right}", left=left, right=right)

    return reduce(both, said) if said else ""


def say(asked: Condition, fields: Mapping[str, Asked], names: Names, words: Catalogue) -> str:
    """What one condition asks."""
    field = fields.get(asked.field)
    title = words.text(field.title) if field is not None else asked.field
    pattern = _SPOKEN.get((asked.field, asked.op)) or _by_kind(field, asked.op)
    return words.text(pattern).format_map({"field": title, "value": _value(asked, field, names, words)})


def _by_kind(field: Asked | None, op: Op) -> str:
    if field is not None and field.kind in _DAYS and op in (Op.AT_LEAST, Op.AT_MOST):
        return N_("{field} from {value}") if op is Op.AT_LEAST else N_("{field} up to {value}")
    return _SENTENCES[op]


def _value(asked: Condition, field: Asked | None, names: Names, words: Catalogue) -> str:
    value = asked.value
    if isinstance(value, tuple):
        called = [_called(one, field, names, words) for one in value]
        return (
            reduce(lambda left, right: words.text("{left}, {right}", left=left, right=right), called) if called else ""
        )
    if isinstance(value, Within):
        return words.text("{amount} in {days} days", amount=_amount(value.amount), days=value.days)
    if isinstance(value, Decimal):
        return f"{value:,}" if field is not None and field.kind is Kind.DECIMAL else _amount(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return words.text("“{text}”", text=value)
    return f"{value}%" if field is not None and field.kind is Kind.PERCENT else str(value)


def _amount(amount: Decimal) -> str:
    text = f"{abs(amount):,.2f}".removesuffix(".00")
    return f"{'-' if amount < 0 else ''}￥{text}"


def _called(one: str | int, field: Asked | None, names: Names, words: Catalogue) -> str:
    if one == ME:
        return words.text("me")
    if field is not None and field.words is not None:
        known = {member.value: member for member in field.words}
        return words.text(word(known[str(one)])) if str(one) in known else str(one)
    return names(asked_key(field), one)


def asked_key(field: Asked | None) -> str:
    """The key of a field, "" for none."""
    return "" if field is None else field.key
