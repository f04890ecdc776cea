"""All data on one person in one file: a PDF to read and a JSON to take elsewhere."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from db import journal
from db.erasure import Person
from db.models.base import Words
from db.produce import produce
from db.queries.office import office, policy
from db.store import Doing, Store
from db.vocabulary import ChangeKind
from desktop.documents.person import PERSON_DATA, SECTIONS
from desktop.progress import Progress
from desktop.rules.calendar_labels import CALENDAR_TITLES
from desktop.rules.labels import TITLES, word
from desktop.rules.stored_words import WORDS
from desktop.services.offices import set_policy
from desktop.services.person_data import LISTS, OF_CUSTOMERS, person_data
from desktop.words import N_, Catalogue

COUNT_POLICY = "privacy.exports"
_HIDDEN = frozenset({"id", "person_mark"})  # and whatever only points at a record: an id tells a reader nothing
_TITLES = {"sales_order": "order"}


def export_person(
    store: Store, person: Person, target: Path, words: Catalogue, *, today: date, progress: Progress
) -> None:
    """Write a zip with person.pdf and person.json at `target`, and note in the journal that it was done, not of whom.

    Raises RuleBroken("gone") and StoreProblem.
    """
    from desktop.documents.pdf.render import render_pdf

    progress.step("reading")
    with store.read() as session:
        ours = office(session)
        data = person_data(session, person, ours.name, today)
    progress.step("drawing")
    around = {"name": ours.name, "address": ours.address or "", "phone": ours.phone or ""}
    paper = render_pdf(
        PERSON_DATA, [paper_record(data, words)], words, printed_on=today, office=around, progress=progress
    )
    progress.step("writing")
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as box:
        for name, content in (
            ("person.pdf", paper),
            ("person.json", json.dumps(data, ensure_ascii=False, indent=2).encode()),
        ):
            entry = zipfile.ZipInfo(name, (today.year, today.month, today.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            box.writestr(entry, content)
    produce(target, packed.getvalue())
    if not store.read_only:
        with store.write(Doing("privacy.export")) as session:
            set_policy(session, COUNT_POLICY, int(policy(session, COUNT_POLICY, 0)) + 1)


def paper_record(data: Mapping[str, Any], words: Catalogue) -> dict[str, Any]:
    """What the paper shows of `person_data`: lines of a name and a value."""
    tables = {**LISTS, **OF_CUSTOMERS, "card": "customer" if data["person"]["customer"] is None else "contact"}
    made: dict[str, Any] = {
        "customer": {"name": data["person"]["name"], "at": data["person"]["customer"]},
        "card": _fields(tables["card"], data["card"], words),
        "orders": [_line("sales_order", row, words) for row in data.get("orders", ())]
        + [_line("payment", row, words) for row in data.get("payments", ())],
        "journal": [_change(line, words) for line in data["journal"]],
    }
    for key in SECTIONS:
        if key not in made:
            made[key] = [_line(tables[key], row, words) for row in data.get(key, ())]
    return made


def _fields(table: str, row: Mapping[str, Any], words: Catalogue) -> list[dict[str, str]]:
    return [
        {"what": _title(table, name, words), "value": _told(table, name, value, words)}
        for name, value in row.items()
        if name not in _HIDDEN and not name.endswith("_id") and value not in (None, "", False)
    ]


def _line(table: str, row: Mapping[str, Any], words: Catalogue) -> dict[str, str]:
    """One record in one line: its first telling value, and the others behind their names."""
    told = _fields(table, row, words)
    first = next((str(row[key]) for key in _FIRST.get(table, ()) if row.get(key)), "")
    return {
        "what": first,
        "value": "；".join(f"{one['what']}：{one['value']}" for one in told if one["value"] != first),
    }


_OTHERS = {
    "rep": N_("Rep"),
    "checker": N_("Checked by"),
    "tag": N_("Tag"),
    "sequence": N_("Follow-up sequence"),
    "field": N_("Field"),
    "id_number": N_("ID number"),
    "erased": N_("values erased for good"),
}
_FIRST = {
    "reach": ("value",),
    "key_date": ("label", "kind"),
    "privacy_record": ("purpose", "source"),
    "relation": ("other_name",),
    "custom_value": ("field",),
    "follow_up": ("done_on", "planned_on"),
    "promise": ("due_on", "made_on"),
    "service_case": ("subject",),
    "survey": ("asked_on",),
    "care_record": ("given_on",),
    "attachment": ("name",),
    "sales_order": ("number", "ordered_on"),
    "payment": ("paid_on",),
    "follow_up_series": ("starts_on",),
    "sequence_run": ("sequence",),
    "contract": ("title",),
    "callback": ("asked_on",),
    "follow_up_comment": ("at",),
    "follow_up_move": ("moved_on",),
    "card_check": ("drawn_on",),
    "loan": ("lent_on",),
    "cadence_exception": ("made_on",),
    "recall_exemption": ("made_on",),
}


def _change(line: Mapping[str, Any], words: Catalogue) -> dict[str, str]:
    fields = "；".join(
        f"{_title(line['table'], name, words)}：{_value(old, words) or '—'} → {_value(new, words) or '—'}"
        for name, (old, new) in line["fields"].items()
        if not name.endswith("_id")
    )
    record = next((words.text(SECTIONS[key]) for key, table in _LISTED if table == line["table"]), "")
    told = fields or words.text(word(ChangeKind(line["change"])))
    when = f"{line['at'][:16].replace('T', ' ')} UTC"
    return {"what": f"{when} {line['who']}".strip(), "value": " · ".join(filter(None, (record, told)))}


_LISTED = [(key, table) for key, table in {**LISTS, **OF_CUSTOMERS}.items() if key in SECTIONS]


def _title(table: str, name: str, words: Catalogue) -> str:
    titles = TITLES.get(_TITLES.get(table, table)) or CALENDAR_TITLES.get(table, {})
    found = titles.get(name) or _OTHERS.get(name)
    return words.text(found) if found else name


def _told(table: str, name: str, value: Any, words: Catalogue) -> str:
    column = journal.table_named(table).c.get(name)
    if column is not None and isinstance(column.type, Words):
        member = column.type.words(value)
        return words.text(word(member)) if type(member) in WORDS else str(value)
    return _value(value, words)


def _value(value: Any, words: Catalogue) -> str:
    if value is True:
        return words.text("Yes")
    return "" if value is None else str(value)
