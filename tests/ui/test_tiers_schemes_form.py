"""The form of a scheme: criteria, points, classes, segments and cells as they are typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from db.vocabulary import RoundEvery
from desktop.paths import resources
from desktop.rules.rating.builtin import BY_KEY
from desktop.rules.rating.metrics import catalogue, custom_metric
from desktop.rules.rating.scheme import Criterion, Missing, Scheme, Segment, Step, TierClass
from desktop.ui import words
from desktop.ui.screens.tiers.schemes.scheme_criteria import scaled
from desktop.ui.screens.tiers.schemes.scheme_form import SchemeForm
from desktop.ui.screens.tiers.schemes.scheme_inputs import NumberLine, WindowChoice
from desktop.ui.screens.tiers.schemes.scheme_tabbing import tab_stops
from desktop.words import Catalogue

D = Decimal
CHOICE = custom_metric(7, "地区", choice=True, money=False, options=("东", "西"))
SUM = custom_metric(8, "合同额", choice=False, money=True)
KNOWN = catalogue([CHOICE, SUM])


@pytest.fixture
def chinese() -> Iterator[None]:
    before = words.current()
    words.install(Catalogue.load("zh_CN", resources() / "i18n"))
    yield
    words.install(before)


def form_of(qtbot: QtBot, scheme: Scheme) -> SchemeForm:
    made = SchemeForm(scheme, RoundEvery.NEVER, KNOWN)
    qtbot.addWidget(made)
    made.resize(780, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def pressed(form: SchemeForm, name: str) -> None:
    QApplication.processEvents()
    shown = (one for one in form.findChildren(QToolButton) if one.isVisible())
    next(one for one in shown if one.accessibleName() == name).click()
    QApplication.processEvents()


def sentences(form: SchemeForm) -> list[tuple[str, str]]:
    return [(one.at, one.sentence) for one in form.wrong]


# Names out of the catalogue


def test_names_of_the_program_stay_its_own_until_typed_over(light: None, chinese: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["score"])
    assert form.name.text() == "客户价值评分卡"
    assert form.classes.lines[0].name.text() == "重点客户"
    assert form.scheme() == BY_KEY["score"]
    form.classes.lines[0].name.setText("大客户")
    assert form.scheme().classes[0].name == "大客户"
    assert form.scheme().classes[1].name == "Important customers"
    form.classes.lines[0].name.setText("重点客户")
    assert form.scheme() == BY_KEY["score"], "typed back is no change"


# Numbers and windows


@pytest.mark.parametrize(("text", "value"), [("1,200", "1200"), ("1.2万", "12000"), ("￥300", "300"), ("70%", "70")])
def test_numbers_are_read_as_people_write_them(light: None, qtbot: QtBot, text: str, value: str) -> None:
    line = NumberLine("试")
    qtbot.addWidget(line)
    line.setText(text)
    assert line.number() == D(value)
    assert line.readable


@given(st.decimals(min_value=0, max_value=10**9, places=4, allow_nan=False))
def test_a_number_that_is_shown_comes_back_as_it_was(qapp: QApplication, value: Decimal) -> None:
    for scale in (1, 100):
        line = NumberLine("试", scale=scale)
        line.show_number(value)
        assert line.number() == value
        line.setText(f"{line.text()} ")
        assert line.number() == value, "a blank is no change"
        line.deleteLater()


def test_what_is_no_number_is_said_where_it_stands(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["score"])
    form.criteria.rows[3].unfold(True)
    limit = form.criteria.rows[3].points.leasts[1]
    limit.setText("三十")
    assert sentences(form) == [("steps.3", "This is not a number.")]
    assert limit.property("wrong")
    assert form.criteria.rows[3].wrong.text() == "This is not a number."
    assert form.scheme() != BY_KEY["score"]
    form.go_to_wrong()
    assert QApplication.focusWidget() is limit
    limit.setText("31")
    assert form.wrong == []
    assert not limit.property("wrong")


def test_a_window_is_chosen_or_typed(light: None, qtbot: QtBot) -> None:
    box = WindowChoice("时段")
    qtbot.addWidget(box)
    for days in (90, 180, 365, 730, 0, 45):
        box.show_days(days)
        assert box.days() == days
    for text, days in (("120", 120), ("400 days", 400), ("一年半", -1), ("", -1)):
        box.setEditText(text)
        assert box.days() == days
    form = form_of(qtbot, BY_KEY["abc-70-90"])
    form.criteria.rows[0].window_.setEditText("很久")
    assert [one.at for one in form.wrong] == ["window.0"]


# Criteria


def test_weights_are_summed_and_scaled(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["potential"])
    assert form.criteria.sum.text() == "Together 100 %"
    assert not form.criteria.scale.isEnabled()
    form.criteria.rows[0].weight.setText("20")
    assert form.criteria.sum.text() == "Together 60 %"
    form.criteria.scale.click()
    assert [one.weight for one in form.scheme().criteria] == [D("33.3"), D("66.7")]
    assert form.wrong == []


@given(st.lists(st.decimals(min_value=0, max_value=1000, places=1), min_size=1, max_size=20))
def test_scaled_weights_come_to_100_exactly(weights: list[Decimal]) -> None:
    found = scaled([Criterion("purchases", weight=one) for one in weights])
    assert sum(one.weight for one in found) == 100
    assert all(one.weight >= 0 for one in found)


def test_criteria_are_added_moved_and_removed(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["potential"])
    form.criteria.add.click()
    QApplication.processEvents()
    row = form.criteria.rows[-1]
    assert QApplication.focusWidget() is row.asked
    assert row.fold.isChecked()
    row.asked.setCurrentIndex(row.asked.findData("custom.8"))
    assert row.asked.currentText() == "合同额"
    pressed(form, "Move criterion 3 up")
    assert [one.metric for one in form.scheme().criteria] == ["potential", "custom.8", "growth"]
    pressed(form, "Remove criterion 1")
    assert [one.metric for one in form.scheme().criteria] == ["custom.8", "growth"]
    assert form.criteria.scale.isEnabled()


def test_headings_between_metrics_cannot_be_chosen_and_explain_themselves(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["score"])
    asked = form.criteria.rows[0].asked
    keys = [asked.itemData(at) for at in range(asked.count())]
    assert {key for key in keys if key} == set(KNOWN)
    heads = [asked.itemText(at) for at, key in enumerate(keys) if key is None]
    assert heads[0] == "What he buys"
    assert heads[-1] == "Fields of the office's own"
    assert asked.toolTip() == "Sum of confirmed purchases, returns not taken off."
    shares = form_of(qtbot, BY_KEY["abc-70-90"]).criteria.rows[0].asked
    assert shares.findData("orders") < 0, "shares are taken of money"
    assert shares.findData("custom.8") > 0


def test_a_choice_field_is_mapped_word_by_word(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["potential"])
    row = form.criteria.rows[1]
    row.asked.setCurrentIndex(row.asked.findData("custom.7"))
    assert ("steps.1", "Say how many points each choice is worth.") in sentences(form)
    row.unfold(True)
    row.points.worths[0].setText("100")  # type: ignore[union-attr]
    assert form.wrong == []
    assert form.scheme().criteria[1].choices == (("东", D(100)),)
    assert form.scheme().criteria[1].steps == ()
    assert not row.window_.isVisible(), "it has no window"
    row.points.missing.setCurrentIndex(row.points.missing.findData(Missing.UNRATED.value))
    assert form.scheme().criteria[1].missing is Missing.UNRATED


def test_equal_parts_say_from_how_many_customers_they_hold(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["score"])
    row = form.criteria.rows[3]
    row.unfold(True)
    assert not row.points.parts.isVisible()
    row.points.mode.setCurrentIndex(1)
    row.points.parts.setCurrentText("4")
    assert row.points._remark.isVisible()
    assert "from 50 customers" in row.points._remark.text()
    assert form.scheme().criteria[3] == replace(BY_KEY["score"].criteria[3], quantiles=4)
    row.points.mode.setCurrentIndex(0)
    assert form.scheme() == BY_KEY["score"]


def test_limits_are_added_and_removed_and_one_mapping_is_open_at_a_time(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["score"])
    first, second = form.criteria.rows[:2]
    first.unfold(True)
    second.unfold(True)
    assert not first.fold.isChecked()
    second.points.add.click()
    assert QApplication.focusWidget() is second.points.leasts[-1]
    second.points.leasts[-1].setText("20,000")
    second.points.worths[-1].setText("100")  # type: ignore[union-attr]
    assert sentences(form) == [("steps.1", "Two steps begin at 20000.")]
    pressed(form, "Remove limit 4")
    assert form.scheme() == BY_KEY["score"]


# Classes


def test_a_class_between_moves_no_limit(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["score"])
    pressed(form, "Move B up")
    assert [(one.code, one.least) for one in form.scheme().classes] == [
        ("B", D(75)), ("A", D(55)), ("C", D(35)), ("D", None),
    ]  # fmt: skip
    pressed(form, "Remove C")
    form.classes.add.click()
    assert sentences(form) == [("class.3", "Give the tier a short sign, such as A.")]
    form.classes.lines[3].code.setText("E")
    assert form.scheme().classes[2:] == (
        replace(BY_KEY["score"].classes[3], least=D(28)), TierClass("E", ""),
    )  # fmt: skip
    assert form.wrong == []


def test_limits_of_shares_are_per_cents(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["abc-70-90"])
    form.classes.lines[0].least.setText("92.5")
    assert form.scheme().classes[0].least == D("0.925")
    assert sentences(form) == [("least.1", "The limit of class B overlaps that of the class before it.")]
    assert form.classes.lines[1].least.property("wrong")
    form.classes.lines[1].least.setText("")
    assert sentences(form) == [("least.1", "Say where class B ends.")]


# Segments and cells


def test_segments_follow_a_class_that_is_renamed(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["rfm"])
    form.classes.lines[0].code.setText("甲")
    assert form.scheme().segments[0].code == "甲"
    assert form.wrong == []
    pressed(form, "Remove D")
    assert form.scheme().segments[-1].code == "D"
    assert [one.at for one in form.wrong] == ["segment.7"]
    form.segments.lines[-1].code.setCurrentIndex(2)  # type: ignore[union-attr]
    assert form.scheme().segments[-1].code == "C"
    assert form.wrong == []


def test_a_gap_between_segments_is_told_and_painted(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["rfm"])
    assert form.picture is not None
    assert form.segments is not None
    cell = form.picture._cell(0, 5, 5).center()
    assert form.picture.tip_at(cell) == "R5 F5 M5: Champions"
    assert form.picture.tip_at(QPoint(0, 0)) == ""
    pressed(form, "Remove segment 1")
    assert form.picture.tip_at(cell) == "R5 F5 M5: no segment"
    assert form.picture.accessibleDescription() == "4 cells are in no segment"
    assert [one.at for one in form.wrong] == ["segments"]
    form.segments.add.click()
    line = form.segments.lines[-1]
    line.name.setText("最好的")
    line.ranges["r"][0].setCurrentIndex(3)
    assert form.wrong == []
    assert form.scheme().segments[-1] == Segment("最好的", (4, 5), (1, 5), (1, 5), "D")


def test_limits_for_few_buyers_are_typed_and_held_against_each_other(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["rfm"])
    assert form.thresholds is not None
    form.thresholds.limits["r"][3].setText("60")
    assert [one.at for one in form.wrong] == ["thresholds.r"]
    form.thresholds.limits["r"][3].setText("7")
    assert form.scheme().thresholds["r"] == (D(180), D(90), D(45), D(7))
    form.thresholds.limits["m"][0].setText("")
    assert sentences(form) == [("thresholds.m", "This is not a number.")]


def test_cells_grow_with_the_criteria_and_keep_what_was_chosen(light: None, qtbot: QtBot) -> None:
    form = form_of(qtbot, BY_KEY["attitude"])
    assert form.cells is not None
    points = form.criteria.rows[0].points
    points.add.click()
    points.leasts[-1].setText("100,000")
    points.worths[-1].setCurrentIndex(2)  # type: ignore[union-attr]
    assert form.scheme().cells == (*BY_KEY["attitude"].cells, BY_KEY["attitude"].cells[1])
    assert form.cells._labels[0][2].whole == "≥ ￥100,000"
    form.cells.cells[2][2].setCurrentIndex(1)
    assert form.scheme().cells[2] == ("contested", "contested", "contested")
    form.classes.lines[0].code.setText("核心")
    assert form.scheme().cells[1] == ("contested", "contested", "核心")
    assert form.wrong == []
    pressed(form, "Remove limit 3")
    assert len(form.scheme().cells) == 2
    assert form.scheme().criteria[0].steps == (Step(D(0), D(0)), Step(D(20000), D(1)))


# The keyboard


@pytest.mark.parametrize("key", ["abc-70-90", "rfm", "potential", "attitude"])
def test_tab_walks_through_the_form_as_it_is_read(light: None, qtbot: QtBot, key: str) -> None:
    form = form_of(qtbot, BY_KEY[key])
    form.classes.add.click()
    form.classes.lines[-1].code.setText("新")
    if form.criteria.add.isVisible():
        form.criteria.add.click()
    QApplication.processEvents()
    wanted = [one for one in tab_stops(form) if one.isVisible() and one.isEnabled()]
    assert len(wanted) > 10
    form.name.setFocus()
    walked = []
    for _ in wanted:
        now = QApplication.focusWidget()
        assert now is not None
        walked.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert walked == wanted
    assert all(one.accessibleName() or one.text() for one in wanted), "each says what it is"  # type: ignore[attr-defined]
