"""粘贴识别: pasted text on the left, what was understood on the right, to be corrected and taken over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from db.vocabulary import ReachKind
from desktop.rules.divisions import NOWHERE, Region
from desktop.rules.labels import title, word
from desktop.rules.paste import Pasted, read_pasted
from desktop.rules.texts import one_line
from desktop.services.places import area_codes, divisions
from desktop.ui.kit import theme
from desktop.ui.kit.binder import Unreadable
from desktop.ui.kit.buttons import button
from desktop.ui.kit.fields import Entry, FormField, Option, Remark, refusal
from desktop.ui.kit.form import Form
from desktop.ui.kit.inputs import Lines
from desktop.ui.kit.scroll import Page
from desktop.ui.office import Office
from desktop.ui.screens.customers.doubts import region_remark, watch
from desktop.ui.screens.customers.place_fields import ID_NUMBER, REGION
from desktop.ui.words import tr
from desktop.words import N_

_EXAMPLE = N_("张三 13800138000 浙江省杭州市西湖区文三路 100 号 3 幢 301 310012")


@dataclass(frozen=True, slots=True)
class Understood:
    """What the box gives when it is taken over."""

    company: str = ""
    name: str = ""
    title: str = ""
    reaches: tuple[Entry, ...] = ()
    region: Region = NOWHERE
    address: str = ""
    postcode: str = ""
    credit_code: str = ""
    id_number: str = ""
    note: str = ""


_FIELDS = {
    one.key: one
    for one in (
        FormField("company", N_("Company or shop"), limit=500),
        FormField("name", N_("Name"), limit=200),
        FormField("title", title("contact.title"), limit=200),
        FormField(
            "reaches", N_("Phones and accounts"), "entries", options=tuple(Option(one, word(one)) for one in ReachKind)
        ),
        REGION,
        FormField("address", title("customer.address")),
        FormField("postcode", title("customer.postcode"), limit=200),
        FormField("credit_code", title("customer.credit_code"), limit=40),
        ID_NUMBER,
        FormField("note", title("customer.note")),
    )
}


def understood(pasted: Pasted) -> Understood:
    """What a text says, as the forms hold it."""
    numbers = [
        Entry(one.kind, f"{one.value}-{one.extension}" if one.extension else one.value, one.label)
        for one in pasted.phones
    ]
    accounts = ((ReachKind.WECHAT, pasted.wechat), (ReachKind.QQ, pasted.qq), (ReachKind.EMAIL, pasted.email))
    numbers += [Entry(kind, value) for kind, value in accounts if value]
    return Understood(
        company=pasted.company,
        name=pasted.name,
        title=pasted.title,
        reaches=tuple(numbers),
        region=pasted.region,
        address=pasted.address,
        postcode=pasted.postcode,
        credit_code=pasted.credit_code,
        id_number=pasted.id_number,
        note=pasted.note,
    )


def fill_in(form: Form[Any], taken: Understood, fields: Sequence[str]) -> None:
    """Fill what was understood into a form that is being edited; numbers come after those that are there."""
    for field in fields:
        value = getattr(taken, field)
        if field == "reaches":
            there = form.editor(field).raw()
            before = there if isinstance(there, tuple) else ()
            known = {one.value for one in before}
            value = (*before, *(one for one in value if one.value not in known)) if value else ()
        if value and value != NOWHERE:
            form.fill(field, value)


def clipboard_text() -> str:
    """The text on the clipboard, as much of it as is looked at."""
    return QGuiApplication.clipboard().text()[:20_000]


class PasteBox(QDialog):
    """`taken(Understood)` when it is to be filled in. `fields` are those the caller can use; nothing else is asked."""

    taken = Signal(object)

    def __init__(self, office: Office, fields: Sequence[str], text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Understand pasted text"))
        self.resize(theme.px(960), theme.px(560))
        self._pasted = Pasted()
        self.text = Lines(lines=8)
        self.text.setAccessibleName(tr("Pasted text"))
        self.text.setPlaceholderText(tr("Paste a line or a paragraph here, e.g.:") + "\n" + _EXAMPLE)
        self.text.setTabChangesFocus(True)
        self.left = QLabel()
        self.left.setWordWrap(True)
        self.left.setTextFormat(Qt.TextFormat.PlainText)
        self.left.setProperty("look", "muted")
        self.form: Form[Understood] = Form([_FIELDS[key] for key in fields], columns=1)
        watch(self.form, office)
        self.form.watch("region", self._region_remark)
        self.form.save_requested.connect(self.take)
        self.form.cancel_requested.connect(self.reject)
        self.yes = button(tr("Fill in"), self.take, look="primary", tip="Ctrl+S")
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(120)
        self._wait.timeout.connect(self.understand)
        self.text.textChanged.connect(self._wait.start)
        self.text.refused.connect(lambda count: self.left.setText(refusal(count)))
        self.form.put(Understood())
        self.form.edit()
        self.text.put(text)
        self.understand()
        self.text.setFocus()

    def _lay_out(self) -> None:
        pasted, read = QLabel(tr("Pasted text")), QLabel(tr("Understood, to be corrected where needed"))
        for one in (pasted, read):
            one.setProperty("look", "section")
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(pasted)
        left.addWidget(self.text)
        left.addWidget(self.left)
        left.addStretch(1)
        page = Page()
        page.box.addWidget(self.form)
        page.box.addStretch(1)
        right.addWidget(read)
        right.addWidget(page, 1)
        both = QHBoxLayout()
        both.setSpacing(theme.px(16))
        both.addLayout(left, 1)
        both.addLayout(right, 2)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(tr("Leave it"), self.reject))
        foot.addWidget(self.yes)
        box = QVBoxLayout(self)
        box.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        box.setSpacing(theme.px(8))
        box.addLayout(both, 1)
        box.addLayout(foot)

    def understand(self) -> None:
        """Read the text now; what was corrected on the right is read anew too."""
        self._wait.stop()
        text = self.text.toPlainText()
        self._pasted = read_pasted(text, divisions(), area_codes())
        self.form.put(understood(self._pasted))
        rest = one_line(self._pasted.rest, 200)
        if rest:
            self.left.setText(tr("Nothing was made of: {text}", text=rest))
        else:
            self.left.setText(tr("Nothing was understood yet.") if text.strip() and not self._pasted.kinds else "")
        self.yes.setEnabled(self._pasted.kinds > 0)

    def _region_remark(self, region: Region) -> Remark | None:
        """Where the text leaves it open, the other places are offered one after the other."""
        found = self._pasted.regions
        if len(found) < 2 or region not in found:
            return region_remark(region)
        following = found[(found.index(region) + 1) % len(found)]
        several = "、".join(str(one) for one in found[:4])
        said = tr("Could be several: {places}", places=several)
        return Remark(said, "warn", tr("Next"), lambda: self.form.fill("region", following))

    def take(self) -> None:
        """Give what stands on the right, if all of it can be read."""
        if self._wait.isActive():
            self.understand()
        try:
            taken = self.form.taken()
        except Unreadable:
            return
        self.accept()
        self.taken.emit(taken)
