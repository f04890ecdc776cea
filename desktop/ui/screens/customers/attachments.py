"""附件: files hung on the card. What is opened is a copy; what is dropped here is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from db.problems import StoreProblem, of_os_error
from db.produce import produce
from desktop import sentences
from desktop.progress import Progress
from desktop.rules.errors import RuleBroken
from desktop.services.attaching import Attached, Refusal, attach_files
from desktop.services.attachments import AttachmentRow, attach, attachments, content, detach, is_runnable
from desktop.ui import failures
from desktop.ui.dropping import dropped_files
from desktop.ui.kit import theme
from desktop.ui.kit.actions import Action
from desktop.ui.kit.ask import FileKind
from desktop.ui.kit.buttons import button
from desktop.ui.kit.empty import EmptyState
from desktop.ui.kit.fill import Fill
from desktop.ui.kit.list_panel import ListPanel
from desktop.ui.kit.list_view import ListView
from desktop.ui.kit.splitter import split
from desktop.ui.kit.table import ListModel
from desktop.ui.screens.customers.attachment_pane import AttachmentPane
from desktop.ui.screens.customers.attachment_rows import COLUMNS, ending_of, size_words
from desktop.ui.screens.customers.desk import Desk
from desktop.ui.screens.customers.pasting import pasted_files, pasted_picture
from desktop.ui.screens.customers.tab import CardTab, Seen
from desktop.ui.screens.customers.viewing import ViewedCopies, safe_name
from desktop.ui.words import current, tr
from desktop.words import N_


def open_with_system(path: Path) -> bool:
    """Let the system's own viewer show a file."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class AttachmentsTab(CardTab):
    """The list on the left, the chosen one on the right with what can be done with it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._seen: Seen | None = None
        self._rows: dict[int, AttachmentRow] = {}
        self.copies = ViewedCopies()
        self.open_copy: Callable[[Path], bool] = open_with_system
        self.setAcceptDrops(not desk.why_not)
        self.model: ListModel[AttachmentRow] = ListModel(
            COLUMNS, lambda ids: [self._rows[one] for one in ids if one in self._rows]
        )
        self.view = ListView(self.model, "attachments", desk.office.seen, actions=self._actions())
        Fill(self.view, "name")
        self.panel = ListPanel(self.view, EmptyState())
        self.beside = AttachmentPane(self._content)
        self.add = button(tr("Attach files…"), self.choose, icon="paperclip")
        self.add.setToolTip(desk.why_not or tr("Files can also be dropped here"))
        self.add.setDisabled(bool(desk.why_not))
        self.paste = button(tr("Paste"), self.paste_from_clipboard, icon="clipboard-list")
        self.paste.setToolTip(desk.why_not or tr("Paste a copied picture or copied files (Ctrl+V)"))
        self.paste.setDisabled(bool(desk.why_not))
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.paste_from_clipboard)
        self._lay_out()
        self.view.current_changed.connect(self._show)
        self.view.opened.connect(lambda one: self._open([one]))

    def _actions(self) -> tuple[Action, ...]:
        one = (1, 1)
        return (
            Action("open", N_("Open a copy"), self._open, "eye", "", one),
            Action("save", N_("Save as…"), self._save, "download", "", one),
            Action(
                "delete", N_("Delete"), self._delete, "trash", "Del", one, lambda _: not self.desk.why_not,
                danger=True, apart=True,
            ),
        )  # fmt: skip

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("look", "pane")
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.px(16), theme.px(6), theme.px(12), theme.px(6))
        hint = QLabel(tr("Kept inside the office's file. What is opened is a copy."))
        hint.setProperty("look", "small")
        row.addWidget(hint)
        row.addStretch(1)
        row.addWidget(self.paste)
        row.addWidget(self.add)
        self._put_buttons()
        self.outer.addWidget(line)
        self.outer.addWidget(split(self.panel, self.beside, "attachments", self.desk.office.seen, (5, 3)), 1)

    def _put_buttons(self) -> None:
        self.buttons: dict[str, QPushButton] = {}
        for action in self._actions():
            made = button(current().text(action.text), icon=action.icon, look="danger" if action.danger else "")
            made.clicked.connect(lambda _=False, action=action: self._do(action))
            made.setEnabled(not (action.danger and self.desk.why_not))
            made.setToolTip(self.desk.why_not if action.danger else "")
            self.beside.box.addWidget(made)
            self.buttons[action.key] = made

    def _do(self, action: Action) -> None:
        wanted = self.view.current_id()
        if wanted is not None and action.possible([wanted]):
            action.do([wanted])

    # Showing

    def show_card(self, seen: Seen) -> None:
        self._seen = seen
        with self.desk.office.store.read() as session:
            found = attachments(session, seen.id)
        self._rows = {row.id: row for row in found}
        advice = tr("Nothing attached yet. Drop files here: contracts, business cards, photographs.")
        self.panel.empty.say("paperclip", advice, "" if self.desk.why_not else tr("Attach files…"), self.choose)
        self.model.set_ids(self._rows)
        total = size_words(sum(row.size for row in found)) if found else ""
        self.panel.foot.say(tr("{count} files", count=len(found)), [(tr("Together"), total)] if found else [])
        if self.view.current_id() is None:
            self.view.go_to(next(iter(self._rows), None))
        self._show(self.view.current_id())

    def _show(self, attachment_id: int | None) -> None:
        self.beside.show_row(self._rows.get(attachment_id or 0))

    def _content(self, attachment_id: int) -> tuple[str, bytes] | None:
        """Name and bytes; None where it cannot be read, which is told."""
        try:
            with self.desk.office.store.read() as session:
                return content(session, attachment_id)
        except (RuleBroken, StoreProblem) as problem:
            failures.tell(self.desk.office.ask, problem)
            return None

    # Attaching

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.attach(files)

    def paste_from_clipboard(self) -> None:
        """Attach what was copied: files, or a picture."""
        data = QGuiApplication.clipboard().mimeData()
        if self.desk.why_not or self._seen is None:
            return
        files = pasted_files(data)
        picture = None if files else pasted_picture(data, datetime.now())  # noqa: DTZ005 - the name says local time
        if files:
            self.attach(files)
        elif picture is None:
            self.desk.office.notice.say(tr("There is no picture and no file in the clipboard."), "info")
        else:
            name, png = picture
            customer_id = self._seen.id
            said = tr("Attached: {names}", names=name)
            self.desk.keep("attachment.add", lambda session: attach(session, customer_id, name, png), said)

    def choose(self) -> None:
        """Ask for files and attach them."""
        office = self.desk.office
        folder = office.seen.get("attachments.folder", "")
        chosen = office.ask.open_files(tr("Attach files"), [], Path(folder) if folder else None)
        if chosen:
            office.seen["attachments.folder"] = str(chosen[0].parent)
            self.attach(chosen)

    def attach(self, paths: Sequence[Path]) -> None:
        """Keep files on the card."""
        if self.desk.why_not or self._seen is None:
            return
        office, customer_id, customer = self.desk.office, self._seen.id, self.desk.name
        before = self.desk.last()
        folders = [tr("{name} is a folder; attach the files in it.", name=path.name) for path in paths if path.is_dir()]
        files = [path for path in paths if not path.is_dir()]

        def work(progress: Progress) -> Attached:
            return attach_files(office.store, customer_id, customer, files, progress)

        def done(attached: Attached) -> None:
            if attached.names:
                self.desk.say_done(tr("Attached: {names}", names=", ".join(attached.names)), before)
            if attached.refused or folders:
                office.ask.tell("\n".join([*(_why(one) for one in attached.refused), *folders]))

        office.jobs.run(tr("Attaching files"), work, done, owner=self)

    # What can be done with one

    def _open(self, ids: Sequence[int]) -> None:
        found = self._content(ids[0])
        if found is None:
            return
        name, data = found
        if is_runnable(safe_name(name)):
            failures.tell(self.desk.office.ask, RuleBroken("attachment_runnable", name=name))
            return
        try:
            path = self.copies.copy(ids[0], name, data)
        except OSError as error:
            failures.tell(self.desk.office.ask, of_os_error(error, path=safe_name(name)))
            return
        if not self.open_copy(path):
            self.desk.office.notice.say(tr("No program on this computer opens {name}.", name=name), "bad")

    def _save(self, ids: Sequence[int]) -> None:
        found = self._content(ids[0])
        if found is None:
            return
        office, (name, data) = self.desk.office, found
        ending = ending_of(safe_name(name))
        kinds = [FileKind(ending.upper(), (ending,))] if "." in name else []
        folder = Path(office.seen.get("attachments.folder", "") or Path.home())
        path = office.ask.save_file(tr("Save a copy of {name}", name=name), folder / safe_name(name), kinds)
        if path is None:
            return
        try:
            produce(path, data)
        except StoreProblem as problem:
            failures.tell(office.ask, problem)
            return
        office.seen["attachments.folder"] = str(path.parent)
        office.notice.say(tr("Saved: {name}", name=path.name))

    def _delete(self, ids: Sequence[int]) -> None:
        said = tr("In the recycle bin: {name}", name=self._rows[ids[0]].name)
        self.desk.keep("attachment.delete", lambda session: detach(session, ids[0]), said)


def _why(refused: Refusal) -> str:
    if isinstance(refused, RuleBroken):
        return failures.sentence(refused)
    wrong, _remedy = sentences.problem(current(), refused.code, refused.facts)
    return wrong
