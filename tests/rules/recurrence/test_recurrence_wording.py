"""What a rule says, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from db.vocabulary import CalendarKind
from desktop import paths
from desktop.rules.recurrence.rule import rule_of
from desktop.rules.recurrence.wording import say_rule
from desktop.words import Catalogue

START = date(2026, 9, 25)  # a Friday, the fifteenth of the eighth month


@pytest.fixture(scope="module", params=["en", "zh_CN"])
def words(request: pytest.FixtureRequest) -> Catalogue:
    return Catalogue.load(request.param, paths.resources() / "i18n")


@pytest.mark.parametrize(
    ("rule", "english", "chinese"),
    [
        ("FREQ=DAILY", "every day", "每天"),
        ("FREQ=DAILY;INTERVAL=3;COUNT=5", "every 3 days, 5 times", "每 3 天，共 5 次"),
        ("FREQ=WEEKLY", "every week on Friday", "每周五"),
        ("FREQ=WEEKLY;BYDAY=MO,WE", "every week on Monday and Wednesday", "每周一、三"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "every 2 weeks on Monday", "每 2 周的周一"),
        ("FREQ=MONTHLY", "every month on day 25", "每月25日"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15,-1", "every month on day 1 and 15 and the last day", "每月1、15日、最后一天"),
        ("FREQ=MONTHLY;BYDAY=2TU", "every month on the second Tuesday", "每月第二个周二"),
        ("FREQ=MONTHLY;BYDAY=FR", "every month on every Friday", "每月每个周五"),
        ("FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3", "every 3 months on the last Friday", "每 3 个月的最后一个周五"),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", "every month on day 30, or the last day of a shorter month",
         "每月30日（月份不足时为当月最后一天）"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last day from Monday to Friday",
         "每月最后一个平日（周一至周五）"),
        ("FREQ=YEARLY;UNTIL=20301231", "every year on day 25 of September, until 2030-12-31",
         "每年9月25日，到 2030-12-31 为止"),
        ("FREQ=YEARLY;BYMONTH=5;BYDAY=2SU", "every year on the second Sunday of May", "每年5月第二个周日"),
        ("FREQ=YEARLY;BYYEARDAY=100", "by the rule FREQ=YEARLY;BYYEARDAY=100", "按规则 FREQ=YEARLY;BYYEARDAY=100"),
        ("FREQ=HOURLY;INTERVAL=2", "every 2 hours", "每 2 小时"),
        ("FREQ=DAILY;BYMONTH=1", "by the rule FREQ=DAILY;BYMONTH=1", "按规则 FREQ=DAILY;BYMONTH=1"),
    ],
)  # fmt: skip
def test_a_rule_is_said(rule: str, english: str, chinese: str, words: Catalogue) -> None:
    said = say_rule(rule_of(rule), CalendarKind.SOLAR, START, words)
    assert said == (english if words.language == "en" else chinese)


@pytest.mark.parametrize(
    ("rule", "english", "chinese"),
    [
        ("FREQ=YEARLY", "every lunar year on 8/15", "每年农历八月十五"),
        ("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=8", "every lunar year on 12/8", "每年农历腊月初八"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,15", "every lunar month on day 1 and 15", "每月农历初一、十五"),
        ("FREQ=YEARLY;BYMONTHDAY=-1", "by the rule FREQ=YEARLY;BYMONTHDAY=-1", "按规则 FREQ=YEARLY;BYMONTHDAY=-1"),
    ],
)
def test_a_rule_of_the_moon_is_said(rule: str, english: str, chinese: str, words: Catalogue) -> None:
    said = say_rule(rule_of(rule), CalendarKind.LUNAR, START, words)
    assert said == (english if words.language == "en" else chinese)
